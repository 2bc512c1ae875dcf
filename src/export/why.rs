//! How a date came about, as JSON.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::{
    calendar::DayOff,
    event::Stamp,
    ids::{CaseRef, StepId},
    plan::WaitsFor,
    routine::Routine,
    why::Why,
};

use super::log::unless_redacted;

/// How the dates of a round came about. Fields that a step has too say the same.
#[derive(Debug, Clone)]
pub struct WhyJson<'a> {
    /// The case; null in a plan that is no case's.
    pub case: Option<&'a CaseRef>,
    pub routine: &'a Routine,
    pub why: Why<'a>,
    pub texts: WhyTexts,
    pub today: NaiveDate,
}

/// What the JSON says in words.
#[derive(Debug, Clone, Default)]
pub struct WhyTexts {
    pub rule: Option<String>,
    pub waits_for: Vec<String>,
    pub could_change: Vec<String>,
}

/// A day off that a date moved past.
#[derive(serde::Serialize)]
struct DayOffJson {
    date: NaiveDate,
    day_off: DayOff,
}

/// The outcome that opened a round.
#[derive(serde::Serialize)]
struct ReopenedJson<'a> {
    by: &'a StepId,
    /// The day it counts from.
    on: NaiveDate,
    /// What the rule counts from is older, so this day counts instead.
    counts: bool,
}

/// The decision on a later date.
#[derive(serde::Serialize)]
struct ExtensionJson<'a> {
    to: NaiveDate,
    reason: Option<String>,
    decided_by: Option<String>,
    recorded: &'a Stamp,
    /// False when the rule's own date has become later.
    counts: bool,
}

impl Serialize for WhyJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { why, texts, .. } = self;
        let Why { row, how, .. } = why;
        let (step, dates) = (self.routine.step(&row.step), &row.dates);
        let rule = why.rule.map(|choice| &choice.rule);
        let reopening = why.recorded.reopened.as_ref();
        let extension = why.recorded.extension.as_ref();
        let end = why.recorded.end.as_ref();
        let is_skipped = end.is_some_and(|end| end.skipped.is_some());
        let ended_on = end.and_then(|end| end.on);
        let rolled = how.rolled.iter();
        let past = rolled.flat_map(|rolled| &rolled.past);
        let told = |text: Option<&String>| text.and_then(|text| unless_redacted(text));

        let mut json = serializer.serialize_map(None)?;
        macro_rules! add {
            ($($key:ident: $value:expr),* $(,)?) => {
                $(json.serialize_entry(stringify!($key), &$value)?;)*
            };
        }
        add! {
            case: self.case,
            step: row.step,
            title: step.map_or("", |step| &step.title),
            round: row.round,
            status: row.status,
            // What the rule counts from, and who said so, when; null while it is not known.
            counted_from: why.origins.counted_from,
            // The length of time that the case says, of a repeating rule.
            interval: why.origins.interval,
            round_before: why.origins.round_before,
            // The school calendar that it counts by, where the case has one.
            school_calendar: why.school,
            // What a repeating rule ends at, once known.
            until: why.origins.until,
            reopened: reopening.map(|reopening| ReopenedJson {
                by: &reopening.by,
                on: reopening.on,
                counts: how.from_reopening,
            }),
            rule: texts.rule,
            // Its place among the step's rules, from 1.
            rule_number: rule.map(|_| how.rule + 1),
            basis: rule.map(|rule| rule.basis).or(dates.basis),
            cite: rule.and_then(|rule| rule.cite.as_ref()),
            law: step.and_then(|step| step.law.as_ref()),
            earliest: dates.earliest,
            since: dates.since,
            raw_due: dates.raw_due,
            moved_past: past.map(|(date, day_off)| DayOffJson {
                date: *date,
                day_off: *day_off,
            }).collect::<Vec<_>>(),
            // It had passed when its anchor was entered, so that day counts.
            at_once: how.at_once,
            original_due: dates.original_due,
            extension: extension.map(|extension| ExtensionJson {
                to: extension.to,
                reason: unless_redacted(&extension.reason),
                decided_by: unless_redacted(&extension.decided_by),
                recorded: &extension.stamp,
                counts: why.is_extended(),
            }),
            due: dates.due,
            waits_for: texts.waits_for,
            waits_for_ids: row.waits_for.iter().flat_map(WaitsFor::ids).collect::<Vec<_>>(),
            // What is unknown and would give another date, in words.
            could_change: texts.could_change,
            planned: row.planned,
            done_on: ended_on.filter(|_| !is_skipped),
            // The day it was decided to skip it.
            skipped_on: ended_on.filter(|_| is_skipped),
            // Who recorded that, when.
            recorded: end.map(|end| &end.stamp),
            // Who later told the day, when.
            day_told: why.day_told,
            despite: told(end.and_then(|end| end.despite.as_ref())),
        }
        // Left out where nobody said who decided that.
        if let Some(decided_by) = told(end.and_then(|end| end.decided_by.as_ref())) {
            add! { decided_by: decided_by }
        }
        add! {
            reason: told(end.and_then(|end| end.skipped.as_ref())),
            days_late: row.days_late(self.today),
            days_late_original: row.days_late_original(self.today),
        }
        json.end()
    }
}
