//! What the readers of one file share: what it declares, gathered before it is read (what stands above may name what
//! stands below), and the problems found so far.

use std::cell::{Cell, RefCell};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::{Holds, TableFormat};
use crate::domain::ids::is_id;
use crate::domain::nearest::nearest;
use crate::domain::own_step::OWN;
use crate::domain::routine::AnswerKind;
use crate::domain::routine_problem::{IdKind, Problem, ProblemKind};
use crate::domain::signs::plain;

/// More than this is a hostile file, not a mistake.
const MOST_PROBLEMS: usize = 500;

/// Something that has an id.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Where its id stands.
    place: Range<usize>,
    used: Cell<bool>,
    /// Of a question that has answers.
    answer: Option<AnswerKind>,
    /// Whether it stands in the file's head, not in a step or a form.
    pub(super) is_top: bool,
}

#[derive(Debug, Default)]
pub(super) struct FileReader {
    /// The version of the format that the file says it has.
    pub(super) version: i64,
    declared: BTreeMap<IdKind, BTreeMap<String, Declared>>,
    /// The roles in their order, each with its title.
    roles: Vec<(String, String)>,
    /// One of them has no id that could be read, so an unknown one may be just that.
    incomplete: BTreeSet<IdKind>,
    problems: RefCell<Vec<Problem>>,
}

impl FileReader {
    pub(super) fn of_version(version: i64) -> Self {
        Self {
            version,
            ..Self::default()
        }
    }

    /// Reports a key or a word that came with a later version of the format than the file says it has.
    pub(super) fn check_version(&self, since: i64, word: &str, span: Range<usize>) {
        if self.version < since {
            let word = word.to_owned();
            self.report(span, ProblemKind::OfLaterVersion { word, since });
        }
    }

    pub(super) fn report(&self, span: Range<usize>, kind: ProblemKind) {
        self.report_with(span, None, kind);
    }

    pub(super) fn report_with(
        &self,
        span: Range<usize>,
        also: Option<Range<usize>>,
        kind: ProblemKind,
    ) {
        let problem = Problem { span, also, kind };
        self.problems.borrow_mut().push(problem);
    }

    /// All problems in the order of the text, at most [`MOST_PROBLEMS`] and a line about the rest.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems.dedup();
        let count = problems.len().saturating_sub(MOST_PROBLEMS);
        if count > 0 {
            // Errors first, so that a flood of warnings cannot hide why the file is refused.
            problems.sort_by_key(Problem::severity);
            problems.truncate(MOST_PROBLEMS);
            problems.sort_by_key(|problem| problem.span.start);
            let span = problems.last().map_or(0..0, |last| last.span.clone());
            let (also, kind) = (None, ProblemKind::MoreProblems { count });
            problems.push(Problem { span, also, kind });
        }
        problems
    }

    /// Takes in what a table and those within it declare. Reports ids that have not the shape of one, and those that two
    /// things share.
    pub(super) fn declare(&mut self, format: &TableFormat, table: &DeTable, is_top: bool) {
        for key in format.all_keys() {
            let value = table.get(key.name);
            match key.holds {
                Holds::OwnId(what) if key.is_required_in(table) => {
                    if what == IdKind::Step {
                        // The id of an item need only be unique within its step.
                        self.declared.remove(&IdKind::Item);
                    }
                    let text = value.and_then(|value| value.get_ref().as_str());
                    let text = text.filter(|id| !id.trim().is_empty());
                    let (Some(text), Some(value)) = (text, value) else {
                        self.incomplete.insert(what);
                        continue;
                    };
                    if what == IdKind::Role {
                        let title = table
                            .get("title")
                            .and_then(|title| title.get_ref().as_str());
                        self.roles
                            .push((plain(text).into_owned(), title.unwrap_or(text).to_owned()));
                    }
                    let declared = Declared {
                        place: value.span(),
                        answer: (!is_blank(table)).then(|| self.answer_kind(table)),
                        is_top,
                        ..Declared::default()
                    };
                    self.insert(what, &plain(text), declared);
                }
                Holds::Lists(what) => {
                    let lists = value.and_then(|value| value.get_ref().as_table());
                    let lists = lists.into_iter().flatten();
                    for (name, _) in lists.filter(|(_, list)| !is_unreadable(list)) {
                        let declared = Declared {
                            place: name.span(),
                            ..Declared::default()
                        };
                        self.insert(what, name.get_ref(), declared);
                    }
                }
                Holds::Tables(inner) => {
                    let is_top = format.name == "routine";
                    tables(value).for_each(|table| self.declare(inner, table, is_top));
                }
                _ => {}
            }
        }
    }

    fn insert(&mut self, what: IdKind, id: &str, declared: Declared) {
        let (id, place) = (id.to_owned(), declared.place.clone());
        if !is_id(&id) {
            let (id, plain) = (id.clone(), false);
            self.report(place.clone(), ProblemKind::BadId { id, plain });
        }
        if what == IdKind::Step && id.starts_with(OWN) {
            let (id, version) = (id.clone(), self.version);
            self.report(place.clone(), ProblemKind::OwnStepId { id, version });
        }
        match self.declared.entry(what).or_default().entry(id) {
            Entry::Occupied(first) => {
                let also = Some(first.get().place.clone());
                let id = first.key().clone();
                self.report_with(place, also, ProblemKind::DuplicateId { what, id });
            }
            Entry::Vacant(free) => {
                free.insert(declared);
            }
        }
    }

    pub(super) fn get(&self, what: IdKind, id: &str) -> Option<&Declared> {
        self.declared.get(&what)?.get(id)
    }

    /// What has an id, which counts as used. An unknown one is reported, unless it may be one that could not be read.
    pub(super) fn known(&self, what: IdKind, id: &str, span: Range<usize>) -> Option<&Declared> {
        let declared = self.get(what, id);
        match declared {
            Some(declared) => declared.used.set(true),
            // An empty one could not be read itself, and is reported already.
            None if id.is_empty() || self.incomplete.contains(&what) => {}
            None => {
                let ids = self.declared.get(&what).into_iter().flatten();
                let suggestion = nearest(id, ids.map(|(id, _)| id.as_str()));
                let id = id.to_owned();
                let unknown = ProblemKind::UnknownId {
                    what,
                    id,
                    suggestion,
                };
                self.report(span, unknown);
            }
        }
        declared
    }

    /// The kind of answer of a question that has answers.
    pub(super) fn answer(&self, question: &str) -> Option<&AnswerKind> {
        self.get(IdKind::Question, question)?.answer.as_ref()
    }

    /// The same of one that must be there and have them.
    pub(super) fn answerable(&self, id: &str, span: Range<usize>) -> Option<&AnswerKind> {
        let declared = self.known(IdKind::Question, id, span.clone())?;
        if declared.answer.is_none() {
            let id = id.to_owned();
            self.report(span, ProblemKind::BlankHasNoAnswer { id });
        }
        declared.answer.as_ref()
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
    pub(super) fn report_unused(&self) {
        for (&what, all) in &self.declared {
            for (id, declared) in all {
                let is_to_be_used = match what {
                    IdKind::Role | IdKind::Document | IdKind::Grounds => true,
                    IdKind::Question => declared.is_top,
                    _ => false,
                };
                if is_to_be_used && !declared.used.get() {
                    let id = id.clone();
                    let unused = ProblemKind::Unused { what, id };
                    self.report(declared.place.clone(), unused);
                }
            }
        }
    }
}

