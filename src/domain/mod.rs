//! The rules themselves: no clock, no files, no terminal, no database.

pub mod calendar;
pub mod case;
pub mod condition;
pub mod due_rule;
pub mod event;
pub mod ids;
pub mod plan;
pub mod redacted;
pub mod report;
pub mod routine;
pub mod routine_test;
pub mod term;
