//! `sisam` alone.

use insta::assert_snapshot;

use crate::cases::several;
use crate::harness::Env;

#[test]
fn what_is_late_what_is_next_and_what_to_type() {
    let env = several(Env::new());
    assert_snapshot!(env.line("").success().out, @r"
    lör 21 nov 2026 · 3 öppna ärenden

    Försenat: 8 steg
    2026-001 topas · Rutin 3 SiS berättar om modellen och om hemskolans del
      Placeringshandläggare på SiS placeringsenhet · senast mån 9 nov 2026 · 12
      dagar försenat
    2026-001 topas · Rutin 4 Lämna över från hemskolan och skriv en
      skolöverenskommelse
      Rektor på hemskolan (förslag) · senast tis 10 nov 2026 · 11 dagar försenat
    2026-002 gullregn · Steg 1 Hämta in samtycke
      Socialsekreterare · senast sön 15 nov 2026 · 6 dagar försenat
    … och 5 till: sisam rapport --försenade

    Näst
    2026-003 norrsken · Rutin 1 Involvera hemskolan redan när LVU utreds
      Socialsekreterare · senast mån 30 nov 2026 · om 9 dagar
    2026-003 norrsken · Rutin 2 Ta fram skolans uppgifter till ansökan
      Socialsekreterare · senast mån 30 nov 2026 · om 9 dagar
    2026-003 norrsken · Rutin 3 SiS berättar om modellen och om hemskolans del
      Placeringshandläggare på SiS placeringsenhet · senast mån 30 nov 2026 · om 9
      dagar
    2026-003 norrsken · Rutin 4 Lämna över från hemskolan och skriv en
      skolöverenskommelse
      Rektor på hemskolan (förslag) · senast tis 1 dec 2026 · om 10 dagar

    Saknas: 2 ärenden utan datum · 2 steg utan ansvarig · 5 obesvarade frågor –
      sisam rapport --saknas visar dem
    Akten: 3 ärenden har nytt att föra in – sisam akt

    Gå vidare med: sisam nästa
    ");
}

#[test]
fn in_english_one_fact_a_line() {
    let env = several(Env::english());
    assert_snapshot!(env.line("--plain").success().out, @r"
    Sat 21 Nov 2026 · 3 open cases

    Late: 8 steps
    Case: 2026-001 topas
    Step: Rutin 3 SiS berättar om modellen och om hemskolans del
    Responsible: Placeringshandläggare på SiS placeringsenhet
    Due by: Mon 9 Nov 2026
    Standing: 12 days late
    Basis: local

    Case: 2026-001 topas
    Step: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Responsible: Rektor på hemskolan (proposed)
    Due by: Tue 10 Nov 2026
    Standing: 11 days late
    Basis: routine

    Case: 2026-002 gullregn
    Step: Step 1 Hämta in samtycke
    Responsible: Socialsekreterare
    Due by: Sun 15 Nov 2026
    Standing: 6 days late
    Basis: routine
    … and 5 more: sisam report --overdue

    Next
    Case: 2026-003 norrsken
    Step: Rutin 1 Involvera hemskolan redan när LVU utreds
    Responsible: Socialsekreterare
    Due by: Mon 30 Nov 2026
    Standing: in 9 days
    Basis: routine

    Case: 2026-003 norrsken
    Step: Rutin 2 Ta fram skolans uppgifter till ansökan
    Responsible: Socialsekreterare
    Due by: Mon 30 Nov 2026
    Standing: in 9 days
    Basis: routine

    Case: 2026-003 norrsken
    Step: Rutin 3 SiS berättar om modellen och om hemskolans del
    Responsible: Placeringshandläggare på SiS placeringsenhet
    Due by: Mon 30 Nov 2026
    Standing: in 9 days
    Basis: local

    Case: 2026-003 norrsken
    Step: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Responsible: Rektor på hemskolan (proposed)
    Due by: Tue 1 Dec 2026
    Standing: in 10 days
    Basis: routine

    Missing: 2 cases without a date · 2 steps without an owner · 5 unanswered questions – sisam report --missing lists them
    Akt: 3 cases have something new to enter – sisam akt

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
    lör 21 nov 2026 · 3 öppna ärenden

    Försenat: 8 steg
    2026-001 topas · Rutin 3 SiS berättar om
      modellen och om hemskolans del
      Placeringshandläggare på SiS
      placeringsenhet · senast mån 9 nov
      2026 · 12 dagar försenat
    2026-001 topas · Rutin 4 Lämna över från
      hemskolan och skriv en
      skolöverenskommelse
      Rektor på hemskolan (förslag) · senast
      tis 10 nov 2026 · 11 dagar försenat
    2026-002 gullregn · Steg 1 Hämta in
      samtycke
      Socialsekreterare · senast sön 15 nov
      2026 · 6 dagar försenat
    … och 5 till: sisam rapport --försenade

    Näst
    2026-003 norrsken · Rutin 1 Involvera
      hemskolan redan när LVU utreds
      Socialsekreterare · senast mån 30 nov
      2026 · om 9 dagar
    2026-003 norrsken · Rutin 2 Ta fram
      skolans uppgifter till ansökan
      Socialsekreterare · senast mån 30 nov
      2026 · om 9 dagar
    2026-003 norrsken · Rutin 3 SiS berättar
      om modellen och om hemskolans del
      Placeringshandläggare på SiS
      placeringsenhet · senast mån 30 nov
      2026 · om 9 dagar
    2026-003 norrsken · Rutin 4 Lämna över
      från hemskolan och skriv en
      skolöverenskommelse
      Rektor på hemskolan (förslag) · senast
      tis 1 dec 2026 · om 10 dagar

    Saknas: 2 ärenden utan datum · 2 steg
      utan ansvarig · 5 obesvarade frågor –
      sisam rapport --saknas visar dem
    Akten: 3 ärenden har nytt att föra in –
      sisam akt

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
    assert_eq!(json["late"].as_array().unwrap().len(), 3);
    assert_eq!(json["late"][0]["days_late"], 12);
    assert_eq!(json["next"][0]["case"], "2026-003");
    assert_eq!(json["cases_without_date"], 2);
}
