//! Texts of people: asked for at a terminal, read from standard input where `-` is given. Those on a command line are
//! kept by others: the shell's history, the system's logs.

use std::io::{self, Read};

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::signs::one_line;
use crate::error::Failure;
use crate::ui::prompt::Asked;
use crate::ui::terminal;

use super::asking;
use super::cases::OpenedCase;

/// Which text: the messages that ask for it and that name it on the command line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextName(&'static str, &'static str);

pub(crate) const NOTE: TextName = TextName("walk-note-text", "option-text");
pub(crate) const NOTE_BESIDE: TextName = TextName("walk-note-text", "option-note");
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
