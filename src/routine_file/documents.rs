//! Forms and their lines.

use std::collections::BTreeSet;

use super::conditions;
use super::keys;
use super::questions::{BLANK, KINDS, Kind, question_of_kind};
use super::table::Table;
use crate::domain::ids::QuestionId;
use crate::domain::routine::{Document, Field, FieldContent};
use crate::domain::routine_problem::ProblemKind;

pub(super) fn read(root: &Table) -> Vec<Document> {
    root.tables("document", &keys::DOCUMENT)
        .iter()
        .map(|table| Document {
            id: table.required_text("id").into(),
            title: table.required_text("title"),
            fields: table
                .tables("field", &keys::FIELD)
                .iter()
                .map(field)
                .collect(),
        })
        .collect()
}

/// The ids of these forms, for those who name them.
pub(super) fn ids(documents: &[Document]) -> BTreeSet<String> {
    documents
        .iter()
        .map(|document| document.id.as_str().to_owned())
        .filter(|id| !id.is_empty())
        .collect()
}

fn field(table: &Table) -> Field {
    Field {
        section: table.text("section"),
        content: if table.has("asks") {
            asks(table)
        } else {
            own(table)
        },
    }
}

fn asks(table: &Table) -> FieldContent {
    let kept = ["section", "asks"];
    let ignored = keys::FIELD.keys.iter().filter(|key| !kept.contains(key));
    for key in table.present(&ignored.copied().collect::<Vec<_>>()) {
        table.key_problem(
            key,
            ProblemKind::IgnoredKey {
                key,
                beside: "asks".to_owned(),
            },
        );
    }
    FieldContent::Asks(QuestionId::from(table.text("asks").unwrap_or_default()))
}

fn own(table: &Table) -> FieldContent {
    table.require("kind");
    let kinds: Vec<_> = KINDS.iter().copied().chain([BLANK]).collect();
    let kind = table.word("kind", &kinds);
    if kind != Some(Kind::Blank) {
        return FieldContent::Own(question_of_kind(table, kind));
    }
    for key in table.present(&["options", "ask", "required", "place"]) {
        table.key_problem(
            key,
            ProblemKind::IgnoredKey {
                key,
                beside: "kind = \"blank\"".to_owned(),
            },
        );
    }
    FieldContent::Blank {
        id: QuestionId::from(table.required_text("id")),
        text: table.required_text("text"),
        help: table.text("help"),
        when: conditions::optional(table, "when"),
    }
}
