//! What is given of a case on the command line: facts, the same for opening a case and for changing one, and texts of
//! people. Those are asked for at a terminal and read from standard input where `-` is given: what stands on a command
//! line is kept by others, the shell's history and the system's logs.

use std::fmt::Display;
use std::io::{self, Read};

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::routine::{AnswerKind, Routine};
use crate::domain::signs::one_line;
use crate::domain::typed::TypedDay;
use crate::error::Failure;
use crate::ui::prompt::Asked;
use crate::ui::terminal;

use super::asking;
use super::cases::OpenedCase;

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
            answer.1 = Some(from_input(ctx, "option-answer")?);
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
        let takes_several = matches!(kind, Some(AnswerKind::Choices(_) | AnswerKind::Roles(_)));
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

/// Which text: the messages that ask for it and that name it on the command line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextName(&'static str, &'static str);

pub(crate) const NOTE: TextName = TextName("walk-note-text", "option-text");
pub(crate) const NOTE_BESIDE: TextName = TextName("walk-note-text", "option-note");
pub(crate) const TITLE: TextName = TextName("add-title", "option-title");
pub(crate) const REASON: TextName = TextName("walk-reason", "option-reason");
pub(crate) const DECISION: TextName = TextName("walk-reason", "option-decision");
pub(crate) const DECIDED_BY: TextName = TextName("walk-decided-by", "option-decided-by");
pub(crate) const DESPITE: TextName = TextName("walk-reason", "option-despite");

/// `--reason`, as every command takes it that needs one.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Reason {
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

impl Reason {
    pub(crate) fn required(&self, ctx: &mut Ctx) -> Result<String, Failure> {
        required(ctx, &self.reason, REASON)
    }
}

/// Longer texts are no notes and no reasons, in bytes.
const LONGEST: usize = 64 * 1024;

/// The text as it was given, or read; in a script one that is missing is refused.
pub(crate) fn required(
    ctx: &mut Ctx,
    typed: &Option<String>,
    name: TextName,
) -> Result<String, Failure> {
    if let Some(text) = optional(ctx, typed, name)? {
        return Ok(text);
    }
    if ctx.can_ask {
        return Ok(ask(ctx, name)?);
    }
    let option = ctx.words.say(name.1);
    let missing = Failure::usage(message!("usage-missing", what = option));
    Err(missing.hint(message!("hint-text-from-input", option)))
}

pub(crate) fn optional(
    ctx: &Ctx,
    typed: &Option<String>,
    name: TextName,
) -> Result<Option<String>, Failure> {
    match typed.as_deref() {
        Some("-") => from_input(ctx, name.1).map(Some),
        _ => Ok(typed.clone()),
    }
}

/// The text for an option, from standard input.
pub(crate) fn from_input(ctx: &Ctx, option: &'static str) -> Result<String, Failure> {
    let bytes = piped_in(LONGEST + 1)?;
    let text = String::from_utf8(bytes).unwrap_or_default();
    let line = one_line(&text);
    if matches!(line.as_str(), "" | "-") || text.len() > LONGEST {
        let option = ctx.words.say(option);
        let what = message!("usage-text-from-input", option);
        return Err(Failure::usage(what));
    }
    Ok(line)
}

/// As many bytes of standard input as are read at most.
pub(crate) fn piped_in(most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    terminal::input()
        .take(most as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a case is closed, asked for where steps are late: which they are is said first.
pub(crate) fn why_late(ctx: &mut Ctx, opened: &OpenedCase) -> Result<Option<String>, Failure> {
    let Some(refusal) = opened.late(ctx.today()) else {
        return Ok(None);
    };
    let failure = opened.refusals(&ctx.words).failure(&refusal);
    ctx.ui.tell_wrapped(&failure.in_words(&ctx.words), 0)?;
    Ok(Some(ask(ctx, REASON)?))
}

pub(crate) fn ask(ctx: &mut Ctx, name: TextName) -> Asked<String> {
    asking::text(ctx, name.0, None)
}
