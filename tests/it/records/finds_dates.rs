//! What was found of a round's date by trying the built program: by whom it is moved, who is told, and which round is
//! meant.

use serde_json::Value;

use super::judged::{append, body, place_of, refused as not_taken_in, tampered};
use super::rounds::{opened, rows, step};
use crate::harness::Env;
use crate::lines::{refused, refused_with, said, told};

const ONCE: &str = "due = { after = \"a\", term = \"5 days\" }";
const WEEKLY: &str = "due = { every = \"1 week\", from = \"a\" }";
pub(super) const EXTEND: &str = "--reason lov --decided-by chef";

/// What a list says of step s.
pub(super) fn listed(env: &Env, line: &str) -> Option<Value> {
    let list: Vec<Value> =
        serde_json::from_str(&said(env, &format!("{line} --format json"))).unwrap();
    list.into_iter().find(|row| row["step"] == "s")
}

/// Step s due on 6 November, by decision of the 3rd on the 12th.
fn put_off(rest: &str, options: &str) -> Env {
    let env = opened(
        &step("s", rest),
        "2026-11-01",
        &format!("--date a=2026-11-01 {options}"),
    );
    said(
        &env,
        &format!("extend A s --to 2026-11-12 {EXTEND} --today 2026-11-03"),
    );
    env
}

#[test]
fn who_puts_a_round_off_or_books_it_says_which_round_as_who_does_it() {
    let anew = "[[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\"\n[[phase.step.outcome]]\n\
                when = { question = \"hur\", is = \"no\" }\nreopen = [\"s\"]";
    let window = "due = { each_year = [\"10\", \"12\"], from = \"a\" }";
    for (rest, done, today, why) in [
        // The round before was done the same day, was opened anew, or its date is still to come.
        (
            WEEKLY,
            "done A s",
            "2026-11-21",
            "anna, lör 21 nov 2026: Steg 1 klart",
        ),
        (
            WEEKLY,
            "done A s",
            "2026-11-22",
            "anna, lör 21 nov 2026: Steg 1 klart",
        ),
        (
            anew,
            "done A s --answer hur=nej",
            "2026-11-21",
            "anna, lör 21 nov 2026: Steg 1 klart",
        ),
        // The round has not opened.
        (
            window,
            "done A s",
            "2026-11-22",
            "Nästa omgång öppnar tis 1 dec 2026",
        ),
    ] {
        for (line, hint) in [
            (
                format!("extend A s --to 2027-01-10 {EXTEND}"),
                "sisam förläng A s --till 2027-01-10 --orsak lov --beslutat-av chef --omgång 2",
            ),
            (
                "set A --date b=2026-11-20 --planned s=2026-12-01".to_owned(),
                "är det omgång 2: samma rad med --omgång 2",
            ),
        ] {
            let env = opened(&step("s", rest), "2026-10-01", "--date a=2026-10-01");
            let env = if rest == WEEKLY {
                opened(&step("s", rest), "2026-11-16", "--date a=2026-11-16")
            } else {
                env
            };
            said(&env, &format!("{done} --as anna"));
            let line = format!("{line} --today {today} --as bo");
            let refusal = refused(&env, &line);
            assert!(
                refusal.contains("vilken omgång av Steg 1"),
                "{line}: {refusal}"
            );
            assert!(
                refusal.contains(why) && refusal.contains(hint),
                "{line}: {refusal}"
            );
            // Neither does a yes beforehand say which.
            refused(&env, &format!("{line} --yes"));
            let ended = refused(&env, &format!("{line} --round 1"));
            assert!(ended.contains("registrerat av anna"), "{ended}");
            let none = refused(&env, &format!("{line} --round 3"));
            assert!(none.contains("är i omgång 2, inte 3"), "{none}");
            said(&env, &format!("{line} --omgång 2"));
            let row = rows(&env, "s", today);
            assert!(row.contains("done") && row.contains(" | "), "{row}");
        }
    }
}

