//! The file itself: what it is, how it is opened, made and brought up to date.

pub(crate) mod cipher;
mod connect;
mod convert;
pub(crate) mod copy;
mod held;
mod identity;
mod incoming;
mod key;
mod migrate;
mod recovered;
pub(crate) mod rules;
mod same;

pub(crate) use connect::{Connected, connect_at_any_age, connect_for_reading, connect_for_writing};
pub use convert::Converted;
pub(crate) use convert::{convert, left_by_conversion};
pub(crate) use held::Held;
pub(crate) use identity::{Found, is_replaced, look_at};
pub(crate) use incoming::{Incoming, set_aside, set_beside_aside};
pub use key::{Key, Salt};
pub(crate) use migrate::{SCHEMA, Schema};
