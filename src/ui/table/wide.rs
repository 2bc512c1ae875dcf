//! A table in columns, as wide as its words and lines need.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};

use super::column::{Cell, Fit, TableColumn};
use crate::ui::clean::clean_line;
use crate::ui::wrap::width_of;
use crate::ui::{Line, Style, Tone};

/// Columns between two columns.
pub(super) const GAP: usize = 2;
/// A column is not squeezed below this for the sake of a longer word.
const LONGEST_WORD_KEPT_WHOLE: usize = 22;

/// A column whose lines are cut keeps room for so much of them.
const LEAST_CUT: usize = 12;

/// Columns are reckoned in sixteen bits; a line of more bytes than this is nobody's sentence.
const WIDEST_LINE: usize = 20_000;

/// Columns side by side, and their rows.
pub(super) struct WideTable<'t> {
    pub(super) columns: Vec<(&'t TableColumn, &'t String)>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl WideTable<'_> {
    pub(super) fn has_room(&self, needs: &ColumnNeeds, width: usize) -> bool {
        let mut lines = self.rows.iter().flatten().flat_map(|c| c.text.lines());
        needs.width(LONGEST_WORD_KEPT_WHOLE) <= width && lines.all(|line| line.len() <= WIDEST_LINE)
    }

    pub(super) fn needs(&self, rows: &[&Vec<Cell>]) -> ColumnNeeds {
        let columns = self.columns.iter().enumerate();
        let needs = columns.map(|(place, (column, heading))| {
            let cells = rows.iter().filter_map(|row| row.get(place));
            let texts = cells.map(|cell| &cell.text).chain([*heading]);
            let widest = match column.fit {
                Fit::Lines => widest(texts.flat_map(|text| text.lines())),
                Fit::Cut => LEAST_CUT,
                _ => widest(texts.flat_map(|text| text.split_whitespace())),
            };
            (column.fit, widest)
        });
        ColumnNeeds(needs.collect())
    }

    pub(super) fn in_columns(
        &self,
        rows: &[&Vec<Cell>],
        needs: &ColumnNeeds,
        style: Style,
    ) -> String {
        // Without a junction: it would cost a column between any two.
        let rule = LineStyle::none().fill('─');
        let mut table = comfy_table::Table::new();
        table
            .load_style(TableStyle::new().header_separator(rule))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(sixteen_bits(style.width))
            .set_header(self.columns.iter().map(|(_, heading)| clean_line(heading)));
        let longest_word = needs.longest_word_kept_whole(style.width);
        let spare = style.width.saturating_sub(needs.width(longest_word));
        let mut above: Option<&Vec<Cell>> = None;
        for row in rows {
            let cells = self.columns.iter().zip(row.iter()).enumerate();
            let cells = cells.map(|(place, ((column, _), cell))| {
                let repeats = above.and_then(|above| above.get(place)) == Some(cell);
                match column.fit {
                    _ if column.is_said_once && repeats => Cell::default(),
                    Fit::Cut => cut(cell, LEAST_CUT + spare),
                    _ => cell.clone(),
                }
            });
            table.add_row(cells.map(|cell| coloured(&cell, style.colour_out)));
            above = Some(row);
        }
        let last = self.columns.len().saturating_sub(1);
        let columns = table.column_iter_mut().zip(&needs.0).enumerate();
        for (place, (column, need)) in columns {
            let gap = if place == last { 0 } else { GAP };
            column.set_padding((0, sixteen_bits(gap)));
            column.set_constraint(match need.0 {
                Fit::Lines => ColumnConstraint::ContentWidth,
                Fit::Cut => {
                    let cells = rows.iter().filter_map(|row| row.get(place));
                    let lines = cells.flat_map(|cell| cell.text.lines());
                    let heading = self.columns.get(place).map(|(_, heading)| heading.as_str());
                    let widest = widest(lines.chain(heading));
                    let width = sixteen_bits(widest.min(LEAST_CUT + spare) + gap);
                    ColumnConstraint::Absolute(Width::Fixed(width))
                }
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
pub(super) struct ColumnNeeds(Vec<(Fit, usize)>);

/// The least width of a column, when words longer than this may be broken.
fn least((fit, widest): &(Fit, usize), longest_word: usize) -> usize {
    match fit {
        Fit::Lines | Fit::Cut => *widest,
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

/// The same with its first line in at most so many columns.
fn cut(cell: &Cell, width: usize) -> Cell {
    let (first, rest) = cell.text.split_once('\n').unwrap_or((&cell.text, ""));
    let first = Line::from(first).cut(width).text();
    let text = [first.as_str(), rest].join("\n");
    Cell::toned(cell.tone, text.trim_end())
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
        Tone::Bad => made.fg(Color::DarkRed),
        Tone::Warn => made.fg(Color::DarkMagenta),
        Tone::Good => made.fg(Color::DarkGreen),
    }
}
