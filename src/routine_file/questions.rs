//! Questions: of the case, of a step, or lines of a form; and the forms.

use super::reader::is_blank;
use super::table::{FromTable, TomlTable, from_table};
use crate::domain::answer::kind_word;
use crate::domain::ids::{QuestionId, StepId};
use crate::domain::lookup::CONSENT;
use crate::domain::routine::{AnswerKind, Ask, Document, Field, FieldContent, Question, Stands};
use crate::domain::routine_problem::{IdKind, ProblemKind};

from_table! {
    Question |table| {
        id, text, kind: kind(table),
        ask: table.read("ask").unwrap_or(Ask::AtStart),
        required: table.read("required").unwrap_or(true),
        when, place, help,
        stands: stands(table),
        books: books(table),
        on_continue: table.read("on_continue"),
    } => mark_asked;
    Document |table| { id, title, fields: table.get("field") }
    Field |table| { section, content: content(table) }
}

/// One asked when the case opens is a fact worth having by itself.
fn mark_asked(table: &TomlTable, question: &Question) {
    if question.ask == Ask::AtStart {
        let id = question.id.as_str();
        table.reader.mark_used(IdKind::Question, id);
    }
}

/// Texts of version 1 say it of consents by the ids of the questions.
fn stands(table: &TomlTable) -> Option<Stands> {
    if table.has("stands_until") || table.has("stands_with") {
        let (until, with) = (table.get("stands_until"), table.get("stands_with"));
        return Some(Stands { until, with });
    }
    let id: QuestionId = table.get("id");
    let is_first = table.reader.version == 1;
    let ending = id.as_str().strip_prefix(CONSENT).filter(|_| is_first)?;
    let named = |what| {
        let id = QuestionId::from(format!("{CONSENT}-{what}{ending}"));
        Some(id).filter(|id| table.reader.answer(id.as_str()).is_some())
    };
    matches!(ending, "" | "-avslut").then(|| Stands {
        until: named("till"),
        with: named("av").into_iter().collect(),
    })
}

fn books(table: &TomlTable) -> Option<StepId> {
    let found = kind_word(&table.reader.answer_kind(table.entries));
    if table.is_said("books") && found != "date" {
        let (question, wanted) = (table.get("id"), "date");
        table.problem(
            "books",
            ProblemKind::WrongKind {
                question,
                wanted,
                found,
            },
        );
    }
    table.read("books")
}

fn kind(table: &TomlTable) -> AnswerKind {
    let kind = table.reader.answer_kind(table.entries);
    let takes_options = matches!(kind, AnswerKind::Choice(_) | AnswerKind::Choices(_));
    let _: Vec<String> = table.get("options");
    if !table.is_said("kind") {
        return kind;
    }
    let word = kind_word(&kind);
    match (takes_options, table.has("options")) {
        (true, false) => table.problem_here(ProblemKind::OptionsMissing { kind: word }),
        (false, true) => table.key_problem("options", ProblemKind::OptionsNotTaken { kind: word }),
        _ => {}
    }
    let options = table
        .value("options")
        .and_then(|options| options.get().as_array());
    let options = options.into_iter().flat_map(|options| options.iter());
    for entry in options.filter(|_| takes_options) {
        let option = entry.get_ref().as_str().unwrap_or_default();
        // `|` stands between the answers of `choices`, and spaces around an answer are cut.
        if option.contains('|') || (option.trim() != option && !option.trim().is_empty()) {
            let option = option.to_owned();
            let reader = table.reader;
            reader.report(entry.span(), ProblemKind::BadOption { option });
        }
    }
    kind
}

fn content(table: &TomlTable) -> FieldContent {
    if table.has("asks") {
        let ignored = table.keys().into_iter();
        let ignored = ignored.filter(|key| !["section", "asks"].contains(key));
        table.ignored(ignored, "asks");
        return FieldContent::Asks(table.get("asks"));
    }
    if !is_blank(table.entries) {
        return FieldContent::Own(Question::from_table(table));
    }
    let ignored = [
        "options",
        "ask",
        "required",
        "place",
        "stands_until",
        "stands_with",
        "books",
        "on_continue",
    ];
    table.ignored(ignored, "kind = \"blank\"");
    FieldContent::Blank {
        id: table.get("id"),
        text: table.get("text"),
        help: table.get("help"),
        when: table.get("when"),
    }
}
