//! A whole case in one file: the routine it goes by and its history as it is kept, and back.
//!
//! Nothing in it comes from the one who writes it out or from when: a case that was taken in gives the same bytes again.

use serde::{Deserialize, Serialize};

use crate::domain::{
    chained::{ChainEnd, ChainedEvent, ChainedHistory},
    ids::{CaseRef, RoutineId},
};

const FORMAT: &str = "sisam-case";
/// Goes up when what the file holds changes.
const FORMAT_VERSION: u32 = 1;

/// A case with all that its state follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WholeCaseJson {
    format: String,
    format_version: u32,
    /// Its reference, as it was written when the case was opened.
    pub reference: CaseRef,
    pub routine: RoutineTextJson,
    /// Its history, oldest first.
    pub events: Vec<ChainedEvent>,
    pub head: ChainEnd,
}

/// A routine's exact text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoutineTextJson {
    pub id: RoutineId,
    pub version: String,
    /// SHA-256 of the text, in lower-case hexadecimals.
    pub hash: String,
    pub text: String,
}

messages! {
    /// Why a file is no case.
    pub enum NotACase {
        AnotherFile => "import-another-file",
        Newer { found: u64, ours: u32 } => "import-newer",
        /// It breaks off.
        CutOff => "import-cut-off",
        /// Something in it does not belong there.
        Unfit {
            /// Lines from 1.
            line: usize,
            /// Bytes from 1.
            column: usize
        } => "import-unfit",
    }
}

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct Peek {
    format: String,
    format_version: u64,
}

impl WholeCaseJson {
    /// The JSON of a case.
    pub fn new(reference: CaseRef, routine: RoutineTextJson, history: ChainedHistory) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            reference,
            routine,
            events: history.events,
            head: history.head,
        }
    }

    /// Reads it back. Whether the history is sound is another question.
    pub fn read(bytes: &[u8]) -> Result<Self, NotACase> {
        let peek: Peek = serde_json::from_slice(bytes).map_err(|error| no_case(&error))?;
        if peek.format != FORMAT || peek.format_version == 0 {
            return Err(NotACase::AnotherFile);
        }
        if peek.format_version > u64::from(FORMAT_VERSION) {
            return Err(NotACase::Newer {
                found: peek.format_version,
                ours: FORMAT_VERSION,
            });
        }
        serde_json::from_slice(bytes).map_err(|error| unfit(&error))
    }

    /// The case's history as it is kept.
    pub fn into_history(self) -> ChainedHistory {
        ChainedHistory {
            events: self.events,
            head: self.head,
        }
    }
}

fn no_case(error: &serde_json::Error) -> NotACase {
    let is_no_json = (error.line(), error.column()) == (1, 1);
    // Data that is well written but does not say what it is.
    if is_no_json || error.is_data() {
        return NotACase::AnotherFile;
    }
    unfit(error)
}

fn unfit(error: &serde_json::Error) -> NotACase {
    if error.is_eof() {
        return NotACase::CutOff;
    }
    NotACase::Unfit {
        line: error.line(),
        column: error.column(),
    }
}
