//! How a report looks: 80 columns, 40, one fact a line, in English, gathered.

use insta::assert_snapshot;

use crate::cases::{many, several};
use crate::harness::Env;

#[test]
fn what_is_late_most_days_first_and_what_is_not_seen() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue").success().out, @r"
    8 steg i 2 ärenden · 5 rutinens tid, 3 eget riktvärde

    Ärende             Steg                                Senast  Vems tur    Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas     3 SiS berättar om modellen och om…  9 nov   SiS         eget
                       4 Lämna över från hemskolan och s…  10 nov  skolan
                       2 Ta fram skolans uppgifter till …  18 nov  vi
                       Först satt till: mån 9 nov 2026
                       (12 dagar försenat)
    2026-002 gullregn  1 Hämta in samtycke                 15 nov  vi
                       3 Ta kontakt med mottagande skola   15 nov  ej bestämt
                       kan inte gå vidare
                       4 Få beslut om kostnaderna för sk…  15 nov  flera       eget
                       5 Koppla ihop rektorerna inför öv…  15 nov  ej bestämt
                       kan inte gå vidare
                       6 Samla och lämna över skolinform…  15 nov  flera       eget

    Vems tur: vi 2 · skolan 1 · SiS 1 · flera 2 · ej bestämt 2
    Kan inte gå vidare: 2 steg
    Syns inte ovan, se sisam rapport --saknas: 2 ärenden där ett datum saknas · 2
      steg utan ansvarig · 5 obesvarade frågor
    ");
}

#[test]
fn in_english() {
    let env = several(Env::english());
    assert_snapshot!(env.line("report --overdue --routine nacka").success().out, @r"
    3 steps in 1 case · 2 by the routine, 1 by a local default

    Case            Step                                   Due by  Whose turn  Basis
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  3 SiS berättar om modellen och om he…  9 Nov   SiS         local
                    4 Lämna över från hemskolan och skri…  10 Nov  the school
                    2 Ta fram skolans uppgifter till ans…  18 Nov  us
                    First set to: Mon 9 Nov 2026 (12 days
                    late)

    Whose turn: us 1 · the school 1 · SiS 1
    Not shown above, see sisam report --missing; counted over all open cases: 2
      cases with a date missing · 2 steps without an owner · 5 unanswered questions
    ");
}

#[test]
fn one_fact_a_line() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --overdue --party Skolan --plain").success().out, @r"
    1 steg i 1 ärende · 1 rutinens tid

    Ärende: 2026-001 topas
    Steg: 4 Lämna över från hemskolan och skriv en skolöverenskommelse
    Ansvarig: Rektor på hemskolan (förslag)
    Senast: 10 nov
    Läge: försenat
    Vems tur: skolan

    Vems tur: skolan 1
    Syns inte ovan, se sisam rapport --saknas; räknat på alla öppna ärenden: 2 ärenden där ett datum saknas · 2 steg utan ansvarig · 5 obesvarade frågor
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
    1 steg i 1 ärende · 1 rutinens tid

    Ärende: 2026-001 topas
    Steg: 2 Ta fram skolans uppgifter till
      ansökan
    Ansvarig: Socialsekreterare
    Senast: 18 nov
    Läge: försenat
    Vems tur: vi
    Först satt till: mån 9 nov 2026 (12
      dagar försenat)

    Vems tur: vi 1
    ");
}

