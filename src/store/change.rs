//! One change of the case file: all of it is stored, or nothing.

use std::collections::BTreeSet;

use super::history::{SoundHistory, chain, chain_to};
use super::reading::{HEADS, PASSED_NUMBERS, PLANNER, Reading, form_key};
use super::tables::{CaseRow, Tables};
use super::{CaseId, CaseOrigin, Heads, LogEntry, Removal, RoutineText, StoreError, Stored};
use crate::domain::chained::{ChainEnd, ChainedHistory};
use crate::domain::code_word;
use crate::domain::event::{Event, What};
use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::CaseRef;
use crate::domain::report::{Standing, Totals};

/// A change under way. Others wait until it is over.
pub struct Change<'a> {
    tables: Tables<'a>,
    planner: u32,
    /// By how much the sums over all cases change.
    difference: Totals,
    /// By how much the ends of all histories do.
    heads: Heads,
    texts_kept: BTreeSet<String>,
    /// The changes of cases that were recorded in it, by their numbers.
    recorded: BTreeSet<(CaseId, u32)>,
    /// Something was written into the file's own log.
    has_logged: bool,
    /// The latest event it adds: what is there tells whether the change was stored.
    pub(super) latest: Option<(CaseId, ChainEnd)>,
}

/// A case to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewCase<'a> {
    pub reference: &'a CaseRef,
    pub routine: &'a RoutineText,
    /// Its first events, numbered from 1.
    pub events: &'a [Event],
    pub standing: &'a Standing,
}

impl<'a> Change<'a> {
    pub(super) fn new(tables: Tables<'a>, planner: u32) -> Self {
        Self {
            tables,
            planner,
            difference: Totals::default(),
            heads: Heads::default(),
            texts_kept: BTreeSet::new(),
            recorded: BTreeSet::new(),
            has_logged: false,
            latest: None,
        }
    }

