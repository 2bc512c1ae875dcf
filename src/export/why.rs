//! How a date came about, as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::calendar::DayOff;
use crate::domain::due_rule::Basis;
use crate::domain::event::Stamp;
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::routine::Routine;
use crate::domain::why::{AnswerGiven, Origin, RoundBefore, SchoolDays, Why};

use super::log::unless_redacted;

/// How the dates of a round came about. Fields that a step has too say the same.
#[derive(Debug, Clone, Serialize)]
pub struct WhyJson {
    /// The case; null in a plan that is no case's.
    pub case: Option<CaseRef>,
    pub step: StepId,
    pub title: String,
    pub round: u32,
    pub status: Status,
    /// What the rule counts from, and who said so, when; null while it is not known.
    pub counted_from: Option<Origin>,
    /// The length of time that the case says, of a repeating rule.
    pub interval: Option<AnswerGiven>,
    /// A repeating rule's round before.
    pub round_before: Option<RoundBefore>,
    /// The school calendar that it counts by, where the case has one.
    pub school_calendar: Option<SchoolDays>,
    /// What a repeating rule ends at, once known.
    pub until: Option<Origin>,
    pub reopened: Option<ReopenedJson>,
    pub rule: Option<String>,
    /// Its place among the step's rules, from 1.
    pub rule_number: Option<usize>,
    pub basis: Option<Basis>,
    pub cite: Option<String>,
    pub law: Option<String>,
    pub earliest: Option<NaiveDate>,
    pub since: Option<NaiveDate>,
    pub raw_due: Option<NaiveDate>,
    pub moved_past: Vec<DayOffJson>,
    /// It had passed when its anchor was entered, so that day counts.
    pub at_once: bool,
    pub original_due: Option<NaiveDate>,
    pub extension: Option<ExtensionJson>,
    pub due: Option<NaiveDate>,
    pub waits_for: Vec<String>,
    pub waits_for_ids: Vec<String>,
    /// What is unknown and would give another date, in words.
    pub could_change: Vec<String>,
    pub planned: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// The day it was decided to skip it.
    pub skipped_on: Option<NaiveDate>,
    /// Who recorded that, when.
    pub recorded: Option<Stamp>,
    /// Who later told the day, when.
    pub day_told: Option<Stamp>,
    pub despite: Option<String>,
    /// Who decided that; left out where nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    pub reason: Option<String>,
    pub days_late: Option<i64>,
    pub days_late_original: Option<i64>,
}

/// A day off that a date moved past.
#[derive(Debug, Clone, Serialize)]
pub struct DayOffJson {
    pub date: NaiveDate,
    pub day_off: DayOff,
}

/// The outcome that opened a round.
#[derive(Debug, Clone, Serialize)]
pub struct ReopenedJson {
    pub by: StepId,
    /// The day it counts from.
    pub on: NaiveDate,
    /// What the rule counts from is older, so this day counts instead.
    pub counts: bool,
}

/// The decision on a later date.
#[derive(Debug, Clone, Serialize)]
pub struct ExtensionJson {
    pub to: NaiveDate,
    pub reason: Option<String>,
    pub decided_by: Option<String>,
    pub recorded: Stamp,
    /// False when the rule's own date has become later.
    pub counts: bool,
}

/// What the JSON says in words.
#[derive(Debug, Clone, Default)]
pub struct WhyTexts {
    pub rule: Option<String>,
    pub waits_for: Vec<String>,
    pub could_change: Vec<String>,
}

impl WhyJson {
    /// The JSON of an explanation.
    pub fn new(
        case: Option<&CaseRef>,
        routine: &Routine,
        why: &Why<'_>,
        texts: WhyTexts,
        today: NaiveDate,
    ) -> Self {
        let (row, end) = (&why.row, why.end.as_ref());
        let (step, dates) = (routine.step(&row.step), row.dates.clone());
        let derivation = why.derivation.as_ref();
        let rolled = derivation.and_then(|how| how.rolled.as_ref());
        let rule = why.rule.map(|ruling| ruling.rule);
        let is_skipped = end.is_some_and(|end| end.skipped.is_some());
        let ended_on = end.and_then(|end| end.on);
        Self {
            case: case.cloned(),
            step: row.step.clone(),
            title: step.map_or_else(String::new, |step| step.title.clone()),
            round: row.round,
            status: row.status,
            counted_from: why.counted_from.clone(),
            interval: why.interval.clone(),
            school_calendar: why.school.clone(),
            round_before: why.round_before.clone(),
            until: why.until.clone(),
            reopened: why.reopening.as_ref().map(|reopening| ReopenedJson {
                by: reopening.by.clone(),
                on: reopening.on,
                counts: derivation.is_some_and(|how| how.from_reopening),
            }),
            rule: texts.rule,
            rule_number: why.rule.map(|ruling| ruling.index + 1),
            basis: rule.map(|rule| rule.basis).or(dates.basis),
            cite: rule.and_then(|rule| rule.cite.clone()),
            law: step.and_then(|step| step.law.clone()),
            earliest: dates.earliest,
            since: dates.since,
            raw_due: dates.raw_due,
            moved_past: rolled.map_or_else(Vec::new, |rolled| days_off(&rolled.past)),
            at_once: derivation.is_some_and(|how| how.at_once),
            original_due: dates.original_due,
            extension: extension(why),
            due: dates.due,
            waits_for: texts.waits_for,
            waits_for_ids: row.waits_for.iter().flat_map(WaitsFor::ids).collect(),
            could_change: texts.could_change,
            planned: row.planned,
            done_on: ended_on.filter(|_| !is_skipped),
            skipped_on: ended_on.filter(|_| is_skipped),
            recorded: end.map(|end| end.stamp.clone()),
            day_told: why.day_told.clone(),
            despite: end.and_then(|end| unless_redacted(end.despite.as_deref()?)),
            decided_by: end.and_then(|end| unless_redacted(end.decided_by.as_deref()?)),
            reason: end.and_then(|end| unless_redacted(end.skipped.as_deref()?)),
            days_late: row.days_late(today),
            days_late_original: row.days_late_original(today),
        }
    }
}

fn days_off(past: &[(NaiveDate, DayOff)]) -> Vec<DayOffJson> {
    past.iter()
        .map(|(date, day_off)| DayOffJson {
            date: *date,
            day_off: *day_off,
        })
        .collect()
}

fn extension(why: &Why<'_>) -> Option<ExtensionJson> {
    let extension = why.extension.as_ref()?;
    Some(ExtensionJson {
        to: extension.to,
        reason: unless_redacted(&extension.reason),
        decided_by: unless_redacted(&extension.decided_by),
        recorded: extension.stamp.clone(),
        counts: why.is_extended(),
    })
}
