//! One name, one meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_only_known;
use super::tree::Tree;

/// Names that many files have by convention: a command's arguments.
const SHARED: [&str; 1] = ["Args"];

#[test]
fn a_types_name_is_taken_once_in_the_crate() {
    let mut by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, file) in Tree::of_crate().types {
        // The two halves of a `cfg` stand in one file.
        by_name.entry(name).or_default().insert(file);
    }
    let taken = by_name
        .into_iter()
        .filter(|(name, files)| files.len() > 1 && !SHARED.contains(&name.as_str()));
    let taken = taken.map(|(name, files)| {
        let files: Vec<_> = files.into_iter().collect();
        format!("{name}: {}", files.join(" "))
    });
    assert_only_known(taken.collect(), "names.txt", "names taken twice");
}
