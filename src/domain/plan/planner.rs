//! One step at a time: does it apply, what does it count from, what does it require.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::dating::{DateSearch, RoundDate, RuleInForce};
use super::{Derivation, Ended, ItemState, Row, Status, WaitsFor};
use crate::domain::case::{Case, Round};
use crate::domain::condition::{Condition, Truth, all_hold, holds};
use crate::domain::consent::CaseOn;
use crate::domain::ids::StepId;
use crate::domain::routine::{Phase, Requirement, Routine, Step};

/// Plans the steps of one case. Steps that others look at are planned once.
pub(super) struct Planner<'a> {
    pub(super) routine: &'a Routine,
    pub(super) case: &'a Case,
    pub(super) today: NaiveDate,
    pub(super) facts: CaseOn<'a>,
    pub(super) ahead_until: Option<NaiveDate>,
    /// Of each step, leave out all rounds but the latest.
    pub(super) latest_only: bool,
    /// Write down where everything came from that a date rests on.
    pub(super) explains: bool,
    planned: RefCell<BTreeMap<&'a StepId, Rc<Vec<Row>>>>,
    ahead: Cell<usize>,
    span: Cell<Span>,
}

/// More rounds to come are more than anybody reads: the day to look ahead to is too far off.
pub const MOST_ROUNDS_AHEAD: usize = 5_000;

impl<'a> Planner<'a> {
    pub(super) fn new(routine: &'a Routine, case: &'a Case, today: NaiveDate) -> Self {
        let today = case.closed.as_ref().map_or(today, |(on, _)| *on);
        Self {
            routine,
            case,
            today,
            facts: CaseOn::new(routine, case, today),
            ahead_until: None,
            latest_only: false,
            explains: false,
            planned: RefCell::default(),
            ahead: Cell::default(),
            span: Cell::default(),
        }
    }

    /// Says that something in the plan is another on `day` than on the day before it, though nothing is recorded.
    /// Whatever looks at `today` says so here, else lists go on showing what was true when the case was last written.
    pub(super) fn turns_on(&self, day: NaiveDate) {
        if self.case.is_open() {
            let mut span = self.span.get();
            span.narrow(day, self.today);
            self.span.set(span);
        }
    }

    /// Counts one more round to come, and says whether there is room for it.
    pub(super) fn has_room_ahead(&self) -> bool {
        self.ahead.set(self.ahead.get() + 1);
        self.had_room_ahead()
    }

    pub(super) fn had_room_ahead(&self) -> bool {
        self.ahead.get() <= MOST_ROUNDS_AHEAD
    }

    pub(super) fn plan(&self) -> (Vec<Row>, Span) {
        let steps = || self.routine.steps();
        for (phase, step) in steps() {
            self.rows_of_step(phase, step);
        }
        let mut planned = self.planned.take();
        let rows = steps()
            .filter_map(|(_, step)| planned.remove(&step.id))
            .flat_map(Rc::unwrap_or_clone)
            .collect();
        (rows, self.span.get())
    }

    /// The rows of a step that another step names; none for a step that names itself round a corner.
    pub(super) fn rows_of(&self, id: &StepId) -> Rc<Vec<Row>> {
        let mut steps = self.routine.steps();
        let named = steps.find(|(_, step)| &step.id == id);
        named.map_or_else(Rc::default, |(phase, step)| self.rows_of_step(phase, step))
    }

    fn rows_of_step(&self, phase: &Phase, step: &'a Step) -> Rc<Vec<Row>> {
        if let Some(rows) = self.planned.borrow().get(&step.id) {
            return Rc::clone(rows);
        }
        // Stands in while the step is planned, so that even an unchecked cycle comes to an end.
        self.planned.borrow_mut().insert(&step.id, Rc::default());
        let rows = Rc::new(self.plan_step(phase, step));
        self.planned.borrow_mut().insert(&step.id, Rc::clone(&rows));
        rows
    }

