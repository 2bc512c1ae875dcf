//! What programs read: a value in, bytes out.

mod step;

pub use step::{ItemJson, Reader, StepJson};
