//! Phases and their steps: who answers for them, what they name, what they lead to.

use super::conditions;
use super::due;
use super::format::{self, Holds};
use super::questions;
use super::table::TomlTable;
use super::value::{Value, readable_text, texts_of};
use crate::domain::ids::{RoleId, is_plain_id};
use crate::domain::routine::{
    DocumentName, Gate, Item, Outcome, Participant, Phase, Requirement, Responsible, Step,
};
use crate::domain::routine_problem::{IdKind, ProblemKind};

pub(super) fn read(root: &TomlTable) -> Vec<Phase> {
    root.each("phase", &format::PHASE, |table| Phase {
        id: table.required("id"),
        title: table.required("title"),
        when: conditions::when(table),
        steps: table.each("step", &format::STEP, step),
    })
}

fn step(table: &TomlTable) -> Step {
    let step = Step {
        id: table.required("id"),
        title: table.required("title"),
        purpose: table.text("purpose"),
        activity: table.text("activity"),
        notice: table.text("notice"),
        law: table.text("law"),
        responsible: responsible(table),
        participants: (table.list("participants").into_iter())
            .map(|entry| participant(table, entry))
            .collect(),
        optional: table.flag("optional", false),
        documents: documents(table),
        when: conditions::when(table),
        requires: (table.list("requires").into_iter())
            .filter_map(|entry| {
                TomlTable::open_value(&format::REQUIREMENT, "requires", entry, table.reader)
            })
            .map(|table| Requirement {
                condition: conditions::of_table(&table),
                gate: gate(&table),
            })
            .collect(),
        due: due::read(table),
        asks: table.texts("asks"),
        questions: questions::read(table),
        items: table.each("item", &format::ITEM, item),
        outcomes: table.each("outcome", &format::OUTCOME, outcome),
        counts_as: table.words("counts_as"),
    };
    let is_nobodys = matches!(&step.responsible, Responsible::Jointly(roles) if roles.is_empty());
    if is_nobodys && !step.id.as_str().is_empty() {
        let step = step.id.to_string();
        table.problem("id", ProblemKind::NoOwner { step });
    }
    step
}

fn responsible(table: &TomlTable) -> Responsible {
    let jointly = table.texts("responsible");
    let candidates: Vec<RoleId> = table.texts("choose_responsible");
    let proposed: Option<RoleId> = table.text("proposed");
    if !table.has("choose_responsible") {
        if table.has("proposed") {
            let (key, needs) = ("proposed", "choose_responsible");
            table.key_problem(key, ProblemKind::KeyWithout { key, needs });
        }
        return Responsible::Jointly(jointly);
    }
    if table.has("responsible") {
        table.together("choose_responsible", "responsible", "choose_responsible");
    }
    let odd = proposed.as_ref().filter(|role| !candidates.contains(role));
    if let Some(role) = odd.filter(|role| table.reader.index.has(IdKind::Role, role.as_str())) {
        let role = role.to_string();
        table.problem("proposed", ProblemKind::ProposedNotCandidate { role });
    }
    Responsible::Chosen {
        candidates,
        proposed,
    }
}

fn participant<'a>(step: &TomlTable<'a>, entry: Value<'a>) -> Participant {
    const KEY: &str = "participants";
    if entry.get_ref().is_table()
        && let Some(table) = TomlTable::open_value(&format::PARTICIPANT, KEY, entry, step.reader)
    {
        return Participant {
            role: table.required("role"),
            when: conditions::when(&table),
        };
    }
    let role = readable_text(step.report(), KEY, entry).unwrap_or_default();
    step.reader
        .refer(Holds::Id(IdKind::Role), role, entry.span());
    Participant {
        role: role.into(),
        when: None,
    }
}

/// What is written as an id, or is one, names a form; all else is a title.
fn documents(step: &TomlTable) -> Vec<DocumentName> {
    let Some(value) = step.value("documents") else {
        return Vec::new();
    };
    let texts = texts_of(step.report(), "documents", value).into_iter();
    let names = texts.map(|(text, span)| {
        if !is_plain_id(text) && !step.reader.index.has(IdKind::Document, text) {
            return DocumentName::Title(text.to_owned());
        }
        step.reader.refer(Holds::Id(IdKind::Document), text, span);
        DocumentName::Form(text.into())
    });
    names.collect()
}

fn gate(table: &TomlTable) -> Gate {
    let never = table.is_said("gate");
    if table.has("despite") && table.has("gate") {
        table.together("gate", "despite", "gate");
    }
    match table.text("despite") {
        Some(list) => Gate::Grounds(list),
        None if never => Gate::Never,
        None => Gate::AnyReason,
    }
}

fn item(table: &TomlTable) -> Item {
    Item {
        id: table.required("id"),
        title: table.required("title"),
        responsible: table.texts("responsible"),
        when: conditions::when(table),
    }
}

fn outcome(table: &TomlTable) -> Outcome {
    let close = table.flag("close", false);
    if table.has("reopen") && close {
        table.together("close", "reopen", "close");
    }
    if !table.has("reopen") && !close {
        table.problem_here(ProblemKind::EmptyOutcome);
    }
    Outcome {
        when: conditions::when(table),
        reopen: table.texts("reopen"),
        close,
    }
}
