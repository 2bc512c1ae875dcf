//! What programs read: a value in, bytes out. A whole case can be read back.

mod log;
mod whole_case;

pub use log::LogJson;
pub use whole_case::{NotACase, RoutineTextJson, WholeCaseJson};
