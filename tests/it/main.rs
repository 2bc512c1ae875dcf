//! The integration tests: one binary, one file an area.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod cases;
mod cli;
mod coverage;
mod explained;
mod harness;
mod help;
mod list;
mod log;
mod oracles;
mod overview;
mod report;
mod routine_commands;
mod routine_plan;
mod routines;
mod tidy;
mod why;

#[cfg(unix)]
mod terminal;
