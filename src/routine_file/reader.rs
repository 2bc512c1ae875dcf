//! What the readers of one file share: what it declares, looked up by those that name it, and the problems found so far.

use std::ops::Range;

use super::format::Holds;
use super::index::{Declared, Index};
use super::report::Report;
use crate::domain::answer::kind_word;
use crate::domain::routine::AnswerKind;
use crate::domain::routine_problem::{IdKind, ProblemKind};
use crate::domain::signs::plain;

#[derive(Debug, Default)]
pub(super) struct FileReader {
    pub(super) index: Index,
    pub(super) report: Report,
}

impl FileReader {
    /// Looks up an id that a key names, as the format says what it names.
    pub(super) fn refer(&self, holds: Holds, id: &str, span: Range<usize>) {
        let (Holds::Id(_) | Holds::Ids(_) | Holds::QuestionOf(_) | Holds::Anchor) = holds else {
            return;
        };
        let id = plain(id);
        match holds {
            Holds::Ids(IdKind::Question) => {
                let declared = self.known(IdKind::Question, &id, span.clone());
                if declared.is_some_and(|declared| !declared.of_case) {
                    let id = id.into_owned();
                    self.report.add(span, ProblemKind::NotOfTheCase { id });
                }
            }
            Holds::Id(IdKind::Question) => {
                self.answerable(&id, span);
            }
            Holds::QuestionOf(wanted) => {
                let kind = self.answerable(&id, span.clone()).map(kind_word);
                if let Some(found) = kind.filter(|found| *found != wanted) {
                    let question = id.into_owned();
                    self.report.add(
                        span,
                        ProblemKind::WrongKind {
                            question,
                            wanted,
                            found,
                        },
                    );
                }
            }
            Holds::Anchor => {
                self.known(IdKind::KeyDate, &id, span);
            }
            Holds::Id(what) | Holds::Ids(what) => {
                self.known(what, &id, span);
            }
            _ => {}
        }
    }

    /// What has an id, which counts as used. An unknown one is reported, unless it may be one that could not be read.
    pub(super) fn known(&self, what: IdKind, id: &str, span: Range<usize>) -> Option<&Declared> {
        let declared = self.index.get(what, id);
        match declared {
            Some(declared) => declared.used.set(true),
            // An empty one could not be read itself, and is reported already.
            None if id.is_empty() || self.index.is_incomplete(what) => {}
            None => self.report.add(
                span,
                ProblemKind::UnknownId {
                    what,
                    id: id.to_owned(),
                    suggestion: self.index.nearest(what, id),
                },
            ),
        }
        declared
    }

    /// The kind of answer of a question, which must have one.
    pub(super) fn answerable(&self, id: &str, span: Range<usize>) -> Option<&AnswerKind> {
        let declared = self.known(IdKind::Question, id, span.clone())?;
        if declared.answer.is_none() {
            let id = id.to_owned();
            self.report.add(span, ProblemKind::BlankHasNoAnswer { id });
        }
        declared.answer.as_ref()
    }
}
