//! Tests of the case file as its users see it.

mod append_only;
mod cases;
mod chain;
mod concurrency;
mod migration;
mod opening;
mod plans;
mod reading;
mod restore;
mod row_search;
mod rows;
mod samples;
mod totals;
mod whats;
