//! Phases and their steps.

use std::collections::BTreeSet;

use super::conditions;
use super::due;
use super::keys;
use super::questions;
use super::table::Table;
use super::value::{Value, readable_text};
use crate::domain::ids::{RoleId, is_plain_id};
use crate::domain::routine::{
    CountsAs, DocumentName, Gate, Item, Outcome, Participant, Phase, Requirement, Responsible, Step,
};
use crate::domain::routine_problem::ProblemKind;

/// All phases. `forms` are the ids of the routine's documents.
pub(super) fn read(root: &Table, forms: &BTreeSet<String>) -> Vec<Phase> {
    root.each("phase", &keys::PHASE, |table| Phase {
        id: table.required_text("id"),
        title: table.required_text("title"),
        when: conditions::optional(table, "when"),
        steps: table.each("step", &keys::STEP, |table| step(table, forms)),
    })
}

fn step(table: &Table, forms: &BTreeSet<String>) -> Step {
    Step {
        id: table.required_text("id").into(),
        title: table.required_text("title"),
        purpose: table.text("purpose"),
        activity: table.text("activity"),
        notice: table.text("notice"),
        law: table.text("law"),
        responsible: responsible(table),
        participants: (table.list("participants").into_iter())
            .map(|entry| participant(table, entry))
            .collect(),
        optional: table.flag("optional").unwrap_or(false),
        documents: documents(table, forms),
        when: conditions::optional(table, "when"),
        requires: requirements(table),
        due: due::read(table),
        asks: table.ids("asks"),
        questions: questions::read(table, "question"),
        items: table.each("item", &keys::ITEM, item),
        outcomes: table.each("outcome", &keys::OUTCOME, outcome),
        counts_as: table.words("counts_as", FIGURES),
    }
}

const FIGURES: &[(&str, CountsAs)] = &[
    ("first-contact", CountsAs::FirstContact),
    ("consent", CountsAs::Consent),
    ("handover", CountsAs::Handover),
    ("agreement", CountsAs::Agreement),
    ("feedback", CountsAs::Feedback),
    ("discharge-meeting", CountsAs::DischargeMeeting),
    ("three-month-follow-up", CountsAs::ThreeMonthFollowUp),
];

fn responsible(table: &Table) -> Responsible {
    let jointly = table.ids("responsible");
    let candidates = table.ids("choose_responsible");
    let proposed = table.text("proposed").map(RoleId::from);
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
    Responsible::Chosen {
        candidates,
        proposed,
    }
}

fn participant<'a>(step: &Table<'a>, entry: Value<'a>) -> Participant {
    const KEY: &str = "participants";
    if entry.get_ref().is_table()
        && let Some(table) = Table::open_value(&keys::PARTICIPANT, KEY, entry, step.report())
    {
        return Participant {
            role: table.required_text("role").into(),
            when: conditions::optional(&table, "when"),
        };
    }
    let role = readable_text(step.report(), KEY, entry);
    Participant {
        role: role.unwrap_or_default().into(),
        when: None,
    }
}

fn documents(step: &Table, forms: &BTreeSet<String>) -> Vec<DocumentName> {
    step.texts("documents")
        .into_iter()
        .map(|text| match forms.contains(&text) || is_plain_id(&text) {
            true => DocumentName::Form(text.into()),
            false => DocumentName::Title(text),
        })
        .collect()
}

fn requirements(step: &Table) -> Vec<Requirement> {
    step.list("requires")
        .into_iter()
        .map(|entry| {
            Table::open_value(&keys::REQUIREMENT, "requires", entry, step.report()).map_or_else(
                || Requirement {
                    condition: conditions::stand_in(),
                    gate: Gate::AnyReason,
                },
                |table| Requirement {
                    condition: conditions::of_table(&table),
                    gate: gate(&table),
                },
            )
        })
        .collect()
}

fn gate(table: &Table) -> Gate {
    let despite = table.text("despite");
    let never = table.word("gate", &[("never", ())]).is_some();
    if table.has("despite") && table.has("gate") {
        table.together("gate", "despite", "gate");
    }
    match despite {
        Some(list) => Gate::Grounds(list),
        None if never => Gate::Never,
        None => Gate::AnyReason,
    }
}

fn item(table: &Table) -> Item {
    Item {
        id: table.required_text("id").into(),
        title: table.required_text("title"),
        responsible: table.ids("responsible"),
        when: conditions::optional(table, "when"),
    }
}

fn outcome(table: &Table) -> Outcome {
    let close = table.flag("close").unwrap_or(false);
    if table.has("reopen") && close {
        table.together("close", "reopen", "close");
    }
    if !table.has("reopen") && !close {
        table.problem_here(ProblemKind::EmptyOutcome);
    }
    Outcome {
        when: conditions::optional(table, "when"),
        reopen: table.ids("reopen"),
        close,
    }
}
