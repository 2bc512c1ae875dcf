//! The rules themselves: no clock, no files, no terminal, no database.

pub mod answer;
pub mod calendar;
pub mod case;
pub mod condition;
pub mod consent;
pub mod deadline;
pub mod decide;
pub mod due_rule;
pub mod event;
pub mod identity_number;
pub mod ids;
mod lookup;
pub mod nearest;
pub mod plan;
pub mod redacted;
pub mod rehearsal;
pub mod report;
pub mod retention;
pub mod routine;
pub mod routine_problem;
pub mod routine_test;
pub mod school;
pub mod school_gap;
pub mod series;
pub mod term;
pub mod validate;
pub mod why;
