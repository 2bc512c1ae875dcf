//! Why a round stands where it does and is due when it is: what its plan wrote down of its date, and what is recorded of
//! it, not yet worded.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    case::{Case, OwnStep, Round, RoundEnd},
    condition::{Condition, Truth},
    due_rule::DueChoice,
    event::{Event, Stamp, What},
    facts::CaseOn,
    plan::{AnswerGiven, Derivation, Plan, Row},
    routine::Routine,
    term::Unit,
};

/// What a round's status and date rest on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Why<'r> {
    pub row: Row,
    /// The due rule that counts, or counted when the round ended, and when.
    pub rule: Option<&'r DueChoice>,
    /// How that rule came to the round's dates; nothing where that can no longer be told.
    pub how: Derivation,
    /// The school calendar, where the rule counts by it and the case has one.
    pub school: Option<SchoolDays>,
    /// Conditions of phase and step that do not hold, or of which it is not known.
    pub only_if: Vec<&'r Condition>,
    /// What is recorded of the round.
    pub recorded: Round,
    pub day_told: Option<Stamp>,
    /// Of a step that was added to the case: how.
    pub added: Option<OwnStep>,
}

/// The school calendar that a rule counts by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolDays {
    pub title: String,
    pub known_from: NaiveDate,
    pub known_to: NaiveDate,
}

impl<'r> Why<'r> {
    /// Of a round in a plan of this case that explains itself. A round that has ended tells only what it kept.
    pub fn of(routine: &'r Routine, case: &Case, row: &Row, today: NaiveDate) -> Self {
        let recorded = case.round(&row.step, row.round).cloned();
        let mut why = Self {
            row: row.clone(),
            recorded: recorded.unwrap_or_default(),
            added: case.own.get(&row.step).cloned(),
            ..Self::default()
        };
        if !row.status.is_ended() {
            why.only_if = unmet_conditions(routine, CaseOn::new(routine, case, today), row);
        }
        if let Some(how) = &row.derivation
            && let Some(rule) = routine
                .step(&row.step)
                .and_then(|step| step.due.get(how.rule))
        {
            let term = how.interval.as_ref().and_then(AnswerGiven::term);
            let counts_school_days = term.is_some_and(|term| term.unit() == Unit::Schoolday)
                || rule.rule.needs_school_calendar();
            let school = case.school.as_ref().filter(|_| counts_school_days);
            why.school = school.and_then(|school| {
                let (known_from, known_to) = school.known()?;
                Some(SchoolDays {
                    title: school.title.clone(),
                    known_from,
                    known_to,
                })
            });
            (why.rule, why.how) = (Some(rule), how.clone());
        }
        why
    }

    /// The same with the history at hand: a round that has ended is explained as it stood when that was recorded.
    pub fn in_history(
        routine: &'r Routine,
        events: &[Event],
        case: &Case,
        row: &Row,
        today: NaiveDate,
    ) -> Self {
        let mut why = Self::of(routine, case, row, today);
        let Some(end) = &why.recorded.end else {
            return why;
        };
        if let Some((case_then, row_then)) = as_it_stood(routine, events, end, row) {
            let then = Self::of(routine, &case_then, &row_then, end.stamp.day);
            (why.rule, why.how, why.school) = (then.rule, then.how, then.school);
        }
        let mut latest_first = case.events.iter().rev();
        let told = latest_first.find(|event| {
            matches!(&event.what, What::DayKnown { step, round, .. }
                if *step == row.step && *round == row.round)
        });
        why.day_told = told.map(|event| event.stamp.clone());
        why
    }

    /// The decided date counts, and not the rule's.
    pub fn is_extended(&self) -> bool {
        let dates = &self.row.dates;
        self.recorded.extension.is_some() && dates.due.is_some() && dates.due != dates.original_due
    }
}

fn unmet_conditions<'r>(routine: &'r Routine, facts: CaseOn<'_>, row: &Row) -> Vec<&'r Condition> {
    let of_phase = routine
        .phase_of(&row.step)
        .filter(|_| !row.step.is_own())
        .and_then(|phase| phase.when.as_ref());
    let of_step = routine.step(&row.step).and_then(|step| step.when.as_ref());
    let unmet: Vec<_> = of_phase
        .into_iter()
        .chain(of_step)
        .map(|condition| (condition, condition.value(facts)))
        .filter(|(_, value)| *value != Truth::True)
        .collect();
    // What does not hold decides; what is not known is then beside the point.
    let some_false = unmet.iter().any(|(_, value)| *value == Truth::False);
    unmet
        .into_iter()
        .filter(|(_, value)| !some_false || *value == Truth::False)
        .map(|(condition, _)| condition)
        .collect()
}

/// Case and row as they stood before the change in which the round ended, or just before it did where the change made
/// the step apply; `None` when neither gives the dates it kept, as after a change of the program or the routine.
fn as_it_stood(
    routine: &Routine,
    events: &[Event],
    end: &RoundEnd,
    row: &Row,
) -> Option<(Case, Row)> {
    let ending = events.iter().position(|event| event.seq == end.seq)?;
    let change = events.get(ending)?.change;
    let began = events.iter().position(|event| event.change == change)?;
    [began, ending].into_iter().find_map(|length| {
        let case = Case::fold(events.get(..length)?).ok()?;
        let plan = Plan::of(routine, &case, end.stamp.day);
        let then = plan.round(&row.step, row.round)?.clone();
        (then.dates == end.dates).then_some((case, then))
    })
}
