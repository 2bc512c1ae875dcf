//! Whether a case file is whole, whatever has been done to it.

use std::collections::BTreeMap;
use std::path::Path;

use sisam::domain::case::Case;
use sisam::domain::event::Event;
use sisam::domain::plan::{PLANNER_VERSION, Plan};
use sisam::domain::report::{ReportRow, Standing};
use sisam::routine_file::load;
use sisam::store::{CaseFile, Opening, Reading, StoreError};
use tempfile::TempDir;

/// A file opened to be read, also one whose writer was killed; `None` when there is none yet.
pub(super) fn open(file: &Path) -> Option<(CaseFile, TempDir)> {
    let scratch = tempfile::tempdir().unwrap();
    let opening = Opening {
        planner: PLANNER_VERSION,
        scratch: Some(scratch.path().to_owned()),
        ..Opening::default()
    };
    let file = CaseFile::open_for_reading(file, &opening).unwrap()?;
    Some((file, scratch))
}

/// The history of every case, by its reference.
pub(super) fn histories(file: &Path) -> BTreeMap<String, Vec<Event>> {
    let Some((file, _scratch)) = open(file) else {
        return BTreeMap::new();
    };
    let read = file.read(|reading| {
        let mut all = BTreeMap::new();
        for id in reading.case_ids()? {
            let case = reading.case_by_id(id)?;
            all.insert(case.reference.to_string(), case.events);
        }
        Ok::<_, StoreError>(all)
    });
    read.unwrap()
}

/// The file is whole: the database sound, no case missing, every history unbroken, rows and sums what the events
/// come to.
pub(super) fn assert_sound(file: &Path) {
    let (file, _scratch) = open(file).unwrap();
    file.read(sound).unwrap();
}

fn sound(reading: &Reading<'_>) -> Result<(), StoreError> {
    assert_eq!(reading.damage()?, [""; 0]);
    assert_eq!(reading.missing_cases()?, []);
    assert!(reading.rows_are_current()?);
    assert_eq!(reading.totals()?, reading.counted_totals()?);
    for id in reading.case_ids()? {
        assert_eq!(reading.verify_chain(id)?, None);
        let case = reading.case_by_id(id)?;
        let numbers = case.events.iter().map(|event| event.seq);
        assert!(numbers.eq(1..=u32::try_from(case.events.len()).unwrap()));
        let routine = load(&case.routine.text).unwrap().routine;
        let folded = Case::fold(&case.events).unwrap();
        let today = case.events.last().unwrap().stamp.day;
        let plan = Plan::of(&routine, &folded, today);
        let fresh = Standing::new(&routine, &folded, plan.rows).rows;
        assert_eq!(reading.rows_of(id)?, bare(fresh), "{}", case.reference);
    }
    Ok(())
}

/// The rows without how their dates came about, which is not stored.
fn bare(mut rows: Vec<ReportRow>) -> Vec<ReportRow> {
    for row in &mut rows {
        row.row.derivation = None;
    }
    rows
}
