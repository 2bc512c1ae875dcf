//! Rows gathered by case, role, who or routine, in the order of the groups' names: nobody is ranked.

use std::collections::BTreeMap;

use crate::ui::wording::{Titles, Words};

use super::super::support::selection::Selected;
use super::super::support::step_facts::StepFacts;
use super::args::By;

/// The names of the groups a row belongs to: each role that answers for it or a part, each who holds one. The empty
/// name is the group of those that have none.
pub(super) fn of(selected: &Selected, by: By) -> Vec<String> {
    let (found, titles) = (&selected.found, Titles::of(&selected.routine));
    let names = match by {
        By::Case => vec![found.reference.to_string()],
        By::Routine => vec![selected.routine.title.clone()],
        By::Role => found
            .row
            .owners
            .iter()
            .map(|role| titles.role(role))
            .collect(),
        By::Who => found.row.holders.clone(),
    };
    match names.is_empty() {
        true => vec![String::new()],
        false => names,
    }
}

/// Rows under the names of their groups; those without a group last.
pub(super) fn gather<'f>(
    rows: &'f [(StepFacts, Vec<String>)],
    by: Option<By>,
    words: &Words,
) -> Vec<(Option<String>, Vec<&'f StepFacts>)> {
    let Some(by) = by else {
        return vec![(None, rows.iter().map(|(facts, _)| facts).collect())];
    };
    let mut groups: BTreeMap<(bool, String, &str), Vec<&StepFacts>> = BTreeMap::new();
    for (facts, names) in rows {
        for name in names {
            let key = (name.is_empty(), name.to_lowercase(), name.as_str());
            groups.entry(key).or_default().push(facts);
        }
    }
    let groups = groups
        .into_iter()
        .map(|((.., name), rows)| (Some(heading(name, rows.len(), by, words)), rows));
    groups.collect()
}

fn heading(name: &str, rows: usize, by: By, words: &Words) -> String {
    let name = match (name, by) {
        ("", By::Who) => words.say("report-nobody", &[]),
        ("", _) => words.say("owner-nobody", &[]),
        (name, _) => name.to_owned(),
    };
    words.say(
        "report-group",
        &[("name", name.into()), ("steps", rows.into())],
    )
}
