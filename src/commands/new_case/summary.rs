//! What will be opened, before it is.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::routine::Routine;
use crate::ui::wording::Titles;
use crate::ui::{Line, Tone};

use super::Args;

pub(super) fn tell(given: &Args, routine: &Routine, ctx: &mut Ctx) -> std::io::Result<()> {
    let reference = given.reference.clone().unwrap_or_default();
    let heading = Line::toned(Tone::Strong, reference);
    ctx.ui.tell("")?;
    ctx.ui
        .tell(heading.and(Tone::Plain, format!(" · {}", routine.title)))?;
    for (label, value) in facts(given, routine, ctx) {
        let colon = if label.ends_with('?') { "" } else { ":" };
        ctx.ui.tell_wrapped(&format!("{label}{colon} {value}"), 2)?;
    }
    Ok(())
}

fn facts(given: &Args, routine: &Routine, ctx: &Ctx) -> Vec<(String, String)> {
    let titles = Titles::of(routine);
    let words = Rc::clone(&ctx.words);
    let or_unknown =
        |value: Option<String>| value.unwrap_or_else(|| words.say("not-known-yet", &[]));
    let mut facts: Vec<(String, String)> = Vec::new();
    if let Some(trigger) = &given.trigger {
        facts.push((words.say("fact-trigger", &[]), titles.trigger(trigger)));
    }
    for (date, on) in &given.facts.date {
        let on = on.map(|on| words.date(on));
        facts.push((titles.key_date(date), or_unknown(on)));
    }
    for (question, answer) in &given.facts.answer {
        let answer = answer.as_ref().map(|answer| words.answer(answer));
        facts.push((titles.question(question), or_unknown(answer)));
    }
    for (role, who) in &given.facts.role {
        facts.push((titles.role(role), who.clone().unwrap_or_default()));
    }
    facts
}
