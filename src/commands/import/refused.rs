//! The file that is taken in, or what is piped in, and why it is not: the first thing in it that does not fit.

use std::io::ErrorKind;

use crate::commands::prelude::*;
use crate::desk::given_text::piped_in;
use crate::export::NotACase;
use crate::routine_file::FileFault;
use crate::store::{ChainFault, FaultKind, ImportFault};

messages! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(super) enum Rejection {
        NotACase(; fault: NotACase) => fault,
        TooLarge => "import-too-large",
        RoutineAltered => "import-routine-altered",
        RoutineNamesSomebody => "import-routine-names-somebody",
        RoutineUnusable => "import-routine-unusable",
        NotUnderstood(seq: u32) => "import-not-understood",
        Altered(; fault: ChainFault) => message!(
            match fault.kind {
                FaultKind::Missing => "import-missing",
                FaultKind::Altered => "import-altered",
                FaultKind::TextAltered => "import-text-altered",
                FaultKind::TextGone => "import-text-gone",
                FaultKind::TextStands => "import-text-stands",
                FaultKind::EndsElsewhere => "import-ends-elsewhere",
            },
            seq = fault.seq,
        ),
        /// The events do not come to a case, from this one on.
        NoCase(seq: u32) => "import-no-case",
        AnotherRoutine => "import-another-routine",
    }
}

impl Rejection {
    pub(super) fn failure(&self, name: &str) -> Failure {
        let refused = because(name, self.message());
        match self {
            Self::TooLarge => refused,
            Self::RoutineNamesSomebody => refused.hint("hint-routine-number"),
            Self::RoutineUnusable
            | Self::NotUnderstood(_)
            | Self::NotACase(NotACase::Newer { .. }) => refused.hint("hint-newer-program"),
            _ => refused.hint("hint-export-anew"),
        }
    }
}

impl From<ImportFault> for Rejection {
    fn from(fault: ImportFault) -> Self {
        match fault {
            ImportFault::Altered(fault) => Self::Altered(fault),
            ImportFault::NotUnderstood(seq) => Self::NotUnderstood(seq),
        }
    }
}

pub(super) fn because(name: &str, why: Message) -> Failure {
    Failure::refused(message!("import-refused", file = name)).because(why)
}

/// No case is nearly as large; a larger file could take the memory.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn file_name(path: &Path, words: &Words) -> String {
    match is_standard_input(path) {
        true => words.say("standard-input"),
        false => path.display().to_string(),
    }
}

pub(super) fn read_file(path: &Path, name: &str) -> Attempt<Vec<u8>> {
    let bytes = match is_standard_input(path) {
        true => piped_in(LARGEST_BYTES + 1)?,
        false => read_bytes(path, LARGEST_BYTES + 1).map_err(|fault| unreadable(name, &fault))?,
    };
    if bytes.len() > LARGEST_BYTES {
        return Err(Rejection::TooLarge.failure(name));
    }
    Ok(bytes)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn unreadable(name: &str, fault: &FileFault) -> Failure {
    let cause = match fault {
        FileFault::Unreadable(kind) => *kind,
        _ => ErrorKind::InvalidInput,
    };
    Failure::refused(message!("import-unreadable", file = name, cause))
}
