//! A consent is judged on the day it is used.

use serde_json::{Value, json};

use crate::harness::Env;
use crate::lines::{refused, said, told};

/// One of the routine's other grounds.
pub(super) const GROUND: &str = "det~står~klart~att~ingen~lider~men~(OSL~26~kap.~1~§)";

/// A Söderköping case, opened on 1 October.
pub(super) fn opened() -> Env {
    let env = Env::new();
    on(
        &env,
        "2026-10-01",
        "new-case --routine soderkoping --ref K-1 --date placering=2026-12-02 --answer akut=nej \
         --answer skolbyte=ja --answer annan-kommun=ja",
    );
    env
}

/// The same with a consent of the child's, given on 15 October and recorded on the 20th, and perhaps its last day.
pub(super) fn consented(last_day: &str) -> Env {
    let env = opened();
    let until = match last_day {
        "" => String::new(),
        day => format!("--answer samtycke-till={day}"),
    };
    let done = "done K-1 1 --on 2026-10-15 --answer samtycke=ja --answer samtycke-av=barnet";
    on(&env, "2026-10-20", &format!("{done} {until}"));
    env
}

pub(super) fn on(env: &Env, today: &str, text: &str) -> String {
    told(env, &format!("{text} --today {today}"))
}

/// Refuses what is done on that day of a step, and says why.
fn stopped(env: &Env, today: &str, text: &str) -> String {
    let why = refused(env, &format!("{text} --today {today}"));
    assert!(why.contains("Stoppat"), "{why}");
    why
}

pub(super) fn show(env: &Env, today: &str) -> Value {
    env.json(today, "show K-1")
}

pub(super) fn step<'s>(steps: &'s Value, id: &str) -> &'s Value {
    let mut steps = steps.as_array().unwrap().iter();
    steps.find(|row| row["step"] == id).unwrap()
}

