//! Every wording id that the program names exists: a missing one would be shown as it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn every_id_that_is_named_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known: BTreeSet<String> = files(&root.join("src/ui/wording/sv"), "ftl")
        .iter()
        .flat_map(|text| text.lines().filter_map(id).collect::<Vec<_>>())
        .collect();
    assert!(known.contains("yes"), "the wording files are read");
    let mut unknown = Vec::new();
    for text in files(&root.join("src"), "rs") {
        // What a comment shows is an example.
        let code = text.lines().filter(|line| !line.trim().starts_with("//"));
        let text = code.collect::<Vec<_>>().join("\n");
        let calls = [
            "say(",
            "message!(",
            "Message::from(",
            "refused(",
            "usage(",
            "because(",
            "hint(",
        ];
        let mut named: Vec<&str> = calls
            .iter()
            .flat_map(|call| text.split(call).skip(1))
            .collect();
        // After what says it, and after a variant of an enum that says something.
        let after_words = text.split("say!(").skip(1);
        named.extend(after_words.filter_map(|rest| Some(rest.split_once(',')?.1)));
        for said in text.split("messages! {").skip(1) {
            let variants = said.split("\n}\n").next().into_iter();
            named.extend(variants.flat_map(|variants| variants.split("=> ").skip(1)));
        }
        let named = named
            .into_iter()
            .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
        let missing = named.filter(|id| !known.contains(*id) && *id != "no-such-id");
        unknown.extend(missing.map(str::to_owned));
    }
    assert_eq!(unknown, [""; 0]);
}

/// The id of a line "id = text".
fn id(line: &str) -> Option<String> {
    let (id, _) = line.split_once(" =")?;
    let is_id = id
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_id.then(|| id.to_owned())
}

fn files(folder: &Path, extension: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}
