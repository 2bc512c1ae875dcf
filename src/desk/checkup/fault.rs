//! What can be wrong with a case file, and what is worth knowing of it.

use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::message::{Message, ToArgument};
use crate::store::{CaseId, HistoryFault, ObjectFault, StoreError};

#[derive(Debug, Default)]
pub(crate) struct Checkup {
    pub(crate) cases: usize,
    pub(crate) events: usize,
    pub(crate) texts: usize,
    /// When the latest event was recorded: RFC 3339, UTC.
    pub(crate) latest: Option<String>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) remarks: Vec<Remark>,
    /// Cases of which what is kept beside a sound history differs from it.
    pub(crate) to_rebuild: Vec<CaseId>,
    /// How many events of which cases were recorded under a given day.
    pub(super) given_days: Vec<(CaseRef, usize)>,
}

impl Checkup {
    pub(crate) fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    pub(crate) fn has_something_to_rebuild(&self) -> bool {
        self.faults.iter().any(Fault::can_be_repaired)
    }

    /// What a part of the check gives; that it could not be read is a fault too.
    pub(super) fn part<T>(&mut self, read: Result<T, StoreError>) -> Option<T> {
        read.map_err(|error| self.add(Fault::Damage(detail(&error))))
            .ok()
    }

    /// Takes in a fault, once: a damaged file may say the same of part after part.
    pub(super) fn add(&mut self, fault: Fault) {
        if self.faults.last() != Some(&fault) {
            self.faults.push(fault);
        }
    }
}

messages! {
    pub(crate) enum Fault {
        /// The database itself is damaged, in SQLite's words.
        Damage(detail: String) => "doctor-damage",
        Object(; object: ObjectFault) => object.kind.message().with("name", &object.name),
        /// A case with this number in the file was cut out.
        MissingCase(number: i64) => "doctor-case-missing",
        /// A routine's parsed form is not what its text gives.
        Form(name: RoutineId) => "doctor-form",
        /// A routine's text; the message that says how.
        Text { ; hash: String, routine: Option<RoutineId>, id: &'static str } => match routine {
            Some(name) => message!(*id, name),
            None => message!(*id, name = hash.chars().take(12).collect::<String>()),
        },
        History { case: CaseRef; fault: HistoryFault } => fault.kind.message().with("seq", fault.seq),
        Impossible(; event: DoubtfulEvent) => event.message("doctor-impossible"),
        /// A case cannot be read at all, in SQLite's words.
        UnreadableCase { number: i64, detail: String } => "doctor-case-unreadable",
        /// What is kept of a case beside its history does not follow from it.
        Kept(case: CaseRef) => "doctor-kept",
        Totals => "doctor-totals",
        /// Cases or last events were taken away or put in past the program.
        Heads => "doctor-heads",
        /// The computer's clock cannot be right: what follows from the day is not known.
        Clock(; said: Message) => said,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoubtfulEvent {
    pub(crate) case: CaseRef,
    pub(crate) seq: u32,
    pub(crate) why: String,
}

impl DoubtfulEvent {
    pub(crate) fn message(&self, id: &'static str) -> Message {
        message!(id, case = self.case, seq = self.seq, why = self.why)
    }
}

messages! {
    pub(crate) enum Remark {
        Interrupted => "doctor-interrupted",
        UnfinishedCopies(names: Vec<String>) => "doctor-unfinished-copies",
        EmptyLeftovers(names: Vec<String>) => "doctor-empty-leftovers",
        OldPlanner => "doctor-old-planner",
        /// When somebody last looked into the access log: RFC 3339, and as it is read here.
        AccessLog { when: String; at: Option<String> } => match at {
            Some(_) => "doctor-access-log",
            None => "doctor-access-log-never",
        },
        /// The access log is off in a file that social services hold.
        AccessLogOff => "doctor-access-log-off",
        /// Events recorded under a given day, by case.
        GivenDays(; cases: Vec<(CaseRef, usize)>) => given_days(cases),
        Doubtful(; event: DoubtfulEvent) => event.message("doctor-doubtful"),
        /// A routine's text of an id and version that come with the program as another text.
        NotAsShipped { routine: RoutineId, version: String } => "doctor-not-as-shipped",
        /// What the file's own log tells, or that it was tampered with; its kind for programs.
        OfFileLog { ; kind: String, said: Message } => said,
    }
}

/// More cases than this are not named in one line.
const MOST_NAMED: usize = 10;

fn given_days(cases: &[(CaseRef, usize)]) -> Message {
    let named = cases.iter().take(MOST_NAMED);
    let named = named.map(|(case, count)| format!("{case} ({count})").to_argument());
    let more = cases.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| message!("doctor-more-cases", count = more).to_argument());
    let count: usize = cases.iter().map(|(_, count)| count).sum();
    message!(
        "doctor-given-days",
        count,
        cases = named.chain(more).collect::<Vec<_>>()
    )
}

impl Fault {
    /// Whether it can be made right from what is sound.
    pub(crate) fn can_be_repaired(&self) -> bool {
        match self {
            Self::Object(object) => !object.is_table,
            // Where SQLite names an index or a rebuilt table, building it anew helps; else trying does no harm.
            Self::Kept(_) | Self::Form(_) | Self::Totals | Self::Damage(_) => true,
            _ => false,
        }
    }
}

pub(super) fn detail(error: &StoreError) -> String {
    match error {
        StoreError::Damaged(detail) | StoreError::Other(detail) => detail.clone(),
        StoreError::NoSuchCase(_) => "row missing from table cases".to_owned(),
        other => other.message().id().to_owned(),
    }
}
