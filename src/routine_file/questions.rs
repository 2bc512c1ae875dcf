//! Questions: of the case, of a step, or lines of a form; and the forms.

use super::conditions;
use super::format;
use super::index::answer_kind;
use super::table::TomlTable;
use crate::domain::answer::kind_word;
use crate::domain::routine::{AnswerKind, Ask, Document, Field, FieldContent, Question};
use crate::domain::routine_problem::{IdKind, ProblemKind};

pub(super) fn read(table: &TomlTable) -> Vec<Question> {
    table.each("question", &format::QUESTION, |table| {
        let kind: Option<String> = table.word("kind");
        question(table, kind.is_some())
    })
}

fn question(table: &TomlTable, is_kind_known: bool) -> Question {
    let kind = answer_kind(table.entries);
    let _: Vec<String> = table.texts("options");
    if is_kind_known {
        check_options(table, &kind);
    }
    let question = Question {
        id: table.required("id"),
        text: table.required("text"),
        kind,
        ask: table.word("ask").unwrap_or(Ask::AtStart),
        required: table.flag("required", true),
        when: conditions::when(table),
        place: table.flag("place", false),
        help: table.text("help"),
    };
    if question.ask == Ask::AtStart {
        // One asked when the case opens is a fact worth having by itself.
        let id = question.id.as_str();
        table.reader.index.mark_used(IdKind::Question, id);
    }
    question
}

fn check_options(table: &TomlTable, kind: &AnswerKind) {
    let is_there = table.has("options");
    let takes_options = matches!(kind, AnswerKind::Choice(_) | AnswerKind::Choices(_));
    let kind = kind_word(kind);
    match (takes_options, is_there) {
        (true, false) => table.problem_here(ProblemKind::OptionsMissing { kind }),
        (false, true) => table.key_problem("options", ProblemKind::OptionsNotTaken { kind }),
        _ => {}
    }
    let list = table.value("options").and_then(|v| v.get_ref().as_array());
    for entry in list
        .into_iter()
        .flat_map(|list| list.iter())
        .filter(|_| takes_options)
    {
        let option = entry.get_ref().as_str().unwrap_or_default();
        // `|` stands between the answers of `choices`, and spaces around an answer are cut.
        if option.contains('|') || (option.trim() != option && !option.trim().is_empty()) {
            let option = option.to_owned();
            table
                .report()
                .add(entry.span(), ProblemKind::BadOption { option });
        }
    }
}

pub(super) fn documents(root: &TomlTable) -> Vec<Document> {
    root.each("document", &format::DOCUMENT, |table| Document {
        id: table.required("id"),
        title: table.required("title"),
        fields: table.each("field", &format::FIELD, |table| Field {
            section: table.text("section"),
            content: content(table),
        }),
    })
}

fn content(table: &TomlTable) -> FieldContent {
    if table.has("asks") {
        let ignored = table.keys().into_iter();
        let ignored = ignored.filter(|key| !["section", "asks"].contains(key));
        table.ignored(ignored, "asks");
        return FieldContent::Asks(table.required("asks"));
    }
    let kind: Option<String> = table.word("kind");
    if kind.as_deref() != Some("blank") {
        return FieldContent::Own(question(table, kind.is_some()));
    }
    let ignored = ["options", "ask", "required", "place"];
    table.ignored(ignored, "kind = \"blank\"");
    FieldContent::Blank {
        id: table.required("id"),
        text: table.required("text"),
        help: table.text("help"),
        when: conditions::when(table),
    }
}
