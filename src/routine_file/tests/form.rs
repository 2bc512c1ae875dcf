//! The parsed form gives the same routine as the text, and never one that cannot be planned.

use super::good::EVERY_KEY;
use super::*;
use crate::domain::plan::PLANNER_VERSION;

#[test]
fn the_form_of_every_shipped_routine_gives_what_its_text_gives() {
    for (id, _) in Library::built_in().all() {
        let text = Library::built_in().get(id).unwrap().unwrap().text;
        let routine = load_for_case(&text).unwrap();
        let form = form_of(&routine).unwrap();
        assert_eq!(routine_of_form(&form), Some(routine), "{id}");
    }
}

/// A form that other text gives, or that this program no longer reads, would be a fault to `doctor`.
#[test]
fn a_new_shape_of_the_form_comes_with_a_new_version_of_the_planner() {
    let form = form_of(&load_for_case(EVERY_KEY).unwrap()).unwrap();
    assert_eq!(
        (PLANNER_VERSION, &text_hash(&form)[..16]),
        (10, "d0fc1802e5a78bf1"),
        "then raise PLANNER_VERSION: {form}"
    );
}

#[test]
fn what_cannot_be_planned_is_no_form() {
    let text = format!(
        "{HEAD}{STEP}due = {{ after = \"in\", term = \"3 days\" }}\n
         [[phase.step]]\nid = \"2\"\ntitle = \"Nästa\"\nresponsible = [\"s\"]\nwhen = {{ step = \"1\" }}\n"
    );
    let form = form_of(&load_for_case(&text).unwrap()).unwrap();
    assert!(routine_of_form(&form).is_some());
    let deep = format!(
        "{}{{\"Step\":\"1\"}}{}",
        "{\"Not\":".repeat(10_000),
        "}".repeat(10_000)
    );
    for (part, other) in [
        ("{\"Step\":\"1\"}", "{\"Step\":\"2\"}"),
        ("{\"Step\":\"1\"}", deep.as_str()),
        ("[3,\"Day\"]", "[0,\"Day\"]"),
        ("[3,\"Day\"]", "[4000000000,\"Day\"]"),
        ("\"phases\":", "\"other\":"),
        ("{", "["),
    ] {
        assert!(form.contains(part), "{part}: {form}");
        let spoilt = form.replacen(part, other, 1);
        assert_eq!(routine_of_form(&spoilt), None, "{part} → {other}");
    }
    assert_eq!(routine_of_form(""), None);
}
