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

impl Globals {
    /// Those that stood on the line and matter to whoever types it again: name, and value where it has one.
    pub(crate) fn typed(&self) -> Vec<TypedOption> {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let language = self.lang.and_then(|language| language.to_possible_value());
        let with_values = [
            ("db", path(&self.db)),
            ("routines", path(&self.routines)),
            ("lang", language.map(|value| value.get_name().to_owned())),
            ("today", self.today.map(|day| day.to_string())),
            ("as", self.as_who.clone()),
        ];
        let with_values = with_values.into_iter().filter(|(_, value)| value.is_some());
        let plain = self.plain.then_some(("plain", None));
        with_values.chain(plain).collect()
    }
}

/// An option's name, and its value where it has one.
pub(crate) type TypedOption = (&'static str, Option<String>);

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[value(alias = "tabell")]
    Table,
    /// For programs.
    Json,
}