    /// The file as it is in this change; nobody else can change it meanwhile. Totals are those from before.
    pub fn read(&self) -> Reading<'a> {
        Reading::new(self.tables, self.planner).in_change()
    }

    /// Opens a case. `DuplicateReference` when one of that reference exists, `HistoryMovedOn` when the events are not
    /// numbered from 1.
    pub fn open_case(&mut self, new: NewCase<'_>) -> Stored<CaseId> {
        let reference = new.reference.as_str();
        let chained = chain_to(self.tables, reference, chain::start(reference), new.events)?;
        let id = self.add_case(&new, &chained)?;
        self.note_recorded(id, new.events);
        Ok(id)
    }

    /// The changes of cases that were recorded so far, and are not said again. What came from elsewhere is not among them.
    pub fn take_recorded(&mut self) -> BTreeSet<(CaseId, u32)> {
        std::mem::take(&mut self.recorded)
    }

    fn note_recorded(&mut self, id: CaseId, events: &[Event]) {
        self.recorded
            .extend(events.iter().map(|event| (id, event.change)));
    }

    /// Takes in a case from another file, with its history as it is kept there. `DuplicateReference` when one of that
    /// reference exists.
    pub fn import_case(
        &mut self,
        history: &SoundHistory,
        routine: &RoutineText,
        standing: &Standing,
    ) -> Stored<CaseId> {
        let new = NewCase {
            reference: history.reference(),
            routine,
            events: history.events(),
            standing,
        };
        self.add_case(&new, &history.chained)
    }

    /// Adds what is newer in a history from another file to the case that has its first `held` events, and takes out here
    /// too what was taken out there since.
    pub fn add_newer(
        &mut self,
        (id, held): (CaseId, usize),
        history: &SoundHistory,
        standing: &Standing,
    ) -> Stored<CaseId> {
        let mut row = self.tables.case_of_id(id)?;
        let mut newer = history.chained.clone();
        newer.events.drain(..held);
        self.add_events(id, &newer)?;
        for event in &history.events()[held..] {
            if let What::Redacted { redacts, .. } = event.what {
                self.tables.take_texts_out(id, redacts)?;
            }
        }
        self.heads.turn(id, &row.reference, &row.head);
        row.head = newer.head;
        self.heads.turn(id, &row.reference, &row.head);
        self.put_standing(&row, standing, false)?;
        Ok(id)
    }

    fn add_case(&mut self, new: &NewCase<'_>, history: &ChainedHistory) -> Stored<CaseId> {
        let first = new.events.first().ok_or(StoreError::HistoryMovedOn {
            expected: 1,
            found: 0,
        })?;
        let (routine, standing) = (new.routine, new.standing);
        // A text is long: when many cases are opened it is handed to the database once.
        if !self.texts_kept.contains(&routine.hash) {
            self.tables.keep_routine_text(routine)?;
            self.texts_kept.insert(routine.hash.clone());
        }
        let origin = CaseOrigin {
            routine: routine.id.clone(),
            text_hash: routine.hash.clone(),
            opened: first.stamp.day,
        };
        let (reference, head) = (new.reference, &history.head);
        let id = self
            .tables
            .insert_case(reference, &origin, head, standing)?;
        self.add_events(id, history)?;
        self.heads.turn(id, reference.as_str(), head);
        self.tables
            .put_rows(id, reference.as_str(), standing, true)?;
        self.settle_code_word(id, reference.as_str(), None)?;
        let share = Totals::of_case(standing.open, &standing.numbers());
        self.difference = self.difference.plus(share);
        Ok(id)
    }

    /// Adds events to a case's history; the standing is what it then comes to. `HistoryMovedOn` when the events do not
    /// follow its latest one: the case was changed since it was read.
    pub fn append(&mut self, id: CaseId, events: &[Event], standing: &Standing) -> Stored<()> {
        let row = self.go_on(id, events)?;
        self.put_standing(&row, standing, false)
    }

    /// Makes the stored rows of a case those of its standing, without any event: after a new planner, or to repair.
    pub fn rebuild_rows(&mut self, id: CaseId, standing: &Standing) -> Stored<()> {
        let row = self.tables.case_of_id(id)?;
        self.put_standing(&row, standing, true)
    }

    /// Makes all that is kept of a case beside its history what reference, beginning and standing give: a repair.
    pub fn rebuild_case(
        &mut self,
        id: CaseId,
        origin: &CaseOrigin,
        standing: &Standing,
    ) -> Stored<()> {
        let row = self.tables.case_of_id(id)?;
        self.tables.put_origin(id, &row.reference, origin)?;
        self.settle_code_word(id, &row.reference, row.code_word.as_deref())?;
        self.tables.remove_rows(id)?;
        self.put_standing(&row, standing, true)
    }

    /// Takes the texts of an event out of the file, and adds the events that say so; how many texts that were.
    pub fn redact(&mut self, id: CaseId, seq: u32, events: &[Event]) -> Stored<usize> {
        let row = self.go_on(id, events)?;
        self.tables.move_head(id, &row.head)?;
        self.tables.take_texts_out(id, seq)
    }

    /// Removes a case with all that belongs to it, and leaves a record that it was. `NoSuchCase` when there is none of
    /// that number.
    pub fn remove_case(&mut self, id: CaseId, removal: &Removal<'_>) -> Stored<()> {
        let row = self.tables.case_of_id(id)?;
        self.heads.turn(id, &row.reference, &row.head);
        let (_, share) = self.tables.share_of_totals(id)?;
        self.tables.remove_case(id, removal)?;
        self.difference = self.difference.minus(share);
        Ok(())
    }

    /// Says that all rows now come from this program's planner.
    pub fn mark_rows_current(&mut self) -> Stored<()> {
        let planner = self.planner.to_string();
        self.tables.put_setting(PLANNER, Some(&planner))
    }

    /// Keeps the parsed form of every routine text that has none yet, and no other forms. A text without one is read.
    pub fn keep_forms(&mut self, form: impl Fn(&RoutineText) -> Option<String>) -> Stored<()> {
        let key = |hash: &str| form_key(self.planner, hash);
        for text in self.tables.texts_without_form(&key(""))? {
            let form = form(&text);
            self.tables.put_setting(&key(&text.hash), form.as_deref())?;
        }
        Ok(())
    }

    /// Forgets all parsed forms of routine texts.
    pub fn forget_forms(&mut self) -> Stored<()> {
        self.tables.remove_forms()
    }

    /// Counts the sums over all cases anew.
    pub fn rebuild_totals(&mut self) -> Stored<Totals> {
        let counted = self.tables.counted_totals()?;
        self.tables.put_totals(counted)?;
        // What this change has done so far is in what was counted.
        self.difference = Totals::default();
        Ok(counted)
    }

    pub(super) fn keep_highest_number(&mut self, number: (i64, i64)) -> Stored<()> {
        self.tables.keep_highest_number(number)
    }

    /// No case gets a number up to this one.
    pub(super) fn pass_numbers_to(&mut self, last: i64) -> Stored<()> {
        let given = self.tables.last_id_given()?;
        if last <= given {
            return Ok(());
        }
        let mut passed = self.read().passed_numbers()?;
        passed.push((given + 1, last));
        let passed = serde_json::json!(passed).to_string();
        self.tables.put_setting(PASSED_NUMBERS, Some(&passed))?;
        self.tables.put_last_id_given(last)
    }

    /// Sets a setting of the file; `None` removes it.
    pub fn set(&mut self, key: &str, value: Option<&str>) -> Stored<()> {
        names_nobody(value.unwrap_or_default())?;
        self.tables.put_setting(key, value)
    }

    /// Whether something was added to the file's own log.
    pub fn has_logged(&self) -> bool {
        self.has_logged
    }

    /// Adds to the file's own log.
    pub fn log(&mut self, entry: &LogEntry) -> Stored<()> {
        names_nobody(&entry.who)?;
        texts_in(&entry.detail)
            .into_iter()
            .try_for_each(names_nobody)?;
        self.has_logged = true;
        self.tables.add_to_log(entry)
    }

    /// Adds events after the latest one of a case; the row is as it was, but for where its history now ends.
    fn go_on(&mut self, id: CaseId, events: &[Event]) -> Stored<CaseRow> {
        let row = self.tables.case_of_id(id)?;
        self.heads.turn(id, &row.reference, &row.head);
        let chained = chain_to(self.tables, &row.reference, row.head, events)?;
        self.heads.turn(id, &row.reference, &chained.head);
        self.add_events(id, &chained)?;
        self.note_recorded(id, events);
        let head = chained.head;
        Ok(CaseRow { head, ..row })
    }

    fn add_events(&mut self, id: CaseId, history: &ChainedHistory) -> Stored<()> {
        self.latest = Some((id, history.head.clone()));
        let mut events = history.events.iter();
        events.try_for_each(|event| self.tables.add_event(id, event))
    }

    pub(super) fn finish(self) -> Stored<()> {
        if self.difference != Totals::default() {
            let totals = self.tables.totals()?;
            self.tables.put_totals(totals.plus(self.difference))?;
        }
        if self.heads == Heads::default() {
            return Ok(());
        }
        let heads = match self.tables.setting(HEADS)? {
            None => self.tables.heads()?,
            // What another hand has made of it stays, and is told.
            Some(kept) => match Heads::parse(&kept) {
                None => return Ok(()),
                Some(mut heads) => {
                    heads.turn_all(self.heads);
                    heads
                }
            },
        };
        self.tables.put_setting(HEADS, Some(&heads.text()))
    }

    /// Sees to it that a case has a code word that no other open case has.
    fn settle_code_word(
        &mut self,
        id: CaseId,
        reference: &str,
        current: Option<&str>,
    ) -> Stored<()> {
        if let Some(word) = current
            && code_word::meant(word).as_deref() == Some(word)
            && !self.tables.is_word_taken(word, id)?
        {
            return Ok(());
        }
        // One that never meant another case, while there are any; then one that means no other open case.
        for word in code_word::candidates(reference).take(code_word::COUNT) {
            if !self.tables.was_word_used(&word, id)? {
                return self.tables.put_code_word(id, &word);
            }
        }
        for word in code_word::candidates(reference) {
            if !self.tables.is_word_taken(&word, id)? {
                return self.tables.put_code_word(id, &word);
            }
        }
        Ok(())
    }

    /// Gives a case another code word; whether it could: the word never meant another case.
    pub fn set_code_word(&mut self, id: CaseId, word: &str) -> Stored<bool> {
        let is_free = !self.tables.was_word_used(word, id)?;
        if is_free {
            self.tables.put_code_word(id, word)?;
        }
        Ok(is_free)
    }

    fn put_standing(&mut self, row: &CaseRow, standing: &Standing, write_all: bool) -> Stored<()> {
        let (was_open, before) = self.tables.share_of_totals(row.id)?;
        self.tables.update_case(row.id, &row.head, standing)?;
        if standing.open {
            self.settle_code_word(row.id, &row.reference, row.code_word.as_deref())?;
        }
        let write_all = write_all || was_open != standing.open;
        self.tables
            .put_rows(row.id, &row.reference, standing, write_all)?;
        let share = Totals::of_case(standing.open, &standing.numbers());
        self.difference = self.difference.plus(share.minus(before));
        Ok(())
    }
}

/// What outlives every case holds nobody's number.
fn names_nobody(text: &str) -> Stored<()> {
    match holds_identity_number(text) {
        true => Err(StoreError::IdentityNumber),
        false => Ok(()),
    }
}

/// The texts in an entry's detail; hashes are none.
fn texts_in(detail: &serde_json::Value) -> Vec<&str> {
    let is_hash =
        |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match detail {
        serde_json::Value::String(text) if !is_hash(text) => vec![text],
        serde_json::Value::Array(all) => all.iter().flat_map(texts_in).collect(),
        serde_json::Value::Object(all) => all.values().flat_map(texts_in).collect(),
        _ => Vec::new(),
    }
}
