//! Rectification, destruction of records, settings and the access log.

mod access;
mod config;
mod inside;
mod purging;
mod redacting;
#[cfg(unix)]
mod terminal;

use crate::harness::{Env, Run};

/// A line about to run; `~` stands for a space within an argument.
fn line<'e>(env: &'e Env, line: &str) -> Run<'e> {
    env.sisam(line.split_whitespace().map(|word| word.replace('~', " ")))
}

/// Runs a line that must end well, and gives what it says on standard error, then on standard output.
fn told(env: &Env, text: &str) -> String {
    let told = line(env, text).success();
    format!("{}{}", told.err, told.out)
}

/// Runs a line that must be refused, and leave every file as it was.
fn refused(env: &Env, text: &str) -> String {
    let before = env.files();
    let told = line(env, text).fails(1);
    assert!(env.files() == before, "a refusal changes nothing: {text}");
    told.err
}

/// A case of a routine for children at home, `2026-001`, in a file of social services.
fn absence() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=socialnamnd");
    told(
        &env,
        "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen",
    );
    env
}

/// Whether a text stands anywhere in the case file.
fn file_holds(env: &Env, text: &str) -> bool {
    let bytes = std::fs::read(env.path("arenden.db")).unwrap();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
