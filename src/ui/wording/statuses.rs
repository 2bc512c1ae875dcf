//! Single words: where a step stands, who states its time, how long, and what the system refuses.

use std::io::ErrorKind;

use super::Words;
use crate::domain::due_rule::Basis;
use crate::domain::plan::Status;
use crate::domain::routine::RoutineStatus;
use crate::domain::term::{Term, Unit};

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

    pub(crate) fn term(&self, term: Term) -> String {
        let id = match term.unit() {
            Unit::Day => "term-days",
            Unit::Week => "term-weeks",
            Unit::Month => "term-months",
            Unit::Year => "term-years",
            Unit::Workday => "term-workdays",
            Unit::Schoolday => "term-schooldays",
        };
        self.say(id, &[("count", term.count().into())])
    }
}

/// What the system says when it refuses.
pub(crate) fn io_fault_id(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-not-permitted",
        ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::InvalidInput => {
            "io-wrong-kind"
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-full",
        _ => "io-other",
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn one_and_many_of_every_unit() {
        let (sv, en) = (Words::new(Language::Swedish), Words::new(Language::English));
        for (term, swedish, english) in [
            ("1 day", "1 dag", "1 day"),
            ("2 weeks", "2 veckor", "2 weeks"),
            ("1 month", "1 månad", "1 month"),
            ("3 months", "3 månader", "3 months"),
            ("2 years", "2 år", "2 years"),
            ("1 workday", "1 arbetsdag", "1 working day"),
            ("10 workdays", "10 arbetsdagar", "10 working days"),
        ] {
            let term = Term::parse(term).unwrap();
            assert_eq!(sv.term(term), swedish);
            assert_eq!(en.term(term), english);
            assert_eq!(Term::parse(&sv.term(term)), Ok(term), "can be typed back");
        }
    }
}
