//! Values that are texts: one, a list of them, or a term.

use std::collections::HashSet;

use super::report::Report;
use super::value::{Value, is_unreadable, shape};
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::term::Term;

pub(super) fn wrong_shape(report: &Report, key: &str, wanted: Shape, value: Value) {
    report.add(
        value.span(),
        ProblemKind::WrongShape {
            key: key.to_owned(),
            wanted,
            found: shape(value.get_ref()),
        },
    );
}

/// A value as a text that is not empty.
pub(super) fn text_of<'a>(report: &Report, key: &str, value: Value<'a>) -> Option<&'a str> {
    let Some(text) = value.get_ref().as_str() else {
        wrong_shape(report, key, Shape::Text, value);
        return None;
    };
    if text.trim().is_empty() {
        report.add(
            value.span(),
            ProblemKind::EmptyText {
                key: key.to_owned(),
            },
        );
        return None;
    }
    Some(text)
}

pub(super) fn term_of(report: &Report, key: &str, value: Value) -> Option<Term> {
    let text = text_of(report, key, value)?;
    match Term::parse(text) {
        Ok(term) => Some(term),
        Err(why) => {
            report.add(
                value.span(),
                ProblemKind::BadTerm {
                    found: text.to_owned(),
                    why,
                },
            );
            None
        }
    }
}

/// A value as a list of different texts that are not empty.
pub(super) fn texts_of(report: &Report, key: &str, value: Value) -> Vec<String> {
    let Some(list) = value.get_ref().as_array() else {
        wrong_shape(report, key, Shape::TextList, value);
        // A bare text is what was meant, and whatever else is wrong with it should be said too.
        return value
            .get_ref()
            .as_str()
            .map(str::to_owned)
            .into_iter()
            .collect();
    };
    if list.is_empty() {
        report.add(
            value.span(),
            ProblemKind::EmptyList {
                key: key.to_owned(),
            },
        );
    }
    let mut seen = HashSet::new();
    let mut texts = Vec::with_capacity(list.len());
    for entry in list.iter() {
        let text = if is_unreadable(entry) {
            None
        } else {
            text_of(report, key, entry)
        };
        if let Some(text) = text
            && !seen.insert(text)
        {
            report.add(
                entry.span(),
                ProblemKind::DuplicateEntry {
                    key: key.to_owned(),
                    entry: text.to_owned(),
                },
            );
        }
        // Keeps its place even when unreadable, so that paths by number stay right.
        texts.push(text.unwrap_or_default().to_owned());
    }
    texts
}
