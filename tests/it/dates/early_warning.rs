//! What must be done sooner than its own date says, told before it is too late.

use insta::assert_snapshot;

use super::{json, on, step};
use crate::harness::Env;

/// Consent is due a week after the handover that needs it, and the meeting in between waits for consent.
const ROUTINE: &str = r#"format = 1
id = "tryck"
version = "1"
title = "Tryck"
[source]
publisher = "P"
document = "D"
[[key_date]]
id = "start"
title = "Start"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "1"
title = "Samtycke"
due = { after = "start", term = "3 weeks" }
  [[phase.step.question]]
  id = "samtycke"
  text = "Samtycke?"
  kind = "yes-no"
[[phase.step]]
id = "2"
title = "Möte"
due = { after = { step = "1" }, term = "1 week" }
[[phase.step]]
id = "3"
title = "Överlämning"
requires = [{ step = "2" }]
due = { after = "start", term = "2 weeks" }
"#;

fn pressed() -> Env {
    let env = Env::new().with("SISAM_ROUTINES", "routines");
    env.write("routines/tryck.toml", ROUTINE);
    env.line("new-case --routine tryck --ref A --date start=2026-11-20")
        .success();
    env
}

#[test]
fn in_the_list_of_what_is_next() {
    let env = pressed();
    assert_snapshot!(env.line("next").success().out, @r"
    Ärende      Steg                                       Senast  Vems tur    Grund
    ────────────────────────────────────────────────────────────────────────────────
    A knölsvan  3 Överlämning                              4 dec   ej bestämt  eget
                kan inte gå vidare
                Bråttom: kan inte hinnas före fre 4 dec
                2026 om inte Steg 1 görs senast fre 4 dec
                2026
                1 Samtycke                                 11 dec  ej bestämt  eget
                Bråttom: måste göras senast fre 4 dec
                2026, annars hinns inte Steg 3 i tid
    ");
    assert_snapshot!(env.line("next A --plain").success().out, @r"
    Ärende: A knölsvan
    Steg: 3 Överlämning
    Ansvarig: inte bestämt
    Senast: 4 dec
    Läge: om 13 dagar
    Vems tur: ej bestämt
    Grund: eget
    Väntar på: kräver först: Steg 2 Möte
    Bråttom: kan inte hinnas före fre 4 dec 2026 om inte Steg 1 görs senast fre 4 dec 2026

    Ärende: A knölsvan
    Steg: 1 Samtycke
    Ansvarig: inte bestämt
    Senast: 11 dec
    Vems tur: ej bestämt
    Grund: eget
    Bråttom: måste göras senast fre 4 dec 2026, annars hinns inte Steg 3 i tid
    ");
}

#[test]
fn in_the_report_of_what_is_due_soon() {
    let env = pressed();
    let told = env.line("report --within 14").success().out;
    assert_snapshot!(told.split("\n\n").nth(1).unwrap(), @r"
    Ärende      Steg                                       Senast  Vems tur    Grund
    ────────────────────────────────────────────────────────────────────────────────
    A knölsvan  3 Överlämning                              4 dec   ej bestämt  eget
                kan inte gå vidare
                Bråttom: kan inte hinnas före fre 4 dec
                2026 om inte Steg 1 görs senast fre 4 dec
                2026
    ");
    let listed = json(&env, "report --within 30");
    let expected = serde_json::json!({"step": "1", "latest": "2026-12-04", "needed_by": "3"});
    assert_eq!(step(&listed, "1")["pressed"], expected);
    assert_eq!(step(&listed, "3")["pressed"], expected);
}

#[test]
fn it_goes_when_there_is_nothing_to_press_any_more() {
    let env = pressed();
    let told = |env: &Env, day: &str| {
        let listed = json(env, &format!("report --today {day}"));
        let listed = listed.as_array().unwrap().iter();
        listed.filter(|step| !step["pressed"].is_null()).count()
    };
    assert_eq!(told(&env, "2026-12-04"), 2);
    // After that day it is no longer a warning: what was to be in time is late.
    assert_eq!(told(&env, "2026-12-05"), 0);
    on(&env, "2026-11-23", "done A 1 --answer samtycke=ja");
    // The meeting is due on the 30th now, in time.
    assert_eq!(told(&env, "2026-11-23"), 0);
    on(&env, "2026-11-23", "undo A");
    assert_eq!(told(&env, "2026-11-23"), 2);
    on(&env, "2026-11-24", "close A --reason slut");
    let case = json(&env, "show A");
    assert!(step(&case["steps"], "1")["pressed"].is_null());
}

#[cfg(unix)]
#[test]
fn on_the_card_of_the_walk() {
    let env = pressed();
    let mut terminal = env.at_terminal("next A");
    terminal.sees("Överlämning").sees("Bråttom");
    terminal.sees("kan inte hinnas före fre 4 dec 2026 om inte Steg 1");
    // Ctrl-C is an answer once there is a question.
    terminal.sees("Vad har hänt");
    let (code, _) = terminal.leaves();
    assert_eq!(code, 0);
}
