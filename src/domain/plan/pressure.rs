//! Early warning: what must be done by when, so that what stands on it can be done in time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Plan, Row, Status, WaitsFor, planner::is_excused};
use crate::domain::{
    case::Case,
    condition::{Condition, Missing, Truth},
    ids::{QuestionId, StepId},
    routine::{Routine, Step},
};

/// A step that another one needs before its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressure {
    pub step: StepId,
    /// The last day on which that is still in time.
    pub latest: NaiveDate,
    pub needed_by: StepId,
}

impl Plan {
    /// Every step that is not done and that another needs before its date, with the earliest such date, in the order
    /// of the plan: found by walking back through requirements, through the steps that ask for what is required, and
    /// through step anchors.
    pub fn pressed(&self, routine: &Routine, case: &Case) -> Vec<Pressure> {
        let needs = StepNeeds {
            plan: self,
            routine,
            case,
        };
        let mut latest: BTreeMap<&StepId, (NaiveDate, &StepId)> = BTreeMap::new();
        let mut to_look_at: Vec<(&Row, NaiveDate, &StepId)> = self
            .rows
            .iter()
            .filter(|row| row.status.is_to_do())
            .filter(|row| routine.step(&row.step).is_some_and(|step| !step.optional))
            .filter_map(|row| Some((row, row.dates.due?, &row.step)))
            .collect();
        while let Some((row, day, needed_by)) = to_look_at.pop() {
            for id in needs.of(row) {
                let Some(before) = self.undone(&id) else {
                    continue;
                };
                let known = latest.get(&before.step);
                if known.is_none_or(|(known, _)| day < *known) && before.step != *needed_by {
                    latest.insert(&before.step, (day, needed_by));
                    to_look_at.push((before, day, needed_by));
                }
            }
        }
        let steps = routine.steps().map(|step| &step.id);
        let found = steps.filter_map(|step| {
            let (latest, needed_by) = latest.get(step)?;
            Some(Pressure {
                step: step.clone(),
                latest: *latest,
                needed_by: StepId::clone(needed_by),
            })
        });
        found.collect()
    }

    /// What of that concerns a row although everybody keeps to the dates: the step must be done sooner than its own
    /// date says, or one that it needs must. Of several that it needs, the first that can be done now is named.
    pub fn pressure_on(&self, row: &Row, pressed: &[Pressure]) -> Option<Pressure> {
        if !row.status.is_under_way() {
            return None;
        }
        let is_too_late = |row: &Row, latest| row.dates.due.is_none_or(|due| latest < due);
        let itself = pressed
            .iter()
            .find(|pressed| pressed.step == row.step && is_too_late(row, pressed.latest));
        let needed = pressed
            .iter()
            .filter(|pressed| pressed.needed_by == row.step)
            .filter_map(|pressed| Some((pressed, self.undone(&pressed.step)?)))
            .filter(|(pressed, before)| is_too_late(before, pressed.latest))
            .min_by_key(|(_, before)| before.status);
        itself.or(needed.map(|(pressed, _)| pressed)).cloned()
    }

    fn undone(&self, step: &StepId) -> Option<&Row> {
        self.rows
            .iter()
            .find(|row| row.step == *step && !row.status.is_ended())
            .filter(|row| row.status.is_under_way())
    }
}

struct StepNeeds<'p> {
    plan: &'p Plan,
    routine: &'p Routine,
    case: &'p Case,
}

impl StepNeeds<'_> {
    /// The steps that must be done before a row can be: those it requires, those that alone ask what it requires, and
    /// the one its date waits for.
    fn of(&self, row: &Row) -> Vec<StepId> {
        let waited_for = row.waits_for.iter().filter_map(|waits| match waits {
            WaitsFor::Known(Missing::Step(step)) => Some(step.clone()),
            _ => None,
        });
        let mut steps: Vec<StepId> = waited_for.collect();
        let applies_not = |step: &StepId| {
            let row = self.plan.latest(step);
            row.is_some_and(|row| row.status == Status::NotApplicable)
        };
        if let Some(step) = self.routine.step(&row.step) {
            let requires = step.requires.iter();
            for requirement in requires.filter(|required| required.from_round <= row.round) {
                let condition = &requirement.condition;
                if !is_excused(condition, self.routine, self.case, applies_not) {
                    self.add_steps_of(condition, &mut steps);
                }
            }
        }
        steps
    }

    /// The steps without which a condition that does not hold cannot come to. Where one of several would do, none is named.
    fn add_steps_of(&self, condition: &Condition, steps: &mut Vec<StepId>) {
        if condition.value(self.case) == Truth::True {
            return;
        }
        match condition {
            Condition::Step(step) => steps.push(step.clone()),
            Condition::Question(question, _) => steps.extend(self.only_asker(question)),
            Condition::All(all) => all.iter().for_each(|one| self.add_steps_of(one, steps)),
            Condition::Any(any) => {
                if let [only] = &any[..] {
                    self.add_steps_of(only, steps);
                }
            }
            Condition::Trigger(_) | Condition::Date(_) | Condition::Not(_) => {}
        }
    }

    /// The one step still to be done that asks a question, while it is unanswered.
    fn only_asker(&self, question: &QuestionId) -> Option<StepId> {
        if self.case.answer(question).is_some() {
            return None;
        }
        let asks = |step: &&Step| {
            let own = step.questions.iter().map(|question| &question.id);
            own.chain(&step.asks).any(|asked| asked == question)
        };
        let mut askers = self
            .routine
            .steps()
            .filter(asks)
            .filter(|step| self.plan.undone(&step.id).is_some());
        let only = askers.next()?;
        askers.next().is_none().then(|| only.id.clone())
    }
}
