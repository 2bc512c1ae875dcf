//! What people type, read in one way wherever they type it: days, times between, names of things.

mod alike;
mod day;
mod name;
mod term;
mod words;

pub use alike::id_named;
pub use day::{BadDay, Tense, TypedDay, day_in_table, read_day, unambiguous_day};
pub use name::Named;
