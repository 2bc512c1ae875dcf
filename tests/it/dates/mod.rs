//! The promises about dates, kept by the program as people meet it. `docs/dates.md` lists them.

mod continued;
mod early_warning;
mod extended;
mod holidays;
mod lateness;
mod not_anywhere;
mod promises;
mod school_calendar;
mod school_days;

use serde_json::Value;

use crate::harness::Env;

/// What a command writes as JSON.
fn json(env: &Env, line: &str) -> Value {
    let told = env.line(&format!("{line} --format json")).success();
    serde_json::from_str(&told.out).unwrap()
}

/// A step of a list of steps in JSON, in its latest round.
fn step<'v>(steps: &'v Value, id: &str) -> &'v Value {
    let steps = steps.as_array().unwrap().iter();
    let found = steps.rev().find(|step| step["step"] == id);
    found.unwrap_or_else(|| panic!("a step {id}"))
}

/// Does something on a day.
fn on(env: &Env, day: &str, line: &str) -> String {
    env.line(&format!("{line} --today {day}")).success().out
}
