//! A case and what the rules make of it, for people and for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::commands::support::routines::OpenedCase;
use crate::ctx::Ctx;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::retention::{Beginning, Counted, FileKind, Retention};
use crate::ui::wording::{Titles, Words};
use crate::ui::{Cell, Tone};

use super::rules::Standards;

/// A case and what the rules make of it.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) reference: CaseRef,
    routine: RoutineId,
    routine_name: String,
    opened: NaiveDate,
    /// What the file is, or was at its strictest since the case was opened.
    kind: FileKind,
    pub(super) retention: Retention,
    /// What the placement's end is called, if that counts.
    end_title: String,
    /// Something is recorded under a given day.
    pub(super) has_given_days: bool,
}

/// The same as JSON.
#[derive(Debug, Serialize)]
pub(super) struct JudgedJson {
    case: CaseRef,
    routine: RoutineId,
    opened: NaiveDate,
    /// `must-stay` or `must-go`.
    rule: &'static str,
    why: &'static str,
    kind: String,
    counted_from: Option<NaiveDate>,
    from: Option<NaiveDate>,
    by: Option<NaiveDate>,
    /// The day has come.
    due: bool,
    /// The last day has passed.
    overdue: bool,
    law: Option<String>,
}

impl Judged {
    /// What the rules of a file make of a case.
    pub(super) fn of(standards: &Standards, opened: &OpenedCase, ctx: &Ctx) -> Self {
        let (kind, retention) = standards.judge(opened, ctx);
        let end_title = match &retention {
            Retention::MustGo { counted, .. } => match &counted.what {
                Beginning::PlacementEnd(id) | Beginning::PlacementEndRecorded(id) => {
                    Titles::of(&opened.routine).key_date(id)
                }
                _ => String::new(),
            },
            _ => String::new(),
        };
        Self {
            reference: opened.reference.clone(),
            routine: opened.routine.id.clone(),
            routine_name: opened.routine.name().to_owned(),
            opened: opened.case.opened,
            kind,
            retention,
            end_title,
            has_given_days: opened.events.iter().any(|event| event.stamp.today_given),
        }
    }

    fn counted(&self) -> Option<&Counted> {
        match &self.retention {
            Retention::MustGo { counted, .. } => Some(counted),
            _ => None,
        }
    }

    /// The messages that say why and by which law, and the reason's name for programs.
    fn ids(&self) -> (&'static str, Option<&'static str>, &'static str) {
        let beginning = self.counted().map(|counted| &counted.what);
        match (self.kind, beginning) {
            (_, None) if self.retention == Retention::Open => ("purge-why-open", None, "open"),
            (_, None) => ("purge-why-placed", Some("purge-law-placed"), "placed-child"),
            (FileKind::Plan(_), _) => ("purge-why-plan", None, "plan"),
            (_, Some(Beginning::OpeningOfReported)) => {
                ("purge-why-report", Some("purge-law-report"), "report-made")
            }
            (_, Some(Beginning::LastEntry)) => {
                ("purge-why-entry", Some("purge-law-record"), "last-entry")
            }
            (_, Some(Beginning::PlacementEnd(_))) => {
                ("purge-why-end", Some("purge-law-worklist"), "placement-end")
            }
            (_, Some(Beginning::PlacementEndRecorded(_))) => (
                "purge-why-end-recorded",
                Some("purge-law-worklist"),
                "placement-end-recorded",
            ),
            (_, Some(Beginning::Closing)) => {
                ("purge-why-closed", Some("purge-law-worklist"), "closed")
            }
        }
    }

    /// Why the rule is as it is, and which day counted.
    pub(super) fn why(&self, words: &Words) -> String {
        let day = self.counted().map(|counted| words.date(counted.on));
        let years = match self.kind {
            FileKind::Plan(years) => years,
            _ => 0,
        };
        let gaps = [
            ("day", day.unwrap_or_default().into()),
            ("title", self.end_title.clone().into()),
            ("years", years.into()),
        ];
        words.say(self.ids().0, &gaps)
    }

    /// The law the rule comes from, if one is known.
    pub(super) fn law(&self, words: &Words) -> Option<String> {
        self.ids().1.map(|id| words.say(id, &[]))
    }

    fn days(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        match self.retention {
            Retention::MustGo { from, by, .. } => Some((from, by)),
            _ => None,
        }
    }

    /// A row of the list.
    pub(super) fn cells(&self, today: NaiveDate, words: &Words) -> [Cell; 4] {
        let (when, tone) = match self.days() {
            None => (String::new(), Tone::Plain),
            Some((from, by)) => {
                let (id, tone) = match by {
                    Some(by) if today > by => ("purge-when-passed", Tone::Bad),
                    _ if today >= from => ("purge-when-come", Tone::Warn),
                    _ => ("purge-when", Tone::Plain),
                };
                let gaps = [("from", words.date(from)), ("by", last_day(by, words))];
                (words.say_texts(id, &gaps), tone)
            }
        };
        let why = match self.law(words) {
            Some(law) => format!("{}\n{law}", self.why(words)),
            None => self.why(words),
        };
        [
            self.reference.to_string().into(),
            self.routine_name.clone().into(),
            Cell::toned(tone, when),
            why.into(),
        ]
    }

    /// It as JSON.
    pub(super) fn json(&self, today: NaiveDate, words: &Words) -> JudgedJson {
        let (from, by) = self.days().unzip();
        JudgedJson {
            case: self.reference.clone(),
            routine: self.routine.clone(),
            opened: self.opened,
            rule: match self.retention {
                Retention::Open => "open",
                Retention::MustStay => "must-stay",
                Retention::MustGo { .. } => "must-go",
            },
            why: self.ids().2,
            kind: self.kind.to_string(),
            counted_from: self.counted().map(|counted| counted.on),
            from,
            by: by.flatten(),
            due: from.is_some_and(|from| today >= from),
            overdue: by.flatten().is_some_and(|by| today > by),
            law: self.law(words),
        }
    }
}

/// The last day of a duty, to be said; `none` where the law sets none.
pub(super) fn last_day(by: Option<NaiveDate>, words: &Words) -> String {
    by.map_or_else(|| "none".to_owned(), |by| words.date(by))
}
