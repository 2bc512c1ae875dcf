//! What a routine declares, to look references up in.

use std::collections::{BTreeSet, HashMap};

use super::{Found, walk};
use crate::domain::answer::kind_word;
use crate::domain::nearest::nearest;
use crate::domain::routine::{AnswerKind, FieldContent, Routine};
use crate::domain::routine_problem::{IdKind, Path, ProblemKind};

#[derive(Debug)]
pub(super) struct Ids<'a> {
    what: IdKind,
    known: BTreeSet<&'a str>,
    /// One of them could not be read, so an unknown one may be just that.
    incomplete: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Known<'a> {
    OfCase(&'a AnswerKind),
    OfOther(&'a AnswerKind),
    Blank,
}

#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) steps: Ids<'a>,
    pub(super) roles: Ids<'a>,
    pub(super) key_dates: Ids<'a>,
    pub(super) triggers: Ids<'a>,
    pub(super) documents: Ids<'a>,
    pub(super) grounds: Ids<'a>,
    question_ids: Ids<'a>,
    questions: HashMap<&'a str, Known<'a>>,
}

impl<'a> Ids<'a> {
    fn new(what: IdKind, ids: impl Iterator<Item = &'a str>) -> Self {
        let mut known: BTreeSet<_> = ids.collect();
        let incomplete = known.remove("");
        Self {
            what,
            known,
            incomplete,
        }
    }

    /// Reports an id that nothing has. An empty one is a reader's stand-in and reported already.
    pub(super) fn check(&self, id: &str, path: Path, found: &mut Found) {
        if id.is_empty() || self.incomplete || self.known.contains(id) {
            return;
        }
        found.add(
            path,
            ProblemKind::UnknownId {
                what: self.what,
                id: id.to_owned(),
                suggestion: nearest(id, self.known.iter().copied()),
            },
        );
    }
}

impl<'a> Index<'a> {
    pub(super) fn of(routine: &'a Routine) -> Self {
        let mut questions = HashMap::new();
        for question in &routine.questions {
            questions.insert(question.id.as_str(), Known::OfCase(&question.kind));
        }
        for (_, question) in walk::all_questions(routine) {
            questions
                .entry(question.id.as_str())
                .or_insert(Known::OfOther(&question.kind));
        }
        for (_, content) in walk::fields(routine) {
            if let FieldContent::Blank { id, .. } = content {
                questions.entry(id.as_str()).or_insert(Known::Blank);
            }
        }
        let steps = walk::steps(routine).map(|(_, step)| step.id.as_str());
        let roles = routine.roles.iter().map(|role| role.id.as_str());
        let key_dates = routine.key_dates.iter().map(|date| date.id.as_str());
        let triggers = routine.triggers.iter().map(|trigger| trigger.id.as_str());
        let documents = routine.documents.iter().map(|form| form.id.as_str());
        Self {
            steps: Ids::new(IdKind::Step, steps),
            roles: Ids::new(IdKind::Role, roles),
            key_dates: Ids::new(IdKind::KeyDate, key_dates),
            triggers: Ids::new(IdKind::Trigger, triggers),
            documents: Ids::new(IdKind::Document, documents),
            grounds: Ids::new(IdKind::Grounds, routine.grounds.keys().map(String::as_str)),
            question_ids: Ids::new(IdKind::Question, questions.keys().copied()),
            questions,
        }
    }

    pub(super) fn question(&self, id: &str, path: Path, found: &mut Found) -> Option<Known<'a>> {
        let known = self.questions.get(id).copied();
        if known.is_none() {
            self.question_ids.check(id, path, found);
        }
        known.filter(|_| !id.is_empty())
    }

    /// The kind of answer of a question that must have one, reporting one that has none.
    pub(super) fn answerable(
        &self,
        id: &str,
        path: Path,
        found: &mut Found,
    ) -> Option<&'a AnswerKind> {
        match self.question(id, path.clone(), found)? {
            Known::OfCase(kind) | Known::OfOther(kind) => Some(kind),
            Known::Blank => {
                found.add(path, ProblemKind::BlankHasNoAnswer { id: id.to_owned() });
                None
            }
        }
    }

    pub(super) fn expect_kind(&self, id: &str, wanted: &AnswerKind, path: Path, found: &mut Found) {
        let Some(kind) = self.answerable(id, path.clone(), found) else {
            return;
        };
        if kind != wanted {
            found.add(
                path,
                ProblemKind::WrongKind {
                    question: id.to_owned(),
                    wanted: kind_word(wanted),
                    found: kind_word(kind),
                },
            );
        }
    }
}
