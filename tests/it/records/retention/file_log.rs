//! What happened to the file can be read, and what was removed is shown.

use super::{just_opened, line, opening, told};
use crate::harness::Env;

/// A file to which everything has happened that its own log tells of.
fn eventful() -> Env {
    let env = just_opened();
    told(&env, &opening("B", 60));
    told(&env, "export A --out a.json");
    told(&env, "backup k.db");
    told(&env, "purge B --mistake --reason dubblett --as chefen");
    told(&env, "restore k.db --force");
    told(&env, "config holder=annan --reason bytt");
    told(&env, "config holder= --reason fel");
    env
}

#[test]
fn the_log_tells_each_thing_in_plain_words_in_both_languages() {
    let env = eventful();
    let swedish = told(&env, "logg --filen --plain");
    for words in [
        "inställningen retention: arbetslista. Beslut eller orsak: SN 12",
        "inställningen holder: annan, förut socialnamnd. Beslut eller orsak: bytt",
        "inställningen holder: borttagen, förut annan. Beslut eller orsak: fel",
        "ärende nummer 1 i filen skrevs ut",
        "ärende nummer 2 togs bort, öppnat av misstag: nacka",
        "säkerhetskopia: $HOME/k.db, ärenden: 2",
        "återställd från $HOME/k.db, ärenden: 2; ärenden som fanns och inte finns i kopian: 0",
    ] {
        assert!(swedish.contains(words), "{words}: {swedish}");
    }
    let english = told(&env, "log --file --plain --lang en");
    for words in [
        "the setting retention: arbetslista. Decision or reason: SN 12",
        "the setting holder: removed, before annan",
        "case number 1 of the file was written out",
        "backup: $HOME/k.db, cases: 2",
        "restored from $HOME/k.db, cases: 2; cases that were there and are not in the copy: 0",
    ] {
        assert!(english.contains(words), "{words}: {english}");
    }
    let before = env.files();
    let json = told(&env, "log --file --format json");
    let json: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let kinds: Vec<_> = json
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect();
    for kind in ["setting", "export", "backup", "restore"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    assert!(
        json.iter()
            .all(|entry| entry["at"].is_string() && entry["who"].is_string())
    );
    assert!(env.files() == before, "reading changes nothing");
}

#[test]
fn an_import_stands_in_the_log_by_number_and_real_time() {
    let env = just_opened();
    told(&env, "export A --out a.json");
    let other = Env::new().with_file().on_the_real_day();
    std::fs::copy(env.path("a.json"), other.path("a.json")).unwrap();
    told(&other, "import a.json --today 2019-05-02");
    let log = told(&other, "log --file --plain");
    assert!(
        log.contains("ärende nummer 1 i filen lästes in") && !log.contains("2019"),
        "{log}"
    );
}

#[test]
fn what_was_removed_is_shown_when_by_whom_and_why() {
    let env = just_opened();
    told(&env, &opening("B", 60));
    told(&env, "purge B --mistake --reason dubblett --as chefen");
    for command in [
        "doctor",
        "purge",
        "list --all",
        "log --file",
        "lista --alla --plain",
    ] {
        let shown = told(&env, command).replace("\n  ", " ").replace('\n', " ");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in ["chefen", "nummer 2", "öppnat av", "nacka", "dubblett"] {
            assert!(shown.contains(part), "{command} {part}: {shown}");
        }
        assert!(
            !shown.contains("B ·"),
            "{command} does not name it: {shown}"
        );
    }
    // Also when no case is left, when no rule is said, and beside data for programs.
    told(&env, "purge A --mistake --reason dubblett~två");
    told(&env, "config retention= --reason fel");
    assert!(told(&env, "list --all").contains("dubblett två"));
    assert!(line(&env, "purge").fails(1).err.contains("dubblett två"));
    let json = line(&env, "list --all --format json").success();
    assert!(json.err.contains("dubblett två") && json.out.starts_with('['));
    let json = told(&env, "doctor --format json");
    assert!(json.contains(r#""kind": "removal""#), "{json}");
}

#[test]
fn an_older_copy_brought_back_and_other_rules_are_remarked_on() {
    let env = eventful();
    let doctor = told(&env, "doctor");
    let doctor = doctor.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "återställd från $HOME/k.db, ärenden: 2; ärenden som fanns och inte finns i kopian: 0",
        "inställningen holder: annan, förut socialnamnd",
    ] {
        assert!(doctor.contains(part), "{part}: {doctor}");
    }
    assert!(
        !doctor.contains("är inte vad filens logg säger"),
        "{doctor}"
    );
}

#[test]
fn a_case_that_an_older_copy_does_not_have_and_its_removal_are_not_forgotten() {
    let env = just_opened();
    told(&env, "backup k.db");
    for case in ["B", "C"] {
        told(&env, &opening(case, 60));
    }
    told(&env, "purge C --mistake --reason dubblett");
    told(&env, "restore k.db --force");
    let doctor = told(&env, "doctor");
    let doctor = doctor.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(doctor.contains("inte finns i kopian: 1"), "{doctor}");
    for command in ["list --all", "purge", "doctor"] {
        let shown = told(&env, command);
        assert!(shown.contains("dubblett"), "{command}: {shown}");
    }
}

#[test]
fn the_log_of_a_file_of_the_first_version_goes_into_the_copy_that_takes_its_place() {
    let env = just_opened();
    told(&env, "backup k.db");
    std::fs::remove_file(env.path("arenden.db")).unwrap();
    let first = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/case-files/v1.db");
    std::fs::copy(first, env.path("arenden.db")).unwrap();
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    let backup = "INSERT INTO file_log (at, who, kind, detail)
        VALUES ('2024-01-02T00:00:00Z', 'chefen', 'backup', '{\"file\":\"/kopior/en.db\"}')";
    db.execute(backup, []).unwrap();
    drop(db);
    told(&env, "restore k.db --force");
    assert!(told(&env, "log --file").contains("/kopior/en.db"));
}

#[test]
fn a_change_under_a_given_day_is_told_in_words() {
    let env = just_opened();
    let detail = r#"{"case":1,"change":2,"day":"2026-01-02"}"#;
    env.add_to_file_log("recorded-under-given-day", detail);
    let log = told(&env, "log --file --plain");
    assert!(
        log.contains("nummer 1 i filen ändrades under en angiven dag, 2026-01-02"),
        "{log}"
    );
}

#[test]
fn a_case_or_the_file_must_be_named_not_both_nor_none() {
    let env = just_opened();
    line(&env, "log").fails(2);
    line(&env, "log A --file").fails(2);
    assert!(told(&Env::new(), "log --file").contains("inga ärenden"));
}
