//! What was typed, said again: the half that is missing, or the line with what was left out.

use crate::cli::values::DoneOn;
use crate::commands::support::suggest::choose_among;
use crate::commands::support::{cases, typed_again};
use crate::ctx::Ctx;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::StepId;
use crate::error::Failure;
use crate::ui::wording::{Phrase, Words};

use super::Args;

/// One word stands where a case and a step should.
pub(super) fn one_word_alone(word: &str, ctx: &Ctx) -> Failure {
    let Ok(opened) = cases::read(ctx, word) else {
        let what = Failure::usage(Phrase::new("usage-case-and-step"));
        return what.hint(Phrase::new("hint-case-and-step"));
    };
    let mut left: Vec<StepId> = Vec::new();
    for row in opened.plan(ctx.today()).rows {
        if row.status.is_to_do() && !left.contains(&row.step) {
            left.push(row.step);
        }
    }
    let case = opened.reference.to_string();
    let what = Failure::usage(Phrase::new("usage-step-missing"));
    let what = match left.is_empty() {
        true => what,
        false => what.hint(choose_among(&left)),
    };
    what.hint(Phrase::new("hint-step-missing").with("case", case))
}

/// The failure whose hints keep what was typed, so that only what is missing has to be added.
pub(super) fn kept(failure: Failure, args: &Args, words: &Words) -> Failure {
    let mut options = String::new();
    let mut add = |id, value: String| {
        let gaps = [("value", typed_again::quoted(&value).into())];
        options.push(' ');
        options.push_str(&words.say(id, &gaps));
    };
    match args.on {
        None => {}
        Some(DoneOn::Day(day)) => add("typed-on", day.to_string()),
        Some(DoneOn::Unknown) => add("typed-on", words.say("typed-unknown", &[])),
    }
    if let Some(item) = &args.item {
        add("typed-item", item.to_string());
    }
    for (question, answer) in &args.answer {
        let answer = answer.as_deref().unwrap_or_default();
        add("typed-answer", format!("{question}={answer}"));
    }
    for (step, role) in &args.takes {
        let role = role.as_ref().map(ToString::to_string).unwrap_or_default();
        add("typed-takes", format!("{step}={role}"));
    }
    if let Some(despite) = &args.despite {
        add("typed-despite", despite.clone());
    }
    if let Some(decided_by) = &args.decided_by {
        add("typed-decided-by", decided_by.clone());
    }
    if let Some(note) = &args.note {
        add("typed-note", note.clone());
    }
    // A number that may not be stored is not said again either.
    if holds_identity_number(&options) {
        return failure;
    }
    let cases: Vec<_> = args.cases.iter().map(|c| typed_again::quoted(c)).collect();
    failure.with_typed(&cases.join(" "), &options)
}
