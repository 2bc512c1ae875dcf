//! Everything that is written as JSON, from cases in which every field is filled at least once, so that nothing changes
//! unseen.

mod scene;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use self::scene::{Scene, acted};

/// Keys under which names are chosen by routines or people: what lies below them is alike.
const NAMED: [&str; 4] = ["dates", "answers", "roles", "is"];

/// Where steps are written: one and the same kind of row.
const STEPS: [&str; 7] = [
    "next",
    "report",
    "plan",
    "overview.late",
    "overview.next",
    "show.steps",
    "list.steps",
];

/// A field's path, steps told apart from nothing else.
fn field(path: &str) -> String {
    let steps = STEPS.iter().find_map(|steps| path.strip_prefix(steps));
    match steps.filter(|rest| rest.starts_with('.')) {
        Some(rest) => format!("step{rest}"),
        None => path.to_owned(),
    }
}

/// Filled by the real clock, which no text kept here could repeat.
const NEVER_FILLED: &[&str] = &["doctor.remarks.looked_at"];

/// Calls `each` with every field's path and value. Places in a list are not told apart.
fn each_field(path: &str, value: &Value, each: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_named = NAMED
                    .iter()
                    .any(|named| path.ends_with(&format!(".{named}")));
                let path = format!("{path}.{}", if is_named { "*" } else { key });
                each(&path, value);
                each_field(&path, value, each);
            }
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| each_field(path, value, each)),
        _ => {}
    }
}

fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

#[test]
fn every_field_of_every_output_is_as_it_was_and_filled_somewhere() {
    let mut filled: BTreeMap<String, bool> = BTreeMap::new();
    let mut names = BTreeSet::new();
    for (name, json) in acted(&Scene::new()) {
        assert!(names.insert(name), "{name} twice");
        each_field(
            name.split('-').next().unwrap(),
            &json,
            &mut |path, value| {
                *filled.entry(field(path)).or_default() |= is_filled(value);
            },
        );
        // How old a case is counts from the day it really is.
        if name == "purge" {
            continue;
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_json_snapshot!(name, json);
        });
    }
    let empty: Vec<_> = filled
        .iter()
        .filter(|(_, filled)| !**filled)
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(empty, NEVER_FILLED, "fields that no case fills");
}
