//! What can be wrong with a case file, and what is worth knowing of it.

use crate::domain::ids::{CaseRef, RoutineId};
use crate::store::{FaultKind, ObjectFault, StoreError};

/// Something wrong with a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The database itself is damaged, in SQLite's words.
    Damage(String),
    /// A table, index or trigger is not as this version makes it.
    Object(ObjectFault),
    /// A case with this number in the file was cut out.
    MissingCase(i64),
    /// A routine text.
    Text {
        /// The hash it goes by.
        hash: String,
        /// The routine, where the text's row is there.
        routine: Option<RoutineId>,
        /// What is the matter with it.
        how: TextFault,
    },
    /// A case's history, and the first event that does not fit.
    History {
        /// The case.
        case: CaseRef,
        /// The event's number.
        seq: u32,
        /// How it does not fit.
        how: HistoryFault,
    },
    /// An event of a case that could not have been recorded.
    Impossible(DoubtfulEvent),
    /// A case cannot be read at all, in SQLite's words.
    UnreadableCase {
        /// Its number in the file.
        number: i64,
        /// Why.
        detail: String,
    },
    /// What is kept of a case beside its history does not follow from it.
    Kept(CaseRef),
    /// The sums over all cases are not theirs.
    Totals,
}

/// An event that could not have been recorded, or not by this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoubtfulEvent {
    /// The case.
    pub(crate) case: CaseRef,
    /// The event's number.
    pub(crate) seq: u32,
    /// What is the matter with it, in words.
    pub(crate) why: String,
}

/// What is the matter with a routine text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFault {
    /// It is not there.
    Missing,
    /// It is not the one its hash was taken of.
    Altered,
    /// It cannot be read as a routine.
    Unreadable,
}

/// How an event does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HistoryFault {
    /// As the chain of hashes shows it.
    Chain(FaultKind),
    /// It is as it was recorded, and cannot be understood.
    Unreadable,
    /// It does not follow from those before it.
    OutOfOrder,
}

/// Something worth knowing that is no fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// A program died while it was writing.
    Interrupted,
    /// Copies beside the file that were never finished.
    UnfinishedCopies(Vec<String>),
    /// Rows come from another version's planner.
    OldPlanner,
    /// When somebody last looked into the access log, RFC 3339.
    AccessLog(Option<String>),
    /// The access log is off in a file that social services hold.
    AccessLogOff,
    /// Events recorded under a given day, by case.
    GivenDays(Vec<(CaseRef, u32)>),
    /// An event that this program would not record.
    Doubtful(DoubtfulEvent),
    /// A routine's text of an id and version that come with the program as another text.
    NotAsShipped {
        /// The routine.
        routine: RoutineId,
        /// Its version.
        version: String,
    },
    /// What the file's own log tells, or that it was tampered with: its kind for programs, and the words.
    OfFileLog(String, String),
}

impl Fault {
    /// A part of the file that cannot be read.
    pub(super) fn unreadable(error: &StoreError) -> Self {
        Self::Damage(detail(error))
    }

    /// Whether it can be made right from what is sound.
    pub(crate) fn can_be_repaired(&self) -> bool {
        match self {
            Self::Object(object) => !object.is_table,
            Self::Kept(_) | Self::Totals => true,
            // Where SQLite names an index or a rebuilt table, building it anew helps; else trying does no harm.
            Self::Damage(_) => true,
            Self::MissingCase(_)
            | Self::Text { .. }
            | Self::History { .. }
            | Self::Impossible(_)
            | Self::UnreadableCase { .. } => false,
        }
    }
}

/// An error in the database's own words, where it has any.
pub(super) fn detail(error: &StoreError) -> String {
    match error {
        StoreError::Damaged(detail) | StoreError::Other(detail) => detail.clone(),
        StoreError::NoSuchCase(_) => "row missing from table cases".to_owned(),
        other => other.message().0.to_owned(),
    }
}
