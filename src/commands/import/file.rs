//! The file that is taken in, or what is piped in.

use std::io::Read;
use std::path::Path;

use crate::error::Failure;
use crate::routine_file::{FileFault, read_bytes};
use crate::ui::terminal;
use crate::ui::wording::{Phrase, Words, io_fault_id};

use super::refused;

/// No case is nearly as large; a larger file could take the memory.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn name(path: &Path, words: &Words) -> String {
    match is_standard_input(path) {
        true => words.say("standard-input", &[]),
        false => path.display().to_string(),
    }
}

pub(super) fn read(path: &Path, name: &str, words: &Words) -> Result<Vec<u8>, Failure> {
    let bytes = match is_standard_input(path) {
        true => piped_in()?,
        false => {
            read_bytes(path, LARGEST_BYTES + 1).map_err(|fault| unreadable(name, &fault, words))?
        }
    };
    if bytes.len() > LARGEST_BYTES {
        return Err(refused::because(name, Phrase::new("import-too-large")));
    }
    Ok(bytes)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn piped_in() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = LARGEST_BYTES as u64 + 1;
    terminal::input().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(name: &str, fault: &FileFault, words: &Words) -> Failure {
    let cause = match fault {
        FileFault::Unreadable(kind) => io_fault_id(*kind),
        _ => "io-wrong-kind",
    };
    let what = Phrase::new("import-unreadable").with("file", name.to_owned());
    Failure::refused(what.with("cause", words.say(cause, &[])))
}
