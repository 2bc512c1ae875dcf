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

mod case;
mod case_file;
mod change;
mod check;
mod day;
mod error;
mod event;
mod file;
mod file_log;
mod hash;
mod kept;
mod objects;
mod reading;
mod redaction;
mod removal;
mod restore;
mod routine_text;
mod rows;
mod settings;
mod sql;
#[cfg(test)]
mod tests;
mod totals;

pub use case::{CaseFilter, CaseHeading, CaseId, Found, FreeReferences, Glance, Heads, StoredCase};
pub use case_file::{CaseFile, Opening};
pub use change::{Change, NewCase};
pub use check::{CaseFault, Fault, FaultKind};
pub use error::{StoreError, Stored};
pub use event::chained::{HistoryFault, SoundHistory};
pub use file::{Converted, Key, Salt};
pub use file_log::LogEntry;
pub use kept::{KeptCase, Origin};
pub use objects::{ObjectFault, ObjectFaultKind};
pub use reading::Reading;
pub use redaction::HeldText;
pub use removal::Removal;
pub use restore::Restoring;
pub use routine_text::RoutineText;
pub use rows::{FoundRow, Pick, RowQuery};
