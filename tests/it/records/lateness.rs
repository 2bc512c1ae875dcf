//! Lateness stays to be seen, however it ended: every way to hide it leaves the round in `report --late`.

use serde_json::{Value, json};

use crate::harness::Env;

/// Dates, answers, requirements and repetition, each with a step that hangs on it.
const ROUTINE: &str = r#"
format = 1
id = "sen"
version = "1"
title = "Sent"
source = { publisher = "Prov", document = "Prov" }
role = [{ id = "ifo", title = "IFO" }, { id = "skola", title = "Skolan", party = "Skolan" }]
key_date = [{ id = "start", title = "Start", required = true }, { id = "slut", title = "Slut" }]
question = [
  { id = "behovs", text = "Behövs det?", kind = "yes-no" },
  { id = "takt", text = "Vilken takt?", kind = "choice", options = ["snabbt", "lugnt"] },
  { id = "kommer", text = "När kommer det?", kind = "date" },
]
phase = [{ id = "p", title = "P", step = [
  { id = "datum", title = "Efter start", responsible = ["ifo"], due = { after = "start", term = "10 days" } },
  { id = "slutet", title = "Efter slut", responsible = ["skola"], due = { after = "slut", term = "10 days" } },
  { id = "svar", title = "Om det behövs", responsible = ["ifo"], when = { question = "behovs", is = "yes" }, due = { after = "start", term = "10 days" } },
  { id = "regel", title = "I rätt takt", responsible = ["ifo"], due = [
    { when = { question = "takt", is = "lugnt" }, after = "start", term = "100 days" },
    { after = "start", term = "10 days" },
  ] },
  { id = "fraga", title = "När det kommer", responsible = ["ifo"], due = { answer = "kommer" } },
  { id = "foljd", title = "Efter steget datum", responsible = ["ifo"], due = { after = { step = "datum" }, term = "5 days" } },
  { id = "veckovis", title = "Varje vecka", responsible = ["ifo"], due = { every = "1 week", from = "start" } },
] }]
"#;

/// A case opened on 1 November with everything given, on a day when all of it is ten days late or more.
fn late() -> Env {
    let env = Env::new();
    env.write("r/sen.toml", ROUTINE);
    let env = env.with("SISAM_ROUTINES", "r");
    on(
        &env,
        "2026-11-01",
        "new-case --routine sen --ref A --date start=2026-11-02 --date slut=2026-11-02 --answer behovs=ja --answer kommer=2026-11-12 --role ifo=Anna",
    );
    env
}

/// The day everything that follows is done on; what was due 12 November is then ten days late.
const LATE: &str = "2026-11-22";

fn on(env: &Env, day: &str, line: &str) {
    env.line(&format!("{line} --today {day}")).success();
}

fn read(env: &Env, line: &str) -> Value {
    let told = env.line(&format!("{line} --format json")).success();
    serde_json::from_str(&told.out).unwrap()
}

/// A step's row in `report --late`, which must say what `show` says; null where it is not listed.
fn row(env: &Env, day: &str, step: &str) -> Value {
    let pick = |steps: &Value| {
        let mut steps = steps.as_array().unwrap().iter();
        steps
            .find(|row| row["step"] == step && row["round"] == 1)
            .cloned()
    };
    let listed = pick(&read(
        env,
        &format!("report --late --details --today {day}"),
    ));
    let shown = pick(&read(env, &format!("show A --today {day}"))["steps"]);
    if let Some(listed) = &listed {
        assert_eq!(Some(listed), shown.as_ref(), "the list and show agree");
    }
    env.line(&format!("doctor --today {day}")).success();
    listed.unwrap_or_default()
}

fn is(row: &Value, expected: &Value) {
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&row[key], value, "{key}: {row:#}");
    }
}

/// What fell away: when, by which event, and how late it was by then.
fn is_fallen(row: &Value, by: u64) {
    let ended = json!({ "ended_by": "fell-away", "ended_on": LATE, "days_late": 10 });
    is(row, &ended);
    is(
        row,
        &json!({ "moved_from": "2026-11-12", "moved_by": by, "overdue": false }),
    );
}

#[test]
fn a_case_closed_with_late_steps_says_why_and_lists_them() {
    let env = late();
    let refused = env.line("close A --today 2026-11-22").fails(1).err;
    assert!(refused.contains("--orsak"), "{refused}");
    on(&env, LATE, "close A --reason flyttat");
    is(
        &row(&env, "2027-05-01", "datum"),
        &json!({ "ended_by": "closed", "ended_on": LATE, "days_late": 10, "overdue": false, "moved_by": null }),
    );
    env.line("report --overdue --check --today 2027-05-01")
        .ends(0);
    // Opened again it stands as before.
    on(&env, "2026-12-01", "reopen A --reason fel");
    assert!(row(&env, "2026-12-01", "datum").is_null());
    env.line("report --overdue --check --today 2026-12-01")
        .ends(3);
}

