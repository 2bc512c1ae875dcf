//! How a report looks: 80 columns, 40, one fact a line, in English, gathered.

use insta::assert_snapshot;

use crate::cases::{many, several};
use crate::harness::Env;

#[test]
fn what_is_late_most_days_first_and_what_is_not_seen() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue").success().out, @"
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 3 SiS berättar   Placeringshandläggare  mån 9 nov 2026     eget
              om modellen och om     på SiS                 12 dagar försenat
              hemskolans del         placeringsenhet
    2026-001  Rutin 4 Lämna över     Rektor på hemskolan    tis 10 nov 2026    rutin
              från hemskolan och     (förslag)              11 dagar försenat
              skriv en
              skolöverenskommelse
    2026-002  Steg 1 Hämta in        Socialsekreterare      sön 15 nov 2026    rutin
              samtycke                                      6 dagar försenat
    2026-002  Steg 3 Ta kontakt med  Socialsekreterare      sön 15 nov 2026    rutin
              mottagande skola       eller Kontaktperson    6 dagar försenat
              Väntar på: kräver      SES (centrala barn-
              först: svaret ja på    och elevhälsan) (inte
              ”Finns samtycke till   bestämt)
              att skolan och
              socialtjänsten
              samarbetar?”
    2026-002  Steg 4 Få beslut om    Socialsekreterare,     sön 15 nov 2026    eget
              kostnaderna för        Kontaktperson SES      6 dagar försenat
              skolgången             (centrala barn- och
                                     elevhälsan)
    2026-002  Steg 5 Koppla ihop     Socialsekreterare      sön 15 nov 2026    rutin
              rektorerna inför       eller Kontaktperson    6 dagar försenat
              överlämningen          SES (centrala barn-
              Väntar på: kräver      och elevhälsan) (inte
              först: svaret ja på    bestämt)
              ”Finns samtycke till
              att skolan och
              socialtjänsten
              samarbetar?”
    2026-002  Steg 6 Samla och       Avlämnande skola,      sön 15 nov 2026    eget
              lämna över             Kontaktperson SES      6 dagar försenat
              skolinformationen      (centrala barn- och
                                     elevhälsan)
    2026-001  Rutin 2 Ta fram        Socialsekreterare      ons 18 nov 2026    rutin
              skolans uppgifter                             3 dagar försenat
              till ansökan
              Först satt till: mån
              9 nov 2026 (12 dagar
              försenat)

    Syns inte ovan: 2 ärenden utan datum · 2 steg utan ansvarig · 5 obesvarade
      frågor
    sisam rapport --saknas visar dem
    ");
}

#[test]
fn in_english() {
    let env = several(Env::english());
    assert_snapshot!(env.line("report --overdue --routine nacka").success().out, @r"
    Case      Step                   Responsible            Due by           Basis
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 3 SiS berättar   Placeringshandläggare  Mon 9 Nov 2026   local
              om modellen och om     på SiS                 12 days late
              hemskolans del         placeringsenhet
    2026-001  Rutin 4 Lämna över     Rektor på hemskolan    Tue 10 Nov 2026  routine
              från hemskolan och     (proposed)             11 days late
              skriv en
              skolöverenskommelse
    2026-001  Rutin 2 Ta fram        Socialsekreterare      Wed 18 Nov 2026  routine
              skolans uppgifter                             3 days late
              till ansökan
              First set to: Mon 9
              Nov 2026 (12 days
              late)

    Not shown above, counted over all open cases: 2 cases without a date · 2 steps
      without an owner · 5 unanswered questions
    sisam report --missing lists them
    ");
}

#[test]
fn one_fact_a_line() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue --party Skolan --plain").success().out, @"
    Ärende: 2026-001
    Steg: Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: tis 10 nov 2026
    Läge: 11 dagar försenat
    Grund: rutin

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden utan datum · 2 steg utan ansvarig · 5 obesvarade frågor
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
    Ärende: 2026-001
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
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 1 Involvera      Socialsekreterare      tis 20 okt 2026    rutin
              hemskolan redan när                           15 dagar försenat
              LVU utreds
              Klart: ons 4 nov 2026
    2026-004  Rutin 1 Involvera      Socialsekreterare      mån 2 nov 2026     rutin
              hemskolan redan när
              LVU utreds
              ärendet stängdes 7
              dagar försenat
    2026-004  Rutin 2 Ta fram        Socialsekreterare      mån 2 nov 2026     rutin
              skolans uppgifter
              till ansökan
              ärendet stängdes 7
              dagar försenat
    2026-004  Rutin 3 SiS berättar   Placeringshandläggare  mån 2 nov 2026     eget
              om modellen och om     på SiS
              hemskolans del         placeringsenhet
              ärendet stängdes 7
              dagar försenat
    2026-004  Rutin 4 Lämna över     Rektor på hemskolan    tis 3 nov 2026     rutin
              från hemskolan och     (förslag)              6 dagar försenat
              skriv en
              skolöverenskommelse
              Klart: mån 9 nov 2026
    2026-001  Rutin 2 Ta fram        Socialsekreterare      ons 18 nov 2026    rutin
              skolans uppgifter                             2 dagar försenat
              till ansökan
              Klart: fre 20 nov
              2026
              Först satt till: mån
              9 nov 2026 (11 dagar
              försenat)
    ");
}

