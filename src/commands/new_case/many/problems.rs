//! All that is wrong with a table, line by line, as far as anybody reads.

use std::rc::Rc;

use crate::error::Failure;
use crate::ui::wording::{Phrase, Words};

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
        let line = ("line", line.to_string().into());
        let text = match column {
            None => self
                .words
                .say("many-on-line", &[line, ("what", what.into())]),
            Some(column) => {
                let column = ("column", cut(column).into());
                self.words
                    .say("many-in-cell", &[line, column, ("what", what.into())])
            }
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
            let more = ("more", self.words.count(self.more).into());
            texts.push(self.words.say("many-more", &[more]));
        }
        texts
    }

    pub(super) fn because_of(&self, failure: Failure) -> Failure {
        self.texts().into_iter().fold(failure, |failure, text| {
            failure.because(Phrase::verbatim(text))
        })
    }
}

pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