pub(super) fn status(env: &Env, today: &str, id: &str) -> String {
    step(&show(env, today)["steps"], id)["status"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_step_done_after_the_last_day_is_stopped_and_takes_a_ground() {
    let env = consented("2026-11-01");
    let why = stopped(&env, "2026-11-20", "done K-1 3 --on 2026-11-20");
    assert!(
        why.contains("samtycket gällde till sön 1 nov 2026"),
        "{why}"
    );
    // The last day itself stands, whenever it is recorded, and the day it was given.
    on(&env, "2026-11-20", "done K-1 3 --on 2026-11-01");
    on(&env, "2026-11-20", "done K-1 5 --on 2026-10-15");
    stopped(&env, "2026-11-20", "done K-1 7 --on 2026-11-02");
    let text = format!(
        "done K-1 7 --on 2026-11-02 --answer i-skola=ja --despite {GROUND} --decided-by enhetschef"
    );
    on(&env, "2026-11-20", &text);
    let shown = show(&env, "2026-11-20");
    assert_eq!(step(&shown["steps"], "3")["despite"], Value::Null);
    assert_eq!(step(&shown["steps"], "7")["decided_by"], "enhetschef");
}

#[test]
fn a_yes_alone_opens_nothing_before_it_is_known_who_consented() {
    let env = opened();
    on(&env, "2026-10-02", "set K-1 --answer samtycke=ja");
    for id in ["2", "3", "5", "7", "8"] {
        assert_eq!(status(&env, "2026-10-02", id), "blocked", "{id}");
    }
    let shown = show(&env, "2026-10-02");
    let third = step(&shown["steps"], "3");
    assert_eq!(third["waits_for_ids"], json!(["samtycke", "samtycke-av"]));
    let why = stopped(&env, "2026-10-02", "done K-1 3");
    assert!(
        why.contains("obesvarad fråga: Vilka har samtyckt?"),
        "{why}"
    );
    on(&env, "2026-10-03", "set K-1 --answer samtycke-av=barnet");
    assert_eq!(status(&env, "2026-10-03", "3"), "open");
    // Said later, it still goes for the day on which the consent was given.
    on(&env, "2026-10-03", "done K-1 3 --on 2026-10-02");
    on(&env, "2026-10-03", "set K-1 --answer samtycke-av=");
    assert_eq!(status(&env, "2026-10-03", "5"), "blocked");
}

#[test]
fn a_consent_does_not_cover_what_was_done_before_it_was_given() {
    let env = consented("");
    let why = stopped(&env, "2026-10-20", "done K-1 3 --on 2026-10-14");
    assert!(
        why.contains("samtycket gavs först tor 15 okt 2026"),
        "{why}"
    );
    // An answer of no round counts from the day it was recorded.
    let env = opened();
    let given = "set K-1 --answer samtycke=ja --answer samtycke-av=barnet";
    on(&env, "2026-11-20", given);
    stopped(&env, "2026-11-20", "done K-1 3 --on 2026-11-10");
    stopped(&env, "2026-11-25", "done K-1 3 --on 2026-11-19");
    on(&env, "2026-11-25", "done K-1 3 --on 2026-11-20");
    // So does the answer of a round whose day nobody knows, until somebody does.
    let env = opened();
    let given = "done K-1 1 --on unknown --answer samtycke=ja --answer samtycke-av=barnet";
    on(&env, "2026-11-20", given);
    stopped(&env, "2026-11-20", "done K-1 3 --on 2026-11-10");
    on(&env, "2026-11-21", "done K-1 1 --on 2026-11-09");
    on(&env, "2026-11-21", "done K-1 3 --on 2026-11-10");
    assert_eq!(status(&env, "2026-11-21", "3"), "done");
}

#[test]
fn a_consent_that_was_withdrawn_covers_the_days_until_then() {
    for withdrawn in ["samtycke=nej", "samtycke=", "samtycke=delvis"] {
        let env = consented("");
        on(&env, "2026-11-15", &format!("set K-1 --answer {withdrawn}"));
        stopped(&env, "2026-11-20", "done K-1 3");
        stopped(&env, "2026-11-20", "done K-1 3 --on 2026-11-15");
        on(&env, "2026-11-20", "done K-1 3 --on 2026-11-14");
        assert_eq!(status(&env, "2026-11-20", "5"), "blocked");
    }
}

#[test]
fn a_consent_that_is_given_again_leaves_the_days_between_uncovered() {
    let env = consented("2026-11-01");
    let again = "set K-1 --answer samtycke=ja --answer samtycke-till=2027-06-01";
    on(&env, "2026-11-20", again);
    stopped(&env, "2026-11-25", "done K-1 3 --on 2026-11-10");
    on(&env, "2026-11-25", "done K-1 3 --on 2026-10-30");
    on(&env, "2026-11-25", "done K-1 5 --on 2026-11-20");
    assert_eq!(status(&env, "2026-11-25", "7"), "open");
    assert_eq!(status(&env, "2027-06-02", "7"), "blocked");
}

#[test]
fn the_consent_for_the_end_of_the_placement_runs_out_too() {
    let env = opened();
    on(
        &env,
        "2026-10-02",
        "set K-1 --date avslut=2027-06-18 --answer skolbyte-avslut=ja",
    );
    on(
        &env,
        "2026-10-02",
        "done K-1 9a --answer samtycke-avslut=ja --answer samtycke-av-avslut=barnet \
         --answer samtycke-till-avslut=2026-10-10",
    );
    assert_eq!(status(&env, "2026-10-10", "9b"), "open");
    assert_eq!(status(&env, "2026-10-11", "9b"), "blocked");
    assert_eq!(status(&env, "2026-10-11", "3"), "blocked");
    stopped(&env, "2026-10-12", "done K-1 9b");
    on(&env, "2026-10-12", "done K-1 9b --on 2026-10-10");
}

#[test]
fn a_day_that_is_told_later_must_be_one_on_which_the_consent_stood() {
    let env = consented("2026-11-01");
    on(&env, "2026-10-25", "done K-1 3 --on unknown");
    on(&env, "2026-10-25", "done K-1 5 --on unknown");
    let why = stopped(&env, "2026-10-26", "done K-1 3 --on 2026-10-14");
    assert!(why.contains("gavs först"), "{why}");
    let text = format!("done K-1 3 --on 2026-10-14 --despite {GROUND} --decided-by enhetschef");
    on(&env, "2026-10-26", &text);
    on(&env, "2026-12-01", "done K-1 5 --on 2026-10-16");
    let shown = show(&env, "2026-12-01");
    let third = step(&shown["steps"], "3");
    assert_eq!(
        (&third["done_on"], &third["decided_by"]),
        (&json!("2026-10-14"), &json!("enhetschef"))
    );
    let log = said(&env, "log K-1");
    assert!(log.contains("beslutat av enhetschef"), "{log}");
}

#[test]
fn a_part_is_judged_on_its_own_day_and_a_consent_may_decide_whether_a_step_applies() {
    let env = Env::new();
    env.write("r/egen.toml", ROUTINE);
    on(
        &env,
        "2026-10-01",
        "new-case --routines r --routine egen --ref K-1 --date start=2026-12-02",
    );
    let given = "done K-1 fraga --answer samtycke=ja --answer samtycke-till=2026-10-10";
    on(&env, "2026-10-05", given);
    // The routine does not ask who consented, so nobody waits for that.
    assert_eq!(status(&env, "2026-10-05", "delar"), "open");
    on(
        &env,
        "2026-10-20",
        "done K-1 delar --item a --on 2026-10-10",
    );
    let why = refused(
        &env,
        "done K-1 delar --item b --on 2026-10-11 --despite x --today 2026-10-20",
    );
    assert!(
        why.contains("samtycket gällde till"),
        "a bar is no matter of grounds: {why}"
    );
    on(
        &env,
        "2026-10-20",
        "done K-1 delar --item b --on 2026-10-09",
    );
    assert_eq!(status(&env, "2026-10-20", "delar"), "done");
    for (today, with, without) in [
        ("2026-10-10", "open", "not-applicable"),
        ("2026-10-11", "not-applicable", "open"),
    ] {
        assert_eq!(status(&env, today, "med"), with, "{today}");
        assert_eq!(status(&env, today, "utan"), without, "{today}");
    }
    // On the day it was done the step applied.
    on(&env, "2026-10-20", "done K-1 med --on 2026-10-10");
    // A refusal waits for nobody who consented.
    on(
        &env,
        "2026-10-21",
        "set K-1 --answer samtycke=nej --answer samtycke-till=",
    );
    assert_eq!(status(&env, "2026-10-21", "nej"), "open");
}

#[test]
fn every_list_says_that_a_consent_has_run_out_from_the_day_after_without_a_write() {
    let env = consented("2026-11-01");
    let before = env.files();
    for (today, expected) in [
        ("2026-11-01", "open"),
        ("2026-11-02", "blocked"),
        ("2027-01-10", "blocked"),
    ] {
        let ran_out = "samtycket gällde till sön 1 nov 2026";
        for list in [
            "next",
            "report",
            "report --within 400",
            "report --overdue",
            "show K-1",
        ] {
            let found = env.json(today, list);
            let steps = if list == "show K-1" {
                &found["steps"]
            } else {
                &found
            };
            let all = steps.as_array().unwrap().iter();
            let gated: Vec<_> = all
                .filter(|row| ["2", "3", "5", "7"].contains(&row["step"].as_str().unwrap()))
                .collect();
            assert!(list == "report --overdue" || !gated.is_empty(), "{list}");
            for row in gated {
                assert_eq!(row["status"], expected, "{list} on {today}: {row}");
                let waits = row["waits_for"].as_array().unwrap();
                // Over several cases nobody's consent is told.
                let is_told = expected == "blocked" && list == "show K-1";
                assert_eq!(waits.contains(&json!(ran_out)), is_told, "{row}");
                assert_eq!(waits.is_empty(), expected != "blocked", "{row}");
            }
            let table = said(&env, &format!("{list} --today {today}"));
            let table = table.split_whitespace().collect::<Vec<_>>().join(" ");
            if list != "report --overdue" {
                assert_eq!(
                    table.contains("gällde till"),
                    expected == "blocked" && list == "show K-1",
                    "{list} {table}"
                );
            }
        }
        said(&env, &format!("doctor --today {today}"));
    }
    assert!(env.files() == before, "nothing was written");
}

#[test]
fn what_was_done_stays_done_and_the_consent_under_it_stays_too() {
    let env = consented("2026-11-01");
    on(&env, "2026-10-25", "done K-1 3");
    on(&env, "2026-11-20", "note K-1 senare");
    assert_eq!(status(&env, "2026-11-20", "3"), "done");
    on(&env, "2026-11-20", "set K-1 --answer samtycke=nej");
    assert_eq!(status(&env, "2026-11-20", "3"), "done");
    let why = refused(&env, "undo K-1 1 --today 2026-11-20");
    assert!(why.contains("Steg 3"), "{why}");
}

/// Consent without anybody who gave it; a bar; parts; steps that apply with it, without it and after a no.
pub(super) const ROUTINE: &str = r#"
format = 1
id = "egen"
version = "1"
title = "Egen"
[source]
publisher = "P"
document = "D"
[grounds]
osl = ["ga", "gb"]
[[key_date]]
id = "start"
title = "Start"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "fraga"
title = "Fråga"
  [[phase.step.question]]
  id = "samtycke"
  text = "Samtycke?"
  kind = "choice"
  options = ["ja", "nej"]
  [[phase.step.question]]
  id = "samtycke-till"
  text = "Till?"
  kind = "date"
  required = false
[[phase.step]]
id = "delar"
title = "Delar"
requires = [{ question = "samtycke", is = "ja", gate = "never" }]
due = { on = "start" }
  [[phase.step.item]]
  id = "a"
  title = "A"
  [[phase.step.item]]
  id = "b"
  title = "B"
[[phase.step]]
id = "med"
title = "Med"
when = { question = "samtycke", is = "ja" }
[[phase.step]]
id = "utan"
title = "Utan"
when = { not = { question = "samtycke", is = "ja" } }
[[phase.step]]
id = "nej"
title = "Nej"
when = { question = "samtycke", is = "nej" }
[[phase.step]]
id = "grund"
title = "Grund"
requires = [{ question = "samtycke", is = "ja", despite = "osl" }]
"#;
