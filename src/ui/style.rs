//! How data is to be written.

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    #[value(alias = "tabell")]
    Table,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// Colours in data.
    pub(crate) colour_out: bool,
    /// Colours in talk.
    pub(crate) colour_err: bool,
    /// One fact a line, no boxes.
    pub(crate) plain: bool,
    /// Columns that data may take.
    pub(crate) width: usize,
    pub(crate) format: Format,
}

/// The width when data does not go to a terminal.
const DEFAULT_WIDTH: usize = 80;

impl Style {
    /// No colours, 80 columns: before anything is known, and for files.
    pub(crate) fn bare() -> Self {
        Self {
            colour_out: false,
            colour_err: false,
            plain: false,
            width: DEFAULT_WIDTH,
            format: Format::default(),
        }
    }
}