    fn plan_step(&self, phase: &Phase, step: &'a Step) -> Vec<Row> {
        let recorded = self.case.rounds_of(&step.id);
        let under_way = self.case.round_under_way(&step.id);
        let ended = self.case.ends_of(&step.id);
        let first = match self.latest_only {
            true => ended.saturating_sub(1),
            false => 0,
        };
        let rounds = (1..).zip(&recorded[..ended]).skip(first);
        let mut rows: Vec<Row> = rounds
            .map(|(number, round)| self.ended_row(step, number, round))
            .collect();
        let is_opened_anew = under_way.is_some_and(|round| round.reopened.is_some());
        let in_force = RuleInForce::of(step, &self.facts);
        // A reminder may outlive the outcome that opened its round; it opens none by itself.
        if !rows.is_empty() && !is_opened_anew && in_force.repeating().is_none() {
            return rows;
        }
        let number = u32::try_from(ended).map_or(u32::MAX, |ended| ended.saturating_add(1));
        let blank = Round::default();
        let round = under_way.unwrap_or(&blank);
        if let Some(row) = self.current_row(phase, step, number, round, &in_force)
            && (row.status != Status::NotApplicable || rows.is_empty())
        {
            let later = self.ahead_until.zip(in_force.rule).map(|(limit, _)| {
                let search = self.search(step, number, &blank, &in_force, true);
                search.map_or_else(Vec::new, |search| search.later_rounds(&row, limit))
            });
            rows.push(row);
            rows.extend(later.into_iter().flatten());
        }
        rows
    }

    fn search<'p>(
        &'p self,
        step: &'p Step,
        number: u32,
        round: &'p Round,
        in_force: &RuleInForce<'p>,
        assume: bool,
    ) -> Option<DateSearch<'p, 'a>> {
        let (index, rule) = in_force.rule?;
        Some(DateSearch {
            planner: self,
            step,
            number,
            round,
            rule,
            assume,
            how: Derivation {
                rule: index,
                ..Derivation::default()
            },
        })
    }

    fn ended_row(&self, step: &Step, number: u32, round: &Round) -> Row {
        let mut row = self.blank_row(step, number, round);
        let Some(end) = &round.end else { return row };
        row.status = match end.skipped {
            Some(_) => Status::Skipped,
            None => Status::Done,
        };
        row.dates = end.dates.clone();
        for item in row.items.iter_mut().filter(|item| !item.settled) {
            item.settled = true;
            match row.status {
                Status::Skipped => item.skipped = true,
                _ => item.done_on = end.on,
            }
        }
        row.ended = Some(Ended {
            on: end.on.filter(|_| end.skipped.is_none()),
            recorded_at: end.stamp.at.clone(),
            despite: end.despite.clone(),
            decided_by: end.decided_by.clone(),
            reason: end.skipped.clone(),
        });
        row
    }

    /// The round that has not ended; `None` when a repeating rule has no date left for it.
    fn current_row(
        &self,
        phase: &Phase,
        step: &Step,
        number: u32,
        round: &Round,
        in_force: &RuleInForce<'_>,
    ) -> Option<Row> {
        let mut row = self.blank_row(step, number, round);
        row.planned = self.case.planned.get(&step.id).copied();
        let applies = all_hold(phase.when.iter().chain(&step.when), &self.facts);
        if applies == Truth::False {
            return Some(row);
        }
        let dated = |assume| match self.search(step, number, round, in_force, assume) {
            None => (RoundDate::NoDate, None),
            Some(mut search) => {
                let found = search.find();
                let is_told = self.explains || matches!(found, RoundDate::On(_));
                (found, Some(search.how).filter(|_| is_told))
            }
        };
        let (date, derivation) = dated(false);
        match applies {
            // Whatever the answer will be, there is no date left for it.
            Truth::Unknown(_) if matches!(date, RoundDate::NoMore) => {}
            Truth::Unknown(missing) => {
                row.status = Status::Undecided;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
                return Some(row);
            }
            _ => {
                row.date_depends_on = in_force.passed_over.iter().cloned().collect();
                row.derivation = derivation;
            }
        }
        match date {
            RoundDate::NoMore => return (number == 1).then_some(row),
            RoundDate::Waits(missing) => {
                row.status = Status::Waiting;
                row.waits_for = vec![WaitsFor::Known(missing)];
                if self.ahead_until.is_some()
                    && let (RoundDate::On(dates), derivation) = dated(true)
                {
                    row.dates = dates;
                    row.derivation = derivation;
                    row.assumed = true;
                }
                return Some(row);
            }
            RoundDate::NoDate => {}
            RoundDate::On(dates) => row.dates = dates,
        }
        if let Some(extension) = &round.extension {
            row.dates.due = row.dates.due.max(Some(extension.to));
        }
        row.waits_for = self.unmet_requirements(step);
        row.status = match row.waits_for.is_empty() {
            true => Status::Open,
            false => Status::Blocked,
        };
        Some(row)
    }

    pub(super) fn blank_row(&self, step: &Step, number: u32, round: &Round) -> Row {
        Row {
            taken_by: self.case.taken.get(&step.id).cloned(),
            participants: (step.participants.iter())
                .filter(|invited| holds(invited.when.as_ref(), &self.facts) == Truth::True)
                .map(|invited| invited.role.clone())
                .collect(),
            items: self.items(step, round),
            ..Row::gone(step.id.clone(), number)
        }
    }

    pub(super) fn items(&self, step: &Step, round: &Round) -> Vec<ItemState> {
        step.items
            .iter()
            .filter(|item| holds(item.when.as_ref(), &self.facts) != Truth::False)
            .map(|item| {
                let mark = round.items.get(&item.id);
                ItemState {
                    id: item.id.clone(),
                    settled: mark.is_some(),
                    done_on: mark.and_then(|mark| mark.on),
                    skipped: mark.is_some_and(|mark| mark.skipped.is_some()),
                }
            })
            .collect()
    }

    pub(super) fn unmet_requirements(&self, step: &Step) -> Vec<WaitsFor> {
        (0..)
            .zip(&step.requires)
            .filter(|(_, requirement)| !self.is_met(requirement))
            .flat_map(|(index, requirement)| {
                let condition = &requirement.condition;
                let ids = condition.ids();
                let mut waits_for = self.facts.lapses(condition);
                waits_for.insert(0, WaitsFor::Requirement { index, ids });
                waits_for
            })
            .collect()
    }

    fn is_met(&self, Requirement { condition, .. }: &Requirement) -> bool {
        let applies_not = |step: &StepId| self.is_not_applicable(step);
        condition.value(&self.facts) == Truth::True
            || is_excused(condition, self.routine, self.case, applies_not)
    }

    /// Whether the routine says that a step does not apply, and nothing of it has been done.
    pub(super) fn is_not_applicable(&self, step: &StepId) -> bool {
        let rows = self.rows_of(step);
        let latest = rows.last();
        latest.is_some_and(|row| row.status == Status::NotApplicable)
    }
}

