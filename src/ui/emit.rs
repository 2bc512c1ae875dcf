//! What commands answer, written in the format asked for. A format is an arm in each `match` here: none asks a command.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::clean_json;
use super::style::Format;
use super::wording::Words;
use super::{Page, Table, Tabular, Ui};

/// More rows than this nobody reads on a screen, and a table holds all of them in memory.
pub(crate) const MOST_ROWS: usize = 500;

/// The rows of a long list: written as they come where a format can, else the first of them held.
pub(crate) struct Rows<'u> {
    ui: &'u mut Ui,
    words: &'u Words,
    table: Table,
    pub(crate) count: usize,
    /// The room in which a row becomes JSON.
    json: Vec<u8>,
}

/// What is to be shown of a list when it was read: nothing where its rows are written already.
#[derive(Debug, Default)]
pub(crate) struct RowsRead {
    pub(crate) table: Table,
    pub(crate) count: usize,
}

impl Ui {
    /// Writes an answer: the value for programs, or the page for people. Only one of them is made.
    pub(crate) fn emit<V: Serialize>(
        &mut self,
        value: impl FnOnce() -> V,
        page: impl FnOnce() -> Page,
    ) -> io::Result<()> {
        match self.style.format {
            Format::Table => self.print_page(&page()),
            Format::Json => self.print_json(&value()),
        }
    }

    /// Writes the page of a list that [`Rows`] has taken, where its rows are not written already.
    pub(crate) fn emit_read(&mut self, page: impl FnOnce() -> Page) -> io::Result<()> {
        match self.style.format {
            Format::Table => self.print_page(&page()),
            Format::Json => Ok(()),
        }
    }

    /// Begins a list; it is whole after [`Rows::end`].
    pub(crate) fn rows<'u>(&'u mut self, words: &'u Words) -> Rows<'u> {
        Rows {
            ui: self,
            words,
            table: Table::default(),
            count: 0,
            json: Vec::new(),
        }
    }

    /// What people should see beside data: part of it for them, talk where programs read it.
    pub(crate) fn print_aside(&mut self, text: &str, indent: usize) -> io::Result<()> {
        match self.style.format {
            Format::Table => self.print_wrapped(text, indent),
            Format::Json => self.tell_wrapped(text, indent),
        }
    }
}

impl Rows<'_> {
    /// Whether the next row is to be shown, and its cells are worth their reading.
    pub(crate) fn shows_next(&self) -> bool {
        self.ui.style.format == Format::Table && self.count < MOST_ROWS
    }

    pub(crate) fn add<R: Tabular>(&mut self, row: &R) -> io::Result<()> {
        if self.shows_next() {
            if self.table.is_empty() {
                self.table = Table::new(R::COLUMNS, self.words);
            }
            self.table.add(row.cells(self.words));
        }
        self.count += 1;
        match self.ui.style.format {
            Format::Json => self.write_json(row),
            Format::Table => Ok(()),
        }
    }

    pub(crate) fn end(self) -> io::Result<RowsRead> {
        let end = match (self.ui.style.format, self.count) {
            (Format::Table, _) => "",
            (Format::Json, 0) => "[]\n",
            (Format::Json, _) => "\n]\n",
        };
        self.ui.out.write_all(end.as_bytes())?;
        Ok(RowsRead {
            table: self.table,
            count: self.count,
        })
    }

    /// The same bytes as for the whole array at once, which may be longer than memory.
    fn write_json(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.json.clear();
        // An array of its own: its line breaks and what they are followed by are those of the whole.
        serde_json::to_writer_pretty(&mut self.json, &[value])?;
        let array = str::from_utf8(&self.json).map_err(io::Error::other)?;
        let element = array.trim_start_matches('[').trim_end_matches("\n]");
        let before = if self.count == 1 { "[" } else { "," };
        self.ui.out.write_all(before.as_bytes())?;
        self.ui.out.write_all(clean_json(element).as_bytes())
    }
}

impl RowsRead {
    /// A page of the rows, and how many are left out.
    pub(crate) fn page(self, more_id: &'static str, words: &Words) -> Page {
        let more = self.count.saturating_sub(MOST_ROWS);
        let mut page = Page::from(self.table);
        if more > 0 {
            page.gap();
            page.hanging(0, say!(words, more_id, more, all = self.count));
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::wording::Language;
    use crate::ui::{Cell, Style, TableColumn, captured};

    #[derive(Serialize)]
    struct Lines(Vec<&'static str>);

    impl Tabular for Lines {
        const COLUMNS: &'static [TableColumn] = &[];

        fn cells(&self, _: &Words) -> Vec<Cell> {
            Vec::new()
        }
    }

    #[test]
    fn element_by_element_is_the_same_as_all_at_once() {
        let style = Style {
            format: Format::Json,
            ..Style::bare()
        };
        let words = Words::new(Language::Swedish);
        for values in [
            vec![],
            vec![Lines(vec!["a\nb", "\u{9b}"])],
            vec![Lines(vec![]), Lines(vec!["c"])],
        ] {
            let (mut ui, out, _) = captured::ui(style);
            ui.print_json(&values).unwrap();
            let at_once = out.text();
            let (mut ui, out, _) = captured::ui(style);
            let mut rows = ui.rows(&words);
            for value in &values {
                rows.add(value).unwrap();
            }
            rows.end().unwrap();
            assert_eq!(out.text(), at_once);
        }
    }
}
