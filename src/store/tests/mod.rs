//! Tests of the case file as its users see it.

mod append_only;
mod cases;
mod chain;
mod chained;
#[cfg(feature = "encryption")]
mod cipher;
mod concurrency;
mod full;
mod migration;
mod opening;
mod plans;
mod reading;
mod removing;
mod restore;
mod row_search;
mod rows;
mod samples;
mod taking_out;
mod totals;
mod whats;
