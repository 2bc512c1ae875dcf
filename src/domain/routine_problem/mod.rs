//! What is wrong with a routine file: where it stands and what it is, without a word of human language.

mod kind;
mod path;
mod place;

use std::ops::Range;

pub use kind::{IdKind, ProblemKind, Severity, Shape, SyntaxFault};
pub use path::{Part, Path};
pub use place::{LineColumn, line_column};

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
