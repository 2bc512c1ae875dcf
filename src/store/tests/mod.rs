//! Tests of the case file as its users see it: what any database behind the seam must do, and what belongs to a file.

mod append_only;
mod chain;
#[cfg(feature = "encryption")]
mod cipher;
mod columns;
mod concurrency;
mod contract;
mod full;
mod migration;
mod opening;
mod plans;
mod reading;
mod removing;
mod restore;
mod samples;
mod taking_out;
