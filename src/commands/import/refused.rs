//! Why a file is not taken in: the first thing in it that does not fit.

use crate::domain::message::Message;
use crate::error::Failure;
use crate::export::NotACase;
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
