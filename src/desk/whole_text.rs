//! A text that is read whole: from a file, or from standard input where that is called `-`.

use std::path::Path;

use crate::error::Failure;
use crate::routine_file::read_bytes;
use crate::ui::wording::Words;

use super::given::piped_in;
use super::routines::broken_file;

pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub(crate) fn name(path: &Path, words: &Words) -> String {
    match is_standard_input(path) {
        true => words.say("standard-input"),
        false => path.display().to_string(),
    }
}

/// At most so many bytes of it, without the mark that editors put before it. Of text in UTF-16 that is said: what reads on
/// would only find signs that do not belong there.
pub(crate) fn read(path: &Path, most: usize, words: &Words) -> Result<Vec<u8>, Failure> {
    let mut bytes = match is_standard_input(path) {
        true => piped_in(most)?,
        false => read_bytes(path, most).map_err(|fault| broken_file(path, &fault))?,
    };
    match bytes[..] {
        [0xef, 0xbb, 0xbf, ..] => drop(bytes.drain(..3)),
        // By its mark, or by the half of a first ASCII letter that says nothing.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => {
            let file = name(path, words);
            return Err(Failure::refused(message!("text-utf16", file)));
        }
        _ => {}
    }
    Ok(bytes)
}
