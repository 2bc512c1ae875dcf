//! The only writer to the terminal: data on standard output, talk on standard error.
//!
//! Renderers return values; `Ui` writes them. All text is cleaned on its way out, colours are added after.

mod abbreviations;
mod clean;
mod emit;
mod line;
mod output;
mod page;
pub(crate) mod problems;
pub(crate) mod progress;
pub(crate) mod prompt;
pub(crate) mod quoted;
mod style;
mod table;
pub(crate) mod terminal;
pub(crate) mod wording;
mod wrap;

use std::io::{self, Write};

use serde::Serialize;

pub(crate) use emit::{MOST_ROWS, Rows, RowsRead};
pub(crate) use line::{Line, Tone};
use output::Output;
pub(crate) use page::Page;
pub(crate) use style::{Format, Style};
pub(crate) use table::{Beside, Cell, Table, TableColumn, Tabular, columns};
pub(crate) use wrap::{cut, wrap};

/// In fewer columns a value stands below its label.
pub(crate) const NARROW: usize = 50;
/// The widest label, for values to stand under each other.
pub(crate) const LABEL_WIDTH: usize = 11;

pub(crate) struct Ui {
    style: Style,
    out: Output,
    err: Box<dyn Write>,
}

impl Ui {
    pub(crate) fn new(style: Style) -> Self {
        Self {
            style,
            out: Output::new(terminal::output()),
            err: Box::new(terminal::messages()),
        }
    }

    /// Writes nowhere: stands in while another `Ui` is lent out.
    pub(crate) fn unheard() -> Self {
        Self {
            style: Style::bare(),
            out: Output::new(Box::new(io::sink())),
            err: Box::new(io::sink()),
        }
    }

    pub(crate) fn style(&self) -> Style {
        self.style
    }

    /// Takes the terminal's width anew: it may have been made wider or narrower.
    pub(crate) fn measure(&mut self) {
        if let Some(width) = terminal::width() {
            self.style.width = width;
        }
    }

    /// A line of data.
    pub(crate) fn print(&mut self, line: impl Into<Line>) -> io::Result<()> {
        let text = line.into().render(self.style.colour_out);
        writeln!(self.out, "{text}")
    }

    /// Running text of data, in lines no wider than the terminal, those after the first indented.
    pub(crate) fn print_wrapped(&mut self, text: &str, indent: usize) -> io::Result<()> {
        self.print(self.hanging(text, indent))
    }

    fn hanging(&self, text: &str, indent: usize) -> String {
        if self.style.plain {
            return text.to_owned();
        }
        wrap(&clean::clean(text), self.style.width, indent)
    }

    /// Running text of data in one tone, in lines no wider than the terminal.
    pub(crate) fn print_toned_wrapped(&mut self, tone: Tone, text: &str) -> io::Result<()> {
        let mut lines = self.wrapped(text, self.style.width).into_iter();
        lines.try_for_each(|line| self.print(Line::toned(tone, line)))
    }

    /// A line of data in its own tones; in the first one's, in several lines, where it is too wide.
    pub(crate) fn print_fitted(&mut self, line: Line) -> io::Result<()> {
        if self.style.plain || line.width() <= self.style.width {
            return self.print(line);
        }
        self.print_toned_wrapped(line.tone(), &line.text())
    }

    /// A label and its value beside it, in lines no wider than the terminal; in a narrow one the value stands below.
    fn print_fact(&mut self, label: &str, tone: Tone, value: &str) -> io::Result<()> {
        if self.style.plain {
            return self.print(format!("{label}: {}", clean::clean_line(value)));
        }
        let is_narrow = self.style.width < NARROW;
        let indent = if is_narrow { 2 } else { LABEL_WIDTH };
        let mut label = Line::toned(Tone::Quiet, format!("{label:LABEL_WIDTH$}"));
        if is_narrow {
            self.print(label)?;
            label = Line::from("  ");
        }
        let room = self.style.width.saturating_sub(indent);
        let lines: Vec<String> = value
            .lines()
            .flat_map(|line| self.wrapped(line, room))
            .collect();
        for line in lines {
            self.print(label.and(tone, line))?;
            label = Line::from(" ".repeat(indent));
        }
        Ok(())
    }

    /// Two pieces at the two ends of a line; one under the other where there is no room.
    fn print_apart(&mut self, left: Line, right: Line) -> io::Result<()> {
        let used = left.width() + right.width();
        if right.width() == 0 {
            return self.print_fitted(left);
        }
        if self.style.plain || used + 2 > self.style.width {
            self.print_toned_wrapped(left.tone(), &left.text())?;
            return self.print(right);
        }
        let gap = " ".repeat(self.style.width - used);
        self.print(left.and(Tone::Plain, gap).join(right))
    }

