//! Stored text never steers the terminal, and reads as it is stored: control characters, direction overrides and
//! signs that nobody sees are taken out. All that is written passes here: through `Line` and `Table`, as JSON, or in
//! prompts.

use std::borrow::Cow;

use crate::domain::signs::is_format;

/// A text without control characters, direction overrides and unseen signs. Line breaks stay; tabs and other breaks
/// become spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && is_dangerous(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|c| match c {
        '\n' => Some(c),
        '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        c if is_dangerous(c) => None,
        c => Some(c),
    });
    Cow::Owned(kept.collect())
}

/// The same on one line: line breaks become spaces.
pub(crate) fn clean_line(text: &str) -> String {
    let cleaned = clean(text);
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// JSON with every such character escaped, so that it is whole for programs and harmless on a screen.
/// Outside strings JSON has none but line breaks.
pub(crate) fn clean_json(json: String) -> String {
    // All bytes at once: that is many times faster than looking for the first.
    let may_be = |found, byte| found | may_begin_dangerous(byte);
    if !json.bytes().fold(false, may_be) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    let mut rest = json.as_str();
    while let Some(at) = rest.bytes().position(may_begin_dangerous) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut chars = from.chars();
        for c in chars.by_ref().take(1) {
            match is_dangerous(c) {
                // Two of them for one beyond sixteen bits.
                true => c
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
                false => out.push(c),
            }
        }
        rest = chars.as_str();
    }
    out + rest
}

/// Whether a byte of JSON may begin such a character; most of a long text is passed by with this alone.
fn may_begin_dangerous(byte: u8) -> bool {
    // All of ASCII that is printed, and å, ä, ö, é: what begins with 0xC3 is a letter or a sign of reckoning.
    !matches!(byte, b'\n' | b' '..=b'~' | 0x80..=0xBF | 0xC3)
}

fn is_dangerous(c: char) -> bool {
    c.is_control() || is_format(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_overrides_are_taken_out() {
        assert_eq!(clean("röd \u{1b}[31mtext\u{7}"), "röd [31mtext");
        assert_eq!(clean("a\u{9b}2Jb\u{0}c"), "a2Jbc");
        assert_eq!(clean("abc\u{202e}fed\u{2069}"), "abcfed");
        assert_eq!(clean("en\ntvå\ttre\r"), "en\ntvå tre");
        assert_eq!(clean_line(" en\n två\ttre "), "en två tre");
        assert!(matches!(clean("åäö – ”x”"), Cow::Borrowed(_)));
        assert_eq!(clean("\u{feff}An\u{200b}na\u{e0041}\u{ad}"), "Anna");
        assert_eq!(clean("می\u{200c}روم"), "می\u{200c}روم");
    }

    #[test]
    fn json_keeps_what_it_hides() {
        let text = "x\u{9b}y\u{202e}z\u{7f}\u{e0041}";
        let json = clean_json(serde_json::to_string(text).unwrap());
        assert_eq!(json, r#""x\u009by\u202ez\u007f\udb40\udc41""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
