//! Tests of the case file as its users see it.

mod append_only;
mod cases;
mod chain;
#[cfg(feature = "encryption")]
mod cipher;
mod concurrency;
mod migration;
mod opening;
mod plans;
mod reading;
mod row_search;
mod rows;
mod samples;
mod totals;
mod whats;
