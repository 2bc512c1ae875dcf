//! No circle of files. An edge is a path or `use` that leads to an item defined in the other file, re-exports followed;
//! a re-export itself, a `mod` line and tests are none.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_only_known;
use super::tree::Tree;

type Edges = BTreeMap<String, BTreeSet<String>>;

/// All files that can be reached from one.
fn reached(edges: &Edges, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut left = vec![from.to_owned()];
    while let Some(file) = left.pop() {
        for next in edges.get(&file).into_iter().flatten() {
            if found.insert(next.clone()) {
                left.push(next.clone());
            }
        }
    }
    found
}

/// The files of every circle, a line each.
fn circles(edges: &Edges) -> BTreeSet<String> {
    let reach: BTreeMap<_, _> = edges
        .keys()
        .map(|file| (file, reached(edges, file)))
        .collect();
    let leads =
        |from: &String, to: &String| reach.get(from).is_some_and(|reach| reach.contains(to));
    let in_one = edges.keys().filter(|file| leads(file, file));
    in_one
        .map(|file| {
            let together = edges
                .keys()
                .filter(|other| leads(file, other) && leads(other, file));
            together.cloned().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn no_files_lead_in_a_circle() {
    let edges = Tree::of_crate().edges();
    // The reader of paths finds what is plain to see.
    let knows = |from: &str, to: &str| edges.get(from).is_some_and(|files| files.contains(to));
    assert!(knows("src/lib.rs", "src/error.rs"));
    assert!(knows("src/domain/decide/done.rs", "src/domain/plan/mod.rs"));
    assert!(edges.len() > 200, "{}", edges.len());
    assert_only_known(circles(&edges), "circles.txt", "circles of files");
}

#[test]
fn the_finder_of_circles_finds_them() {
    let edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("e", "d")];
    let mut graph = Edges::new();
    for (from, to) in edges {
        graph
            .entry(from.to_owned())
            .or_default()
            .insert(to.to_owned());
    }
    assert_eq!(circles(&graph), BTreeSet::from(["a b c".to_owned()]));
}
