//! One step at a time: does it apply, what does it count from, what does it require.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::dating::{Dated, RuleInForce};
use super::{Ended, ItemState, Plan, Row, Span, Status, WaitsFor};
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
    latest_only: bool,
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
            planned: RefCell::default(),
            ahead: Cell::default(),
            span: Cell::default(),
        }
    }

    pub(super) fn looking_ahead(mut self, until: NaiveDate) -> Self {
        self.ahead_until = Some(until);
        self
    }

    pub(super) fn judged_on(mut self, day: NaiveDate) -> Self {
        self.facts = CaseOn::new(self.routine, self.case, day);
        self
    }

    pub(super) fn latest_only(mut self) -> Self {
        self.latest_only = true;
        self
    }

    /// Says that something in the plan is another on `day` than on the day before it, though nothing is recorded.
    /// Whatever looks at `today` says so here, else lists go on showing what was true when the case was last written.
    pub(super) fn turns_on(&self, day: NaiveDate) {
        if self.case.is_open() {
            self.span.set(self.span.get().narrowed(day, self.today));
        }
    }

    /// Counts one more round to come, and says whether there is room for it.
    pub(super) fn has_room_ahead(&self) -> bool {
        self.ahead.set(self.ahead.get() + 1);
        self.ahead.get() <= MOST_ROUNDS_AHEAD
    }

    pub(super) fn had_room_ahead(&self) -> bool {
        self.ahead.get() <= MOST_ROUNDS_AHEAD
    }

    pub(super) fn plan(&self) -> Plan {
        let steps = || self.routine.steps();
        for (phase, step) in steps() {
            self.rows_of_step(phase, step);
        }
        let mut planned = self.planned.take();
        let rows = steps()
            .filter_map(|(_, step)| planned.remove(&step.id))
            .flat_map(Rc::unwrap_or_clone)
            .collect();
        Plan {
            rows,
            span: self.span.get(),
        }
    }

    /// The rows of a step that another step names; none for a step that names itself round a corner.
    pub(super) fn rows_of(&self, id: &StepId) -> Rc<Vec<Row>> {
        self.routine
            .steps()
            .find(|(_, step)| &step.id == id)
            .map_or_else(Rc::default, |(phase, step)| self.rows_of_step(phase, step))
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

    fn plan_step(&self, phase: &Phase, step: &Step) -> Vec<Row> {
        let recorded = self.case.rounds_of(&step.id);
        let under_way = recorded.last().filter(|round| round.end.is_none());
        let ended = self.case.ends_of(&step.id);
        let first = match self.latest_only {
            true => ended.saturating_sub(1),
            false => 0,
        };
        let number = |index| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let mut rows: Vec<Row> = (first..ended)
            .filter_map(|index| Some(self.ended_row(step, number(index), recorded.get(index)?)))
            .collect();
        let is_opened_anew = under_way.is_some_and(|round| round.reopened.is_some());
        let in_force = self.rule_in_force(step);
        let comes_again = in_force
            .rule
            .is_some_and(|(_, rule)| rule.repeating().is_some());
        // A reminder may outlive the outcome that opened its round; it opens none by itself.
        if !rows.is_empty() && !is_opened_anew && !comes_again {
            return rows;
        }
        let round = under_way.cloned().unwrap_or_default();
        if let Some(row) = self.current_row(phase, step, number(ended), &round, &in_force)
            && (row.status != Status::NotApplicable || rows.is_empty())
        {
            let later = self.later_rounds(step, &row, &in_force);
            rows.push(row);
            rows.extend(later);
        }
        rows
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
        in_force: &RuleInForce<'a>,
    ) -> Option<Row> {
        let mut row = self.blank_row(step, number, round);
        row.planned = self.case.planned.get(&step.id).copied();
        match all_hold(phase.when.iter().chain(&step.when), &self.facts) {
            Truth::False => return Some(row),
            Truth::Unknown(missing) => {
                // Whatever the answer will be, there is no date left for it.
                let dated = self.date_round(step, number, round, in_force, false);
                if matches!(dated, Dated::NoMore) {
                    return (number == 1).then_some(row);
                }
                row.status = Status::Undecided;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
                return Some(row);
            }
            Truth::True => {}
        }
        row.date_depends_on = in_force.passed_over.iter().cloned().collect();
        match self.date_round(step, number, round, in_force, false) {
            Dated::NoMore => return (number == 1).then_some(row),
            Dated::Waits(missing) => {
                row.status = Status::Waiting;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
                if self.ahead_until.is_some()
                    && let Dated::On(dating, derivation) =
                        self.date_round(step, number, round, in_force, true)
                {
                    row.dates = dating;
                    row.derivation = Some(derivation);
                    row.assumed = true;
                }
                return Some(row);
            }
            Dated::NoDate => {}
            Dated::On(dating, derivation) => {
                row.dates = dating;
                row.derivation = Some(derivation);
            }
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

    /// Whether a requirement holds. A step named directly also counts when it is optional, skipped or not applicable.
    fn is_met(&self, requirement: &Requirement) -> bool {
        if requirement.condition.value(&self.facts) == Truth::True {
            return true;
        }
        let Condition::Step(named) = &requirement.condition else {
            return false;
        };
        self.routine.step(named).is_some_and(|step| step.optional)
            || self.case.is_skipped(named)
            || self.is_not_applicable(named)
    }

    /// Whether the routine says that a step does not apply, and nothing of it has been done.
    pub(super) fn is_not_applicable(&self, step: &StepId) -> bool {
        self.rows_of(step)
            .last()
            .is_some_and(|row| row.status == Status::NotApplicable)
    }
}
