//! sisam.

pub mod domain;
