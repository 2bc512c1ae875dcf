//! A text as a table: what separates its columns, what its first line names, and its other lines one at a time.

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::columns::{BadColumn, Columns};
use crate::domain::signs::seen;

/// What may stand between columns; the first of those that are as many in the first line.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

#[derive(Debug)]
pub(super) struct CsvTable<'t> {
    text: &'t str,
    /// Lines before it that say how it is written.
    skipped: u64,
    separator: u8,
    pub(super) columns: Columns,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoTable {
    Empty,
    Columns(Vec<BadColumn>),
}

/// A line of a table. A cell in quotation marks may reach over several lines of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct CsvRow<'a> {
    /// Its first line in the text, from 1.
    pub(super) number: u64,
    pub(super) cells: &'a StringRecord,
    /// Its last quotation mark opens a cell and nothing closes it.
    pub(super) is_unclosed: bool,
}

impl<'t> CsvTable<'t> {
    pub(super) fn of(text: &'t str) -> Result<Self, NoTable> {
        let (text, skipped) = match text.split_once('\n') {
            Some((first, rest)) if is_separator_line(first) => (rest, 1),
            _ => (text, 0),
        };
        let separator = separator_of(text);
        let mut first = StringRecord::new();
        let is_there = reader(text, separator).read_record(&mut first);
        if !is_there.unwrap_or(false) {
            return Err(NoTable::Empty);
        }
        let columns = Columns::named(first.iter()).map_err(NoTable::Columns)?;
        Ok(Self {
            text,
            skipped,
            separator,
            columns,
        })
    }

    /// Calls `each` with every line that is not empty, in order. An error from it ends the table.
    pub(super) fn each<E>(
        &self,
        mut each: impl FnMut(&CsvRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut reader = reader(self.text, self.separator);
        let mut cells = StringRecord::new();
        let mut is_first = true;
        // The text is UTF-8 and lines may differ in length, so nothing is left that could fail.
        while reader.read_record(&mut cells).unwrap_or(false) {
            if std::mem::take(&mut is_first) || cells.iter().all(|cell| seen(cell).is_empty()) {
                continue;
            }
            let (byte, line) = self.start_of(&cells);
            each(&CsvRow {
                number: line + self.skipped,
                cells: &cells,
                is_unclosed: self.ends_at(reader.position()) && self.is_unclosed(byte),
            })?;
        }
        Ok(())
    }

    /// The byte and the line at which a line of the table begins in the text: after the empty lines that the reader has
    /// passed over.
    fn start_of(&self, cells: &StringRecord) -> (usize, u64) {
        let position = cells.position();
        let (byte, line) = position.map_or((0, 1), |at| (at.byte(), at.line()));
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.as_bytes().get(byte..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let (passed, lines) = ends.fold((0, 0), |(passed, lines), end| {
            (passed + 1, lines + u64::from(*end == b'\n'))
        });
        (byte + passed, line + lines)
    }

    fn ends_at(&self, position: &Position) -> bool {
        usize::try_from(position.byte()).is_ok_and(|byte| byte >= self.text.len())
    }

    /// Whether the text's last line has a quotation mark that opens a cell and is never followed by another.
    fn is_unclosed(&self, start: usize) -> bool {
        let line = self.text.as_bytes().get(start..).unwrap_or_default();
        let marks = line.iter().filter(|byte| **byte == b'"').count();
        let opens_a_cell = [self.separator, b'"'];
        let has_quoted =
            line.first() == Some(&b'"') || line.windows(2).any(|pair| pair == opens_a_cell);
        marks % 2 == 1 && has_quoted
    }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        // Excel leaves out the separators after the last cell that holds something.
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Whether a line is Excel's own, `sep=;`. What it says is seen from the line after it too.
fn is_separator_line(line: &str) -> bool {
    let separator = line.trim_end().trim_matches('"').to_lowercase();
    let separator = separator.strip_prefix("sep=").map(str::as_bytes);
    separator.is_some_and(|separator| separator.len() < 2)
}

/// The separator that stands most often in the first line with anything on it, outside quotation marks.
fn separator_of(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.is_empty());
    let outside_quotes = line.unwrap_or_default().split('"').step_by(2);
    let bytes: Vec<u8> = outside_quotes.flat_map(str::bytes).collect();
    let count = |known: &u8| bytes.iter().filter(|byte| *byte == known).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(count);
    most.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut lines = Vec::new();
        let table = CsvTable::of(text).unwrap();
        let read = table.each(|row| {
            assert!(!row.is_unclosed, "{text}");
            lines.push((row.number, row.cells.iter().map(str::to_owned).collect()));
            Ok::<_, ()>(())
        });
        read.unwrap();
        lines
    }

    fn line(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (
            number,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
        )
    }

    #[test]
    fn the_separator_is_found_from_the_first_line() {
        let both = vec![line(2, &["A", "x"]), line(3, &["B", "y"])];
        for text in [
            "ref;routine\nA;x\nB;y\n",
            "ref,routine\nA,x\nB,y\n",
            "ref\troutine\nA\tx\nB\ty",
            "ref,routine\r\nA,x\r\nB,y\r\n",
            "\"ref\";\"routine\"\n\"A\";x\nB;\"y\"\n",
        ] {
            assert_eq!(lines(text), both, "{text}");
        }
        // A table of one column has none: the first is as good as any.
        assert_eq!(lines("ref\nA,B\n"), [line(2, &["A,B"])]);
    }

    #[test]
    fn lines_have_the_number_they_begin_on() {
        let text = "\n\nref;svar:a\r\n\r\nA;\"två\nrader\"\r\n;\r\n\r\nB;\"\"\"x\"\";\"\r\nC\n";
        let expected = [
            line(5, &["A", "två\nrader"]),
            line(9, &["B", "\"x\";"]),
            line(10, &["C"]),
        ];
        assert_eq!(lines(text), expected);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_seen_where_it_opens() {
        for (text, unclosed) in [
            ("ref\nA\n\"B\nC\n", Some(3)),
            ("ref;svar:a\nA;\"x\nB;y\n", Some(2)),
            ("ref;svar:a\nA;x\nB;\"y", Some(3)),
            ("ref;svar:a\nA;5\" skärm\n", None),
            ("ref;svar:a\nA;\"x\"\n", None),
        ] {
            let mut found = None;
            let table = CsvTable::of(text).unwrap();
            let read = table.each(|row| {
                found = row.is_unclosed.then_some(row.number).or(found);
                Ok::<_, ()>(())
            });
            read.unwrap();
            assert_eq!(found, unclosed, "{text}");
        }
    }

    #[test]
    fn a_text_without_lines_is_no_table() {
        for text in ["", "\n", "\r\n\r\n"] {
            assert_eq!(CsvTable::of(text).unwrap_err(), NoTable::Empty, "{text:?}");
        }
        assert_eq!(lines("ref\n"), []);
        assert_eq!(lines("ref;rutin\n;\n;;;\n"), []);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "([a-c:;,\"\n\t ]|\r\n){0,60}") {
            let text = format!("ref;date:x\n{text}");
            let mut last = 1;
            let read = CsvTable::of(&text).unwrap().each(|row| {
                let count = text.lines().count() as u64;
                assert!(row.number > last && row.number <= count, "line {}", row.number);
                last = row.number;
                Ok::<_, ()>(())
            });
            read.unwrap();
        }
    }
}
