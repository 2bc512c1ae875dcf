//! Enter, pressed ten times in a row at any command's questions, records nothing and opens nothing.

use std::thread::sleep;
use std::time::Duration;

use super::*;

/// Commands with what may be left out left out, and with all that they ask a question of at the end.
const COMMANDS: &[&str] = &[
    "new-case",
    "new-case --routine nacka",
    "new-case --routine nacka --ref N7 --date inskrivning=2026-12-02",
    "new-case --continues N1",
    "set",
    "set N1",
    "done",
    "done N1",
    "done N1 7",
    "skip",
    "skip N1",
    "skip N1 1",
    "extend",
    "extend N1 1",
    "extend N1 1 --to 2026-12-20",
    "note",
    "note N1",
    "add",
    "add N1",
    "undo",
    "undo N1",
    "close",
    "close N1",
    "reopen",
    "reopen N2",
    "redact N1 2",
    "purge N2",
    "show",
    "log",
    "why",
    "next",
    "next N1",
    "config --retention on",
];

#[test]
fn ten_times_enter_records_nothing_and_opens_nothing() {
    let env = Env::new();
    nacka(&env, "");
    env.line("done N1 1").success();
    env.line("new-case --routine soderkoping --ref S1 --date placering=2026-11-02")
        .success();
    env.line("new-case --routine nacka --ref N2 --date inskrivning=2026-12-02")
        .success();
    env.line("close N2 --reason dubbelt").success();
    let recorded = || {
        let lines = ["list --all", "log --file", "log N1", "log N2", "log S1"];
        lines.map(|line| env.line(&format!("{line} --format json")).success().out)
    };
    let before = recorded();
    for line in COMMANDS {
        let mut terminal = env.at_terminal(line);
        for _ in 0..10 {
            sleep(Duration::from_millis(60));
            terminal.types_if_anybody_reads(ENTER);
        }
        let (_, screen) = terminal.leaves();
        assert_eq!(recorded(), before, "{line}: {screen}");
    }
}

/// What proposes most, by menus and by typed numbers, to the byte.
#[test]
fn ten_enters_record_nothing_and_open_nothing() {
    let env = Env::new();
    nacka(&env, "--takes 4=rektor-hemskola");
    env.line("note N1 Ringt").success();
    env.line("new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej --answer skolbyte=nej")
        .success();
    env.line("new-case --routine sams --ref A --date placering=2026-10-01 --answer skolbyte=ja --answer akut=nej --answer annan-kommun=nej")
        .success();
    env.line("done A folj-skolgangen --answer i-skola=ja --answer omplacering=ja")
        .success();
    env.write("t.csv", "ref;rutin;datum:inskrivning\nB;nacka;2026-12-02\n");
    let before = env.files();
    for line in [
        "next",
        "next N1",
        "next A",
        "next S1 --today 2026-12-02",
        "new-case",
        "new-case --routine nacka --date inskrivning=2026-10-02 --ref X",
        "new-case --from t.csv",
        "note N1",
        "skip N1 2",
        "close N1",
        "extend N1 2 --to 2026-12-20",
        "undo N1",
        "redact N1 5",
        "purge N1",
        "done S1 3",
    ] {
        for plain in ["", "--plain "] {
            let mut terminal = env.at_terminal(&format!("{plain}{line}"));
            for _ in 0..10 {
                terminal.types_if_anybody_reads(ENTER);
                sleep(Duration::from_millis(125));
            }
            terminal.leaves();
            assert_eq!(env.files(), before, "{plain}{line}");
        }
    }
}
