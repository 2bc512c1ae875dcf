//! Which due rule is in force, and the dates it gives a round.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::{
    origin::{AnswerGiven, Derivation, RoundBefore},
    planner::Planner,
};
use crate::domain::{
    case::{Round, RoundEnd},
    condition::{Missing, Truth},
    deadline::{Dating, date_from, dates_of, within_dates},
    due_rule::{DueRule, Interval, Repeating, Series},
    event::RoundDates,
    facts::{CaseOn, holds},
    routine::Step,
    school::SchoolCalendar,
    series::{SeriesDate, each_year_after, grid_after},
    term::Term,
};

/// More days than a date moves by past days off.
const A_MONTH: Days = Days::new(31);

/// The due rule that counts.
pub(crate) struct RuleInForce<'r> {
    /// Its place in the step's list, and the rule; `None` when none holds.
    pub(crate) rule: Option<(usize, &'r DueRule)>,
    /// What is unknown about rules that were passed over: knowing it may change the date.
    pub(super) passed_over: BTreeSet<Missing>,
}

impl<'r> RuleInForce<'r> {
    /// The first of a step's rules whose condition holds.
    pub(crate) fn of(step: &'r Step, facts: CaseOn<'_>) -> Self {
        let mut passed_over = BTreeSet::new();
        let mut choices = step.due.iter().enumerate();
        let rule = choices.find_map(|(index, choice)| {
            match holds(choice.when.as_ref(), facts) {
                Truth::True => return Some((index, &choice.rule)),
                Truth::False => {}
                Truth::Unknown(missing) => passed_over.extend(missing),
            }
            None
        });
        Self { rule, passed_over }
    }

    /// The repeating part of the rule, if it comes again and again.
    pub(crate) fn repeating(&self) -> Option<&'r Repeating> {
        self.rule?.1.repeating()
    }
}

/// What a rule makes of a round that has not ended.
pub(super) enum RoundDate {
    On(RoundDates),
    /// It has none, and waits for nothing.
    NoDate,
    /// What it counts from is unknown.
    Waits(Missing),
    NoMore,
}

/// A round that has not ended, while its date is worked out.
pub(super) struct DateSearch<'p, 'a> {
    pub(super) planner: &'p Planner<'a>,
    pub(super) step: &'p Step,
    pub(super) number: u32,
    pub(super) round: &'p Round,
    pub(super) rule: &'p DueRule,
    /// Steps that others count from are taken to be done when they are due.
    pub(super) assume: bool,
    pub(super) how: Derivation,
}

