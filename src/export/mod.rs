//! What programs read: a value in, bytes out.

mod case;
mod step;

pub use case::CaseJson;
pub use step::{ItemJson, Reader, StepJson};
