//! Whether the file is what it was: the database sound, its tables, indexes and triggers those that this version makes,
//! no case cut out.

use super::cipher;
use super::migrate::{ObjectFaultKind, SCHEMA, differences, objects_in};
use crate::store::{CaseId, Change, Reading, StoreError, Stored};

/// A table, index or trigger that is not as this version makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectFault {
    pub name: String,
    pub kind: ObjectFaultKind,
    /// It may hold data, so it is not made anew.
    pub is_table: bool,
}

/// More missing cases than this need not be named: the file is then no longer what it was.
const MOST_MISSING: usize = 100;

/// No file has given so many numbers.
const MOST_GIVEN: usize = 10_000_000;

impl Reading<'_> {
    /// Numbers that were given to cases which are not there any more, and were not removed as cases are.
    pub fn missing_cases(&self) -> Stored<Vec<CaseId>> {
        let (there, removed) = (self.case_ids()?, self.removed_cases()?);
        let is_known =
            |id: &CaseId| there.binary_search(id).is_ok() || removed.binary_search(id).is_ok();
        let passed = self.passed_numbers()?;
        let is_passed =
            |id: &i64| (passed.iter()).any(|(first, last)| (*first..=*last).contains(id));
        // How many were given is read from the file, which may say anything: gaps are looked for no further than needed.
        let known = there.len() + removed.len();
        let given = (1..=self.last_id_given()?).take(MOST_GIVEN);
        let given = given.filter(|id| !is_passed(id)).map(CaseId);
        let missing = given.take(known + MOST_MISSING).filter(|id| !is_known(id));
        Ok(missing.take(MOST_MISSING).collect())
    }

    /// Whether everything is what it was: the database sound, every history whole, no case cut out. `Damaged`, with the
    /// first thing that is not.
    pub fn verify_everything(&self) -> Stored<()> {
        let mut wrong = self.damage()?;
        for id in self.case_ids()? {
            if let Some(fault) = self.verify_chain(id)? {
                wrong.push(format!("{} {fault:?}", self.reference_of(id)?));
            }
        }
        wrong.extend(self.missing_cases()?.iter().map(|id| format!("{id:?}")));
        let first = wrong.into_iter().next();
        first.map_or(Ok(()), |first| Err(StoreError::Damaged(first)))
    }

    /// What SQLite finds wrong with the file, in its own words: structure and references between tables.
    pub fn damage(&self) -> Stored<Vec<String>> {
        let unreadable = cipher::damaged_pages(self.db)?;
        if !unreadable.is_empty() {
            return Ok(unreadable);
        }
        let mut integrity = self.db.prepare("PRAGMA integrity_check")?;
        let integrity = integrity.query_map([], |row| row.get(0))?;
        let mut damage: Vec<String> = integrity.collect::<Result<_, _>>()?;
        damage.retain(|line| line != "ok");
        let mut dangling = self.db.prepare("PRAGMA foreign_key_check")?;
        let dangling = dangling.query_map([], |row| {
            let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("{from} → {to}"))
        })?;
        for reference in dangling {
            damage.push(reference?);
        }
        Ok(damage)
    }

    /// Tables, indexes and triggers that are not as this version makes them.
    pub fn object_faults(&self) -> Stored<Vec<ObjectFault>> {
        let (expected, found) = (SCHEMA.objects()?, objects_in(self.db)?);
        let faults = differences(&expected, &found).map(|((object, name), kind)| ObjectFault {
            name: name.clone(),
            kind,
            is_table: object == "table",
        });
        Ok(faults.collect())
    }
}

impl Change<'_> {
    /// Makes indexes and triggers what this version makes them, builds all indexes anew and removes rows of cases
    /// that are not there: a repair. Tables stay as they are.
    pub fn rebuild_objects(&mut self) -> Stored<()> {
        let reading = self.read();
        let (expected, found) = (SCHEMA.objects()?, objects_in(reading.db)?);
        for (key @ (object, name), _) in differences(&expected, &found) {
            if object == "table" {
                continue;
            }
            if let Some(Some(_)) = found.get(key) {
                let name = name.replace('"', "\"\"");
                // The kind of object is one of SQLite's four words.
                let drop = format!("DROP {object} \"{name}\"");
                reading.db.execute_batch(&drop)?;
            }
            if let Some(Some(sql)) = expected.get(key) {
                reading.db.execute_batch(sql)?;
            }
        }
        reading.db.execute_batch("REINDEX")?;
        reading.remove_stray_rows()
    }
}
