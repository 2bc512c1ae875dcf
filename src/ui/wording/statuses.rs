//! Where a step stands, and who states its time, in words.

use super::Words;
use crate::domain::due_rule::Basis;
use crate::domain::plan::Status;
use crate::domain::routine::RoutineStatus;

impl Words {
    pub(crate) fn status(&self, status: Status) -> String {
        let id = match status {
            Status::Open => "status-open",
            Status::Blocked => "status-blocked",
            Status::Waiting => "status-waiting",
            Status::Undecided => "status-undecided",
            Status::Done => "status-done",
            Status::Skipped => "status-skipped",
            Status::NotApplicable => "status-not-applicable",
        };
        self.say(id, &[])
    }

    /// Who states a time: "lag", "rutin", "eget riktvärde, inte rutinens".
    pub(crate) fn basis(&self, basis: Basis) -> String {
        let id = match basis {
            Basis::Source => "basis-source",
            Basis::Law => "basis-law",
            Basis::Local => "basis-local",
        };
        self.say(id, &[])
    }

    /// The same in a word, for columns: "lag", "rutin", "eget".
    pub(crate) fn basis_short(&self, basis: Basis) -> String {
        let id = match basis {
            Basis::Source => "basis-source",
            Basis::Law => "basis-law",
            Basis::Local => "basis-local-short",
        };
        self.say(id, &[])
    }

    /// Whether cases may be opened from a routine: "i bruk", "utkast".
    pub(crate) fn routine_status(&self, status: RoutineStatus) -> String {
        let id = match status {
            RoutineStatus::Draft => "routine-status-draft",
            RoutineStatus::Active => "routine-status-active",
            RoutineStatus::Retired => "routine-status-retired",
        };
        self.say(id, &[])
    }
}
