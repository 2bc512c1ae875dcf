//! Every shipped routine against what its source says it must hold, as `tests/data/coverage/*.toml` states it.
//!
//! The expectations were written from the sources and not from the routine files; whoever knows a routine can read them.

mod compare;
mod compare_steps;
mod differences;
mod expectation;
mod own_tests;
mod spoilt;
mod words;

use expectation::Expectation;
use sisam::domain::routine::Routine;
use sisam::domain::routine_problem::ProblemKind;
use sisam::routine_file::Library;

macro_rules! coverage {
    ($($test:ident $id:literal)*) => {
        const EXPECTATIONS: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../data/coverage/", $id, ".toml")))),*
        ];

        $(
            #[test]
            fn $test() {
                let differences = compare::compare(&expectation($id), &shipped($id));
                assert!(differences.is_empty(), "{}:\n{differences}", $id);
            }
        )*
    };
}

coverage! {
    nacka_holds_its_seven_routines "nacka"
    sisam_holds_the_national_model "sisam"
    sams_holds_its_four_phases "sams"
    soderkoping_holds_its_fourteen_steps "soderkoping"
    skolfranvaro_holds_the_joint_plan "skolfranvaro"
    bbic_flode_holds_its_four_steps "bbic-flode"
}

#[test]
fn every_shipped_routine_has_an_expectation() {
    let library = Library::built_in();
    let mut expected: Vec<&str> = EXPECTATIONS.iter().map(|(id, _)| *id).collect();
    expected.sort_unstable();
    assert_eq!(library.ids().collect::<Vec<_>>(), expected);
}

#[test]
fn titles_fit_the_column_of_a_table() {
    for (id, _) in EXPECTATIONS {
        let routine = shipped(id);
        let steps = routine.phases.iter().flat_map(|phase| &phase.steps);
        let parts = steps.clone().flat_map(|step| &step.items);
        let titles = (steps.map(|step| &step.title))
            .chain(parts.map(|part| &part.title))
            .chain(routine.roles.iter().map(|role| &role.title))
            .chain(routine.key_dates.iter().map(|date| &date.title))
            .chain(routine.documents.iter().map(|form| &form.title));
        let long: Vec<&String> = titles.filter(|title| title.chars().count() > 60).collect();
        assert!(long.is_empty(), "{id}: {long:#?}");
    }
}

#[test]
fn the_only_warning_is_the_owner_that_the_source_does_not_name() {
    let mut warnings = Vec::new();
    for (_, routine) in Library::built_in().all() {
        let loaded = routine.unwrap();
        warnings.extend(loaded.warnings.into_iter().map(|warning| warning.kind));
    }
    let step = "bedomarteam".into();
    assert_eq!(warnings, [ProblemKind::NoOwner { step }]);
}

/// What a shipped routine must hold.
#[expect(
    clippy::panic,
    reason = "a test that cannot read its expectation must fail"
)]
fn expectation(id: &str) -> Expectation {
    let text = EXPECTATIONS.iter().find(|(known, _)| *known == id);
    let text = text.map_or("", |(_, text)| text);
    toml::from_str(text).unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// A routine that comes with the program.
#[expect(clippy::panic, reason = "a test without its routine must fail")]
fn shipped(id: &str) -> Routine {
    match Library::built_in().get(id) {
        Some(Ok(loaded)) => loaded.routine,
        other => panic!("{id}: {other:?}"),
    }
}
