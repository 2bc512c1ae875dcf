//! One step at a time: does it apply, what does it count from, what does it require.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use chrono::NaiveDate;

use super::{ItemState, Row, Status, WaitsFor};
use crate::domain::{
    case::{Case, Round},
    condition::{Condition, Missing, Truth},
    facts::{CaseOn, all_hold, holds},
    ids::{RoleId, StepId},
    routine::{Invited, Owner, Phase, Responsible, Routine, Step},
};

/// Plans the steps of one case. Steps that others look at are planned once.
pub(super) struct Planner<'a> {
    pub(super) routine: &'a Routine,
    pub(super) case: &'a Case,
    pub(super) today: NaiveDate,
    pub(super) facts: CaseOn<'a>,
    pub(super) ahead_until: Option<NaiveDate>,
    /// Of each step, leave out all rounds but the latest.
    pub(super) latest_only: bool,
    planned: RefCell<BTreeMap<&'a StepId, Rc<Vec<Row>>>>,
    ahead: Cell<usize>,
    span: Cell<Span>,
}

/// More rounds to come are more than anybody reads: the day to look ahead to is too far off.
pub const MOST_ROUNDS_AHEAD: usize = 5_000;

impl<'a> Planner<'a> {
    /// With conditions judged `on` another day, and of each step the latest round alone.
    pub(super) fn judging(
        routine: &'a Routine,
        case: &'a Case,
        today: NaiveDate,
        on: NaiveDate,
    ) -> Self {
        Self {
            latest_only: true,
            facts: CaseOn::new(routine, case, on),
            ..Self::new(routine, case, today)
        }
    }

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
        for phase in &self.routine.phases {
            for step in phase.steps.iter().filter(|step| self.case.has(step)) {
                self.rows_of_step(phase, step);
            }
        }
        let mut planned = self.planned.take();
        let steps = self.routine.steps();
        let rows = steps.filter_map(|step| planned.remove(&step.id));
        (
            rows.flat_map(Rc::unwrap_or_clone).collect(),
            self.span.get(),
        )
    }

    /// The rows of a step that another step names; none for a step that names itself round a corner.
    pub(super) fn rows_of(&self, id: &StepId) -> Rc<Vec<Row>> {
        let step = self.routine.step(id).filter(|step| self.case.has(step));
        let named = self.routine.phase_of(id).zip(step);
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

    pub(super) fn blank_row(&self, step: &Step, number: u32, round: &Round) -> Row {
        let (responsible, owner_waits_for) = self.owners(step);
        Row {
            taken_by: self.case.taken.get(&step.id).cloned(),
            participants: self.participants(step),
            responsible,
            owner_waits_for,
            items: self.items(step, Some(round)),
            ..Row::gone(step.id.clone(), number)
        }
    }

    fn participants(&self, step: &Step) -> Vec<RoleId> {
        let invited = step.participants.iter();
        let invited = invited.filter(|it| holds(it.when.as_ref(), self.facts) == Truth::True);
        let mut roles = Vec::new();
        for participant in invited {
            match &participant.who {
                Invited::Role(role) => roles.push(role.clone()),
                Invited::Asked(question) => {
                    let named = self.case.answer(question).into_iter();
                    roles.extend(named.flat_map(|named| named.split('|')).map(RoleId::from));
                }
            }
        }
        let mut seen = BTreeSet::new();
        roles.retain(|role| seen.insert(role.clone()));
        roles
    }

    /// Who answers for a step: those whose condition holds, or the one who has taken it or is proposed, else all it may
    /// be; and what is unknown of others, its parts' too.
    fn owners(&self, step: &Step) -> (Vec<RoleId>, Vec<Missing>) {
        let taken_by = self.case.taken.get(&step.id);
        let of_parts = step.items.iter().flat_map(|item| &item.responsible);
        let mut waits_for = unknown(of_parts, self.facts);
        let roles = match &step.responsible {
            Responsible::Jointly(owners) => {
                waits_for.append(&mut unknown(owners, self.facts));
                those_who_answer(owners, self.facts)
            }
            Responsible::Chosen {
                candidates,
                proposed,
            } => match taken_by.or(proposed.as_ref()) {
                Some(role) => vec![role.clone()],
                None => candidates.clone(),
            },
        };
        (roles, waits_for.into_iter().collect())
    }

    pub(super) fn items(&self, step: &Step, round: Option<&Round>) -> Vec<ItemState> {
        step.items
            .iter()
            .filter(|item| holds(item.when.as_ref(), self.facts) != Truth::False)
            .map(|item| {
                let mark = round.and_then(|round| round.items.get(&item.id));
                ItemState {
                    id: item.id.clone(),
                    responsible: those_who_answer(&item.responsible, self.facts),
                    settled: mark.is_some(),
                    done_on: mark.and_then(|mark| mark.on),
                    skipped: mark.is_some_and(|mark| mark.skipped.is_some()),
                }
            })
            .collect()
    }

    /// Those of a step's requirements that do not hold for that round of it.
    pub(super) fn unmet_requirements(&self, step: &Step, round: u32) -> Vec<WaitsFor> {
        (0..)
            .zip(&step.requires)
            .filter(|(_, requirement)| requirement.from_round <= round)
            .map(|(index, requirement)| (index, &requirement.condition))
            .filter(|(_, condition)| !self.is_met(condition))
            .flat_map(|(index, condition)| {
                let ids = condition.ids();
                let mut waits_for = self.facts.lapses(condition);
                waits_for.insert(0, WaitsFor::Requirement { index, ids });
                waits_for
            })
            .collect()
    }

    /// Whether a requirement holds, or need not.
    fn is_met(&self, condition: &Condition) -> bool {
        let applies_not = |step: &StepId| self.is_not_applicable(step);
        condition.value(self.facts) == Truth::True
            || is_excused(condition, self.routine, self.case, applies_not)
    }

    /// Whether schools are closed on that day, and somebody who works in one has part in a step.
    pub(super) fn is_on_no_school_day(&self, step: &Step, row: &Row) -> bool {
        let owners = match &step.responsible {
            Responsible::Jointly(_) => &row.responsible,
            Responsible::Chosen { candidates, .. } => candidates,
        };
        let mut roles = owners.iter().chain(&row.participants);
        let is_of_school = |id| self.routine.role(id).is_some_and(|role| role.school);
        let is_closed = |due| {
            self.case
                .school
                .as_ref()?
                .is_no_school_day(due)
                .then_some(())
        };
        row.dates.due.and_then(is_closed).is_some() && roles.any(is_of_school)
    }

    /// Whether a step does not apply by its own condition or its phase's.
    pub(super) fn is_ruled_out(&self, step: &StepId) -> bool {
        let phase = self
            .routine
            .phase_of(step)
            .and_then(|phase| phase.when.as_ref());
        let own = self.routine.step(step).and_then(|step| step.when.as_ref());
        all_hold(phase.into_iter().chain(own), self.facts) == Truth::False
    }

    /// Whether a step of which a round has ended has another to do.
    pub(super) fn is_to_be_done_again(&self, id: &StepId) -> bool {
        let repeats = self.routine.step(id).is_some_and(Step::repeats);
        if repeats {
            let rows = self.rows_of(id);
            let latest = rows.last();
            return latest
                .is_some_and(|row| !row.status.is_ended() && row.status != Status::NotApplicable);
        }
        let opened_anew = self.case.round_under_way(id);
        let opened_anew = opened_anew.is_some_and(|round| round.reopened.is_some());
        opened_anew && !self.is_ruled_out(id)
    }

    /// Whether the routine says that a step does not apply, and nothing of it has been done.
    pub(super) fn is_not_applicable(&self, step: &StepId) -> bool {
        let rows = self.rows_of(step);
        let latest = rows.last();
        latest.is_some_and(|row| row.status == Status::NotApplicable)
    }
}

fn those_who_answer(owners: &[Owner], facts: CaseOn<'_>) -> Vec<RoleId> {
    let owners = owners.iter();
    let answering = owners.filter(|owner| holds(owner.when.as_ref(), facts) == Truth::True);
    answering.map(|owner| owner.role.clone()).collect()
}

fn unknown<'o>(
    owners: impl IntoIterator<Item = &'o Owner>,
    facts: CaseOn<'_>,
) -> BTreeSet<Missing> {
    let owners = owners.into_iter();
    let values = owners.map(|owner| holds(owner.when.as_ref(), facts));
    let unknown = values.filter_map(|value| match value {
        Truth::Unknown(missing) => Some(missing),
        _ => None,
    });
    unknown.flatten().collect()
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
