//! The contract's sentences about steps and dates, each on a routine of a few lines.

mod closing;
mod conditions;
mod due_rules;
mod extensions;
mod looking_ahead;
mod lookup;
mod own_steps;
mod parts;
mod people;
mod pressure;
mod reopening;
mod requirements;
mod rounds;
mod series;
mod status;
mod taken_out;
mod trial;
mod undo;
mod unknown_day;
mod version_2;
