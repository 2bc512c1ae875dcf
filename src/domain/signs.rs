//! Signs that nobody sees and signs that look like others. What people type or paste comes through here once: ids,
//! references, days and options through [`plain`], free texts and names through [`seen`].

use std::borrow::Cow;

/// Whether nobody sees a sign: Unicode's Default_Ignorable_Code_Point, signs for annotations, and the empty one of Braille.
pub fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether an unseen sign belongs to no letter: it turns others round, may break a line, fills a place, is no sign at all.
pub fn is_format(sign: char) -> bool {
    is_unseen(sign) && !is_company(sign)
}

/// Joiners and selectors belong to the letters of some scripts, and to pictures; alone they are nothing.
fn is_company(sign: char) -> bool {
    matches!(sign, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// The last letter of the Latin script as it is written with: joiners and selectors do nothing to those before it.
const LAST_LATIN: char = '\u{24f}';

/// Whether a sign is a dash of any kind, the minus sign among them.
pub fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{207b}' | '\u{208b}'
        | '\u{2212}' | '\u{2e3a}'..='\u{2e3b}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// A text in which every dash is `-`, without signs that nobody sees.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|sign| !is_unseen(*sign));
    let folded = kept.map(|sign| if is_dash(sign) { '-' } else { sign });
    Cow::Owned(folded.collect())
}

/// Whether two texts are the same but for capitals, kinds of dashes and spaces, and signs that nobody sees.
pub fn are_alike(one: &str, two: &str) -> bool {
    let folded = |text: &str| {
        let lower = plain(text).to_lowercase();
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    folded(one) == folded(two)
}

/// A text in small letters without rings, dots and accents: many keyboards have none.
pub fn undotted(text: &str) -> String {
    let lower = plain(text).to_lowercase();
    let is_mark = |sign: &char| ('\u{300}'..='\u{36f}').contains(sign);
    let letters = lower.chars().filter(|sign| !is_mark(sign));
    let bare = |sign| match sign {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ø' | 'ó' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' => 'u',
        other => other,
    };
    letters.map(bare).collect()
}

/// A name as it is compared with what somebody types: undotted, one space where spaces, hyphens or underscores stand.
pub fn folded(name: &str) -> String {
    let undotted = undotted(name);
    let is_between = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '_');
    let words = undotted.split(is_between).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A free text as it is kept: without space around it and signs in it that nobody sees, but for joiners and selectors among
/// letters that they belong to; empty when nothing is to be seen.
pub fn seen(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_nothing) {
        return Cow::Borrowed("");
    }
    if text.is_ascii() {
        return Cow::Borrowed(text.trim());
    }
    let mut kept = String::new();
    for sign in text.chars() {
        let belongs = is_company(sign) && kept.chars().next_back() > Some(LAST_LATIN);
        if belongs || !is_unseen(sign) {
            kept.push(sign);
        }
    }
    Cow::Owned(kept.trim().to_owned())
}

/// Whether there is nothing to see of a sign. U+0000 is there, to be refused.
fn is_nothing(sign: char) -> bool {
    sign.is_whitespace() || is_unseen(sign) || (sign.is_control() && sign != '\0')
}

/// A text as one line: its words with one space between, whatever stood there. U+0000 stays, to be refused.
pub fn one_line(text: &str) -> String {
    let is_between =
        |c: char| c.is_whitespace() || (c.is_control() && c != '\0') || c == '\u{feff}';
    let words = text.split(is_between).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The first sign that is neither a letter nor on every keyboard: its place from 1.
pub fn odd_sign(text: &str) -> Option<(usize, char)> {
    let is_usual = |sign: char| sign.is_alphabetic() || sign == ' ' || sign.is_ascii_graphic();
    (1..)
        .zip(text.chars())
        .find(|(_, sign)| is_unseen(*sign) || !is_usual(*sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_made_plain_and_unseen_signs_go() {
        for (text, made) in [
            ("2026\u{2011}12\u{2013}02", "2026-12-02"),
            ("\u{feff}2026\u{ad}-00\u{200b}1", "2026-001"),
            ("1\u{a0}dec", "1\u{a0}dec"),
            ("\u{200e}rutin\u{200d}\u{fe0f}", "rutin"),
            ("åäö-ÅÄÖ", "åäö-ÅÄÖ"),
        ] {
            assert_eq!(plain(text), made, "{text:?}");
        }
    }

    #[test]
    fn a_name_is_the_same_on_every_keyboard() {
        for name in [
            "annan-åtgärd",
            "Annan  atgard",
            "ANNAN\u{2011}ÅTGÄRD",
            "annan_a\u{30a}tga\u{308}rd ",
        ] {
            assert_eq!(folded(name), "annan atgard", "{name:?}");
        }
    }

    #[test]
    fn a_text_without_anything_to_see_is_empty() {
        for text in [
            "\u{200d}",
            " \u{3164} ",
            "\u{115f}\u{1160}\u{ffa0}",
            "\u{2800}",
            "\u{fe0f}\u{34f}",
            "\u{a0}",
        ] {
            assert_eq!(seen(text), "", "{text:?}");
        }
        assert_eq!(
            seen(" \u{feff}An\u{200b}na – \u{202e}Ek\u{ad} "),
            "Anna – Ek"
        );
        assert_eq!(
            seen("می\u{200c}روم 👩\u{200d}🏫"),
            "می\u{200c}روم 👩\u{200d}🏫"
        );
    }

    #[test]
    fn an_odd_sign_is_named_with_its_place() {
        assert_eq!(odd_sign("2026\u{a0}001"), Some((5, '\u{a0}')));
        assert_eq!(odd_sign("ab\u{3164}"), Some((3, '\u{3164}')));
        assert_eq!(odd_sign("Åsa-1_/. #"), None);
    }
}
