//! What a routine declares, gathered before it is read: what stands above may name what stands below.

use std::cell::Cell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::report::Report;
use super::value::is_unreadable;
use crate::domain::ids::is_id;
use crate::domain::nearest::nearest;
use crate::domain::routine::AnswerKind;
use crate::domain::routine_problem::{IdKind, ProblemKind};
use crate::domain::signs::plain;

/// Something that has an id.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Where its id stands.
    place: Range<usize>,
    pub(super) used: Cell<bool>,
    /// Of a question that has answers.
    pub(super) answer: Option<AnswerKind>,
    /// Whether it is a question of the case, not of a step or a form.
    pub(super) of_case: bool,
}

#[derive(Debug, Default)]
pub(super) struct Index {
    declared: BTreeMap<(IdKind, String), Declared>,
    /// One of them has no id that could be read, so an unknown one may be just that.
    incomplete: BTreeSet<IdKind>,
}

impl Index {
    /// Reports ids that have not the shape of one, and those that two things share.
    pub(super) fn of(root: &DeTable, report: &Report) -> Self {
        let mut index = Self::default();
        for (what, key) in [
            (IdKind::Role, "role"),
            (IdKind::KeyDate, "key_date"),
            (IdKind::Trigger, "trigger"),
            (IdKind::Phase, "phase"),
            (IdKind::Document, "document"),
        ] {
            for table in tables(root, key) {
                index.declare(report, what, "", table);
            }
        }
        let grounds = root.get("grounds").and_then(|v| v.get_ref().as_table());
        for (name, list) in grounds.into_iter().flatten() {
            if !is_unreadable(list) {
                let id = name.get_ref().clone().into_owned();
                index.insert(report, IdKind::Grounds, "", id, name.span());
            }
        }
        for question in tables(root, "question") {
            let answer = answer_kind(question);
            index.declare_question(report, question, Some(answer), true);
        }
        let steps = tables(root, "phase").flat_map(|phase| tables(phase, "step"));
        for (place, step) in steps.enumerate() {
            index.declare(report, IdKind::Step, "", step);
            for item in tables(step, "item") {
                index.declare(report, IdKind::Item, &format!("{place}/"), item);
            }
            for question in tables(step, "question") {
                let answer = answer_kind(question);
                index.declare_question(report, question, Some(answer), false);
            }
        }
        let fields = tables(root, "document").flat_map(|form| tables(form, "field"));
        for field in fields.filter(|field| !field.contains_key("asks")) {
            let is_blank = text(field, "kind") == Some("blank");
            let answer = (!is_blank).then(|| answer_kind(field));
            index.declare_question(report, field, answer, false);
        }
        index
    }

    fn declare_question(
        &mut self,
        report: &Report,
        table: &DeTable,
        answer: Option<AnswerKind>,
        of_case: bool,
    ) {
        if let Some(declared) = self.declare(report, IdKind::Question, "", table) {
            declared.answer = answer;
            declared.of_case = of_case;
        }
    }

    fn declare(
        &mut self,
        report: &Report,
        what: IdKind,
        within: &str,
        table: &DeTable,
    ) -> Option<&mut Declared> {
        let id = text(table, "id").filter(|id| !id.trim().is_empty());
        let (Some(id), Some(value)) = (id, table.get("id")) else {
            self.incomplete.insert(what);
            return None;
        };
        self.insert(report, what, within, plain(id).into_owned(), value.span())
    }

    /// Adds what is new: `within` keeps apart what need only be unique within something.
    fn insert(
        &mut self,
        report: &Report,
        what: IdKind,
        within: &str,
        id: String,
        place: Range<usize>,
    ) -> Option<&mut Declared> {
        if !is_id(&id) {
            let (id, plain) = (id.clone(), false);
            report.add(place.clone(), ProblemKind::BadId { id, plain });
        }
        match self.declared.entry((what, format!("{within}{id}"))) {
            Entry::Occupied(first) => {
                let also = Some(first.get().place.clone());
                report.add_with(place, also, ProblemKind::DuplicateId { what, id });
                None
            }
            Entry::Vacant(free) => Some(free.insert(Declared {
                place,
                ..Declared::default()
            })),
        }
    }

