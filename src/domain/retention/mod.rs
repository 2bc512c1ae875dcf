//! What must stay, what must go and by when.
//!
//! The rules depend on who holds the file and on what the file is, which the holder says. Nothing follows by itself: a
//! case is removed only by somebody who names it. An age that was only asserted is none: an entry counts from the day on
//! which it was really recorded, when that is later than the day it claims.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    case::Case,
    event::{Event, What},
    ids::KeyDateId,
};

#[cfg(test)]
mod tests;

/// Who holds the file, and so which rules may apply to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A municipality's social welfare committee.
    SocialServices,
    School,
    Other,
}

/// What the file is, as its holder has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A compilation: SoL (2025:400) 16 kap. 1 § second paragraph.
    Worklist,
    /// Part of the personal file: SoL (2025:400) 16 kap. 1 § first paragraph, 2 and 2 a §§.
    Record,
    /// Its cases go so many years after they were closed, by the holder's own plan.
    Plan(u32),
}

/// What the rules make of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retention {
    /// It is open: no time has begun to run.
    Open,
    /// It may not be destroyed: records connected with a child placed in a home, SoL (2025:400) 16 kap. 2 §.
    MustStay,
    MustGo {
        from: NaiveDate,
        /// The last day, where the law sets one.
        by: Option<NaiveDate>,
        /// The day the years count from, never before it was really recorded.
        counted: NaiveDate,
        since: Since,
    },
}

/// What the years count from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// The end of the placement, as this key date says.
    PlacementEnd(KeyDateId),
    /// The same, recorded later than the day it says: the recording counts.
    PlacementEndRecorded(KeyDateId),
    Closing,
    LastEntry,
    /// The case was opened, and a report was made: thirty years on the child is thirty for sure.
    Opening,
}

/// What the rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionFacts {
    pub closed: Option<NaiveDate>,
    pub placed_child: bool,
    /// A report of concern was made, or may have been.
    pub report_made: bool,
    /// The end of the placement, where a key date says it.
    pub placement_end: Option<(NaiveDate, Since)>,
    pub opened: NaiveDate,
    pub last_entry: NaiveDate,
}

/// The question that means the same in every routine: has a report of concern been made?
const REPORT_MADE: &str = "anmalan";
/// How that question is answered when none was, as a yes-no question and as a choice.
const NO: [&str; 2] = ["no", "nej"];
/// The key dates that mean the same in every routine: the placement ended.
pub(crate) const PLACEMENT_ENDS: [&str; 2] = ["utskrivning", "avslut"];
/// SoL (2025:400) 16 kap. 1 §, both paragraphs.
const YEARS_KEPT: u32 = 5;
/// SoL (2025:400) 16 kap. 2 a §: the child's thirtieth birthday, which the tool does not know.
const YEARS_OF_REPORTED: u32 = 30;
const MOST_YEARS: u32 = 150;

words! { Holder { SocialServices = "socialnamnd", School = "skola", Other = "annan" } }

impl FileKind {
    /// What a setting says: `arbetslista`, `akt` or `plan:5`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "arbetslista" => Some(Self::Worklist),
            "akt" => Some(Self::Record),
            _ => {
                let digits = text.strip_prefix("plan:")?;
                let is_plain = !digits.starts_with(['+', '0']);
                let years = digits
                    .parse()
                    .ok()
                    .filter(|years| is_plain && *years <= MOST_YEARS)?;
                Some(Self::Plan(years))
            }
        }
    }

    /// Whether it may be said of a holder's file: SoL 16 kap. is about what social services keep.
    pub fn fits(self, holder: Holder) -> bool {
        holder == Holder::SocialServices || matches!(self, Self::Plan(_))
    }
}

