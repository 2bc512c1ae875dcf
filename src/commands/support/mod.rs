//! What commands share.

pub(crate) mod refusals;
pub(crate) mod suggest;
