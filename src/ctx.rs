//! What was meant: options and environment, resolved once into one context.

use std::cell::Cell;
#[cfg(feature = "encryption")]
use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::cli::globals::{Colour, Globals, TypedOption};
use crate::cli::values;
use crate::clock::Clock;
use crate::desk::access::Access;
use crate::desk::case_file::Trouble;
use crate::domain::event::Stamp;
use crate::domain::ids::RoleId;
use crate::domain::signs::seen;
use crate::error::{Failure, Outcome};
use crate::files;
use crate::paths::{self, Surroundings};
#[cfg(feature = "encryption")]
use crate::store::Key;
use crate::store::StoreError;
use crate::ui::prompt::{self, Prompt};
use crate::ui::wording::{Phrase, Value, Words};
use crate::ui::{Format, Page, Style, Tone, Ui, terminal};

pub(crate) struct Ctx {
    pub(crate) words: Rc<Words>,
    pub(crate) ui: Ui,
    pub(crate) prompt: Box<dyn Prompt>,
    pub(crate) routines: Option<PathBuf>,
    pub(crate) who: String,
    pub(crate) role: Option<RoleId>,
    pub(crate) key_file: Option<PathBuf>,
    #[cfg(feature = "encryption")]
    pub(crate) unlocking: Unlocking,
    pub(crate) yes: bool,
    /// How data is to be written; a table unless said.
    pub(crate) format: Option<Format>,
    /// Somebody can be asked: standard input is a terminal and no format was given.
    pub(crate) can_ask: bool,
    pub(crate) access: Access,
    pub(crate) typed_globals: Vec<TypedOption>,
    pub(crate) clock_was_told: Cell<bool>,
    clock: Clock,
    db: Option<PathBuf>,
}

/// What is known of the case file's key. It is found when the file is first opened, also just to be read.
#[cfg(feature = "encryption")]
pub(crate) struct Unlocking {
    /// The key, once it was found: one process asks once.
    pub(crate) key: RefCell<Option<Key>>,
    pub(crate) prompt: RefCell<Box<dyn Prompt>>,
}

impl Ctx {
    pub(crate) fn resolve(
        globals: Globals,
        surroundings: &Surroundings,
        words: Rc<Words>,
    ) -> Result<Self, Failure> {
        let style = style(&globals, surroundings);
        let typed_globals = globals.typed();
        let given_day = match globals.today {
            Some(day) => Some(day),
            None => day_of_environment(surroundings)?,
        };
        let who = globals.as_who.or_else(|| surroundings.user.clone());
        let who = who.or_else(paths::system_user);
        let who = who
            .map(|who| seen(&who).into_owned())
            .filter(|who| !who.is_empty());
        Ok(Self {
            typed_globals,
            ui: Ui::new(style),
            prompt: prompt::fitting(style, Rc::clone(&words)),
            key_file: globals.key_file.or_else(|| surroundings.key_file.clone()),
            #[cfg(feature = "encryption")]
            unlocking: Unlocking {
                key: RefCell::default(),
                prompt: RefCell::new(prompt::fitting(style, Rc::clone(&words))),
            },
            routines: globals.routines.or_else(|| surroundings.routines.clone()),
            who: who.unwrap_or_else(|| words.say("who-unknown", &[])),
            role: surroundings.role.as_deref().map(RoleId::from),
            yes: globals.yes,
            can_ask: globals.format.is_none() && terminal::input_is_terminal(),
            format: globals.format,
            access: Access::new(),
            clock: Clock::new(given_day)?,
            clock_was_told: Cell::new(false),
            db: globals.db.or_else(|| surroundings.db.clone()),
            words,
        })
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    pub(crate) fn day_is_given(&self) -> bool {
        self.clock.is_given()
    }

    pub(crate) fn real_now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What time it is, whatever day was given: RFC 3339, UTC.
    pub(crate) fn real_time(&self) -> String {
        self.clock.real_time()
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.clock.stamp(&self.who)
    }

    /// Where the case file lies, or will lie. An error where it was named in a folder that is not there.
    pub(crate) fn db(&self) -> Result<PathBuf, Failure> {
        if let Some(named) = &self.db {
            let names_folder = named.to_string_lossy().ends_with(std::path::is_separator);
            let folder = match names_folder {
                true => named,
                false => files::folder_named_by(named),
            };
            return match std::fs::metadata(folder).map(|found| found.is_dir()) {
                Ok(true) => Ok(named.clone()),
                Ok(false) => Err(StoreError::NoSuchPlace),
                Err(error) => Err(error.into()),
            }
            .map_err(|error| Trouble::from(error).in_file(named, &self.words));
        }
        paths::default_db().ok_or_else(|| {
            Failure::refused(Phrase::new("error-no-home")).hint(Phrase::new("hint-db"))
        })
    }

    pub(crate) fn names_db(&self) -> bool {
        self.db.is_some()
    }

    /// The words of an id without gaps.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    pub(crate) fn print_say(&mut self, id: &str, gaps: &[(&str, Value<'_>)]) -> io::Result<()> {
        self.ui.print_wrapped(&self.words.say(id, gaps), 0)
    }

