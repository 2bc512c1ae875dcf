//! From a rule and the day it counts from to a date: the arithmetic of `format.md`, nothing about cases.

use chrono::NaiveDate;

use super::{
    calendar::{RolledDate, roll},
    condition::Missing,
    due_rule::{DueKind, DueRule},
    event::RoundDates,
    school::SchoolCalendar,
    term::{NoTermDay, Term},
};

/// The day a rule counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnchorDay {
    pub on: NaiveDate,
    pub entered: NaiveDate,
    /// Nobody has said so: a plan that looks ahead takes it for granted.
    pub assumed: bool,
}

/// A round's dates and how they came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dating {
    pub dates: RoundDates,
    /// The move from the raw date to the due date, when there is a raw date.
    pub rolled: Option<RolledDate>,
    /// The rule's own date had passed when its anchor was entered: it is due that day instead.
    pub at_once: bool,
}

/// The dates that a single-date rule gives, counted from `anchor`. A sum beyond the calendar gives no date.
///
/// # Errors
/// The rule counts school days, and `school` does not cover them.
pub fn date_from(
    rule: &DueRule,
    anchor: AnchorDay,
    school: Option<&SchoolCalendar>,
) -> Result<Dating, Missing> {
    let base = anchor.on;
    let away = |term: Term| match rule.kind {
        DueKind::Before => within_dates(term.before(base, school)),
        _ => within_dates(term.after(base, school)),
    };
    let raw = match (&rule.kind, rule.term) {
        (_, Some(term)) => away(term)?,
        (DueKind::On, None) => Some(base),
        (DueKind::Before, None) => base.pred_opt(),
        _ => None,
    };
    let earliest = rule.earliest.map_or(Ok(None), away)?;
    let mut dating = dates_of(rule, raw, earliest, school);
    dating.dates.since = (rule.kind == DueKind::Promptly).then_some(base);
    if rule.or_at_once && dating.dates.due.is_some_and(|due| due < anchor.entered) {
        dating.dates.due = Some(anchor.entered);
        dating.dates.original_due = Some(anchor.entered);
        dating.at_once = true;
    }
    Ok(dating)
}

/// A day beyond what dates can say is none; school days without a calendar are missing.
pub(super) fn within_dates<T>(found: Result<T, NoTermDay>) -> Result<Option<T>, Missing> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(NoTermDay::BeyondDates) => Ok(None),
        Err(NoTermDay::SchoolCalendarMissing) => Err(Missing::SchoolCalendar),
    }
}

/// A rule's raw date, rolled as the rule says. `earliest` never rolls.
pub fn dates_of(
    rule: &DueRule,
    raw: Option<NaiveDate>,
    earliest: Option<NaiveDate>,
    school: Option<&SchoolCalendar>,
) -> Dating {
    let rolled = raw.map(|raw| {
        let school = school.filter(|_| rule.roll.is_to_school_day());
        let moved = school.and_then(|school| school.rolled(raw, rule.roll.is_forward()));
        moved.unwrap_or_else(|| roll(raw, rule.roll))
    });
    let due = rolled.as_ref().map(|rolled| rolled.date);
    Dating {
        dates: RoundDates {
            earliest,
            raw_due: raw,
            original_due: due,
            due,
            since: None,
            basis: Some(rule.basis),
        },
        rolled,
        at_once: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::due_rule::{Anchor, Basis, Roll};
    use crate::domain::term::Term;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn term(text: &str) -> Term {
        Term::parse(text).unwrap()
    }

    fn rule(kind: DueKind, term: Option<Term>, earliest: Option<Term>) -> DueRule {
        DueRule {
            kind,
            anchor: Anchor::KeyDate("utskrivning".into()),
            term,
            earliest,
            roll: Roll::None,
            or_at_once: false,
            basis: Basis::Source,
            cite: None,
        }
    }

    fn from(text: &str) -> AnchorDay {
        AnchorDay {
            on: day(text),
            entered: day("2026-11-21"),
            assumed: false,
        }
    }

    #[test]
    fn before_without_a_term_is_the_day_before() {
        let rule = rule(DueKind::Before, None, None);
        assert_eq!(
            date_from(&rule, from("2027-03-01"), None)
                .unwrap()
                .dates
                .due,
            Some(day("2027-02-28"))
        );
    }

    #[test]
    fn a_window_opens_at_its_earliest() {
        let rule = rule(
            DueKind::After,
            Some(term("3 months")),
            Some(term("2 months")),
        );
        let dates = date_from(&rule, from("2026-11-30"), None).unwrap().dates;
        assert_eq!(dates.earliest, Some(day("2027-01-30")));
        assert_eq!(dates.due, Some(day("2027-02-28")));
    }

    #[test]
    fn at_once_keeps_the_rules_own_date_beside() {
        let mut rule = rule(DueKind::Before, Some(term("8 weeks")), None);
        rule.or_at_once = true;
        let dating = date_from(&rule, from("2026-12-01"), None).unwrap();
        assert!(dating.at_once);
        assert_eq!(dating.dates.raw_due, Some(day("2026-10-06")));
        assert_eq!(dating.dates.due, Some(day("2026-11-21")));
    }

    #[test]
    fn promptly_without_a_limit_has_an_age_and_no_date() {
        let rule = rule(DueKind::Promptly, None, None);
        let dates = date_from(&rule, from("2026-11-20"), None).unwrap().dates;
        assert_eq!(dates.since, Some(day("2026-11-20")));
        assert_eq!(dates.due, None);
    }
}
