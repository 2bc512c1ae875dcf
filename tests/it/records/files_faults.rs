//! What is said, and taken back, when the system reports an error: what is there decides.

use std::fs;
use std::time::Duration;

use crate::harness::Env;

const MINUTE: Duration = Duration::from_secs(60);

fn home() -> Env {
    let env = Env::new().with("SISAM_DB", "x.db");
    env.line("ny --rutin nacka --ref A --datum inskrivning=2026-12-02")
        .success();
    env.line("backup k.db").success();
    env
}

/// How often a note stands in the history.
fn times(env: &Env, note: &str) -> usize {
    env.line("logg A --format json")
        .success()
        .out
        .matches(&format!("\"{note}\""))
        .count()
}

/// Writes a byte that makes it no case file.
fn spoil(env: &Env) {
    let mut bytes = fs::read(env.path("x.db")).unwrap();
    bytes[0] ^= 1;
    fs::write(env.path("x.db"), bytes).unwrap();
}

fn names(env: &Env) -> Vec<String> {
    let names = env.files().into_keys();
    names
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_name_that_was_given_although_an_error_was_reported_is_given() {
    let env = home().failing("names-done");
    env.line("export A --out a.json").success();
    env.line("backup b.db").success();
    spoil(&env);
    env.line("restore k.db --force").success();
    let env = env.healed();
    env.line("kontrollera").success();
    env.line("kontrollera --db b.db").success();
    env.line("import a.json --db c.db").success();
    let left = [
        "a.json",
        "b.db",
        "c.db",
        "k.db",
        "x.db",
        "x.db.before-restore.bak",
    ];
    assert_eq!(names(&env), left, "nothing is left of the way there");
}

#[test]
fn a_name_that_was_not_given_is_told_and_nothing_is_lost() {
    let env = home().failing("names-not");
    let before = env.files();
    env.line("backup b.db").fails(1);
    assert!(env.files() == before, "a backup");
    let told = env.line("export A --out a.json").fails(1).err;
    assert!(told.contains("a.json.part"), "{told}");
    let env = env.healed();
    env.line("import a.json.part --db c.db").success();
    spoil(&env);
    let (spoilt, env) = (
        fs::read(env.path("x.db")).unwrap(),
        env.failing("names-not"),
    );
    env.line("restore k.db --force").fails(1);
    assert!(fs::read(env.path("x.db")).unwrap() == spoilt);
}

#[test]
fn what_was_stored_although_the_last_sync_failed_is_never_said_to_have_changed_nothing() {
    let env = home().failing("last-folder-sync-once");
    // Looked at, and the disk asked once more: it is there.
    env.line("anteckna A en-gång").success();
    assert_eq!(times(&env, "en-gång"), 1);
    let env = env.failing("folder-sync");
    for (line, note) in [
        ("anteckna A oviss", "oviss"),
        ("klar A 1 --anteckning oklar", "oklar"),
    ] {
        let told = env.line(line).fails(1).err;
        assert!(
            told.contains("kan ha sparats") && !told.contains("Inget är ändrat"),
            "{told}"
        );
        assert_eq!(times(&env, note), 1, "{line}");
    }
    for line in ["inställningar holder=skola", "ångra A"] {
        let told = env.line(line).fails(1).err;
        assert!(
            told.contains("kan ha sparats") && !told.contains("Inget är ändrat"),
            "{told}"
        );
    }
    let env = env.with("SISAM_LANG", "en");
    let told = env.line("note A x").fails(1).err;
    assert!(told.contains("may have been saved"), "{told}");
}

#[test]
fn what_was_not_stored_is_said_to_have_changed_nothing() {
    for fault in ["file-sync", "journal-stays"] {
        let env = home().failing(fault);
        let told = env.line("anteckna A borta").fails(1).err;
        assert!(told.contains("Inget är ändrat"), "{fault}: {told}");
        let env = env.healed();
        env.line("anteckna A sedan").success();
        assert_eq!(
            (times(&env, "borta"), times(&env, "sedan")),
            (0, 1),
            "{fault}"
        );
        env.line("kontrollera").success();
    }
}

#[test]
fn whatever_becomes_of_a_restore_nothing_that_was_there_is_lost() {
    for fault in [
        "folder-sync",
        "file-sync",
        "last-folder-sync-once",
        "journal-stays",
        "names-not",
    ] {
        let env = home();
        env.line("anteckna A efteråt").success();
        let env = env.failing(fault);
        let told = env.line("restore k.db --force").output_within(MINUTE);
        let env = env.healed();
        env.line("kontrollera").success();
        let there = times(&env, "efteråt");
        let is_aside = |name: &String| name.contains("before-restore") && name.ends_with(".bak");
        let asides = names(&env).into_iter().filter(is_aside);
        let aside: usize = asides
            .map(|name| {
                env.line(&format!("logg A --db {name}"))
                    .success()
                    .out
                    .matches("efteråt")
                    .count()
            })
            .sum();
        assert!(there + aside > 0, "{fault}: {told:?}");
    }
}

#[test]
fn a_file_that_was_asked_for_is_on_the_disk_with_its_folder() {
    let env = home().failing("folder-sync");
    let told = env.line("export A --out a.json").fails(1).err;
    assert!(told.contains("inte bekräftat"), "{told}");
}
