//! The head of a routine file: what it is called, where it comes from, who and what it speaks of.

use std::collections::BTreeMap;

use super::format::Holds;
use super::table::{FromToml, TomlTable, from_table};
use super::value::TomlValue;
use crate::domain::routine::{Ask, KeyDate, Role, Routine, Source, Trigger};
use crate::domain::routine_problem::{IdKind, ProblemKind};

from_table! {
    // The tests speak of the rest of it, and are read after it.
    Routine |table| {
        format: table.reader.version,
        id, version, title, short_title, summary, status, owner, review_by, step_word, notice, placed_child, source,
        grounds: grounds(table),
        roles: table.get("role"),
        key_dates: table.get("key_date"),
        questions: table.get("question"),
        triggers: table.get("trigger"),
        phases: table.get("phase"),
        documents: table.get("document"),
        tests: Vec::new(),
    }
    Source |table| { publisher, document, revised, url }
    Role |table| { id, title, party, must_be_held, school } => mark_held;
    KeyDate |table| { id, title, ask: ask(table), required, not_before, expected_after }
    Trigger |table| { id, title }
}

fn grounds(root: &TomlTable) -> BTreeMap<String, Vec<String>> {
    let lists = root.value("grounds").map(|lists| lists.map());
    let lists = lists.into_iter().flatten();
    let read = lists.map(|(key, _, list)| {
        let holds = Holds::Texts;
        let list = Vec::from_toml(&TomlValue { key, holds, ..list });
        (key.to_owned(), list.unwrap_or_default())
    });
    read.collect()
}

/// Somebody must hold it although no step names it: a coordinating function.
fn mark_held(table: &TomlTable, role: &Role) {
    if role.must_be_held {
        table.reader.mark_used(IdKind::Role, role.id.as_str());
    }
}

/// What no case opens without has to be asked for when it opens.
fn ask(key_date: &TomlTable) -> Ask {
    let ask = key_date.read("ask");
    match key_date.get("required") {
        true => {
            if ask == Some(Ask::Later) {
                key_date.problem("ask", ProblemKind::RequiredButLater);
            }
            Ask::AtStart
        }
        false => ask.unwrap_or(Ask::Later),
    }
}
