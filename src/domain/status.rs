//! Where a round of a step stands.

use serde::{Deserialize, Serialize};

messages! {
    /// Where a round stands.
    #[derive(Copy, Default, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Status {
        Open => "status-open",
        /// A requirement does not hold.
        Blocked => "status-blocked",
        /// What its date counts from is unknown.
        Waiting => "status-waiting",
        /// Whether it applies depends on what is unknown.
        Undecided => "status-undecided",
        Done => "status-done",
        Skipped => "status-skipped",
        /// The routine says that it does not apply.
        #[default]
        NotApplicable => "status-not-applicable",
    }
}

words! {
    Status {
        Open = "open",
        Blocked = "blocked",
        Waiting = "waiting",
        Undecided = "undecided",
        Done = "done",
        Skipped = "skipped",
        NotApplicable = "not-applicable",
    }
}

impl Status {
    /// Whether there is something to do, now or once what blocks it is settled.
    pub fn is_to_do(self) -> bool {
        matches!(self, Self::Open | Self::Blocked)
    }

    /// Whether something can still be recorded of the round.
    pub fn is_under_way(self) -> bool {
        self.is_to_do() || self == Self::Waiting
    }

    /// Whether the round is behind us.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Done | Self::Skipped)
    }
}
