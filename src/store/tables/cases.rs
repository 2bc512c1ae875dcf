//! Cases, a row each: its names, where its history ends, and what lists of cases show.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{ffi, params_from_iter};

use super::Tables;
use super::columns::{Cells, FromCells, ToCells, cells, columns, values};
use crate::domain::chained::ChainEnd;
use crate::domain::code_word;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::plan::Span;
use crate::domain::report::{CaseNumbers, ReportRow, Standing, Totals};
use crate::store::hash::{self, Hash};
use crate::store::reference::ReferenceKey;
use crate::store::{StoreError, Stored};

/// A case's number in its file. Numbers are given in order, without gaps, and never again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub(crate) i64);

impl CaseId {
    /// The number it has in its file, from 1.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// What a case is known by, and where its history ends.
pub(crate) struct CaseRow {
    pub(crate) id: CaseId,
    pub(crate) reference: String,
    pub(crate) code_word: Option<String>,
    pub(crate) text_hash: String,
    pub(crate) head: ChainEnd,
}

/// What a case's history begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOrigin {
    pub routine: RoutineId,
    pub text_hash: String,
    pub opened: NaiveDate,
}

/// What is kept of a case beside its history: all of it follows from the history and can be rebuilt.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseCache {
    pub origin: CaseOrigin,
    pub open: bool,
    pub numbers: CaseNumbers,
    pub rows: Vec<ReportRow>,
    /// The days on which they are right.
    pub span: Span,
    /// What the case is looked up and sorted by is what its reference gives, here and in every row.
    pub keys_agree: bool,
}

/// Which cases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseFilter {
    Open,
    Closed,
    All,
}

/// What a list shows of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSummary {
    pub id: CaseId,
    pub reference: CaseRef,
    pub routine: RoutineId,
    pub version: String,
    pub text_hash: String,
    pub open: bool,
    pub opened: NaiveDate,
    pub code_word: Option<String>,
    pub numbers: CaseNumbers,
    /// Steps that are overdue on the day asked about.
    pub overdue: u32,
}

/// Every case and where its history ends, as one hash: two files with the same hold the same cases and events. Each is
/// hashed by itself and taken in or out by *exclusive or*, so that one change of it costs the same however many there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heads(Hash);

impl Heads {
    /// Takes the end of a case's history in, or out where it was in.
    pub(crate) fn turn(&mut self, id: CaseId, reference: &str, head: &ChainEnd) {
        let (id, seq) = (id.0.to_be_bytes(), head.seq.to_be_bytes());
        let parts = [&id[..], &seq, head.hash.as_bytes(), reference.as_bytes()];
        self.turn_all(Self(hash::of(&parts)));
    }

    pub(crate) fn turn_all(&mut self, others: Self) {
        let bytes = self.0.iter_mut().zip(others.0);
        bytes.for_each(|(byte, other)| *byte ^= other);
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Some(Self(hash::from_hexadecimal(text)?.try_into().ok()?))
    }

    pub(crate) fn text(self) -> String {
        hash::hexadecimal(&self.0)
    }
}

columns! {
    CaseOrigin { routine, text_hash, opened }
    CaseNumbers { steps, to_do, ended, without_date, without_owner, unanswered, not_in_akt, next_due }
    CaseRow { id, reference, code_word, text_hash, head }
    CaseSummary { id, reference, routine, version, text_hash, open, opened, code_word, numbers, overdue }
    ReferenceKey { key, year, number }
    Span { from, until }
}

cells! {
    CaseId => |cells| cells.cell().map(Self), |id| id.0;
}

impl ToCells for Standing {
    fn put(&self, cells: &mut Vec<Value>) {
        (self.open, self.numbers(), self.span).put(cells);
    }
}

