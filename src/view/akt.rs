//! Facts of a case as neutral sentences for the case system: no reference, no code word, nobody who recorded them.

use chrono::NaiveDate;
use serde::Serialize;

use super::CaseView;
use crate::domain::akt::{AktFact, facts};
use crate::domain::event::{Event, What};
use crate::domain::ids::{ItemId, QuestionId, StepId};
use crate::domain::message::Message;
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
            let of = |Stands { until, with }: Stands| until.into_iter().chain(with);
            let stands = self.routine.stands(&asked.id);
            stands.is_some_and(|stands| {
                asked.id == *question || of(stands).any(|beside| beside == *question)
            })
        });
        consent.map(|consent| consent.id.clone())
    }

    fn sentence(&self, fact: &AktFact<'_>) -> String {
        let mut parts = self.parts(fact);
        parts.retain(|part| !part.is_empty());
        let text = parts.join(" ");
        match fact.is_taken_back {
            true => say!(self.words, "akt-taken-back", what = text),
            false => text,
        }
    }

    /// What is told of an event; of what is no matter for the akt nothing.
    fn parts(&self, fact: &AktFact<'_>) -> Vec<String> {
        let here = self.here();
        let say = |message: Message| vec![here.say(message)];
        let step = |step, round| self.step_of_routine(step, round);
        let reason = |reason: &String| self.beside("akt-reason", Some(reason));
        match fact.what {
            What::Opened { continues, .. } => {
                let title = &self.routine.title;
                let trigger = self.case.trigger.as_ref();
                let trigger = trigger.map(|title| here.say(message!("akt-trigger", title)));
                let continues = continues.as_ref().map(|_| here.say("akt-continues"));
                let opened = here.say(message!("akt-opened", title));
                [Some(opened), trigger, continues]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            What::TriggerSet { trigger } => say(match trigger {
                Some(title) => message!("akt-trigger", title),
                None => message!("akt-trigger-withdrawn"),
            }),
            What::DateSet { date: title, on } => say(match on {
                Some(date) if *date > fact.recorded => message!("akt-date-planned", title, date),
                Some(date) => message!("akt-date", title, date),
                None => message!("akt-date-withdrawn", title),
            }),
            What::DateConfirmed { date: title } => {
                let dated = self.case.dates.get(title);
                let confirmed = dated.map(|dated| message!("akt-date", title, date = dated.on));
                confirmed.map(say).unwrap_or_default()
            }
            What::Answered { question, value } => vec![match self.consent_of(question) {
                Some(consent) if !fact.is_taken_back => self.consent(&consent),
                _ => self.answer(question, value.as_deref(), ""),
            }],
            What::RoleHeld { role: title, by } => say(match by {
                Some(who) => message!("akt-role", title, who),
                None => message!("akt-role-nobody", title),
            }),
            What::Taken { step: taken, role } => say(match role {
                Some(role) => message!("akt-taken", step = step(taken, 1), role),
                None => message!("akt-taken-open", step = step(taken, 1)),
            }),
            What::Planned { step: booked, on } => say(match on {
                Some(date) => message!("akt-planned", step = step(booked, 1), date),
                None => message!("akt-planned-cancelled", step = step(booked, 1)),
            }),
            What::ItemDone {
                step: of,
                round,
                item,
                on,
                despite,
                decided_by,
            } => self.done(self.item_of(of, *round, item), *on, despite, decided_by),
            What::Done {
                step: done,
                round,
                on,
                despite,
                decided_by,
                ..
            } => self.done(step(done, *round), *on, despite, decided_by),
            What::DayKnown {
                step: done,
                round,
                on,
                despite,
                decided_by,
            } => self.done(step(done, *round), Some(*on), despite, decided_by),
            What::ItemSkipped {
                step: of,
                round,
                item,
                reason: why,
            } => {
                let step = self.item_of(of, *round, item);
                vec![here.say(message!("akt-skipped", step)), reason(why)]
            }
            What::Skipped {
                step: skipped,
                round,
                reason: why,
                ..
            } => {
                let step = step(skipped, *round);
                vec![here.say(message!("akt-skipped", step)), reason(why)]
            }
            What::Extended {
                step: of,
                round,
                to,
                reason: why,
                decided_by,
            } => {
                let extended = message!("akt-extended", step = step(of, *round), date = to);
                let decided_by = self.beside("akt-decided-by", Some(decided_by));
                vec![here.say(extended), reason(why), decided_by]
            }
            What::Reminded { step: of, round } => {
                say(message!("akt-reminded", step = step(of, *round)))
            }
            What::Noted { step: about, text } => {
                let text = one_line(text);
                say(match about {
                    Some(about) => message!("akt-noted-step", step = step(about, 1), text),
                    None => message!("akt-noted", text),
                })
            }
            What::Protected { hidden: true, .. } => say(message!("akt-protected")),
            What::Protected { hidden: false, .. } => say(message!("akt-unprotected")),
            What::Closed {
                reason,
                continued_by,
            } => {
                let continued = continued_by.as_ref().map(|_| here.say("akt-continued"));
                let reason = self.beside("akt-reason", reason.as_ref());
                vec![
                    here.say("akt-closed"),
                    reason,
                    continued.unwrap_or_default(),
                ]
            }
            What::Reopened { reason: why } => vec![here.say("akt-reopened"), reason(why)],
            What::RoundsOpened { .. }
            | What::CalendarSet { .. }
            | What::Exported { .. }
            | What::Redacted { .. }
            | What::Undone { .. }
            | What::BroughtOver { .. } => Vec::new(),
        }
    }

    fn done(
        &self,
        step: String,
        on: Option<NaiveDate>,
        despite: &Option<String>,
        decided_by: &Option<String>,
    ) -> Vec<String> {
        let id = match on {
            Some(_) => "akt-done",
            None => "akt-done-unknown",
        };
        vec![
            say!(self.words, id, step),
            self.beside("akt-ground", despite.as_ref()),
            self.beside("akt-decided-by", decided_by.as_ref()),
        ]
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

    fn item_of(&self, step: &StepId, round: u32, item: &ItemId) -> String {
        let known = self.routine.step(step);
        let known = known.and_then(|step| step.item(item.as_str()));
        let item = known.map_or(item.as_str(), |item| &item.title);
        let step = self.step_of_routine(step, round);
        say!(self.words, "akt-item", step, item)
    }

    fn consent(&self, consent: &QuestionId) -> String {
        let here = self.here();
        let stands = self.routine.stands(consent);
        let told = |id: &'static str, question: &QuestionId| {
            let value = self.case.answer(question)?;
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

    /// A text said beside a fact, unless it was taken out of the file.
    fn beside(&self, id: &'static str, text: Option<&String>) -> String {
        let text = text.filter(|text| *text != REDACTED);
        let said = text.map(|text| self.words.say(message!(id, text = without_stop(text))));
        said.unwrap_or_default()
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