impl RetentionFacts {
    /// What the rules look at in a case with this history.
    ///
    /// `placed_child` is what its routine says; `recorded` the day on which an event was really recorded.
    pub fn of(
        placed_child: bool,
        case: &Case,
        events: &[Event],
        recorded: impl Fn(&Event) -> NaiveDate,
    ) -> Self {
        let counts = |event: &Event| event.stamp.day.max(recorded(event));
        // What is done with the record, and does not add to it, is no entry: a text taken out, a copy written, a mark that it was brought over. What was
        // recorded and taken back was one.
        let is_entry = |event: &&Event| {
            !matches!(
                event.what,
                What::Redacted { .. } | What::Exported { .. } | What::BroughtOver { .. }
            )
        };
        let entries = events.iter().filter(is_entry);
        let is_closing = |event: &&Event| matches!(event.what, What::Closed { .. });
        let closing = events.iter().rev().find(is_closing).map(counts);
        let end = PLACEMENT_ENDS.iter().find_map(|id| {
            let id = KeyDateId::from(*id);
            let said = case.dates.get(&id)?;
            let event = events.iter().find(|event| event.seq == said.seq);
            match event.map_or(said.on, &recorded) {
                recorded if recorded > said.on => Some((recorded, Since::PlacementEndRecorded(id))),
                _ => Some((said.on, Since::PlacementEnd(id))),
            }
        });
        Self {
            closed: case.closed.as_ref().map(|(day, _)| closing.unwrap_or(*day)),
            placed_child,
            report_made: events.iter().any(|event| reports(&event.what)),
            placement_end: end,
            opened: events.first().map_or(case.opened, counts),
            last_entry: entries.map(counts).max().unwrap_or(case.opened),
        }
    }
}

impl Retention {
    /// What the rules for a file of this kind make of a case.
    pub fn of(kind: FileKind, facts: &RetentionFacts) -> Self {
        let Some(closed) = facts.closed else {
            return Self::Open;
        };
        let closing = (closed, Since::Closing);
        match kind {
            FileKind::Worklist => {
                Self::after(YEARS_KEPT, facts.placement_end.clone().unwrap_or(closing))
            }
            FileKind::Record if facts.placed_child => Self::MustStay,
            FileKind::Record => {
                let by_entry = Self::after(YEARS_KEPT, (facts.last_entry, Since::LastEntry));
                let by_report = Self::after(YEARS_OF_REPORTED, (facts.opened, Since::Opening));
                match facts.report_made && by_report.keeps_until() > by_entry.keeps_until() {
                    true => by_report,
                    false => by_entry,
                }
            }
            FileKind::Plan(years) => {
                let mut retention = Self::after(years, closing);
                if let Self::MustGo { by, .. } = &mut retention {
                    *by = None;
                }
                retention
            }
        }
    }

    /// The day before which it is not destroyed.
    pub fn keeps_until(&self) -> NaiveDate {
        match self {
            Self::Open | Self::MustStay => NaiveDate::MAX,
            Self::MustGo { from, .. } => *from,
        }
    }

    /// So many years after a day, by the end of the next calendar year: SoL (2025:400) 16 kap. 1 §. Where the month lacks
    /// the day, on its last: lag (1930:173) 1 §.
    fn after(years: u32, (counted, since): (NaiveDate, Since)) -> Self {
        let from = counted.checked_add_months(Months::new(years.saturating_mul(12)));
        let from = from.unwrap_or(NaiveDate::MAX);
        let by = NaiveDate::from_ymd_opt(from.year().saturating_add(1), 12, 31);
        Self::MustGo {
            from,
            by: by.or(Some(NaiveDate::MAX)),
            counted,
            since,
        }
    }
}

/// Whether an event says that a report was made. A later "no" does not undo that there may be an investigation.
fn reports(what: &What) -> bool {
    matches!(what, What::Answered { question, value: Some(value) }
        if question.as_str() == REPORT_MADE && !NO.contains(&value.as_str()))
}

/// Opened before Easter, on Maundy Thursday, a case is seen to be a mistake on the Tuesday after.
const DAYS: Days = Days::new(5);

/// Whether a day is the one on which a case was opened, or shortly after it.
pub fn is_just_opened(opened: NaiveDate, today: NaiveDate) -> bool {
    let last = opened.checked_add_days(DAYS);
    opened <= today && last.is_none_or(|last| today <= last)
}

/// Whether a history is a case's opening and nothing else: one change, in which nothing is done or skipped, and no other
/// case is continued, which closed that one.
pub fn is_mere_opening(events: &[Event]) -> bool {
    let is_of_opening = |what: &What| match what {
        What::Opened { continues, .. } => continues.is_none(),
        What::TriggerSet { .. } | What::DateSet { .. } | What::Answered { .. } => true,
        What::RoleHeld { .. } | What::Taken { .. } | What::Planned { .. } => true,
        What::Protected { .. } | What::CalendarSet { .. } => true,
        _ => false,
    };
    let first = events.first().map(|event| event.change);
    let mut all = events.iter();
    all.all(|event| Some(event.change) == first && is_of_opening(&event.what))
}
