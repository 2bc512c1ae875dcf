//! The integration tests: one binary, one file an area.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod cases;
mod cli;
mod code_words;
mod commands;
mod coverage;
mod dates;
mod day;
#[cfg(all(unix, feature = "encryption"))]
mod encryption;
mod exchange;
mod explained;
mod format_reference;
mod golden;
mod harness;
mod help;
mod histories;
mod hostile;
mod house;
mod ids;
mod keeping;
mod lines;
mod list;
mod log;
mod long;
mod made;
mod oracles;
mod overview;
mod own_settings;
mod planner;
#[cfg(debug_assertions)]
mod policy;
mod properties;
mod readme;
mod records;
mod report;
mod retention;
mod routine_commands;
mod routine_plan;
mod routines;
mod semantics;
mod slow_reader;
mod supply;
mod tidy;
mod why;
mod wording_ids;

#[cfg(unix)]
mod siege;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod walk;
#[cfg(unix)]
mod windows_console;
