//! The case file: the one door to storage, with the domain's verbs, and the only user of SQLite.
//!
//! Three things hold here and nowhere else:
//! - **The history is only added to.** The database itself refuses to change or remove an event; each carries a
//!   hash over the one before, and the case's row says where its chain ends. A whole case can be removed, never
//!   without a record that it was.
//! - **Everything else follows from the history**: rows, numbers and sums are written in the transaction that adds
//!   the events they follow from, and can be rebuilt from them.
//! - **Reading never writes.** A file is opened read-only, and what is read within one [`CaseFile::read`] is the
//!   file at one moment.
//!
//! One process should open a file once: on Unix, opening and closing it a second time lets go of the first one's
//! locks.

mod case_file;
mod change;
mod error;
mod file;
mod hash;
mod history;
mod query;
mod reading;
mod reference;
mod restore;
mod tables;
#[cfg(test)]
mod tests;

pub use case_file::CaseFile;
pub use change::{Change, NewCase};
pub use error::{StoreError, Stored};
pub use file::{
    Conversion, Key, ObjectFault, ObjectFaultKind, OpenOptions, Salt, Schema, left_by_conversion,
};
pub use history::{FaultKind, HistoryFault, SoundHistory};
pub use query::{FoundRow, Pick, RowPlace, RowQuery};
pub use reading::{CaseMatch, Reading, StoredCase};
pub use reference::FreeReferences;
pub(crate) use reference::key_of;
pub use restore::Restoring;
pub use tables::{
    CaseCache, CaseFilter, CaseId, CaseOrigin, CaseSummary, Glance, Heads, HeldText, LogEntry,
    Removal, RoutineText, Tables,
};
