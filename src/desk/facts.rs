//! Facts about a case on the command line, the same for opening a case and for changing one.

use std::fmt::Display;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::routine::{AnswerKind, Routine};
use crate::domain::typed::TypedDay;
use crate::error::Failure;

use super::given_text;

/// Every option can be given several times; an empty value withdraws.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct FactOptions {
    #[arg(long, value_name = "ID=DATE", alias = "datum", value_parser = values::key_date)]
    pub(crate) date: Vec<(KeyDateId, Option<TypedDay>)>,
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<GivenAnswer>,
    #[arg(long, value_name = "ROLE=WHO", alias = "roll", value_parser = values::holder)]
    pub(crate) role: Vec<(RoleId, Option<String>)>,
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    pub(crate) takes: Vec<GivenTaker>,
}

pub(crate) type GivenAnswer = (QuestionId, Option<String>);
/// Which role takes a step; `None`: that is open again.
pub(crate) type GivenTaker = (StepId, Option<RoleId>);

impl FactOptions {
    pub(crate) fn add_to(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        for (date, on) in &self.date {
            let today = draft.today();
            draft.set_date(date, on.map(|on| on.on(today)))?;
        }
        answers(draft, &self.answer)?;
        for (role, by) in &self.role {
            draft.hold_role(role, by.as_deref())?;
        }
        takes(draft, &self.takes)
    }

    /// Puts in the ids that are meant in a routine.
    pub(crate) fn settle(&mut self, routine: &Routine) -> Result<(), Refusal> {
        for (date, _) in &mut self.date {
            *date = routine.date_meant(date)?;
        }
        for (role, _) in &mut self.role {
            *role = routine.role_meant(role)?;
        }
        settle_answers(&mut self.answer, routine)?;
        settle_takes(&mut self.takes, routine)
    }

    pub(crate) fn is_empty(&self) -> bool {
        let Self {
            date,
            answer,
            role,
            takes,
        } = self;
        date.is_empty() && answer.is_empty() && role.is_empty() && takes.is_empty()
    }
}

pub(crate) fn settle_answers(given: &mut [GivenAnswer], routine: &Routine) -> Result<(), Refusal> {
    for (question, _) in given {
        *question = routine.question_meant(question)?;
    }
    Ok(())
}

pub(crate) fn settle_takes(given: &mut [GivenTaker], routine: &Routine) -> Result<(), Refusal> {
    for (step, role) in given {
        *step = routine.step_meant(step)?;
        if let Some(role) = role {
            *role = routine.role_meant(role)?;
        }
    }
    Ok(())
}

pub(crate) fn id_and_value(id: &impl Display, value: Option<&impl Display>) -> String {
    value.map_or_else(|| format!("{id}="), |value| format!("{id}={value}"))
}

/// Reads from standard input the answer given as `-` to a question that takes a text.
pub(crate) fn read_texts(
    ctx: &Ctx,
    routine: &Routine,
    given: &mut [GivenAnswer],
) -> Result<(), Failure> {
    for answer in given {
        if is_dash_for_text(routine, answer) {
            answer.1 = Some(given_text::from_input(ctx, "option-answer")?);
        }
    }
    Ok(())
}

pub(crate) fn is_dash_for_text(routine: &Routine, (id, value): &GivenAnswer) -> bool {
    let question = routine.question(id);
    value.as_deref() == Some("-") && question.is_some_and(|it| it.kind == AnswerKind::Text)
}

/// Each answer once: of a question given twice the last counts, and those of one that takes several options are put
/// together. An empty one withdraws.
pub(crate) fn merged<'g>(
    routine: &Routine,
    given: &'g [GivenAnswer],
) -> Vec<(&'g QuestionId, String)> {
    let mut merged: Vec<(&QuestionId, String)> = Vec::new();
    for (id, value) in given {
        let value = value.clone().unwrap_or_default();
        let kind = routine.question(id).map(|question| &question.kind);
        let takes_several = matches!(kind, Some(AnswerKind::Choices(_)));
        match merged.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) if takes_several && !known.is_empty() && !value.is_empty() => {
                known.push('|');
                known.push_str(&value);
            }
            Some((_, known)) => *known = value,
            None => merged.push((id, value)),
        }
    }
    merged
}

pub(crate) fn answers(draft: &mut Draft<'_>, given: &[GivenAnswer]) -> Result<(), Refusal> {
    for (id, value) in merged(draft.routine(), given) {
        draft.answer(id, &value)?;
    }
    Ok(())
}

pub(crate) fn takes(draft: &mut Draft<'_>, given: &[GivenTaker]) -> Result<(), Refusal> {
    for (step, role) in given {
        draft.take_step(step, role.as_ref())?;
    }
    Ok(())
}
