//! Made-up cases for the tests.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::domain::event::{Event, RoundDates, Stamp, What};
use crate::domain::ids::CaseRef;
use crate::domain::plan::{Row, Span, Status};
use crate::domain::report::{Ending, MissingFacts, ReportRow, Standing};
use crate::store::{
    CaseFile, CaseId, Change, NewCase, OpenOptions, RoutineText, Schema, StoreError,
};

/// An empty folder for a case file.
pub(super) struct Home(TempDir);

impl Home {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn path(&self) -> PathBuf {
        self.0.path().join("cases.db")
    }

    pub(super) fn write(&self) -> CaseFile {
        CaseFile::open_for_writing(&self.path(), &opening()).unwrap()
    }

    pub(super) fn read(&self) -> CaseFile {
        CaseFile::open_for_reading(&self.path(), &opening())
            .unwrap()
            .unwrap()
    }

    /// The file as SQLite sees it, past our door.
    pub(super) fn raw(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}

/// Does not wait for long.
pub(super) fn opening() -> OpenOptions {
    OpenOptions {
        patience: Duration::from_millis(50),
        ..OpenOptions::default()
    }
}

/// Opens a file to write with the schema of another version of the program.
pub(super) fn open_with_schema(
    path: &Path,
    options: OpenOptions,
    schema: Schema,
) -> Result<CaseFile, StoreError> {
    let schema = Some(schema);
    CaseFile::open_for_writing(path, &OpenOptions { schema, ..options })
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn routine() -> RoutineText {
    RoutineText {
        hash: "ab".repeat(32),
        id: "prov".into(),
        version: "1".to_owned(),
        text: "id = \"prov\"".to_owned(),
    }
}

pub(super) fn event(seq: u32, what: What) -> Event {
    Event {
        seq,
        change: seq,
        stamp: Stamp {
            at: "2026-11-02T08:15:00Z".to_owned(),
            day: day("2026-11-02"),
            today_given: false,
            who: "prov".to_owned(),
        },
        what,
    }
}

pub(super) fn opened() -> Event {
    let what = What::Opened {
        routine: "prov".into(),
        version: "1".to_owned(),
        text_hash: routine().hash,
        trigger: None,
        continues: None,
        first_opened: None,
    };
    event(1, what)
}

pub(super) fn note(seq: u32, text: &str) -> Event {
    let text = text.to_owned();
    event(seq, What::Noted { step: None, text })
}

/// An open step with a date.
pub(super) fn row(ordinal: u32, due: &str) -> ReportRow {
    let due = Some(day(due));
    ReportRow {
        ordinal,
        row: Row {
            step: format!("s{ordinal}").into(),
            round: 1,
            status: Status::Open,
            dates: RoundDates {
                due,
                ..RoundDates::default()
            },
            responsible: vec!["rektor".into()],
            ..Row::default()
        },
        optional: false,
        extended: false,
        choice_open: false,
        owners: vec!["rektor".into()],
        assigned: Vec::new(),
        holders: Vec::new(),
        pressed: None,
        tried_on: None,
        parties: Vec::new(),
        missing: MissingFacts::default(),
        ending: Ending::default(),
        reminded_on: None,
        untold: None,
        opened_late: None,
        slip: None,
        days_late: None,
        days_late_original: None,
    }
}

pub(super) fn open_with(rows: Vec<ReportRow>) -> Standing {
    Standing {
        open: true,
        not_in_akt: false,
        rows,
        span: Span::default(),
    }
}

pub(super) fn open_case_in(
    change: &mut Change<'_>,
    reference: &str,
    standing: &Standing,
) -> Result<CaseId, StoreError> {
    let (routine, reference) = (routine(), CaseRef::from(reference));
    change.open_case(NewCase {
        reference: &reference,
        routine: &routine,
        events: &[opened()],
        standing,
    })
}

pub(super) fn open_case(file: &mut CaseFile, reference: &str, rows: Vec<ReportRow>) -> CaseId {
    file.write(|change| open_case_in(change, reference, &open_with(rows)))
        .unwrap()
}

/// What lies in a folder: names and contents.
pub(super) fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap_or_default()))
        .collect();
    files.sort();
    files
}
