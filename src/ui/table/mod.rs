//! Tables that fit: columns where there is room, blocks of "heading: value" where there is not.

mod column;
mod wide;

use super::clean::clean_line;
use super::line::{Line, Tone};
use super::style::Style;
use super::wording::Words;
use super::wrap::wrap;

use column::Fit;
pub(crate) use column::{Beside, Cell, TableColumn, Tabular, columns};
use wide::{GAP, WideTable};

#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    columns: &'static [TableColumn],
    headings: Vec<String>,
    rows: Vec<Vec<Cell>>,
    /// Headings, each with the rows under it by their places; all rows without one where there is none.
    groups: Vec<(String, Vec<usize>)>,
}

impl Table {
    pub(crate) fn new(columns: &'static [TableColumn], words: &Words) -> Self {
        Self {
            columns,
            headings: columns.iter().map(|c| words.say(c.heading)).collect(),
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

    /// What stands in it.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().map(|cell| cell.text.as_str())
    }

    /// The same with its rows in this order, by their places.
    pub(crate) fn ordered(mut self, places: &[usize]) -> Self {
        let mut rows: Vec<_> = self.rows.into_iter().map(Some).collect();
        let ordered = places
            .iter()
            .filter_map(|place| rows.get_mut(*place)?.take());
        self.rows = ordered.collect();
        self
    }

    /// The same with its rows under headings, each as often as it is named by its place.
    pub(crate) fn grouped(self, groups: Vec<(String, Vec<usize>)>) -> Self {
        Self { groups, ..self }
    }

    pub(super) fn render(&self, style: Style) -> String {
        let wide = self.wide();
        let needs = wide.needs(&wide.rows.iter().collect::<Vec<_>>());
        let has_room = !style.plain && wide.has_room(&needs, style.width);
        if has_room && self.groups.is_empty() {
            return wide.in_columns(&wide.rows.iter().collect::<Vec<_>>(), &needs, style);
        }
        let part = |places: &[usize]| match has_room {
            true => {
                let rows = at(&wide.rows, places);
                wide.in_columns(&rows, &wide.needs(&rows), style)
            }
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

    /// The same with values that stand beside others in those ones' columns.
    fn wide(&self) -> WideTable<'_> {
        let shared = self.columns.iter().flat_map(|column| column.beside);
        let shared: Vec<_> = shared.map(|beside| beside.id()).collect();
        let is_empty = |place: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(place));
            cells.all(|cell| cell.text.is_empty())
        };
        let columns = self.columns.iter().enumerate();
        let own = columns.filter(|(place, column)| {
            let is_out = column.fit == Fit::Blocks || (column.is_spare && is_empty(*place));
            !is_out && !shared.contains(&column.id)
        });
        // Each by its place, with those beside it.
        let own: Vec<_> = own
            .map(|(place, column)| (place, self.beside(column)))
            .collect();
        let columns = own
            .iter()
            .map(|(place, _)| (&self.columns[*place], &self.headings[*place]));
        let rows = self.rows.iter().map(|row| {
            let cells = own.iter().filter_map(|(place, beside)| {
                let cell = row.get(*place)?;
                Some(self.with_beside(cell, beside, row))
            });
            cells.collect()
        });
        WideTable {
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }

    fn beside(&self, column: &TableColumn) -> Vec<(usize, &'static Beside)> {
        let place = |beside: &Beside| self.columns.iter().position(|c| c.id == beside.id());
        let all = column.beside.iter();
        all.filter_map(|beside| Some((place(beside)?, beside)))
            .collect()
    }

    fn with_beside(&self, cell: &Cell, beside: &[(usize, &Beside)], row: &[Cell]) -> Cell {
        let mut shown = cell.clone();
        for (place, beside) in beside {
            let Some(cell) = row.get(*place) else {
                continue;
            };
            if shown.tone == Tone::Plain {
                shown.tone = cell.tone;
            }
            if cell.text.is_empty() {
                continue;
            }
            if !shown.text.is_empty() {
                shown.text.push('\n');
            }
            if let Beside::Labelled(_) = beside {
                shown.text.push_str(&self.headings[*place]);
                shown.text.push_str(": ");
            }
            shown.text.push_str(&cell.text);
        }
        shown
    }

    /// One fact a line, a blank line between rows. Empty values are left out.
    fn in_blocks(&self, rows: &[&Vec<Cell>], style: Style) -> String {
        let blocks = rows.iter().map(|row| {
            let mut facts: Vec<(&str, Cell)> = Vec::new();
            for (heading, cell) in self.headings.iter().zip(*row) {
                match facts.last_mut() {
                    Some((before, said)) if before == heading => {
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

fn at<'r>(rows: &'r [Vec<Cell>], places: &[usize]) -> Vec<&'r Vec<Cell>> {
    places.iter().filter_map(|place| rows.get(*place)).collect()
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
