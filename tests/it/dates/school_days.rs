//! Terms in school days, and rules that come back every school term.

use insta::assert_snapshot;
use serde_json::Value;

use super::school_calendar::YEAR;
use super::{json, on, step};
use crate::harness::Env;

const ROUTINE: &str = r#"format = 1
id = "skoldagar"
version = "1"
title = "Skoldagar"
[source]
publisher = "P"
document = "D"
[[key_date]]
id = "start"
title = "Start"
[[key_date]]
id = "slut"
title = "Slut"
[[question]]
id = "ofta"
text = "Hur ofta?"
kind = "term"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "efter"
title = "Ta kontakt"
due = { after = "start", term = "10 schooldays" }
[[phase.step]]
id = "fore"
title = "Förbered"
due = { before = "slut", term = "5 schooldays", earliest = "10 schooldays" }
[[phase.step]]
id = "genast"
title = "Ring"
due = { after = "start", promptly = true, term = "1 schoolday" }
[[phase.step]]
id = "grid"
title = "Stäm av"
due = { every = "30 schooldays", from = "start", until = "slut" }
[[phase.step]]
id = "svar"
title = "Återkoppla"
due = { every = { answer = "ofta" }, from = "start", counted = "last-done" }
[[phase.step]]
id = "termin"
title = "Se över terminen"
due = { each = "school-term", from = "start", until = "slut" }
"#;

const IDS: [&str; 6] = ["efter", "fore", "genast", "grid", "svar", "termin"];

fn home() -> Env {
    let env = Env::new().with("SISAM_ROUTINES", "routines");
    env.write("routines/skoldagar.toml", ROUTINE);
    env.write("lasar.toml", YEAR);
    env
}

/// A case with a start and an end, without a calendar.
fn case(start: &str, end: &str) -> Env {
    let env = home();
    let line = format!(
        "new-case --routine skoldagar --ref A --date start={start} --date slut={end} --answer ofta=20:skoldagar"
    );
    let words = line.split(' ').map(|word| word.replace("20:", "20 "));
    env.sisam(words).success();
    env
}

/// The due date of every step, or what it waits for.
fn dates(steps: &Value) -> Vec<String> {
    let of = |id| {
        let step = step(steps, id);
        match (step["due"].as_str(), step["waits_for"][0].as_str()) {
            (Some(due), _) => due.to_owned(),
            (None, Some(waits)) => format!("{}: {waits}", step["status"].as_str().unwrap()),
            (None, None) => panic!("{step}"),
        }
    };
    IDS.map(of).to_vec()
}

#[test]
fn without_a_calendar_they_wait_and_nothing_is_guessed() {
    let env = case("2026-11-20", "2027-03-01");
    let waiting = ["waiting: läsårsdata saknas"; 6];
    assert_eq!(dates(&json(&env, "show A")["steps"]), waiting);
    let shown = env.line("show A").success().out;
    let waiting = shown.lines().filter(|line| line.ends_with("väntar på A"));
    assert_eq!(waiting.count(), 6, "{shown}");
    let missing = json(&env, "report --missing");
    assert_eq!(missing.as_array().unwrap().len(), 6);
    assert_eq!(
        step(&missing, "efter")["waits_for_ids"],
        serde_json::json!(["calendar"])
    );
    let why = env.line("why A efter").success().out;
    assert!(why.contains("Väntar: läsårsdata saknas"), "{why}");
    let planned = json(
        &env,
        "routine plan skoldagar --date start=2026-11-20 --date slut=2027-03-01",
    );
    assert!(
        planned
            .as_array()
            .unwrap()
            .iter()
            .all(|step| step["due"].is_null())
    );
}

