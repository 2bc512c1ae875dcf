//! The tables are sharp: what a step loses is missed, and what does not belong to it is found.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::shown::{Shown, list, text};
use super::table::Row;
use super::{TABLES, rows, wrong};

/// Takes something from a step; `false` where there is nothing to take.
type Spoil = fn(&mut Value) -> bool;

const SPOILT: &[(&str, Spoil)] = &[
    ("step", |step| {
        *step = json!({ "id": "another" });
        true
    }),
    ("owner", |step| {
        let parts = step["item"].as_array_mut().into_iter().flatten();
        let of_parts = parts.fold(false, |taken, part| take(part, "responsible") | taken);
        take(step, "responsible") | take(step, "choose_responsible") | of_parts
    }),
    ("parts", |step| take(step, "item")),
    ("stated time", |step| {
        let stated = is_stated(&step["due"]);
        step["due"] = Value::Null;
        stated
    }),
    ("stranger", |step| {
        step["participants"] = json!(["somebody-else"]);
        true
    }),
    ("sentence", |step| {
        step["activity"] =
            json!("Beställ taxi till simhallen klockan åtta varje fredag i stället.");
        true
    }),
];

#[test]
fn every_spoilt_step_is_told() {
    let mut silent = Vec::new();
    for (id, _) in TABLES {
        let (rows, routine) = (rows(id), Shown::of(id));
        let before = wrong(&rows, &routine);
        for step in routine.steps().iter().map(|step| step.id()) {
            let of_step = |row: &&Row| row.step.as_deref() == Some(step);
            let of_step: Vec<&Row> = rows.iter().filter(of_step).collect();
            let have_parts = of_step.iter().any(|row| !row.claim("parts").is_empty());
            for (what, spoil) in SPOILT {
                // The step is ours, its rows say no id, or its parts are ours.
                if of_step.is_empty() || *what == "parts" && !have_parts {
                    continue;
                }
                let mut copy = routine.whole.clone();
                let is_spoilt = spoil(step_of(&mut copy, step));
                if is_spoilt && told(&before, &wrong(&rows, &copy.into())) == 0 {
                    silent.push(format!("{id} {step}: {what}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// How many places are wrong now, or are wrong for another reason.
fn told(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> usize {
    after
        .iter()
        .filter(|(place, why)| before.get(*place) != Some(why))
        .count()
}

fn step_of<'v>(routine: &'v mut Value, id: &str) -> &'v mut Value {
    let phases = routine["phase"].as_array_mut().unwrap().iter_mut();
    let mut steps = phases.flat_map(|phase| phase["step"].as_array_mut().unwrap());
    steps.find(|step| text(step, "id") == id).unwrap()
}

fn take(step: &mut Value, key: &str) -> bool {
    let is_there = step[key].is_string() || !list(step, key).is_empty();
    step[key] = Value::Null;
    is_there
}

fn is_stated(due: &Value) -> bool {
    due.to_string().contains("\"basis\":\"source\"")
}
