//! The access log: who opened what, beside the file and never in it.

use std::collections::BTreeSet;
use std::fs;

use super::{line, told};
use crate::harness::Env;

/// A case, `2026-001`, in a file that a school holds.
fn absence() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=skola");
    told(&env, "config retention=plan:5 --decision DH~1");
    told(
        &env,
        "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen",
    );
    env
}

/// Command and case of each line of the log.
fn lines(env: &Env) -> Vec<(String, String)> {
    let text = fs::read_to_string(env.path("arenden.db.access.log")).unwrap_or_default();
    text.lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let keys: BTreeSet<_> = line
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            assert_eq!(
                keys,
                BTreeSet::from(["at", "case", "command", "login", "who"])
            );
            assert_eq!(line["who"], "test");
            let text = |key: &str| line[key].as_str().unwrap().to_owned();
            (text("command"), text("case"))
        })
        .collect()
}

fn pair(command: &str, case: &str) -> (String, String) {
    (command.to_owned(), case.to_owned())
}

#[test]
fn it_is_off_until_it_is_switched_on() {
    let env = absence();
    for command in ["show 2026-001", "report", "note 2026-001 ord"] {
        told(&env, command);
    }
    assert!(!env.path("arenden.db.access.log").exists());
}

#[test]
fn every_command_that_opens_a_case_leaves_a_line_and_no_free_text() {
    let env = absence();
    told(&env, "config access_log=on");
    for command in [
        "show 2026",
        "report --overdue",
        "",
        "list --all",
        "next",
        "next 2026-001",
        "log 2026-001 --format json",
        "why 2026-001 underratta",
        "note 2026-001 hemligt",
        "new-case --routine nacka --date inskrivning=2026-12-01",
        "skip 2026-001 malmote --reason x",
        "new-case --continues 2026-002 --date inskrivning=2026-12-01",
        "routine list",
        "config",
        "purge",
        "config access_log=off",
        "show 2026-001",
        "config access_log=on",
    ] {
        line(&env, command).ends(0);
    }
    let expected = [
        // Whoever switches it on or off stands in it too.
        pair("config", "*"),
        pair("show", "2026-001"),
        pair("report", "*"),
        pair("overview", "*"),
        pair("list", "*"),
        pair("next", "*"),
        pair("next", "2026-001"),
        pair("log", "2026-001"),
        pair("why", "2026-001"),
        pair("note", "2026-001"),
        pair("new-case", "2026-002"),
        pair("skip", "2026-001"),
        pair("new-case", "2026-002"),
        pair("new-case", "2026-003"),
        pair("config", "*"),
        pair("purge", "*"),
        pair("config", "*"),
        pair("config", "*"),
    ];
    assert_eq!(lines(&env), expected);
    let log = fs::read_to_string(env.path("arenden.db.access.log")).unwrap();
    assert!(!log.contains("hemligt"));
}

#[test]
fn what_is_refused_after_the_case_was_opened_is_noted_and_what_is_not_found_is_not() {
    let env = absence();
    told(&env, "config access_log=on");
    line(&env, "done 2026-001 finns-inte").fails(1);
    line(&env, "show 2027-001").fails(1);
    assert_eq!(lines(&env), [pair("config", "*"), pair("done", "2026-001")]);
}

#[test]
fn reading_leaves_the_case_file_as_it_was() {
    let env = absence();
    told(&env, "config access_log=on");
    let before = fs::read(env.path("arenden.db")).unwrap();
    for command in ["show 2026-001", "report", "log 2026-001"] {
        told(&env, command);
    }
    assert!(fs::read(env.path("arenden.db")).unwrap() == before);
}

#[test]
fn the_time_is_the_clocks_whatever_day_was_given() {
    let env = absence();
    told(&env, "config access_log=on");
    told(&env, "show 2026-001 --today 1999-01-01");
    let log = fs::read_to_string(env.path("arenden.db.access.log")).unwrap();
    assert!(
        !log.contains("1999") && log.contains("\"at\":\"20"),
        "{log}"
    );
}

#[test]
fn the_lines_of_many_do_not_mix() {
    let env = absence();
    told(&env, "config access_log=on");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..8).for_each(|_| drop(told(&env, "show 2026-001"))));
        }
    });
    let shown = lines(&env).split_off(1);
    assert_eq!(shown, vec![pair("show", "2026-001"); 32]);
}

#[cfg(unix)]
#[test]
fn it_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let env = absence();
    told(&env, "config access_log=on");
    told(&env, "show 2026-001");
    let mode = fs::metadata(env.path("arenden.db.access.log")).unwrap();
    assert_eq!(mode.permissions().mode() & 0o777, 0o600);
}

#[test]
fn where_the_log_cannot_be_written_nothing_is_shown_and_nothing_changed() {
    let env = absence();
    told(&env, "config access_log=on");
    fs::remove_file(env.path("arenden.db.access.log")).unwrap();
    fs::create_dir(env.path("arenden.db.access.log")).unwrap();
    insta::assert_snapshot!(line(&env, "show 2026-001").fails(1).err, @"
    fel: Åtkomstloggen $HOME/arenden.db.access.log gick inte att skriva: den är ingen vanlig fil. Därför har inget visats och inget ändrats.
    tips: flytta undan det som ligger där, eller be den som sköter mappen om rätt att skriva
    ");
}

#[test]
fn who_calls_themselves_by_a_personnummer_is_not_named() {
    let env = absence();
    told(&env, "config access_log=on");
    told(&env, "list --as 121212-1212");
    let log = fs::read_to_string(env.path("arenden.db.access.log")).unwrap();
    let last: serde_json::Value = serde_json::from_str(log.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&last["command"], &last["who"]),
        (&"list".into(), &serde_json::Value::Null)
    );
    assert!(!log.contains("1212-1212"), "{log}");
}
