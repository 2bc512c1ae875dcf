//! A page of text: headings and facts, each in lines that fit.

use std::io;

use super::wrap::wrap;
use super::{Line, Tone, Ui};

/// Lines under headings, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page(Vec<Entry>);

#[derive(Debug, Clone)]
enum Entry {
    Heading(String),
    Text { indent: usize, text: String },
    Gap,
}

/// Columns that a level is set in by, and that a line's continuation hangs by.
const STEP: usize = 2;
/// However deep, a line keeps room for words.
const LEAST_WIDTH: usize = 20;

impl Page {
    /// Adds a heading; a blank line goes before it unless it is first.
    pub(crate) fn heading(&mut self, text: impl Into<String>) {
        if !self.0.is_empty() {
            self.0.push(Entry::Gap);
        }
        self.0.push(Entry::Heading(text.into()));
    }

    /// Adds running text at a level, from 0.
    pub(crate) fn text(&mut self, level: usize, text: impl Into<String>) {
        let (indent, text) = (level * STEP, text.into());
        self.0.push(Entry::Text { indent, text });
    }

    /// Adds "label: text" at a level.
    pub(crate) fn fact(&mut self, level: usize, label: &str, text: &str) {
        self.text(level, format!("{label}: {text}"));
    }

    pub(crate) fn gap(&mut self) {
        self.0.push(Entry::Gap);
    }
}

impl Ui {
    pub(crate) fn print_page(&mut self, page: &Page) -> io::Result<()> {
        for entry in &page.0 {
            match entry {
                Entry::Gap => self.print("")?,
                Entry::Heading(text) => {
                    let text = self.fitted(text, 0);
                    self.print(Line::toned(Tone::Strong, text))?;
                }
                Entry::Text { indent, text } => {
                    let text = self.fitted(text, *indent);
                    self.print(text)?;
                }
            }
        }
        Ok(())
    }

    fn fitted(&self, text: &str, indent: usize) -> String {
        let text = super::clean::clean(text);
        if self.style.plain {
            return text.into_owned();
        }
        let width = self.style.width.saturating_sub(indent).max(LEAST_WIDTH);
        let margin = " ".repeat(indent);
        let lines = wrap(&text, width, STEP);
        let lines: Vec<_> = lines
            .lines()
            .map(|line| format!("{margin}{line}"))
            .collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{Style, captured};

    fn printed(style: Style) -> String {
        let mut page = Page::default();
        page.heading("Rutin 4");
        page.fact(
            1,
            "Varför",
            "Skolan ska kunna ta emot eleven igen utan att något går förlorat",
        );
        page.heading("Rutin 5");
        let (mut ui, out, _) = captured::ui(style);
        ui.print_page(&page).unwrap();
        out.text()
    }

    #[test]
    fn lines_fit_and_hang() {
        let style = Style {
            width: 40,
            ..Style::bare()
        };
        insta::assert_snapshot!(printed(style), @r"
        Rutin 4
          Varför: Skolan ska kunna ta emot
            eleven igen utan att något går
            förlorat

        Rutin 5
        ");
    }

    #[test]
    fn plain_is_one_fact_a_line() {
        let style = Style {
            plain: true,
            ..Style::bare()
        };
        insta::assert_snapshot!(printed(style), @r"
        Rutin 4
        Varför: Skolan ska kunna ta emot eleven igen utan att något går förlorat

        Rutin 5
        ");
    }
}
