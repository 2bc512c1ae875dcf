//! How a date came about, as JSON.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::calendar::DayOff;
use crate::domain::condition::Missing;
use crate::domain::event::Stamp;
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::WaitsFor;
use crate::domain::texts::REDACTED;
use crate::ui::wording::WhyInWords;

/// How the dates of a round came about. Fields that a step has too say the same.
pub(crate) struct WhyJson<'a> {
    /// Null in a plan that is no case's.
    pub(crate) case: Option<&'a CaseRef>,
    pub(crate) told: WhyInWords<'a>,
}

/// A day off that a date moved past.
#[derive(serde::Serialize)]
struct DayOffJson {
    date: NaiveDate,
    day_off: DayOff,
}

/// An entry of a `first_of` or `last_of`.
#[derive(serde::Serialize)]
struct EntryJson<'a> {
    /// Its place among the step's rules, from 1.
    rule_number: usize,
    /// Null where it is not known, or the entry does not count.
    due: Option<NaiveDate>,
    waits_for_ids: Vec<&'a str>,
}

/// The outcome that opened a round.
#[derive(serde::Serialize)]
struct ReopenedJson<'a> {
    by: &'a StepId,
    /// The day it counts from.
    on: NaiveDate,
    /// What the rule counts from is older, or the date it gives, so this day counts instead.
    counts: bool,
}

/// The decision on a later date.
#[derive(serde::Serialize)]
struct ExtensionJson<'a> {
    to: NaiveDate,
    reason: Option<&'a String>,
    decided_by: Option<&'a String>,
    recorded: &'a Stamp,
    /// False when the rule's own date has become later.
    counts: bool,
}

impl Serialize for WhyJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let told = &self.told;
        let (why, row, how, step) = (&told.why, &told.why.row, &told.why.how, told.step());
        let dates = &row.dates;
        let rule = why.rule.map(|choice| &choice.rule);
        let reopening = why.recorded.reopened.as_ref();
        let extension = why.recorded.extension.as_ref();
        let end = why.recorded.end.as_ref();
        let is_skipped = end.is_some_and(|end| end.skipped.is_some());
        let ended_on = end.and_then(|end| end.on);
        let rolled = how.rolled.iter();
        let past = rolled.flat_map(|rolled| &rolled.past);
        let unless_redacted = |text: &&String| *text != REDACTED;
        let text = |text: Option<&'_ String>| text.filter(unless_redacted).cloned();

        json_object! { serializer:
            case: self.case,
            step: row.step,
            title: step.map_or("", |step| &step.title),
            round: row.round,
            status: row.status,
            // What the rule counts from, and who said so, when; null while it is not known.
            counted_from: how.counted_from,
            // The length of time that the case says, of a repeating rule.
            interval: how.interval,
            round_before: how.round_before,
            // The school calendar that it counts by, where the case has one.
            school_calendar: why.school,
            // What a repeating rule ends at, once known.
            until: how.until,
            reopened: reopening.map(|reopening| ReopenedJson {
                by: &reopening.by,
                on: reopening.on,
                counts: how.from_reopening || how.not_before_reopening,
            }),
            // Left out unless one of several dates counts: each of them.
            entries = (!how.entries.is_empty()).then(|| {
                how.entries.iter().map(|entry| EntryJson {
                    rule_number: entry.rule + 1,
                    due: entry.due,
                    waits_for_ids: entry.unknown.iter().map(Missing::id).collect(),
                }).collect::<Vec<_>>()
            }),
            rule: told.rule().map(|rule| told.here.text(rule)),
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
                reason: Some(&extension.reason).filter(unless_redacted),
                decided_by: Some(&extension.decided_by).filter(unless_redacted),
                recorded: &extension.stamp,
                counts: why.is_extended(),
            }),
            due: dates.due,
            waits_for: told.waits(),
            waits_for_ids: row.waits_for.iter().flat_map(WaitsFor::ids).collect::<Vec<_>>(),
            // What is unknown and would give another date, in words.
            could_change: told.could_change(),
            planned: row.planned,
            done_on: ended_on.filter(|_| !is_skipped),
            // The day it was decided to skip it.
            skipped_on: ended_on.filter(|_| is_skipped),
            // Who recorded that, when.
            recorded: end.map(|end| &end.stamp),
            // Who later told the day, when.
            day_told: why.day_told,
            despite: text(end.and_then(|end| end.despite.as_ref())),
            // Left out where nobody said who decided that.
            decided_by = text(end.and_then(|end| end.decided_by.as_ref())),
            reason: text(end.and_then(|end| end.skipped.as_ref())),
            days_late: row.days_late(told.today),
            days_late_original: row.days_late_original(told.today),
        }
    }
}
