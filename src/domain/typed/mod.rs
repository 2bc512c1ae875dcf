//! What people type, read in one way wherever they type it: days, times between, names of things.

mod day;
mod meant;
mod name;
mod said;
mod term;

pub use day::{BadDay, Tense, TypedDay, day_in_table};
pub use name::{id_named, place_named};
pub use said::unambiguous_day;
