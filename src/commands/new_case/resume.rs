//! What was answered so far: the line that goes on where the questions stopped, and the facts before a case is opened.

use crate::cli::globals::TypedOption;
use crate::commands::prelude::*;
use crate::desk::given::id_and_value;
use crate::desk::typed_again::quoted;
use std::fmt::Display;

use super::request::CaseRequest;

/// The command with everything answered so far, named as the language names it; an empty value says that something is
/// not known yet. `globals` are the options for every command that stood on the line.
pub(super) fn resume_line(
    given: &CaseRequest,
    globals: &[TypedOption],
    today: NaiveDate,
    words: &Words,
) -> String {
    let mut line = words.say("typed-new-case");
    for (option, value) in globals {
        let value = value.as_deref().map(quoted).unwrap_or_default();
        line += &format!(" {}", say!(words, *option, value));
    }
    let mut add = |option: &'static str, value: &str| {
        line += &format!(" {}", say!(words, option, value = quoted(value)));
    };
    let (routine, trigger) = (&given.routine, &given.trigger);
    for (option, value) in [
        ("typed-routine", routine.as_ref().map(RoutineId::as_str)),
        ("typed-ref", given.reference.as_deref()),
        ("typed-continues", given.continues.as_deref()),
        ("typed-reason", given.reason.as_deref()),
        ("typed-trigger", trigger.as_ref().map(TriggerId::as_str)),
    ] {
        value.iter().for_each(|value| add(option, value));
    }
    let facts = &given.facts;
    let dates = facts.date.iter();
    let dates: Vec<_> = dates
        .map(|(id, on)| (id, on.as_ref().map(|on| on.on(today))))
        .collect();
    let done = given.done.iter().map(|(step, on)| {
        let on = on
            .as_ref()
            .map_or_else(|| words.say("typed-unknown"), |on| on.on(today).to_string());
        (step, Some(on))
    });
    let done: Vec<_> = done.collect();
    let answers = facts.answer.iter().map(|(id, answer)| {
        let answer = answer.as_deref().map(|answer| match answer {
            "yes" | "no" => words.say(answer.to_owned()),
            other => other.to_owned(),
        });
        (id, answer)
    });
    let answers: Vec<_> = answers.collect();
    add_pairs("typed-date", &dates, &mut add);
    add_pairs("typed-answer", &answers, &mut add);
    add_pairs("typed-role", &facts.role, &mut add);
    add_pairs("typed-step-done", &done, &mut add);
    add_pairs("typed-takes", &facts.takes, &mut add);
    line
}

fn add_pairs<I: Display, V: Display>(
    option: &'static str,
    given: &[(I, Option<V>)],
    add: &mut impl FnMut(&'static str, &str),
) {
    for (id, value) in given {
        add(option, &id_and_value(id, value.as_ref()));
    }
}

pub(super) fn tell_resume_line(
    ctx: &mut Ctx,
    why: &'static str,
    given: &CaseRequest,
) -> std::io::Result<()> {
    ctx.ui.tell("")?;
    ctx.ui.tell(ctx.words.say(why))?;
    let line = resume_line(given, &ctx.typed_globals, ctx.today(), &ctx.words);
    ctx.ui.tell(format!("  {line}"))
}

pub(super) fn tell_summary(
    given: &CaseRequest,
    routine: &Routine,
    ctx: &mut Ctx,
) -> std::io::Result<()> {
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

fn facts(given: &CaseRequest, routine: &Routine, ctx: &Ctx) -> Vec<(String, String)> {
    let (here, words, today) = (ctx.words.of(routine), &ctx.words, ctx.today());
    let or_unknown = |value: Option<String>| value.unwrap_or_else(|| words.say("not-known-yet"));
    let trigger = given.trigger.iter();
    let trigger = trigger.map(|id| (words.say("fact-trigger"), here.text(id)));
    let dates = given.facts.date.iter();
    let dates = dates.map(|(id, on)| {
        (
            here.text(id),
            or_unknown(on.as_ref().map(|on| words.date(on.on(today)))),
        )
    });
    let answers = given.facts.answer.iter().map(|(id, answer)| {
        let answer = answer.as_ref();
        let answer = answer.map(|answer| here.answer_to(id, answer));
        (here.text(id), or_unknown(answer))
    });
    let roles = given.facts.role.iter();
    let roles = roles.map(|(id, who)| (here.text(id), who.clone().unwrap_or_default()));
    let done = given.done.iter().map(|(step, on)| {
        let on = on
            .as_ref()
            .map_or_else(|| words.say("day-unknown"), |on| words.date(on.on(today)));
        (here.step(step), say!(words, "new-case-summary-done", on))
    });
    let facts = trigger.chain(dates).chain(answers);
    facts.chain(roles).chain(done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::given::FactOptions;
    use crate::ui::wording::Language;

    // Quotation marks are another thing to another shell.
    #[cfg(unix)]
    #[test]
    fn everything_answered_is_in_the_line() {
        let day: NaiveDate = "2026-12-02".parse().unwrap();
        let given = CaseRequest {
            routine: Some("nacka".into()),
            reference: Some("2026-001".to_owned()),
            facts: FactOptions {
                date: vec![
                    ("utredning".into(), None),
                    ("inskrivning".into(), Some(day.into())),
                ],
                answer: vec![("akut".into(), Some("no".to_owned()))],
                role: vec![("rektor-hemskola".into(), Some("Team \"3\"".to_owned()))],
                takes: vec![],
            },
            done: vec![("1".into(), None)],
            continues: None,
            reason: None,
            trigger: None,
        };
        let globals = [
            ("typed-db", Some("min fil.db".to_owned())),
            ("typed-lang", Some("sv".to_owned())),
            ("typed-plain", None),
        ];
        assert_eq!(
            resume_line(&given, &globals, day, &Words::new(Language::English)),
            "sisam new-case --db 'min fil.db' --lang sv --plain --routine nacka --ref 2026-001 --date utredning= --date inskrivning=2026-12-02 \
             --answer akut=no --role 'rektor-hemskola=Team \"3\"' --done 1=unknown"
        );
        assert_eq!(
            resume_line(&given, &globals, day, &Words::new(Language::Swedish)),
            "sisam ny --fil 'min fil.db' --språk sv --enkelt --rutin nacka --referens 2026-001 --datum utredning= --datum inskrivning=2026-12-02 \
             --svar akut=nej --roll 'rektor-hemskola=Team \"3\"' --klart 1=okänt"
        );
    }
}
