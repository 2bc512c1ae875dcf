//! The rules themselves: no clock, no files, no terminal, no database.

#[macro_use]
pub mod message;

pub mod akt;
pub mod answer;
pub mod calendar;
pub mod case;
pub mod chained;
pub mod clock_doubt;
pub mod code_word;
pub mod condition;
pub mod deadline;
pub mod decide;
pub mod due_rule;
pub mod event;
pub mod facts;
pub mod identity_number;
pub mod ids;
pub mod judge;
pub mod likely_day;
pub mod lookup;
pub mod nearest;
pub mod own_step;
pub mod plan;
pub mod rehearsal;
pub mod replaced;
pub mod report;
pub mod retention;
pub mod routine;
pub mod routine_problem;
pub mod routine_test;
pub mod school;
pub mod school_gap;
pub mod series;
pub mod signs;
pub mod slips;
pub mod status;
pub mod term;
pub mod texts;
pub mod typed;
pub mod validate;
pub mod why;
