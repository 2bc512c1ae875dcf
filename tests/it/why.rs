//! `why`: a date explains itself.

use insta::assert_snapshot;

use crate::explained::{case, on, said};
use crate::harness::Env;

#[test]
fn every_day_off_a_date_moved_past_is_named() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 helg"), @r"
    2026-001 · Steg 1 Flyttas förbi julen · öppet
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 3 veckor efter start, flyttas till nästa arbetsdag
      Regelns datum: tor 24 dec 2026
      Flyttat: 24 dec är julafton, 25 dec juldagen, 26 dec annandag jul, 27 dec
        söndag; därför mån 28 dec 2026
      Senast: mån 28 dec 2026
      Grund: lag: 7 kap. 17 §
      Lag: Skollagen (2010:800) 7 kap. 17 §
    ");
    let english = env.with("SISAM_LANG", "en");
    assert_snapshot!(said(&english, "why 2026-001 helg"), @r"
    2026-001 · Steg 1 Flyttas förbi julen · open
      Counted from: Start Thu 3 Dec 2026 (recorded Sat 21 Nov 2026 by test)
      Rule: within 3 weeks after start, moves to the next working day
      The rule's date: Thu 24 Dec 2026
      Moved: 24 Dec is Christmas Eve, 25 Dec Christmas Day, 26 Dec Boxing Day, 27
        Dec Sunday; therefore Mon 28 Dec 2026
      Due by: Mon 28 Dec 2026
      Basis: law: 7 kap. 17 §
      Law: Skollagen (2010:800) 7 kap. 17 §
    ");
}

#[test]
fn a_date_that_had_passed_when_its_anchor_was_entered() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 genast"), @r"
    2026-001 · Steg 2 Genast om det är sent · väntar
      Väntar: datum saknas: Slut
      Regel: senast 8 veckor före slut
      Grund: eget riktvärde, inte rutinens: 8 veckor
    ");
    said(&env, "set 2026-001 --date slut=2026-12-20");
    assert_snapshot!(said(&env, "why 2026-001 genast"), @r"
    2026-001 · Steg 2 Genast om det är sent · öppet
      Räknas från: Slut sön 20 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: senast 8 veckor före slut
      Regelns datum: sön 25 okt 2026
      Genast: sön 25 okt 2026 hade redan varit när det som räknas från angavs;
        därför den dagen, lör 21 nov 2026
      Senast: lör 21 nov 2026
      Grund: eget riktvärde, inte rutinens: 8 veckor
    ");
}

