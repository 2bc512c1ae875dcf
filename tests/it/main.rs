//! The integration tests: the real program in an empty environment.
#![allow(
    dead_code,
    reason = "until every command has its tests; then this line goes"
)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod cli;
mod harness;
mod help;
mod oracles;
mod routines;
mod tidy;

#[cfg(unix)]
mod terminal;
