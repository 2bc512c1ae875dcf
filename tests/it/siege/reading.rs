//! Reading never writes: after every reading command everything lies as it lay, to the byte and the time.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use super::system::{Ordinary, all_below, allow, in_a_world_of_its_own};
use super::{FILE, said, told};
use crate::cases::several;
use crate::harness::Env;

/// The commands that read, each with the lines it is tried with; the overview has no name.
const READING: &[(&str, &[&str])] = &[
    ("", &[""]),
    ("list", &["list", "list --all", "list --closed --plain"]),
    ("show", &["show 2026-001", "show 2026-004"]),
    ("log", &["log 2026-001", "log --file"]),
    ("why", &["why 2026-001 4"]),
    ("next", &["next", "next 2026-001"]),
    (
        "report",
        &[
            "report",
            "report --overdue --check",
            "report --late",
            "report --within 14 --by role",
            "report --missing --extended --details",
        ],
    ),
    // These write only when they are told what to change.
    ("config", &["config"]),
    ("purge", &["purge"]),
];

/// Those of `routine`: none needs a case file.
const READING_ROUTINES: [(&str, &str); 5] = [
    ("list", "routine list"),
    ("show", "routine show nacka"),
    ("check", "routine check egen.toml"),
    ("plan", "routine plan nacka --date inskrivning=2026-12-02"),
    ("test", "routine test egen.toml"),
];

/// The commands that may write: the case file, or a file they are told to make.
const WRITING: &[&str] = &[
    "new-case", "add", "done", "skip", "extend", "set", "note", "undo", "close", "reopen",
    "export", "import", "redact", "akt", "backup", "restore", "encrypt", "decrypt",
    // It writes with `--repair` alone, and says when a writer was killed; its own tests see to the rest.
    "doctor",
];

/// A format that a command does not know is refused, which must leave no trace either.
const FORMATS: [&str; 6] = ["table", "json", "csv", "xlsx", "html", "ics"];

fn lines() -> impl Iterator<Item = &'static str> {
    let of_cases = READING.iter().flat_map(|(_, lines)| *lines).copied();
    of_cases.chain(READING_ROUTINES.iter().map(|(_, line)| *line))
}

/// A home with several cases and a routine file, its case file in a folder of its own.
fn cases() -> Env {
    let env = several(Env::new());
    env.line("config holder=socialnamnd").success();
    env.line("config retention=arbetslista --decision SN1")
        .success();
    // Else reading writes the access log beside it.
    env.line("config access_log=off --reason prov").success();
    env.write("data/.keep", "");
    fs::remove_file(env.path("data/.keep")).unwrap();
    fs::rename(env.file(), env.path("data").join(FILE)).unwrap();
    env.write("egen.toml", include_str!("../../../routines/nacka.toml"));
    let file = env.path("data").join(FILE);
    let env = env.with("SISAM_DB", file.to_str().unwrap());
    let scratch = env.path("kladd");
    fs::create_dir(&scratch).unwrap();
    env.with("TMPDIR", scratch.to_str().unwrap())
}

/// Leaves the file as a writer does that is killed with half a change in it, its journal beside it.
fn kill_a_writer(env: &Env) {
    let (file, aside) = (env.path("data").join(FILE), env.path("aside.db"));
    fs::copy(&file, &aside).unwrap();
    let writer = rusqlite::Connection::open(&aside).unwrap();
    // So small a cache writes pages into the file before the change is stored.
    writer
        .execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; UPDATE cases SET reference = 'X' || id;
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
             INSERT INTO settings SELECT 'k' || i, hex(randomblob(200)) FROM n;",
        )
        .unwrap();
    fs::copy(&aside, &file).unwrap();
    let journal = env.path("aside.db-journal");
    assert!(fs::metadata(&journal).unwrap().len() > PAGE);
    fs::copy(&journal, env.path("data").join(format!("{FILE}-journal"))).unwrap();
    drop(writer);
    fs::remove_file(aside).unwrap();
}

const PAGE: u64 = 4096;

/// Runs a line with what follows it, which must find everything as it is and leave it so; what it said.
fn reads(env: &Env, line: &str) -> String {
    let data = env.path("data");
    let before = all_below(&data);
    let output = env.process(line).output().unwrap();
    assert!(all_below(&data) == before, "{line}");
    let left = fs::read_dir(env.path("kladd")).unwrap().count();
    assert_eq!(left, 0, "{line}: a temporary file is left");
    let code = output.status.code();
    let text = said(&output);
    assert!(matches!(code, Some(0 | 2 | 3)), "{line}: {code:?} {text}");
    text
}

#[test]
fn every_command_is_known_to_read_or_to_write() {
    let reading = READING.iter().map(|(name, _)| *name);
    let mut named: BTreeSet<_> = reading
        .chain(WRITING.iter().copied())
        .chain(["routine"])
        .collect();
    named.remove("");
    let there = commands(include_str!("../../../src/commands/mod.rs"));
    let unknown: Vec<_> = there
        .iter()
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "say here what they do: {unknown:?}");
    assert!(named.iter().all(|name| there.contains(*name)), "{there:?}");

    let named: BTreeSet<_> = READING_ROUTINES
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let there = commands(include_str!("../../../src/commands/routine/mod.rs"));
    assert_eq!(there, named);
}

