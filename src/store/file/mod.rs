//! The file itself: what it is, how it is opened, made, copied, converted and brought up to date. A server has none of
//! this.

mod cipher;
mod connect;
mod convert;
pub(crate) mod copy;
mod identity;
mod leftovers;
mod migrate;
mod soundness;
mod working_copy;

pub use cipher::{Key, Salt};
pub use connect::OpenOptions;
pub(crate) use connect::{
    OpenFile, connect_at_any_age, connect_for_reading, connect_for_writing, connect_to_replace,
};
pub use convert::Conversion;
pub(crate) use identity::{FirstBytes, is_replaced, look_at};
pub use leftovers::left_by_conversion;
pub(crate) use leftovers::leftovers_among;
#[cfg(test)]
pub(crate) use migrate::SCHEMA;
pub use migrate::{ObjectFaultKind, Schema};
pub use soundness::ObjectFault;
pub(crate) use working_copy::{Incoming, set_aside, set_beside_aside};
