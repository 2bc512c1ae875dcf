//! Whether a case file is whole, whatever has been done to it.

use std::collections::BTreeMap;
use std::path::Path;

use assert_cmd::Command;
use sisam::domain::event::Event;
use sisam::domain::plan::PLANNER_VERSION;
use sisam::store::{CaseFile, OpenOptions, StoreError};
use tempfile::TempDir;

/// A file opened to be read, also one whose writer was killed; `None` when there is none yet.
pub(super) fn open(file: &Path) -> Option<(CaseFile, TempDir)> {
    let scratch = tempfile::tempdir().unwrap();
    let opening = OpenOptions {
        planner: PLANNER_VERSION,
        scratch: Some(scratch.path().to_owned()),
        ..OpenOptions::default()
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

/// The file is whole, as `doctor` sees it: the database sound, no case missing, every history unbroken, rows and sums
/// what the events come to.
pub(super) fn assert_sound(file: &Path) {
    let mut doctor = Command::new(env!("CARGO_BIN_EXE_sisam"));
    doctor.args(["doctor", "--lang", "sv", "--db"]).arg(file);
    doctor.assert().success();
}
