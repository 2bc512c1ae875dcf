//! What was answered so far: the line that goes on where the questions stopped, and the facts before a case is opened.

use crate::cli::globals::TypedOption;
use crate::cli::values::DoneOn;
use crate::ctx::Ctx;
use crate::desk::typed_again::quoted;
use crate::domain::routine::Routine;
use crate::ui::{Line, Tone};

use super::Args;

/// The command with everything answered so far; an empty value says that something is not known yet. `globals` are the
/// options for every command that stood on the line.
pub(super) fn resume_line(given: &Args, globals: &[TypedOption]) -> String {
    let mut parts = vec!["sisam new-case".to_owned()];
    parts.extend(globals.iter().map(|(option, value)| match value {
        Some(value) => format!("--{option} {}", quoted(value)),
        None => format!("--{option}"),
    }));
    let mut add = |option: &str, value: String| {
        parts.push(format!("--{option} {}", quoted(&value)));
    };
    if let Some(routine) = &given.routine {
        add("routine", routine.to_string());
    }
    if let Some(reference) = &given.reference {
        add("ref", reference.clone());
    }
    if let Some(old) = &given.continues {
        add("continues", old.clone());
    }
    if let Some(reason) = &given.reason {
        add("reason", reason.clone());
    }
    if let Some(trigger) = &given.trigger {
        add("trigger", trigger.to_string());
    }
    for (date, on) in &given.facts.date {
        let on = on.map(|on| on.to_string()).unwrap_or_default();
        add("date", format!("{date}={on}"));
    }
    for (question, answer) in &given.facts.answer {
        add(
            "answer",
            format!("{question}={}", answer.clone().unwrap_or_default()),
        );
    }
    for (role, who) in &given.facts.role {
        add(
            "role",
            format!("{role}={}", who.clone().unwrap_or_default()),
        );
    }
    for (step, on) in &given.done {
        let on = match on {
            DoneOn::Day(day) => day.to_string(),
            DoneOn::Unknown => "unknown".to_owned(),
        };
        add("done", format!("{step}={on}"));
    }
    for (step, role) in &given.facts.takes {
        let role = role.as_ref().map(ToString::to_string).unwrap_or_default();
        add("takes", format!("{step}={role}"));
    }
    parts.join(" ")
}

pub(super) fn tell_summary(given: &Args, routine: &Routine, ctx: &mut Ctx) -> std::io::Result<()> {
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
    let here = ctx.words.of(routine);
    let or_unknown =
        |value: Option<String>| value.unwrap_or_else(|| ctx.words.say("not-known-yet"));
    let mut facts: Vec<(String, String)> = Vec::new();
    if let Some(trigger) = &given.trigger {
        facts.push((ctx.words.say("fact-trigger"), here.text(trigger)));
    }
    for (date, on) in &given.facts.date {
        let on = on.map(|on| ctx.words.date(on));
        facts.push((here.text(date), or_unknown(on)));
    }
    for (question, answer) in &given.facts.answer {
        let answer = answer.as_ref();
        let answer = answer.map(|answer| here.answer_to(question, answer));
        facts.push((here.text(question), or_unknown(answer)));
    }
    for (role, who) in &given.facts.role {
        facts.push((here.text(role), who.clone().unwrap_or_default()));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::facts::Facts;

    #[test]
    fn everything_answered_is_in_the_line() {
        let given = Args {
            routine: Some("nacka".into()),
            reference: Some("2026-001".to_owned()),
            facts: Facts {
                date: vec![
                    ("utredning".into(), None),
                    ("inskrivning".into(), "2026-12-02".parse().ok()),
                ],
                answer: vec![("akut".into(), Some("no".to_owned()))],
                role: vec![("rektor-hemskola".into(), Some("Team \"3\"".to_owned()))],
                takes: vec![],
            },
            done: vec![("1".into(), DoneOn::Unknown)],
            continues: None,
            reason: None,
            trigger: None,
            from: None,
        };
        let globals = [
            ("db", Some("min fil.db".to_owned())),
            ("lang", Some("sv".to_owned())),
            ("plain", None),
        ];
        assert_eq!(
            resume_line(&given, &globals),
            "sisam new-case --db 'min fil.db' --lang sv --plain --routine nacka --ref 2026-001 --date utredning= --date inskrivning=2026-12-02 \
             --answer akut=no --role 'rektor-hemskola=Team \"3\"' --done 1=unknown"
        );
    }
}
