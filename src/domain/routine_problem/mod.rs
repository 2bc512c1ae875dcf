//! What is wrong with a routine file: where it stands and what it is, without a word of human language.

mod kind;

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

/// A place in a text: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// The line around a byte offset, without its break; one beyond the text, or inside a character, counts as the nearest
/// place before it.
pub fn line_around(text: &str, offset: usize) -> Range<usize> {
    let (before, after) = text.split_at(text.floor_char_boundary(offset));
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    start..before.len() + after.find('\n').unwrap_or(after.len())
}

/// The place of a byte offset, as [`line_around`] takes it.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let start = line_around(text, offset).start;
    let offset = text.floor_char_boundary(offset);
    LineColumn {
        line: text[..start].matches('\n').count() + 1,
        column: text[start..offset].chars().count() + 1,
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
