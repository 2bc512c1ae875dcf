//! Every shipped routine against its source, sentence by sentence, as `tests/data/coverage/*.toml` states it.
//!
//! The rows were written from the sources and not from the routine files. A routine falls short of a row, holds what no
//! row claims (`invented`), or took its words from a source (`lifted`); what it is known to do stands in [`NOT_YET`],
//! which may only grow shorter.

mod claims;
mod invented;
mod lifted;
mod not_yet;
mod of_routine;
mod of_step;
mod own_tests;
mod rules;
mod shown;
mod spoilt;
mod table;
mod words;

use std::collections::BTreeMap;

use not_yet::NOT_YET;
use shown::Shown;
use sisam::domain::routine::Routine;
use sisam::domain::routine_problem::ProblemKind;
use sisam::routine_file::Library;
use table::{Row, Table};

macro_rules! coverage {
    ($($test:ident $id:literal)*) => {
        const TABLES: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../data/coverage/", $id, ".toml")))),*
        ];

        $(
            #[test]
            fn $test() {
                compare($id, &rows($id), &Shown::of($id));
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

/// What is wrong is what is known to be wrong, no more and no less.
fn compare(id: &str, rows: &[Row], routine: &Shown) {
    let wrong = wrong(rows, routine);
    let known: Vec<&str> = NOT_YET
        .iter()
        .filter_map(|place| of_routine(place, id))
        .collect();
    let new: Vec<String> = (wrong.iter())
        .filter(|(place, _)| !known.contains(&place.as_str()))
        .map(|(place, why)| format!("{place}: {why}"))
        .collect();
    let mended: Vec<&str> = known
        .into_iter()
        .filter(|place| !wrong.contains_key(*place))
        .collect();
    assert!(
        new.is_empty() && mended.is_empty(),
        "{id}\nwrong, and not in NOT_YET:\n  {}\nmended; take them out of NOT_YET: {mended:#?}",
        new.join("\n  ")
    );
}

/// Rows that do not hold, by their id; `invented …` and `lifted …`, by their place.
fn wrong(rows: &[Row], routine: &Shown) -> BTreeMap<String, String> {
    let missing = rows.iter().filter_map(|row| {
        let why = claims::missing(row, routine)?;
        Some((row.id.clone(), format!("{}; see {}", why, row.at)))
    });
    let named = |what: &'static str| move |(place, text)| (format!("{what} {place}"), text);
    let invented = invented::invented(rows, routine)
        .into_iter()
        .map(named("invented"));
    let lifted = lifted::lifted(routine).into_iter().map(named("lifted"));
    missing.chain(invented).chain(lifted).collect()
}

fn of_routine<'p>(place: &'p str, id: &str) -> Option<&'p str> {
    let (routine, rest) = place.split_once('/')?;
    (routine == id).then_some(rest)
}

/// What a routine must hold.
fn rows(id: &str) -> Vec<Row> {
    let (_, text) = TABLES.iter().find(|(known, _)| *known == id).unwrap();
    let table: Table = toml::from_str(text).unwrap_or_else(|error| panic!("{id}: {error}"));
    table.row
}

#[test]
fn every_row_has_an_id_of_its_own() {
    for (id, _) in TABLES {
        let mut ids: Vec<String> = rows(id).into_iter().map(|row| row.id).collect();
        ids.sort_unstable();
        let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{id}: {twice:?}");
    }
}

#[test]
fn every_shipped_routine_has_a_table_and_every_known_fault_a_routine() {
    let library = Library::built_in();
    let mut tables: Vec<&str> = TABLES.iter().map(|(id, _)| *id).collect();
    tables.sort_unstable();
    assert_eq!(library.ids().collect::<Vec<_>>(), tables);
    let is_of_one = |place: &&&str| tables.iter().any(|id| of_routine(place, id).is_some());
    assert_eq!(NOT_YET.iter().filter(is_of_one).count(), NOT_YET.len());
}

#[test]
fn titles_fit_the_column_of_a_table() {
    for (id, _) in TABLES {
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

/// A routine that comes with the program.
#[expect(clippy::panic, reason = "a test without its routine must fail")]
fn shipped(id: &str) -> Routine {
    match Library::built_in().get(id) {
        Some(Ok(loaded)) => loaded.routine,
        other => panic!("{id}: {other:?}"),
    }
}
