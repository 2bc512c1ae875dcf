//! A case that is never opened: for plans that are tried out and for the routines' own tests.

use chrono::NaiveDate;

use super::{
    case::Case,
    decide::{Draft, Opening, Refusal},
    event::Stamp,
    ids::{KeyDateId, QuestionId, StepId, TriggerId},
    plan::Plan,
    routine::Routine,
    routine_test::{Expected, Happened, RoundName, RoutineTest},
    school::SchoolCalendar,
    status::Status,
};

/// What is taken for given. What is not given is unknown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    /// Key dates, all entered on `today`.
    pub dates: Vec<(KeyDateId, NaiveDate)>,
    pub answers: Vec<(QuestionId, String)>,
    pub trigger: Option<TriggerId>,
    pub school: Option<SchoolCalendar>,
    /// Days booked for steps, before anything is done where they can be booked then.
    pub planned: Vec<(StepId, NaiveDate)>,
    pub done: Vec<(RoundName, Happened)>,
    /// They must be of steps that apply.
    pub must_apply: bool,
}

/// The case that a scenario comes to on `today`. Requirements and questions hold nothing up here.
pub fn rehearse(routine: &Routine, scenario: &Scenario, today: NaiveDate) -> Result<Case, Refusal> {
    let stamp = Stamp {
        at: format!("{today}T00:00:00Z"),
        day: today,
        today_given: true,
        who: String::new(),
    };
    let opening = Opening {
        trigger: scenario.trigger.clone(),
        ..Opening::default()
    };
    let mut draft = Draft::open(routine, opening, stamp)?.with_any_day();
    if let Some(school) = &scenario.school {
        draft.set_school_calendar(school.clone())?;
    }
    for (id, on) in &scenario.dates {
        draft.set_date(id, Some(*on))?;
    }
    for (id, value) in &scenario.answers {
        draft.answer(id, value)?;
    }
    let mut booked_later = Vec::new();
    for (step, on) in &scenario.planned {
        if draft.book(step, Some(*on)).is_err() {
            booked_later.push((step, *on));
        }
    }
    let mut done: Vec<_> = scenario.done.iter().collect();
    done.sort_by_key(|(name, happened)| (happened.on().unwrap_or(today), name.round));
    for (name, happened) in done {
        draft.rehearse(name, *happened, scenario.must_apply)?;
    }
    for (step, on) in booked_later {
        draft.book(step, Some(on))?;
    }
    draft.book_as_answered()?;
    draft.check_order_of_dates()?;
    Ok(draft.case().clone())
}

/// How one of a routine's own tests went.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    Passed,
    Impossible(Refusal),
    Failed(Vec<Mismatch>),
}

/// A round that was not as a test expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub round: RoundName,
    pub expected: Expected,
    /// What it was; `None` when the case has no such round.
    pub found: Option<(Status, Option<NaiveDate>)>,
}

/// Runs one of a routine's own tests.
pub fn run_test(routine: &Routine, test: &RoutineTest) -> Verdict {
    let today = test.today.unwrap_or_else(|| latest_day(test));
    let scenario = Scenario {
        dates: test.dates.clone(),
        answers: test.answers.clone(),
        trigger: test.trigger.clone(),
        planned: test.planned.clone(),
        done: test.done.clone(),
        must_apply: true,
        ..Scenario::default()
    };
    let case = match rehearse(routine, &scenario, today) {
        Ok(case) => case,
        Err(refusal) => return Verdict::Impossible(refusal),
    };
    let plan = Plan::of(routine, &case, today);
    let mismatches: Vec<_> = test
        .expect
        .iter()
        .filter_map(|(name, expected)| mismatch(&plan, name, expected))
        .collect();
    match mismatches.is_empty() {
        true => Verdict::Passed,
        false => Verdict::Failed(mismatches),
    }
}

/// A day for a test that does not say which day it is: nothing in it may depend on that.
fn latest_day(test: &RoutineTest) -> NaiveDate {
    let dates = test.dates.iter().map(|(_, on)| *on);
    let done = test.done.iter().filter_map(|(_, happened)| happened.on());
    let planned = test.planned.iter().map(|(_, on)| *on);
    dates.chain(done).chain(planned).max().unwrap_or_default()
}

fn mismatch(plan: &Plan, name: &RoundName, expected: &Expected) -> Option<Mismatch> {
    let row = match name.round {
        Some(round) => plan.round(&name.step, round),
        None => plan.latest(&name.step),
    };
    let found = row.map(|row| (row.status, row.dates.due));
    let is_as_expected = match (expected, found) {
        (Expected::Due(day), Some((_, due))) => due == Some(*day),
        (Expected::Status(status), Some((found, _))) => found == *status,
        (_, None) => false,
    };
    (!is_as_expected).then(|| Mismatch {
        round: name.clone(),
        expected: expected.clone(),
        found,
    })
}
