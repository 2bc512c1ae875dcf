//! No running text of the sources stands in a routine: nowhere eight words in a row.
//!
//! The sources are other people's texts and lie nowhere here. `tests/data/coverage/lifted.txt` has a number for each eight
//! words of them that follow on one another: small letters, marks left out, FNV-1a of 32 bits.

use std::collections::BTreeSet;
use std::path::Path;

use super::shown::Shown;
use super::words::words;

const NUMBERS: &str = include_str!("../../data/coverage/lifted.txt");

/// So many words in a row are a quotation.
const RUN: usize = 8;

/// The places of what is lifted, with the words.
pub(crate) fn lifted(routine: &Shown) -> Vec<(String, String)> {
    let known: BTreeSet<&str> = NUMBERS.lines().collect();
    let mut found = Vec::new();
    for (place, text) in routine.texts() {
        for run in words(text).windows(RUN) {
            if known.contains(number(run).as_str()) {
                found.push((place.clone(), run.join(" ")));
            }
        }
    }
    found
}

fn number(run: &[String]) -> String {
    let hash = run.join(" ").bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

#[test]
fn eight_words_in_a_row_are_found() {
    let heading = "Kontakta rektor på avlämnande och mottagande skolor om överlämning"; // nine words
    let known: BTreeSet<&str> = NUMBERS.lines().collect();
    let all = words(heading);
    assert!(
        all.windows(RUN)
            .all(|run| known.contains(number(run).as_str()))
    );
    let own = words("ring rektorn för skolan som eleven lämnar och skolan som tar emot");
    assert!(
        !own.windows(RUN)
            .any(|run| known.contains(number(run).as_str()))
    );
}

#[test]
#[ignore = "writes the numbers anew from the sources, laid in target/sources"]
fn the_numbers_are_written_anew() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut numbers = BTreeSet::new();
    for source in std::fs::read_dir(root.join("target/sources")).unwrap() {
        let text = std::fs::read_to_string(source.unwrap().path()).unwrap();
        numbers.extend(words(&text).windows(RUN).map(number));
    }
    let lines: Vec<String> = numbers.into_iter().collect();
    std::fs::write(
        root.join("tests/data/coverage/lifted.txt"),
        lines.join("\n") + "\n",
    )
    .unwrap();
}
