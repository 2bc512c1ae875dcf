//! Where the days and intervals that a date rests on came from: who said so, and when.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::case::{Case, Reopening, RoundEnd};
use crate::domain::deadline::AnchorDay;
use crate::domain::due_rule::{Anchor, Interval, Series};
use crate::domain::event::Stamp;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::domain::plan::Row;
use crate::domain::school::SchoolCalendar;
use crate::domain::term::Term;

/// A day that a rule counts from, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Origin {
    Date {
        id: KeyDateId,
        on: NaiveDate,
        recorded: Stamp,
    },
    Answer {
        id: QuestionId,
        on: NaiveDate,
        recorded: Stamp,
    },
    Step {
        id: StepId,
        round: u32,
        on: NaiveDate,
        skipped: bool,
        recorded: Stamp,
    },
    /// A step that a plan which looks ahead takes to be done that day.
    Assumed { id: StepId, on: NaiveDate },
}

/// An answer that says a length of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerGiven {
    pub id: QuestionId,
    pub value: String,
    pub recorded: Stamp,
}

/// The round before one of a repeating rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundBefore {
    pub round: u32,
    pub raw_due: Option<NaiveDate>,
    /// The day it was done or skipped; `None` when unknown.
    pub on: Option<NaiveDate>,
    pub skipped: bool,
    pub recorded: Stamp,
}

/// The school calendar that a rule counts by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolDays {
    pub title: String,
    pub known_from: NaiveDate,
    pub known_to: NaiveDate,
}

impl SchoolDays {
    pub(super) fn of(calendar: &SchoolCalendar) -> Option<Self> {
        let (known_from, known_to) = calendar.known()?;
        Some(Self {
            title: calendar.title.clone(),
            known_from,
            known_to,
        })
    }
}

impl AnswerGiven {
    /// The length of time it says.
    pub fn term(&self) -> Option<Term> {
        Term::parse(&self.value).ok()
    }
}

impl Origin {
    /// The day.
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::Date { on, .. }
            | Self::Answer { on, .. }
            | Self::Step { on, .. }
            | Self::Assumed { on, .. } => *on,
        }
    }
}

/// What an anchor is in the case; `None` while it is unknown. In a round opened by an outcome only what has happened
/// since counts of a step reopened with it.
pub(super) fn of_anchor(
    anchor: &Anchor,
    case: &Case,
    reopening: Option<&Reopening>,
) -> Option<Origin> {
    match anchor {
        Anchor::KeyDate(id) => {
            let dated = case.dates.get(id)?;
            Some(Origin::Date {
                id: id.clone(),
                on: dated.on,
                recorded: dated.stamp.clone(),
            })
        }
        Anchor::Answer(id) => {
            let answer = answer(id, case, reopening)?;
            Some(Origin::Answer {
                id: id.clone(),
                on: answer.value.parse().ok()?,
                recorded: answer.recorded,
            })
        }
        Anchor::Step(id) => {
            let from_round = reopening.and_then(|reopening| reopening.rounds.get(id));
            let (round, end) = ends(case, id)
                .filter(|(round, _)| from_round.is_none_or(|from| round >= from))
                .last()?;
            Some(Origin::Step {
                id: id.clone(),
                round,
                on: end.on?,
                skipped: end.skipped.is_some(),
                recorded: end.stamp.clone(),
            })
        }
    }
}

pub(super) fn assumed(anchor: &Anchor, day: AnchorDay) -> Option<Origin> {
    match anchor {
        Anchor::Step(id) if day.assumed => Some(Origin::Assumed {
            id: id.clone(),
            on: day.on,
        }),
        _ => None,
    }
}

pub(super) fn interval(
    series: &Series,
    case: &Case,
    reopening: Option<&Reopening>,
) -> Option<AnswerGiven> {
    match series {
        Series::Grid(Interval::Answer(id)) | Series::Rolling(Interval::Answer(id)) => {
            answer(id, case, reopening)
        }
        _ => None,
    }
}

pub(super) fn round_before(case: &Case, row: &Row) -> Option<RoundBefore> {
    let wanted = row.round.checked_sub(1)?;
    let (round, end) = ends(case, &row.step).find(|(round, _)| *round == wanted)?;
    Some(RoundBefore {
        round,
        raw_due: end.dates.raw_due,
        on: end.on,
        skipped: end.skipped.is_some(),
        recorded: end.stamp.clone(),
    })
}

fn answer(id: &QuestionId, case: &Case, reopening: Option<&Reopening>) -> Option<AnswerGiven> {
    let answer = case.answers.get(id)?;
    let is_new = reopening.is_none_or(|reopening| answer.seq > reopening.seq);
    is_new.then(|| AnswerGiven {
        id: id.clone(),
        value: answer.value.clone(),
        recorded: answer.stamp.clone(),
    })
}

fn ends<'c>(case: &'c Case, step: &StepId) -> impl Iterator<Item = (u32, &'c RoundEnd)> {
    (1..)
        .zip(case.rounds_of(step))
        .filter_map(|(round, recorded)| Some((round, recorded.end.as_ref()?)))
}
