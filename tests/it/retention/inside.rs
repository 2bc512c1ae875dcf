//! A test's look into the case file, past the commands.

use sisam::domain::plan::PLANNER_VERSION;
use sisam::store::{CaseFile, LogEntry, OpenOptions, Reading, StoreError};

use crate::harness::Env;

fn opening() -> OpenOptions {
    OpenOptions {
        planner: PLANNER_VERSION,
        ..OpenOptions::default()
    }
}

impl Env {
    fn look<T>(&self, work: impl FnOnce(&Reading<'_>) -> Result<T, StoreError>) -> T {
        let file = CaseFile::open_for_reading(&self.path("arenden.db"), &opening());
        file.unwrap().unwrap().read(work).unwrap()
    }

    /// What is kept of removed cases.
    pub(crate) fn removed_cases(&self) -> Vec<LogEntry> {
        let mut log = self.file_log();
        log.retain(|entry| entry.kind == "removal");
        log
    }

    /// The file's own log.
    pub(crate) fn file_log(&self) -> Vec<LogEntry> {
        // Each change under a given day leaves when it was: those are not looked at here.
        let mut log = self.look(|file| file.log());
        log.retain(|entry| entry.kind != "recorded-under-given-day");
        log
    }

    /// Adds to the file's own log, as another command would.
    pub(crate) fn add_to_file_log(&self, kind: &str, detail: &str) {
        let entry = LogEntry {
            at: "2026-11-20T00:00:00Z".to_owned(),
            who: "test".to_owned(),
            kind: kind.to_owned(),
            detail: serde_json::from_str(detail).unwrap(),
        };
        let mut file = CaseFile::open_for_writing(&self.path("arenden.db"), &opening()).unwrap();
        file.write(|change| change.log(&entry)).unwrap();
    }

    /// Makes all that was recorded under a given day really recorded at that time, as the file's own log tells.
    pub(crate) fn as_if_recorded(&self, at: &str) {
        let numbers: Vec<_> = self.look(|file| file.case_ids());
        for id in numbers {
            self.add_to_file_log("recorded", &format!(r#"{{"case":{}}}"#, id.number()));
        }
        let db = rusqlite::Connection::open(self.path("arenden.db")).unwrap();
        let aged = "UPDATE file_log SET at = ?1, detail = json_remove(detail, '$.real_time')";
        db.execute(aged, [at]).unwrap();
    }

    /// The latest event of the first case that holds a text.
    pub(super) fn latest_text(&self) -> u32 {
        let texts = self.look(|file| file.texts_of(file.case_ids()?[0]));
        let stands = texts.iter().filter(|text| text.content.is_some());
        stands.map(|text| text.seq).max().unwrap()
    }

    /// Every chain is whole, no case is missing, sums and database are right.
    pub(crate) fn sound(&self) {
        self.look(|file| {
            for id in file.case_ids()? {
                assert_eq!(file.verify_chain(id)?, None);
            }
            assert_eq!(file.missing_cases()?, []);
            assert_eq!(file.totals()?, file.counted_totals()?);
            assert_eq!(file.damage()?, [""; 0]);
            assert!(file.rows_are_current()?);
            Ok(())
        });
    }
}
