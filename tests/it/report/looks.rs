//! How a report looks: 80 columns, 40, one fact a line, in English, gathered.

use insta::assert_snapshot;

use crate::cases::{many, several};
use crate::harness::Env;

#[test]
fn what_is_late_most_days_first_and_what_is_not_seen() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue").success().out, @r"
    Ärende: 2026-001 topas
    Steg: Rutin 3 SiS berättar om modellen och om hemskolans del
    Ansvarig: Placeringshandläggare på SiS placeringsenhet
    Senast: mån 9 nov 2026
    Läge: 12 dagar försenat
    Grund: eget

    Ärende: 2026-001 topas
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: tis 10 nov 2026
    Läge: 11 dagar försenat
    Grund: rutin

    Ärende: 2026-002 gullregn
    Steg: Steg 1 Hämta in samtycke
    Ansvarig: Socialsekreterare
    Senast: sön 15 nov 2026
    Läge: 6 dagar försenat
    Grund: rutin

    Ärende: 2026-002 gullregn
    Steg: Steg 3 Ta kontakt med mottagande skola
    Ansvarig: Socialsekreterare eller Kontaktperson SES (centrala barn- och
      elevhälsan) (inte bestämt)
    Senast: sön 15 nov 2026
    Läge: 6 dagar försenat
    Grund: rutin
    Väntar på: samtycke saknas

    Ärende: 2026-002 gullregn
    Steg: Steg 4 Få beslut om kostnaderna för skolgången
    Ansvarig: Socialsekreterare, Kontaktperson SES (centrala barn- och elevhälsan)
    Senast: sön 15 nov 2026
    Läge: 6 dagar försenat
    Grund: eget

    Ärende: 2026-002 gullregn
    Steg: Steg 5 Koppla ihop rektorerna inför överlämningen
    Ansvarig: Socialsekreterare eller Kontaktperson SES (centrala barn- och
      elevhälsan) (inte bestämt)
    Senast: sön 15 nov 2026
    Läge: 6 dagar försenat
    Grund: rutin
    Väntar på: samtycke saknas

    Ärende: 2026-002 gullregn
    Steg: Steg 6 Samla och lämna över skolinformationen
    Ansvarig: Avlämnande skola, Kontaktperson SES (centrala barn- och elevhälsan)
    Senast: sön 15 nov 2026
    Läge: 6 dagar försenat
    Grund: eget

    Ärende: 2026-001 topas
    Steg: Rutin 2 Ta fram skolans uppgifter till ansökan
    Ansvarig: Socialsekreterare
    Senast: ons 18 nov 2026
    Läge: 3 dagar försenat
    Först satt till: mån 9 nov 2026 (12 dagar försenat)
    Grund: rutin

    Syns inte ovan: 2 ärenden där ett datum saknas · 2 steg utan ansvarig · 5
      obesvarade frågor
    sisam rapport --saknas visar dem
    ");
}

#[test]
fn in_english() {
    let env = several(Env::english());
    assert_snapshot!(env.line("report --overdue --routine nacka").success().out, @r"
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

    Case: 2026-001 topas
    Step: Rutin 2 Ta fram skolans uppgifter till ansökan
    Responsible: Socialsekreterare
    Due by: Wed 18 Nov 2026
    Standing: 3 days late
    First set to: Mon 9 Nov 2026 (12 days late)
    Basis: routine

    Not shown above, counted over all open cases: 2 cases with a date missing · 2
      steps without an owner · 5 unanswered questions
    sisam report --missing lists them
    ");
}

#[test]
fn one_fact_a_line() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue --party Skolan --plain").success().out, @r"
    Ärende: 2026-001 topas
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: tis 10 nov 2026
    Läge: 11 dagar försenat
    Grund: rutin

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden där ett datum saknas · 2 steg utan ansvarig · 5 obesvarade frågor
    sisam rapport --saknas visar dem
    ");
}

