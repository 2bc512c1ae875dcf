//! What no text may hold that cases keep and that cannot be taken out of them again.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reader::FileReader;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::routine_problem::ProblemKind;

/// Reports identity numbers, in comments and keys too, and the character U+0000.
pub(super) fn report(text: &str, root: &DeTable, reader: &FileReader) {
    let mut spans = Vec::new();
    root.values()
        .for_each(|value| in_value(value, reader, &mut spans));
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

/// Texts as they read: over several lines, and with what stands in them in other words. Adds where they are told of.
fn in_value(value: &Spanned<DeValue>, reader: &FileReader, spans: &mut Vec<Range<usize>>) {
    let kind = match value.get_ref() {
        DeValue::Array(list) => return list.iter().for_each(|v| in_value(v, reader, spans)),
        DeValue::Table(table) => return table.values().for_each(|v| in_value(v, reader, spans)),
        DeValue::String(text) if text.contains('\0') => ProblemKind::NullSign,
        DeValue::String(text) if holds_identity_number(text) => ProblemKind::IdentityNumber,
        _ => return,
    };
    spans.push(value.span());
    reader.report(value.span(), kind);
}
