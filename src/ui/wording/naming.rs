//! The one renderer: text of a message and its arguments, with what a routine calls its parts. An id the routine does
//! not know is shown as it is.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::ops::Deref;

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentValue};

use super::language::{Language, files};
use super::messages::Messages;
use crate::domain::ids::{QuestionId, RoleId, StepId};
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::routine::{AnswerKind, DocumentName, Item, Routine, Step};
use crate::domain::texts::REDACTED;

/// All that is said in one language.
pub(crate) struct Words {
    language: Language,
    messages: Messages,
    /// In words, each worked out once: rows that stand beside each other have the same.
    pub(super) dates: RefCell<HashMap<NaiveDate, String>>,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        let texts = files(language).iter().map(|(_, text)| *text).collect();
        let messages = Messages::of(language.identifier(), texts);
        Self {
            language,
            messages,
            dates: RefCell::default(),
        }
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
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("Words").field(&self.language).finish()
    }
}

/// Words, and the routine whose parts are named, where it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming<'a> {
    pub(super) words: &'a Words,
    pub(super) routine: Option<&'a Routine>,
}

impl Deref for Naming<'_> {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}

impl<'a> Naming<'a> {
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

    /// What would stand in a message's gap.
    pub(crate) fn text(self, value: impl ToArgument) -> String {
        let (words, routine) = (self.words, self.routine);
        let titled = |title: Option<&String>, id: &str| title.map_or(id, |it| it).to_owned();
        match value.to_argument() {
            Argument::Text(text) if text == REDACTED => words.say("text-redacted"),
            Argument::Text(text) => text,
            Argument::Number(number) => number.to_string(),
            Argument::Day(day) => words.date(day),
            Argument::Step(id) => self.numbered(&id),
            Argument::Round(id, round) if routine.is_some() => {
                self.in_round(self.numbered(&id), round)
            }
            Argument::Round(id, _) => id.to_string(),
            Argument::StepTitle(id) => self.step(&id),
            Argument::Item(step, id) => {
                let item = self
                    .find_step(&step)
                    .and_then(|step| step.item(id.as_str()));
                titled(item.map(|item| &item.title), id.as_str())
            }
            Argument::KeyDate(id) => {
                let date = routine.and_then(|routine| routine.key_date(&id));
                titled(date.map(|date| &date.title), id.as_str())
            }
            Argument::KeyDateInText(id) => in_running_text(&self.text(id)),
            Argument::Question(id) => {
                let question = routine.and_then(|routine| routine.question(&id));
                titled(question.map(|question| &question.text), id.as_str())
            }
            Argument::Role(id) => {
                let role = routine.and_then(|routine| routine.role(&id));
                titled(role.map(|role| &role.title), id.as_str())
            }
            Argument::Trigger(id) => {
                let trigger = routine.and_then(|routine| routine.trigger(&id));
                titled(trigger.map(|trigger| &trigger.title), id.as_str())
            }
            Argument::Message(message) => self.say(message),
            Argument::Answer(id, value) => words.text(self.answer_to(&id, &value)),
            Argument::Value(value) => words.text(words.answer(&value)),
            Argument::List(list) => self.joined(list, ", "),
            Argument::Dotted(list) => self.joined(list, " · "),
            Argument::Joined(word, list) => self.joined(list, &format!(" {} ", self.say(word))),
        }
    }

