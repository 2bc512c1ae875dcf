//! What no text may be that cases keep and that cannot be taken out of them again.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reader::FileReader;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::routine_problem::ProblemKind;
use crate::domain::signs::seen;

/// Reports identity numbers, in comments and keys too, the character U+0000, and texts of nothing but signs that nobody sees.
pub(super) fn report(text: &str, root: &DeTable, reader: &FileReader) {
    let mut spans = Vec::new();
    in_table(root, reader, &mut spans);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let is_told = spans
            .iter()
            .any(|span| span.start < end && start < span.end);
        if !is_told && holds_identity_number(line) {
            reader.report(
                start..start + line.trim_end().len(),
                ProblemKind::IdentityNumber,
            );
        }
        start = end;
    }
}

fn in_table(table: &DeTable, reader: &FileReader, spans: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        in_value(key.get_ref(), value, reader, spans);
    }
}

/// Texts as they read: over several lines, and with what stands in them in other words. Adds where they are told of.
fn in_value(
    key: &str,
    value: &Spanned<DeValue>,
    reader: &FileReader,
    spans: &mut Vec<Range<usize>>,
) {
    let kind = match value.get_ref() {
        DeValue::Array(list) => return list.iter().for_each(|v| in_value(key, v, reader, spans)),
        DeValue::Table(table) => return in_table(table, reader, spans),
        DeValue::String(text) if text.contains('\0') => ProblemKind::NullSign,
        DeValue::String(text) if holds_identity_number(text) => ProblemKind::IdentityNumber,
        // One that is plainly empty is told where it is read.
        DeValue::String(text) if !text.trim().is_empty() && seen(text).is_empty() => {
            let key = key.to_owned();
            ProblemKind::EmptyText { key }
        }
        _ => return,
    };
    spans.push(value.span());
    reader.report(value.span(), kind);
}