#[test]
fn a_repeating_step_that_alone_is_late_asks_for_a_reason_too() {
    let env = late();
    for step in ["datum", "slutet", "svar", "regel", "fraga", "foljd"] {
        on(&env, "2026-11-08", &format!("done A {step}"));
    }
    on(&env, "2026-11-08", "done A veckovis");
    let refused = env.line("close A --today 2026-11-22").fails(1).err;
    assert!(
        refused.contains("försenade") && refused.contains("Varje vecka"),
        "{refused}"
    );
    assert_eq!(read(&env, "show A --today 2026-11-22")["may_close"], false);
    on(&env, "2026-11-09", "close A");
}

#[test]
fn a_case_that_is_continued_says_why_and_lists_what_was_late() {
    let env = late();
    let refused = env
        .line("new-case --continues A --date start=2026-12-01 --today 2026-11-22")
        .fails(1)
        .err;
    assert!(refused.contains("--orsak"), "{refused}");
    assert_eq!(read(&env, "list --all").as_array().unwrap().len(), 1);
    on(
        &env,
        LATE,
        "new-case --continues A --date start=2026-12-01 --reason omplacering",
    );
    let log = env.line("log A").success().out;
    assert!(log.contains("omplacering"), "{log}");
    is(
        &row(&env, "2026-12-24", "datum"),
        &json!({ "ended_by": "continued", "ended_on": LATE, "days_late": 10, "overdue": false }),
    );
    env.line("new-case --routine sen --reason x --date start=2026-12-01")
        .fails(2);
}

#[test]
fn a_late_step_that_is_skipped_is_listed() {
    let env = late();
    on(&env, LATE, "skip A datum --reason inget");
    is(
        &row(&env, "2026-12-24", "datum"),
        &json!({ "ended_by": "skipped", "ended_on": LATE, "days_late": 10, "moved_by": null }),
    );
    let told = env
        .line("report --late --today 2026-12-24 --plain")
        .success()
        .out;
    assert!(told.contains("hoppades över 10 dagar försenat"), "{told}");
    // Under an earlier day than the case has seen it is told late; in time is in time.
    on(&env, "2026-11-10", "skip A regel --reason inget");
    assert!(!row(&env, "2026-12-24", "regel").is_null());
    let env = late();
    on(&env, "2026-11-10", "skip A regel --reason inget");
    assert!(row(&env, "2026-12-24", "regel").is_null());
}

#[test]
fn an_anchor_moved_forward_and_back_around_done_is_told() {
    let env = late();
    on(&env, LATE, "set A --date start=2026-11-20");
    let moved = row(&env, LATE, "datum");
    is(
        &moved,
        &json!({ "due": "2026-11-30", "ended_by": null, "moved_from": "2026-11-12", "overdue": false }),
    );
    let by = moved["moved_by"].as_u64().unwrap();
    let told = env
        .line("report --late --today 2026-11-22 --plain")
        .success()
        .out;
    assert!(
        told.contains(&format!("datumet ändrades i efterhand (händelse {by})")),
        "{told}"
    );
    on(&env, LATE, "done A datum");
    on(&env, LATE, "set A --date start=2026-11-02");
    is(
        &row(&env, "2026-12-24", "datum"),
        &json!({ "ended_by": "done", "days_late": 0, "moved_from": "2026-11-12", "moved_by": by }),
    );
    // What only went there and back is late as it was, and nothing else.
    assert!(row(&env, "2026-12-24", "regel").is_null());
    env.line("report --overdue --check --today 2026-12-24")
        .ends(3);
}

#[test]
fn what_a_date_or_answer_takes_away_is_listed_with_the_event_that_did() {
    for (step, line) in [
        ("slutet", "set A --date slut="),
        ("svar", "set A --answer behovs=nej"),
        ("svar", "set A --answer behovs="),
        ("fraga", "set A --answer kommer="),
        ("datum", "set A --date start="),
    ] {
        let env = late();
        on(&env, LATE, line);
        let log = read(&env, "log A");
        let last = log.as_array().unwrap().last().unwrap()["seq"]
            .as_u64()
            .unwrap();
        let listed = row(&env, "2027-01-01", step);
        is_fallen(&listed, last);
        // With every other filter too.
        let role = if step == "slutet" {
            "--role skola --party Skolan"
        } else {
            "--role ifo --who Anna"
        };
        let narrowed = read(
            &env,
            &format!("report --late --within 9 --routine sen {role} --today 2027-01-01"),
        );
        let steps = narrowed.as_array().unwrap().iter();
        assert!(
            steps.into_iter().any(|row| row["step"] == step),
            "{line}: {narrowed:#}"
        );
        // Taking it back restores what was.
        on(&env, "2026-11-23", "undo A --yes");
        assert!(row(&env, "2026-11-23", step).is_null(), "{line}");
        env.line("report --overdue --check --today 2026-11-23")
            .ends(3);
    }
}

