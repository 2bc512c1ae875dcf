//! The file itself: what it is, how it is opened, made, copied, converted and brought up to date. A server has none of
//! this.

mod cipher;
mod connect;
mod convert;
pub(crate) mod copy;
mod identity;
mod incoming;
mod key;
mod leftovers;
mod locked;
mod migrate;
mod recovered;
mod same;
mod schema_objects;
mod soundness;

pub use connect::OpenOptions;
pub(crate) use connect::{Connected, connect_at_any_age, connect_for_reading, connect_for_writing};
pub use convert::Converted;
pub(crate) use identity::{FirstBytes, is_replaced, look_at};
pub(crate) use incoming::{Incoming, set_aside, set_beside_aside};
pub use key::{Key, Salt};
pub use leftovers::left_by_conversion;
pub(crate) use leftovers::leftovers_among;
pub(crate) use locked::LockedFile;
pub(crate) use migrate::{SCHEMA, Schema};
pub use schema_objects::ObjectFaultKind;
pub use soundness::ObjectFault;
