//! The writing commands and `show`, as a script runs them.

mod aliases;
mod changing;
mod doing;
mod many;
mod many_refused;
mod naming;
mod next_list;
mod opening;
mod refusing;
mod refusing_files;
mod same;
mod setting;
mod showing;
mod typed;
mod undoing;

use crate::harness::{Env, Run, Told};

/// A line about to run; `~` stands for a space within an argument.
fn line<'e>(env: &'e Env, line: &str) -> Run<'e> {
    env.sisam(line.split_whitespace().map(|word| word.replace('~', " ")))
}

/// Runs a line that must end well, and gives what it says on standard output.
fn said(env: &Env, text: &str) -> String {
    line(env, text).success().out
}

/// Runs a line that must be refused with this exit code, saying why, and leave every file as it was.
fn refused_with(env: &Env, code: i32, text: &str) -> String {
    let before = env.files();
    let told = line(env, text).fails(code);
    assert!(env.files() == before, "a refusal changes nothing: {text}");
    told.err
}

/// The same with exit code 1: it cannot be done.
fn refused(env: &Env, text: &str) -> String {
    refused_with(env, 1, text)
}

/// Runs a line and gives all it says: on standard output, then on standard error.
fn told(env: &Env, text: &str) -> String {
    let Told { out, err } = line(env, text).success();
    format!("{err}{out}")
}

/// A case of Nacka's routine: everything at the start is known but the discharge.
fn nacka() -> Env {
    let env = Env::new();
    said(
        &env,
        "new-case --routine nacka --date utredning=2026-10-20 --date inskrivning=2026-12-01 --answer akut=nej",
    );
    env
}

/// A case of Söderköping's: a change of school within the municipality.
fn soderkoping() -> Env {
    let env = Env::new();
    said(
        &env,
        "new-case --routine soderkoping --date placering=2026-12-01 --answer akut=nej --answer skolbyte=ja \
         --answer annan-kommun=nej --answer folkbokford=ja",
    );
    env
}

/// Each step of a case in short: its latest round's status and due date.
fn steps(env: &Env, case: &str) -> String {
    let shown = env.json(crate::harness::TODAY, &format!("show {case}"));
    let rows = shown["steps"].as_array().unwrap().iter().map(|row| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let round = match row["round"].as_u64() {
            Some(1) => String::new(),
            round => format!("/{}", round.unwrap()),
        };
        let line = format!(
            "{}{round}: {} {}",
            text("step"),
            text("status"),
            text("due")
        );
        line.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}
