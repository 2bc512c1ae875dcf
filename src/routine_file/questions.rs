//! Questions: of the case, of a step, or lines of a form; and the forms.

use super::conditions;
use super::keys;
use super::table::Table;
use crate::domain::ids::QuestionId;
use crate::domain::routine::{AnswerKind, Ask, Document, Field, FieldContent, Question};
use crate::domain::routine_problem::ProblemKind;

pub(super) fn read(table: &Table, key: &'static str) -> Vec<Question> {
    table.each(key, &keys::QUESTION, question)
}

/// One question. A kind that cannot be read counts as text, which suits any answer.
fn question(table: &Table) -> Question {
    table.require("kind");
    let kind = table.word("kind", KINDS);
    question_of_kind(table, kind)
}

fn question_of_kind(table: &Table, kind: Option<Kind>) -> Question {
    Question {
        id: QuestionId::from(table.required_text("id")),
        text: table.required_text("text"),
        kind: answer_kind(table, kind),
        ask: table.word("ask", ASKS).unwrap_or(Ask::AtStart),
        required: table.flag("required").unwrap_or(true),
        when: conditions::optional(table, "when"),
        place: table.flag("place").unwrap_or(false),
        help: table.text("help"),
    }
}

const ASKS: &[(&str, Ask)] = &[("at-start", Ask::AtStart), ("when-needed", Ask::Later)];

/// The kinds by name, before options are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    YesNo,
    Choice,
    Choices,
    Text,
    Number,
    Date,
    Term,
    Blank,
}

const KINDS: &[(&str, Kind)] = &[
    ("yes-no", Kind::YesNo),
    ("choice", Kind::Choice),
    ("choices", Kind::Choices),
    ("text", Kind::Text),
    ("number", Kind::Number),
    ("date", Kind::Date),
    ("term", Kind::Term),
];

/// The word for a line that is filled in by hand.
const BLANK: (&str, Kind) = ("blank", Kind::Blank);

fn answer_kind(table: &Table, kind: Option<Kind>) -> AnswerKind {
    let options = table.texts("options");
    match kind {
        Some(Kind::Choice) => {
            check_options(table, "choice");
            AnswerKind::Choice(options)
        }
        Some(Kind::Choices) => {
            check_options(table, "choices");
            AnswerKind::Choices(options)
        }
        Some(Kind::YesNo) => without_options(table, "yes-no", AnswerKind::YesNo),
        Some(Kind::Text) => without_options(table, "text", AnswerKind::Text),
        Some(Kind::Number) => without_options(table, "number", AnswerKind::Number),
        Some(Kind::Date) => without_options(table, "date", AnswerKind::Date),
        Some(Kind::Term) => without_options(table, "term", AnswerKind::Term),
        Some(Kind::Blank) | None => AnswerKind::Text,
    }
}

fn without_options(table: &Table, kind: &'static str, answer: AnswerKind) -> AnswerKind {
    if table.has("options") {
        table.key_problem("options", ProblemKind::OptionsNotTaken { kind });
    }
    answer
}

fn check_options(table: &Table, kind: &'static str) {
    if !table.has("options") {
        table.problem_here(ProblemKind::OptionsMissing { kind });
        return;
    }
    let Some(list) = table.value("options").and_then(|v| v.get_ref().as_array()) else {
        return;
    };
    for entry in list.iter() {
        let Some(option) = entry.get_ref().as_str() else {
            continue;
        };
        // `|` stands between the answers of `choices`, and spaces around an answer are cut.
        if option.contains('|') || (option.trim() != option && !option.trim().is_empty()) {
            let option = option.to_owned();
            (table.report()).add(entry.span(), ProblemKind::BadOption { option });
        }
    }
}

pub(super) fn documents(root: &Table) -> Vec<Document> {
    root.each("document", &keys::DOCUMENT, |table| Document {
        id: table.required_text("id").into(),
        title: table.required_text("title"),
        fields: table.each("field", &keys::FIELD, field),
    })
}

fn field(table: &Table) -> Field {
    Field {
        section: table.text("section"),
        content: match table.has("asks") {
            true => asks(table),
            false => own(table),
        },
    }
}

fn asks(table: &Table) -> FieldContent {
    let kept = ["section", "asks"];
    let ignored = keys::FIELD.keys.iter().filter(|key| !kept.contains(key));
    table.ignored(&ignored.copied().collect::<Vec<_>>(), "asks");
    FieldContent::Asks(QuestionId::from(table.text("asks").unwrap_or_default()))
}

fn own(table: &Table) -> FieldContent {
    table.require("kind");
    let kinds: Vec<_> = KINDS.iter().copied().chain([BLANK]).collect();
    let kind = table.word("kind", &kinds);
    if kind != Some(Kind::Blank) {
        return FieldContent::Own(question_of_kind(table, kind));
    }
    let ignored = ["options", "ask", "required", "place"];
    table.ignored(&ignored, "kind = \"blank\"");
    FieldContent::Blank {
        id: QuestionId::from(table.required_text("id")),
        text: table.required_text("text"),
        help: table.text("help"),
        when: conditions::optional(table, "when"),
    }
}
