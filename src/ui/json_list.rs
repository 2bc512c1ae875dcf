//! A JSON array written element by element, so that it may be longer than memory.

use std::io::{self, Write};

use serde::Serialize;

use super::Ui;
use super::clean::clean_json;

/// An array under way. What is written is the same as for the whole array at once.
pub(crate) struct JsonList<'u> {
    ui: &'u mut Ui,
    is_empty: bool,
}

impl Ui {
    /// Begins an array of data; it is whole after [`JsonList::end`].
    pub(crate) fn json_list(&mut self) -> JsonList<'_> {
        JsonList {
            ui: self,
            is_empty: true,
        }
    }
}

impl JsonList<'_> {
    pub(crate) fn add(&mut self, value: &impl Serialize) -> io::Result<()> {
        let json = clean_json(&serde_json::to_string_pretty(value)?);
        let before = if self.is_empty { "[" } else { "," };
        self.is_empty = false;
        write!(self.ui.out, "{before}\n  ")?;
        // In JSON a line break is never within a text.
        self.ui.out.write_all(json.replace('\n', "\n  ").as_bytes())
    }

    pub(crate) fn end(self) -> io::Result<()> {
        let end = if self.is_empty { "[]" } else { "\n]" };
        writeln!(self.ui.out, "{end}")
    }
}

#[cfg(test)]
mod tests {
    use crate::ui::{Style, captured};

    #[test]
    fn element_by_element_is_the_same_as_all_at_once() {
        for values in [
            vec![],
            vec![vec!["a\nb", "\u{9b}"]],
            vec![vec![], vec!["c"]],
        ] {
            let (mut ui, out, _) = captured::ui(Style::bare());
            ui.print_json(&values).unwrap();
            let at_once = out.text();
            let (mut ui, out, _) = captured::ui(Style::bare());
            let mut list = ui.json_list();
            for value in &values {
                list.add(value).unwrap();
            }
            list.end().unwrap();
            assert_eq!(out.text(), at_once);
        }
    }
}
