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
mod explained;
mod harness;
mod help;
mod log;
mod oracles;
mod routine_commands;
mod routine_plan;
mod routines;
mod tidy;
mod why;
mod wording_ids;

#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod walk;
