//! The file itself: what it is, how it is opened, made and brought up to date.

mod connect;
pub(crate) mod copy;
mod identity;
mod migrate;
pub(crate) mod private;
mod recovered;

pub(crate) use connect::{Connected, connect_for_reading, connect_for_writing};
pub(crate) use identity::{Found, look_at};
pub(crate) use migrate::{SCHEMA, Schema};
