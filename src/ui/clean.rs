//! Stored text never steers the terminal, and reads as it is stored: control characters, direction overrides and
//! signs that nobody sees are taken out. All that is written passes here: through `Line` and `Table`, as JSON, or in
//! prompts.

use std::borrow::Cow;

use crate::domain::signs::is_format;

/// A text without control characters, direction overrides and unseen signs. Line breaks stay; tabs and other breaks
/// become spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    replaced(text, |sign, out| match sign {
        '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push(' '),
        _ => {}
    })
}

/// The same on one line: line breaks become spaces.
pub(crate) fn clean_line(text: &str) -> String {
    let cleaned = clean(text);
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// JSON with every such character escaped, so that it is whole for programs and harmless on a screen.
/// Outside strings JSON has none but line breaks.
pub(crate) fn clean_json(json: &str) -> Cow<'_, str> {
    replaced(json, |sign, out| {
        // Two of them for one beyond sixteen bits.
        for unit in sign.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    })
}

/// A text with every dangerous sign written otherwise.
fn replaced(text: &str, write: impl Fn(char, &mut String)) -> Cow<'_, str> {
    // All bytes at once: that is many times faster than looking for the first.
    if !text
        .bytes()
        .fold(false, |found, byte| found | may_begin_dangerous(byte))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((place, sign)) = first_dangerous(rest) {
        out.push_str(&rest[..place]);
        write(sign, &mut out);
        rest = &rest[place + sign.len_utf8()..];
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(out + rest)
}

/// Nearly all letters begin with another byte.
fn may_begin_dangerous(byte: u8) -> bool {
    byte != b'\n' && matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..)
}

fn first_dangerous(text: &str) -> Option<(usize, char)> {
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let place = rest.bytes().position(may_begin_dangerous)?;
        let sign = rest[place..].chars().next()?;
        if sign.is_control() || is_format(sign) || matches!(sign, '\u{2028}' | '\u{2029}') {
            return Some((from + place, sign));
        }
        from += place + sign.len_utf8();
    }
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
    fn every_dangerous_sign_is_seen_and_no_other() {
        for sign in '\0'..=char::MAX {
            let is_clean = clean(&format!("a{sign}b")).contains(sign);
            let is_dangerous =
                sign.is_control() || is_format(sign) || matches!(sign, '\u{2028}' | '\u{2029}');
            assert_eq!(is_clean, !is_dangerous || sign == '\n', "{sign:?}");
        }
    }

    #[test]
    fn json_keeps_what_it_hides() {
        let text = "x\u{9b}y\u{202e}z\u{7f}\u{e0041}";
        let json = serde_json::to_string(text).unwrap();
        let json = clean_json(&json);
        assert_eq!(json, r#""x\u009by\u202ez\u007f\udb40\udc41""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
