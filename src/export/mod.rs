//! What programs read: a value in, bytes out.

mod case;
mod log;
mod routine;
mod step;
mod why;

pub use case::CaseJson;
pub use log::LogJson;
pub use routine::{MismatchJson, ProblemJson, RoutineJson, TestJson};
pub use step::{ItemJson, Reader, StepJson};
pub use why::{DayOffJson, ExtensionJson, PlannedJson, ReopenedJson, WhyJson, WhyTexts};
