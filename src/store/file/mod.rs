//! The file itself: what it is, how it is opened, made and brought up to date.

mod connect;
pub(crate) mod copy;
mod held;
mod identity;
mod incoming;
mod migrate;
pub(crate) mod private;
mod recovered;

pub(crate) use connect::{Connected, connect_at_any_age, connect_for_reading, connect_for_writing};
pub(crate) use held::Held;
pub(crate) use identity::{Found, look_at};
pub(crate) use incoming::{Incoming, set_aside};
pub(crate) use migrate::{SCHEMA, Schema};
pub(crate) use private::same_file;
