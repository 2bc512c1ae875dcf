//! What belongs to no single case: routine texts, sums, settings, the file's own log, and which cases were removed.

use chrono::NaiveDate;

use super::Tables;
use super::cases::CaseId;
use super::columns::{Cells, FromCells, ToCells, cells, columns};
use crate::domain::event::Stamp;
use crate::domain::ids::RoutineId;
use crate::domain::report::Totals;
use crate::store::{Stored, hash};

/// What the settings begin with that keep parsed forms of routine texts.
pub(crate) const FORM: &str = "routine_form ";

/// A routine's text as it was when a case was opened with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutineText {
    /// SHA-256 of the text, hexadecimal; its identity.
    pub hash: String,
    pub id: RoutineId,
    pub version: String,
    pub text: String,
}

impl RoutineText {
    /// Whether the text is the one that its hash was worked out of.
    pub fn fits_its_hash(&self) -> bool {
        hash::hexadecimal(&hash::of(&[self.text.as_bytes()])) == self.hash
    }
}

/// An entry of the file's own log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// RFC 3339, UTC.
    pub at: String,
    /// Self-declared.
    pub who: String,
    /// What it was, in one word.
    pub kind: String,
    pub detail: serde_json::Value,
}

impl LogEntry {
    /// The time it really was, also where the day was given: RFC 3339, UTC.
    pub fn real_time(&self) -> &str {
        self.detail["real_time"].as_str().unwrap_or(&self.at)
    }

    /// The day it really was, in UTC.
    pub fn real_day(&self) -> Option<NaiveDate> {
        self.real_time().get(..10)?.parse().ok()
    }
}

/// Who removes a case, when and why.
#[derive(Debug, Clone, Copy)]
pub struct Removal<'a> {
    pub stamp: &'a Stamp,
    pub mistake: bool,
    /// Why: kept, so it must say nothing of the case.
    pub reason: &'a str,
}

/// What a file holds, seen from afar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    pub cases: usize,
    pub events: usize,
    /// When the latest event was recorded: RFC 3339, UTC.
    pub latest: Option<String>,
}

columns! {
    RoutineText { hash, id, version, text }
    Totals { open_cases, closed_cases, cases_without_date, steps_without_owner, unanswered_questions, cases_not_in_akt }
    LogEntry { at, who, kind, detail }
}

cells! {
    serde_json::Value => |cells| cells.json(), |detail| detail.to_string();
}

