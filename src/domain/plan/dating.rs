//! Which due rule is in force, and the dates it gives a round.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::Derivation;
use super::anchor::Resolved;
use super::planner::Planner;
use crate::domain::case::{Reopening, Round};
use crate::domain::condition::{Missing, Truth, holds};
use crate::domain::deadline::{AnchorDay, Dating, SchoolCalendarMissing, date_from, dates_of};
use crate::domain::due_rule::{Anchor, DueKind, DueRule, Repeating, Series, YearMark};
use crate::domain::event::RoundDates;
use crate::domain::routine::Step;
use crate::domain::series::{SeriesDate, each_year_after, grid_after};
use crate::domain::term::{NoDay, Term};

pub(super) struct RuleInForce<'r> {
    /// Its place in the step's list, and the rule; `None` when none holds.
    pub(super) rule: Option<(usize, &'r DueRule)>,
    /// What is unknown about rules that were passed over: knowing it may change the date.
    pub(super) passed_over: BTreeSet<Missing>,
}

pub(super) enum Dated {
    On(RoundDates, Derivation),
    /// It has none, and waits for nothing.
    NoDate,
    /// What it counts from is unknown.
    Waits(BTreeSet<Missing>),
    NoMore,
}

impl<'a> Planner<'a> {
    pub(super) fn rule_in_force(&self, step: &Step) -> RuleInForce<'a> {
        let mut in_force = RuleInForce {
            rule: None,
            passed_over: BTreeSet::new(),
        };
        let Some(step) = self.routine.step(&step.id) else {
            return in_force;
        };
        for (index, choice) in step.due.iter().enumerate() {
            match holds(choice.when.as_ref(), &self.facts) {
                Truth::True => {
                    in_force.rule = Some((index, &choice.rule));
                    break;
                }
                Truth::False => {}
                Truth::Unknown(missing) => in_force.passed_over.extend(missing),
            }
        }
        in_force
    }

    /// The dates of a round that has not ended. With `assume`, steps that others count from are taken
    /// to be done when they are due.
    pub(super) fn date_round(
        &self,
        step: &Step,
        number: u32,
        round: &Round,
        in_force: &RuleInForce<'_>,
        assume: bool,
    ) -> Dated {
        let Some((index, rule)) = in_force.rule else {
            return Dated::NoDate;
        };
        let reopening = round.reopened.as_ref();
        let answered;
        let anchor = match &rule.kind {
            DueKind::Answer(question) => {
                answered = Anchor::Answer(question.clone());
                &answered
            }
            kind => match kind.anchor() {
                Some(anchor) => anchor,
                None => return Dated::NoDate,
            },
        };
        let (day, from_reopening) = match self.resolve(anchor, reopening, assume) {
            Resolved::Day(day, from_reopening) => (day, from_reopening),
            Resolved::Missing(missing) => return Dated::Waits([missing].into()),
            Resolved::NotApplicable => return Dated::NoDate,
        };
        let dating = match &rule.kind {
            DueKind::Repeating(repeating) => {
                let next = NextDate {
                    step,
                    rule,
                    repeating,
                    base: day,
                    assume,
                };
                match self.next_date(&next, number, round) {
                    Ok(Some(dating)) => dating,
                    Ok(None) => return Dated::NoMore,
                    Err(missing) => return Dated::Waits([missing].into()),
                }
            }
            _ => match date_from(rule, day, self.case.school.as_ref()) {
                Ok(dating) => dating,
                Err(SchoolCalendarMissing) => {
                    return Dated::Waits([Missing::SchoolCalendar].into());
                }
            },
        };
        let derivation = Derivation {
            rule: index,
            anchor: Some(day),
            from_reopening,
            at_once: dating.at_once,
            rolled: dating.rolled,
        };
        Dated::On(dating.dates, derivation)
    }

    /// The date of the open round of a repeating rule; none when nothing is left before `until`.
    fn next_date(
        &self,
        next: &NextDate<'_>,
        number: u32,
        round: &Round,
    ) -> Result<Option<Dating>, Missing> {
        let pace = self.pace(&next.repeating.series, round.reopened.as_ref())?;
        let (base, floor) = match self.last_round(next, number, round) {
            Some(last) => last?,
            None => (next.base.on, next.base.on),
        };
        let until = self.until(next.repeating, round.reopened.as_ref(), next.assume);
        let mut dating = match self.dated_after(next, base, pace, floor) {
            // The school calendar tells of every day up to the last, and there is no date among them.
            Err(Missing::SchoolCalendar) if self.school_covers(base.min(floor), until) => None,
            found => found?,
        };
        // An optional round nobody took up moves on with the calendar, whatever was decided of one date of it.
        // No date moves by as much as a month past days off, so those of longer ago need not be tried one by one.
        let long_ago = self.today.checked_sub_days(A_MONTH).unwrap_or(self.today);
        let is_in_time =
            |dating: &Dating| until.is_none_or(|until| dating.dates.raw_due <= Some(until));
        while let Some(passed) = dating
            .as_ref()
            .filter(|dating| next.step.optional && is_in_time(dating))
            .filter(|dating| self.has_passed(dating.dates.due))
            .and_then(|dating| dating.dates.raw_due)
        {
            if passed < long_ago {
                // Dates in between are passed over, so when it last moved is not known.
                self.turns_on(self.today);
            }
            let base = pace.base_from(base, passed);
            dating = self.dated_after(next, base, pace, passed.max(long_ago))?;
        }
        // A round that an outcome opens is there to be done, even if the dates are used up; `until` has come to be no
        // earlier than the reopening.
        let last_chance = || Some(dates_of(next.rule, Some(until?), None));
        let in_time = dating.filter(is_in_time);
        Ok(in_time.or_else(|| round.reopened.as_ref().and_then(|_| last_chance())))
    }

    fn has_passed(&self, last: Option<NaiveDate>) -> bool {
        let moves_on = last.and_then(|last| last.succ_opt());
        moves_on.is_some_and(|day| {
            self.turns_on(day);
            day <= self.today
        })
    }

    fn school_covers(&self, first: NaiveDate, until: Option<NaiveDate>) -> bool {
        let school = self.case.school.as_ref();
        school
            .zip(until)
            .is_some_and(|(school, until)| school.covers(first, until))
    }

    /// Where the series goes on after the round before: the base it counts from and the day to pass.
    /// `None` in the first round and in one that an outcome opened.
    fn last_round(
        &self,
        next: &NextDate<'_>,
        number: u32,
        round: &Round,
    ) -> Option<Result<(NaiveDate, NaiveDate), Missing>> {
        let before = usize::try_from(number.checked_sub(2)?).ok()?;
        if round.reopened.is_some() {
            return None;
        }
        let rounds = self.case.rounds_of(&next.step.id);
        let end = rounds.get(before)?.end.as_ref()?;
        let raw = end.dates.raw_due;
        if let Series::Rolling(_) = next.repeating.series {
            return Some(match end.on {
                Some(on) => Ok((on, on)),
                None => Err(Missing::Step(next.step.id.clone())),
            });
        }
        // A round done on an unknown day was done no later than it was recorded.
        let day = end.on.unwrap_or(end.stamp.day);
        let floor = match raw {
            Some(raw) if next.repeating.keep_missed => raw,
            Some(raw) => raw.max(day),
            None => day,
        };
        Some(Ok((next.base.on, floor.max(next.base.on))))
    }

    fn dated_after(
        &self,
        next: &NextDate<'_>,
        base: NaiveDate,
        pace: Pace<'_>,
        floor: NaiveDate,
    ) -> Result<Option<Dating>, Missing> {
        let found = self.series_after(pace, base, floor)?;
        Ok(found.map(|found| dates_of(next.rule, Some(found.due), found.earliest)))
    }

    /// How a series goes on, once an interval that the case says is known.
    pub(super) fn pace<'s>(
        &self,
        series: &'s Series,
        reopening: Option<&Reopening>,
    ) -> Result<Pace<'s>, Missing> {
        Ok(match series {
            Series::Grid(interval) | Series::Rolling(interval) => {
                Pace::Every(self.interval(interval, reopening)?)
            }
            Series::EachYear(marks) => Pace::EachYear(marks),
            Series::EachSchoolTerm => Pace::EachSchoolTerm,
        })
    }

    pub(super) fn series_after(
        &self,
        pace: Pace<'_>,
        base: NaiveDate,
        floor: NaiveDate,
    ) -> Result<Option<SeriesDate>, Missing> {
        let school = self.case.school.as_ref();
        match pace {
            Pace::EachYear(marks) => Ok(each_year_after(marks, floor)),
            Pace::Every(interval) => match grid_after(base, interval, floor, school) {
                Ok(date) => Ok(Some(date)),
                Err(NoDay::BeyondDates) => Ok(None),
                Err(NoDay::SchoolCalendarMissing) => Err(Missing::SchoolCalendar),
            },
            Pace::EachSchoolTerm => match school.and_then(|school| school.term_end_after(floor)) {
                Some((due, first)) => Ok(Some(SeriesDate {
                    due,
                    earliest: Some(first),
                })),
                None => Err(Missing::SchoolCalendar),
            },
        }
    }

    pub(super) fn until(
        &self,
        repeating: &Repeating,
        reopening: Option<&Reopening>,
        assume: bool,
    ) -> Option<NaiveDate> {
        match self.resolve(repeating.until.as_ref()?, reopening, assume) {
            Resolved::Day(day, _) => Some(day.on),
            _ => None,
        }
    }
}

/// More days than a date moves by past days off.
const A_MONTH: Days = Days::new(31);

struct NextDate<'n> {
    step: &'n Step,
    rule: &'n DueRule,
    repeating: &'n Repeating,
    base: AnchorDay,
    assume: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Pace<'s> {
    Every(Term),
    EachYear(&'s [YearMark]),
    EachSchoolTerm,
}

impl Pace<'_> {
    /// What a grid from `base` that has come to `raw` can be counted on from: `raw`, which lies nearer, unless the
    /// dates would drift.
    pub(super) fn base_from(self, base: NaiveDate, raw: NaiveDate) -> NaiveDate {
        match self {
            Self::Every(interval) if interval.counts_from_any_date() => raw,
            _ => base,
        }
    }
}
