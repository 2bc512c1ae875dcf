//! Facts about a case on the command line, the same for opening a case and for changing one.

use chrono::NaiveDate;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::routine::{AnswerKind, Routine};
use crate::error::Failure;

use super::given_text;

/// Facts about a case. Every option can be given several times; an empty value withdraws.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Facts {
    #[arg(long, value_name = "ID=DATE", alias = "datum", value_parser = values::key_date)]
    pub(crate) date: Vec<(KeyDateId, Option<NaiveDate>)>,
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<(QuestionId, Option<String>)>,
    #[arg(long, value_name = "ROLE=WHO", alias = "roll", value_parser = values::holder)]
    pub(crate) role: Vec<(RoleId, Option<String>)>,
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    pub(crate) takes: Vec<(StepId, Option<RoleId>)>,
}

impl Facts {
    pub(crate) fn add_to(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        for (date, on) in &self.date {
            draft.set_date(date, *on)?;
        }
        answers(draft, &self.answer)?;
        for (role, by) in &self.role {
            draft.hold_role(role, by.as_deref())?;
        }
        takes(draft, &self.takes)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.date.is_empty()
            && self.answer.is_empty()
            && self.role.is_empty()
            && self.takes.is_empty()
    }
}

/// Reads from standard input the answer given as `-` to a question that takes a text.
pub(crate) fn read_texts(
    ctx: &Ctx,
    routine: &Routine,
    given: &mut [(QuestionId, Option<String>)],
) -> Result<(), Failure> {
    for (id, value) in given {
        if value.as_deref() == Some("-") && takes_text(routine, id) {
            *value = Some(given_text::from_input(ctx, "option-answer")?);
        }
    }
    Ok(())
}

pub(crate) fn takes_text(routine: &Routine, id: &QuestionId) -> bool {
    let question = routine.question(id);
    question.is_some_and(|question| question.kind == AnswerKind::Text)
}

/// Adds answers to a draft; those of a question that takes several options are put together.
pub(crate) fn answers(
    draft: &mut Draft<'_>,
    given: &[(QuestionId, Option<String>)],
) -> Result<(), Refusal> {
    let mut values: Vec<(&QuestionId, String)> = Vec::new();
    for (id, value) in given {
        let value = value.clone().unwrap_or_default();
        let takes_several = draft
            .routine()
            .question(id)
            .is_some_and(|question| matches!(question.kind, AnswerKind::Choices(_)));
        match values.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) if takes_several && !known.is_empty() && !value.is_empty() => {
                known.push('|');
                known.push_str(&value);
            }
            Some((_, known)) => *known = value,
            None => values.push((id, value)),
        }
    }
    for (id, value) in values {
        draft.answer(id, &value)?;
    }
    Ok(())
}

pub(crate) fn takes(
    draft: &mut Draft<'_>,
    given: &[(StepId, Option<RoleId>)],
) -> Result<(), Refusal> {
    for (step, role) in given {
        draft.take_step(step, role.as_ref())?;
    }
    Ok(())
}
