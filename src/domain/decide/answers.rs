//! Answers: read by the question's kind, stored in one form.

use chrono::NaiveDate;

use super::{Draft, Refusal};
use crate::domain::event::What;
use crate::domain::ids::QuestionId;
use crate::domain::routine::{AnswerKind, Question};
use crate::domain::term::Term;

impl Draft<'_> {
    /// Answers a question or form field; an empty value withdraws the answer.
    ///
    /// # Errors
    /// An unknown question; a value its kind does not take; a closed case.
    pub fn answer(&mut self, id: &QuestionId, value: &str) -> Result<(), Refusal> {
        self.must_be_open()?;
        let Some(question) = self.routine.question(id) else {
            return Err(Refusal::UnknownQuestion(id.clone()));
        };
        let value = match value.trim() {
            "" => None,
            value => Some(
                stored_form(question, value).ok_or_else(|| Refusal::BadAnswer {
                    question: id.clone(),
                    value: value.to_owned(),
                })?,
            ),
        };
        // The same answer given again counts: later rounds ask for one given since the round before.
        if value.is_none() && !self.case.answers.contains_key(id) {
            return Ok(());
        }
        self.add(What::Answered {
            question: id.clone(),
            value,
        })
    }
}

/// An answer in the form it is stored; `None` when the question does not take it.
pub(crate) fn stored_form(question: &Question, value: &str) -> Option<String> {
    match &question.kind {
        AnswerKind::YesNo => yes_or_no(value).map(str::to_owned),
        AnswerKind::Choice(options) => option_named(options, value).map(str::to_owned),
        AnswerKind::Choices(options) => several(options, value),
        AnswerKind::Text => Some(value.to_owned()),
        AnswerKind::Number => number(value),
        AnswerKind::Date => value.parse::<NaiveDate>().ok().map(|day| day.to_string()),
        AnswerKind::Term => Term::parse(value).ok().map(|term| term.to_string()),
    }
}

/// `yes` or `no`, from either language.
pub(crate) fn yes_or_no(value: &str) -> Option<&'static str> {
    match value.to_lowercase().as_str() {
        "yes" | "ja" | "j" | "y" => Some("yes"),
        "no" | "nej" | "n" => Some("no"),
        _ => None,
    }
}

fn option_named<'o>(options: &'o [String], value: &str) -> Option<&'o str> {
    let value = value.trim();
    options
        .iter()
        .find(|option| option.to_lowercase() == value.to_lowercase())
        .map(String::as_str)
}

/// The options among the parts of `value`, in the question's order, each once.
fn several(options: &[String], value: &str) -> Option<String> {
    let chosen: Vec<&str> = value
        .split('|')
        .map(|part| option_named(options, part))
        .collect::<Option<_>>()?;
    let in_order: Vec<&str> = options
        .iter()
        .map(String::as_str)
        .filter(|option| chosen.contains(option))
        .collect();
    Some(in_order.join("|"))
}

fn number(value: &str) -> Option<String> {
    let number: f64 = value.replace(',', ".").parse().ok()?;
    number.is_finite().then(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::routine::Ask;

    fn question(kind: AnswerKind) -> Question {
        Question {
            id: "q".into(),
            text: "?".to_owned(),
            kind,
            ask: Ask::AtStart,
            required: true,
            when: None,
            place: false,
            help: None,
        }
    }

    fn options(list: &[&str]) -> Vec<String> {
        list.iter().map(|&option| option.to_owned()).collect()
    }

    #[test]
    fn answers_are_stored_in_one_form() {
        let in_school = options(&["ja", "delvis", "nej", "vet inte"]);
        let by = options(&["vårdnadshavare 1", "vårdnadshavare 2", "barnet"]);
        for (kind, given, stored) in [
            (AnswerKind::YesNo, "Ja", Some("yes")),
            (AnswerKind::YesNo, "no", Some("no")),
            (AnswerKind::YesNo, "kanske", None),
            (
                AnswerKind::Choice(in_school.clone()),
                "Vet inte",
                Some("vet inte"),
            ),
            (AnswerKind::Choice(in_school), "yes", None),
            (
                AnswerKind::Choices(by.clone()),
                "barnet | VÅRDNADSHAVARE 1",
                Some("vårdnadshavare 1|barnet"),
            ),
            (AnswerKind::Choices(by), "barnet|mormor", None),
            (AnswerKind::Number, "1,5", Some("1.5")),
            (AnswerKind::Number, "inf", None),
            (AnswerKind::Date, "2026-02-28", Some("2026-02-28")),
            (AnswerKind::Date, "2026-02-30", None),
            (AnswerKind::Term, "3 veckor", Some("3 weeks")),
            (AnswerKind::Term, "ibland", None),
            (AnswerKind::Text, "ett ord", Some("ett ord")),
        ] {
            let question = question(kind);
            assert_eq!(stored_form(&question, given).as_deref(), stored, "{given}");
        }
    }
}