/// The names of the commands that a list of them names.
fn commands(source: &str) -> BTreeSet<String> {
    let list = source.split_once("\ncommands! {");
    let (_, list) = list.or(source.split_once("Command {")).unwrap();
    let (list, _) = list.split_once("\n}").unwrap();
    let variants = list.lines().filter_map(|line| {
        let (name, _) = line.trim().split_once('(')?;
        name.starts_with(|c: char| c.is_ascii_uppercase())
            .then_some(name)
    });
    variants.map(kebab).collect()
}

/// `NewCase` as it is typed: `new-case`.
fn kebab(name: &str) -> String {
    let mut typed = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !typed.is_empty() {
            typed.push('-');
        }
        typed.push(c.to_ascii_lowercase());
    }
    typed
}

#[test]
fn reading_in_any_format_leaves_everything_as_it_was() {
    let env = cases();
    for line in lines() {
        assert!(!reads(&env, line).is_empty(), "{line}");
        for format in FORMATS {
            reads(&env, &format!("{line} --format {format}"));
        }
    }
}

#[test]
fn reading_at_a_terminal_leaves_everything_as_it_was() {
    let env = cases();
    let before = all_below(&env.path("data"));
    for line in lines().filter(|line| !line.starts_with("next")) {
        let (_, screen) = env.at_terminal(line).ends();
        assert!(!screen.is_empty(), "{line}");
        assert!(all_below(&env.path("data")) == before, "{line}");
    }
    // The walk stores answers; one that is left without any has stored nothing.
    let mut terminal = env.at_terminal("next 2026-003");
    terminal.sees("Vad har hänt?").sees("u Ångra");
    terminal.leaves();
    assert!(all_below(&env.path("data")) == before);
}

#[test]
fn a_file_whose_writer_was_killed_is_read_by_every_command_without_a_trace() {
    let env = cases();
    let before: Vec<_> = lines().map(|line| reads(&env, line)).collect();
    kill_a_writer(&env);
    let after: Vec<_> = lines().map(|line| reads(&env, line)).collect();
    assert_eq!(after, before, "nothing of the half change is seen");
    let output = env.process("note 2026-001 Vidare").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(fs::read_dir(env.path("data")).unwrap().count(), 1);
}

#[test]
fn who_may_only_read_reads_everything_also_after_a_killed_writer() {
    let env = cases();
    let user = Ordinary::owns(&env);
    let data = env.path("data");
    for is_killed in [false, true] {
        if is_killed {
            allow(&data, 0o700);
            allow(&data.join(FILE), 0o600);
            kill_a_writer(&env);
        }
        // Somebody else's, for all to read.
        for entry in fs::read_dir(&data).unwrap() {
            allow(&entry.unwrap().path(), 0o444);
        }
        allow(&data, 0o555);
        let before = all_below(&data);
        for line in lines() {
            let output = user.runs(line);
            let code = output.status.code();
            assert!(matches!(code, Some(0 | 3)), "{line}: {}", said(&output));
            assert!(all_below(&data) == before, "{line}");
        }
        let output = user.runs("note 2026-001 Nej");
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(all_below(&data) == before);
    }
    allow(&data, 0o700);
}

/// A medium that cannot be written at all. Needs a system that lets an ordinary user mount one, or root; where it does
/// not, the test above stands for it.
#[test]
fn a_read_only_medium_is_read() {
    let script = r#"
        mkdir -p disk && mount -t tmpfs -o mode=700 none disk && cp data/* disk && mount -o remount,ro disk || exit 99
        echo mounted
        touch disk/x 2>/dev/null && exit 99
        export SISAM_DB=disk/arenden.db
        while read -r line; do "$1" $line >/dev/null 2>told; echo "$line: $?"; cat told >&2; done
        "$1" note 2026-001 Nej; echo "note: $?"
    "#;
    for is_killed in [false, true] {
        let env = cases();
        if is_killed {
            kill_a_writer(&env);
        }
        env.write(
            "lines",
            &lines().map(|line| format!("{line}\n")).collect::<String>(),
        );
        let input = Stdio::from(fs::File::open(env.path("lines")).unwrap());
        let Some(output) = in_a_world_of_its_own(&env, script, "", input) else {
            told("no medium can be mounted here");
            return;
        };
        let codes = env.normalised(&output.stdout);
        let (last, read) = {
            let mut lines: Vec<_> = codes.lines().collect();
            (lines.pop().unwrap(), lines)
        };
        assert_eq!(read.len(), lines().count(), "{codes}");
        for line in read {
            assert!(
                line.ends_with(": 0") || line.ends_with("--check: 3"),
                "{line}"
            );
        }
        assert_eq!(last, "note: 1");
        assert!(
            said(&output).contains("är skrivskyddad"),
            "{}",
            said(&output)
        );
    }
}
