//! What people call a case among themselves: a word of the program's own choosing, which says nothing of the child.

use crate::domain::signs::undotted;

/// Birds, plants, places, things: none a name that people bear, none that would hurt. Nothing is ever taken out: a case
/// keeps its word.
const WORDS: &str = include_str!("code_words.txt");

/// How many words there are.
pub const COUNT: usize = 295;

/// So far apart lie the words of references that follow on each other: what sounds alike stands together in the list.
const STRIDE: usize = 97;

/// The words that a case of this reference may get, the best first, without end: when all are taken they come with a
/// number. The same reference always gives the same.
pub fn candidates(reference: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = WORDS.lines().collect();
    let seed = reference.bytes().fold(0, |seed: usize, byte| {
        seed.wrapping_mul(31).wrapping_add(byte.into()) % (1 << 24)
    });
    (0..).map(move |place| {
        let word = words[(seed * STRIDE + place) % words.len()];
        match place / words.len() {
            0 => word.to_owned(),
            round => format!("{word}{}", round + 1),
        }
    })
}

/// The word that was typed, in whatever letters, with or without dots and rings. `None` when it is no code word: what
/// somebody makes up could be a name.
pub fn meant(typed: &str) -> Option<String> {
    let typed = undotted(typed.trim());
    let word = typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = typed.strip_prefix(word)?;
    let known = WORDS.lines().find(|known| undotted(known) == word)?;
    Some(format!("{known}{number}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_hundred_references_in_a_row_get_words_of_their_own() {
        let words = (1..=100).map(|n| candidates(&format!("2026-{n:03}")).next().unwrap());
        assert_eq!(words.collect::<BTreeSet<_>>().len(), 100);
    }

    #[test]
    fn when_all_are_taken_they_come_again_with_a_number() {
        let count = COUNT;
        assert_eq!(WORDS.lines().count(), count);
        let all: Vec<_> = candidates("A-1").take(count * 2).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), count * 2);
        assert_eq!(all[count], format!("{}2", all[0]));
        assert!(all.iter().all(|word| meant(word).as_ref() == Some(word)));
    }

    #[test]
    fn every_word_can_be_said_on_the_phone_and_typed_without_care() {
        let words: Vec<_> = WORDS.lines().collect();
        assert!(words.is_sorted_by_key(|word| word.as_bytes()) && words.len() > 250);
        for word in words {
            assert!((3..=14).contains(&word.chars().count()), "{word}");
            assert!(
                word.chars().all(|c| c.is_lowercase() && c.is_alphabetic()),
                "{word}"
            );
        }
        for made_up in ["kalle", "", "2", "talgoxe x"] {
            assert_eq!(meant(made_up), None);
        }
        assert_eq!(meant(" LARKA2"), Some("lärka2".to_owned()));
    }
}
