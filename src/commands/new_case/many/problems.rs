//! All that is wrong with a table, line by line, as far as anybody reads; and the column that a refusal lies in.

use crate::commands::prelude::*;

/// So many problems are printed; nobody reads more.
const MOST: usize = 100;
/// A problem may quote what stands in the file: so much of it is shown, in characters.
const LONGEST: usize = 300;

pub(super) struct Problems {
    words: Rc<Words>,
    shown: Vec<String>,
    more: u64,
    pub(super) lines: u64,
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

    pub(super) fn add(&mut self, line: u64, column: Option<&str>, why: &Failure) {
        let mut what = why.in_words(&self.words);
        // Of a day far off, that the clock may be wrong is said beside which day is likely.
        let is_day = matches!(why.refusal(), Some(Refusal::UnlikelyDay(_)));
        let hints = why.hints(&self.words);
        let hints: Vec<_> = hints.take(if is_day { 2 } else { 1 }).collect();
        if !hints.is_empty() {
            what = format!("{} ({})", what.trim_end_matches('.'), hints.join("; "));
        }
        self.add_text(line, column, &what);
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

    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = self.shown.clone();
        if self.more > 0 {
            let more = self.words.count(self.more);
            texts.push(say!(self.words, "many-more", more));
        }
        texts
    }
}

pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
