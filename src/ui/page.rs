//! A page: what a command says to people, in order, as a value that a format writes.

use std::io;

use super::abbreviations::Unspelt;
use super::wording::Words;
use super::wrap::wrap;
use super::{Line, Table, Tone, Ui};

#[derive(Debug, Clone, Default)]
pub(crate) struct Page(Vec<Block>);

#[derive(Debug, Clone)]
enum Block {
    /// A line as it is, however wide.
    Line(Line),
    /// A line that is wrapped, all of it in the tone of its beginning, where it is too wide.
    Fitted(Line),
    Hanging {
        indent: usize,
        text: String,
    },
    Toned(Tone, String),
    Heading(String),
    /// All of it indented, the lines after the first a little more.
    Text {
        indent: usize,
        text: String,
    },
    /// A label and its value beside it, or below where it is narrow.
    Labelled {
        label: String,
        tone: Tone,
        value: String,
    },
    /// Two pieces at the two ends of a line.
    Apart(Line, Line),
    Table(Table),
    /// A line beside the data.
    Talk(Line),
    /// Running text beside the data.
    Warning(String),
}

/// Columns that a level is set in by, and that a line's continuation hangs by.
const STEP: usize = 2;
/// However deep, a line keeps room for words.
const LEAST_WIDTH: usize = 20;

impl Page {
    pub(crate) fn of_line(line: impl Into<Line>) -> Self {
        Self(vec![Block::Line(line.into())])
    }

    /// A page of running text.
    pub(crate) fn running(text: impl Into<String>) -> Self {
        let (indent, text) = (0, text.into());
        Self(vec![Block::Hanging { indent, text }])
    }

    pub(crate) fn line(&mut self, line: impl Into<Line>) {
        self.0.push(Block::Line(line.into()));
    }

    pub(crate) fn fitted(&mut self, line: Line) {
        self.0.push(Block::Fitted(line));
    }

    /// Running text, its lines after the first indented by so many columns.
    pub(crate) fn hanging(&mut self, indent: usize, text: impl Into<String>) {
        let text = text.into();
        self.0.push(Block::Hanging { indent, text });
    }

    pub(crate) fn toned(&mut self, tone: Tone, text: impl Into<String>) {
        self.0.push(Block::Toned(tone, text.into()));
    }

    pub(crate) fn gap(&mut self) {
        self.line("");
    }

    /// Lines of running text, a blank line before them; nothing where there are none.
    pub(crate) fn section(&mut self, lines: impl IntoIterator<Item = String>) {
        for (place, line) in lines.into_iter().enumerate() {
            if place == 0 {
                self.gap();
            }
            self.hanging(STEP, line);
        }
    }

    /// A text that something may have, a blank line before it.
    pub(crate) fn paragraph(&mut self, text: Option<&String>) {
        if let Some(text) = text {
            self.gap();
            self.hanging(0, text);
        }
    }

    /// A blank line goes before it unless it is first.
    pub(crate) fn heading(&mut self, text: impl Into<String>) {
        if !self.0.is_empty() {
            self.gap();
        }
        self.0.push(Block::Heading(text.into()));
    }

    /// Running text at a level, from 0.
    pub(crate) fn text(&mut self, level: usize, text: impl Into<String>) {
        let (indent, text) = (level * STEP, text.into());
        self.0.push(Block::Text { indent, text });
    }

    /// "label: text" at a level.
    pub(crate) fn fact(&mut self, level: usize, label: &str, text: &str) {
        self.text(level, format!("{label}: {text}"));
    }

    pub(crate) fn labelled(&mut self, label: String, tone: Tone, value: String) {
        self.0.push(Block::Labelled { label, tone, value });
    }

    pub(crate) fn apart(&mut self, left: Line, right: Line) {
        self.0.push(Block::Apart(left, right));
    }

    pub(crate) fn table(&mut self, table: Table) {
        self.0.push(Block::Table(table));
    }

    pub(crate) fn tell(&mut self, line: Line) {
        self.0.push(Block::Talk(line));
    }

    pub(crate) fn warn(&mut self, text: String) {
        self.0.push(Block::Warning(text));
    }

    /// The same with abbreviations spelt out where they first stand: in running text, and below a table.
    pub(crate) fn spelt_out(self, words: &Words) -> Self {
        let mut unspelt = Unspelt::new(words);
        let mut page = Self::default();
        for mut block in self.0 {
            let note = match &mut block {
                Block::Hanging { text, .. }
                | Block::Toned(_, text)
                | Block::Text { text, .. }
                | Block::Labelled { value: text, .. } => {
                    *text = unspelt.spell(text);
                    None
                }
                Block::Table(table) => unspelt.note(table.texts()),
                _ => None,
            };
            page.0.push(block);
            if let Some(note) = note {
                page.gap();
                page.toned(Tone::Quiet, note);
            }
        }
        page
    }

    /// What another page says, after what this one does.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }
}

impl From<Table> for Page {
    fn from(table: Table) -> Self {
        Self(vec![Block::Table(table)])
    }
}

impl Ui {
    pub(crate) fn print_page(&mut self, page: &Page) -> io::Result<()> {
        page.0.iter().try_for_each(|block| match block {
            Block::Line(line) => self.print(line.clone()),
            Block::Fitted(line) => self.print_fitted(line.clone()),
            Block::Hanging { indent, text } => self.print_wrapped(text, *indent),
            Block::Toned(tone, text) => self.print_toned_wrapped(*tone, text),
            Block::Heading(text) => self.print(Line::toned(Tone::Strong, self.fitted(text, 0))),
            Block::Text { indent, text } => self.print(self.fitted(text, *indent)),
            Block::Labelled { label, tone, value } => self.print_fact(label, *tone, value),
            Block::Apart(left, right) => self.print_apart(left.clone(), right.clone()),
            Block::Table(table) => self.print_table(table),
            Block::Talk(line) => self.tell(line.clone()),
            Block::Warning(text) => self.tell_toned_wrapped(Tone::Warn, text),
        })
    }

    fn fitted(&self, text: &str, indent: usize) -> String {
        let text = super::clean::clean(text);
        if self.style.plain {
            return text.into_owned();
        }
        let width = self.style.width.saturating_sub(indent).max(LEAST_WIDTH);
        let margin = " ".repeat(indent);
        let lines = wrap(&text, width, STEP);
        let lines = lines.lines().map(|line| format!("{margin}{line}"));
        lines.collect::<Vec<_>>().join("\n")
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