const BY_REFERENCE: &str = concat!(
    include_str!("list.sql"),
    "WHERE ?1 IS NULL OR c.open = ?1 ORDER BY c.reference_key"
);
/// Each is looked up in one of two small indexes.
pub(crate) const STALE: &str = "SELECT id FROM cases INDEXED BY case_rows_from WHERE rows_from > ?1
     UNION ALL SELECT id FROM cases INDEXED BY case_rows_until WHERE rows_until <= ?1";

macro_rules! case_row {
    () => {
        "SELECT id, reference, code_word, text_hash, head_seq, lower(hex(head_hash)) FROM cases "
    };
}

impl Tables<'_> {
    pub(crate) fn case_of_key(self, key: &str) -> Stored<Option<CaseRow>> {
        self.first(concat!(case_row!(), "WHERE reference_key = ?1"), key)
    }

    /// `NoSuchCase` when there is none of that number.
    pub(crate) fn case_of_id(self, id: CaseId) -> Stored<CaseRow> {
        self.first(concat!(case_row!(), "WHERE id = ?1"), id)?
            .ok_or_else(|| no_such(id))
    }

    /// The case of a code word, an open one before those that are closed; `None` when no one case has it.
    pub(crate) fn case_of_word(self, word: &str) -> Stored<Option<(CaseId, CaseRef)>> {
        let named = "SELECT id, reference FROM cases WHERE code_word = ?1 AND open = (SELECT max(open) FROM cases WHERE code_word = ?1)";
        let mut found = self.all(named, word)?;
        Ok(found.pop().filter(|_| found.is_empty()))
    }

    /// Whether an open case other than this has the word.
    pub(crate) fn is_word_taken(self, word: &str, but_by: CaseId) -> Stored<bool> {
        let taken =
            "SELECT EXISTS (SELECT 1 FROM cases WHERE code_word = ?1 AND open = 1 AND id <> ?2)";
        self.one(taken, (word, but_by))
    }

    /// Whether the word ever meant another case: people who remember it would mean that one.
    pub(crate) fn was_word_used(self, word: &str, but_by: CaseId) -> Stored<bool> {
        let used = "SELECT EXISTS (SELECT 1 FROM cases WHERE (code_word = ?1 OR reference_key = ?1) AND id <> ?2)
                OR EXISTS (SELECT 1 FROM file_log WHERE kind = 'code-word'
                           AND json_extract(detail, '$.was') = ?1 AND json_extract(detail, '$.case') <> ?2)";
        self.one(used, (word, but_by))
    }

    pub(crate) fn put_code_word(self, id: CaseId, word: &str) -> Stored<()> {
        self.run("UPDATE cases SET code_word = ?2 WHERE id = ?1", (id, word))
            .map(drop)
    }

    /// The first cases whose keys begin so, with their keys.
    pub(crate) fn cases_from_key(
        self,
        key: &str,
        with_closed: bool,
        most: u32,
    ) -> Stored<Vec<(CaseId, CaseRef, String)>> {
        let begin_so = "SELECT id, reference, reference_key FROM cases
             WHERE reference_key >= ?1 AND reference_key < ?2 AND (open = 1 OR ?3 OR reference_key = ?1)
             ORDER BY reference_key LIMIT ?4";
        // Sorts after everything that begins with the key.
        let beyond = format!("{key}\u{10FFFF}");
        self.all(begin_so, (key, beyond.as_str(), with_closed, most))
    }

    /// Cases whose references end with the key, the closed ones too where that is asked for.
    pub(crate) fn cases_to_key(
        self,
        key: &str,
        with_closed: bool,
        most: u32,
    ) -> Stored<Vec<(CaseId, CaseRef, String)>> {
        let end_so = "SELECT id, reference, reference_key FROM cases
             WHERE substr(reference_key, -length(?1)) = ?1 AND (open = 1 OR ?2) ORDER BY reference_key LIMIT ?3";
        self.all(end_so, (key, with_closed, most))
    }

    /// References that contain the key, then its neighbours in the alphabet; some more than once.
    pub(crate) fn references_near(self, key: &str, most_of_a_sort: u32) -> Stored<Vec<CaseRef>> {
        let near = "SELECT reference FROM (SELECT reference FROM cases
                                WHERE instr(reference_key, ?1) > 0 LIMIT ?2)
         UNION ALL
         SELECT reference FROM (SELECT reference FROM cases WHERE reference_key < ?1
                                ORDER BY reference_key DESC LIMIT ?2)
         UNION ALL
         SELECT reference FROM (SELECT reference FROM cases WHERE reference_key > ?1
                                ORDER BY reference_key LIMIT ?2)";
        self.all(near, (key, most_of_a_sort))
    }

    /// The highest number of a year, removed cases too; below `last` and with room after it.
    pub(crate) fn highest_number(self, year: i32, last: u32) -> Stored<Option<u32>> {
        self.one(include_str!("highest_number.sql"), (i64::from(year), last))
    }

    /// The cases that say they continue this one.
    pub fn continued_by(self, reference: &CaseRef) -> Stored<Vec<CaseRef>> {
        let continuing =
            "SELECT c.reference FROM cases c JOIN event e ON e.case_id = c.id AND e.seq = 1
             WHERE json_extract(e.body, '$.continues') = ?1 ORDER BY c.reference_key";
        self.all(continuing, reference)
    }

    /// The numbers of all cases, in the order they were opened: eight bytes each.
    pub fn case_ids(self) -> Stored<Vec<CaseId>> {
        self.all("SELECT id FROM cases ORDER BY id", ())
    }

    /// Open cases whose rows are not right on a day: something has changed by itself.
    pub fn stale_cases(self, on: NaiveDate) -> Stored<BTreeSet<CaseId>> {
        Ok(self.all(STALE, on)?.into_iter().collect())
    }

    pub(crate) fn last_id_given(self) -> Stored<i64> {
        let last = "SELECT seq FROM sqlite_sequence WHERE name = 'cases'";
        Ok(self.first(last, ())?.unwrap_or(0))
    }

    pub(crate) fn put_last_id_given(self, last: i64) -> Stored<()> {
        self.run("DELETE FROM sqlite_sequence WHERE name = 'cases'", ())?;
        let put = "INSERT INTO sqlite_sequence (name, seq) VALUES ('cases', ?1)";
        self.run(put, last).map(drop)
    }

    /// What is kept of a case beside its history. `NoSuchCase`; `UnreadableRow` or `Damaged` when it cannot be
    /// understood.
    pub fn cache_of(self, id: CaseId) -> Stored<CaseCache> {
        let kept = "SELECT reference, reference_key, reference_year, reference_number, routine, text_hash, opened,
                open, steps, to_do, ended, without_date, without_owner, unanswered, not_in_akt, next_due, rows_from,
                rows_until
             FROM cases WHERE id = ?1";
        let kept: Option<(String, ReferenceKey, _, _, _, _)> = self.first(kept, id)?;
        let (reference, key, origin, open, numbers, span) = kept.ok_or_else(|| no_such(id))?;
        let ours = ReferenceKey::of(&reference);
        let elsewhere = "SELECT count(*) FROM step_row WHERE case_id = ?1 AND (case_key <> ?2 OR case_open <> ?3)";
        let rows_elsewhere: u32 = self.one(elsewhere, (id, &ours.key, open))?;
        Ok(CaseCache {
            origin,
            open,
            numbers,
            rows: self.rows_of(id)?,
            span,
            keys_agree: key == ours && rows_elsewhere == 0 && self.has_good_word(id, open)?,
        })
    }

    /// Whether what the case is called is one of the words, and no other open case's.
    fn has_good_word(self, id: CaseId, open: bool) -> Stored<bool> {
        Ok(match self.case_of_id(id)?.code_word {
            Some(word) => {
                code_word::meant(&word).as_ref() == Some(&word)
                    && !(open && self.is_word_taken(&word, id)?)
            }
            // It gets one with its next change.
            None => true,
        })
    }

    /// Whether a case is open, and what it adds to the sums over all cases.
    pub(crate) fn share_of_totals(self, id: CaseId) -> Stored<(bool, Totals)> {
        // The rest may be damaged, and is not asked for.
        let share = "SELECT open, 0, 0, 0, without_date, without_owner, unanswered, not_in_akt, NULL FROM cases WHERE id = ?1";
        let (open, numbers) = self.one(share, id)?;
        Ok((open, Totals::of_case(open, &numbers)))
    }

    /// Calls `each` with the cases, by reference. An error from it ends the list.
    pub fn cases<E: From<StoreError>>(
        self,
        filter: CaseFilter,
        today: NaiveDate,
        mut each: impl FnMut(CaseSummary) -> Result<(), E>,
    ) -> Result<(), E> {
        let (sql, open) = match filter {
            CaseFilter::Open => (BY_REFERENCE, Some(true)),
            CaseFilter::Closed => (BY_REFERENCE, Some(false)),
            CaseFilter::All => (BY_REFERENCE, None),
        };
        self.each(sql, (open, today), |row| {
            each(Cells::of(row).take().map_err(StoreError::from)?)
        })
    }

    /// Every case and where its history ends.
    pub fn heads(self) -> Stored<Heads> {
        let heads = "SELECT id, reference, head_seq, lower(hex(head_hash)) FROM cases";
        let mut all = Heads::default();
        self.each(heads, (), |row| {
            let (id, reference, head): (_, String, _) = Cells::of(row).take()?;
            all.turn(id, &reference, &head);
            Ok::<_, StoreError>(())
        })?;
        Ok(all)
    }

    /// `DuplicateReference` when a case of that reference exists.
    pub(crate) fn insert_case(
        self,
        reference: &CaseRef,
        origin: &CaseOrigin,
        head: &ChainEnd,
        standing: &Standing,
    ) -> Stored<CaseId> {
        let insert = "INSERT INTO cases (reference, reference_key, reference_year, reference_number,
                 routine, text_hash, opened, head_seq, head_hash, open,
                 steps, to_do, ended, without_date, without_owner, unanswered, not_in_akt, next_due, rows_from,
                 rows_until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, unhex(?9), ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";
        let key = ReferenceKey::of(reference.as_str());
        let row = params_from_iter(values((reference, key, origin, head, standing)));
        let inserted = self.db.prepare_cached(insert)?.insert(row);
        inserted
            .map(CaseId)
            .map_err(|error| match error.sqlite_error() {
                Some(failure) if failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE => {
                    StoreError::DuplicateReference(reference.clone())
                }
                _ => error.into(),
            })
    }

    pub(crate) fn update_case(
        self,
        id: CaseId,
        head: &ChainEnd,
        standing: &Standing,
    ) -> Stored<()> {
        let update = "UPDATE cases SET (head_seq, head_hash, open, steps, to_do, ended, without_date, without_owner,
                 unanswered, not_in_akt, next_due, rows_from, rows_until)
                 = (?2, unhex(?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             WHERE id = ?1";
        self.run(update, (id, head, standing)).map(drop)
    }

    pub(crate) fn move_head(self, id: CaseId, head: &ChainEnd) -> Stored<()> {
        let moved = "UPDATE cases SET head_seq = ?2, head_hash = unhex(?3) WHERE id = ?1";
        self.run(moved, (id, head)).map(drop)
    }

    /// Makes what a case is found by, and what it began with, what reference and history give.
    pub(crate) fn put_origin(self, id: CaseId, reference: &str, origin: &CaseOrigin) -> Stored<()> {
        let put = "UPDATE cases SET reference_key = ?2, reference_year = ?3, reference_number = ?4, routine = ?5,
                text_hash = ?6, opened = ?7
             WHERE id = ?1";
        self.run(put, (id, ReferenceKey::of(reference), origin))
            .map(drop)
    }
}

fn no_such(id: CaseId) -> StoreError {
    StoreError::NoSuchCase(id.0.to_string().into())
}