/// Whether the parser has already said that nothing can be read here.
pub(super) fn is_unreadable(value: &Spanned<DeValue>) -> bool {
    // A key comes before every value, so what stands nowhere is the parser's own stand-in.
    let stands_nowhere = value.span() == (0..0);
    let is_no_day = |moment: &toml::value::Datetime| moment.date.is_none() && moment.time.is_none();
    stands_nowhere || value.get_ref().as_datetime().is_some_and(is_no_day)
}

/// `[[key]]` tables, and one written `[key]`.
fn tables<'a>(value: Option<&'a Spanned<DeValue<'a>>>) -> impl Iterator<Item = &'a DeTable<'a>> {
    let (one, several) = match value.map(Spanned::get_ref) {
        Some(DeValue::Table(table)) => (Some(table), None),
        Some(DeValue::Array(list)) => (None, Some(list)),
        _ => (None, None),
    };
    let several = several.into_iter().flat_map(|list| list.iter());
    let several = several.filter_map(|entry| entry.get_ref().as_table());
    one.into_iter().chain(several)
}

/// Whether it is a line of a form that is filled in by hand.
pub(super) fn is_blank(question: &DeTable) -> bool {
    let kind = question
        .get("kind")
        .and_then(|kind| kind.get_ref().as_str());
    kind == Some("blank")
}

impl FileReader {
    /// What a question takes, as far as it can be read. A kind that cannot be read counts as text, which suits any answer.
    pub(super) fn answer_kind(&self, question: &DeTable) -> AnswerKind {
        let value = |key| question.get(key).map(Spanned::get_ref);
        let options = || {
            let text = |value: &DeValue| value.as_str().unwrap_or_default().to_owned();
            match value("options") {
                Some(DeValue::Array(list)) => list.iter().map(|one| text(one.get_ref())).collect(),
                bare => bare
                    .filter(|value| value.is_str())
                    .map(text)
                    .into_iter()
                    .collect(),
            }
        };
        match value("kind").and_then(DeValue::as_str) {
            Some("yes-no") => AnswerKind::YesNo,
            Some("choice") => AnswerKind::Choice(options()),
            Some("choices") => AnswerKind::Choices(options()),
            Some("number") => AnswerKind::Number,
            Some("date") => AnswerKind::Date,
            Some("term") => AnswerKind::Term,
            // They stand before the questions in the format, and so are known by then.
            Some("roles") => AnswerKind::Roles(self.roles.clone()),
            _ => AnswerKind::Text,
        }
    }
}
