//! Large numbers, so that they can be read.

use super::{Language, Words};

impl Words {
    /// "1 240" in Swedish, "1,240" in English.
    pub(crate) fn count(&self, number: u64) -> String {
        let separator = match self.language() {
            // One that does not break the line.
            Language::Swedish => '\u{a0}',
            Language::English => ',',
        };
        let digits = number.to_string();
        let mut shown = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                shown.push(separator);
            }
            shown.push(digit);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        let (swedish, english) = (Words::new(Language::Swedish), Words::new(Language::English));
        for (number, in_swedish, in_english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_240, "1\u{a0}240", "1,240"),
            (1_234_567, "1\u{a0}234\u{a0}567", "1,234,567"),
        ] {
            assert_eq!(swedish.count(number), in_swedish);
            assert_eq!(english.count(number), in_english);
        }
    }
}