/// Whether a condition names a step directly that need not be done: one that is optional, skipped or does not apply.
pub(super) fn is_excused(
    condition: &Condition,
    routine: &Routine,
    case: &Case,
    applies_not: impl Fn(&StepId) -> bool,
) -> bool {
    let Condition::Step(named) = condition else {
        return false;
    };
    routine.step(named).is_some_and(|step| step.optional)
        || case.is_skipped(named)
        || applies_not(named)
}

/// The days on which a plan is the same: from the first, if there is one, to the day before `until`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Before this day it is another; `None`: never was.
    pub from: Option<NaiveDate>,
    /// From this day on it is another; `None`: stays as it is.
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Whether the plan is the same on that day.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// A day on which the plan is the same: `today` if it is one.
    pub fn day_near(self, today: NaiveDate) -> NaiveDate {
        match (self.from, self.until.and_then(|until| until.pred_opt())) {
            (Some(from), _) if !self.contains(today) => from,
            (None, Some(last)) => last.min(today),
            _ => today,
        }
    }

    /// The span of a plan made on `today` in which something is another on `day` than on the day before it.
    pub(super) fn narrow(&mut self, day: NaiveDate, today: NaiveDate) {
        if day <= today {
            self.from = self.from.max(Some(day));
        } else {
            self.until = Some(self.until.map_or(day, |until| until.min(day)));
        }
    }
}
