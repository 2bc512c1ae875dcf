//! Finding circles in what waits for what, without recursion: a hostile file may be one long chain.

use std::collections::{HashMap, HashSet};

/// More circles than this are not worth telling apart.
const MOST: usize = 20;

/// Who waits for whom, by name. Names keep the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Graph<'a> {
    names: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
    edges: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    /// A graph of these names; others that edges lead to are ignored.
    pub(super) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut graph = Self::default();
        for name in names.filter(|name| !name.is_empty()) {
            let next = graph.names.len();
            if graph.places.insert(name, next).is_none() {
                graph.names.push(name);
                graph.edges.push(Vec::new());
            }
        }
        // A name that came twice has its last place, which may lie beyond; set it right.
        for (place, name) in graph.names.iter().enumerate() {
            graph.places.insert(name, place);
        }
        graph
    }

    /// `waiting` waits for `first`.
    pub(super) fn add(&mut self, waiting: &str, first: &str) {
        if let (Some(&from), Some(&to)) = (self.places.get(waiting), self.places.get(first)) {
            self.edges[from].push(to);
        }
    }

    /// Circles, each as the names on it in the order they wait, from the one that came first.
    pub(super) fn circles(&self) -> Vec<Vec<&'a str>> {
        let mut circles = Vec::new();
        let mut known: HashSet<Vec<usize>> = HashSet::new();
        let mut state = vec![State::New; self.names.len()];
        for start in 0..self.names.len() {
            let mut path: Vec<(usize, usize)> = Vec::new();
            if state[start] == State::New {
                state[start] = State::OnPath;
                path.push((start, 0));
            }
            while let Some((node, next)) = path.last_mut() {
                let Some(&target) = self.edges[*node].get(*next) else {
                    state[*node] = State::Left;
                    path.pop();
                    continue;
                };
                *next += 1;
                match state[target] {
                    State::New => {
                        state[target] = State::OnPath;
                        path.push((target, 0));
                    }
                    State::OnPath if circles.len() < MOST => {
                        let circle = circle(&path, target);
                        if known.insert(circle.clone()) {
                            circles.push(circle.iter().map(|place| self.names[*place]).collect());
                        }
                    }
                    _ => {}
                }
            }
        }
        circles
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnPath,
    Left,
}

/// The part of the path from `target` on, turned so that the smallest comes first.
fn circle(path: &[(usize, usize)], target: usize) -> Vec<usize> {
    let mut circle: Vec<_> = path
        .iter()
        .map(|(node, _)| *node)
        .skip_while(|node| *node != target)
        .collect();
    let smallest = circle
        .iter()
        .enumerate()
        .min_by_key(|(_, node)| **node)
        .map_or(0, |(place, _)| place);
    circle.rotate_left(smallest);
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(edges: &[(&'static str, &'static str)]) -> Vec<String> {
        let mut graph = Graph::of(["a", "b", "c", "d", "a"].into_iter());
        for (waiting, first) in edges {
            graph.add(waiting, first);
        }
        graph.circles().iter().map(|c| c.join(" ")).collect()
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
        let mut graph = Graph::of(names.iter().map(String::as_str));
        for pair in names.windows(2) {
            graph.add(&pair[0], &pair[1]);
        }
        graph.add("49999", "0");
        assert_eq!(graph.circles()[0].len(), 50_000);
    }
}