    fn wrapped(&self, text: &str, width: usize) -> Vec<String> {
        if self.style.plain {
            return vec![clean::clean_line(text)];
        }
        wrap(&clean::clean(text), width, 0)
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// A table of data; nothing when it has no rows.
    pub(crate) fn print_table(&mut self, table: &Table) -> io::Result<()> {
        if table.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", table.render(self.style))
    }

    pub(crate) fn print_json(&mut self, value: &impl Serialize) -> io::Result<()> {
        write!(self.out, "{}", json_text(value)?)
    }

    /// A line of talk, after the data before it.
    pub(crate) fn tell(&mut self, line: impl Into<Line>) -> io::Result<()> {
        // Data that cannot be written must not silence the talk that says so; the last flush fails again.
        let _ = self.out.flush();
        let text = line.into().render(self.style.colour_err);
        match writeln!(self.err, "{text}") {
            // Nobody hears it: that stops no change that somebody asked for.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            told => told,
        }
    }

    /// Running text of talk, in lines no wider than the terminal, those after the first indented.
    pub(crate) fn tell_wrapped(&mut self, text: &str, indent: usize) -> io::Result<()> {
        self.tell(self.hanging(text, indent))
    }

    /// A label and a text of talk, broken at spaces where somebody reads it at a terminal; indented without a label.
    pub(crate) fn tell_labelled(&mut self, tone: Tone, label: &str, text: &str) -> io::Result<()> {
        const INDENT: usize = 2;
        let is_broken = terminal::messages_is_terminal() && !self.style.plain;
        if label.is_empty() {
            return match is_broken {
                true => self.tell_indented(text, INDENT),
                false => self.tell(format!("{:INDENT$}{text}", "")),
            };
        }
        let label = format!("{label}: ");
        let text = match is_broken {
            true => {
                let text = format!("{label}{}", clean::clean(text));
                let broken = wrap(&text, self.style.width, INDENT);
                broken.get(label.len()..).unwrap_or_default().to_owned()
            }
            false => text.to_owned(),
        };
        self.tell(Line::toned(tone, label).and(Tone::Plain, text))
    }

    /// Running text of talk, all of it indented.
    pub(crate) fn tell_indented(&mut self, text: &str, indent: usize) -> io::Result<()> {
        let room = self.style.width.saturating_sub(indent);
        let mut lines = self.wrapped(text, room).into_iter();
        lines.try_for_each(|line| self.tell(format!("{:indent$}{line}", "")))
    }

    /// Running text of talk in one tone, in lines no wider than the terminal.
    pub(crate) fn tell_toned_wrapped(&mut self, tone: Tone, text: &str) -> io::Result<()> {
        let mut lines = self.wrapped(text, self.style.width).into_iter();
        lines.try_for_each(|line| self.tell(Line::toned(tone, line)))
    }

    /// Holds data back, as far as memory allows, while work goes on that must not wait for whoever reads it. None of it
    /// goes out when the work fails.
    pub(crate) fn holding<T, E: From<io::Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.out.hold();
        let done = work(self);
        match &done {
            Ok(_) => self.out.let_go()?,
            Err(_) => self.out.forget(),
        }
        done
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }
}

/// The texts that are there, with something between.
pub(crate) fn joined<T: Into<Option<String>>>(
    between: &str,
    texts: impl IntoIterator<Item = T>,
) -> String {
    let texts = texts.into_iter().filter_map(Into::into);
    let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
    texts.join(between)
}

/// A value as JSON, indented, with a line break at the end: the same bytes on a screen and in a file, harmless on both.
pub(crate) fn json_text(value: &impl Serialize) -> serde_json::Result<String> {
    let json = serde_json::to_string_pretty(value)?;
    Ok(clean::clean_json(&json).into_owned() + "\n")
}

impl std::fmt::Debug for Ui {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("Ui").field(&self.style).finish()
    }
}

#[cfg(test)]
pub(crate) mod captured {
    //! A `Ui` whose output a test can read.

    use std::cell::RefCell;
    use std::io::{self, Write};
    use std::rc::Rc;

    use super::{Output, Style, Ui};

    /// What was written to one stream.
    #[derive(Debug, Clone, Default)]
    pub(crate) struct Stream(Rc<RefCell<Vec<u8>>>);

    impl Stream {
        /// The text so far.
        pub(crate) fn text(&self) -> String {
            String::from_utf8(self.0.borrow().clone()).unwrap()
        }
    }

    impl Write for Stream {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A `Ui` with the streams it writes to: data, talk.
    pub(crate) fn ui(style: Style) -> (Ui, Stream, Stream) {
        let (out, err) = (Stream::default(), Stream::default());
        let ui = Ui {
            style,
            out: Output::new(Box::new(out.clone())),
            err: Box::new(err.clone()),
        };
        (ui, out, err)
    }
}
