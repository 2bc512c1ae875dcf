//! A case and what the rules make of it, for people and for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::commands::support::routines::OpenedCase;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::retention::{Facts, Holder, Retention, Stays, Unknown};
use crate::ui::wording::Words;
use crate::ui::{Cell, Tone};

/// A case and what the rules make of it.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) reference: CaseRef,
    routine: RoutineId,
    routine_name: String,
    opened: NaiveDate,
    pub(super) facts: Facts,
    pub(super) retention: Retention,
}

/// The same as JSON.
#[derive(Debug, Serialize)]
pub(super) struct JudgedJson {
    case: CaseRef,
    routine: RoutineId,
    opened: NaiveDate,
    last_entry: NaiveDate,
    /// `must-stay`, `must-go` or `no-known-rule`.
    rule: &'static str,
    why: &'static str,
    from: Option<NaiveDate>,
    by: Option<NaiveDate>,
    /// The day has come.
    due: bool,
    /// The last day has passed.
    overdue: bool,
    law: Option<String>,
}

impl Judged {
    /// What the rules of a holder make of a case.
    pub(super) fn of(holder: Holder, opened: &OpenedCase) -> Self {
        let facts = Facts::of(opened.routine.placed_child, &opened.case, &opened.events);
        Self {
            reference: opened.reference.clone(),
            routine: opened.routine.id.clone(),
            routine_name: opened.routine.name().to_owned(),
            opened: opened.case.opened,
            facts,
            retention: Retention::of(holder, facts),
        }
    }

    /// The message that says why, and its name for programs.
    fn why_id(&self) -> (&'static str, &'static str) {
        match self.retention {
            Retention::Open => ("purge-why-open", "open"),
            Retention::MustStay(Stays::PlacedChild) => ("purge-why-placed", "placed-child"),
            Retention::MustGo { .. } => ("purge-why-time", "five-years"),
            Retention::NoKnownRule(Unknown::ReportMade) => ("purge-why-report", "report-made"),
            Retention::NoKnownRule(Unknown::School) => ("purge-why-school", "school"),
            Retention::NoKnownRule(Unknown::Other) => ("purge-why-other", "other"),
        }
    }

    /// Why the rule is as it is.
    pub(super) fn why(&self, words: &Words) -> String {
        words.say(self.why_id().0, &[])
    }

    /// The law the rule comes from, if one is known.
    pub(super) fn law(&self, words: &Words) -> Option<String> {
        let id = match self.retention {
            Retention::MustStay(_) | Retention::MustGo { .. } => "purge-law",
            Retention::NoKnownRule(Unknown::ReportMade) => "purge-law-report",
            _ => return None,
        };
        Some(words.say(id, &[]))
    }

    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.retention {
            Retention::MustGo { from, by } => Some((from, by)),
            _ => None,
        }
    }

    /// A row of the list.
    pub(super) fn cells(&self, today: NaiveDate, words: &Words) -> [Cell; 5] {
        let (when, tone) = match self.days() {
            None => (String::new(), Tone::Plain),
            Some((from, by)) => {
                let gaps = [
                    ("from", words.date(from).into()),
                    ("by", words.date(by).into()),
                ];
                let (id, tone) = match () {
                    () if today > by => ("purge-when-passed", Tone::Bad),
                    () if today >= from => ("purge-when-come", Tone::Warn),
                    () => ("purge-when", Tone::Plain),
                };
                (words.say(id, &gaps), tone)
            }
        };
        let why = match self.law(words) {
            Some(law) => format!("{}\n{law}", self.why(words)),
            None => self.why(words),
        };
        [
            self.reference.to_string().into(),
            self.routine_name.clone().into(),
            words.date(self.facts.last_entry).into(),
            Cell::toned(tone, when),
            why.into(),
        ]
    }

    /// It as JSON.
    pub(super) fn json(&self, today: NaiveDate, words: &Words) -> JudgedJson {
        let rule = match self.retention {
            Retention::Open => "open",
            Retention::MustStay(_) => "must-stay",
            Retention::MustGo { .. } => "must-go",
            Retention::NoKnownRule(_) => "no-known-rule",
        };
        let (from, by) = self.days().unzip();
        JudgedJson {
            case: self.reference.clone(),
            routine: self.routine.clone(),
            opened: self.opened,
            last_entry: self.facts.last_entry,
            rule,
            why: self.why_id().1,
            from,
            by,
            due: from.is_some_and(|from| today >= from),
            overdue: by.is_some_and(|by| today > by),
            law: self.law(words),
        }
    }
}
