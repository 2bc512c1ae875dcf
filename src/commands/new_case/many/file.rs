//! The table's text. What cannot be a table is refused before it is read as one.

use crate::commands::prelude::*;

/// A hundred thousand cases with fifty columns each fit in this.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;
/// More separators than this in one line of text are no table; Excel's has 16,384 columns at most.
const MOST_SEPARATORS: usize = 20_000;

messages! {
    enum NoText {
        TooLarge => "many-too-large",
        /// Not UTF-8, or with a zero byte in it, first on this line.
        NotText { line: usize } => "many-not-text",
        TooManyColumns { line: usize } => "many-too-many-columns",
    }
}

/// The whole text, without a byte order mark.
pub(super) fn text(path: &Path, ctx: &Ctx) -> Attempt<String> {
    as_text(whole_text::read(path, LARGEST_BYTES + 1, &ctx.words)?).map_err(|why| {
        let hint = match why {
            NoText::TooLarge => "hint-many-split",
            _ => "hint-many-utf8",
        };
        let name = whole_text::name(path, &ctx.words);
        Failure::refused(why.message().with("file", name)).hint(hint)
    })
}

fn as_text(mut bytes: Vec<u8>) -> Result<String, NoText> {
    if bytes.len() > LARGEST_BYTES {
        return Err(NoText::TooLarge);
    }
    end_lines_alike(&mut bytes);
    let text = String::from_utf8(bytes).map_err(|error| {
        let end = error.utf8_error().valid_up_to();
        not_text(&error.as_bytes()[..end])
    })?;
    if let Some(end) = text.find('\0') {
        return Err(not_text(&text.as_bytes()[..end]));
    }
    let is_separator = |byte: &u8| matches!(byte, b';' | b',' | b'\t');
    let crowded = |line: &[u8]| line.iter().filter(|byte| is_separator(byte)).count();
    let mut lines = text.as_bytes().split(|byte| *byte == b'\n');
    if let Some(place) = lines.position(|line| crowded(line) > MOST_SEPARATORS) {
        return Err(NoText::TooManyColumns { line: place + 1 });
    }
    Ok(text)
}

/// Lines that end in a carriage return alone, as on old Macs, end like others: they are counted by that.
fn end_lines_alike(bytes: &mut [u8]) {
    for place in 0..bytes.len() {
        if bytes[place] == b'\r' && bytes.get(place + 1) != Some(&b'\n') {
            bytes[place] = b'\n';
        }
    }
}

fn not_text(before: &[u8]) -> NoText {
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    NoText::NotText { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_line_ends_are_as_others() {
        for (bytes, text) in [
            (&b"ref\n"[..], "ref\n"),
            (b"ref\rA\r\nB\r", "ref\nA\r\nB\n"),
            (b"", ""),
        ] {
            assert_eq!(as_text(bytes.to_vec()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_text_is_told_with_its_line() {
        for (bytes, line) in [
            (&b"ref\nA\nB\xe5t\n"[..], 3), // Windows-1252
            (b"PK\x03\x04\x14\0\x06\0", 1),
            (b"ref\r\nA\0\r\n", 2),
        ] {
            assert_eq!(as_text(bytes.to_vec()), Err(NoText::NotText { line }));
        }
    }

    #[test]
    fn what_no_table_can_be_is_not_read_as_one() {
        let many = [b"ref\n".as_slice(), &[b';'; MOST_SEPARATORS + 1]].concat();
        assert_eq!(as_text(many), Err(NoText::TooManyColumns { line: 2 }));
        assert_eq!(
            as_text(vec![b'a'; LARGEST_BYTES + 1]),
            Err(NoText::TooLarge)
        );
    }
}
