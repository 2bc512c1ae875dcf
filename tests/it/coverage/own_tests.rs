//! The tests that the shipped routines carry beside their steps cover every stated time.

use sisam::domain::due_rule::Basis;
use sisam::domain::routine::{Routine, Step};
use sisam::domain::routine_test::Expected;

use super::{TABLES, shipped};

#[test]
fn every_stated_time_has_a_date_in_the_routines_own_tests() {
    for (id, _) in TABLES {
        let routine = shipped(id);
        let steps = routine.phases.iter().flat_map(|phase| &phase.steps);
        let untested: Vec<&str> = steps
            .filter(|step| is_time_stated(step) && !is_date_expected(step, &routine))
            .map(|step| step.id.as_str())
            .collect();
        assert!(untested.is_empty(), "{id}: {untested:?}");
    }
}

fn is_time_stated(step: &Step) -> bool {
    let mut rules = step.due.iter().map(|choice| &choice.rule);
    rules.any(|rule| rule.basis != Basis::Local)
}

fn is_date_expected(step: &Step, routine: &Routine) -> bool {
    let mut expected = routine.tests.iter().flat_map(|test| &test.expect);
    expected.any(|(round, what)| round.step == step.id && matches!(what, Expected::Due(_)))
}