    fn joined(self, list: Vec<Argument>, between: &str) -> String {
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

    /// A step with its title: "Rutin 4 Överlämna till hemmets skola". One without a number goes by its title.
    pub(crate) fn step(self, id: &StepId) -> String {
        match (self.find_step(id), self.number(id)) {
            (Some(step), None) => step.title.clone(),
            (Some(step), _) if step.title.is_empty() => self.numbered(id),
            (Some(step), _) => format!("{} {}", self.numbered(id), step.title),
            (None, _) => self.numbered(id),
        }
    }

    /// A step's number, where it has one.
    pub(crate) fn number(self, id: &StepId) -> Option<String> {
        self.routine?.number_of(id)
    }

    /// A step among others that are only listed: its number, else its title.
    pub(crate) fn in_list(self, id: &StepId) -> String {
        self.number(id).unwrap_or_else(|| self.numbered(id))
    }

    /// A part of a step, with who answers for it where that is said: "Samtal (Rektor)".
    pub(crate) fn item(self, item: &Item) -> String {
        match item.responsible.is_empty() {
            true => item.title.clone(),
            false => format!("{} ({})", item.title, self.text(&item.responsible)),
        }
    }

    /// A step's forms and papers, with dots between.
    pub(crate) fn documents(self, step: &Step) -> String {
        let titles = step.documents.iter().map(|name| match name {
            DocumentName::Title(title) => title.as_str(),
            DocumentName::Form(id) => {
                let document = self.routine.and_then(|routine| routine.document(id));
                document.map_or(id.as_str(), |document| &document.title)
            }
        });
        titles.collect::<Vec<_>>().join(" · ")
    }

    /// An answer as people read it: a text as it was typed, whatever it looks like.
    pub(crate) fn answer_to(self, question: &QuestionId, value: &str) -> String {
        let asked = self.routine.and_then(|routine| routine.question(question));
        match asked.map(|asked| &asked.kind) {
            Some(AnswerKind::Text) => value.to_owned(),
            Some(AnswerKind::Roles(_)) => {
                let roles: Vec<_> = value.split('|').map(RoleId::from).collect();
                self.text(&roles)
            }
            _ => self.words.answer(value),
        }
    }

    /// What the routine calls a step: "Rutin".
    pub(crate) fn step_word(self) -> String {
        let word = self.routine.and_then(|routine| routine.step_word.clone());
        word.unwrap_or_else(|| self.say("step-word"))
    }

    /// By its word and number: "Rutin 4". By its title where it has none.
    fn numbered(self, id: &StepId) -> String {
        let step = self.find_step(id);
        if self.routine.is_some() && id.is_own() && step.is_none_or(Step::is_own) {
            return say!(self, "own-step", id = id.to_string());
        }
        match (self.routine, step, self.number(id)) {
            (_, Some(step), None) => say!(self, "step-by-title", title = step.title),
            (Some(_), _, number) => {
                let number = number.unwrap_or_else(|| id.to_string());
                format!("{} {number}", self.step_word())
            }
            (None, ..) => id.to_string(),
        }
    }

    /// What a round is called, given what its step is called: the round named from the second on.
    pub(crate) fn in_round(self, step: String, round: u32) -> String {
        match round {
            0 | 1 => step,
            _ => say!(self, "step-in-round", step, round),
        }
    }

    /// The same, the first round named too where the step has or may come to have several.
    pub(crate) fn with_round(self, called: String, (id, round): (&StepId, u32)) -> String {
        match self.find_step(id).is_some_and(Step::repeats) {
            true => say!(self, "step-in-round", step = called, round),
            false => self.in_round(called, round),
        }
    }

    fn find_step(self, id: &StepId) -> Option<&'a Step> {
        self.routine?.step(id)
    }
}

/// A title in running text: its first letter small, unless it begins with an abbreviation such as LVU.
fn in_running_text(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = title.get(first.len_utf8()..).unwrap_or_default();
            format!("{}{rest}", first.to_lowercase())
        }
        _ => title.to_owned(),
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

#[cfg(test)]
impl Words {
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.messages.has(id)
    }
}

#[cfg(test)]
mod tests {
    use super::in_running_text;

    #[test]
    fn a_title_in_running_text() {
        for (title, running) in [
            ("Inskrivning på hemmet", "inskrivning på hemmet"),
            ("LVU-utredningen inleds", "LVU-utredningen inleds"),
            ("Återkoppling", "återkoppling"),
            ("", ""),
        ] {
            assert_eq!(in_running_text(title), running);
        }
    }
}
