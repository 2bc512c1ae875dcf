//! Every word a user sees: Fluent files in Swedish and English, looked up by id.
//!
//! Nothing here decides anything; it says in words what the domain has decided.

mod conditions;
mod dates;
mod events;
mod files;
mod messages;
mod origins;
mod phrase;
mod rules;
mod statuses;
mod titles;
mod waits;
mod why;
mod why_end;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod waits_tests;

use fluent_bundle::FluentArgs;
use unic_langid::LanguageIdentifier;

pub(crate) use fluent_bundle::FluentValue as Value;
use messages::Messages;
pub(crate) use phrase::Phrase;
pub(crate) use statuses::io_fault_id;
pub(crate) use titles::{Titles, in_round};
pub(crate) use why::WhyInWords;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// Swedish.
    #[value(name = "sv")]
    Swedish,
    /// English.
    #[value(name = "en")]
    English,
}

impl Language {
    /// The language of a code as options and the environment write it; `None` when sisam does not speak it.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// English when the system's locale is English, else Swedish.
    pub(crate) fn of_locale(locale: Option<&str>) -> Self {
        let code = locale.and_then(|locale| locale.split(['-', '_', '.']).next());
        match code {
            Some("en") => Self::English,
            _ => Self::Swedish,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        let code = match self {
            Self::Swedish => "sv-SE",
            Self::English => "en-GB",
        };
        // Both codes are well formed; a test of plurals would see the undetermined language.
        code.parse().unwrap_or_default()
    }
}

pub(crate) struct Words {
    language: Language,
    messages: Messages,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        let texts = files::files(language)
            .iter()
            .map(|(_, text)| *text)
            .collect();
        let messages = Messages::of(language.identifier(), texts);
        Self { language, messages }
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The words of an id, with what stands in their gaps. Numbers are given as numbers, for the plural's sake.
    /// An id without words is a bug and is shown as it is.
    pub(crate) fn say(&self, id: &str, gaps: &[(&str, Value<'_>)]) -> String {
        let gaps: FluentArgs<'_> = gaps
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let said = self.messages.say(id, &gaps);
        said.unwrap_or_else(|| id.to_owned())
    }

    /// The same, with texts in all gaps.
    pub(crate) fn say_texts(&self, id: &str, gaps: &[(&str, String)]) -> String {
        let gaps: Vec<_> = gaps
            .iter()
            .map(|(name, text)| (*name, text.clone().into()))
            .collect();
        self.say(id, &gaps)
    }

    #[cfg(test)]
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.messages.has(id)
    }

    pub(crate) fn phrase(&self, phrase: &Phrase) -> String {
        phrase.in_words(self)
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("Words").field(&self.language).finish()
    }
}
