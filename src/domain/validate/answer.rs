//! Answers as they are typed and as they are stored.

use chrono::NaiveDate;

use crate::domain::routine::AnswerKind;
use crate::domain::term::Term;

/// The word the routine format has for a kind of answer.
pub fn kind_word(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::YesNo => "yes-no",
        AnswerKind::Choice(_) => "choice",
        AnswerKind::Choices(_) => "choices",
        AnswerKind::Text => "text",
        AnswerKind::Number => "number",
        AnswerKind::Date => "date",
        AnswerKind::Term => "term",
    }
}

/// A whole answer in the form it is stored, or nothing if the question does not take it: `ja` as `yes`, `3 veckor` as
/// `3 weeks`, several choices with `|` between them.
pub fn stored_answer(kind: &AnswerKind, typed: &str) -> Option<String> {
    if let AnswerKind::Choices(_) = kind {
        let chosen: Option<Vec<_>> = typed
            .split('|')
            .map(|part| stored_value(kind, part))
            .collect();
        return chosen.map(|chosen| chosen.join("|"));
    }
    stored_value(kind, typed)
}

/// The same for what an answer is compared with: of `choices`, one of them.
pub fn stored_value(kind: &AnswerKind, typed: &str) -> Option<String> {
    let typed = typed.trim();
    match kind {
        AnswerKind::YesNo => match typed.to_lowercase().as_str() {
            "yes" | "ja" => Some("yes".to_owned()),
            "no" | "nej" => Some("no".to_owned()),
            _ => None,
        },
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => {
            options.iter().find(|option| *option == typed).cloned()
        }
        AnswerKind::Text => (!typed.is_empty()).then(|| typed.to_owned()),
        AnswerKind::Number => {
            let number: f64 = typed.replace(',', ".").parse().ok()?;
            number.is_finite().then(|| number.to_string())
        }
        AnswerKind::Date => {
            let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()?;
            Some(day.to_string())
        }
        AnswerKind::Term => Some(Term::parse(typed).ok()?.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_stored_in_one_form() {
        let options = || vec!["ja".to_owned(), "vet inte".to_owned()];
        for (kind, typed, stored) in [
            (AnswerKind::YesNo, "Ja", Some("yes")),
            (AnswerKind::YesNo, "no", Some("no")),
            (AnswerKind::YesNo, "kanske", None),
            (AnswerKind::Choice(options()), "ja", Some("ja")),
            (AnswerKind::Choice(options()), "Ja", None),
            (
                AnswerKind::Choices(options()),
                "ja | vet inte",
                Some("ja|vet inte"),
            ),
            (AnswerKind::Choices(options()), "ja|", None),
            (AnswerKind::Number, "2,50", Some("2.5")),
            (AnswerKind::Number, "3", Some("3")),
            (AnswerKind::Number, "inf", None),
            (AnswerKind::Date, "2026-02-28", Some("2026-02-28")),
            (AnswerKind::Date, "2026-02-30", None),
            (AnswerKind::Term, "3 veckor", Some("3 weeks")),
            (AnswerKind::Text, " ", None),
        ] {
            assert_eq!(
                stored_answer(&kind, typed).as_deref(),
                stored,
                "{kind:?} {typed}"
            );
        }
    }
}
