//! A case and what the rules make of it, for people and for programs.

use crate::commands::prelude::*;
use crate::domain::retention::{FileKind, Retention, Since};

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
        let why = self.ids().1;
        let Retention::MustGo { counted, since, .. } = &self.retention else {
            return words.say(why);
        };
        let title = match since {
            Since::PlacementEnd(id) | Since::PlacementEndRecorded(id) => {
                words.of(&self.opened.routine).text(id)
            }
            _ => String::new(),
        };
        let years = match self.kind {
            FileKind::Plan(years) => years,
            _ => 0,
        };
        say!(words, why, day = words.date(*counted), title, years)
    }

    pub(super) fn law(&self, words: &Words) -> Option<String> {
        self.ids().2.map(|id| words.say(id))
    }

    pub(super) fn line(&'a self, today: NaiveDate, words: &Words) -> PurgeLine<'a> {
        let (rule, from, by, counted_from) = match self.retention {
            Retention::Open => ("open", None, None, None),
            Retention::MustStay => ("must-stay", None, None, None),
            Retention::MustGo {
                from, by, counted, ..
            } => ("must-go", Some(from), by, Some(counted)),
        };
        PurgeLine {
            by,
            case: &self.opened.reference,
            counted_from,
            due: from.is_some_and(|from| today >= from),
            from,
            law: self.law(words),
            opened: self.opened.case.opened,
            overdue: by.is_some_and(|by| today > by),
            routine: &self.opened.routine.id,
            rule,
            why: self.ids().0,
            judged: self,
        }
    }
}

/// A closed case and what is to become of it.
#[derive(Serialize)]
pub(super) struct PurgeLine<'a> {
    by: Option<NaiveDate>,
    case: &'a CaseRef,
    counted_from: Option<NaiveDate>,
    due: bool,
    from: Option<NaiveDate>,
    law: Option<String>,
    opened: NaiveDate,
    overdue: bool,
    routine: &'a RoutineId,
    rule: &'static str,
    why: &'static str,
    #[serde(skip)]
    judged: &'a Judged<'a>,
}

columns! { PurgeLine<'_>, |line, words|
    let (id, tone) = match line.from {
        None => ("purge-when-never", Tone::Plain),
        Some(_) if line.overdue => ("purge-when-passed", Tone::Bad),
        Some(_) if line.due => ("purge-when-come", Tone::Warn),
        Some(_) => ("purge-when", Tone::Plain),
    };
    let by = last_day(line.by, words);
    let law = line.law.iter().map(|law| format!("\n{law}"));
    "heading-case" lines => line.case.as_str(),
    "list-routine" words => line.judged.opened.routine.name(),
    "purge-day" words => Cell::toned(tone, say!(words, id, from = line.from, by)),
    "purge-why" words => line.judged.why(words) + &law.collect::<String>(),
}

/// The last day of a duty, to be said; `none` where the law sets none.
pub(super) fn last_day(by: Option<NaiveDate>, words: &Words) -> String {
    by.map_or_else(|| "none".to_owned(), |by| words.date(by))
}
