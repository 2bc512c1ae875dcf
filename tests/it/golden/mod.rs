//! Everything that is written as JSON, from cases in which every field is filled at least once, so that nothing changes
//! unseen.

mod scene;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use self::scene::{Scene, acted};
use crate::made;

/// Keys under which names are chosen by routines or people: what lies below them is alike.
const NAMED: [&str; 4] = ["dates", "answers", "roles", "is"];

/// Where steps are written: one and the same kind of row.
const STEPS: [&str; 6] = [
    "next",
    "report",
    "plan",
    "overview.cases.step",
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

/// Filled by the real clock, which no text kept here could repeat; by a case that has nothing left and is open, which the
/// scene has none of; by the walk alone, at a terminal.
const NEVER_FILLED: &[&str] = &[
    "doctor.remarks.looked_at",
    "overview.finished",
    "step.reminded_on",
    "step.tried_on",
];

const REAL_TIMES: [&str; 5] = ["purge", "filelog", "accesslog", "backup", "restore"];

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
        // They go by the real clock: how old a case is, when a file was copied.
        if REAL_TIMES.contains(&name) {
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

/// What programs read of it, as `docs/scripts.md` says it.
#[test]
fn the_fields_that_scripts_may_read_are_written_down() {
    let mut outputs: BTreeMap<&str, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (name, json) in acted(&Scene::new()) {
        if name == "routine-show" {
            // A routine's text as JSON: the format's own reference has its keys.
            continue;
        }
        let (_, command) = OUTPUTS.iter().find(|(of, _)| name.starts_with(of)).unwrap();
        let root = name.split('-').next().unwrap();
        each_field(root, &json, &mut |path, value| {
            let field = field(path);
            let (of, field) = match field.strip_prefix("step.") {
                Some(rest) => ("a step", rest),
                None => (*command, field[root.len()..].trim_start_matches('.')),
            };
            let kinds = outputs.entry(of).or_default();
            kinds
                .entry(field.to_owned())
                .or_default()
                .extend(kind(value));
        });
    }
    let mut table = String::from("| written by | fields |\n|---|---|\n");
    for (of, fields) in outputs {
        let fields = fields.into_iter().map(|(field, kinds)| {
            let kinds = kinds.into_iter().collect::<Vec<_>>().join(" or ");
            match kinds.strip_prefix("list or ").unwrap_or(&kinds) {
                // Only the real clock fills it.
                "" => format!("`{field}` day"),
                kinds => format!("`{field}` {kinds}"),
            }
        });
        let fields: Vec<_> = fields.collect();
        table += &format!("| {of} | {} |\n", fields.join(" · ").trim_end());
    }
    made::assert_made("docs/scripts.md", &table);
}

/// What each output's name begins with, and the command that writes it.
const OUTPUTS: [(&str, &str); 21] = [
    ("accesslog", "`log --access`"),
    ("akt", "`akt CASE`"),
    ("backup", "`backup`"),
    ("check", "`routine check`"),
    ("config", "`config`"),
    ("doctor", "`doctor`"),
    ("filelog", "`log --file`"),
    ("list", "`list`"),
    ("log", "`log`"),
    ("me", "`config --me`"),
    ("next", "`next`"),
    ("opened", "`new-case --from`"),
    ("overview", "`sisam` alone"),
    ("plan", "`routine plan`"),
    ("purge", "`purge`"),
    ("report", "`report`"),
    ("restore", "`restore`"),
    ("routine-list", "`routine list`"),
    ("show", "`show`"),
    ("test", "`routine test`"),
    ("why", "`why`"),
];

fn kind(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(_) => "yes/no".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::String(text) if text.parse::<chrono::NaiveDate>().is_ok() => "day".to_owned(),
        Value::String(_) => "text".to_owned(),
        Value::Object(_) => "object".to_owned(),
        Value::Array(values) => {
            let kinds: BTreeSet<_> = values.iter().filter_map(kind).collect();
            let kinds: Vec<_> = kinds.into_iter().collect();
            format!("list of {}", kinds.join(" or "))
                .trim_end_matches(" of ")
                .to_owned()
        }
    })
}
