//! The head of a routine file: what it is called, where it comes from, who and what it speaks of.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::keys;
use super::report::Report;
use super::table::Table;
use super::value::{is_unreadable, texts_of, whole_number, wrong_shape};
use crate::domain::ids::RoutineId;
use crate::domain::routine::{Ask, KeyDate, Role, Routine, RoutineStatus, Source, Trigger};
use crate::domain::routine_problem::{ProblemKind, Shape};

/// The only format there is so far.
pub(super) const FORMAT: i64 = 1;

/// Whether the file says that it has another format than [`FORMAT`], which is then reported.
pub(super) fn is_other_format(root: &DeTable, report: &Report) -> bool {
    let Some(value) = root.get("format") else {
        return false;
    };
    let found = match value.get_ref() {
        DeValue::Integer(_) if whole_number(value.get_ref()) == Some(FORMAT) => return false,
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return false,
    };
    if is_unreadable(value) {
        return false;
    }
    let found = found.to_owned();
    report.add(value.span(), ProblemKind::UnknownFormat { found });
    true
}

pub(super) fn format(root: &Table) {
    root.require("format");
    if let Some(value) = root.value("format")
        && whole_number(value.get_ref()).is_none()
    {
        wrong_shape(root.report(), "format", Shape::Number, value);
    }
}

/// A routine with its head filled in and everything else empty.
pub(super) fn read(root: &Table) -> Routine {
    format(root);
    Routine {
        id: RoutineId::from(root.required_text("id")),
        version: root.required_text("version"),
        title: root.required_text("title"),
        short_title: root.text("short_title"),
        summary: root.text("summary"),
        status: root.word("status", STATUSES).unwrap_or_default(),
        owner: root.text("owner"),
        review_by: root.date("review_by"),
        step_word: root.text("step_word"),
        notice: root.text("notice"),
        placed_child: root.flag("placed_child").unwrap_or(false),
        source: source(root),
        grounds: grounds(root),
        roles: root.each("role", &keys::ROLE, role),
        key_dates: root.each("key_date", &keys::KEY_DATE, key_date),
        triggers: root.each("trigger", &keys::TRIGGER, |table| Trigger {
            id: table.required_text("id").into(),
            title: table.required_text("title"),
        }),
        ..Routine::default()
    }
}

const STATUSES: &[(&str, RoutineStatus)] = &[
    ("draft", RoutineStatus::Draft),
    ("active", RoutineStatus::Active),
    ("retired", RoutineStatus::Retired),
];

fn source(root: &Table) -> Source {
    root.require("source");
    let Some(table) = root.table("source", &keys::SOURCE) else {
        return Source::default();
    };
    Source {
        publisher: table.required_text("publisher"),
        document: table.required_text("document"),
        revised: table.date("revised"),
        url: table.text("url"),
    }
}

fn grounds(root: &Table) -> BTreeMap<String, Vec<String>> {
    let Some(value) = root.value("grounds") else {
        return BTreeMap::new();
    };
    let Some(lists) = value.get_ref().as_table() else {
        wrong_shape(root.report(), "grounds", Shape::Table, value);
        return BTreeMap::new();
    };
    lists
        .iter()
        .filter(|(_, list)| !is_unreadable(list))
        .map(|(name, list)| {
            let name = name.get_ref().as_ref();
            (name.to_owned(), texts_of(root.report(), name, list))
        })
        .collect()
}

fn role(table: &Table) -> Role {
    Role {
        id: table.required_text("id").into(),
        title: table.required_text("title"),
        party: table.text("party"),
        must_be_held: table.flag("must_be_held").unwrap_or(false),
    }
}

fn key_date(table: &Table) -> KeyDate {
    let ask = table.word(
        "ask",
        &[("at-start", Ask::AtStart), ("when-known", Ask::Later)],
    );
    let required = table.flag("required").unwrap_or(false);
    if required && ask == Some(Ask::Later) {
        table.problem("ask", ProblemKind::RequiredButLater);
    }
    KeyDate {
        id: table.required_text("id").into(),
        title: table.required_text("title"),
        // What no case opens without has to be asked for when it opens.
        ask: match required {
            true => Ask::AtStart,
            false => ask.unwrap_or(Ask::Later),
        },
        required,
        not_before: table.text("not_before").map(Into::into),
        expected_after: table.ids("expected_after"),
    }
}