#[test]
fn a_round_that_is_certain_is_put_off_and_booked_without_its_number() {
    for rest in ["", ONCE, WEEKLY] {
        let env = opened(&step("s", rest), "2026-11-16", "--date a=2026-11-16");
        told(&env, "set A --planned s=2026-11-24");
        told(&env, &format!("extend A s --to 2026-12-24 {EXTEND}"));
        told(&env, "set A --planned s=2026-11-25 --round 1");
        told(
            &env,
            &format!("extend A s --to 2026-12-28 {EXTEND} --round 1"),
        );
    }
    // A later day than both, a booking that is cancelled, and nothing booked at all.
    let env = opened(&step("s", WEEKLY), "2026-11-16", "--date a=2026-11-16");
    said(&env, "done A s");
    said(&env, "set A --planned s=2026-12-01 --round 2");
    said(&env, "set A --planned s=");
    refused(&env, "set A --planned s= --round 1");
    refused_with(&env, 2, "set A --date b=2026-11-20 --round 1");
    said(&env, "set A --planned s=2026-12-01 --today 2026-11-24");
    // Each of several is named alike.
    let two = step("s", WEEKLY) + &step("t", WEEKLY);
    let env = opened(&two, "2026-11-16", "--date a=2026-11-16");
    said(&env, "done A s");
    let why = refused(&env, "set A --planned t=2026-11-25 --planned s=2026-12-01");
    assert!(why.contains("vilken omgång av Steg 1"), "{why}");
    let why = refused(
        &env,
        "set A --planned t=2026-11-25 --planned s=2026-12-01 --round 2",
    );
    assert!(why.contains("är i omgång 1, inte 2"), "{why}");
}

#[cfg(unix)]
#[test]
fn at_a_terminal_it_is_asked_which_round_is_put_off_or_booked() {
    let both = step("s", WEEKLY) + &step("t", WEEKLY);
    for line in [
        "extend A s --to 2027-01-10 --reason lov --decided-by chef",
        "set A --planned s=2026-12-01",
        "set A --planned s=2026-12-01 --planned t=2026-12-01",
    ] {
        let env = opened(&both, "2026-11-16", "--date a=2026-11-16");
        said(&env, "done A s");
        said(&env, "done A t");
        let mut terminal = env.at_terminal(line);
        terminal
            .sees("Är det omgång 2 som menas?")
            .sees("> nej")
            .types("\u{1b}[A\r");
        if line.contains(" t=") {
            terminal
                // The next question, and not what was answered to the first.
                .sees("> nej")
                .types("\u{1b}[A\r");
        }
        terminal.ends();
        let log = said(&env, "log A");
        assert!(
            log.contains("bokat") || log.contains("10 jan 2027"),
            "{log}"
        );
    }
}

#[test]
fn late_by_the_first_date_is_late_to_who_closes_or_goes_on() {
    for (rest, days) in [
        (ONCE, Some("15 dagar")),
        (WEEKLY, Some("13 dagar")),
        ("", None),
    ] {
        let env = opened(&step("s", rest), "2026-11-01", "--date a=2026-11-01");
        said(
            &env,
            &format!("extend A s --to 2026-12-24 {EXTEND} --today 2026-11-03"),
        );
        let goes_on = "new-case --routine prov --ref B --date a=2026-12-01 --continues A";
        let Some(days) = days else {
            // Where there was no first date, the decided one counts.
            said(&env, goes_on);
            continue;
        };
        let shown = said(&env, "show A --format json");
        assert!(shown.contains("\"may_close\": false"), "{shown}");
        let why = refused(&env, goes_on);
        assert!(why.contains("--orsak -") && why.contains(days), "{why}");
        let why = refused(&env, "close A");
        assert!(why.contains("sisam stäng A --orsak -"), "{why}");
        said(&env, &format!("{goes_on} --reason flytt"));
        let late = listed(&env, "report --late").unwrap();
        assert_eq!(late["ended_by"], "continued", "{late}");
    }
    // In time by both.
    let env = opened(&step("s", WEEKLY), "2026-11-16", "--date a=2026-11-16");
    said(&env, &format!("extend A s --to 2026-12-24 {EXTEND}"));
    said(&env, "close A");
}

#[test]
fn moved_from_is_the_date_that_had_passed() {
    let once = format!("{ONCE}\nwhen = {{ question = \"q\", is = \"yes\" }}");
    let rule = "due = [{ when = { question = \"q\", is = \"yes\" }, after = \"a\", term = \"5 days\" }, \
                { when = { question = \"q\", is = \"no\" }, after = \"a\", term = \"2 months\" }]";
    let extended = format!("extend A s --to 2026-12-24 {EXTEND}");
    for (rest, line, from) in [
        // The decided date had passed.
        (&*once, &*extended, "2026-11-12"),
        (&*once, "set A --date a=2026-12-01", "2026-11-12"),
        (&*once, "set A --answer q=nej", "2026-11-12"),
        (&*once, "set A --answer q=", "2026-11-12"),
        (rule, "set A --answer q=nej", "2026-11-12"),
    ] {
        let env = put_off(rest, "--answer q=ja");
        said(&env, line);
        let late = listed(&env, "report --late");
        let late = late.unwrap_or_else(|| panic!("{line}"));
        assert_eq!(late["moved_from"], from, "{line}: {late}");
        said(&env, "doctor");
    }
    // Only the first had: what takes it away names that; a later decision in time takes nothing away.
    for (line, from) in [
        (
            "set A --answer q=nej --today 2026-11-09",
            Some("2026-11-06"),
        ),
        (
            "set A --date a=2026-12-01 --today 2026-11-09",
            Some("2026-11-06"),
        ),
        (&format!("{extended} --today 2026-11-09"), None),
    ] {
        let env = put_off(&once, "--answer q=ja");
        said(&env, line);
        let late = listed(&env, "report --late --today 2026-11-09");
        let moved = late.as_ref().and_then(|late| late["moved_from"].as_str());
        assert_eq!(moved, from, "{line}");
        said(&env, "doctor");
        // It is late from its first date all the same, and told.
        if from.is_none() {
            let late = listed(&env, "report --extended --within 60").unwrap();
            assert_eq!(late["days_late_original"], 15, "{late}");
            said(&env, "done A s");
            let late = listed(&env, "report --late").unwrap();
            assert_eq!(late["days_late_original"], 15, "{late}");
        }
    }
    // Moved there and back while it is to do is as if nothing had happened.
    let env = put_off(&once, "--answer q=ja");
    said(&env, "set A --date a=2026-12-01");
    said(&env, "set A --date a=2026-11-01");
    assert!(listed(&env, "report --late").is_none());
    assert!(listed(&env, "report --overdue").is_some());
}

