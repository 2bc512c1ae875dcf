//! How many columns a text takes on a terminal.

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
