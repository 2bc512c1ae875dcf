//! Tables that fit: columns where there is room, blocks of "heading: value" where there is not.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};

use super::Style;
use super::clean::{clean, clean_line};
use super::line::Tone;
use super::wrap::{width_of, wrap};

#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    headings: Vec<String>,
    numeric: Vec<usize>,
    whole: Vec<usize>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    text: String,
    tone: Tone,
}

impl Cell {
    pub(crate) fn toned(tone: Tone, text: impl Into<String>) -> Self {
        let text = clean(&text.into()).into_owned();
        Self { text, tone }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::toned(Tone::Plain, text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::toned(Tone::Plain, text)
    }
}

const GAP: usize = 2;
/// A column is not squeezed below this for the sake of a longer word.
const LONGEST_WORD_KEPT_WHOLE: usize = 22;

/// Columns are reckoned in sixteen bits; a line of more bytes than this is nobody's sentence.
const WIDEST_LINE: usize = 20_000;

impl Table {
    pub(crate) fn new<T: Into<String>>(headings: impl IntoIterator<Item = T>) -> Self {
        Self {
            headings: headings.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// The same with these columns, counted from 0, set to the right.
    pub(crate) fn with_numbers_in(mut self, columns: impl IntoIterator<Item = usize>) -> Self {
        self.numeric.extend(columns);
        self
    }

    /// The same with these columns, counted from 0, as wide as their lines: dates are not broken.
    pub(crate) fn with_whole_lines_in(mut self, columns: impl IntoIterator<Item = usize>) -> Self {
        self.whole.extend(columns);
        self
    }

    pub(crate) fn add<T: Into<Cell>>(&mut self, row: impl IntoIterator<Item = T>) {
        self.rows.push(row.into_iter().map(Into::into).collect());
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether it is shown in columns, and not as blocks.
    pub(crate) fn has_room(&self, style: Style) -> bool {
        let fits = self.needs().with(LONGEST_WORD_KEPT_WHOLE) <= style.width;
        !style.plain && fits && !self.has_endless_line()
    }

    fn has_endless_line(&self) -> bool {
        let lines = self
            .rows
            .iter()
            .flatten()
            .flat_map(|cell| cell.text.lines());
        lines.into_iter().any(|line| line.len() > WIDEST_LINE)
    }

    pub(super) fn render(&self, style: Style) -> String {
        if style.plain {
            return self.in_blocks(None, false);
        }
        if !self.has_room(style) {
            return self.in_blocks(Some(style.width), style.colour_out);
        }
        self.in_columns(style)
    }

    fn needs(&self) -> Needs {
        let columns = 0..self.headings.len();
        Needs(columns.map(|column| self.need_of(column)).collect())
    }

    fn need_of(&self, column: usize) -> Need {
        let heading = self.headings.get(column).map(String::as_str);
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let texts = cells.map(|cell| cell.text.as_str()).chain(heading);
        match self.whole.contains(&column) {
            true => Need::Lines(widest(texts.flat_map(str::lines))),
            false => Need::Words(widest(texts.flat_map(str::split_whitespace))),
        }
    }

    fn in_columns(&self, style: Style) -> String {
        // Without a junction: it would cost a column between any two.
        let rule = LineStyle::none().fill('─');
        let mut table = comfy_table::Table::new();
        table
            .load_style(TableStyle::new().header_separator(rule))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(style.width).unwrap_or(u16::MAX))
            .set_header(self.headings.iter().map(|heading| clean_line(heading)));
        for row in &self.rows {
            table.add_row(row.iter().map(|cell| coloured(cell, style.colour_out)));
        }
        let last = self.headings.len().saturating_sub(1);
        let needs = self.needs();
        let longest_word = needs.longest_word_kept_whole(style.width);
        for (index, column) in table.column_iter_mut().enumerate() {
            let gap = if index == last { 0 } else { GAP };
            column.set_padding((0, u16::try_from(gap).unwrap_or(u16::MAX)));
            column.set_constraint(match needs.0.get(index) {
                Some(Need::Lines(_)) | None => ColumnConstraint::ContentWidth,
                Some(need) => {
                    let least = need.least(longest_word) + gap;
                    let least = u16::try_from(least).unwrap_or(u16::MAX);
                    ColumnConstraint::LowerBoundary(Width::Fixed(least))
                }
            });
            if self.numeric.contains(&index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        if style.colour_out {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        let lines: Vec<_> = table
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.join("\n")
    }

    /// One fact a line, a blank line between rows. Empty values are left out.
    fn in_blocks(&self, width: Option<usize>, is_coloured: bool) -> String {
        let blocks = self.rows.iter().map(|row| {
            let facts = self
                .headings
                .iter()
                .zip(row)
                .filter(|(_, cell)| !cell.text.is_empty());
            let lines = facts.map(|(heading, cell)| {
                let fact = format!("{}: {}", clean_line(heading), clean_line(&cell.text));
                let fact = width.map_or(fact.clone(), |width| wrap(&fact, width, GAP));
                if is_coloured {
                    cell.tone.paint(&fact)
                } else {
                    fact
                }
            });
            lines.collect::<Vec<_>>().join("\n")
        });
        blocks.collect::<Vec<_>>().join("\n\n")
    }
}

/// What a column must have room for: its widest line where lines are whole, else its widest word.
enum Need {
    Lines(usize),
    Words(usize),
}

impl Need {
    /// The least width, when words longer than this may be broken.
    fn least(&self, longest_word: usize) -> usize {
        match self {
            Self::Lines(widest) => *widest,
            Self::Words(widest) => *widest.min(&longest_word),
        }
    }
}

struct Needs(Vec<Need>);

impl Needs {
    /// The width of the narrowest columns that break no word of up to so many columns.
    fn with(&self, longest_word: usize) -> usize {
        let widths = self.0.iter().map(|need| need.least(longest_word) + GAP);
        widths.sum::<usize>().saturating_sub(GAP)
    }

    fn longest_word_kept_whole(&self, width: usize) -> usize {
        let longer =
            (LONGEST_WORD_KEPT_WHOLE..=width).take_while(|&longest| self.with(longest) <= width);
        longer.last().unwrap_or(LONGEST_WORD_KEPT_WHOLE)
    }
}

fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(width_of).max().unwrap_or(0)
}

fn coloured(cell: &Cell, is_coloured: bool) -> comfy_table::Cell {
    let made = comfy_table::Cell::new(&cell.text);
    if !is_coloured {
        return made;
    }
    match cell.tone {
        Tone::Plain => made,
        Tone::Strong => made.add_attribute(Attribute::Bold),
        Tone::Quiet => made.add_attribute(Attribute::Dim),
        Tone::Bad => made.fg(Color::Red),
        Tone::Warn => made.fg(Color::Yellow),
        Tone::Good => made.fg(Color::Green),
    }
}

#[cfg(test)]
mod tests {
    use console::measure_text_width;

    use super::*;

    fn example() -> Table {
        let mut table = Table::new(["Ärende", "Steg", "Dagar"]).with_numbers_in([2]);
        table.add(["2026-001", "Överlämning till hemmets skola", "3"]);
        table.add(["2026-\u{1b}[31m002", "", "14"]);
        table
    }

    fn rendered(width: usize, plain: bool) -> String {
        let style = Style {
            width,
            plain,
            ..Style::bare()
        };
        example().render(style)
    }

    #[test]
    fn columns_where_there_is_room() {
        insta::assert_snapshot!(rendered(80, false), @r"
        Ärende        Steg                            Dagar
        ───────────────────────────────────────────────────
        2026-001      Överlämning till hemmets skola      3
        2026-[31m002                                     14
        ");
        insta::assert_snapshot!(rendered(36, false), @r"
        Ärende        Steg          Dagar
        ─────────────────────────────────
        2026-001      Överlämning       3
                      till hemmets
                      skola
        2026-[31m002                   14
        ");
    }

    #[test]
    fn blocks_where_there_is_not() {
        insta::assert_snapshot!(rendered(24, false), @r"
        Ärende: 2026-001
        Steg: Överlämning till
          hemmets skola
        Dagar: 3

        Ärende: 2026-[31m002
        Dagar: 14
        ");
    }

    #[test]
    fn plain_is_one_fact_a_line() {
        insta::assert_snapshot!(rendered(24, true), @r"
        Ärende: 2026-001
        Steg: Överlämning till hemmets skola
        Dagar: 3

        Ärende: 2026-[31m002
        Dagar: 14
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [30, 36, 40, 80] {
            let text = rendered(width, false);
            assert!(
                text.lines().all(|line| measure_text_width(line) <= width),
                "{text}"
            );
        }
    }
}
