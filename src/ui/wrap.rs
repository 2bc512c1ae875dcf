//! Running text in lines no wider than the terminal, and how many columns a text takes there.

use console::{measure_text_width, truncate_str};

/// The columns a text takes. Escape sequences take none.
pub(super) fn width_of(text: &str) -> usize {
    let mut columns = 0;
    for letter in text.chars() {
        // Nearly every text is of such letters alone, and measuring the others takes a hundred times as long.
        if !matches!(letter, ' '..='~' | '\u{c0}'..='\u{24f}') {
            return measure_text_width(text);
        }
        columns += 1;
    }
    columns
}

/// `text` in lines of at most `width` columns, each but the first indented by `indent` columns. Its own line breaks
/// stay; a word wider than a line has a line to itself.
pub(crate) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = start_of_line(lines.len(), indent);
        let mut used = line.len();
        let mut is_empty = true;
        for word in paragraph.split_whitespace() {
            let columns = width_of(word);
            if !is_empty && used + 1 + columns > width {
                lines.push(std::mem::take(&mut line));
                line = start_of_line(lines.len(), indent);
                used = line.len();
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += columns;
            is_empty = false;
        }
        lines.push(line);
    }
    let trimmed: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
    trimmed.join("\n")
}

/// The same in at most so many lines, its end cut off.
pub(crate) fn cut(text: &str, width: usize, most_lines: usize) -> String {
    let wrapped = wrap(text, width, 0);
    let mut lines: Vec<String> = wrapped.lines().map(str::to_owned).collect();
    if lines.len() > most_lines {
        lines.truncate(most_lines.max(1));
        if let Some(last) = lines.last_mut() {
            *last = truncate_str(&format!("{last} …"), width, "…").into_owned();
        }
    }
    lines.join("\n")
}

/// Columns between texts that stand beside each other.
const GAP: usize = 2;

/// Texts in rows of as many columns as fit.
pub(super) fn in_columns(texts: &[String], room: usize) -> Vec<String> {
    let widths = |count: usize| -> Vec<usize> {
        let column = |first| texts.iter().skip(first).step_by(count);
        let widest = |first| column(first).map(|text| width_of(text)).max();
        (0..count).filter_map(widest).collect()
    };
    let fits = |widths: &Vec<usize>| {
        let all: usize = widths.iter().map(|width| width + GAP).sum();
        all <= room + GAP
    };
    let widths = (1..=texts.len()).rev().map(widths).find(fits);
    let Some(widths) = widths else {
        return texts.to_vec();
    };
    let padded = |(text, width): (&String, &usize)| {
        let room = width.saturating_sub(width_of(text)) + GAP;
        format!("{text}{:room$}", "")
    };
    let rows = texts.chunks(widths.len());
    let rows = rows.map(|row| row.iter().zip(&widths).map(padded).collect::<String>());
    rows.map(|row| row.trim_end().to_owned()).collect()
}

fn start_of_line(lines_before: usize, indent: usize) -> String {
    " ".repeat(if lines_before == 0 { 0 } else { indent })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_go_to_the_next_line_and_breaks_stay() {
        assert_eq!(wrap("ett två tre fyra", 8, 0), "ett två\ntre fyra");
        assert_eq!(wrap("ett två tre fyra", 9, 2), "ett två\n  tre\n  fyra");
        assert_eq!(wrap("ett\n\ntvå", 80, 0), "ett\n\ntvå");
        assert_eq!(
            wrap("överlämningskonferens a", 10, 0),
            "överlämningskonferens\na"
        );
        assert_eq!(wrap("", 10, 0), "");
    }

    #[test]
    fn a_line_is_as_wide_as_it_may_be() {
        assert_eq!(wrap("åäö åäö", 7, 0), "åäö åäö");
        assert_eq!(wrap("åäö åäö", 6, 0), "åäö\nåäö");
    }

    #[test]
    fn the_end_of_what_has_no_room_is_cut_off() {
        assert_eq!(cut("ett två tre fyra", 8, 2), "ett två\ntre fyra");
        assert_eq!(cut("ett två tre fyra", 8, 1), "ett två…");
        assert_eq!(cut("ett två tre", 9, 1), "ett två …");
    }

    #[test]
    fn choices_stand_in_as_many_columns_as_fit() {
        let texts = [
            "> k Klart",
            "  p Påmint",
            "  f Sökt, inget svar",
            "  t Ny tid",
        ];
        let texts = texts.map(str::to_owned);
        assert_eq!(
            in_columns(&texts, 80),
            ["> k Klart    p Påmint    f Sökt, inget svar    t Ny tid"]
        );
        assert_eq!(
            in_columns(&texts, 40),
            [
                "> k Klart               p Påmint",
                "  f Sökt, inget svar    t Ny tid"
            ]
        );
        assert_eq!(in_columns(&texts, 5), texts);
        assert_eq!(in_columns(&[], 80), [""; 0]);
    }

    #[test]
    fn every_letter_that_is_counted_takes_one_column() {
        for letter in '\0'..='\u{2ff}' {
            let text = format!("a{letter}b");
            assert_eq!(width_of(&text), measure_text_width(&text), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_is_as_wide_as_it_is(text in "(\\PC|[åäö –·\u{1b}\\[0-9m]){0,20}") {
            prop_assert_eq!(width_of(&text), measure_text_width(&text));
        }
    }
}
