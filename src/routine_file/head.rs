//! The head of a routine file: what it is called, where it comes from, who and what it speaks of.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::format;
use super::report::Report;
use super::table::TomlTable;
use super::value::{is_unreadable, texts_of, whole_number, wrong_shape};
use crate::domain::routine::{Ask, KeyDate, Role, Routine, Source, Trigger};
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape};

/// The only format there is so far.
pub(super) const FORMAT: i64 = 1;

/// Whether the file says that it has another format than [`FORMAT`], which is then reported.
pub(super) fn is_other_format(root: &DeTable, report: &Report) -> bool {
    let Some(value) = root.get("format").filter(|value| !is_unreadable(value)) else {
        return false;
    };
    let found = match value.get_ref() {
        DeValue::Integer(_) if whole_number(value.get_ref()) == Some(FORMAT) => return false,
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return false,
    };
    let found = found.to_owned();
    report.add(value.span(), ProblemKind::UnknownFormat { found });
    true
}

/// A `format` that is no number at all.
pub(super) fn check_format(root: &TomlTable) {
    if let Some(value) = root.value("format")
        && whole_number(value.get_ref()).is_none()
    {
        wrong_shape(root.report(), "format", Shape::Number, value);
    }
}

/// A routine with its head filled in and everything else empty.
pub(super) fn read(root: &TomlTable) -> Routine {
    check_format(root);
    Routine {
        id: root.required("id"),
        version: root.required("version"),
        title: root.required("title"),
        short_title: root.text("short_title"),
        summary: root.text("summary"),
        status: root.word("status").unwrap_or_default(),
        owner: root.text("owner"),
        review_by: root.date("review_by"),
        step_word: root.text("step_word"),
        notice: root.text("notice"),
        placed_child: root.flag("placed_child", false),
        source: root
            .table("source", &format::SOURCE)
            .map(source)
            .unwrap_or_default(),
        grounds: grounds(root),
        roles: root.each("role", &format::ROLE, role),
        key_dates: root.each("key_date", &format::KEY_DATE, key_date),
        triggers: root.each("trigger", &format::TRIGGER, |table| Trigger {
            id: table.required("id"),
            title: table.required("title"),
        }),
        ..Routine::default()
    }
}

fn source(table: TomlTable) -> Source {
    Source {
        publisher: table.required("publisher"),
        document: table.required("document"),
        revised: table.date("revised"),
        url: table.text("url"),
    }
}

fn grounds(root: &TomlTable) -> BTreeMap<String, Vec<String>> {
    let Some(value) = root.value("grounds") else {
        return BTreeMap::new();
    };
    let Some(lists) = value.get_ref().as_table() else {
        wrong_shape(root.report(), "grounds", Shape::Table, value);
        return BTreeMap::new();
    };
    let lists = lists.iter().filter(|(_, list)| !is_unreadable(list));
    let read = lists.map(|(name, list)| {
        let name = name.get_ref().as_ref();
        let texts = texts_of(root.report(), name, list).into_iter();
        (
            name.to_owned(),
            texts.map(|(text, _)| text.to_owned()).collect(),
        )
    });
    read.collect()
}

fn role(table: &TomlTable) -> Role {
    let role = Role {
        id: table.required("id"),
        title: table.required("title"),
        party: table.text("party"),
        must_be_held: table.flag("must_be_held", false),
    };
    if role.must_be_held {
        // Somebody must hold it although no step names it: a coordinating function.
        table.reader.index.mark_used(IdKind::Role, role.id.as_str());
    }
    role
}

fn key_date(table: &TomlTable) -> KeyDate {
    let ask = table.word("ask");
    let required = table.flag("required", false);
    if required && ask == Some(Ask::Later) {
        table.problem("ask", ProblemKind::RequiredButLater);
    }
    KeyDate {
        id: table.required("id"),
        title: table.required("title"),
        // What no case opens without has to be asked for when it opens.
        ask: match required {
            true => Ask::AtStart,
            false => ask.unwrap_or(Ask::Later),
        },
        required,
        not_before: table.text("not_before"),
        expected_after: table.texts("expected_after"),
    }
}
