//! A whole case out as a file, and in again.

mod exporting;
mod importing;
mod round_trip;

use crate::harness::Env;

/// A case with a note, and its export beside it in `a.json`.
fn exported() -> Env {
    let env = Env::new().with_file();
    env.line("new-case --routine bbic-flode --date start=2026-11-02")
        .success();
    env.sisam(["note", "2026-001", "ringde \"skolan\", åäö\u{9b}"])
        .success();
    env.line("export 2026-001 --out a.json").success();
    env
}

/// What lies in a file of the home.
fn text(env: &Env, name: &str) -> String {
    std::fs::read_to_string(env.path(name)).unwrap()
}