#[test]
fn an_answer_that_changes_the_rule_is_told() {
    for (step, line, due) in [
        ("regel", "set A --answer takt=lugnt", "2027-02-10"),
        ("fraga", "set A --answer kommer=2026-12-20", "2026-12-20"),
        (
            "datum",
            "extend A datum --to 2026-12-24 --reason x --decided-by chefen",
            "2026-12-24",
        ),
    ] {
        let env = late();
        on(&env, LATE, line);
        let listed = row(&env, "2026-12-01", step);
        is(
            &listed,
            &json!({ "due": due, "ended_by": null, "moved_from": "2026-11-12" }),
        );
        assert!(listed["moved_by"].is_u64());
    }
}

#[test]
fn done_on_an_earlier_day_or_an_unknown_one_says_when_it_was_told() {
    for (day, days_late) in [("2026-11-05", json!(0)), ("unknown", Value::Null)] {
        let env = late();
        on(&env, LATE, &format!("done A datum --on {day}"));
        let listed = row(&env, "2026-12-24", "datum");
        is(
            &listed,
            &json!({ "ended_by": "done", "days_late": days_late }),
        );
        let told = env.line("report --late --plain").success().out;
        assert!(told.contains("antecknat 10 dagar efter datumet"), "{told}");
    }
    // What is caught up when a case is opened was late for nobody.
    let env = late();
    on(
        &env,
        LATE,
        "new-case --routine sen --ref B --date start=2026-10-01 --done datum=2026-10-05",
    );
    let listed = read(&env, "report --late --today 2026-11-22");
    assert!(
        !listed
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["case"] == "B"),
        "{listed:#}"
    );
}

#[test]
fn undoing_and_doing_anew_or_a_round_that_is_gone_hides_nothing() {
    // Done late, its anchor moved while it is done, then undone.
    let env = late();
    on(&env, LATE, "done A datum");
    on(&env, LATE, "set A --date start=2027-01-01");
    on(&env, LATE, "undo A datum --yes");
    is(
        &row(&env, LATE, "datum"),
        &json!({ "moved_from": "2026-11-12", "due": "2027-01-11", "ended_by": null }),
    );
    // A step that hangs on one that is undone.
    let env = late();
    on(&env, "2026-11-04", "done A datum");
    on(&env, LATE, "undo A datum --yes");
    is(
        &row(&env, LATE, "foljd"),
        &json!({ "ended_by": "fell-away", "days_late": 13, "moved_from": "2026-11-09" }),
    );
    // An earlier day that is given hides nothing that was late by then.
    let env = late();
    on(&env, LATE, "note A x");
    on(&env, "2026-11-03", "set A --date slut=");
    is(
        &row(&env, LATE, "slutet"),
        &json!({ "ended_by": "fell-away", "moved_from": "2026-11-12" }),
    );
}

#[test]
fn lateness_goes_with_an_exported_case() {
    let env = late();
    on(&env, LATE, "set A --answer behovs=nej");
    on(&env, LATE, "skip A datum --reason inget");
    let before = read(&env, "report --late --today 2026-12-24");
    on(&env, LATE, "export A --out a.json");
    let env = env.with("SISAM_DB", "annan.db");
    on(&env, LATE, "import a.json");
    assert_eq!(read(&env, "report --late --today 2026-12-24"), before);
    env.line("doctor").success();
}

#[test]
fn a_case_that_is_opened_again_a_second_time_is_late_as_the_first() {
    let env = Env::new();
    env.write("r/sen.toml", ROUTINE);
    let env = env.with("SISAM_ROUTINES", "r");
    for (day, line) in [
        (
            "2026-11-01",
            "new-case --routine sen --ref A --date start=2026-11-02",
        ),
        ("2026-11-03", "close A --reason x"),
        (LATE, "reopen A --reason y"),
        (LATE, "undo A --yes"),
        (LATE, "reopen A --reason y"),
    ] {
        on(&env, day, line);
    }
    let rows = read(&env, &format!("report --overdue --today {LATE}"));
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["step"] == "datum");
    let row = row.expect("late again");
    assert_eq!(
        (&row["overdue"], &row["ended_by"]),
        (&true.into(), &Value::Null)
    );
}
