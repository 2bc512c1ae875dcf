//! What must hold whatever is done, and in whatever order: random cases of the shipped routines and of one that has
//! every kind of rule.

mod accepted;
mod akt;
mod exchanged;
mod judged;
mod late;
mod moves;
mod plans;
pub(crate) mod play;
mod reach;
mod redacted;
mod replayed;
mod rounds;
mod series;
mod shifted;
mod stored;
mod tampered;
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
