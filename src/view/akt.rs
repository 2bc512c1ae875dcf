//! Facts of a case as neutral sentences for the case system: no reference, no code word, nobody who recorded them.

use chrono::NaiveDate;
use serde::Serialize;

use super::CaseView;
use crate::domain::akt::{AktFact, facts};
use crate::domain::condition::Truth;
use crate::domain::event::{Event, What};
use crate::domain::facts::holds;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::routine::Stands;
use crate::domain::signs::one_line;
use crate::domain::texts::REDACTED;
use crate::ui::joined;

/// A fact in a sentence or a few.
#[derive(Debug, Serialize)]
pub(crate) struct AktLine {
    pub(crate) on: NaiveDate,
    pub(crate) text: String,
    /// The event from which on it is to be told.
    pub(crate) seq: u32,
}

impl CaseView<'_> {
    /// The facts asked for, in the order they were done.
    pub(crate) fn akt(
        &self,
        history: &[Event],
        wanted: impl Fn(&AktFact<'_>) -> bool,
    ) -> Vec<AktLine> {
        let facts = facts(history, |question| self.consent_of(question));
        let lines = facts.filter(wanted).map(|fact| AktLine {
            on: fact.on,
            text: self.sentence(&fact),
            seq: fact.seq,
        });
        let mut lines: Vec<_> = lines.collect();
        lines.reverse();
        lines.sort_by_key(|line| (line.on, line.seq));
        lines
    }

    /// The consent that a question is of: whether there is one, by whom, until when.
    fn consent_of(&self, question: &QuestionId) -> Option<QuestionId> {
        let mut all = self.routine.questions();
        let consent = all.find(|asked| {
            let of = |Stands { until, with }: &'_ Stands| {
                until.iter().chain(with).any(|it| it == question)
            };
            let stands = self.routine.stands(&asked.id);
            stands.is_some_and(|stands| asked.id == *question || of(stands))
        });
        consent.map(|consent| consent.id.clone())
    }

    fn sentence(&self, fact: &AktFact<'_>) -> String {
        let here = self.here();
        let text = match fact.what {
            What::Opened { continues, .. } => {
                let trigger = self.case.trigger.as_ref();
                let parts = [
                    Some(say!(here, "akt-opened", title = self.routine.title)),
                    trigger.map(|title| say!(here, "akt-trigger-set", title)),
                    continues.as_ref().map(|_| here.say("akt-continues")),
                ];
                joined(" ", parts)
            }
            What::DateSet { date, on: Some(on) } => self.date(date, *on, fact.recorded),
            What::DateConfirmed { date } => match self.case.dates.get(date) {
                Some(dated) => self.date(date, dated.on, dated.on),
                None => self.retold(fact.what),
            },
            What::Answered { question, value } => match self.consent_of(question) {
                Some(consent) if !fact.is_taken_back => self.consent(&consent),
                _ => self.answer(question, value.as_deref(), ""),
            },
            What::Closed {
                continued_by: Some(_),
                ..
            } => joined(" ", [self.retold(fact.what), here.say("akt-continued")]),
            what => self.retold(what),
        };
        match fact.is_taken_back {
            true => say!(here, "akt-taken-back", what = text),
            false => text,
        }
    }

    /// What the log says of an event, in words for the akt: under the same names.
    fn retold(&self, told: impl ToArgument) -> String {
        match told.to_argument() {
            Argument::Message(message) => self.retold_message(&message),
            Argument::List(parts) => parts.iter().map(|part| self.retold(part)).collect(),
            other => self.here().text(other),
        }
    }

    fn retold_message(&self, message: &Message) -> String {
        let (here, event) = (self.here(), message.id());
        let unknown = message!("day-unknown").to_argument();
        let mut arguments = message.arguments().iter();
        let ending = match arguments.any(|(_, argument)| *argument == unknown) {
            true => "-unknown",
            false => "",
        };
        let id = format!("{}{ending}", event.replacen("event", "akt", 1));
        let arguments = message.arguments().iter();
        let retold = arguments.fold(Message::from(id), |retold, (gap, argument)| {
            let text = match (argument, event, *gap) {
                (Argument::Step(id), ..) => self.step_of_routine(id, 1),
                (Argument::Round(id, round), ..) => self.step_of_routine(id, *round),
                (Argument::Text(text), "event-despite", _) => self.beside("akt-ground", text),
                (Argument::Text(text), "event-extended" | "event-decided-by", "who") => {
                    self.beside("akt-decider", text)
                }
                (Argument::Text(text), _, "reason") => self.beside("akt-reason", text),
                (Argument::Text(text), _, "text") => one_line(text),
                (Argument::Text(text), ..) => without_stop(text),
                (argument, ..) => here.text(argument),
            };
            retold.with(gap, text)
        });
        here.say(retold)
    }

    /// A sentence after another, unless its text was taken out of the file.
    fn beside(&self, id: &'static str, text: &str) -> String {
        match text {
            REDACTED => String::new(),
            text => format!(" {}", say!(self.words, id, text = without_stop(text))),
        }
    }

    fn date(&self, title: &KeyDateId, date: NaiveDate, seen_from: NaiveDate) -> String {
        let id = match date > seen_from {
            true => "akt-date-planned",
            false => "akt-date",
        };
        self.here().say(message!(id, title, date))
    }

    /// "Hämta in samtycke (rutinens steg 1), omgång 2".
    fn step_of_routine(&self, id: &StepId, round: u32) -> String {
        let here = self.here();
        let title = self
            .routine
            .step(id)
            .map_or(id.as_str(), |step| &step.title);
        // An id that is a word is nothing to people.
        let step = match id.as_str().starts_with(|c: char| c.is_ascii_digit()) {
            true => say!(here, "akt-step", title, number = id.to_string()),
            false => title.to_owned(),
        };
        here.in_round(step, round)
    }

    fn consent(&self, consent: &QuestionId) -> String {
        let here = self.here();
        let stands = self.routine.stands(consent);
        // What was told of a consent says nothing of a refusal.
        let told = |id: &'static str, question: &QuestionId| {
            let asked = self.routine.question(question)?;
            let value = self.case.answer(question)?;
            if holds(asked.when.as_ref(), self.case) == Truth::False {
                return None;
            }
            Some(here.say(message!(id, value = here.answer_to(question, value))))
        };
        let beside = stands.map(|Stands { until, with }| {
            let by = with.iter().filter_map(|by| told("akt-consent-by", by));
            let until = until
                .iter()
                .filter_map(|until| told("akt-consent-until", until));
            by.chain(until).collect::<String>()
        });
        let beside = beside.unwrap_or_default();
        self.answer(consent, self.case.answer(consent), &beside)
    }

    fn answer(&self, question: &QuestionId, value: Option<&str>, beside: &str) -> String {
        let here = self.here();
        let title = here.text(question);
        let Some(value) = value else {
            return say!(here, "akt-answer-withdrawn", title);
        };
        let value = here.answer_to(question, value) + beside;
        let value = without_stop(&value);
        match title.ends_with('?') {
            true => say!(here, "akt-answer", title, value),
            false => say!(here, "akt-answer-of", title, value),
        }
    }
}

/// On one line; the sentence it comes to stand in has a stop of its own.
fn without_stop(text: &str) -> String {
    one_line(text).trim_end_matches('.').to_owned()
}

impl AktLine {
    /// "2026-11-20  Hämta in samtycke (rutinens steg 1): klart."
    pub(crate) fn line(&self) -> String {
        joined("  ", [self.on.to_string(), self.text.clone()])
    }
}