/// Steps of which the first rests on nothing that is answered, the others on answers in one way each.
fn resting() -> String {
    let parts = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n[[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"";
    let asks = "[[phase.step.question]]\nid = \"fritt\"\ntext = \"Fritt?\"\nkind = \"text\"\nrequired = false";
    let gated = "requires = [{ question = \"q\", is = \"yes\", despite = \"skal\" }]";
    step("s", &format!("{ONCE}\n{parts}"))
        + &step("asks", &format!("{ONCE}\n{asks}"))
        + &step("gated", &format!("{ONCE}\n{gated}\n{parts}"))
        + &step(
            "when",
            &format!("{ONCE}\nwhen = {{ question = \"q\", is = \"yes\" }}"),
        )
        + &step(
            "then",
            "due = { after = { step = \"when\" }, term = \"5 days\" }",
        )
}

#[test]
fn an_answer_that_was_taken_out_covers_nothing_that_does_not_rest_on_it() {
    type How = fn(&mut Value);
    let part_again: How = |whole| {
        let place = place_of(whole, "item-done");
        let body = whole["events"][place]["body"].as_str().unwrap();
        let body = serde_json::from_str(body).unwrap();
        append(whole, "item-done", &body);
    };
    let dates: How = |whole| body(whole, "done", |b| b["dates"]["due"] = "2026-12-24".into());
    let skipped: How = |whole| {
        body(whole, "skipped", |b| {
            b["dates"]["due"] = "2026-12-24".into()
        })
    };
    let no_dates: How = |whole| body(whole, "done", |b| b["dates"] = serde_json::json!({}));
    let wrong = "datum är inga som rutinen ger";
    for (lines, how, why) in [
        (&["done A s --item x"][..], part_again, Some("är redan")),
        (&["done A gated --item x"], part_again, Some("är redan")),
        (&["done A s"], dates, Some(wrong)),
        (&["done A s"], no_dates, Some(wrong)),
        (&["skip A s --reason nej"], skipped, Some(wrong)),
        (&["done A asks"], dates, Some(wrong)),
        (
            &["done A gated --despite ett --decided-by c"],
            dates,
            Some(wrong),
        ),
        // What rests on it, and what counts from that, nobody can tell.
        (&["done A when"], dates, None),
        (&["skip A when --reason nej"], skipped, None),
        (
            &["done A when", "done A then --round 1"],
            dates_of_last,
            None,
        ),
    ] {
        let env = opened(
            &resting(),
            "2026-11-16",
            "--date a=2026-11-16 --answer q=ja --answer fritt=hej",
        );
        for line in lines {
            told(&env, line);
        }
        for event in [3, 4] {
            said(&env, &format!("redact A {event} --reason fel"));
        }
        said(&env, "export A --out a.json");
        let Some(why) = why else {
            tampered(&env, how);
            said(&env, "import x.json --db ny.db");
            continue;
        };
        let refused = not_taken_in(&env, how);
        assert!(refused.contains(why), "{lines:?}: {refused}");
        said(&env, "doctor");
    }
}

fn dates_of_last(whole: &mut Value) {
    let events = whole["events"].as_array_mut().unwrap();
    let last = events
        .iter_mut()
        .rev()
        .find(|event| event["kind"] == "done")
        .unwrap();
    let mut body: Value = serde_json::from_str(last["body"].as_str().unwrap()).unwrap();
    body["dates"]["due"] = "2026-12-24".into();
    last["body"] = body.to_string().into();
}
