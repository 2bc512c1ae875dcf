//! Which due rule is in force, and the dates it gives a round.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::{
    origin::{AnswerGiven, Derivation, RoundBefore},
    planner::Planner,
};
use crate::domain::{
    case::{Reopening, Round, RoundEnd},
    condition::{Missing, Truth},
    deadline::{Dating, date_from, dates_of, within_dates},
    due_rule::{Anchor, DueChoice, DueRule, Interval, Repeating, Series},
    event::RoundDates,
    facts::{CaseOn, holds},
    ids::StepId,
    routine::Step,
    school::SchoolCalendar,
    series::{SeriesDate, each_year_after, grid_after},
    term::Term,
};

/// More days than a date moves by past days off.
const A_MONTH: Days = Days::new(31);

/// The due rule that counts.
pub(crate) struct RuleInForce<'r> {
    /// Its place in the step's list.
    pub(super) place: usize,
    /// The rule; all entries of a `first_of` or `last_of`; none when no rule holds.
    pub(super) choices: &'r [DueChoice],
    /// What is unknown about rules that were passed over: knowing it may change the date.
    pub(super) passed_over: BTreeSet<Missing>,
}

impl<'r> RuleInForce<'r> {
    /// The first of a step's rules whose condition holds.
    pub(crate) fn of(step: &'r Step, facts: CaseOn<'_>) -> Self {
        let mut in_force = Self {
            place: 0,
            choices: &[],
            passed_over: BTreeSet::new(),
        };
        for choices in step.due.chunk_by(DueChoice::is_beside) {
            let when = choices.first().and_then(DueChoice::table_when);
            match holds(when, facts) {
                Truth::True => {
                    in_force.choices = choices;
                    break;
                }
                Truth::False => {}
                Truth::Unknown(missing) => in_force.passed_over.extend(missing),
            }
            in_force.place += choices.len();
        }
        in_force
    }

    /// What counts, each rule with its place in the step's list.
    pub(super) fn rules(&self) -> impl Iterator<Item = (usize, &'r DueChoice)> {
        (self.place..).zip(self.choices)
    }

    /// The repeating part of the rule, if it comes again and again.
    pub(crate) fn repeating(&self) -> Option<&'r Repeating> {
        self.choices.first()?.rule.repeating()
    }
}

/// What a rule makes of a round that has not ended.
pub(super) enum RoundDate {
    On(RoundDates),
    /// It has none, and waits for nothing.
    NoDate,
    /// What it counts from is unknown.
    Waits(BTreeSet<Missing>),
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
        let waits = |missing| RoundDate::Waits([missing].into());
        self.work_out().unwrap_or_else(waits)
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
            None => Some(self.not_born_late(date_from(rule, anchor, self.planner.school())?)),
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

    /// A single date of a round opened anew lies no earlier than the day it was opened.
    fn not_born_late(&mut self, mut dating: Dating) -> Dating {
        let opened = self.round.reopened.as_ref().map(|reopening| reopening.on);
        let opened = opened.filter(|_| self.planner.routine.format > 1);
        if let Some(due) = dating.dates.due
            && Some(due) < opened
        {
            self.how.not_before_reopening = true;
            (dating.dates.due, dating.dates.original_due) = (opened, opened);
        }
        dating
    }

