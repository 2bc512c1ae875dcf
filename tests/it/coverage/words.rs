//! Whether a text says something, in words of its own.
//!
//! A claim is a list of patterns with commas. A pattern is stems with `+` between them that must stand in one sentence;
//! of stems with `|` between them one is enough. A stem may stand anywhere in a word, `^stem` only where one begins, `stem$` only where one ends.

/// The patterns of a claim.
pub(crate) fn patterns(claim: &str) -> impl Iterator<Item = &str> {
    claim
        .split(',')
        .map(str::trim)
        .filter(|pattern| !pattern.is_empty())
}

/// The patterns of a claim that do not hold.
pub(crate) fn unmet(claim: &str, holds: impl Fn(&str) -> bool) -> Vec<String> {
    patterns(claim)
        .filter(|pattern| !holds(pattern))
        .map(str::to_owned)
        .collect()
}

/// Whether one sentence of the text has all of the pattern.
pub(crate) fn says(text: &str, pattern: &str) -> bool {
    let mut sentences = sentences(text).into_iter();
    sentences.any(|sentence| in_sentence(&sentence.to_lowercase(), pattern))
}

/// A text's sentences. A full stop ends one only before a capital: "22 kap. 11 §" is not two.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let mut after = text[at + mark.len_utf8()..].chars();
        let ends = match mark {
            '\n' | '·' | ';' => true,
            '.' | '!' | '?' | ':' => {
                after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
            }
            _ => false,
        };
        if ends {
            found.push(&text[start..at]);
            start = at + mark.len_utf8();
        }
    }
    found.push(&text[start..]);
    found.retain(|sentence| !sentence.trim().is_empty());
    found
}

/// Whether the sentence, in small letters, has a stem of each of the pattern's parts.
pub(crate) fn in_sentence(lower: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('+');
    parts.all(|stems| stems.split('|').any(|stem| stands(lower, stem.trim())))
}

fn stands(lower: &str, stem: &str) -> bool {
    let begins = stem.strip_prefix('^');
    let ends = stem.strip_suffix('$');
    let bare = stem.trim_start_matches('^').trim_end_matches('$');
    lower.match_indices(bare).any(|(at, _)| {
        let (before, after) = (&lower[..at], &lower[at + bare.len()..]);
        (begins.is_none() || !before.ends_with(char::is_alphanumeric))
            && (ends.is_none() || !after.starts_with(char::is_alphanumeric))
    })
}

/// The words of a text in small letters, without marks.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn a_pattern_stands_in_one_sentence() {
    let text = "Bjud in SES. Barnet är folkbokfört här, SoL 22 kap. 11 §";
    assert!(says(text, "bjud+ses"));
    assert!(says(text, "vuxen|barn+folkbok"));
    assert!(says(text, "22 kap. 11"));
    assert!(!says(text, "bjud+folkbok"));
    assert!(says(text, "bokf"));
    assert!(!says(text, "^bokf"));
    assert!(says(text, "^här$"));
    assert!(!says(text, "folk$"));
}
