//! Rectification, destruction of records, settings and the access log.

mod access;
mod config;
mod inside;
mod purging;
mod redacting;
#[cfg(unix)]
mod terminal;

use crate::harness::Env;
use crate::lines::{line, refused, told};

/// A case of a routine for children at home, `2026-001`, in a file of social services.
fn absence() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=socialnamnd");
    told(
        &env,
        "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen",
    );
    env
}

/// Whether a text stands anywhere in the case file.
fn file_holds(env: &Env, text: &str) -> bool {
    let bytes = std::fs::read(env.path("arenden.db")).unwrap();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
