//! A case that continues another after a re-placement: the first clock stays visible.

use insta::assert_snapshot;

use super::{json, on, step};
use crate::harness::Env;

/// A case with consent, follow-up answers and roles, opened 21 November 2026.
fn placed() -> Env {
    let env = Env::new();
    for line in [
        "new-case --routine soderkoping --ref A --date placering=2026-12-01 --answer akut=no --answer skolbyte=yes \
         --answer annan-kommun=no --answer folkbokford=yes --role socialsekreterare=AB --role kontaktperson-ses=CD",
        "done A 1 --answer samtycke=ja --answer samtycke-av=barnet",
    ] {
        env.line(line).success();
    }
    on(&env, "2027-02-10", "done A 7 --answer i-skola=ja");
    env
}

#[test]
fn the_old_case_closes_as_the_new_one_opens_and_the_first_clock_stays() {
    let env = placed();
    let told = on(
        &env,
        "2027-03-01",
        "new-case --continues A --ref B --date placering=2027-03-01 --reason omplacering",
    );
    let head = told.lines().take(5).collect::<Vec<_>>().join("\n");
    assert_snapshot!(head, @r"
    Ärendet B är öppnat.
    Ärendet A är stängt och fortsätter här.

    B sandlöpare · Söderköping · Placeringen börjar mån 1 mars 2027
    ");
    let case = json(&env, "show B --today 2027-03-02");
    assert_eq!(case["continues"], "A");
    assert_eq!(case["routine"], "soderkoping");
    assert_eq!(case["opened"], "2027-03-01");
    assert_eq!(case["first_opened"], "2026-11-21");
    assert_eq!(case["days_since_first_opened"], 101);
    let old = json(&env, "show A");
    assert_eq!(old["status"], "closed");
    let log = json(&env, "log A");
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!(last["event"], "closed");
    assert!(last["reason"].as_str().unwrap().contains('B'));
}

#[test]
fn roles_and_opening_answers_come_along_and_nothing_else() {
    let env = placed();
    on(
        &env,
        "2027-03-01",
        "new-case --continues A --ref B --date placering=2027-03-01 --reason omplacering --answer annan-kommun=yes --role kontaktperson-ses=EF",
    );
    let case = json(&env, "show B");
    assert_eq!(
        case["roles"],
        serde_json::json!({"kontaktperson-ses": "EF", "socialsekreterare": "AB"})
    );
    // Neither consent nor what a step has asked; what is given now goes before what was.
    assert_eq!(
        case["answers"],
        serde_json::json!({"akut": "no", "annan-kommun": "yes", "folkbokford": "yes", "skolbyte": "yes"})
    );
    assert_eq!(
        case["dates"],
        serde_json::json!({"placering": "2027-03-01"})
    );
    for gated in ["3", "5", "7", "8"] {
        assert_eq!(step(&case["steps"], gated)["status"], "blocked", "{gated}");
    }
    let done = case["steps"].as_array().unwrap().iter();
    assert_eq!(done.filter(|step| step["status"] == "done").count(), 0);
    // The old case has kept all of its own.
    assert_eq!(json(&env, "show A")["answers"]["samtycke"], "ja");
}

#[test]
fn the_clock_goes_back_to_the_first_of_several() {
    let env = placed();
    on(
        &env,
        "2027-03-01",
        "new-case --continues A --ref B --date placering=2027-03-01 --reason omplacering",
    );
    on(
        &env,
        "2027-06-01",
        "new-case --continues B --ref C --date placering=2027-06-01 --reason omplacering",
    );
    let case = json(&env, "show C --today 2027-06-01");
    assert_eq!(case["continues"], "B");
    assert_eq!(case["first_opened"], "2026-11-21");
    assert_eq!(case["days_since_first_opened"], 192);
    let shown = on(&env, "2027-06-01", "show C");
    assert!(
        shown.contains("första ärendet öppnat lör 21 nov 2026\n(192 dagar)"),
        "{shown}"
    );
}

#[test]
fn a_closed_case_can_be_continued_and_with_another_routine() {
    let env = placed();
    on(&env, "2027-02-20", "close A --reason hemflyttning");
    on(
        &env,
        "2027-03-01",
        "new-case --continues A --routine nacka --ref B --date inskrivning=2027-03-01",
    );
    let case = json(&env, "show B");
    assert_eq!(case["routine"], "nacka");
    assert_eq!(case["first_opened"], "2026-11-21");
    // Only what the new routine asks at the start too, and roles that it has.
    assert_eq!(case["answers"], serde_json::json!({"akut": "no"}));
    assert_eq!(case["roles"]["socialsekreterare"], "AB");
    // It stays closed as it was.
    let log = on(&env, "2027-03-01", "log A");
    assert_eq!(log.matches("stängdes").count(), 1, "{log}");
    assert!(log.contains("hemflyttning"));
}

#[test]
fn hidden_whereabouts_stay_hidden() {
    let env = placed();
    on(&env, "2027-02-20", "set A --protect");
    let told = on(
        &env,
        "2027-03-01",
        "new-case --continues A --ref B --date placering=2027-03-01 --reason omplacering",
    );
    assert!(told.contains("Vistelseorten är hemlig även här."), "{told}");
    assert_eq!(json(&env, "show B")["protected"], true);
    // The review counts from when it was decided, not from the new placement.
    assert!(
        told.contains("ska omprövas senast tor 20 maj 2027"),
        "{told}"
    );
}

#[test]
fn an_unknown_case_is_refused_and_nothing_is_changed() {
    let env = placed();
    let before = env.files();
    let told = env
        .line("new-case --continues X --ref B --date placering=2027-03-01")
        .fails(1);
    assert!(
        told.err.starts_with("fel: Det finns inget ärende X."),
        "{}",
        told.err
    );
    // Nor is the old case closed when the new one cannot be opened.
    env.line("new-case --continues A --ref B").fails(1);
    env.line("new-case --continues A --ref A --date placering=2027-03-01")
        .fails(1);
    assert_eq!(env.files(), before);
    let empty = Env::new();
    empty
        .line("new-case --continues X --date placering=2027-03-01")
        .fails(1);
    assert!(empty.files().is_empty(), "no case file is made");
}

#[test]
fn the_closing_can_be_taken_back_and_the_opening_not() {
    let env = placed();
    on(
        &env,
        "2027-03-01",
        "new-case --continues A --ref B --date placering=2027-03-01 --reason omplacering",
    );
    let told = env.line("undo B --today 2027-03-02").ends(1);
    assert!(told.err.contains("Öppnandet av ett ärende"), "{}", told.err);
    on(&env, "2027-03-02", "undo A");
    assert_eq!(json(&env, "show A")["status"], "open");
    // The new case still names the old, and the old one's log shows that it was closed.
    assert_eq!(json(&env, "show B")["continues"], "A");
    assert!(on(&env, "2027-03-02", "log A").contains("fortsätter i B"));
}
