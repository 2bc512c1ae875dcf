//! The one renderer: text of a message and its arguments.

use std::io::ErrorKind;

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Titles, Words};
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::texts::REDACTED;

/// Words, and what a routine calls its parts where it is known which routine.
#[derive(Clone, Copy)]
pub(crate) struct Naming<'a> {
    words: &'a Words,
    titles: Option<Titles<'a>>,
}

impl<'a> Naming<'a> {
    pub(super) fn new(words: &'a Words, titles: Option<Titles<'a>>) -> Self {
        Self { words, titles }
    }

    /// An id without words is a bug and is shown as it is.
    pub(crate) fn say(self, message: impl Into<Message>) -> String {
        let message = message.into();
        let mut gaps = FluentArgs::with_capacity(message.arguments().len());
        for (gap, argument) in message.arguments() {
            // Numbers as numbers, for the plural's sake.
            match argument {
                Argument::Number(number) => gaps.set(*gap, *number),
                Argument::Text(text) if text != REDACTED => gaps.set(*gap, text.as_str()),
                other => gaps.set(*gap, FluentValue::from(self.text(other))),
            }
        }
        let said = self.words.messages.say(message.id(), &gaps);
        said.unwrap_or_else(|| message.id().to_owned())
    }

    fn text(self, argument: &Argument) -> String {
        let words = self.words;
        let titled = |title: Option<String>, id: &str| title.unwrap_or_else(|| id.to_owned());
        let titles = self.titles;
        match argument {
            Argument::Text(text) => words.text(text),
            Argument::Number(number) => number.to_string(),
            Argument::Day(day) => words.date(*day),
            Argument::Step(id) => titled(titles.map(|t| t.numbered(id, words)), id.as_str()),
            Argument::Round(id, round) => {
                titled(titles.map(|t| t.round(id, *round, words)), id.as_str())
            }
            Argument::KeyDate(id) => titled(titles.map(|t| t.key_date(id)), id.as_str()),
            Argument::Question(id) => titled(titles.map(|t| t.question(id)), id.as_str()),
            Argument::Role(id) => titled(titles.map(|t| t.role(id)), id.as_str()),
            Argument::Trigger(id) => titled(titles.map(|t| t.trigger(id)), id.as_str()),
            Argument::Message(message) => self.say(message),
            Argument::Answer(id, value) => {
                titled(titles.map(|t| t.answer(id, value, words)), value)
            }
            Argument::List(list) => self.joined(list, ", "),
            Argument::Dotted(list) => self.joined(list, " · "),
        }
    }

    fn joined(self, list: &[Argument], between: &str) -> String {
        let texts: Vec<_> = list.iter().map(|one| self.text(one)).collect();
        texts.join(between)
    }

    /// The same message with all that a routine names already in words.
    pub(crate) fn filled(self, message: Message) -> Message {
        let arguments = message.arguments().iter();
        arguments.fold(
            message.under(message.id().to_owned()),
            |filled, (gap, argument)| match argument {
                Argument::Number(_) => filled,
                other => filled.with(gap, self.text(other)),
            },
        )
    }
}

/// What the system says when it refuses.
impl ToArgument for ErrorKind {
    fn to_argument(&self) -> Argument {
        Argument::Message(Message::from(match self {
            Self::NotFound => "io-not-found",
            Self::PermissionDenied => "io-not-permitted",
            Self::NotADirectory | Self::IsADirectory | Self::InvalidInput => "io-wrong-kind",
            Self::StorageFull | Self::QuotaExceeded => "io-full",
            _ => "io-other",
        }))
    }
}
