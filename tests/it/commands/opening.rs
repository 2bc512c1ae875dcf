//! `new-case` with options alone, for each of the six routines: the dates are those of the sources.

use insta::assert_snapshot;

use super::{line, refused, said, steps};
use crate::harness::Env;

fn opened(options: &str) -> String {
    let env = Env::new();
    said(&env, &format!("new-case --ref A {options}"));
    steps(&env, "A")
}

#[test]
fn nacka() {
    let full = "--routine nacka --date utredning=2026-10-20 --date beslut=2026-10-30 --date ansokan=2026-11-16 \
                --date inskrivning=2026-12-01 --date utskrivning=2027-06-01 --answer akut=nej";
    assert_snapshot!(opened(full), @"
    1: open 2026-10-20
    2: open 2026-11-30
    3: open 2026-11-16
    4: open 2026-12-01
    5: waiting
    6: open 2027-05-31
    7: open 2027-09-01
    ");
    // Unknown dates hide neither of the first three; the answer of the agreement gives the feedback its dates.
    let little = "--routine nacka --date inskrivning=2026-12-01 --answer aterkoppling=3~veckor";
    assert_snapshot!(opened(little), @"
    1: open 2026-11-30
    2: open 2026-11-30
    3: open 2026-11-30
    4: open 2026-12-01
    5: open 2026-12-22
    6: waiting
    7: waiting
    ");
    let acute = "--routine nacka --date inskrivning=2026-12-01 --answer akut=ja";
    assert_snapshot!(opened(acute), @"
    1: open 2026-12-04
    2: open 2026-12-08
    3: open 2026-12-04
    4: open 2026-12-01
    5: waiting
    6: waiting
    7: waiting
    ");
}

#[test]
fn sisam() {
    let full = "--routine sisam --date utredning=2026-10-20 --date ansokan=2026-11-16 \
                --date inskrivning=2026-12-01 --date utskrivning=2027-08-24 --answer akut=nej";
    assert_snapshot!(opened(full), @"
    1: open 2026-10-20
    2: open 2026-11-30
    3: open 2026-11-16
    4: open 2026-12-01
    kartlaggning: open 2026-12-22
    5: waiting
    spsm: open
    6: open 2027-08-23
    7: open 2027-11-24
    ");
}

#[test]
fn sams() {
    let full = "--routine sams --date placering=2027-03-01 --date avslut=2028-03-01 --answer akut=nej \
                --answer skolbyte=ja --answer annan-kommun=nej --answer skolbyte-avslut=ja";
    assert_snapshot!(opened(full), @"
    forvarna: open 2027-02-15
    forbered: open 2027-02-22
    overlamning: open 2027-02-28
    folj-skolgangen: open 2027-06-01
    forvarna-avslut: open 2028-01-05
    forbered-avslut: open 2028-02-02
    overlamning-avslut: open 2028-02-29
    folj-upp: open 2028-06-01
    ");
    let no_change = "--routine sams --date placering=2027-03-01 --answer skolbyte=nej";
    assert_snapshot!(opened(no_change), @"
    forvarna: not-applicable
    forbered: not-applicable
    overlamning: not-applicable
    folj-skolgangen: not-applicable
    forvarna-avslut: undecided
    forbered-avslut: undecided
    overlamning-avslut: undecided
    folj-upp: undecided
    ");
}

#[test]
fn soderkoping() {
    let full = "--routine soderkoping --date placering=2027-02-01 --date forsta-skoldag=2027-02-08 \
                --date avslut=2027-12-20 --answer akut=nej --answer skolbyte=ja --answer annan-kommun=ja \
                --answer skolbyte-avslut=ja";
    assert_snapshot!(opened(full), @"
    1: open 2027-01-31
    2: blocked 2027-01-31
    3: blocked 2027-01-31
    4: open 2027-02-07
    5: blocked 2027-01-31
    6: open 2027-02-07
    7: blocked 2027-08-01
    8: blocked 2027-03-31
    9a: open 2027-10-25
    9b: blocked 2027-10-25
    10: blocked 2027-10-25
    11: blocked 2027-10-25
    12: open 2027-10-25
    13: blocked 2027-10-25
    ");
    let little = "--routine soderkoping --date placering=2027-02-01 --answer skolbyte=nej";
    assert_snapshot!(opened(little), @"
    1: open 2027-01-31
    2: not-applicable
    3: not-applicable
    4: open 2027-01-31
    5: not-applicable
    6: not-applicable
    7: blocked 2027-08-01
    8: blocked 2027-03-31
    9a: undecided
    9b: undecided
    10: undecided
    11: undecided
    12: undecided
    13: undecided
    ");
    // The end is known later than eight weeks before it: due the day it was entered.
    let late = "--routine soderkoping --date placering=2026-06-01 --date avslut=2026-12-20 --answer skolbyte=nej \
                --answer skolbyte-avslut=ja";
    assert_snapshot!(opened(late), @"
    1: open 2026-05-31
    2: not-applicable
    3: not-applicable
    4: open 2026-05-31
    5: not-applicable
    6: not-applicable
    7: blocked 2026-12-01
    8: blocked 2026-10-31
    9a: open 2026-11-21
    9b: blocked 2026-11-21
    10: blocked 2026-11-21
    11: blocked 2026-11-21
    12: open 2026-11-21
    13: blocked 2026-11-21
    ");
}

#[test]
fn skolfranvaro() {
    let meeting = "--routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen";
    assert_snapshot!(opened(meeting), @"
    underratta: open 2026-11-16
    kontakt: open 2026-11-23
    malmote: open 2026-11-30
    uppdrag: waiting
    natverksmote: waiting
    uppfoljning-veckovis: waiting
    ifo-medverkan: waiting
    soc-atgard: undecided
    uppfoljningsmote: waiting
    utvardering: waiting
    bedomarteam: undecided
    eget-spar: not-applicable
    ");
    let single = "--routine skolfranvaro --date utlosare=2026-11-16 --trigger enstaka";
    assert_snapshot!(opened(single), @"
    underratta: open 2026-11-16
    kontakt: not-applicable
    malmote: not-applicable
    uppdrag: not-applicable
    natverksmote: not-applicable
    uppfoljning-veckovis: not-applicable
    ifo-medverkan: not-applicable
    soc-atgard: not-applicable
    uppfoljningsmote: not-applicable
    utvardering: not-applicable
    bedomarteam: not-applicable
    eget-spar: open 2026-11-30
    ");
    let unknown = "--routine skolfranvaro --date utlosare=2026-11-16";
    assert_snapshot!(opened(unknown), @"
    underratta: open 2026-11-16
    kontakt: undecided
    malmote: undecided
    uppdrag: undecided
    natverksmote: undecided
    uppfoljning-veckovis: undecided
    ifo-medverkan: undecided
    soc-atgard: undecided
    uppfoljningsmote: undecided
    utvardering: undecided
    bedomarteam: undecided
    eget-spar: undecided
    ");
}

#[test]
fn bbic_flode() {
    assert_snapshot!(opened("--routine bbic-flode --date start=2026-11-02"), @"
    1: open 2026-11-30
    2: waiting
    3: waiting
    4: waiting
    ");
}

#[test]
fn a_case_without_a_reference_takes_the_next_number_of_the_year() {
    let env = Env::new();
    let open = "new-case --routine bbic-flode --date start=2026-11-02";
    for reference in ["2026-001", "2026-002"] {
        let first = said(&env, open).lines().next().unwrap().to_owned();
        assert_eq!(first, format!("Ärendet {reference} är öppnat."));
    }
    said(&env, &format!("{open} --ref 2026-007"));
    assert!(said(&env, open).starts_with("Ärendet 2026-008 är öppnat."));
    assert!(said(&env, &format!("{open} --today 2027-01-02")).starts_with("Ärendet 2027-001 "));
}

#[test]
fn what_is_missing_is_an_error_that_names_the_option() {
    let env = Env::new();
    assert_snapshot!(line(&env, "new-case").fails(2).err, @r"
    fel: Det står inte vilken rutin som gäller: --rutin ID
    tips: välj bland: bbic-flode · nacka · sams · sisam · skolfranvaro · soderkoping
    ");
    assert_snapshot!(refused(&env, "new-case --routine nacka"), @"
    fel: Det här datumet behövs för att öppna ärendet: Inskrivning på ungdomshemmet.
    tips: --datum inskrivning=ÅÅÅÅ-MM-DD
    ");
    // Nothing was opened, so there is no case file.
    assert!(env.files().is_empty());
}

#[test]
fn an_unusual_order_of_dates_is_opened_and_warned_of() {
    let env = Env::new();
    let told = line(
        &env,
        "new-case --routine nacka --date beslut=2026-12-04 --date inskrivning=2026-12-01",
    );
    assert_snapshot!(told.success().err, @"Obs: Inskrivning på ungdomshemmet är före Beslut om placering. Stämmer det?");
}

#[test]
fn a_program_that_opens_a_case_is_told_of_it_as_data() {
    let env = Env::new();
    let line = "new-case --routine nacka --date inskrivning=2026-12-02 --format json";
    let opened = env.line(line).success().out;
    assert_eq!(
        opened,
        env.line("show 2026-001 --format json").success().out
    );
}
