//! The integration tests: one binary, one file an area.
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
mod coverage;
mod harness;
mod help;
mod oracles;
mod properties;
mod routines;
mod semantics;
mod tidy;

#[cfg(unix)]
mod terminal;
