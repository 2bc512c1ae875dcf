//! Tables that fit: columns where there is room, blocks of "heading: value" where there is not.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};
use serde::Serialize;

use super::clean::{clean, clean_line};
use super::line::{Line, Tone};
use super::style::Style;
use super::wording::Words;
use super::wrap::{width_of, wrap};

/// A value of a list: its fields for programs, its cells for people.
pub(crate) trait Tabular: Serialize {
    const COLUMNS: &'static [TableColumn];

    fn cells(&self, words: &Words) -> Vec<Cell>;
}

impl<T: Tabular> Tabular for &T {
    const COLUMNS: &'static [TableColumn] = T::COLUMNS;

    fn cells(&self, words: &Words) -> Vec<Cell> {
        (*self).cells(words)
    }
}

/// A column: its name, its heading's message, and how it is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableColumn {
    id: &'static str,
    heading: &'static str,
    fit: Fit,
    /// The columns whose values stand below its own where there is room.
    beside: &'static [Beside],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Words,
    /// As wide as its lines: dates are not broken.
    Lines,
    /// Set to the right.
    Number,
}

/// A column that shares another's, with its heading before the value or without.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beside {
    Bare(&'static str),
    Labelled(&'static str),
}

impl TableColumn {
    pub(crate) const fn words(heading: &'static str) -> Self {
        Self {
            id: heading,
            heading,
            fit: Fit::Words,
            beside: &[],
        }
    }

    pub(crate) const fn lines(heading: &'static str) -> Self {
        Self {
            fit: Fit::Lines,
            ..Self::words(heading)
        }
    }

    pub(crate) const fn number(heading: &'static str) -> Self {
        Self {
            fit: Fit::Number,
            ..Self::words(heading)
        }
    }

    /// The same under another name: with the heading of the column before it, its value continues that one's.
    pub(crate) const fn named(self, id: &'static str) -> Self {
        Self { id, ..self }
    }

    pub(crate) const fn with(self, beside: &'static [Beside]) -> Self {
        Self { beside, ..self }
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    columns: &'static [TableColumn],
    headings: Vec<String>,
    rows: Vec<Vec<Cell>>,
    /// Headings, each with the rows under it by their places; all rows without one where there is none.
    groups: Vec<(String, Vec<usize>)>,
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

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::toned(Tone::Plain, text)
    }
}

const GAP: usize = 2;
/// A column is not squeezed below this for the sake of a longer word.
const LONGEST_WORD_KEPT_WHOLE: usize = 22;

/// Columns are reckoned in sixteen bits; a line of more bytes than this is nobody's sentence.
const WIDEST_LINE: usize = 20_000;

impl Table {
    pub(crate) fn new(columns: &'static [TableColumn], words: &Words) -> Self {
        Self {
            columns,
            headings: columns.iter().map(|c| words.say(c.heading, &[])).collect(),
            ..Self::default()
        }
    }

    pub(crate) fn of<R: Tabular>(rows: impl IntoIterator<Item = R>, words: &Words) -> Self {
        let mut table = Self::new(R::COLUMNS, words);
        rows.into_iter().for_each(|row| table.add(row.cells(words)));
        table
    }

    pub(crate) fn add(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The same with its rows under headings, each as often as it is named by its place.
    pub(crate) fn grouped(self, groups: Vec<(String, Vec<usize>)>) -> Self {
        Self { groups, ..self }
    }

    pub(super) fn render(&self, style: Style) -> String {
        let wide = self.wide();
        let has_room = !style.plain && wide.has_room(style.width);
        let part = |places: &[usize]| match has_room {
            true => wide.in_columns(&at(&wide.rows, places), style),
            false => self.in_blocks(&at(&self.rows, places), style),
        };
        if self.groups.is_empty() {
            return part(&(0..self.rows.len()).collect::<Vec<_>>());
        }
        let groups = self.groups.iter().map(|(heading, places)| {
            let heading = Line::toned(Tone::Strong, heading).render(style.colour_out);
            format!("{heading}\n{}", part(places))
        });
        groups.collect::<Vec<_>>().join("\n\n")
    }

    fn facts<'t>(&'t self, row: &'t [Cell]) -> impl Iterator<Item = Fact<'t>> {
        let columns = self.columns.iter().zip(&self.headings);
        columns.zip(row).map(|((column, heading), cell)| Fact {
            column,
            heading,
            cell,
        })
    }

    /// The same with values that stand beside others in those ones' columns.
    fn wide(&self) -> WideTable<'_> {
        let shared = self.columns.iter().flat_map(|column| column.beside);
        let shared: Vec<_> = shared.map(|beside| beside.id()).collect();
        let own = |column: &TableColumn| !shared.contains(&column.id);
        let columns = self.columns.iter().zip(&self.headings);
        let rows = self.rows.iter().map(|row| {
            let facts = self.facts(row).filter(|fact| own(fact.column));
            facts.map(|fact| self.with_beside(&fact, row)).collect()
        });
        WideTable {
            columns: columns.filter(|(column, _)| own(column)).collect(),
            rows: rows.collect(),
        }
    }

    fn with_beside(&self, fact: &Fact<'_>, row: &[Cell]) -> Cell {
        let mut cell = fact.cell.clone();
        for beside in fact.column.beside {
            let found = self.facts(row).find(|fact| fact.column.id == beside.id());
            let Some(fact) = found else { continue };
            if cell.tone == Tone::Plain {
                cell.tone = fact.cell.tone;
            }
            if fact.cell.text.is_empty() {
                continue;
            }
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            if let Beside::Labelled(_) = beside {
                cell.text.push_str(&format!("{}: ", fact.heading));
            }
            cell.text.push_str(&fact.cell.text);
        }
        cell
    }

    /// One fact a line, a blank line between rows. Empty values are left out.
    fn in_blocks(&self, rows: &[&Vec<Cell>], style: Style) -> String {
        let blocks = rows.iter().map(|row| {
            let mut facts: Vec<(&str, Cell)> = Vec::new();
            for Fact { heading, cell, .. } in self.facts(row) {
                match facts.last_mut() {
                    Some((before, said)) if *before == heading => {
                        said.text = format!("{} {}", said.text, cell.text);
                    }
                    _ => facts.push((heading, cell.clone())),
                }
            }
            let facts = facts.into_iter().filter_map(|(heading, cell)| {
                let text = clean_line(&cell.text);
                let fact = format!("{}: {text}", clean_line(heading));
                Some((cell.tone, fact)).filter(|_| !text.is_empty())
            });
            let lines = facts.map(|(tone, fact)| match style {
                Style { plain: true, .. } => fact,
                Style { width, .. } if style.colour_out => tone.paint(&wrap(&fact, width, GAP)),
                Style { width, .. } => wrap(&fact, width, GAP),
            });
            lines.collect::<Vec<_>>().join("\n")
        });
        blocks.collect::<Vec<_>>().join("\n\n")
    }
}

struct Fact<'t> {
    column: &'static TableColumn,
    heading: &'t str,
    cell: &'t Cell,
}

