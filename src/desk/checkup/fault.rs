//! What can be wrong with a case file, and what is worth knowing of it.

use crate::domain::ids::{CaseRef, RoutineId};
use crate::store::{FaultKind, ObjectFault, StoreError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The database itself is damaged, in SQLite's words.
    Damage(String),
    Object(ObjectFault),
    /// A case with this number in the file was cut out.
    MissingCase(i64),
    Text {
        hash: String,
        routine: Option<RoutineId>,
        how: TextFault,
    },
    History {
        case: CaseRef,
        seq: u32,
        how: HistoryFault,
    },
    Impossible(DoubtfulEvent),
    /// A case cannot be read at all, in SQLite's words.
    UnreadableCase {
        number: i64,
        detail: String,
    },
    /// What is kept of a case beside its history does not follow from it.
    Kept(CaseRef),
    Totals,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoubtfulEvent {
    pub(crate) case: CaseRef,
    pub(crate) seq: u32,
    pub(crate) why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFault {
    Missing,
    Altered,
    Unreadable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HistoryFault {
    Chain(FaultKind),
    /// It is as it was recorded, and cannot be understood.
    Unreadable,
    /// It does not follow from those before it.
    OutOfOrder,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    Interrupted,
    UnfinishedCopies(Vec<String>),
    OldPlanner,
    /// When somebody last looked into the access log, RFC 3339.
    AccessLog(Option<String>),
    /// The access log is off in a file that social services hold.
    AccessLogOff,
    /// Events recorded under a given day, by case.
    GivenDays(Vec<(CaseRef, u32)>),
    Doubtful(DoubtfulEvent),
    /// A routine's text of an id and version that come with the program as another text.
    NotAsShipped {
        routine: RoutineId,
        version: String,
    },
    /// What the file's own log tells, or that it was tampered with: its kind for programs, and the words.
    OfFileLog(String, String),
}

impl Fault {
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

pub(super) fn detail(error: &StoreError) -> String {
    match error {
        StoreError::Damaged(detail) | StoreError::Other(detail) => detail.clone(),
        StoreError::NoSuchCase(_) => "row missing from table cases".to_owned(),
        other => other.message().id().to_owned(),
    }
}
