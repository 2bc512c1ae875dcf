//! What was meant: options and environment, resolved once into one context.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::globals::{Colour, Globals, TypedOption};
use crate::cli::values;
use crate::clock::Clock;
use crate::desk::{Desk, DeskCache, Scope};
use crate::domain::event::Stamp;
use crate::domain::ids::RoleId;
use crate::domain::message::Message;
use crate::domain::signs::{one_line, seen};
use crate::error::Attempt;
use crate::own_settings::{self, OwnSettings};
use crate::paths::{self, Surroundings};
use crate::policy::{self, Policy};
use crate::ui::prompt::{self, Prompt};
use crate::ui::wording::{Language, Words};
use crate::ui::{Format, Page, Style, Tone, Ui, terminal};

pub(crate) struct Ctx {
    pub(crate) desk: Desk,
    pub(crate) words: Rc<Words>,
    pub(crate) ui: Ui,
    pub(crate) prompt: Box<dyn Prompt>,
    pub(crate) role: Option<RoleId>,
    pub(crate) yes: bool,
    /// The format asked for, if any.
    pub(crate) format: Option<Format>,
    /// Somebody can be asked: standard input is a terminal and no format was given.
    pub(crate) can_ask: bool,
    pub(crate) typed_globals: Vec<TypedOption>,
    pub(crate) own: OwnSettings,
    /// Where they lie, or would.
    pub(crate) own_settings: Option<PathBuf>,
    /// How many days ahead the walk looks for what is due.
    pub(crate) horizon: u16,
    /// Where what one may set for oneself comes from, by the setting's name.
    pub(crate) sources: BTreeMap<&'static str, SettingSource>,
}

/// Where a value comes from: the first of these that says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SettingSource {
    Policy,
    Option,
    Environment,
    Own,
    System,
}

impl SettingSource {
    /// The message that names it.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Policy => "source-policy",
            Self::Option => "source-option",
            Self::Environment => "source-environment",
            Self::Own => "source-own",
            Self::System => "source-system",
        }
    }
}

/// What holds, of what was said in four places.
fn sourced<T>(
    policy: Option<T>,
    option: Option<T>,
    environment: Option<T>,
    own: Option<T>,
) -> (SettingSource, Option<T>) {
    let said = [
        (SettingSource::Policy, policy),
        (SettingSource::Option, option),
        (SettingSource::Environment, environment),
        (SettingSource::Own, own),
    ];
    let first = said.into_iter().find(|(_, value)| value.is_some());
    first.unwrap_or((SettingSource::System, None))
}

/// Days ahead that the walk looks unless told: a month.
const HORIZON: u16 = 30;

impl Ctx {
    pub(crate) fn resolve(
        globals: Globals,
        surroundings: &Surroundings,
        (policy, own): (Policy, OwnSettings),
        words: Rc<Words>,
    ) -> Attempt<Self> {
        for (path, variable) in [
            (&surroundings.db, "SISAM_DB"),
            (&surroundings.routines, "SISAM_ROUTINES"),
            (&surroundings.key_file, "SISAM_KEY_FILE"),
        ] {
            let named = path.clone().map(values::names_a_file).transpose();
            named.map_err(|bad| {
                let about = message!("usage-for-variable", variable);
                bad.failure().because(about)
            })?;
        }
        let file = globals.db.clone().or_else(|| surroundings.db.clone());
        policy.refuse_other(own_settings::FILE, file.as_ref())?;
        let folder = globals.routines.clone();
        let folder = folder.or_else(|| surroundings.routines.clone());
        policy.refuse_other(policy::ROUTINES, folder.as_ref())?;
        let mut sources = BTreeMap::new();
        let (source, plain) = sourced(
            None,
            globals.plain.then_some(true),
            (surroundings.simple_terminal && terminal::output_is_terminal()).then_some(true),
            own.plain(),
        );
        sources.insert(own_settings::PLAIN, source);
        let style = style(
            &globals,
            surroundings,
            plain.unwrap_or_else(terminal::is_dumb),
        );
        let language = surroundings.language.as_deref();
        let spoken = (globals.lang, language.and_then(Language::of_code));
        let (source, _) = sourced(policy.language(), spoken.0, spoken.1, own.language());
        sources.insert(own_settings::LANGUAGE, source);
        let (source, file) = sourced(
            policy.path_of(own_settings::FILE),
            globals.db.clone(),
            surroundings.db.clone(),
            own.file(),
        );
        sources.insert(own_settings::FILE, source);
        let (source, role) = sourced(
            None,
            None,
            surroundings.role.as_deref().map(RoleId::from),
            own.role(),
        );
        sources.insert(own_settings::ROLE, source);
        let (source, horizon) = sourced(None, None, None, own.horizon());
        sources.insert(own_settings::HORIZON, source);
        let typed_globals = globals.typed();
        let given_day = match globals.today {
            Some(day) => Some(day),
            None => day_of_environment(surroundings)?,
        };
        let who = globals.as_who.or_else(|| surroundings.user.clone());
        let who = who.or_else(paths::system_user);
        let who = who
            .map(|who| one_line(&seen(&who)))
            .filter(|who| !who.is_empty());
        let who = who.map(values::not_a_dash).transpose();
        let who = who.map_err(|bad| bad.failure().because("usage-for-user"))?;
        let can_ask = globals.format.is_none() && terminal::input_is_terminal();
        let prompt = || prompt::fitting(style, Rc::clone(&words));
        Ok(Self {
            desk: Desk {
                words: Rc::clone(&words),
                clock: Clock::new(given_day)?,
                who: who.unwrap_or_else(|| words.say("who-unknown")),
                file,
                folder: policy.path_of(policy::ROUTINES).or(folder),
                policy,
                key_file: globals.key_file.or_else(|| surroundings.key_file.clone()),
                style,
                command: "",
                scope: Scope::Cases,
                #[cfg(feature = "encryption")]
                prompt: can_ask.then(|| prompt().into()),
                cache: DeskCache::default(),
            },
            ui: Ui::new(style),
            prompt: prompt(),
            role,
            yes: globals.yes,
            can_ask,
            format: globals.format,
            typed_globals,
            own,
            own_settings: surroundings.own_settings.clone(),
            horizon: horizon.unwrap_or(HORIZON),
            sources,
            words,
        })
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.desk.today()
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.desk.stamp()
    }