    pub(crate) fn tell_say(&mut self, id: &str, gaps: &[(&str, Value<'_>)]) -> io::Result<()> {
        self.ui.tell_wrapped(&self.words.say(id, gaps), 0)
    }

    pub(crate) fn warn_say(&mut self, id: &str, gaps: &[(&str, Value<'_>)]) -> io::Result<()> {
        let said = self.words.say(id, gaps);
        self.ui.tell_toned_wrapped(Tone::Warn, &said)
    }

    /// Answers with a value for programs, or a page for people.
    pub(crate) fn emit<V: Serialize>(
        &mut self,
        value: impl FnOnce(&Self) -> V,
        page: impl FnOnce(&Self) -> Page,
    ) -> Result<Outcome, Failure> {
        self.lending_ui(|ctx, ui| ui.emit(|| value(ctx), || page(ctx)))?;
        Ok(Outcome::Fine)
    }

    /// Answers with the page of a list whose rows were read, where they are not written already.
    pub(crate) fn emit_read(
        &mut self,
        page: impl FnOnce(&Self) -> Page,
    ) -> Result<Outcome, Failure> {
        self.lending_ui(|ctx, ui| ui.emit_read(|| page(ctx)))?;
        Ok(Outcome::Fine)
    }

    /// Work that needs the screen and all that is known at a time.
    pub(crate) fn lending_ui<T>(&mut self, work: impl FnOnce(&Self, &mut Ui) -> T) -> T {
        let mut ui = std::mem::replace(&mut self.ui, Ui::unheard());
        let done = work(self, &mut ui);
        self.ui = ui;
        done
    }

    /// Asks whether something is to be done, which is not proposed. Whoever says no is told that nothing was changed.
    pub(crate) fn goes_on(&mut self, question: &str) -> Result<bool, Failure> {
        let goes_on = self.prompt.confirm(question, Some(false))?;
        if !goes_on {
            self.ui.print(self.words.say("told-nothing-changed", &[]))?;
        }
        Ok(goes_on)
    }
}

fn style(globals: &Globals, surroundings: &Surroundings) -> Style {
    let coloured = |is_terminal: bool| match globals.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => is_terminal && !surroundings.no_colour,
    };
    Style {
        colour_out: coloured(terminal::output_is_terminal()),
        colour_err: coloured(terminal::messages_is_terminal()),
        plain: globals.plain,
        width: terminal::width().unwrap_or(Style::bare().width),
        format: globals.format.unwrap_or_default(),
    }
}

fn day_of_environment(surroundings: &Surroundings) -> Result<Option<NaiveDate>, Failure> {
    let Some(text) = &surroundings.today else {
        return Ok(None);
    };
    let day = values::day(text);
    day.map(Some)
        .map_err(|bad| bad.failure().because(Phrase::new("usage-for-today")))
}

#[cfg(test)]
#[path = "ctx_tests.rs"]
pub(crate) mod tests;
