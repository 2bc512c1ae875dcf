//! Answers as they are typed and as they are stored.

use chrono::NaiveDate;

use crate::domain::{
    routine::AnswerKind,
    signs::{folded, plain, seen},
    term::Term,
    typed::{Tense, id_named, read_day, unambiguous_day},
};

/// What is answered of a consent in part, and how grounds name it: the same in all routines.
pub(crate) const IN_PART: &str = "delvis";

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
        AnswerKind::Roles(_) => "roles",
    }
}

/// A whole answer that somebody has typed, in the form it is stored: `i går` and `varannan vecka` too.
pub fn typed_answer(kind: &AnswerKind, typed: &str, today: NaiveDate) -> Option<String> {
    let stored = stored_answer(kind, typed);
    stored.or_else(|| match kind {
        AnswerKind::Date => Some(read_day(typed, Tense::Any, today).ok()?.to_string()),
        AnswerKind::Term => Some(Term::typed(typed).ok()?.to_string()),
        _ => None,
    })
}

/// Yes or no, as people type it.
pub fn yes_or_no(typed: &str) -> Option<bool> {
    match folded(typed).as_str() {
        "yes" | "y" | "ja" | "j" => Some(true),
        "no" | "n" | "nej" => Some(false),
        _ => None,
    }
}

/// Whether somebody says that nobody knows the day.
pub fn says_unknown(typed: &str) -> bool {
    matches!(
        folded(typed).as_str(),
        "okand" | "okant" | "unknown" | "vet inte" | "?"
    )
}

/// A whole answer in the form it is stored, or nothing if the question does not take it: `ja` as `yes`, `3 veckor` as
/// `3 weeks`, several choices in the question's order, each once, with `|` between them.
pub fn stored_answer(kind: &AnswerKind, typed: &str) -> Option<String> {
    match kind {
        AnswerKind::Choice(options) => option_meant(options, typed).map(str::to_owned),
        AnswerKind::Choices(options) => several_meant(&named(options), typed),
        AnswerKind::Roles(roles) => several_meant(&called(roles), typed),
        _ => stored_value(kind, typed),
    }
}

/// The same for what a routine compares an answer with: of `choices`, one of them. An option is written as it stands,
/// for a routine is read by more than one program.
pub fn stored_value(kind: &AnswerKind, written: &str) -> Option<String> {
    let folded = plain(written);
    let (written, as_it_stands) = (folded.trim(), written.trim());
    match kind {
        AnswerKind::YesNo => {
            let stored = if yes_or_no(written)? { "yes" } else { "no" };
            Some(stored.to_owned())
        }
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => options
            .iter()
            .find(|option| *option == as_it_stands)
            .cloned(),
        AnswerKind::Roles(roles) => {
            let mut ids = roles.iter().map(|(id, _)| id);
            ids.find(|id| *id == as_it_stands).cloned()
        }
        AnswerKind::Text => Some(seen(as_it_stands).into_owned()).filter(|text| !text.is_empty()),
        AnswerKind::Number => decimal(written),
        AnswerKind::Date => {
            let day = NaiveDate::parse_from_str(written, "%Y-%m-%d");
            Some(day.ok().or_else(|| unambiguous_day(written))?.to_string())
        }
        AnswerKind::Term => Some(Term::parse(written).ok()?.to_string()),
    }
}

/// What may be chosen: how it is stored, and what else it is called.
type Labelled<'o> = Vec<(&'o str, &'o str)>;

fn named(options: &[String]) -> Labelled<'_> {
    let options = options.iter();
    options.map(|option| (option.as_str(), "")).collect()
}

fn called(roles: &[(String, String)]) -> Labelled<'_> {
    let roles = roles.iter();
    let roles = roles.map(|(id, title)| (id.as_str(), title.as_str()));
    roles.collect()
}

/// The options meant, between `|`.
fn several_meant(options: &Labelled<'_>, typed: &str) -> Option<String> {
    let parts = typed.split('|');
    let chosen: Option<Vec<&str>> = parts
        .map(|part| id_named(part, options.iter().copied()).ok()?)
        .collect();
    let chosen = chosen?;
    let in_order = options.iter().map(|(option, _)| *option);
    let in_order = in_order.filter(|option| chosen.contains(option));
    Some(in_order.collect::<Vec<_>>().join("|"))
}

/// The option that was meant: the very same, else the one that is the same without dots and capitals.
pub(crate) fn option_meant<'o>(options: &'o [String], typed: &str) -> Option<&'o str> {
    id_named(typed, named(options).into_iter()).ok()?
}

/// A number in the one form it is stored in, every digit as it was written: no `+`, no zeros that say nothing, a point.
pub fn decimal(written: &str) -> Option<String> {
    let written = written.replace(',', ".");
    let (minus, digits) = match written.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", written.strip_prefix('+').unwrap_or(&written)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !are_digits(whole) || !are_digits(part) {
        return None;
    }
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    Some(match (whole, part) {
        ("", "") => "0".to_owned(),
        ("", part) => format!("{minus}0.{part}"),
        (whole, "") => format!("{minus}{whole}"),
        (whole, part) => format!("{minus}{whole}.{part}"),
    })
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
            (AnswerKind::Choice(options()), "Vet inte", Some("vet inte")),
            (AnswerKind::Choice(options()), "yes", None),
            (
                AnswerKind::Choices(options()),
                "vet inte | JA|ja",
                Some("ja|vet inte"),
            ),
            (AnswerKind::Choices(options()), "ja|", None),
            (AnswerKind::Number, "2,50", Some("2.5")),
            (AnswerKind::Number, "3", Some("3")),
            (
                AnswerKind::Number,
                "9007199254740993",
                Some("9007199254740993"),
            ),
            (
                AnswerKind::Number,
                "0,10000000000000000000010",
                Some("0.1000000000000000000001"),
            ),
            (AnswerKind::Number, "\u{2212}007", Some("-7")),
            (AnswerKind::Number, "-0,0", Some("0")),
            (AnswerKind::Number, "+1.", Some("1")),
            (AnswerKind::Number, ".", None),
            (AnswerKind::Number, "1e3", None),
            (AnswerKind::Number, "inf", None),
            (AnswerKind::Date, "2026-02-28", Some("2026-02-28")),
            (AnswerKind::Date, "2026-02-30", None),
            (AnswerKind::Term, "3 veckor", Some("3 weeks")),
            (AnswerKind::Term, "ibland", None),
            (AnswerKind::Text, " ett ord ", Some("ett ord")),
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