#[test]
fn done_too_late_and_extended_tell_of_both_dates() {
    let env = several(Env::new());
    env.on("2026-11-20", "done 2026-001 2");
    assert_snapshot!(env.line("report --late").success().out, @r"
    6 steg i 2 ärenden · 5 rutinens tid, 1 eget riktvärde

    Ärende           Steg                 Senast  Läge               Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas   1 Involvera hemsko…  20 okt  15 dagar försenat  vi
                     Klart: ons 4 nov
                     2026
                     2 Ta fram skolans …  18 nov  2 dagar försenat   vi
                     Klart: fre 20 nov
                     2026
                     Först satt till:
                     mån 9 nov 2026 (11
                     dagar försenat)
    2026-004 timjan  1 Involvera hemsko…  2 nov                      vi
                     ärendet stängdes 7
                     dagar försenat
                     2 Ta fram skolans …  2 nov                      vi
                     ärendet stängdes 7
                     dagar försenat
                     3 SiS berättar om …  2 nov                      SiS       eget
                     ärendet stängdes 7
                     dagar försenat
                     4 Lämna över från …  3 nov   6 dagar försenat   skolan
                     Klart: mån 9 nov
                     2026

    Vems tur: vi 4 · skolan 1 · SiS 1
    ");
}

#[test]
fn what_is_missing_says_which() {
    let env = several(Env::new());
    assert_snapshot!(env.line("report --missing --routine nacka").success().out, @r"
    4 steg i 2 ärenden

    Ärende             Steg                                 Senast  Läge    Vems tur
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas     5 Återkoppla till hemskolan eller …          väntar  SiS
                       obesvarad fråga: Hur ofta ges
                       återkoppling till hemskolan eller
                       förvaltningen?
                       6 Förbered och samordna utskrivnin…          väntar  flera
                       datum saknas: Utskrivning från
                       ungdomshemmet
                       7 Följ upp elevens skolförankring            väntar  SiS
                       datum saknas: Utskrivning från
                       ungdomshemmet
    2026-003 norrsken  5 Återkoppla till hemskolan eller …          väntar  SiS
                       obesvarad fråga: Hur ofta ges
                       återkoppling till hemskolan eller
                       förvaltningen?

    Vems tur: SiS 3 · flera 1
    ");
}

#[test]
fn gathered_by_role_and_by_who() {
    let env = several(Env::new());
    assert_snapshot!(env.line("rapport --försenade --per roll --rutin nacka").success().out, @r"
    3 steg i 1 ärende · 2 rutinens tid, 1 eget riktvärde

    Placeringshandläggare på SiS placeringsenhet: 1 steg
    Ärende          Steg                                     Senast  Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  3 SiS berättar om modellen och om hems…  9 nov   SiS       eget

    Rektor på hemskolan: 1 steg
    Ärende          Steg                                     Senast  Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  4 Lämna över från hemskolan och skriv …  10 nov  skolan

    Socialsekreterare: 1 steg
    Ärende          Steg                                     Senast  Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  2 Ta fram skolans uppgifter till ansök…  18 nov  vi
                    Först satt till: mån 9 nov 2026 (12
                    dagar försenat)

    Vems tur: vi 1 · skolan 1 · SiS 1
    Syns inte ovan, se sisam rapport --saknas; räknat på alla öppna ärenden: 2
      ärenden där ett datum saknas · 2 steg utan ansvarig · 5 obesvarade frågor
    ");
    assert_snapshot!(env.line("rapport --försenade --per vem --rutin nacka").success().out, @r"
    Team Nord: 1 steg
    Ärende          Steg                  Senast  Läge               Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  4 Lämna över från h…  10 nov  11 dagar försenat  skolan
                    Team Nord

    ingen utsedd: 2 steg
    Ärende          Steg                  Senast  Läge               Vems tur  Grund
    ────────────────────────────────────────────────────────────────────────────────
    2026-001 topas  3 SiS berättar om m…  9 nov   12 dagar försenat  SiS       eget
                    2 Ta fram skolans u…  18 nov  3 dagar försenat   vi
                    Först satt till: mån
                    9 nov 2026 (12 dagar
                    försenat)

    Syns inte ovan, se sisam rapport --saknas; räknat på alla öppna ärenden: 2
      ärenden där ett datum saknas · 2 steg utan ansvarig · 5 obesvarade frågor
    ");
}

#[test]
fn a_screen_ends_after_five_hundred_rows_and_says_so() {
    let env = many(Env::new(), 130);
    let told = env.line("report --overdue").success().out;
    let shown = told.lines().filter(|line| line.contains(" nov")).count();
    assert_eq!(shown, 500);
    let rest = told.lines().skip_while(|line| !line.contains("visas inte"));
    let rest: Vec<_> = rest.collect();
    assert_snapshot!(rest.join("\n"), @r"
    20 av 520 steg visas inte. Alla får du med --format json, färre med --rutin,
    --roll eller --part.

    Vems tur: vi 260 · skolan 130 · SiS 130
    (datum) = ärendet öppnades efter det datumet
    Syns inte ovan, se sisam rapport --saknas: 130 ärenden där ett datum saknas ·
      130 obesvarade frågor
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