impl<'p> DateSearch<'p, '_> {
    pub(super) fn find(&mut self) -> RoundDate {
        self.work_out().unwrap_or_else(RoundDate::Waits)
    }

    fn work_out(&mut self) -> Result<RoundDate, Missing> {
        let rule = self.rule;
        let found = self.resolve(&rule.anchor);
        if let Ok(Some((_, origin))) = &found {
            self.how.counted_from = Some(origin.clone());
        }
        // All of a series is looked up before any of it is found missing, so that the rest can be told.
        let series = rule.repeating().map(|repeating| {
            let interval = self.interval(&repeating.series);
            (
                repeating,
                interval,
                self.until(repeating),
                self.round_before(),
            )
        });
        let Some((anchor, origin)) = found? else {
            return Ok(RoundDate::NoDate);
        };
        let dating = match series {
            None => Some(date_from(rule, anchor, self.planner.school())?),
            Some((repeating, interval, until, before)) => {
                self.next_date(repeating, anchor.on, interval?, until, before)?
            }
        };
        let Some(dating) = dating else {
            return Ok(RoundDate::NoMore);
        };
        self.how.anchor = Some(anchor);
        self.how.from_reopening = anchor.on > origin.on;
        (self.how.at_once, self.how.rolled) = (dating.at_once, dating.rolled);
        Ok(RoundDate::On(dating.dates))
    }

    /// The interval of a series that has one, once it is known.
    pub(super) fn interval(&mut self, series: &Series) -> Result<Option<Term>, Missing> {
        match series.interval() {
            None => Ok(None),
            Some(Interval::Fixed(term)) => Ok(Some(*term)),
            Some(Interval::Answer(id)) => {
                let (term, answer) = self.answered(id, |value| Term::parse(value).ok())?;
                self.how.interval = Some(AnswerGiven {
                    id: id.clone(),
                    value: answer.value.clone(),
                    recorded: answer.stamp.clone(),
                });
                Ok(Some(term))
            }
        }
    }

    pub(super) fn until(&mut self, repeating: &Repeating) -> Option<NaiveDate> {
        let (day, origin) = self.resolve(repeating.until.as_ref()?).ok()??;
        self.how.until = Some(origin).filter(|_| !day.assumed);
        Some(day.on)
    }

    /// How the round before ended, after which a series goes on; `None` in the first round and in one that an outcome
    /// opened.
    fn round_before(&mut self) -> Option<&'p RoundEnd> {
        let before = self.number.checked_sub(1)?;
        let end = self.planner.case.round(&self.step.id, before)?.end.as_ref();
        let end = end.filter(|_| self.round.reopened.is_none())?;
        self.how.round_before = Some(RoundBefore {
            round: before,
            raw_due: end.dates.raw_due,
            on: end.on,
            skipped: end.skipped.is_some(),
            recorded: end.stamp.clone(),
        });
        Some(end)
    }

    /// The date of the open round of a repeating rule; none when nothing is left before `until`.
    fn next_date(
        &self,
        repeating: &Repeating,
        first: NaiveDate,
        interval: Option<Term>,
        until: Option<NaiveDate>,
        before: Option<&RoundEnd>,
    ) -> Result<Option<Dating>, Missing> {
        let planner = self.planner;
        let (base, floor) = match before {
            None => (first, first),
            Some(end) if matches!(repeating.series, Series::Rolling(_)) => {
                let on = end.on;
                let on = on.ok_or_else(|| Missing::Step(self.step.id.clone()))?;
                (on, on)
            }
            Some(end) => {
                // A round done on an unknown day was done no later than it was recorded.
                let day = end.on.unwrap_or(end.stamp.day);
                let floor = match end.dates.raw_due {
                    Some(raw) if repeating.keep_missed => raw,
                    raw => raw.map_or(day, |raw| raw.max(day)),
                };
                (first, floor.max(first))
            }
        };
        let dated_after = |base, floor| {
            let found = planner.series_after(&repeating.series, interval, base, floor)?;
            Ok(found.map(|found| dates_of(self.rule, Some(found.due), found.earliest)))
        };
        let school_covers_all = || {
            let school = planner.school().zip(until);
            school.is_some_and(|(school, until)| school.covers(base.min(floor), until))
        };
        let mut dating = match dated_after(base, floor) {
            // The school calendar tells of every day up to the last, and there is no date among them.
            Err(Missing::SchoolCalendar) if school_covers_all() => None,
            found => found?,
        };
        // An optional round nobody took up moves on with the calendar, whatever was decided of one date of it.
        // No date moves by as much as a month past days off, so those of longer ago need not be tried one by one.
        let long_ago = planner.today.checked_sub_days(A_MONTH);
        let long_ago = long_ago.unwrap_or(planner.today);
        let is_in_time =
            |dating: &Dating| until.is_none_or(|until| dating.dates.raw_due <= Some(until));
        while let Some(passed) = dating
            .as_ref()
            .filter(|dating| self.step.optional && is_in_time(dating))
            .filter(|dating| planner.has_passed(dating.dates.due))
            .and_then(|dating| dating.dates.raw_due)
        {
            if passed < long_ago {
                // Dates in between are passed over, so when it last moved is not known.
                planner.turns_on(planner.today);
            }
            let base = base_from(interval, base, passed);
            dating = dated_after(base, passed.max(long_ago))?;
        }
        // A round that an outcome opens is there to be done, even if the dates are used up; `until` has come to be no
        // earlier than the reopening.
        let last_chance = || Some(dates_of(self.rule, Some(until?), None));
        let in_time = dating.filter(is_in_time);
        Ok(in_time.or_else(|| self.round.reopened.as_ref().and_then(|_| last_chance())))
    }
}

/// What a grid from `base` that has come to `raw` can be counted on from: `raw`, which lies nearer, unless the dates
/// would drift.
pub(super) fn base_from(interval: Option<Term>, base: NaiveDate, raw: NaiveDate) -> NaiveDate {
    match interval {
        Some(interval) if interval.counts_from_any_date() => raw,
        _ => base,
    }
}

impl Planner<'_> {
    fn has_passed(&self, last: Option<NaiveDate>) -> bool {
        let moves_on = last.and_then(|last| last.succ_opt());
        moves_on.is_some_and(|day| {
            self.turns_on(day);
            day <= self.today
        })
    }

    fn school(&self) -> Option<&SchoolCalendar> {
        self.case.school.as_ref()
    }

    pub(super) fn series_after(
        &self,
        series: &Series,
        interval: Option<Term>,
        base: NaiveDate,
        floor: NaiveDate,
    ) -> Result<Option<SeriesDate>, Missing> {
        let school = self.school();
        match (series, interval) {
            (_, Some(interval)) => within_dates(grid_after(base, interval, floor, school)),
            (Series::EachYear(marks), _) => Ok(each_year_after(marks, floor)),
            _ => match school.and_then(|school| school.term_end_after(floor)) {
                Some((due, first)) => Ok(Some(SeriesDate {
                    due,
                    earliest: Some(first),
                })),
                None => Err(Missing::SchoolCalendar),
            },
        }
    }
}
