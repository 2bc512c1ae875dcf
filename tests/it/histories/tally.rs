//! What occurred in how many histories.

use std::collections::{BTreeMap, BTreeSet};

/// What must occur.
const EXPECTED: [&str; 19] = [
    "done",
    "done unknown",
    "day known",
    "part done",
    "part skipped",
    "skip",
    "extend",
    "date",
    "date withdrawn",
    "answer",
    "answer withdrawn",
    "role",
    "book",
    "note",
    "close",
    "reopen",
    "undo",
    "undo step",
    "rounds opened",
];

/// Fewer histories than this part of all is too few to say anything.
const LEAST_PERCENT: usize = 5;

#[derive(Default)]
pub(super) struct Tally {
    histories: usize,
    with: BTreeMap<&'static str, usize>,
}

impl Tally {
    pub(super) fn add(&mut self, occurred: BTreeSet<&'static str>) {
        self.histories += 1;
        for what in occurred {
            *self.with.entry(what).or_default() += 1;
        }
    }

    pub(super) fn join(&mut self, other: Self) {
        self.histories += other.histories;
        for (what, times) in other.with {
            *self.with.entry(what).or_default() += times;
        }
    }

    #[expect(
        clippy::print_stdout,
        reason = "shown with --nocapture: how far the histories went"
    )]
    pub(super) fn print(&self) {
        for what in EXPECTED {
            let times = self.with.get(what).copied().unwrap_or_default();
            println!("{what}: in {times} of {} histories", self.histories);
        }
    }

    pub(super) fn assert_everything_occurred(&self) {
        for what in EXPECTED {
            let times = self.with.get(what).copied().unwrap_or_default();
            assert!(
                times * 100 >= self.histories * LEAST_PERCENT,
                "{what} in {times} of {} histories only",
                self.histories
            );
        }
    }
}
