//! What no text may hold that cases keep and that cannot be taken out of them again.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::report::Report;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::routine_problem::ProblemKind;

/// Reports identity numbers, in comments and keys too, and the character U+0000.
pub(super) fn report(text: &str, root: &DeTable, report: &Report) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if holds_identity_number(line) {
            report.add(
                start..start + line.trim_end().len(),
                ProblemKind::IdentityNumber,
            );
        }
        start += line.len();
    }
    root.values().for_each(|value| in_value(value, report));
}

/// Texts as they read: over several lines, and with what stands in them in other words.
fn in_value(value: &Spanned<DeValue>, report: &Report) {
    match value.get_ref() {
        DeValue::String(text) if text.contains('\0') => {
            report.add(value.span(), ProblemKind::NullSign)
        }
        DeValue::String(text) if holds_identity_number(text) => {
            report.add(value.span(), ProblemKind::IdentityNumber);
        }
        DeValue::Array(list) => list.iter().for_each(|value| in_value(value, report)),
        DeValue::Table(table) => table.values().for_each(|value| in_value(value, report)),
        _ => {}
    }
}
