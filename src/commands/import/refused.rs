//! Why a file is not taken in: the first thing in it that does not fit.

use crate::error::Failure;
use crate::export::NotACase;
use crate::store::{FaultKind, HistoryFault};
use crate::ui::wording::Phrase;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    RoutineAltered,
    RoutineNamesSomebody,
    RoutineUnusable,
    History(HistoryFault),
    /// The events do not come to a case, from this one on.
    NoCase(u32),
    AnotherRoutine,
}

pub(super) fn not_a_case(name: &str, fault: &NotACase) -> Failure {
    match fault {
        NotACase::AnotherFile => because(name, Phrase::new("import-another-file")).hint(ask_anew()),
        NotACase::CutOff => because(name, Phrase::new("import-cut-off")).hint(ask_anew()),
        NotACase::Newer { found, ours } => {
            let why = Phrase::new("import-newer").with("found", found.to_string());
            because(name, why.with("ours", ours.to_string())).hint(newer_program())
        }
        NotACase::Unfit { line, column } => {
            let why = Phrase::new("import-unfit").with("line", line.to_string());
            because(name, why.with("column", column.to_string())).hint(ask_anew())
        }
    }
}

pub(super) fn altered(name: &str, refused: &Refused) -> Failure {
    let why = match refused {
        Refused::RoutineNamesSomebody => {
            let why = Phrase::new("import-routine-names-somebody");
            return because(name, why).hint(Phrase::new("hint-routine-number"));
        }
        Refused::RoutineAltered => Phrase::new("import-routine-altered"),
        Refused::RoutineUnusable => {
            return because(name, Phrase::new("import-routine-unusable")).hint(newer_program());
        }
        Refused::History(HistoryFault::NotUnderstood(seq)) => {
            let why = Phrase::new("import-not-understood").with("seq", *seq);
            return because(name, why).hint(newer_program());
        }
        Refused::History(HistoryFault::Altered(fault)) => {
            let id = match fault.kind {
                FaultKind::Missing => "import-missing",
                FaultKind::Altered => "import-altered",
                FaultKind::TextAltered => "import-text-altered",
                FaultKind::TextGone => "import-text-gone",
                FaultKind::TextStands => "import-text-stands",
                FaultKind::EndsElsewhere => "import-ends-elsewhere",
            };
            Phrase::new(id).with("seq", fault.seq)
        }
        Refused::NoCase(seq) => Phrase::new("import-no-case").with("seq", *seq),
        Refused::AnotherRoutine => Phrase::new("import-another-routine"),
    };
    because(name, why).hint(ask_anew())
}

pub(super) fn because(name: &str, why: Phrase) -> Failure {
    Failure::refused(Phrase::new("import-refused").with("file", name.to_owned())).because(why)
}

fn ask_anew() -> Phrase {
    Phrase::new("hint-export-anew")
}

fn newer_program() -> Phrase {
    Phrase::new("hint-newer-program")
}
