//! What was found by trying the built program once more.

use std::process::Stdio;

use super::rounds::{opened, step};
use crate::harness::{Env, program};
use crate::lines::{refused, said};

const CASE: &str =
    "new-case --routine nacka --ref A --date inskrivning=2026-12-09 --answer akut=nej";

/// Runs a command whose talk nobody hears: the reader of standard error has gone before it says anything.
fn unheard(env: &Env, line: &str) -> Option<i32> {
    let mut command = std::process::Command::new(program());
    env.prepare(&mut command);
    command.args(line.split(' ')).stdin(Stdio::null());
    let mut running = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(running.stderr.take());
    running.wait().unwrap().code()
}

#[test]
fn talk_that_nobody_hears_stops_no_change() {
    let env = Env::english();
    said(&env, CASE);
    said(&env, "note A hemligt");
    let notes = || said(&env, "log A").matches("hemligt").count();
    assert_eq!(notes(), 1);
    let last = || {
        let log: serde_json::Value =
            serde_json::from_str(&said(&env, "log A --format json")).unwrap();
        log.as_array().unwrap().last().unwrap()["seq"].to_string()
    };
    assert_eq!(
        unheard(&env, &format!("redact A {} --reason fel", last())),
        Some(0)
    );
    assert_eq!(notes(), 0);
    said(&env, "done A 1");
    assert_eq!(unheard(&env, "undo A"), Some(0));
    assert!(
        said(&env, "log A").contains("taken back"),
        "{}",
        said(&env, "log A")
    );
    let env = Env::english().on_the_real_day();
    let soon = Env::days_from_now(20);
    said(
        &env,
        &format!("new-case --routine nacka --ref B --date inskrivning={soon}"),
    );
    assert_eq!(unheard(&env, "purge B --mistake --reason fel"), Some(0));
    refused(&env, "show B");
}

#[test]
fn no_number_is_given_again_after_a_restore() {
    let soon = Env::days_from_now(20);
    let case = &format!("new-case --routine nacka --date inskrivning={soon}");
    for lost in ["purge SECOND --mistake --reason fel", "note SECOND hej"] {
        let env = Env::english().on_the_real_day();
        said(&env, case);
        said(&env, "backup b.db");
        let second = said(&env, case);
        let second = second
            .split(' ')
            .find(|word| word.ends_with("-002"))
            .unwrap();
        said(&env, &lost.replace("SECOND", second));
        said(&env, "restore --force b.db");
        assert!(said(&env, case).contains("-003 is open"), "{lost}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_the_case_file_has_no_log_of_its_own() {
    let env = Env::english();
    said(&env, &format!("{CASE} --db x.db"));
    said(&env, "config holder=socialnamnd --db x.db");
    std::fs::create_dir(env.path("other")).unwrap();
    for (link, to) in [
        ("l.db", "x.db"),
        ("other/m.db", "../x.db"),
        ("n.db", "l.db"),
    ] {
        std::os::unix::fs::symlink(to, env.path(link)).unwrap();
        let lines = || {
            std::fs::read_to_string(env.path("x.db.access.log"))
                .unwrap()
                .lines()
                .count()
        };
        let before = lines();
        said(&env, &format!("show A --db {link}"));
        assert_eq!(lines(), before + 1, "{link}");
        assert!(!env.path(&format!("{link}.access.log")).exists(), "{link}");
    }
}

#[test]
fn signs_that_nobody_sees_withdraw_nothing() {
    let env = Env::english();
    said(&env, CASE);
    said(
        &env,
        "set A --role socialsekreterare=kalle --planned 2=2026-12-01",
    );
    let before = said(&env, "log A");
    for option in [
        "--role socialsekreterare=",
        "--date inskrivning=",
        "--answer akut=",
        "--planned 2=",
    ] {
        for unseen in ["\u{200b}", "\u{2060}", " \u{ad} "] {
            let (name, id) = option.split_once(' ').unwrap();
            env.sisam(["set", "A", name, &format!("{id}{unseen}")])
                .fails(2);
        }
    }
    assert_eq!(said(&env, "log A"), before);
    said(&env, "set A --role socialsekreterare=");
    assert_ne!(said(&env, "log A"), before);
}

#[test]
fn parts_that_no_longer_apply_do_not_open_a_gate() {
    let barred = "requires = [{ question = \"q\", is = \"yes\", gate = \"never\" }]";
    let part = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\nwhen = { question = \"p\", is = \"yes\" }\n\
                [[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"\nwhen = { question = \"p\", is = \"yes\" }";
    let question = "[[question]]\nid = \"p\"\ntext = \"P?\"\nkind = \"yes-no\"";
    let steps = step("s", &format!("{barred}\n{part}\n{question}"));
    let env = opened(&steps, "2026-09-01", "--date a=2026-09-01");
    said(&env, "set A --answer q=yes --answer p=yes");
    said(&env, "done A s --item x");
    said(&env, "set A --answer q=no --answer p=no");
    refused(&env, "done A s");
}
