//! What people type, read in one way wherever they type it: days, times between, names of things.

mod day;
mod meant;
mod name;
mod term;

pub use day::{BadDay, Tense, TypedDay, day_in_table, unambiguous_day};
pub use name::place_named;
