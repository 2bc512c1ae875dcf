//! Options that every command takes, before or after its name.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::values;
use crate::ui::wording::Language;

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
pub(crate) struct Globals {
    /// The case file.
    #[arg(long, global = true, value_name = "FILE", alias = "fil")]
    pub(crate) db: Option<PathBuf>,
    /// A folder of routine files.
    #[arg(long, global = true, value_name = "DIR", alias = "rutiner")]
    pub(crate) routines: Option<PathBuf>,
    /// The language.
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        alias = "språk",
        alias = "sprak"
    )]
    pub(crate) lang: Option<Language>,
    /// The day it is to be.
    #[arg(long, global = true, value_name = "DATE", alias = "idag", value_parser = values::day)]
    pub(crate) today: Option<NaiveDate>,
    /// Colours.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        alias = "färg",
        alias = "farg"
    )]
    pub(crate) color: Colour,
    /// One fact a line, typed choices.
    #[arg(long, global = true, alias = "enkelt")]
    pub(crate) plain: bool,
    /// Who records.
    #[arg(long = "as", global = true, value_name = "WHO", alias = "som", value_parser = values::words)]
    pub(crate) as_who: Option<String>,
    /// The key of an encrypted case file.
    #[arg(long, global = true, value_name = "FILE", alias = "nyckelfil")]
    pub(crate) key_file: Option<PathBuf>,
    /// No question before a change.
    #[arg(long, global = true, alias = "ja")]
    pub(crate) yes: bool,
    /// How data is written.
    #[arg(long, global = true, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
}

/// When there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// In a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    #[value(alias = "alltid")]
    Always,
    /// Never.
    #[value(alias = "aldrig")]
    Never,
}

/// How data is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    #[value(alias = "tabell")]
    Table,
    /// For programs.
    Json,
}
