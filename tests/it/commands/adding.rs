//! `add`: a step of one's own, in one case and beside others; and what a re-placement takes along.

use insta::assert_snapshot;

use super::{refused, refused_with, said, told};
use crate::harness::Env;

fn a_case(env: &Env) {
    said(
        env,
        "new-case --ref A --routine skolfranvaro --date utlosare=2026-11-16",
    );
    said(
        env,
        "add A Ring~mormor --to 2026-12-15 --role rektor --after malmote",
    );
    said(env, "add A Köp~skor --phase till-malmote");
}

#[test]
fn it_is_told_in_its_case_and_beside_others_only_that_it_is_there() {
    let env = Env::new();
    a_case(&env);
    let shown = said(&env, "show A");
    for told in ["Ring mormor", "Köp skor", "eget steg"] {
        assert!(shown.contains(told), "{shown}");
    }
    for over_all in ["next", "report --within 60", "report --missing", "list"] {
        for format in ["", " --format json"] {
            let said = said(&env, &format!("{over_all}{format}"));
            assert!(!said.contains("mormor") && !said.contains("skor"), "{said}");
        }
    }
    assert!(said(&env, "next").contains("eget steg"));
    assert!(said(&env, "report --within 60 --role rektor").contains("egen-1"));
    // So too where the rows are planned anew.
    let later = said(&env, "--today 2027-01-20 report --overdue");
    assert!(
        !later.contains("mormor") && later.contains("egen-1"),
        "{later}"
    );
}

#[test]
fn it_goes_along_in_an_export_and_its_title_can_be_taken_out() {
    let env = Env::new();
    a_case(&env);
    said(&env, "done A egen-1 --on 2026-11-20");
    said(&env, "export A --out a.json");
    let other = Env::new();
    std::fs::copy(env.path("a.json"), other.path("a.json")).unwrap();
    said(&other, "import a.json");
    assert!(said(&other, "show A").contains("Ring mormor"));
    assert_snapshot!(said(&other, "add A Skriv"), @r"
    Tillagt: eget steg egen-3 Skriv
    Nytt: eget steg egen-3, öppet
    ");
    let log = said(&other, "log A --format json");
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    let added = log
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["event"] == "added")
        .unwrap();
    said(&other, &format!("redact A {} --reason namn", added["seq"]));
    let shown = said(&other, "show A");
    assert!(
        !shown.contains("mormor") && shown.contains("egen-1"),
        "{shown}"
    );
    assert!(said(&other, "doctor").contains("stämmer"));
}

#[test]
fn a_replacement_names_them_and_carries_what_the_routine_carries() {
    let env = Env::new();
    a_case(&env);
    let told = told(
        &env,
        "new-case --ref B --continues A --date utlosare=2026-11-20 --reason flytt",
    );
    assert!(
        told.contains("Följer inte med") && told.contains("Köp skor"),
        "{told}"
    );
    assert!(!said(&env, "show B").contains("Köp skor"));
}

#[test]
fn what_cannot_be_added_says_why() {
    let env = Env::new();
    a_case(&env);
    assert_snapshot!(refused_with(&env, 2, "add A"), @r"
    fel: Det saknas: TITEL
    tips: skriv TITEL - så läses texten från standard in; i en terminal frågas den efter
    ");
    assert_snapshot!(refused(&env, "add A Ring --to 2026-01-01"), @"fel: tor 1 jan 2026 har varit: välj i dag, lör 21 nov 2026, eller en senare dag.");
    assert_snapshot!(refused(&env, "add A Ring --phase x"), @r"
    fel: Rutinen har ingen fas ”x”.
    tips: välj bland: signal · till-malmote · natverk · utvardera · sidospar
    ");
    assert_snapshot!(refused_with(&env, 2, "add A Ring --phase till-malmote --after malmote"), @"fel: --fas FAS går inte ihop med --efter STEG.");
}