#[test]
fn what_is_missing_says_which() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --missing --routine nacka").success().out, @r"
    Ärende    Steg                         Ansvarig                    Senast  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 5 Återkoppla till      Pedagogisk ledare på        väntar
              hemskolan eller              ungdomshemmet
              förvaltningen
              obesvarad fråga: Hur ofta
              ges återkoppling till
              hemskolan eller
              förvaltningen?
    2026-001  Rutin 6 Förbered och         Institutionschef på         väntar
              samordna utskrivningen       ungdomshemmet, Rektor på
              datum saknas: Utskrivning    hemskolan
              från ungdomshemmet
    2026-001  Rutin 7 Följ upp elevens     Institutionschef på         väntar
              skolförankring               ungdomshemmet
              datum saknas: Utskrivning
              från ungdomshemmet
    2026-003  Rutin 5 Återkoppla till      Pedagogisk ledare på        väntar
              hemskolan eller              ungdomshemmet
              förvaltningen
              obesvarad fråga: Hur ofta
              ges återkoppling till
              hemskolan eller
              förvaltningen?
    ");
}

#[test]
fn gathered_by_role_and_by_who() {
    let env = several(Env::new());
    assert_snapshot!(env.line("rapport --försenade --per roll --rutin nacka").success().out, @"
    Placeringshandläggare på SiS placeringsenhet: 1 steg
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 3 SiS berättar   Placeringshandläggare  mån 9 nov 2026     eget
              om modellen och om     på SiS                 12 dagar försenat
              hemskolans del         placeringsenhet

    Rektor på hemskolan: 1 steg
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 4 Lämna över     Rektor på hemskolan    tis 10 nov 2026    rutin
              från hemskolan och     (förslag)              11 dagar försenat
              skriv en
              skolöverenskommelse

    Socialsekreterare: 1 steg
    Ärende    Steg                        Ansvarig           Senast            Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 2 Ta fram skolans     Socialsekreterare  ons 18 nov 2026   rutin
              uppgifter till ansökan                         3 dagar försenat
              Först satt till: mån 9 nov
              2026 (12 dagar försenat)

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden utan datum · 2 steg utan
      ansvarig · 5 obesvarade frågor
    sisam rapport --saknas visar dem
    ");
    assert_snapshot!(env.line("rapport --försenade --per vem --rutin nacka").success().out, @"
    Team Nord: 1 steg
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 4 Lämna över     Rektor på hemskolan    tis 10 nov 2026    rutin
              från hemskolan och     (förslag)              11 dagar försenat
              skriv en               Team Nord
              skolöverenskommelse

    ingen utsedd: 2 steg
    Ärende    Steg                   Ansvarig               Senast             Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Rutin 3 SiS berättar   Placeringshandläggare  mån 9 nov 2026     eget
              om modellen och om     på SiS                 12 dagar försenat
              hemskolans del         placeringsenhet
    2026-001  Rutin 2 Ta fram        Socialsekreterare      ons 18 nov 2026    rutin
              skolans uppgifter                             3 dagar försenat
              till ansökan
              Först satt till: mån
              9 nov 2026 (12 dagar
              försenat)

    Syns inte ovan, räknat på alla öppna ärenden: 2 ärenden utan datum · 2 steg utan
      ansvarig · 5 obesvarade frågor
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
