//! The lines of a file around a problem, short enough for a screen.

use std::ops::Range;

use crate::domain::routine_problem::{LineColumn, line_around, line_column};

/// Longer lines are cut around what is underlined.
const WIDEST: usize = 300;

/// What is shown before the underlined part of a line that is cut.
const BEFORE: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    /// The text shown: one line, or part of one.
    pub(super) text: &'a str,
    /// What to underline in it, in bytes.
    pub(super) under: Range<usize>,
    /// Where the underlined part begins in the file.
    pub(super) at: LineColumn,
    pub(super) from_line_start: bool,
}

/// The line a span begins on; what it covers beyond that line is left out.
pub(super) fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Excerpt<'a> {
    let line = line_around(text, span.start);
    let line_end = line.start + text[line.clone()].trim_end_matches('\r').len();
    let start = text.floor_char_boundary(span.start);
    let (from, to) = match line_end - line.start > WIDEST {
        true => {
            let from = text.ceil_char_boundary(line.start.max(start.saturating_sub(BEFORE)));
            (from, text.floor_char_boundary(line_end.min(from + WIDEST)))
        }
        false => (line.start, line_end),
    };
    let under_from = start.min(to);
    let under_to = text.floor_char_boundary(span.end).clamp(under_from, to);
    Excerpt {
        text: &text[from..to],
        under: under_from - from..under_to - from,
        at: line_column(text, start),
        from_line_start: from == line.start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_one_line_and_not_too_much_of_it() {
        let text = "ett\r\ntvå två\ntre";
        for (span, shown, under) in [
            (0..3, "ett", "ett"),
            (3..3, "ett", ""),
            (5..12, "två två", "två tv"),
            (10..99, "två två", "två"),
            (15..15, "tre", ""),
            (99..120, "tre", ""),
        ] {
            let excerpt = excerpt(text, &span);
            assert_eq!(
                (excerpt.text, &excerpt.text[excerpt.under.clone()]),
                (shown, under),
                "{span:?}"
            );
        }
        let long = format!("a = \"{}\" fel", "å".repeat(10_000));
        let cut = excerpt(&long, &(long.len() - 3..long.len()));
        assert!(cut.text.len() <= WIDEST && !cut.from_line_start);
        assert_eq!(&cut.text[cut.under.clone()], "fel");
        assert_eq!(cut.at.column, 10_008);
    }
}
