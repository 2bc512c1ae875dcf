//! What is wrong with a routine file: where it stands and what it is, without a word of human language.

mod kind;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

pub use kind::{IdKind, ProblemKind, Severity, Shape, SyntaxFault};

/// One thing wrong with a routine's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// Another place that explains it, such as the first of two equal ids.
    pub also: Option<Range<usize>>,
    pub kind: ProblemKind,
}

impl Problem {
    /// Whether the file can be used all the same.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Whether the file cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Key(Cow<'static, str>),
    /// An entry of a list, from 0.
    Index(usize),
    /// The key itself, not its value; only ever the last part.
    NameOf(Cow<'static, str>),
}

/// Where in a routine file a value stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path(Vec<Part>);

impl Path {
    /// The whole file.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value of a key here.
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with([Part::Key(key.into())])
    }

    /// An entry of the list here.
    pub fn index(&self, index: usize) -> Self {
        self.with([Part::Index(index)])
    }

    /// A key here itself, not its value.
    pub fn name_of(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with([Part::NameOf(key.into())])
    }

    /// An entry of the list that a key here holds.
    pub fn entry(&self, key: &'static str, index: usize) -> Self {
        self.with([Part::Key(key.into()), Part::Index(index)])
    }

    /// The entries of the list that a key here holds, each with its path.
    pub fn entries<'t, T>(
        &self,
        key: &'static str,
        list: &'t [T],
    ) -> impl Iterator<Item = (Self, &'t T)> + use<'t, T> {
        let path = self.clone();
        (0..)
            .zip(list)
            .map(move |(place, entry)| (path.entry(key, place), entry))
    }

    /// Its parts, outermost first.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Paths are made for every part of every routine that is read, so each in one piece.
    fn with<const ADDED: usize>(&self, added: [Part; ADDED]) -> Self {
        let mut parts = Vec::with_capacity(self.0.len() + ADDED);
        parts.extend_from_slice(&self.0);
        parts.extend(added);
        Self(parts)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.0.iter().enumerate() {
            if place > 0 {
                out.write_str(".")?;
            }
            match part {
                Part::Key(key) | Part::NameOf(key) => out.write_str(key)?,
                Part::Index(index) => write!(out, "{index}")?,
            }
        }
        Ok(())
    }
}

/// A place in a text: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// The place of a byte offset; one beyond the text, or inside a character, counts as the nearest place before it.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LineColumn {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        let text = "å = 1\näöå = 2\n";
        for (offset, line, column) in [
            (0, 1, 1),
            (1, 1, 1),
            (2, 1, 2),
            (7, 2, 1),
            (9, 2, 2),
            (17, 2, 8),
            (999, 3, 1),
        ] {
            assert_eq!(
                line_column(text, offset),
                LineColumn { line, column },
                "{offset}"
            );
        }
    }
}