    /// The outcome since which the round counts: the one that opened it, or began the list of terms anew.
    pub(super) fn reopening(&self) -> Option<&'p Reopening> {
        let own = self.round.reopened.as_ref();
        own.or_else(|| Some(self.list_begun_anew()?.1))
    }

    /// The round with which a list of terms was begun anew, and the outcome that did.
    fn list_begun_anew(&self) -> Option<(u32, &'p Reopening)> {
        self.rule.terms()?;
        let rounds = (1..=self.number).zip(self.planner.case.rounds_of(&self.step.id));
        let opened = rounds.filter_map(|(number, round)| Some((number, round.reopened.as_ref()?)));
        opened.last()
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
        let until = repeating.until.as_ref()?;
        if let Some(step) = self.laps_of(repeating)
            && self.planner.is_to_be_done_again(step)
        {
            return self.assume.then(|| self.assumed_day(step)).flatten();
        }
        let (day, origin) = self.resolve(until).ok()??;
        self.how.until = Some(origin).filter(|_| !day.assumed);
        Some(day.on)
    }

    /// The step whose rounds the series ends with, each of them: a text of version 1 goes by what ended once.
    fn laps_of<'r>(&self, repeating: &'r Repeating) -> Option<&'r StepId> {
        match repeating.until.as_ref()? {
            Anchor::Step(step) if self.planner.routine.format > 1 => Some(step),
            _ => None,
        }
    }

    /// The first date of a series later than a day, but for those between the day its last step ended and the day that
    /// was opened anew: nothing falls due then.
    pub(super) fn date_after(
        &self,
        repeating: &Repeating,
        interval: Option<Term>,
        base: NaiveDate,
        mut floor: NaiveDate,
    ) -> Result<Option<Dating>, Missing> {
        let rounds = self
            .laps_of(repeating)
            .map(|step| self.planner.case.rounds_of(step));
        let pauses = rounds
            .unwrap_or_default()
            .array_windows()
            .filter_map(|[before, anew]| {
                Some((before.end.as_ref()?.on?, anew.reopened.as_ref()?.on))
            });
        let find = |floor| {
            self.planner
                .series_after(&repeating.series, interval, base, floor)
        };
        let mut found = find(floor)?;
        for (ended, opened) in pauses {
            if found.is_some_and(|date| ended < date.due && date.due <= opened) {
                floor = opened;
                found = find(floor)?;
            }
        }
        let school = self.planner.school();
        Ok(found.map(|found| dates_of(self.rule, Some(found.due), found.earliest, school)))
    }

    /// The date of a round of a list of terms; none after the last.
    pub(super) fn listed_date(
        &self,
        terms: &[Term],
        first: NaiveDate,
        number: u32,
    ) -> Result<Option<Dating>, Missing> {
        let begun = self.list_begun_anew().map_or(1, |(round, _)| round);
        let place = number
            .checked_sub(begun)
            .and_then(|place| usize::try_from(place).ok());
        let Some(term) = place.and_then(|place| terms.get(place)) else {
            return Ok(None);
        };
        let school = self.planner.school();
        let raw = within_dates(term.after(first, school))?;
        Ok(raw.map(|raw| dates_of(self.rule, Some(raw), None, school)))
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
        let dated_after = |base, floor| self.date_after(repeating, interval, base, floor);
        let school_covers_all = || {
            let school = planner.school().zip(until);
            school.is_some_and(|(school, until)| school.covers(base.min(floor), until))
        };
        let found = match self.rule.terms() {
            Some(terms) => self.listed_date(terms, first, self.number),
            None => dated_after(base, floor),
        };
        let mut dating = match found {
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
        let may_move_on = self.step.optional && self.rule.terms().is_none();
        while let Some(passed) = dating
            .as_ref()
            .filter(|dating| may_move_on && is_in_time(dating))
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
        // earlier than the reopening. So is the only one of a rule that is to come at least once.
        let is_first = planner.case.ends_of(&self.step.id) == 0;
        let is_owed = |until: &NaiveDate| {
            self.round.reopened.is_some() || repeating.at_least_once && is_first && *until >= first
        };
        let last_chance = until
            .filter(is_owed)
            .map(|on| dates_of(self.rule, Some(on), None, planner.school()));
        Ok(dating.filter(is_in_time).or(last_chance))
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

    pub(super) fn school(&self) -> Option<&SchoolCalendar> {
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
            // Each has a date of its own, and is none of a series.
            (Series::Terms(_), _) => Ok(None),
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
