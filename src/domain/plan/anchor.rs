//! What a rule counts from, looked up in the case, and where it came from: who said so, and when.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::dating::DateSearch;
use crate::domain::{
    calendar::Rolled,
    case::{Answer, RoundEnd},
    condition::Missing,
    deadline::AnchorDay,
    due_rule::Anchor,
    event::Stamp,
    ids::{QuestionId, StepId},
    term::Term,
};

/// A day that something counts from, as it was looked up.
pub(super) struct Resolved {
    pub(super) day: AnchorDay,
    /// It stands in for one before the round's reopening.
    pub(super) from_reopening: bool,
    /// Where it came from, in a plan that explains itself.
    pub(super) origin: Option<AnchorOrigin>,
}

impl<'p> DateSearch<'p, '_> {
    /// Looks an anchor up; `None` for a step that does not apply, which leaves nothing to wait for. In a round opened by
    /// an outcome, a step reopened at the same time counts as not yet done, and any other anchor is no earlier than the
    /// reopening.
    pub(super) fn resolve(&self, anchor: &Anchor) -> Result<Option<Resolved>, Missing> {
        let planner = self.planner;
        let reopening = self.round.reopened.as_ref();
        let mut floor = reopening.map(|reopening| reopening.on);
        let (on, entered, recorded, round) = match anchor {
            Anchor::KeyDate(id) => {
                let dated = planner.case.dates.get(id);
                let dated = dated.ok_or_else(|| Missing::Date(id.clone()))?;
                (dated.on, dated.stamp.day, Some(&dated.stamp), None)
            }
            Anchor::Answer(id) => {
                let (on, answer) = self.answered(id, |value| value.parse().ok())?;
                (on, answer.stamp.day, Some(&answer.stamp), None)
            }
            Anchor::Step(id) if planner.is_not_applicable(id) => return Ok(None),
            Anchor::Step(id) => {
                let reopened = reopening.and_then(|reopening| reopening.rounds.get(id));
                floor = floor.filter(|_| reopened.is_none());
                let rounds = (1..).zip(planner.case.rounds_of(id));
                let rounds = rounds.filter(|(round, _)| reopened.is_none_or(|from| round >= from));
                let ended = rounds.filter_map(|(round, of)| Some((round, of.end.as_ref()?)));
                let done = ended.last().and_then(|(round, end)| {
                    let round = Some((round, end.skipped.is_some()));
                    Some((end.on?, end.day_entered, Some(&end.stamp), round))
                });
                let assumed = || {
                    let on = self.assume.then(|| self.assumed_day(id)).flatten()?;
                    Some((on, planner.today, None, None))
                };
                let day = done.or_else(assumed);
                day.ok_or_else(|| Missing::Step(id.clone()))?
            }
        };
        let floor = floor.unwrap_or(NaiveDate::MIN);
        let day = AnchorDay {
            on: on.max(floor),
            entered: entered.max(floor),
            assumed: recorded.is_none(),
        };
        let origin = planner.explains.then(|| AnchorOrigin {
            anchor: anchor.clone(),
            round,
            on,
            recorded: recorded.cloned(),
        });
        Ok(Some(Resolved {
            day,
            from_reopening: floor > on,
            origin,
        }))
    }

    /// The day a plan that looks ahead takes a step to be done: when it is due, or at once.
    fn assumed_day(&self, step: &StepId) -> Option<NaiveDate> {
        let rows = self.planner.rows_of(step);
        let row = rows.iter().find(|row| !row.status.is_ended())?;
        row.dates.due.or(row.dates.since)
    }

    /// An answer; in a round opened by an outcome, only one given since, or in the very change that opened it.
    pub(super) fn answered<T>(
        &self,
        id: &QuestionId,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<(T, &'p Answer), Missing> {
        let reopening = self.round.reopened.as_ref();
        let is_new = |answer: &&Answer| {
            reopening.is_none_or(|reopening| {
                answer.seq > reopening.seq || answer.change == reopening.change
            })
        };
        let answer = self.planner.case.answers.get(id).filter(is_new);
        answer
            .and_then(|answer| Some((read(&answer.value)?, answer)))
            .ok_or_else(|| Missing::Question(id.clone()))
    }
}

/// How a round's dates came about: what the planner used, written down as it used it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Derivation {
    /// Which of the step's due rules counted, from 0.
    pub rule: usize,
    /// The day it counted from; `None` where it gave no date of its own.
    pub anchor: Option<AnchorDay>,
    /// The anchor lay before the outcome that opened the round, so that day counted instead.
    pub from_reopening: bool,
    /// The rule's own date had passed when its anchor was entered.
    pub at_once: bool,
    pub rolled: Option<Rolled>,
    /// Where it all came from, in a plan that explains itself; also where the rule gave no date.
    pub origins: Option<Box<Origins>>,
}

/// Who said what a date rests on, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    pub counted_from: Option<AnchorOrigin>,
    /// The answer that says how long a repeating rule's interval is.
    pub interval: Option<AnswerGiven>,
    pub round_before: Option<RoundBefore>,
    /// What a repeating rule ends at, once known.
    pub until: Option<AnchorOrigin>,
}

/// A day that a rule counts from, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorOrigin {
    pub anchor: Anchor,
    /// Of a step that has ended: in which round, and whether that was skipped.
    pub round: Option<(u32, bool)>,
    pub on: NaiveDate,
    /// Who said so, and when; `None` of a step that a plan which looks ahead takes to be done that day.
    pub recorded: Option<Stamp>,
}

impl Serialize for AnchorOrigin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, id) = match &self.anchor {
            Anchor::KeyDate(id) => ("date", id.as_str()),
            Anchor::Answer(id) => ("answer", id.as_str()),
            Anchor::Step(id) if self.recorded.is_none() => ("assumed", id.as_str()),
            Anchor::Step(id) => ("step", id.as_str()),
        };
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("kind", kind)?;
        json.serialize_entry("id", id)?;
        if let Some((round, _)) = self.round {
            json.serialize_entry("round", &round)?;
        }
        json.serialize_entry("on", &self.on)?;
        if let Some((_, skipped)) = self.round {
            json.serialize_entry("skipped", &skipped)?;
        }
        if let Some(recorded) = &self.recorded {
            json.serialize_entry("recorded", recorded)?;
        }
        json.end()
    }
}

/// An answer that says a length of time.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct AnswerGiven {
    pub id: QuestionId,
    pub value: String,
    pub recorded: Stamp,
}

/// The round before one of a repeating rule.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RoundBefore {
    pub round: u32,
    pub raw_due: Option<NaiveDate>,
    /// The day it was done or skipped; `None` when unknown.
    pub on: Option<NaiveDate>,
    pub skipped: bool,
    pub recorded: Stamp,
}

impl AnswerGiven {
    /// The length of time it says.
    pub fn term(&self) -> Option<Term> {
        Term::parse(&self.value).ok()
    }
}

impl RoundBefore {
    pub(super) fn of(round: u32, end: &RoundEnd) -> Self {
        Self {
            round,
            raw_due: end.dates.raw_due,
            on: end.on,
            skipped: end.skipped.is_some(),
            recorded: end.stamp.clone(),
        }
    }
}
