//! The writing commands and `show`, as a script runs them.

mod adding;
mod akt;
mod aliases;
mod as_typed;
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

use crate::harness::Env;
use crate::lines::{line, refused, refused_with, said, told};

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
