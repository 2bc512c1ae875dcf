//! `sisam` alone.

use insta::assert_snapshot;

use crate::cases::several;
use crate::harness::Env;

#[test]
fn what_is_late_what_is_next_and_what_to_type() {
    let env = several(Env::new());
    assert_snapshot!(env.line("").success().out, @r"
    lör 21 nov 2026 · 3 öppna ärenden · 8 försenade steg i 2 av dem
    Går barnen i skolan? 3 vet inte

    Ärende             Först att göra                     Fler  Senast      Vems tur
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas     4 Lämna över från hemskolan och …  +2    10 nov      skolan
    2026-002 gullregn  1 Hämta in samtycke                +2    15 nov      vi
    2026-003 norrsken  1 Involvera hemskolan redan när …  +3    om 9 dagar  vi
    Akten: 3 ärenden har nytt att föra in – sisam akt

    Kan inte gå vidare: 3 steg i 1 ärende
    Saknas, se sisam rapport --saknas: 2 ärenden där ett datum saknas · 2 steg utan
      ansvarig · 5 obesvarade frågor

    Gå vidare med: sisam nästa
    ");
}

#[test]
fn in_english_one_fact_a_line() {
    let env = several(Env::english());
    assert_snapshot!(env.line("--plain").success().out, @r"
    Sat 21 Nov 2026 · 3 open cases · 8 late steps in 2 of them
    Are the children in school? 3 not known

    Case: 2026-001 topas
    To do first: 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    More: +2
    Due by: 10 Nov
    Whose turn: the school

    Case: 2026-002 gullregn
    To do first: 1 Hämta in samtycke
    More: +2
    Due by: 15 Nov
    Whose turn: us

    Case: 2026-003 norrsken
    To do first: 1 Involvera hemskolan redan när LVU utreds
    More: +3
    Due by: in 9 days
    Whose turn: us
    Akt: 3 cases have something new to enter – sisam akt

    Cannot go on: 3 steps in 1 case
    Missing, see sisam report --missing: 2 cases with a date missing · 2 steps without an owner · 5 unanswered questions

    Go on with: sisam next
    ");
}

#[cfg(unix)]
#[test]
fn in_forty_columns() {
    let env = several(Env::new());
    let (code, screen) = env.at_terminal_of(40, "--color never").ends();
    assert_eq!(code, 0);
    assert_snapshot!(screen.replace('\r', ""), @r"
    lör 21 nov 2026 · 3 öppna ärenden · 8
    försenade steg i 2 av dem
    Går barnen i skolan? 3 vet inte

    Ärende: 2026-001 topas
    Först att göra: 4 Lämna över från
      hemskolan och skriv en
      skolöverenskommelse
    Fler: +2
    Senast: 10 nov
    Vems tur: skolan

    Ärende: 2026-002 gullregn
    Först att göra: 1 Hämta in samtycke
    Fler: +2
    Senast: 15 nov
    Vems tur: vi

    Ärende: 2026-003 norrsken
    Först att göra: 1 Involvera hemskolan
      redan när LVU utreds
    Fler: +3
    Senast: om 9 dagar
    Vems tur: vi
    Akten: 3 ärenden har nytt att föra in –
      sisam akt

    Kan inte gå vidare: 3 steg i 1 ärende
    Saknas, se sisam rapport --saknas: 2
      ärenden där ett datum saknas · 2 steg
      utan ansvarig · 5 obesvarade frågor

    Gå vidare med: sisam nästa
    ");
}

#[test]
fn a_first_visit_is_welcomed() {
    let env = Env::new();
    assert_snapshot!(env.line("").success().out, @"
    Välkommen till sisam.
    Här får varje placerat barns skolgång en checklista med datum: vem som gör vad,
    och senast när.
    Öppna det första: sisam ny
    ");
    assert!(env.files().is_empty());
}

#[test]
fn nothing_late_is_good_news() {
    let env = Env::new().with_file();
    env.on(
        "2026-11-02",
        "new-case --routine bbic-flode --ref a --date start=2026-11-20",
    );
    assert_snapshot!(env.line("").success().out, @r"
    lör 21 nov 2026 · 1 öppet ärende

    Inget är försenat.
    Akten: 1 ärende har nytt att föra in – sisam akt

    Se ärendena: sisam lista
    ");
    env.on("2026-11-03", "close a --reason misstag");
    assert_snapshot!(env.line("").success().out, @"
    lör 21 nov 2026 · 0 öppna ärenden

    Inget är försenat.

    Öppna ett ärende: sisam ny
    ");
}

#[test]
fn as_json() {
    let env = several(Env::new());
    let json = env.json("2026-11-21", "");
    assert_eq!(
        (&json["open_cases"], &json["closed_cases"]),
        (&3.into(), &1.into())
    );
    assert_eq!(json["overdue"], 8);
    assert_eq!(json["overdue_cases"], 2);
    let cases = json["cases"].as_array().unwrap();
    let firsts = cases
        .iter()
        .map(|child| (&child["step"]["case"], &child["step"]["step"]));
    let firsts: Vec<_> = firsts.collect();
    let expected = [("2026-001", "4"), ("2026-002", "1"), ("2026-003", "1")];
    assert!(
        firsts
            .iter()
            .zip(expected)
            .all(|((case, step), (at, id))| **case == at && **step == id)
    );
    assert_eq!(
        (&json["cannot_go_on"], &json["cannot_go_on_cases"]),
        (&3.into(), &1.into())
    );
    assert_eq!(json["cases_without_date"], 2);
    for (case, answer) in [("1", "nej"), ("2", "delvis")] {
        env.on(
            "2026-11-21",
            &format!("set 2026-00{case} --answer i-skola={answer}"),
        );
    }
    let told = env.line("").success().out;
    let line = "Går barnen i skolan? 1 nej · 1 delvis · 1 vet inte";
    assert!(told.contains(line), "{told}");
    let in_school = &env.json("2026-11-21", "")["in_school"];
    assert_eq!(
        (&in_school["no"], &in_school["yes"]),
        (&1.into(), &0.into())
    );
}
