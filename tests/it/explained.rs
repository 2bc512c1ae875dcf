//! A routine made to be explained, and cases of it.

use crate::harness::Env;

/// It has rules that roll, come at once, choose, repeat and hang on steps.
pub(crate) const ROUTINE: &str = include_str!("../data/explained.toml");

/// A home with the routine and a case that starts on 3 December 2026.
pub(crate) fn case(more: &str) -> Env {
    let env = Env::new();
    env.write("routines/prov.toml", ROUTINE);
    let env = env.with("SISAM_ROUTINES", "routines");
    env.line(&format!(
        "new-case --routine prov --date start=2026-12-03 {more}"
    ))
    .success();
    env
}

/// What a command prints.
pub(crate) fn said(env: &Env, line: &str) -> String {
    env.line(line).success().out
}

/// Runs a command on another day.
pub(crate) fn on(env: &Env, day: &str, line: &str) -> String {
    said(env, &format!("{line} --today {day}"))
}
