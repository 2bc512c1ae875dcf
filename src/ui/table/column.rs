//! What a table is made of: the columns of a kind of value, and the cells of its rows.

use std::borrow::Cow;

use serde::Serialize;

use crate::ui::Tone;
use crate::ui::clean::clean;
use crate::ui::wording::Words;

/// A value of a list: its fields for programs, its cells for people.
pub(crate) trait Tabular: Serialize {
    const COLUMNS: &'static [TableColumn];

    fn cells(&self, words: &Words) -> Vec<Cell>;
}

/// The columns of a value, each with its heading's message, how it is set, and what stands in it:
/// `columns! { CaseLine, |line, words| "heading-case" lines => line.case.as_str(), … }`, after what several have use for.
macro_rules! columns {
    ($type:ty, |$row:ident, $words:ident| $(let $name:pat = $value:expr;)* $($heading:literal $fit:ident $(.$how:ident($how_value:expr))? => $cell:expr),+ $(,)?) => {
        impl $crate::ui::Tabular for $type {
            const COLUMNS: &'static [$crate::ui::TableColumn] =
                &[$($crate::ui::TableColumn::$fit($heading)$(.$how($how_value))?),+];

            #[allow(unused_variables, reason = "not every cell is made of words")]
            fn cells(&self, $words: &$crate::ui::wording::Words) -> Vec<$crate::ui::Cell> {
                let $row = self;
                $(let $name = $value;)*
                vec![$($cell.into()),+]
            }
        }
    };
}
pub(crate) use columns;

impl<T: Tabular> Tabular for &T {
    const COLUMNS: &'static [TableColumn] = T::COLUMNS;

    fn cells(&self, words: &Words) -> Vec<Cell> {
        (*self).cells(words)
    }
}

/// A column: its name, its heading's message, and how it is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableColumn {
    pub(super) id: &'static str,
    pub(super) heading: &'static str,
    pub(super) fit: Fit,
    /// The columns whose values stand below its own where there is room.
    pub(super) beside: &'static [Beside],
    /// Left out of columns where no row has anything in it.
    pub(super) is_spare: bool,
    /// In columns a value is not repeated below itself.
    pub(super) is_said_once: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Words,
    /// As wide as its lines: dates are not broken.
    Lines,
    /// Set to the right.
    Number,
    /// The first line cut where the other columns leave no more room.
    Cut,
    /// Seen only where every fact has a line of its own.
    Blocks,
}

/// A column that shares another's, with its heading before the value or without.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beside {
    Bare(&'static str),
    Labelled(&'static str),
}

impl TableColumn {
    pub(crate) const fn words(heading: &'static str) -> Self {
        Self {
            id: heading,
            heading,
            fit: Fit::Words,
            beside: &[],
            is_spare: false,
            is_said_once: false,
        }
    }

    pub(crate) const fn lines(heading: &'static str) -> Self {
        Self {
            fit: Fit::Lines,
            ..Self::words(heading)
        }
    }

    pub(crate) const fn cut(heading: &'static str) -> Self {
        Self {
            fit: Fit::Cut,
            ..Self::words(heading)
        }
    }

    pub(crate) const fn blocks(heading: &'static str) -> Self {
        Self {
            fit: Fit::Blocks,
            ..Self::words(heading)
        }
    }

    /// A column of lines that is there only where a row has something in it.
    pub(crate) const fn spare(heading: &'static str) -> Self {
        Self {
            is_spare: true,
            ..Self::lines(heading)
        }
    }

    /// A column of lines whose value is not repeated below itself.
    pub(crate) const fn once(heading: &'static str) -> Self {
        Self {
            is_said_once: true,
            ..Self::lines(heading)
        }
    }

    pub(crate) const fn number(heading: &'static str) -> Self {
        Self {
            fit: Fit::Number,
            ..Self::words(heading)
        }
    }

    /// The same under another name: with the heading of the column before it, its value continues that one's.
    pub(crate) const fn named(self, id: &'static str) -> Self {
        Self { id, ..self }
    }

    pub(crate) const fn with(self, beside: &'static [Beside]) -> Self {
        Self { beside, ..self }
    }
}

impl Beside {
    pub(super) const fn id(&self) -> &'static str {
        match self {
            Self::Bare(id) | Self::Labelled(id) => id,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(super) text: String,
    pub(super) tone: Tone,
}

impl Cell {
    pub(crate) fn toned(tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        match clean(&text) {
            Cow::Borrowed(_) => Self { text, tone },
            Cow::Owned(text) => Self { text, tone },
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::toned(Tone::Plain, text)
    }
}
