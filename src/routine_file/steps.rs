//! Phases and their steps: who answers for them, what they name, what they lead to.

use super::conditions;
use super::due;
use super::table::{FromToml, TomlTable, from_table};
use super::value::{TomlValue, whole_number};
use crate::domain::ids::{RoleId, is_plain_id};
use crate::domain::routine::{
    DocumentName, Gate, Invited, Item, Owner, Participant, Phase, Requirement, Responsible, Step,
    StepOutcome,
};
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape};
use crate::domain::signs::plain;

from_table! {
    Phase |table| { id, title, when, steps: table.get("step") }
    Step |table| {
        id, title, purpose, activity, notice, law, responsible: responsible(table), participants, optional, documents, when,
        requires, due: due::read(table), asks,
        questions: table.get("question"),
        items: table.get("item"),
        outcomes: table.get("outcome"),
        counts_as,
        own: None,
    } => check_owner;
    Requirement |table| {
        condition: conditions::of_table(table),
        gate: gate(table),
        from_round: from_round(table),
    }
    Item |table| { id, title, responsible, when }
    StepOutcome |table| { when, reopen, close } => check_outcome;
}

fn check_owner(table: &TomlTable, step: &Step) {
    let is_nobodys = matches!(&step.responsible, Responsible::Jointly(roles) if roles.is_empty());
    if is_nobodys && !step.id.as_str().is_empty() {
        let step = step.id.to_string();
        table.problem("id", ProblemKind::NoOwner { step });
    }
}

fn responsible(table: &TomlTable) -> Responsible {
    let jointly = table.get("responsible");
    let candidates: Vec<RoleId> = table.get("choose_responsible");
    let proposed: Option<RoleId> = table.get("proposed");
    if !table.has("choose_responsible") {
        if table.has("proposed") {
            let (key, needs) = ("proposed", "choose_responsible");
            table.key_problem(key, ProblemKind::KeyWithout { key, needs });
        }
        return Responsible::Jointly(jointly);
    }
    if table.has("responsible") {
        table.together("responsible", "choose_responsible");
    }
    let odd = proposed.as_ref().filter(|role| !candidates.contains(role));
    if let Some(role) = odd.filter(|role| table.reader.get(IdKind::Role, role.as_str()).is_some()) {
        let role = role.to_string();
        table.problem("proposed", ProblemKind::ProposedNotCandidate { role });
    }
    Responsible::Chosen {
        candidates,
        proposed,
    }
}

/// The id of a role that stands by itself, or nothing: then it is a table.
fn role_alone(value: &TomlValue) -> Option<Option<RoleId>> {
    if value.get().is_table() {
        return Some(None);
    }
    let role: RoleId = value.text()?.into();
    let span = value.span();
    value.reader.known(IdKind::Role, role.as_str(), span);
    Some(Some(role))
}

/// The id of a role, or a table.
impl FromToml for Owner {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        if let Some(role) = role_alone(value)? {
            return Some(role.into());
        }
        let table = value.table()?;
        let (role, when) = (table.get("role"), table.get("when"));
        Some(Self { role, when })
    }
}

/// The id of a role, or a table.
impl FromToml for Participant {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        if let Some(role) = role_alone(value)? {
            let (who, when) = (Invited::Role(role), None);
            return Some(Self { who, when });
        }
        let table = value.table()?;
        let (key, table_name) = ("role", "participants");
        let none = ProblemKind::MissingKey {
            key,
            table: table_name,
        };
        let several = |_| ProblemKind::KeysTogether {
            first: "role",
            second: "asked",
        };
        let who = match table.one_of(["role", "asked"], none, several)? {
            "role" => Invited::Role(table.get("role")),
            asked => Invited::Asked(table.get(asked)),
        };
        let when = table.get("when");
        Some(Self { who, when })
    }
}

/// What is written as an id, or is one, names a form; all else is a title.
impl FromToml for DocumentName {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        let (text, reader) = (value.text()?, value.reader);
        if !is_plain_id(text) && reader.get(IdKind::Document, text).is_none() {
            return Some(Self::Title(text.to_owned()));
        }
        reader.known(IdKind::Document, &plain(text), value.span());
        Some(Self::Form(text.into()))
    }
}

fn gate(table: &TomlTable) -> Gate {
    let never = table.is_said("gate");
    if table.has("despite") && table.has("gate") {
        table.together("despite", "gate");
    }
    match table.read("despite") {
        Some(list) => Gate::Grounds(list),
        None if never => Gate::Never,
        None => Gate::AnyReason,
    }
}

/// The first round it is a requirement of; 1 where none is said.
fn from_round(table: &TomlTable) -> u32 {
    let Some(value) = table.value("from_round") else {
        return 1;
    };
    let number = whole_number(value.get()).or_else(|| value.should_be(Shape::Number));
    let round = number.and_then(|number| u32::try_from(number).ok());
    if number.is_some() && round.is_none_or(|round| round < 2) {
        value.problem(ProblemKind::NotALaterRound);
    }
    round.unwrap_or(1)
}

fn check_outcome(table: &TomlTable, outcome: &StepOutcome) {
    if table.has("reopen") && outcome.close {
        table.together("reopen", "close");
    }
    if !table.has("reopen") && !outcome.close {
        table.problem_here(ProblemKind::EmptyOutcome);
    }
}
