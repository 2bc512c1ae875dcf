//! `akt`: what is shown, what is marked and when, and what lists say of it.

use insta::assert_snapshot;

use super::{nacka, said, soderkoping, told};
use crate::harness::Env;
#[cfg(unix)]
use crate::terminal::{ENTER, UP};

fn lagging(env: &Env) -> serde_json::Value {
    env.json(crate::harness::TODAY, "")["cases_not_in_akt"].clone()
}

#[test]
fn what_was_recorded_since_last_time_in_sentences_that_name_nobody() {
    let env = soderkoping();
    said(&env, "akt 2026-001 --yes");
    said(
        &env,
        "done 2026-001 1 --on 2026-11-20 --answer samtycke=ja --answer samtycke-av=barnet --answer samtycke-till=2027-06-30",
    );
    said(
        &env,
        "extend 2026-001 3 --to 2026-12-15 --reason Sjukdom --decided-by enhetschef",
    );
    let read = said(&env, "akt 2026-001");
    assert_snapshot!(read, @r"
    2026-11-20  Finns samtycke till att skolan och socialtjänsten samarbetar? Svar: ja, från barnet, till och med ons 30 juni 2027.
    2026-11-20  Hämta in samtycke (rutinens steg 1): klart.
    2026-11-21  Ny tid för Ta kontakt med mottagande skola (rutinens steg 3): tis 15 dec 2026. Skäl: Sjukdom. Beslutat av: enhetschef.
    ");
    let word = env.json(crate::harness::TODAY, "show 2026-001")["code_word"].clone();
    for kept_out in ["2026-001", "test", word.as_str().unwrap()] {
        assert!(!read.contains(kept_out), "{kept_out}");
    }
    let lines = env.json(crate::harness::TODAY, "akt 2026-001");
    assert_eq!(lines[0]["on"], "2026-11-20");
    assert_eq!(
        lines[0].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["on", "seq", "text"]
    );
}

#[test]
fn in_a_script_only_yes_marks_it_and_the_overview_counts_what_lags() {
    let env = nacka();
    let before = env.files();
    said(&env, "akt 2026-001");
    said(&env, "akt 2026-001 --since 2026-01-01");
    said(&env, "journal");
    assert!(env.files() == before, "reading changes nothing");
    assert_eq!(lagging(&env), 1);
    assert_snapshot!(said(&env, "akt"), @r"
    Ärende          Rutin  Öppnat  Senast  Försenat  Läge
    ──────────────────────────────────────────────────────
    2026-001 topas  Nacka  21 nov  20 okt  1 steg    öppet

    Text att föra in: sisam akt ÄRENDE
    ");
    assert_snapshot!(told(&env, "akt 2026-001 --yes").lines().last().unwrap().to_owned(), @"2026-11-21  Är placeringen akut? Svar: nej.");
    assert_eq!(lagging(&env), 0);
    assert_snapshot!(said(&env, "akt"), @"Det finns inget nytt att föra in i akten.");
    assert_snapshot!(said(&env, "akt 2026-001"), @"Det finns inget nytt att föra in: fört till akten lör 21 nov 2026.");
    assert_eq!(
        env.json(crate::harness::TODAY, "akt"),
        serde_json::json!([])
    );
    assert_eq!(
        env.json(crate::harness::TODAY, "akt 2026-001"),
        serde_json::json!([])
    );
    // Nothing is marked twice.
    let count = |env: &Env| {
        env.json(crate::harness::TODAY, "log 2026-001")
            .as_array()
            .unwrap()
            .len()
    };
    let marked = count(&env);
    said(&env, "akt 2026-001 --yes");
    assert_eq!(count(&env), marked);
    // Once more from a day on; and the mark is taken back like any other change.
    assert!(said(&env, "akt 2026-001 --sedan 2026-11-21").contains("påbörjades"));
    assert_eq!(
        said(&env, "akt 2026-001 --sedan 2026-11-22")
            .lines()
            .count(),
        1
    );
    said(&env, "undo 2026-001 --yes");
    assert_eq!(lagging(&env), 1);
    said(&env, "doctor");
}

#[test]
fn a_closed_case_counts_where_some_of_it_was_brought_over() {
    let env = nacka();
    said(&env, "close 2026-001 --reason Flyttat");
    assert_eq!(lagging(&env), 0);
    said(&env, "akt 2026-001 --yes");
    said(&env, "reopen 2026-001 --reason Fel");
    said(&env, "akt 2026-001 --yes");
    said(&env, "close 2026-001 --reason Flyttat");
    assert_eq!(lagging(&env), 1);
    said(&env, "doctor");
}

#[test]
fn what_was_brought_over_and_then_taken_back_is_put_right() {
    let env = nacka();
    said(&env, "note 2026-001 Fel~barn");
    said(&env, "akt 2026-001 --yes");
    said(&env, "undo 2026-001 --yes");
    said(&env, "undo 2026-001 --yes");
    // The mark was taken back first: nothing was brought over.
    assert!(!said(&env, "akt 2026-001").contains("barn"));
    said(&env, "done 2026-001 1 --on 2026-11-20");
    said(&env, "akt 2026-001 --yes");
    said(&env, "undo 2026-001 1 --yes");
    assert_snapshot!(said(&env, "akt 2026-001"), @"2026-11-21  Rättelse, det här gäller inte: Involvera hemskolan redan när LVU utreds (rutinens steg 1): klart.");
    said(&env, "akt 2026-001 --yes");
    assert_eq!(lagging(&env), 0);
    said(&env, "doctor");
}

#[test]
fn a_note_that_was_taken_out_of_the_file_is_left_out() {
    let env = nacka();
    said(&env, "akt 2026-001 --yes");
    said(&env, "note 2026-001 Fel~barn");
    let seq = env.json(crate::harness::TODAY, "akt 2026-001")[0]["seq"].clone();
    said(&env, &format!("redact 2026-001 {seq} --reason Fel --yes"));
    assert_eq!(
        env.json(crate::harness::TODAY, "akt 2026-001"),
        serde_json::json!([])
    );
    assert_eq!(lagging(&env), 0);
    said(&env, "doctor");
}

#[test]
fn commands_say_what_is_to_be_entered() {
    let env = nacka();
    for (line, says) in [
        ("set 2026-001 --date utskrivning=2027-03-01", true),
        ("set 2026-001 --role rektor-hemskola=Berg", false),
        (
            "extend 2026-001 1 --to 2026-12-01 --reason Sjukdom --decided-by chef",
            true,
        ),
        ("done 2026-001 1", false),
    ] {
        let told = told(&env, line);
        assert_eq!(
            told.contains("För in det i akten: sisam akt 2026-001"),
            says,
            "{told}"
        );
    }
}

#[cfg(unix)]
#[test]
fn at_a_terminal_it_is_asked_and_enter_marks_nothing() {
    let env = nacka();
    let asks = "Är det infört i akten?";
    let mut terminal = env.at_terminal("akt 2026-001");
    terminal.sees("påbörjades").sees(asks).types(ENTER);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(lagging(&env), 1);
    // What is shown once more is no question.
    let (code, screen) = env.at_terminal("akt 2026-001 --since 2026-01-01").ends();
    assert!(code == 0 && !screen.contains(asks));
    let mut terminal = env.at_terminal("akt 2026-001");
    terminal
        .sees(asks)
        .types(UP)
        .types(ENTER)
        .sees("Noterat: fört till akten.");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(lagging(&env), 0);
    assert!(said(&env, "log 2026-001").contains("fört till akten, till och med händelse"));
}

#[test]
fn in_english() {
    let env = Env::english();
    said(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=no --ref A",
    );
    assert_snapshot!(told(&env, "akt A --yes"), @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet Tue 1 Dec 2026
    Noted: brought over to the akt.
    2026-11-21  Work by the routine “Placering på SiS-hem, Nackas rutin” began.
    2026-11-21  Inskrivning på ungdomshemmet: planned for Tue 1 Dec 2026.
    2026-11-21  Är placeringen akut? Answer: no.
    ");
    assert_snapshot!(told(&env, "journal A"), @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet Tue 1 Dec 2026
    There is nothing new to bring over: brought over to the akt Sat 21 Nov 2026.
    ");
}
