//! All that is wrong with a table, line by line, as far as anybody reads; and why a line's case cannot be opened: the
//! column it lies in, and the reason in words.

use std::rc::Rc;

use crate::cli::values::DoneOn;
use crate::ctx::Ctx;
use crate::domain::decide::{Refusal, TextPlace};
use crate::domain::ids::StepId;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::ui::wording::Words;

use super::super::wanted::Wanted;
use super::columns::{Column, Columns};
use super::line::Problem;

/// So many problems are printed; nobody reads more.
const MOST: usize = 100;
/// A problem may quote what stands in the file: so much of it is shown, in characters.
const LONGEST: usize = 300;

pub(super) struct Problems {
    words: Rc<Words>,
    shown: Vec<String>,
    more: u64,
    lines: u64,
    last_line: u64,
}

impl Problems {
    pub(super) fn none(words: &Rc<Words>) -> Self {
        Self {
            words: Rc::clone(words),
            shown: Vec::new(),
            more: 0,
            lines: 0,
            last_line: 0,
        }
    }

    pub(super) fn add(&mut self, line: u64, problem: &Problem) {
        let mut what = problem.why.in_words(&self.words);
        if let Some(hint) = problem.why.hint_in_words(&self.words) {
            what = format!("{} ({hint})", what.trim_end_matches('.'));
        }
        self.add_text(line, problem.column.as_deref(), &what);
    }

    pub(super) fn add_text(&mut self, line: u64, column: Option<&str>, what: &str) {
        if line > self.last_line {
            self.lines += 1;
            self.last_line = line;
        }
        if self.shown.len() >= MOST {
            self.more += 1;
            return;
        }
        let line = line.to_string();
        let text = match column.map(cut) {
            None => say!(self.words, "many-on-line", line, what),
            Some(column) => say!(self.words, "many-in-cell", line, column, what),
        };
        // On one line of its own, however many the file's text has.
        let text: Vec<&str> = text.split_whitespace().collect();
        self.shown.push(cut(&text.join(" ")));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = self.shown.clone();
        if self.more > 0 {
            let more = self.words.count(self.more);
            texts.push(say!(self.words, "many-more", more));
        }
        texts
    }

    pub(super) fn because_of(&self, failure: Failure) -> Failure {
        self.texts().into_iter().fold(failure, |failure, text| {
            failure.because(Message::verbatim(text))
        })
    }
}

pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

pub(super) fn problem_of(
    refusal: &Refusal,
    wanted: &Wanted,
    columns: &Columns,
    ctx: &Ctx,
) -> Problem {
    let failure = wanted.refused(ctx, refusal);
    Problem {
        column: column_of(refusal, wanted).map(|column| columns.name_of(&column)),
        why: if is_hint_for_a_cell(refusal) {
            failure
        } else {
            failure.without_hints()
        }
        .into(),
    }
}

/// The column that holds what is refused, or that it is missing from.
fn column_of(refusal: &Refusal, wanted: &Wanted) -> Option<Column> {
    let done = |step: &StepId| Column::Done(step.clone());
    let column = match refusal {
        Refusal::UnknownTrigger(_) => Column::Trigger,
        Refusal::BadReference(_) | Refusal::IdentityNumber(TextPlace::Reference) => {
            Column::Reference
        }
        Refusal::UnknownDate(id)
        | Refusal::RequiredDate(id)
        | Refusal::DateOrder { date: id, .. } => Column::Date(id.clone()),
        Refusal::UnknownQuestion(id)
        | Refusal::BadAnswer { question: id, .. }
        | Refusal::IdentityNumber(TextPlace::Answer(id)) => Column::Answer(id.clone()),
        Refusal::UnknownRole(id) | Refusal::IdentityNumber(TextPlace::Holder(id)) => {
            Column::Role(id.clone())
        }
        Refusal::NothingToChoose { step } | Refusal::NotACandidate { step, .. } => {
            Column::Takes(step.clone())
        }
        Refusal::UnknownStep(step) => match wanted.facts.takes.iter().any(|(s, _)| s == step) {
            true => Column::Takes(step.clone()),
            false => done(step),
        },
        Refusal::InTheFuture { on, .. } => {
            let that_day = |(_, done): &&(StepId, DoneOn)| *done == DoneOn::Day(*on);
            done(&wanted.done.iter().find(that_day)?.0)
        }
        Refusal::NotApplicable { step }
        | Refusal::Undecided { step, .. }
        | Refusal::Ended { step, .. }
        | Refusal::NeedsDespite { step, .. }
        | Refusal::Barred { step, .. }
        | Refusal::Unanswered { step, .. } => done(step),
        _ => return None,
    };
    Some(column)
}

/// Whether the hint says what may stand in a cell. Others name a command for a case that is open.
fn is_hint_for_a_cell(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::UnknownTrigger(_)
            | Refusal::UnknownDate(_)
            | Refusal::UnknownQuestion(_)
            | Refusal::UnknownRole(_)
            | Refusal::UnknownStep(_)
            | Refusal::BadAnswer { .. }
            | Refusal::NotACandidate { .. }
            | Refusal::UnlikelyDay(_)
    )
}
