//! Ratchets: what the house is to be rid of, each with today's offenders. A list may only shrink, and is empty at the end.

mod circles;
mod docs;
mod names;
mod outputs;
mod tree;

use std::collections::BTreeSet;
use std::path::Path;

/// Holds what is found to the list of those known: nothing new, and what is mended goes from the list.
fn assert_only_known(found: BTreeSet<String>, list: &str, what: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/house")
        .join(list);
    let known = std::fs::read_to_string(&path).unwrap();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "new {what}: {new:#?}");
    let mended: Vec<_> = known.difference(&found).collect();
    assert!(
        mended.is_empty(),
        "mended, take them out of {list}: {mended:#?}"
    );
}
