//! Finding circles in what waits for what, without recursion: a hostile file may be one long chain.

use std::borrow::Borrow;
use std::collections::HashMap;

/// More circles than this are not worth telling apart.
const MOST: usize = 20;

/// The circles among names and those that each waits for: the names on each in the order they wait, from the one that
/// came first. A name that comes twice waits for both; one that never comes waits for nothing.
pub(super) fn circles_among<'a, F: Borrow<str>>(
    waits: impl Iterator<Item = (&'a str, impl IntoIterator<Item = F>)>,
) -> Vec<Vec<String>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut nodes: Vec<(&str, Vec<F>)> = Vec::new();
    for (name, firsts) in waits.filter(|(name, _)| !name.is_empty()) {
        let place = *places.entry(name).or_insert(nodes.len());
        if place == nodes.len() {
            nodes.push((name, Vec::new()));
        }
        nodes[place].1.extend(firsts);
    }
    let mut circles: Vec<Vec<usize>> = Vec::new();
    let mut state = vec![State::New; nodes.len()];
    for start in 0..nodes.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::OnPath;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let Some(first) = nodes[*node].1.get(*next) else {
                state[*node] = State::Left;
                path.pop();
                continue;
            };
            *next += 1;
            let Some(&target) = places.get(first.borrow()) else {
                continue;
            };
            match state[target] {
                State::New => {
                    state[target] = State::OnPath;
                    path.push((target, 0));
                }
                State::OnPath if circles.len() < MOST => {
                    let circle = circle(&path, target);
                    if !circles.contains(&circle) {
                        circles.push(circle);
                    }
                }
                _ => {}
            }
        }
    }
    let named = |circle: Vec<usize>| {
        circle
            .iter()
            .map(|place| nodes[*place].0.to_owned())
            .collect()
    };
    circles.into_iter().map(named).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnPath,
    Left,
}

/// The part of the path from `target` on, turned so that the smallest comes first.
fn circle(path: &[(usize, usize)], target: usize) -> Vec<usize> {
    let nodes = path.iter().map(|(node, _)| *node);
    let mut circle: Vec<_> = nodes.skip_while(|node| *node != target).collect();
    let smallest = circle.iter().min();
    let smallest = circle.iter().position(|node| Some(node) == smallest);
    circle.rotate_left(smallest.unwrap_or_default());
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(edges: &[(&'static str, &'static str)]) -> Vec<String> {
        let waits = ["a", "b", "c", "d", "a"].map(|name| {
            let edges = edges.iter().filter(move |(waiting, _)| *waiting == name);
            (name, edges.map(|(_, first)| *first))
        });
        let circles = circles_among(waits.into_iter());
        circles.iter().map(|circle| circle.join(" ")).collect()
    }

    #[test]
    fn finds_circles() {
        for (edges, expected) in [
            (&[("a", "b"), ("b", "c")][..], &[][..]),
            (&[("a", "a")], &["a"]),
            (&[("b", "a"), ("a", "b")], &["a b"]),
            (
                &[("d", "a"), ("a", "b"), ("b", "c"), ("c", "a")],
                &["a b c"],
            ),
            (
                &[("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")],
                &["a b", "c d"],
            ),
            (&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], &[]),
            (&[("a", "x"), ("x", "a")], &[]),
        ] {
            assert_eq!(circles(edges), expected, "{edges:?}");
        }
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let names: Vec<String> = (0..50_000).map(|n| n.to_string()).collect();
        let chain = names.iter().zip(names.iter().cycle().skip(1));
        let waits = chain.map(|(waiting, first)| (waiting.as_str(), [first.as_str()]));
        assert_eq!(circles_among(waits)[0].len(), 50_000);
    }
}