#[cfg(unix)]
#[test]
fn in_forty_columns() {
    let env = several(Env::new());
    let line = "report --extended --color never";
    let (code, screen) = env.at_terminal_of(40, line).ends();
    assert_eq!(code, 0);
    assert_snapshot!(screen.replace('\r', ""), @r"
    Ärende: 2026-001 topas
    Steg: Rutin 2 Ta fram skolans uppgifter
      till ansökan
    Ansvarig: Socialsekreterare
    Senast: ons 18 nov 2026
    Läge: 3 dagar försenat
    Först satt till: mån 9 nov 2026 (12
      dagar försenat)
    Grund: rutin
    ");
}

#[test]
fn done_too_late_and_extended_tell_of_both_dates() {
    let env = several(Env::new());
    env.on("2026-11-20", "done 2026-001 2");
    assert_snapshot!(env.line("report --late").success().out, @r"
    Ärende: 2026-001 topas
    Steg: Rutin 1 Involvera hemskolan redan när LVU utreds
    Ansvarig: Socialsekreterare
    Senast: tis 20 okt 2026
    Klart: ons 4 nov 2026
    Läge: 15 dagar försenat
    Grund: rutin

    Ärende: 2026-004 timjan
    Steg: Rutin 1 Involvera hemskolan redan när LVU utreds
    Ansvarig: Socialsekreterare
    Senast: mån 2 nov 2026
    Läge: ärendet stängdes 7 dagar försenat
    Grund: rutin

    Ärende: 2026-004 timjan
    Steg: Rutin 2 Ta fram skolans uppgifter till ansökan
    Ansvarig: Socialsekreterare
    Senast: mån 2 nov 2026
    Läge: ärendet stängdes 7 dagar försenat
    Grund: rutin

    Ärende: 2026-004 timjan
    Steg: Rutin 3 SiS berättar om modellen och om hemskolans del
    Ansvarig: Placeringshandläggare på SiS placeringsenhet
    Senast: mån 2 nov 2026
    Läge: ärendet stängdes 7 dagar försenat
    Grund: eget

    Ärende: 2026-004 timjan
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: tis 3 nov 2026
    Klart: mån 9 nov 2026
    Läge: 6 dagar försenat
    Grund: rutin

    Ärende: 2026-001 topas
    Steg: Rutin 2 Ta fram skolans uppgifter till ansökan
    Ansvarig: Socialsekreterare
    Senast: ons 18 nov 2026
    Klart: fre 20 nov 2026
    Läge: 2 dagar försenat
    Först satt till: mån 9 nov 2026 (11 dagar försenat)
    Grund: rutin
    ");
}

#[test]
fn what_is_missing_says_which() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --missing --routine nacka").success().out, @r"
    Ärende             Steg                    Ansvarig                Senast  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas     Rutin 5 Återkoppla      Pedagogisk ledare på    väntar
                       till hemskolan eller    ungdomshemmet
                       förvaltningen
                       obesvarad fråga: Hur
                       ofta ges återkoppling
                       till hemskolan eller
                       förvaltningen?
    2026-001 topas     Rutin 6 Förbered och    Institutionschef på     väntar
                       samordna utskrivningen  ungdomshemmet, Rektor
                       datum saknas:           på hemskolan
                       Utskrivning från
                       ungdomshemmet
    2026-001 topas     Rutin 7 Följ upp        Institutionschef på     väntar
                       elevens skolförankring  ungdomshemmet
                       datum saknas:
                       Utskrivning från
                       ungdomshemmet
    2026-003 norrsken  Rutin 5 Återkoppla      Pedagogisk ledare på    väntar
                       till hemskolan eller    ungdomshemmet
                       förvaltningen
                       obesvarad fråga: Hur
                       ofta ges återkoppling
                       till hemskolan eller
                       förvaltningen?
    ");
}

#[test]
fn gathered_by_role_and_by_who() {
    let env = several(Env::new());
    assert_snapshot!(env.line("rapport --försenade --per roll --rutin nacka").success().out, @r"
    Placeringshandläggare på SiS placeringsenhet: 1 steg
    Ärende: 2026-001 topas
    Steg: Rutin 3 SiS berättar om modellen och om hemskolans del
    Ansvarig: Placeringshandläggare på SiS placeringsenhet
    Senast: mån 9 nov 2026
    Läge: 12 dagar försenat
    Grund: eget

    Rektor på hemskolan: 1 steg
    Ärende: 2026-001 topas
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: tis 10 nov 2026
    Läge: 11 dagar försenat
    Grund: rutin

    Socialsekreterare: 1 steg
    Ärende: 2026-001 topas
    Steg: Rutin 2 Ta fram skolans uppgifter till ansökan
    Ansvarig: Socialsekreterare
    Senast: ons 18 nov 2026
    Läge: 3 dagar försenat
    Först satt till: mån 9 nov 2026 (12 dagar försenat)
    Grund: rutin

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden där ett datum saknas · 2
      steg utan ansvarig · 5 obesvarade frågor
    sisam rapport --saknas visar dem
    ");
    assert_snapshot!(env.line("rapport --försenade --per vem --rutin nacka").success().out, @r"
    Team Nord: 1 steg
    Ärende: 2026-001 topas
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Vem: Team Nord
    Senast: tis 10 nov 2026
    Läge: 11 dagar försenat
    Grund: rutin

    ingen utsedd: 2 steg
    Ärende: 2026-001 topas
    Steg: Rutin 3 SiS berättar om modellen och om hemskolans del
    Ansvarig: Placeringshandläggare på SiS placeringsenhet
    Senast: mån 9 nov 2026
    Läge: 12 dagar försenat
    Grund: eget

    Ärende: 2026-001 topas
    Steg: Rutin 2 Ta fram skolans uppgifter till ansökan
    Ansvarig: Socialsekreterare
    Senast: ons 18 nov 2026
    Läge: 3 dagar försenat
    Först satt till: mån 9 nov 2026 (12 dagar försenat)
    Grund: rutin

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden där ett datum saknas · 2
      steg utan ansvarig · 5 obesvarade frågor
    sisam rapport --saknas visar dem
    ");
}

#[test]
fn a_screen_ends_after_five_hundred_rows_and_says_so() {
    let env = many(Env::new(), 130);
    let told = env.line("report --overdue").success().out;
    let shown = told
        .lines()
        .filter(|line| line.starts_with("2026-"))
        .count();
    assert_eq!(shown, 500);
    let rest: Vec<_> = told.lines().skip_while(|line| !line.is_empty()).collect();
    assert_snapshot!(rest.join("\n"), @"

    20 av 520 steg visas inte. Alla får du med --format json, färre med --routine,
    --role eller --party.

    Syns inte ovan: 130 ärenden utan datum · 130 obesvarade frågor
    sisam rapport --saknas visar dem
    ");
    assert_eq!(env.rows("2026-11-21", "report --overdue").len(), 520);
}

#[test]
fn nothing_to_show_is_said_kindly() {
    let env = Env::new().with_file();
    env.on(
        "2026-11-02",
        "new-case --routine bbic-flode --ref a --date start=2026-11-20",
    );
    let said = |line: &str| env.line(line).success().out;
    assert_snapshot!(said("report --overdue"), @"Inget är försenat.");
    assert_snapshot!(said("report --late"), @"Inget har gjorts för sent.");
    assert_snapshot!(said("report --within 0"), @"Inget steg har sitt senast-datum så nära.");
    assert_snapshot!(said("report --extended"), @"Inget steg har fått ny tid.");
    assert_snapshot!(said("report --overdue --late --who Ingen"), @r"
    Det finns inga sådana steg.
    Det gäller bara det urval som du gjorde.
    ");
}