impl Beside {
    const fn id(&self) -> &'static str {
        match self {
            Self::Bare(id) | Self::Labelled(id) => id,
        }
    }
}

fn at<'r>(rows: &'r [Vec<Cell>], places: &[usize]) -> Vec<&'r Vec<Cell>> {
    places.iter().filter_map(|place| rows.get(*place)).collect()
}

/// Columns side by side, and their rows.
struct WideTable<'t> {
    columns: Vec<(&'t TableColumn, &'t String)>,
    rows: Vec<Vec<Cell>>,
}

impl WideTable<'_> {
    fn has_room(&self, width: usize) -> bool {
        let rows: Vec<_> = self.rows.iter().collect();
        let mut lines = self.rows.iter().flatten().flat_map(|c| c.text.lines());
        self.needs(&rows).width(LONGEST_WORD_KEPT_WHOLE) <= width
            && lines.all(|line| line.len() <= WIDEST_LINE)
    }

    fn needs(&self, rows: &[&Vec<Cell>]) -> ColumnNeeds {
        let columns = self.columns.iter().enumerate();
        let needs = columns.map(|(place, (column, heading))| {
            let cells = rows.iter().filter_map(|row| row.get(place));
            let texts = cells.map(|cell| &cell.text).chain([*heading]);
            let widest = match column.fit {
                Fit::Lines => widest(texts.flat_map(|text| text.lines())),
                _ => widest(texts.flat_map(|text| text.split_whitespace())),
            };
            (column.fit, widest)
        });
        ColumnNeeds(needs.collect())
    }

    fn in_columns(&self, rows: &[&Vec<Cell>], style: Style) -> String {
        // Without a junction: it would cost a column between any two.
        let rule = LineStyle::none().fill('─');
        let mut table = comfy_table::Table::new();
        table
            .load_style(TableStyle::new().header_separator(rule))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(sixteen_bits(style.width))
            .set_header(self.columns.iter().map(|(_, heading)| clean_line(heading)));
        for row in rows {
            table.add_row(row.iter().map(|cell| coloured(cell, style.colour_out)));
        }
        let needs = self.needs(rows);
        let longest_word = needs.longest_word_kept_whole(style.width);
        let last = self.columns.len().saturating_sub(1);
        let columns = table.column_iter_mut().zip(&needs.0).enumerate();
        for (place, (column, need)) in columns {
            let gap = if place == last { 0 } else { GAP };
            column.set_padding((0, sixteen_bits(gap)));
            column.set_constraint(match need.0 {
                Fit::Lines => ColumnConstraint::ContentWidth,
                _ => {
                    let least = sixteen_bits(least(need, longest_word) + gap);
                    ColumnConstraint::LowerBoundary(Width::Fixed(least))
                }
            });
            if need.0 == Fit::Number {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        if style.colour_out {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        let lines = table.lines().map(|line| line.trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn sixteen_bits(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// What each column must have room for: its widest line where lines are whole, else its widest word.
struct ColumnNeeds(Vec<(Fit, usize)>);

/// The least width of a column, when words longer than this may be broken.
fn least((fit, widest): &(Fit, usize), longest_word: usize) -> usize {
    match fit {
        Fit::Lines => *widest,
        _ => *widest.min(&longest_word),
    }
}

impl ColumnNeeds {
    /// The width of the narrowest columns that break no word of up to so many columns.
    fn width(&self, longest_word: usize) -> usize {
        let widths = self.0.iter().map(|need| least(need, longest_word) + GAP);
        widths.sum::<usize>().saturating_sub(GAP)
    }

    fn longest_word_kept_whole(&self, width: usize) -> usize {
        let longer =
            (LONGEST_WORD_KEPT_WHOLE..=width).take_while(|&longest| self.width(longest) <= width);
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
        const COLUMNS: [TableColumn; 3] = [
            TableColumn::words("case"),
            TableColumn::words("step"),
            TableColumn::number("days"),
        ];
        let row = |row: [&str; 3]| row.map(Cell::from).to_vec();
        Table {
            columns: &COLUMNS,
            headings: ["Ärende", "Steg", "Dagar"].map(str::to_owned).to_vec(),
            rows: vec![
                row(["2026-001", "Överlämning till hemmets skola", "3"]),
                row(["2026-\u{1b}[31m002", "", "14"]),
            ],
            groups: Vec::new(),
        }
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
