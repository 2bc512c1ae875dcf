//! Places that are no files, and names that are no text.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::{STEERING, is_harmless, survives};
use crate::harness::{Env, program};

const OPEN: &str =
    "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej --ref N1";

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// Nothing is read or written there, soon.
fn is_refused(env: &Env, db: &str) {
    for line in [
        OPEN,
        "list",
        "show N1",
        "note N1 x",
        "next",
        "report --overdue",
        "",
    ] {
        let what = format!("{line} --db {}", db.chars().take(40).collect::<String>());
        let output = survives(
            env.sisam(line.split_whitespace().chain(["--db", db])),
            &what,
        );
        assert_eq!(output.status.code(), Some(1), "{what}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.starts_with("fel: ") && said.contains("tips: "),
            "{what}: {said}"
        );
    }
}

#[test]
fn a_case_file_that_is_a_pipe_a_device_or_a_knot_of_links_is_refused() {
    let env = Env::new();
    pipe(&env.path("pipe"));
    symlink("pipe", env.path("to-pipe")).unwrap();
    symlink("knot", env.path("knot")).unwrap();
    symlink("nowhere", env.path("loose")).unwrap();
    symlink("nowhere/cases.db", env.path("loose-folder")).unwrap();
    std::fs::create_dir(env.path("folder")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(env.path("socket")).unwrap();
    let long_name = "x".repeat(300);
    let long_path = "y/".repeat(3000);
    for db in [
        "pipe",
        "to-pipe",
        "knot",
        "knot/cases.db",
        "loose",
        "loose-folder",
        "folder",
        "socket",
        "/dev/null",
        "/dev/zero",
        "/dev/full",
        "/dev/tty",
        "/dev/stdin",
        &long_name,
        &long_path,
        "pipe/cases.db",
    ] {
        is_refused(&env, db);
    }
    assert!(
        !env.path("nowhere").exists(),
        "a loose link is not followed to make a file"
    );
}

#[test]
fn a_pipe_where_the_journal_would_lie_is_refused() {
    for beside in ["cases.db-journal", "cases.db-wal", "cases.db-shm"] {
        let env = Env::new();
        env.line(&format!("{OPEN} --db cases.db")).success();
        pipe(&env.path(beside));
        is_refused(&env, "cases.db");
    }
}

#[test]
fn names_and_words_that_are_no_text_are_refused_or_kept() {
    let bad = OsStr::from_bytes(b"b\xff\xfe\x9bd");
    let env = Env::new();
    env.line(OPEN).success();
    let with = |words: &[&str]| -> Vec<OsString> {
        words
            .iter()
            .map(OsString::from)
            .chain([bad.to_owned()])
            .collect()
    };
    for words in [
        vec![],
        vec!["show"],
        vec!["note", "N1"],
        vec!["done", "N1"],
        vec!["done", "N1", "1", "--note"],
        vec!["--as"],
        vec!["--lang"],
        vec!["--today"],
        vec!["set", "N1", "--role"],
        vec!["new-case", "--ref"],
        vec!["routine", "check"],
        vec!["routine", "plan"],
        vec!["list", "--routines"],
        vec!["routine", "list", "--routines"],
        vec!["set", "N1", "--calendar"],
    ] {
        let output = survives(env.sisam(with(&words)), &format!("{words:?}"));
        is_harmless(&output.stderr, false, &format!("{words:?}"));
        let code = output.status.code();
        assert!(
            matches!(code, Some(1 | 2)) || words.contains(&"--routines"),
            "{words:?}: {code:?}"
        );
    }
    // A file may have such a name.
    let mut open: Vec<OsString> = OPEN.split_whitespace().map(OsString::from).collect();
    open.extend([OsString::from("--db"), bad.to_owned()]);
    let output = survives(env.sisam(&open), "--db");
    assert_eq!(output.status.code(), Some(0));
    assert!(env.path("").join(bad).is_file());
}

#[test]
fn variables_that_are_no_text_are_refused_or_kept() {
    let bad = OsStr::from_bytes(b"\xff\x9b2J");
    for name in [
        "SISAM_LANG",
        "SISAM_TODAY",
        "SISAM_DB",
        "SISAM_ROUTINES",
        "SISAM_USER",
        "SISAM_ROLE",
        "HOME",
        "NO_COLOR",
        "LANG",
        "TERM",
    ] {
        for line in ["list", "routine list", OPEN] {
            let env = Env::new();
            let mut command = Command::new(program());
            env.prepare(&mut command);
            let output = command
                .env(name, bad)
                .args(line.split_whitespace())
                .output()
                .unwrap();
            assert!(
                matches!(output.status.code(), Some(0..=2)),
                "{name} {line}: {output:?}"
            );
            is_harmless(&output.stdout, false, name);
            is_harmless(&output.stderr, false, name);
        }
    }
}

#[test]
fn a_routine_folder_with_pipes_links_and_odd_names_is_read_past_them() {
    let env = Env::new();
    let nacka = include_str!("../../../routines/nacka.toml");
    env.write(
        "rutiner/egen.toml",
        &nacka.replacen("\"nacka\"", "\"egen\"", 1),
    );
    let at = |name: &str| env.path("rutiner").join(name);
    pipe(&at("pipe.toml"));
    symlink("knot.toml", at("knot.toml")).unwrap();
    symlink("nowhere", at("loose.toml")).unwrap();
    symlink("..", at("up")).unwrap();
    symlink(".", at("here.toml")).unwrap();
    symlink("/dev/zero", at("zero.toml")).unwrap();
    std::fs::create_dir(at("folder.toml")).unwrap();
    std::fs::write(at(&format!("a{}.toml", STEERING.replace('/', ""))), "x").unwrap();
    std::fs::write(
        env.path("rutiner")
            .join(OsStr::from_bytes(b"\xff\x9b.toml")),
        "y",
    )
    .unwrap();
    for line in [
        "routine list",
        "routine show egen",
        "routine show pipe",
        "routine show zero",
        "routine show knot",
        "routine plan egen",
        "new-case --routine egen --date inskrivning=2026-12-01 --answer akut=nej",
        "new-case --routine pipe",
        "list",
        "next",
        "routine check rutiner/pipe.toml",
        "routine test rutiner/zero.toml",
        "routine plan rutiner/pipe.toml",
        "routine check rutiner/knot.toml",
        "routine check rutiner",
        "routine plan nacka --calendar rutiner/pipe.toml",
        "set 2026-001 --calendar /dev/zero",
    ] {
        for way in super::WAYS {
            let words = line.split_whitespace().chain(["--routines", "rutiner"]);
            let output = survives(env.sisam(words.chain(way.iter().copied())), line);
            is_harmless(&output.stdout, way.contains(&"always"), line);
            is_harmless(&output.stderr, way.contains(&"always"), line);
        }
    }
    env.line("routine show egen --routines rutiner").success();
}
