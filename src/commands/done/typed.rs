//! What was typed, said again: the half that is missing, or the line with what was left out.

use crate::cli::values::DoneOn;
use crate::ctx::Ctx;
use crate::desk::suggest::choose_among;
use crate::desk::typed_again;
use crate::domain::ids::StepId;
use crate::error::Failure;
use crate::ui::wording::Words;

use super::Args;

pub(super) fn one_word_alone(word: &str, ctx: &Ctx) -> Failure {
    let Ok(opened) = ctx.desk.case(word) else {
        let what = Failure::usage("usage-case-and-step");
        return what.hint("hint-case-and-step");
    };
    let mut left: Vec<StepId> = Vec::new();
    for row in opened.plan(ctx.today()).rows {
        if row.status.is_to_do() && !left.contains(&row.step) {
            left.push(row.step);
        }
    }
    let case = opened.reference.to_string();
    let what = Failure::usage("usage-step-missing");
    let what = match left.is_empty() {
        true => what,
        false => what.hint(choose_among(&left)),
    };
    what.hint(message!("hint-step-missing", case))
}

/// The failure whose hints keep what was typed, so that only what is missing has to be added.
pub(super) fn kept(failure: Failure, args: &Args, words: &Words) -> Failure {
    let mut options: Vec<(&'static str, String)> = Vec::new();
    match args.on {
        None => {}
        Some(DoneOn::Day(day)) => options.push(("typed-on", day.to_string())),
        Some(DoneOn::Unknown) => options.push(("typed-on", words.say("typed-unknown"))),
    }
    options.extend(
        args.item
            .iter()
            .map(|item| ("typed-item", item.to_string())),
    );
    options.extend(args.round.map(|round| ("typed-round", round.to_string())));
    for (question, answer) in &args.answer {
        let answer = answer.as_deref().unwrap_or_default();
        options.push(("typed-answer", format!("{question}={answer}")));
    }
    for (step, role) in &args.takes {
        let role = role.as_ref().map(ToString::to_string).unwrap_or_default();
        options.push(("typed-takes", format!("{step}={role}")));
    }
    let texts = [
        ("typed-despite", &args.despite),
        ("typed-decided-by", &args.decided_by),
        ("typed-note", &args.note),
    ];
    let texts = texts
        .into_iter()
        .filter_map(|(id, text)| Some((id, text.clone()?)));
    options.extend(texts);
    typed_again::kept(failure, words, ("typed-done", &args.cases), &options)
}
