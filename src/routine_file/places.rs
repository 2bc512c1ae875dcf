//! From a path to the place in the text it leads to.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::domain::routine_problem::{Part, Path};

/// The span of the value at a path, or of the innermost value on the way that exists.
pub(super) fn span_of(root: &DeTable, path: &Path) -> Range<usize> {
    let mut span = 0..0;
    let Some((first, rest)) = path.parts().split_first() else {
        return span;
    };
    let mut value = match first {
        Part::Key(key) => match root.get(key.as_ref()) {
            Some(value) => value,
            None => return span,
        },
        Part::NameOf(key) => return name_span(root, key).unwrap_or(span),
        Part::Index(_) => return span,
    };
    for part in rest {
        span = value.span();
        let next = match (part, value.get_ref()) {
            (Part::Key(key), DeValue::Table(table)) => table.get(key.as_ref()),
            (Part::Index(index), DeValue::Array(list)) => list.get(*index),
            // `due` may be one table instead of a list of them.
            (Part::Index(_), DeValue::Table(_)) => Some(value),
            (Part::NameOf(key), DeValue::Table(table)) => {
                return name_span(table, key).unwrap_or(span);
            }
            _ => None,
        };
        let Some(next) = next else { return span };
        value = next;
    }
    value.span()
}

fn name_span(table: &DeTable, key: &str) -> Option<Range<usize>> {
    table.get_key_value(key).map(|(key, _)| key.span())
}
