//! `encrypt` and `decrypt`, in the build that can.

mod asked;
mod from_files;
mod keeping;
mod meanwhile;
#[cfg(target_os = "linux")]
mod records;
mod ring;

use crate::harness::Env;

/// The case file's name in the home.
const FILE: &str = "cases.db";
/// What no encrypted file may show.
const SECRET: &str = "Hemligheten";

/// A home with a case whose note nobody else is to see.
fn home() -> Env {
    let env = Env::new();
    let file = env.path(FILE).to_str().unwrap().to_owned();
    let env = env.with("SISAM_DB", &file);
    env.line("ny --rutin nacka --ref A --datum inskrivning=2026-12-02")
        .success();
    env.line(&format!("anteckna A {SECRET}")).success();
    env
}

/// The same, encrypted; the key lies in the file `key`.
fn encrypted() -> Env {
    let env = home();
    env.line("kryptera --ny-nyckelfil key").success();
    env
}

/// Whether any file in the home shows what nobody is to see.
fn shows(env: &Env) -> bool {
    let secret = SECRET.as_bytes();
    let shows = |bytes: &Vec<u8>| bytes.windows(secret.len()).any(|window| window == secret);
    env.files().values().any(shows)
}

/// What `log` says of the case, as data.
fn log(env: &Env, more: &str) -> String {
    let line = format!("logg A --format json {more}");
    env.line(&line).success().out
}
