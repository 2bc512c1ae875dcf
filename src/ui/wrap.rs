//! Running text in lines no wider than the terminal, and how many columns a text takes there.

use console::measure_text_width;

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
