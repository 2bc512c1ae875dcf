//! Every word a user sees: Fluent files in Swedish and English, looked up by id.
//!
//! Nothing here decides anything; it says in words what the domain has decided.

mod conditions;
mod dates;
mod events;
mod files;
mod messages;
mod naming;
mod origins;
mod rules;
mod waits;
mod why;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod waits_tests;

use unic_langid::LanguageIdentifier;

use crate::domain::message::{Message, ToArgument};
use crate::domain::routine::Routine;
use messages::Messages;
pub(crate) use naming::Naming;
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

    /// The text of a message. Ids of a routine's parts stand as they are: see [`Words::of`].
    pub(crate) fn say(&self, message: impl Into<Message>) -> String {
        self.plain().say(message)
    }

    /// What would stand in a message's gap: of a stored text that was taken out, that it was.
    pub(crate) fn text(&self, value: impl ToArgument) -> String {
        self.plain().text(value)
    }

    /// The same words, naming parts as a routine does.
    pub(crate) fn of<'a>(&'a self, routine: &'a Routine) -> Naming<'a> {
        let routine = Some(routine);
        Naming {
            words: self,
            routine,
        }
    }

    /// What belongs to a message, under its id with this after it, where there is such a text.
    pub(crate) fn part(&self, message: &Message, ending: &str) -> Option<String> {
        let part = message.part(ending);
        self.messages.has(part.id()).then(|| self.say(part))
    }

    fn plain(&self) -> Naming<'_> {
        Naming {
            words: self,
            routine: None,
        }
    }

    #[cfg(test)]
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.messages.has(id)
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("Words").field(&self.language).finish()
    }
}