impl Tables<'_> {
    /// Can be read from a file of any version.
    pub(crate) fn glance(self) -> Stored<Glance> {
        let all = "SELECT (SELECT count(*) FROM cases), count(*), max(at) FROM event";
        let (cases, events, latest): (u32, u32, _) = self.one(all, ())?;
        Ok(Glance {
            cases: cases as usize,
            events: events as usize,
            latest,
        })
    }

    /// A routine's text by its hash.
    pub fn routine_text(self, hash: &str) -> Stored<Option<RoutineText>> {
        let by_hash = "SELECT hash, id, version, text FROM routine_text WHERE hash = ?1";
        self.first(by_hash, hash)
    }

    /// All routine texts that cases were opened with.
    pub fn routine_texts(self) -> Stored<Vec<RoutineText>> {
        let texts = "SELECT hash, id, version, text FROM routine_text ORDER BY id, hash";
        self.all(texts, ())
    }

    /// The hashes of all routine texts there are, and of all that cases go by.
    pub fn routine_text_hashes(self) -> Stored<Vec<String>> {
        let hashes = "SELECT hash FROM routine_text UNION SELECT text_hash FROM cases";
        self.all(hashes, ())
    }

    /// The form that a setting keeps of a text, where that is there.
    pub(crate) fn form_of_text(self, key: &str, hash: &str) -> Stored<Option<String>> {
        let kept = "SELECT value FROM settings
             WHERE key = ?1 AND EXISTS (SELECT 1 FROM routine_text WHERE hash = ?2)";
        self.first(kept, (key, hash))
    }

    /// The texts without a setting that is called so and by their hash, after taking out what other settings keep forms.
    pub(crate) fn texts_without_form(self, called: &str) -> Stored<Vec<RoutineText>> {
        let unneeded = "DELETE FROM settings WHERE key GLOB ?1 || '*'
             AND key NOT IN (SELECT ?2 || hash FROM routine_text)";
        self.run(unneeded, (FORM, called))?;
        let without = "SELECT hash, id, version, text FROM routine_text
             WHERE ?1 || hash NOT IN (SELECT key FROM settings)";
        self.all(without, called)
    }

    pub(crate) fn remove_forms(self) -> Stored<()> {
        self.run("DELETE FROM settings WHERE key GLOB ?1 || '*'", FORM)
            .map(drop)
    }

    pub(crate) fn keep_routine_text(self, routine: &RoutineText) -> Stored<()> {
        let keep = "INSERT INTO routine_text (hash, id, version, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (hash) DO NOTHING";
        self.run(keep, routine).map(drop)
    }

    /// The sums over all cases, kept so that a report's footer costs the same whatever the number of cases.
    pub fn totals(self) -> Stored<Totals> {
        let kept = "SELECT open_cases, closed_cases, cases_without_date, steps_without_owner, unanswered_questions,
                cases_not_in_akt
             FROM totals";
        self.one(kept, ())
    }

    /// The sums counted anew: what [`Self::totals`] must be.
    pub fn counted_totals(self) -> Stored<Totals> {
        let counted = "SELECT count(*) FILTER (WHERE open = 1), count(*) FILTER (WHERE open = 0),
                count(*) FILTER (WHERE open = 1 AND without_date > 0),
                coalesce(sum(without_owner) FILTER (WHERE open = 1), 0),
                coalesce(sum(unanswered) FILTER (WHERE open = 1), 0), coalesce(sum(not_in_akt), 0)
             FROM cases";
        self.one(counted, ())
    }

    pub(crate) fn put_totals(self, totals: Totals) -> Stored<()> {
        let put =
            "INSERT INTO totals (id, open_cases, closed_cases, cases_without_date, steps_without_owner,
                 unanswered_questions, cases_not_in_akt)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET open_cases = ?1, closed_cases = ?2, cases_without_date = ?3,
                 steps_without_owner = ?4, unanswered_questions = ?5, cases_not_in_akt = ?6";
        self.run(put, totals).map(drop)
    }

    /// A setting of the file.
    pub fn setting(self, key: &str) -> Stored<Option<String>> {
        self.first("SELECT value FROM settings WHERE key = ?1", key)
    }

    /// All settings of the file, by key; the program's own among them.
    pub fn settings(self) -> Stored<Vec<(String, String)>> {
        self.all("SELECT key, value FROM settings ORDER BY key", ())
    }

    /// `None` removes it.
    pub(crate) fn put_setting(self, key: &str, value: Option<&str>) -> Stored<()> {
        let put = "INSERT INTO settings (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        match value {
            Some(value) => self.run(put, (key, value))?,
            None => self.run("DELETE FROM settings WHERE key = ?1", key)?,
        };
        Ok(())
    }

    /// The file's own log, and the cases that were removed among its entries, by the time it really was. A file of
    /// version 1 has no record of such.
    pub fn log(self) -> Stored<Vec<LogEntry>> {
        let own = "SELECT at, who, kind, detail FROM file_log ORDER BY id";
        let removals = "SELECT at, who, 'removal', json_object('case', id, 'routine', routine, 'opened', opened,
             'mistake', mistake, 'reason', reason) FROM removed_case";
        let is_there = "SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'removed_case'";
        let mut entries: Vec<LogEntry> = self.all(own, ())?;
        if self.one(is_there, ())? {
            entries.extend(self.all::<LogEntry>(removals, ())?);
        }
        entries.sort_by(|one, other| one.real_time().cmp(other.real_time()));
        Ok(entries)
    }

    /// How many entries of the file's own log are not there any more.
    pub fn log_gaps(self) -> Stored<i64> {
        let gaps = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'file_log'), 0)
                 - (SELECT count(*) FROM file_log)";
        self.one(gaps, ())
    }

    pub(crate) fn add_to_log(self, entry: &LogEntry) -> Stored<()> {
        let add = "INSERT INTO file_log (at, who, kind, detail) VALUES (?1, ?2, ?3, ?4)";
        self.run(add, entry).map(drop)
    }

    /// The numbers in the file of the cases that were removed; the log says what is kept of them.
    pub fn removed_cases(self) -> Stored<Vec<CaseId>> {
        self.all("SELECT id FROM removed_case ORDER BY id", ())
    }

    /// The highest number that each year has given, to cases that are there or were removed.
    pub(crate) fn highest_numbers(self) -> Stored<Vec<(i64, i64)>> {
        let highest = "SELECT year, max(number) FROM (
                 SELECT year, number FROM last_reference
                 UNION ALL SELECT reference_year, reference_number FROM cases WHERE reference_number IS NOT NULL
             ) GROUP BY year";
        // A file of version 1 has no record of removals, and none was made.
        let is_there = "SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'last_reference'";
        match self.one(is_there, ())? {
            true => self.all(highest, ()),
            false => Ok(Vec::new()),
        }
    }

    /// Says that a year has given a number, so that it is not given again.
    pub(crate) fn keep_highest_number(self, (year, number): (i64, i64)) -> Stored<()> {
        let keep = "INSERT INTO last_reference (year, number) VALUES (?1, ?2)
             ON CONFLICT (year) DO UPDATE SET number = max(number, excluded.number)";
        self.run(keep, (year, number)).map(drop)
    }

    /// Removes a case with all that belongs to it; what stays is a record that there was one, and the highest number
    /// of its year: not which numbers were given, only how far they went.
    pub(crate) fn remove_case(self, id: CaseId, removal: &Removal<'_>) -> Stored<()> {
        let Removal {
            stamp,
            mistake,
            reason,
        } = removal;
        let record =
            "INSERT INTO removed_case (id, routine, opened, removed, at, who, mistake, reason)
             SELECT id, routine, opened, ?2, ?3, ?4, ?5, ?6 FROM cases WHERE id = ?1";
        self.run(
            record,
            (id, stamp.day, &stamp.at, &stamp.who, *mistake, *reason),
        )?;
        let text_hash: String = self.one("SELECT text_hash FROM cases WHERE id = ?1", id)?;
        for statement in [
            "INSERT INTO last_reference (year, number)
             SELECT reference_year, max(reference_number) FROM cases
             WHERE reference_number IS NOT NULL
                 AND reference_year = (SELECT reference_year FROM cases WHERE id = ?1)
             GROUP BY reference_year
             ON CONFLICT (year) DO UPDATE SET number = max(number, excluded.number)",
            "DELETE FROM text WHERE case_id = ?1",
            "DELETE FROM event WHERE case_id = ?1",
            "DELETE FROM step_row WHERE case_id = ?1",
            "DELETE FROM cases WHERE id = ?1",
        ] {
            self.run(statement, id)?;
        }
        let unused = "DELETE FROM routine_text
             WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM cases WHERE text_hash = ?1)";
        self.run(unused, text_hash).map(drop)
    }
}