#[test]
fn which_rule_counts_why_and_what_could_change_it() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan · öppet
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 veckor efter start
      Senast: tor 17 dec 2026
      Grund: rutin
      Kan ändras av: svaret på: Är det akut?
    ");
    said(&env, "set 2026-001 --answer akut=ja");
    assert_snapshot!(said(&env, "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan · öppet
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 dagar efter start; gäller eftersom: svaret ja på ”Är det akut?”
      Senast: lör 5 dec 2026
      Grund: rutin
    ");
}

#[test]
fn an_extension_keeps_the_first_date_and_lateness_is_counted_from_both() {
    let env = case("");
    on(
        &env,
        "2026-12-10",
        "extend 2026-001 valt --to 2026-12-20 --reason sjukdom --decided-by enhetschefen",
    );
    assert_snapshot!(on(&env, "2026-12-22", "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan · öppet
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 veckor efter start
      Regelns datum: tor 17 dec 2026
      Ny tid: sön 20 dec 2026 i stället för tor 17 dec 2026: sjukdom (beslutat av
        enhetschefen; registrerat tor 10 dec 2026 av test)
      Senast: sön 20 dec 2026
      Grund: rutin
      Kan ändras av: svaret på: Är det akut?
      Försenat: 2 dagar (5 dagar räknat från tor 17 dec 2026)
    ");
    on(&env, "2027-01-07", "done 2026-001 valt --on 2026-12-23");
    assert_snapshot!(on(&env, "2027-01-08", "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan · klart
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 veckor efter start
      Regelns datum: tor 17 dec 2026
      Ny tid: sön 20 dec 2026 i stället för tor 17 dec 2026: sjukdom (beslutat av
        enhetschefen; registrerat tor 10 dec 2026 av test)
      Senast: sön 20 dec 2026
      Grund: rutin
      Gjort: ons 23 dec 2026
      Registrerat: tor 7 jan 2027 av test
      Försenat: 3 dagar (6 dagar räknat från tor 17 dec 2026)
    ");
}

#[test]
fn a_rolling_rule_and_the_round_before() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 ater"), @r"
    2026-001 · Steg 4 Återkommer · väntar
      Väntar: obesvarad fråga: Hur ofta?
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: så lång tid som svaret på ”Hur ofta?” anger efter senaste gången,
        första gången räknat från start, längst till slut
      Grund: eget riktvärde, inte rutinens
    ");
    env.sisam(["set", "2026-001", "--answer", "takt=2 veckor"])
        .success();
    assert_snapshot!(said(&env, "why 2026-001 ater"), @r"
    2026-001 · Steg 4 Återkommer · öppet
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Tid emellan: Hur ofta? 2 veckor (registrerat lör 21 nov 2026 av test)
      Regel: 2 veckor efter senaste gången, första gången räknat från start, längst
        till slut
      Senast: tor 17 dec 2026
      Grund: eget riktvärde, inte rutinens
    ");
    on(&env, "2026-12-20", "done 2026-001 ater --on 2026-12-18");
    assert_snapshot!(on(&env, "2026-12-20", "why 2026-001 ater"), @r"
    2026-001 · Steg 4 Återkommer, omgång 2 · öppet
      Räknas från: omgång 1 klar fre 18 dec 2026, med regelns datum tor 17 dec 2026
        (registrerat sön 20 dec 2026 av test)
      Tid emellan: Hur ofta? 2 veckor (registrerat lör 21 nov 2026 av test)
      Regel: 2 veckor efter senaste gången, första gången räknat från start, längst
        till slut
      Senast: fre 1 jan 2027
      Grund: eget riktvärde, inte rutinens
    ");
    let first = on(&env, "2026-12-20", "why 2026-001 ater --round 1");
    assert!(first.contains("Försenat: 1 dag"), "{first}");
}

#[test]
fn a_step_that_counts_from_a_step() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 efter"), @r"
    2026-001 · Steg 5 Efter ett annat steg · väntar
      Väntar: datum saknas: dagen för Steg 1 Flyttas förbi julen
      Regel: inom 5 arbetsdagar efter Steg 1, flyttas till arbetsdagen före
      Grund: eget riktvärde, inte rutinens
    ");
    on(&env, "2026-12-29", "done 2026-001 helg --on 2026-12-28");
    assert_snapshot!(on(&env, "2026-12-30", "why 2026-001 efter"), @r"
    2026-001 · Steg 5 Efter ett annat steg · stoppat
      Stoppat: kräver först: Steg 3 Två tider att välja mellan
      Räknas från: Steg 1 klart mån 28 dec 2026 (registrerat tis 29 dec 2026 av
        test)
      Regel: inom 5 arbetsdagar efter Steg 1, flyttas till arbetsdagen före
      Flyttat: nej, tor 7 jan 2027 är en arbetsdag
      Senast: tor 7 jan 2027
      Grund: eget riktvärde, inte rutinens
    ");
}

#[test]
fn a_step_that_does_not_apply_and_one_that_counts_from_it() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 bara"), @r"
    2026-001 · Steg 6 Bara när det är akut · oavgjort
      Oavgjort om steget gäller, bara vid svaret ja på ”Är det akut?”: obesvarad
        fråga: Är det akut?
    ");
    said(&env, "set 2026-001 --answer akut=nej");
    assert_snapshot!(said(&env, "why 2026-001 bara"), @r"
    2026-001 · Steg 6 Bara när det är akut · gäller inte
      gäller inte: bara vid svaret ja på ”Är det akut?”
    ");
    assert_snapshot!(said(&env, "why 2026-001 mal"), @r"
    2026-001 · Steg 7 Nås aldrig utan akut · öppet
      Räknas från: Steg 6 gäller inte här, så det finns inget datum att räkna från
      Regel: inom 1 vecka efter Steg 6
      Grund: eget riktvärde, inte rutinens
    ");
}

#[test]
fn a_done_round_is_explained_as_it_stood_then() {
    let env = case("");
    on(&env, "2026-12-20", "done 2026-001 valt --on 2026-12-18");
    on(&env, "2026-12-21", "set 2026-001 --date start=2026-12-10");
    let said = on(&env, "2026-12-21", "why 2026-001 valt");
    assert!(
        said.contains("Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)"),
        "{said}"
    );
    assert!(said.contains("Senast: tor 17 dec 2026"), "{said}");
}

#[test]
fn a_day_told_later_is_a_fact_of_its_own() {
    let env = case("");
    on(&env, "2026-12-20", "done 2026-001 valt --on unknown");
    let unknown = on(&env, "2026-12-20", "why 2026-001 valt");
    assert!(unknown.contains("Gjort: okänd dag"), "{unknown}");
    assert!(!unknown.contains("Försenat"), "{unknown}");
    on(
        &env,
        "2026-12-22",
        "done 2026-001 valt --on 2026-12-19 --as chefen",
    );
    assert_snapshot!(on(&env, "2026-12-22", "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan · klart
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 veckor efter start
      Senast: tor 17 dec 2026
      Grund: rutin
      Gjort: lör 19 dec 2026
      Registrerat: sön 20 dec 2026 av test; dagen angavs tis 22 dec 2026 av chefen
      Försenat: 2 dagar
    ");
}

#[test]
fn a_round_that_an_outcome_opened() {
    let env = case("");
    on(&env, "2026-12-20", "done 2026-001 valt");
    on(&env, "2026-12-29", "done 2026-001 prova --answer bra=nej");
    assert_snapshot!(on(&env, "2026-12-30", "why 2026-001 valt"), @r"
    2026-001 · Steg 3 Två tider att välja mellan, omgång 2 · öppet
      Ny omgång: Steg 8 ledde till en ny omgång tis 29 dec 2026; det som räknas från
        är äldre, så den dagen gäller i stället
      Räknas från: Start tor 3 dec 2026 (registrerat lör 21 nov 2026 av test)
      Regel: inom 2 veckor efter start
      Senast: tis 12 jan 2027
      Grund: rutin
      Kan ändras av: svaret på: Är det akut?
    ");
}

#[test]
fn a_booked_day_and_a_skipped_round() {
    let env = case("");
    said(&env, "set 2026-001 --planned helg=2026-12-15");
    let booked = said(&env, "why 2026-001 helg");
    assert!(
        booked.contains("Bokat: tis 15 dec 2026 (flyttar inte senast-datumet)"),
        "{booked}"
    );
    on(&env, "2026-12-15", "skip 2026-001 helg --reason inställt");
    let skipped = on(&env, "2026-12-16", "why 2026-001 helg");
    assert!(
        skipped.contains("Överhoppat: tis 15 dec 2026: inställt"),
        "{skipped}"
    );
}

#[test]
fn the_same_as_data() {
    let env = case("");
    assert_snapshot!(said(&env, "why 2026-001 helg --format json"), @r#"
    {
      "case": "2026-001",
      "step": "helg",
      "title": "Flyttas förbi julen",
      "round": 1,
      "status": "open",
      "counted_from": {
        "kind": "date",
        "id": "start",
        "on": "2026-12-03",
        "recorded": {
          "at": "2026-11-21T00:00:00Z",
          "day": "2026-11-21",
          "today_given": true,
          "who": "test"
        }
      },
      "interval": null,
      "round_before": null,
      "school_calendar": null,
      "until": null,
      "reopened": null,
      "rule": "inom 3 veckor efter start, flyttas till nästa arbetsdag",
      "rule_number": 1,
      "basis": "law",
      "cite": "7 kap. 17 §",
      "law": "Skollagen (2010:800) 7 kap. 17 §",
      "earliest": null,
      "since": null,
      "raw_due": "2026-12-24",
      "moved_past": [
        {
          "date": "2026-12-24",
          "day_off": "christmas-eve"
        },
        {
          "date": "2026-12-25",
          "day_off": "christmas-day"
        },
        {
          "date": "2026-12-26",
          "day_off": "boxing-day"
        },
        {
          "date": "2026-12-27",
          "day_off": "sunday"
        }
      ],
      "at_once": false,
      "original_due": "2026-12-28",
      "extension": null,
      "due": "2026-12-28",
      "waits_for": [],
      "waits_for_ids": [],
      "could_change": [],
      "planned": null,
      "done_on": null,
      "skipped_on": null,
      "recorded": null,
      "day_told": null,
      "despite": null,
      "reason": null,
      "days_late": 0,
      "days_late_original": 0
    }
    "#);
}

#[test]
fn what_there_is_not_is_refused() {
    let env = case("");
    let refused = |line: &str| env.line(line).fails(1).err;
    assert_snapshot!(refused("why 2026-001 hel"), @r"
    fel: Rutinen har inget steg som heter hel.
    tips: menade du helg?
    tips: välj bland: helg · genast · valt · ater · efter · bara · mal · prova
    ");
    assert_snapshot!(refused("why 2026-001 helg --omgång 2"), @r"
    fel: Steg 1 är i omgång 1, inte 2.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    env.line("why 2026-001 helg --round 0").fails(2);
    assert_snapshot!(refused("why 2027 helg"), @"
    fel: Det finns inget ärende 2027.
    tips: sisam lista visar ärendena
    tips: välj bland: 2026-001
    ");
}

#[test]
fn nothing_is_written() {
    let env: Env = case("");
    let before = env.files();
    for command in ["why 2026-001 helg", "log 2026-001"] {
        said(&env, command);
        said(&env, &format!("{command} --format json"));
        said(&env, &format!("{command} --plain"));
    }
    assert_eq!(env.files(), before);
}
