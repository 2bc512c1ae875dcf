//! The shipped routines: each loads without a remark, and its own tests hold.

use sisam::domain::rehearsal::{Verdict, run_test};
use sisam::routine_file::Library;

#[test]
fn every_shipped_routine_loads_and_its_own_tests_hold() {
    let mut tests_run = 0;
    for (id, routine) in Library::built_in().all() {
        let loaded = routine.unwrap_or_else(|broken| panic!("{id}: {broken:#?}"));
        for test in &loaded.routine.tests {
            let verdict = run_test(&loaded.routine, test);
            assert_eq!(verdict, Verdict::Passed, "{id}: {}", test.name);
            tests_run += 1;
        }
        assert!(!loaded.routine.tests.is_empty(), "{id} has no tests");
    }
    assert!(tests_run >= 60, "only {tests_run} tests were run");
}