    pub(super) fn get(&self, what: IdKind, id: &str) -> Option<&Declared> {
        self.declared.get(&(what, id.to_owned()))
    }

    pub(super) fn has(&self, what: IdKind, id: &str) -> bool {
        self.get(what, id).is_some()
    }

    /// The kind of answer of a question that has answers.
    pub(super) fn answer(&self, question: &str) -> Option<&AnswerKind> {
        self.get(IdKind::Question, question)?.answer.as_ref()
    }

    pub(super) fn is_incomplete(&self, what: IdKind) -> bool {
        self.incomplete.contains(&what)
    }

    pub(super) fn nearest(&self, what: IdKind, id: &str) -> Option<String> {
        let ids = self.declared.keys().filter(|(kind, _)| *kind == what);
        nearest(id, ids.map(|(_, id)| id.as_str()))
    }

    /// Where an id stands.
    pub(super) fn place(&self, what: IdKind, id: &str) -> Range<usize> {
        self.get(what, id).map_or(0..0, |found| found.place.clone())
    }

    /// What a routine uses although nothing names it.
    pub(super) fn mark_used(&self, what: IdKind, id: &str) {
        if let Some(declared) = self.get(what, id) {
            declared.used.set(true);
        }
    }

    /// Reports what nothing uses: mostly a slip of the pen somewhere else. Key dates are left alone: the outcome figures
    /// read those that all routines share.
    pub(super) fn report_unused(&self, report: &Report) {
        for ((what, id), declared) in &self.declared {
            let is_to_be_used = match what {
                IdKind::Role | IdKind::Document | IdKind::Grounds => true,
                IdKind::Question => declared.of_case,
                _ => false,
            };
            if is_to_be_used && !declared.used.get() {
                let (what, id) = (*what, id.clone());
                report.add(declared.place.clone(), ProblemKind::Unused { what, id });
            }
        }
    }
}

/// `[[key]]` tables, and one written `[key]`.
fn tables<'a>(table: &'a DeTable<'a>, key: &str) -> impl Iterator<Item = &'a DeTable<'a>> {
    let (one, several) = match table.get(key).map(|value| value.get_ref()) {
        Some(DeValue::Table(table)) => (Some(table), None),
        Some(DeValue::Array(list)) => (None, Some(list)),
        _ => (None, None),
    };
    let several = several.into_iter().flat_map(|list| list.iter());
    let several = several.filter_map(|entry| entry.get_ref().as_table());
    one.into_iter().chain(several)
}

fn text<'a>(table: &'a DeTable, key: &str) -> Option<&'a str> {
    table.get(key)?.get_ref().as_str()
}

/// What a question takes, as far as it can be read. A kind that cannot be read counts as text, which suits any answer.
pub(super) fn answer_kind(question: &DeTable) -> AnswerKind {
    let value = |key| question.get(key).map(|value| value.get_ref());
    let text = |value: &DeValue| value.as_str().unwrap_or_default().to_owned();
    let options = || match value("options") {
        Some(DeValue::Array(list)) => list.iter().map(|entry| text(entry.get_ref())).collect(),
        bare => bare
            .and_then(DeValue::as_str)
            .map(str::to_owned)
            .into_iter()
            .collect(),
    };
    match value("kind").and_then(DeValue::as_str) {
        Some("yes-no") => AnswerKind::YesNo,
        Some("choice") => AnswerKind::Choice(options()),
        Some("choices") => AnswerKind::Choices(options()),
        Some("number") => AnswerKind::Number,
        Some("date") => AnswerKind::Date,
        Some("term") => AnswerKind::Term,
        _ => AnswerKind::Text,
    }
}
