//! Lines as somebody types them, and what comes of them.

use crate::harness::{Env, Run, Told};

/// A line about to run; `~` stands for a space within an argument.
pub(crate) fn line<'e>(env: &'e Env, line: &str) -> Run<'e> {
    env.sisam(line.split_whitespace().map(|word| word.replace('~', " ")))
}

/// Runs a line that must end well, and gives what it says on standard output.
pub(crate) fn said(env: &Env, text: &str) -> String {
    line(env, text).success().out
}

/// Runs a line that must be refused with this exit code, saying why, and leave every file as it was.
pub(crate) fn refused_with(env: &Env, code: i32, text: &str) -> String {
    let before = env.files();
    let told = line(env, text).fails(code);
    assert!(env.files() == before, "a refusal changes nothing: {text}");
    told.err
}

/// The same with exit code 1: it cannot be done.
pub(crate) fn refused(env: &Env, text: &str) -> String {
    refused_with(env, 1, text)
}

/// Runs a line and gives all it says: on standard output, then on standard error.
pub(crate) fn told(env: &Env, text: &str) -> String {
    let Told { out, err } = line(env, text).success();
    format!("{err}{out}")
}
