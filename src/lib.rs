//! sisam.

pub mod domain;
pub mod routine_file;