#[test]
fn with_a_calendar_they_have_dates() {
    let env = case("2026-11-20", "2027-03-01");
    let told = env.line("set A --calendar lasar.toml").success().out;
    assert_snapshot!(told, @r"
    Sparat.
    Steg 1: väntar → senast mån 7 dec 2026
    Steg 2: väntar → senast mån 22 feb 2027
    Steg 3: väntar → senast tis 24 nov 2026
    Steg 4: väntar → senast mån 25 jan 2027
    Steg 5: väntar → senast mån 11 jan 2027
    Steg 6: väntar → senast fre 18 dec 2026
    ");
    // 23 November is a study day; from 19 December to 10 January nobody is in school.
    let expected = [
        "2026-12-07",
        "2027-02-22",
        "2026-11-24",
        "2027-01-25",
        "2027-01-11",
        "2026-12-18",
    ];
    assert_eq!(dates(&json(&env, "show A")["steps"]), expected);
    assert_eq!(
        step(&json(&env, "show A")["steps"], "fore")["earliest"],
        "2027-02-15"
    );
    assert_eq!(
        step(&json(&env, "show A")["steps"], "termin")["earliest"],
        "2026-08-17"
    );
    let why = env.line("why A efter").success().out;
    assert_snapshot!(why, @r"
    A · Steg 1 Ta kontakt · öppet
      Räknas från: Start fre 20 nov 2026 (registrerat lör 21 nov 2026 av test)
      Läsårsdata: Läsåret 2026/27, känt ons 1 juli 2026–ons 30 juni 2027
      Regel: inom 10 skoldagar efter start
      Senast: mån 7 dec 2026
      Grund: eget riktvärde, inte rutinens
    ");
}

#[test]
fn the_calendar_is_kept_with_the_case() {
    let env = case("2026-11-20", "2027-03-01");
    env.line("set A --calendar lasar.toml").success();
    let with = dates(&json(&env, "show A")["steps"]);
    // The file may go: the case has its own copy.
    std::fs::remove_file(env.path("lasar.toml")).unwrap();
    assert_eq!(dates(&json(&env, "show A")["steps"]), with);
    let log = env.line("log A").success().out;
    assert!(log.contains("läsårsdata: Läsåret 2026/27"), "{log}");
    let event = json(&env, "log A")
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(event["event"], "calendar-set");
    assert_eq!(event["calendar"]["terms"][1]["last"], "2027-06-15");
    env.write("lasar.toml", YEAR);
    let told = env.line("set A --calendar lasar.toml").success().out;
    assert!(told.contains("Inget är ändrat"), "{told}");

    env.line("undo A").success();
    let waiting = ["waiting: läsårsdata saknas"; 6];
    assert_eq!(dates(&json(&env, "show A")["steps"]), waiting);
}

#[test]
fn a_new_calendar_moves_open_rounds_and_no_ended_one() {
    let env = case("2026-11-20", "2027-03-01");
    env.line("set A --calendar lasar.toml").success();
    on(&env, "2026-12-08", "done A efter");
    let later = YEAR
        .replace("2027-01-11", "2027-01-08")
        .replace("2026-12-18", "2026-12-17");
    env.write("nytt.toml", &later);
    on(&env, "2026-12-09", "set A --calendar nytt.toml");
    let steps = &json(&env, "show A --today 2026-12-09")["steps"];
    assert_eq!(step(steps, "efter")["due"], "2026-12-07");
    assert_eq!(step(steps, "efter")["days_late"], 1);
    assert_eq!(step(steps, "termin")["due"], "2026-12-17");
    assert_eq!(step(steps, "grid")["due"], "2027-01-25");
}

#[test]
fn a_base_in_a_holiday_counts_from_the_first_school_day() {
    // In the summer before the first term nobody is in school: that much a calendar tells of its half-year.
    let env = case("2026-07-20", "2027-06-27");
    env.line("set A --calendar lasar.toml").success();
    let expected = [
        "2026-08-28",
        "2027-06-09",
        "2026-08-17",
        "2026-09-25",
        "2026-09-11",
        "2026-12-18",
    ];
    assert_eq!(dates(&json(&env, "show A")["steps"]), expected);
}

#[test]
fn a_base_outside_the_calendar_waits() {
    // Before its half-year another term may have ended, and school days been counted.
    let env = case("2026-06-01", "2027-09-01");
    env.line("set A --calendar lasar.toml").success();
    let waiting = ["waiting: läsårsdata saknas"; 6];
    assert_eq!(dates(&json(&env, "show A")["steps"]), waiting);
}

#[test]
fn beyond_the_calendars_end_they_wait_again() {
    let env = case("2027-05-31", "2028-03-01");
    env.line("set A --calendar lasar.toml").success();
    let waits = "waiting: läsårsdata saknas";
    let expected = [
        "2027-06-14",
        waits,
        "2027-06-01",
        waits,
        waits,
        "2027-06-15",
    ];
    assert_eq!(dates(&json(&env, "show A")["steps"]), expected);
    on(&env, "2027-06-15", "done A termin");
    let steps = &json(&env, "show A --today 2027-06-16")["steps"];
    assert_eq!(step(steps, "termin")["round"], 2);
    assert_eq!(step(steps, "termin")["waits_for"][0], "läsårsdata saknas");
    // Where the end comes before anything more could, there is nothing to wait for.
    on(&env, "2027-06-16", "set A --date slut=2027-06-29");
    let steps = &json(&env, "show A --today 2027-06-16")["steps"];
    assert_eq!(step(steps, "termin")["round"], 1);
    assert_eq!(step(steps, "grid")["status"], "not-applicable");
    // The next year's terms, in the same file as those before.
    let more = YEAR.replace(
        "[[off]]\ntitle = \"Höstlov\"",
        "[[term]]\ntitle = \"Höstterminen 2027\"\nfirst = 2027-08-16\nlast = 2027-12-17\n\n[[off]]\ntitle = \"Höstlov\"",
    );
    env.write("lasar.toml", &more);
    let words = [
        "set",
        "A",
        "--calendar",
        "lasar.toml",
        "--date",
        "slut=2028-03-01",
    ];
    env.sisam(words.into_iter().chain(["--today", "2027-06-16"]))
        .success();
    let steps = &json(&env, "show A --today 2027-06-16")["steps"];
    assert_eq!(step(steps, "termin")["due"], "2027-12-17");
}

#[test]
fn a_plan_looks_ahead_as_far_as_the_calendar_goes() {
    let env = home();
    let line = "routine plan skoldagar --date start=2026-11-20 --calendar lasar.toml";
    let planned = json(&env, line);
    let rounds = |id: &str| {
        let steps = planned.as_array().unwrap().iter();
        let of_step = steps.filter(|step| step["step"] == id);
        let dates = of_step.map(|step| step["due"].as_str().unwrap_or("väntar").to_owned());
        dates.collect::<Vec<_>>()
    };
    assert_eq!(rounds("termin"), ["2026-12-18", "2027-06-15"]);
    assert_eq!(
        rounds("grid"),
        ["2027-01-25", "2027-03-08", "2027-04-22", "2027-06-04"]
    );
    assert_eq!(rounds("fore"), ["väntar"]);
}

#[test]
fn sisams_own_school_days_are_never_days_off() {
    // Every date that a calendar gives is one on which its schools are open.
    let env = home();
    for start in [
        "2026-09-14",
        "2026-10-30",
        "2026-12-17",
        "2027-03-15",
        "2027-04-29",
    ] {
        let line = format!("routine plan skoldagar --date start={start} --calendar lasar.toml");
        let planned = json(&env, &line);
        let dates = planned
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|step| step["due"].as_str());
        for due in dates {
            let day: chrono::NaiveDate = due.parse().unwrap();
            assert!(sisam::domain::calendar::is_working_day(day), "{due}");
            let off = [
                "2026-11-02",
                "2026-11-03",
                "2026-11-04",
                "2026-11-05",
                "2026-11-06",
                "2026-11-23",
                "2027-03-19",
            ];
            assert!(!off.contains(&due), "{due}");
            assert!(!("2026-12-19".."2027-01-11").contains(&due), "{due}");
        }
    }
}
