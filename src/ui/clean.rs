//! Stored text never steers the terminal: control characters and direction overrides are taken out.

use std::borrow::Cow;

/// A text without control characters and direction overrides. Line breaks stay; tabs and other breaks become spaces.
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
pub(crate) fn clean_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_dangerous(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

fn is_dangerous(c: char) -> bool {
    let turns_direction = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    c.is_control() || turns_direction || matches!(c, '\u{2028}' | '\u{2029}')
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
    }

    #[test]
    fn json_keeps_what_it_hides() {
        let text = "x\u{9b}y\u{202e}z\u{7f}";
        let json = clean_json(&serde_json::to_string(text).unwrap());
        assert_eq!(json, r#""x\u009by\u202ez\u007f""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
