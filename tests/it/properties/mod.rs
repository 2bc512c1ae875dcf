//! What must hold whatever is done, and in whatever order: random cases of the shipped routines and of one that has
//! every kind of rule.

mod accepted;
mod exchanged;
mod late;
mod moves;
mod plans;
mod play;
mod reach;
mod redacted;
mod series;
mod shifted;
mod stored;
mod undone;

use proptest::prelude::ProptestConfig;

/// So many random cases a property; each is a case of up to thirty changes.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}
