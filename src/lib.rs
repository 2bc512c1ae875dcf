//! Checklists with trustworthy dates for the schooling of children placed in care.
//!
//! A **routine** is data. A **case** is an append-only history of events; its state is a pure fold over them. A **due
//! date** is a pure function of routine, history and calendar, and can always say how it came about.
//!
//! ```text
//! routines/*.toml ─ routine_file ─▶ Routine ─┐
//!                                            ├─ plan (pure) ─▶ rows with status and date ─▶ ui, export
//! case file ─ store ─▶ events ─ fold ─▶ Case ┘
//! answer or option ─▶ decide (pure) ─▶ new events ─▶ store (one transaction: events and the rows reports read)
//! ```
//!
//! The map, and what holds everywhere:
//!
//! - `domain` is pure: no clock, files, terminal or database, and it imports none of the others.
//! - `routine_file` reads routines and says all that is wrong with one; `store` alone knows the database; `export` makes
//!   data of values. They see only the domain.
//! - `ui` sees only the domain too, and is the only writer to the terminal; every word it writes comes from the wording
//!   files, Swedish and English.
//! - `view` is what is seen of a case, a step and a routine, one value each, made with discretion; every format writes
//!   the same. It sees the domain and `ui`.
//! - `desk` is the opened case file with its routines and cases; `commands` sees all, one file a command: load, pure call,
//!   store, render.
//! - `policy` is IT's, above all that can be typed; `own_settings` are the person's, beneath options and environment.
//! - `clock` alone reads the clock, `paths` alone the environment, `error` alone says what went wrong.
//! - `files` alone opens, makes and replaces files that are not the database's own.
//! - `limits` makes the system's limits errors to tell of.
//! - What was typed (`cli`) is not what was meant (`ctx`): options and environment become one resolved context.
//!
//! A test (`tests/it/tidy.rs`) holds the directions of imports.

#![forbid(unsafe_code)]

// First, for its macros.
#[macro_use]
pub mod domain;

mod cli;
mod clock;
mod commands;
mod ctx;
mod desk;
mod error;
pub mod export;
mod files;
mod limits;
mod own_settings;
mod paths;
mod policy;
pub mod routine_file;
pub mod store;
mod ui;
mod view;

use std::process::ExitCode;

/// Runs the program: reads the command line, does what it says and gives the exit code.
pub fn run() -> ExitCode {
    limits::make_them_errors();
    let surroundings = paths::Surroundings::read();
    error::guarded(|| cli::run(&surroundings))
}
