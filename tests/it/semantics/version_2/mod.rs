//! What came with version 2 of the format, on routines of a few lines, with dates worked out by hand from the contract.

mod at_least_once;
mod booked;
mod first_of;
mod opened_anew;
mod school_time;
mod terms;

use super::trial::{Trial, step};

/// A question of the case, asked when needed.
const QUESTION: &str = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";

/// A case of one step `s` with this rule.
fn ruled(due: &str) -> Trial {
    Trial::of_version_2(&step("s", &format!("due = {due}")))
}

/// A meeting on day `a`, the step that may go back to it, and a step `extra`, which is named too.
fn lap(extra: &str) -> Trial {
    let back = "due = { after = { step = \"mote\" }, term = \"4 weeks\" }\n\
                [[phase.step.outcome]]\nreopen = [\"mote\", \"extra\", \"utv\"]\n";
    let steps = step("mote", "due = { on = \"a\" }") + &step("extra", extra) + &step("utv", back);
    let mut trial = Trial::of_version_2(&steps);
    trial.date("a", "2026-01-05");
    trial
}
