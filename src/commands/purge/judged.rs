//! A case and what the rules make of it, for people and for programs.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::domain::retention::{FileKind, Retention, Since};
use crate::ui::wording::{Titles, Words};
use crate::ui::{Cell, Tone};

use super::rules::Standards;

pub(super) struct Judged<'a> {
    opened: &'a OpenedCase,
    /// What the file is, or was at its strictest since the case was opened.
    kind: FileKind,
    pub(super) retention: Retention,
    pub(super) has_given_days: bool,
}

impl<'a> Judged<'a> {
    pub(super) fn of(standards: &Standards, opened: &'a OpenedCase, ctx: &Ctx) -> Self {
        let (kind, retention) = standards.judge(opened, ctx);
        Self {
            opened,
            kind,
            retention,
            has_given_days: opened.events.iter().any(|event| event.stamp.today_given),
        }
    }

    /// The reason's name for programs, and the messages that say why and by which law.
    fn ids(&self) -> (&'static str, &'static str, Option<&'static str>) {
        const WORKLIST: Option<&str> = Some("purge-law-worklist");
        match (&self.retention, self.kind) {
            (Retention::Open, _) => ("open", "purge-why-open", None),
            (Retention::MustStay, _) => {
                ("placed-child", "purge-why-placed", Some("purge-law-placed"))
            }
            (_, FileKind::Plan(_)) => ("plan", "purge-why-plan", None),
            (Retention::MustGo { since, .. }, _) => match since {
                Since::PlacementEnd(_) => ("placement-end", "purge-why-end", WORKLIST),
                Since::PlacementEndRecorded(_) => {
                    ("placement-end-recorded", "purge-why-end-recorded", WORKLIST)
                }
                Since::Closing => ("closed", "purge-why-closed", WORKLIST),
                Since::LastEntry => ("last-entry", "purge-why-entry", Some("purge-law-record")),
                Since::Opening => ("report-made", "purge-why-report", Some("purge-law-report")),
            },
        }
    }

    pub(super) fn why(&self, words: &Words) -> String {
        let (day, title) = match &self.retention {
            Retention::MustGo { counted, since, .. } => {
                let title = match since {
                    Since::PlacementEnd(id) | Since::PlacementEndRecorded(id) => {
                        Titles::of(&self.opened.routine).key_date(id)
                    }
                    _ => String::new(),
                };
                (words.date(*counted), title)
            }
            _ => (String::new(), String::new()),
        };
        let years = match self.kind {
            FileKind::Plan(years) => years.to_string(),
            _ => String::new(),
        };
        say!(words, self.ids().1, day, title, years)
    }

    pub(super) fn law(&self, words: &Words) -> Option<String> {
        self.ids().2.map(|id| words.say(id))
    }

    pub(super) fn cells(&self, today: NaiveDate, words: &Words) -> [Cell; 4] {
        let (when, tone) = match self.retention {
            Retention::MustGo { from, by, .. } => {
                let (id, tone) = match by {
                    Some(by) if today > by => ("purge-when-passed", Tone::Bad),
                    _ if today >= from => ("purge-when-come", Tone::Warn),
                    _ => ("purge-when", Tone::Plain),
                };
                (message!(id, from, by = last_day(by, words)), tone)
            }
            _ => ("purge-when-never".into(), Tone::Plain),
        };
        let when = words.say(when);
        let law = self
            .law(words)
            .map_or_else(String::new, |law| format!("\n{law}"));
        [
            self.opened.reference.to_string().into(),
            self.opened.routine.name().to_owned().into(),
            Cell::toned(tone, when),
            format!("{}{law}", self.why(words)).into(),
        ]
    }

    pub(super) fn json(&self, today: NaiveDate, words: &Words) -> Value {
        let (rule, from, by, counted) = match self.retention {
            Retention::Open => ("open", None, None, None),
            Retention::MustStay => ("must-stay", None, None, None),
            Retention::MustGo {
                from, by, counted, ..
            } => ("must-go", Some(from), by, Some(counted)),
        };
        json!({
            "case": self.opened.reference,
            "routine": self.opened.routine.id,
            "opened": self.opened.case.opened,
            "rule": rule,
            "why": self.ids().0,
            "counted_from": counted,
            "from": from,
            "by": by,
            "due": from.is_some_and(|from| today >= from),
            "overdue": by.is_some_and(|by| today > by),
            "law": self.law(words),
        })
    }
}

/// The last day of a duty, to be said; `none` where the law sets none.
pub(super) fn last_day(by: Option<NaiveDate>, words: &Words) -> String {
    by.map_or_else(|| "none".to_owned(), |by| words.date(by))
}
