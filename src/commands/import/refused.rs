//! Why a file is not taken in: the first thing in it that does not fit.

use crate::commands::prelude::*;
use crate::export::NotACase;
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
