//! `show`: the whole checklist, for people and for programs.

use insta::assert_snapshot;

use super::{nacka, said, soderkoping};
use crate::harness::Env;

/// A case with something of everything: done late, extended, a part, skipped, waiting.
fn lively() -> Env {
    let env = nacka();
    for line in [
        "set 2026-001 --role socialsekreterare=Anna~Ek --takes 4=funktion-forvaltning --planned 4=2026-12-03",
        "done 2026-001 1 --on 2026-10-22",
        "done 2026-001 2 --item a",
        "skip 2026-001 3 --reason sköttes~per~telefon",
        "extend 2026-001 2 --to 2026-12-04 --reason lov --decided-by chef",
    ] {
        said(&env, line);
    }
    env
}

#[test]
fn a_case_as_people_read_it() {
    let env = lively();
    assert_snapshot!(said(&env, "show 2026-001"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    öppnat lör 21 nov 2026 · i skolan: vet inte
    LVU-utredningen (LVU: lagen om vård av unga) inleds: tis 20 okt 2026
    Inskrivning på ungdomshemmet: tis 1 dec 2026 (preliminärt)
    Är placeringen akut? nej
    Socialsekreterare: Anna Ek

    Steg  Vad                      Ansvarig                  Senast
    ────────────────────────────────────────────────────────────────────────────────
          Före inskrivning
    1     Involvera hemskolan      Socialsekreterare         tis 20 okt 2026
          redan när LVU utreds                               klart tor 22 okt 2026,
                                                             2 dagar för sent
    2     Ta fram skolans          Socialsekreterare         fre 4 dec 2026
          uppgifter till ansökan                             om 13 dagar
                                                             ursprungligen mån 30
                                                             nov 2026
    3     SiS berättar om          Placeringshandläggare på  mån 30 nov 2026 (eget)
          modellen och om          SiS placeringsenhet       överhoppat
          hemskolans del
          Vid inskrivning
    4     Lämna över från          Funktion på               tis 1 dec 2026
          hemskolan och skriv en   utbildningsförvaltningen  om 10 dagar
          skolöverenskommelse                                bokat tor 3 dec 2026
          Under placeringstiden
    5     Återkoppla till          Pedagogisk ledare på      fråga A
          hemskolan eller          ungdomshemmet
          förvaltningen
          Inför utskrivning
    6     Förbered och samordna    Institutionschef på       väntar på B
          utskrivningen            ungdomshemmet, Rektor på
                                   hemskolan
          Tre månader efter
          utskrivning
    7     Följ upp elevens         Institutionschef på       väntar på B
          skolförankring           ungdomshemmet

    SiS: Statens institutionsstyrelse

    (eget) = eget riktvärde, inte rutinens

    Fyll i det som saknas:
    A Hur ofta ges återkoppling till hemskolan eller förvaltningen? → sisam sätt
      2026-001 --svar aterkoppling=…
    B Utskrivning från ungdomshemmet → sisam sätt 2026-001 --datum utskrivning=…

    Rutinen förutsätter att kommunen har ett samverkansavtal med SiS. Ungdomshemmet
    behöver planera skola och behandling tillsammans och hålla möten både vid
    inskrivningen och inför utskrivningen, med hemskolan och socialtjänsten.
    Socialtjänsten, inte SiS, bestämmer dagen för utskrivning. Blanketternas
    officiella ordalydelse var inte tillgänglig: formulären här är skrivna med egna
    ord efter vad rutinen säger att de ska reda ut. Lagrum är tillagda som
    orientering.
    ");
    assert_snapshot!(said(&env, "show 2026-001 --plain --lang en"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet Tue 1 Dec 2026
    opened Sat 21 Nov 2026 · in school: not known
    LVU-utredningen (LVU: the act on the care of young people) inleds: Tue 20 Oct 2026
    Inskrivning på ungdomshemmet: Tue 1 Dec 2026 (preliminary)
    Är placeringen akut? no
    Socialsekreterare: Anna Ek

    What: Före inskrivning

    Step: 1
    What: Involvera hemskolan redan när LVU utreds
    Responsible: Socialsekreterare
    Due by: Tue 20 Oct 2026 done Thu 22 Oct 2026, 2 days too late

    Step: 2
    What: Ta fram skolans uppgifter till ansökan
    Responsible: Socialsekreterare
    Due by: Fri 4 Dec 2026 in 13 days originally Mon 30 Nov 2026

    Step: 3
    What: SiS berättar om modellen och om hemskolans del
    Responsible: Placeringshandläggare på SiS placeringsenhet
    Due by: Mon 30 Nov 2026 (local) skipped

    What: Vid inskrivning

    Step: 4
    What: Lämna över från hemskolan och skriv en skolöverenskommelse
    Responsible: Funktion på utbildningsförvaltningen
    Due by: Tue 1 Dec 2026 in 10 days booked Thu 3 Dec 2026

    What: Under placeringstiden

    Step: 5
    What: Återkoppla till hemskolan eller förvaltningen
    Responsible: Pedagogisk ledare på ungdomshemmet
    Due by: question A

    What: Inför utskrivning

    Step: 6
    What: Förbered och samordna utskrivningen
    Responsible: Institutionschef på ungdomshemmet, Rektor på hemskolan
    Due by: waits for B

    What: Tre månader efter utskrivning

    Step: 7
    What: Följ upp elevens skolförankring
    Responsible: Institutionschef på ungdomshemmet
    Due by: waits for B

    SiS: the National Board of Institutional Care

    (local) = local guideline, not the routine's

    Fill in what is missing:
    A  Hur ofta ges återkoppling till hemskolan eller förvaltningen? → sisam set 2026-001 --answer aterkoppling=…
    B  Utskrivning från ungdomshemmet → sisam set 2026-001 --date utskrivning=…

    Rutinen förutsätter att kommunen har ett samverkansavtal med SiS. Ungdomshemmet behöver planera skola och behandling tillsammans och hålla möten både vid inskrivningen och inför utskrivningen, med hemskolan och socialtjänsten. Socialtjänsten, inte SiS, bestämmer dagen för utskrivning. Blanketternas officiella ordalydelse var inte tillgänglig: formulären här är skrivna med egna ord efter vad rutinen säger att de ska reda ut. Lagrum är tillagda som orientering.
    ");
}

#[test]
fn blocked_and_undecided_steps_say_what_they_wait_for() {
    let env = soderkoping();
    assert_snapshot!(said(&env, "show 2026-001"), @r"
    2026-001 topas · Söderköping · Placering tis 1 dec 2026
    öppnat lör 21 nov 2026 · i skolan: vet inte
    Placering: tis 1 dec 2026 (preliminärt)
    Är placeringen akut? nej
    Innebär placeringen att barnet byter skola? ja
    Ligger den nya skolan i en annan kommun? nej
    Är barnet folkbokfört i vår kommun? ja

    Steg  Vad                       Ansvarig                 Senast
    ────────────────────────────────────────────────────────────────────────────────
          Inför placering
    1     Hämta in samtycke         Socialsekreterare        mån 30 nov 2026
                                                             om 9 dagar
    3     Ta kontakt med            Socialsekreterare eller  mån 30 nov 2026
          mottagande skola          Kontaktperson SES        om 9 dagar · stoppat ·
                                    (centrala barn- och      samtycke saknas
                                    elevhälsan) (inte
                                    bestämt)
    4     Få beslut om kostnaderna  Socialsekreterare,       mån 30 nov 2026 (eget)
          för skolgången            Kontaktperson SES        om 9 dagar
                                    (centrala barn- och
                                    elevhälsan)
    5     Koppla ihop rektorerna    Socialsekreterare eller  mån 30 nov 2026
          inför överlämningen       Kontaktperson SES        om 9 dagar · stoppat ·
                                    (centrala barn- och      samtycke saknas
                                    elevhälsan) (inte
                                    bestämt)
    6     Samla och lämna över      Avlämnande skola,        mån 30 nov 2026 (eget)
          skolinformationen         Kontaktperson SES        om 9 dagar
                                    (centrala barn- och
                                    elevhälsan)
          Under placering
    7     Håll kontakt med barnets  Socialsekreterare        tis 1 juni 2027
          skola                                              om 192 dagar · stoppat
                                                             · samtycke saknas
    8     Samverkansmöte: bevaka    Socialsekreterare        ons 31 mars 2027
          skolplikt och rätt till                            om 130 dagar · stoppat
          utbildning                                         · samtycke saknas
          Inför avslut
    9a    Hämta in samtycke på      Socialsekreterare        fråga A
          nytt
    9b    Sök ny skolplats och      Socialsekreterare        fråga A
          avsluta den gamla
    10    Informera SES             Socialsekreterare        fråga A
    11    Koppla ihop rektorerna    Socialsekreterare eller  fråga A
          inför avslutet            Kontaktperson SES
                                    (centrala barn- och
                                    elevhälsan) (inte
                                    bestämt)
    12    Samla och lämna över      Avlämnande skola,        fråga A
          skolinformationen vid     Kontaktperson SES
          avslutet                  (centrala barn- och
                                    elevhälsan)
    13    Gör tydligt vem som gör   Socialsekreterare,       fråga A
          vad framöver              Kontaktperson SES
                                    (centrala barn- och
                                    elevhälsan)

    SES: centrala barn- och elevhälsan

    (eget) = eget riktvärde, inte rutinens
    1 steg visas inte (2): gäller inte: bara vid svaret ja på ”Innebär placeringen
      att barnet byter skola?” och svaret ja på ”Ligger den nya skolan i en annan
      kommun?”

    Fyll i det som saknas:
    A Blir det ett skolbyte när placeringen upphör eller barnet byter vårdgivare? →
      sisam sätt 2026-001 --svar skolbyte-avslut=…

    Rutinen återges med egna ord. Tider märkta ”eget riktvärde” står inte i rutinen,
    och inte heller dagen för översyn: de är tillagda här. Samtycket styr bara vad
    socialtjänsten berättar för skolan. Det kan vara helt eller delvis och kan tas
    tillbaka när som helst. Avslut betyder att placeringen upphör eller att barnet
    byter vårdgivare.
    ");
}

#[test]
fn a_case_as_programs_read_it() {
    let env = lively();
    let mut shown = env.json("2026-11-21", "show 2026-001");
    let steps = shown["steps"].take();
    insta::assert_json_snapshot!(shown, @r#"
    {
      "answers": {
        "akut": "no"
      },
      "case": "2026-001",
      "code_word": "topas",
      "continues": null,
      "dates": {
        "inskrivning": "2026-12-01",
        "utredning": "2026-10-20"
      },
      "dates_confirmed": [
        "utredning"
      ],
      "days_since_first_opened": 0,
      "first_opened": "2026-11-21",
      "may_close": false,
      "opened": "2026-11-21",
      "protected": false,
      "questions": [
        "aterkoppling"
      ],
      "roles": {
        "socialsekreterare": "Anna Ek"
      },
      "routine": "nacka",
      "status": "open",
      "steps": null,
      "trigger": null,
      "version": "1 (källan är odaterad)"
    }
    "#);
    insta::assert_json_snapshot!(steps[1], @r#"
    {
      "assigned": "Anna Ek",
      "assumed": false,
      "basis": "source",
      "case": "2026-001",
      "choice_open": false,
      "code_word": "topas",
      "days_late": 0,
      "days_late_original": 0,
      "days_left": 13,
      "despite": null,
      "documents": [
        "BBIC:s konsultationsdokument för skolan",
        "skoldel-ansokan"
      ],
      "done_on": null,
      "due": "2026-12-04",
      "earliest": null,
      "ended_by": null,
      "ended_on": null,
      "items": [
        {
          "done_on": "2026-11-21",
          "id": "a",
          "responsible": [
            "socialsekreterare"
          ],
          "skipped": false,
          "title": "BBIC:s konsultationsdokument finns hos skolan"
        },
        {
          "done_on": null,
          "id": "b",
          "responsible": [
            "socialsekreterare"
          ],
          "skipped": false,
          "title": "Skoldelen i ansökan till SiS är ifylld"
        }
      ],
      "missing": [],
      "moved_by": null,
      "moved_from": null,
      "no_school_day": false,
      "optional": false,
      "original_due": "2026-11-30",
      "overdue": false,
      "own": false,
      "owner_waits_for": [],
      "participants": [
        "rektor-hemskola"
      ],
      "phase": "fore",
      "phase_title": "Före inskrivning",
      "planned": null,
      "pressed": null,
      "raw_due": "2026-11-30",
      "recorded_at": null,
      "reminded_on": null,
      "responsible": [
        "socialsekreterare"
      ],
      "round": 1,
      "routine": "nacka",
      "since": null,
      "status": "open",
      "step": "2",
      "title": "Ta fram skolans uppgifter till ansökan",
      "tried_on": null,
      "waits_for": [],
      "waits_for_ids": []
    }
    "#);
    assert_eq!(steps.as_array().unwrap().len(), 7);
}

#[test]
fn reading_never_writes() {
    let env = lively();
    let before = env.files();
    for line in [
        "show 2026-001",
        "show 2026-001 --format json",
        "log 2026-001",
        "list",
        "next 2026-001",
        "report",
    ] {
        said(&env, line);
        assert!(env.files() == before, "{line}");
    }
}
