//! The file itself: what it is, how it is opened, made and brought up to date.

pub(crate) mod cipher;
mod connect;
mod convert;
pub(crate) mod copy;
mod identity;
mod key;
mod migrate;
pub(crate) mod private;
mod recovered;
mod replaced;
mod same;

pub(crate) use connect::{Connected, connect_for_reading, connect_for_writing};
pub use convert::Converted;
pub(crate) use convert::convert;
pub(crate) use identity::{Found, look_at};
pub use key::{Key, Salt};
pub(crate) use migrate::{SCHEMA, Schema};
pub(crate) use replaced::is_replaced;
