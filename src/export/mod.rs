//! What programs read: a value in, bytes out. A whole case can be read back.

mod case;
mod log;
mod routine;
mod step;
mod whole_case;
mod why;

pub use case::CaseJson;
pub use log::LogJson;
pub use routine::{MismatchJson, ProblemJson, RoutineJson, TestJson};
pub use step::{ItemJson, Reader, StepJson};
pub use whole_case::{NotACase, RoutineTextJson, WholeCaseJson};
pub use why::{PlannedJson, WhyJson, WhyTexts};
