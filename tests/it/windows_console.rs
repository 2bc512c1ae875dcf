//! The Windows program at a console, as wine shows one in a terminal. `.ci/windows` builds it and runs these.
#![expect(
    clippy::disallowed_methods,
    reason = "where the program lies, and how wine is set up, is told by variables"
)]

use std::path::Path;
use std::time::Duration;

use crate::harness::Env;
use crate::terminal::{AtTerminal, DOWN, ENTER};

/// A home with a case in it, and wine's own surroundings.
fn home() -> Env {
    let env = [
        "PATH",
        "WINEPREFIX",
        "WINEDEBUG",
        "WINEDLLOVERRIDES",
        "LC_ALL",
    ]
    .into_iter()
    .fold(Env::new(), |env, name| {
        env.with(name, &std::env::var(name).unwrap())
    });
    env.line("ny --rutin nacka --ref N1 --datum inskrivning=2026-12-02 --fil a.db --ja")
        .success();
    env
}

fn at_console(env: &Env, line: &str) -> AtTerminal {
    let program = std::env::var("WINDOWS_SISAM").unwrap();
    // Wine leaves it to the terminal when keys come.
    let keys_at_once = "stty raw -echo; exec wine \"$0\" \"$@\"";
    let programs = ["/bin/sh", "-c", keys_at_once, &program].map(Path::new);
    env.started(80, &programs, &format!("{line} --fil a.db"), false)
}

/// Enter, as a hand presses it: what comes faster is a paste there.
fn presses_enter(console: &mut AtTerminal, after: &str) {
    console.sees(after);
    std::thread::sleep(Duration::from_millis(200));
    console.types(ENTER).sees("är sparad");
}

#[test]
#[ignore = "needs wine and the program for it"]
fn at_a_windows_console_a_text_is_typed_and_mended() {
    let env = home();
    let mut console = at_console(&env, "anteckna N1");
    console.sees("Anteckning").types("ringde skolän");
    console.types("\u{7f}\u{7f}").types("an, åäö");
    presses_enter(&mut console, "ö");
    let log = env.line("logg N1 --fil a.db").success().out;
    assert!(log.contains("ringde skolan, åäö"), "{log}");
}

#[test]
#[ignore = "needs wine and the program for it"]
fn at_a_windows_console_a_menu_is_walked_and_left() {
    let env = home();
    let before = env.files();
    let mut console = at_console(&env, "ny");
    console.sees("pilarna").types(DOWN);
    console.sees("> ").types(ENTER);
    console.sees("Referens");
    drop(console);
    let mut console = at_console(&env, "ny");
    console.sees("pilarna");
    console.leaves();
    assert!(env.files() == before);
}

#[test]
#[ignore = "needs wine and the program for it"]
fn at_a_windows_console_lines_are_asked_for_in_plain() {
    let env = home();
    let mut console = at_console(&env, "anteckna N1 --enkelt");
    console.sees("Anteckning").types("ringde hem åäö");
    presses_enter(&mut console, "ö");
    let log = env.line("logg N1 --fil a.db").success().out;
    assert!(log.contains("ringde hem åäö"), "{log}");
}
