//! The file that is taken in, or what is piped in, and why it is not: the first thing in it that does not fit.

use std::io::ErrorKind;
use std::path::Path;

use crate::desk::given_text::piped_in;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::export::NotACase;
use crate::routine_file::{FileFault, read_bytes};
use crate::store::{FaultKind, ImportFault};
use crate::ui::wording::Words;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    RoutineAltered,
    RoutineNamesSomebody,
    RoutineUnusable,
    History(ImportFault),
    /// The events do not come to a case, from this one on.
    NoCase(u32),
    AnotherRoutine,
}

pub(super) fn not_a_case(name: &str, fault: &NotACase) -> Failure {
    match fault {
        NotACase::AnotherFile => {
            because(name, Message::from("import-another-file")).hint(ask_anew())
        }
        NotACase::CutOff => because(name, Message::from("import-cut-off")).hint(ask_anew()),
        NotACase::Newer { found, ours } => {
            let why = message!("import-newer", found);
            because(name, why.with("ours", ours.to_string())).hint(newer_program())
        }
        NotACase::Unfit { line, column } => {
            let why = message!("import-unfit", line);
            because(name, why.with("column", column.to_string())).hint(ask_anew())
        }
    }
}

pub(super) fn altered(name: &str, refused: &Refused) -> Failure {
    let why = match refused {
        Refused::RoutineNamesSomebody => {
            let why = Message::from("import-routine-names-somebody");
            return because(name, why).hint("hint-routine-number");
        }
        Refused::RoutineAltered => Message::from("import-routine-altered"),
        Refused::RoutineUnusable => {
            return because(name, Message::from("import-routine-unusable")).hint(newer_program());
        }
        Refused::History(ImportFault::NotUnderstood(seq)) => {
            let why = message!("import-not-understood", seq);
            return because(name, why).hint(newer_program());
        }
        Refused::History(ImportFault::Altered(fault)) => {
            let id = match fault.kind {
                FaultKind::Missing => "import-missing",
                FaultKind::Altered => "import-altered",
                FaultKind::TextAltered => "import-text-altered",
                FaultKind::TextGone => "import-text-gone",
                FaultKind::TextStands => "import-text-stands",
                FaultKind::EndsElsewhere => "import-ends-elsewhere",
            };
            message!(id, seq = fault.seq)
        }
        Refused::NoCase(seq) => message!("import-no-case", seq),
        Refused::AnotherRoutine => Message::from("import-another-routine"),
    };
    because(name, why).hint(ask_anew())
}

pub(super) fn because(name: &str, why: Message) -> Failure {
    Failure::refused(message!("import-refused", file = name)).because(why)
}

fn ask_anew() -> Message {
    Message::from("hint-export-anew")
}

fn newer_program() -> Message {
    Message::from("hint-newer-program")
}

/// No case is nearly as large; a larger file could take the memory.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn file_name(path: &Path, words: &Words) -> String {
    match is_standard_input(path) {
        true => words.say("standard-input"),
        false => path.display().to_string(),
    }
}

pub(super) fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let bytes = match is_standard_input(path) {
        true => piped_in(LARGEST_BYTES + 1)?,
        false => read_bytes(path, LARGEST_BYTES + 1).map_err(|fault| unreadable(name, &fault))?,
    };
    if bytes.len() > LARGEST_BYTES {
        return Err(because(name, Message::from("import-too-large")));
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
