//! Every word a user sees: Fluent files in Swedish and English, looked up by id.
//!
//! Nothing here decides anything; it says in words what the domain has decided.

mod conditions;
mod dates;
mod events;
mod language;
mod messages;
mod naming;
mod origins;
mod rules;
mod waits;
mod why;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod waits_tests;

pub(crate) use language::Language;
#[cfg(test)]
pub(crate) use language::files;
pub(crate) use naming::{Naming, Words};
pub(crate) use rules::picked;
pub(crate) use why::WhyInWords;