    /// Where the case file lies, or will lie. An error where it was named in a folder that is not there.
    pub(crate) fn db(&self) -> Attempt<PathBuf> {
        self.desk.path()
    }

    pub(crate) fn say(&self, message: impl Into<Message>) -> String {
        self.words.say(message)
    }

    pub(crate) fn print_say(&mut self, message: impl Into<Message>) -> io::Result<()> {
        self.ui.print_wrapped(&self.words.say(message), 0)
    }

    pub(crate) fn tell_say(&mut self, message: impl Into<Message>) -> io::Result<()> {
        self.ui.tell_wrapped(&self.words.say(message), 0)
    }

    pub(crate) fn warn_say(&mut self, message: impl Into<Message>) -> io::Result<()> {
        let said = self.words.say(message);
        self.ui.tell_toned_wrapped(Tone::Warn, &said)
    }

    /// Answers with a value for programs, or a page for people.
    pub(crate) fn emit<V: Serialize>(
        &mut self,
        value: impl FnOnce(&Self) -> V,
        page: impl FnOnce(&Self) -> Page,
    ) -> Attempt {
        Ok(self.lending_ui(|ctx, ui| ui.emit(|| value(ctx), || page(ctx)))?)
    }

    /// Answers with the page of a list whose rows were read, where they are not written already.
    pub(crate) fn emit_read(&mut self, page: impl FnOnce(&Self) -> Page) -> Attempt {
        Ok(self.lending_ui(|ctx, ui| ui.emit_read(|| page(ctx)))?)
    }

    /// Work that needs the screen and all that is known at a time.
    pub(crate) fn lending_ui<T>(&mut self, work: impl FnOnce(&Self, &mut Ui) -> T) -> T {
        let mut ui = std::mem::replace(&mut self.ui, Ui::unheard());
        let done = work(self, &mut ui);
        self.ui = ui;
        done
    }

    /// Says kindly how a first case is opened; programs get an empty array. A case file that was named must be there.
    pub(crate) fn tell_no_cases(&mut self) -> Attempt {
        self.desk.refuse_missing()?;
        self.emit(|_| [(); 0], Self::no_cases)
    }

    /// How a first case is opened.
    pub(crate) fn no_cases(&self) -> Page {
        let mut page = Page::of_line(self.say("no-cases"));
        page.line(self.say("no-cases-hint"));
        page
    }

    /// Whether something is to be done: asked where somebody can be, unless `--yes` says so.
    pub(crate) fn confirms(&mut self, question: impl Into<Message>) -> Attempt<bool> {
        Ok(!self.can_ask || self.yes || self.goes_on(&self.words.say(question))?)
    }

    /// Asks whether something is to be done, which is not proposed. Whoever says no is told that nothing was changed.
    pub(crate) fn goes_on(&mut self, question: &str) -> Attempt<bool> {
        let goes_on = self.prompt.confirm(question, Some(false))?;
        if !goes_on {
            self.ui.print(self.words.say("told-nothing-changed"))?;
        }
        Ok(goes_on)
    }
}

fn style(globals: &Globals, surroundings: &Surroundings, plain: bool) -> Style {
    let coloured = |is_terminal: bool| match globals.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => is_terminal && !surroundings.no_colour,
    };
    Style {
        colour_out: coloured(terminal::output_is_terminal()),
        colour_err: coloured(terminal::messages_is_terminal()),
        plain,
        width: terminal::width().unwrap_or(Style::bare().width),
        format: globals.format.unwrap_or_default(),
    }
}

fn day_of_environment(surroundings: &Surroundings) -> Attempt<Option<NaiveDate>> {
    let Some(text) = &surroundings.today else {
        return Ok(None);
    };
    let day = values::iso_day(text);
    day.map(Some)
        .map_err(|bad| bad.failure().because("usage-for-today"))
}

#[cfg(test)]
#[path = "ctx_tests.rs"]
pub(crate) mod tests;
