//! Options that every command takes, before or after its name.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::values;
use crate::ui::Format;
use crate::ui::wording::Language;

#[derive(Debug, Clone, Args)]
pub(crate) struct Globals {
    #[arg(long, global = true, value_name = "FILE", alias = "fil", value_parser = values::path())]
    pub(crate) db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR", alias = "rutiner", value_parser = values::path())]
    pub(crate) routines: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        alias = "språk",
        alias = "sprak"
    )]
    pub(crate) lang: Option<Language>,
    #[arg(long, global = true, value_name = "DATE", alias = "idag", value_parser = values::iso_day)]
    pub(crate) today: Option<NaiveDate>,
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        alias = "färg",
        alias = "farg"
    )]
    pub(crate) color: Colour,
    #[arg(long, global = true, alias = "enkelt")]
    pub(crate) plain: bool,
    #[arg(long = "as", global = true, value_name = "WHO", alias = "som", value_parser = values::name)]
    pub(crate) as_who: Option<String>,
    #[arg(long, global = true, value_name = "FILE", alias = "nyckelfil", value_parser = values::path())]
    pub(crate) key_file: Option<PathBuf>,
    #[arg(long, global = true, alias = "ja")]
    pub(crate) yes: bool,
    #[arg(long, global = true, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
}

impl Globals {
    /// Those that stood on the line and matter to whoever types it again: name, and value where it has one.
    pub(crate) fn typed(&self) -> Vec<TypedOption> {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let language = self.lang.and_then(|language| language.to_possible_value());
        let with_values = [
            ("typed-db", path(&self.db)),
            ("typed-routines", path(&self.routines)),
            (
                "typed-lang",
                language.map(|value| value.get_name().to_owned()),
            ),
            ("typed-today", self.today.map(|day| day.to_string())),
            ("typed-as", self.as_who.clone()),
        ];
        let with_values = with_values.into_iter().filter(|(_, value)| value.is_some());
        let plain = self.plain.then_some(("typed-plain", None));
        with_values.chain(plain).collect()
    }
}

/// The message that says an option as it is typed, and its value where it has one.
pub(crate) type TypedOption = (&'static str, Option<String>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    #[value(alias = "alltid")]
    Always,
    #[value(alias = "aldrig")]
    Never,
}
