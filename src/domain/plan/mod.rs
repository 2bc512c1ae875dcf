//! The plan: every step of a case with its status and dates, a pure function of routine, history and calendar.

mod row;

pub use row::{Ended, ItemState, Row, Status, WaitsFor};
