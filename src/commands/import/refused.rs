//! The file that is taken in, or what is piped in, and why it is not: the first thing in it that does not fit.

use std::io::ErrorKind;

use crate::commands::prelude::*;
use crate::desk::given::piped_in;
use crate::export::NotACase;
use crate::routine_file::FileFault;
use crate::store::{FaultKind, HistoryFault};

messages! {
    pub(super) enum Rejection {
        NotACase(; fault: NotACase) => fault,
        TooLarge => "import-too-large",
        RoutineAltered => "import-routine-altered",
        RoutineNamesSomebody => "import-routine-names-somebody",
        RoutineUnusable => "import-routine-unusable",
        History(; fault: HistoryFault) => message!(
            match fault.kind {
                FaultKind::Missing => "import-missing",
                FaultKind::Altered => "import-altered",
                FaultKind::TextAltered => "import-text-altered",
                FaultKind::TextGone => "import-text-gone",
                FaultKind::TextStands => "import-text-stands",
                FaultKind::EndsElsewhere => "import-ends-elsewhere",
                FaultKind::Unreadable => "import-not-understood",
                FaultKind::OutOfOrder => "import-no-case",
            },
            seq = fault.seq,
        ),
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
            | Self::History(HistoryFault {
                kind: FaultKind::Unreadable,
                ..
            })
            | Self::NotACase(NotACase::Newer { .. }) => refused.hint("hint-newer-program"),
            _ => refused.hint("hint-export-anew"),
        }
    }
}

impl<F: Into<HistoryFault>> From<F> for Rejection {
    fn from(fault: F) -> Self {
        Self::History(fault.into())
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
