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

/// A case of a routine for children at home, `2026-001`, in a file of social services that is part of the record.
fn absence() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=socialnamnd");
    told(&env, "config retention=akt --decision SN~12");
    told(
        &env,
        "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen",
    );
    env
}

/// The same in a file of its own, `A`, opened just now by the real clock.
fn just_opened() -> Env {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, &opening("A"));
    env
}

/// The line that opens a case whose dates lie ahead.
fn opening(reference: &str) -> String {
    let day = Env::days_from_now(60);
    format!("new-case --routine nacka --ref {reference} --date inskrivning={day}")
}

/// Whether a text stands anywhere in the case file.
fn file_holds(env: &Env, text: &str) -> bool {
    let bytes = std::fs::read(env.path("arenden.db")).unwrap();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
