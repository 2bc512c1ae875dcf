//! A consent that is given anew after another answer takes nothing over from the one before.

use serde_json::json;

use super::consent::{consented, on, opened, show, status, step};
use crate::lines::refused;

#[test]
fn a_consent_given_anew_after_another_answer_waits_for_who_gave_it() {
    for other in ["samtycke=nej", "samtycke=delvis", "samtycke="] {
        let env = consented("");
        on(&env, "2026-11-12", &format!("set K-1 --answer {other}"));
        on(&env, "2026-11-20", "set K-1 --answer samtycke=ja");
        let why = refused(&env, "done K-1 3 --on 2026-11-21 --today 2026-11-21");
        assert!(
            why.contains("obesvarad fråga: Vilka har samtyckt?"),
            "{other}: {why}"
        );
        let shown = show(&env, "2026-11-21");
        assert_eq!(
            step(&shown["steps"], "3")["waits_for_ids"],
            json!(["samtycke", "samtycke-av"])
        );
        // The days of the first consent stay covered; the same giver said again is one.
        on(&env, "2026-11-21", "done K-1 3 --on 2026-11-11");
        on(&env, "2026-11-22", "set K-1 --answer samtycke-av=barnet");
        on(&env, "2026-11-22", "done K-1 5 --on 2026-11-20");
    }
}

#[test]
fn a_consent_given_anew_in_one_command_with_its_giver_stands_and_repeated_still_does() {
    let env = consented("");
    on(&env, "2026-11-12", "set K-1 --answer samtycke=nej");
    let anew = "set K-1 --answer samtycke-av=barnet --answer samtycke=ja";
    on(&env, "2026-11-20", anew);
    assert_eq!(status(&env, "2026-11-20", "3"), "open");
    on(&env, "2026-11-21", "set K-1 --answer samtycke=ja");
    assert_eq!(status(&env, "2026-11-21", "3"), "open");
    on(&env, "2026-11-21", "done K-1 3");
}

#[test]
fn a_giver_who_is_named_while_the_answer_is_no_is_not_that_of_a_later_yes() {
    let env = opened();
    on(
        &env,
        "2026-10-02",
        "set K-1 --answer samtycke=delvis --answer samtycke-av=barnet",
    );
    on(&env, "2026-10-03", "set K-1 --answer samtycke=ja");
    assert_eq!(status(&env, "2026-10-03", "3"), "blocked");
}

#[test]
fn a_last_day_of_the_consent_before_does_not_end_one_given_anew() {
    let env = consented("2026-11-01");
    on(&env, "2026-10-25", "set K-1 --answer samtycke=nej");
    let anew = "set K-1 --answer samtycke=ja --answer samtycke-av=barnet";
    on(&env, "2026-11-20", anew);
    assert_eq!(status(&env, "2026-11-20", "3"), "open");
    // One that is said between the two is the new one's.
    let env = consented("2026-11-01");
    on(&env, "2026-10-25", "set K-1 --answer samtycke=");
    on(
        &env,
        "2026-10-26",
        "set K-1 --answer samtycke-till=2026-12-01",
    );
    on(&env, "2026-11-20", anew);
    assert_eq!(status(&env, "2026-12-01", "3"), "open");
    assert_eq!(status(&env, "2026-12-02", "3"), "blocked");
}

#[test]
fn a_refusal_of_one_of_several_cases_names_it() {
    let env = consented("");
    on(
        &env,
        "2026-10-20",
        "new-case --routine soderkoping --ref K-2 --date placering=2026-12-02 --answer akut=nej",
    );
    let why = refused(&env, "done K-1 K-2 3 --today 2026-10-20");
    assert!(why.contains("Det gäller ärende K-2."), "{why}");
    assert_eq!(status(&env, "2026-10-20", "3"), "open");
    let why = refused(&env, "done K-2 3 --today 2026-10-20");
    assert!(!why.contains("Det gäller"), "{why}");
}
