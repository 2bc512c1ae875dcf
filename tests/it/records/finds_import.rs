//! What was found of cases that come from another file: those that are here already, whole case files, texts as editors
//! save them; and what a restore makes of the numbers of cases.

use serde_json::Value;

use super::clock::asked;
use super::finds_files::flat;
use crate::harness::Env;

const NEW: &str = "new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej";

/// A home with a case A that has been taken in from `annan.db`, where it has gone on since.
fn gone_on() -> Env {
    let env = Env::english().with_file();
    for line in [
        &format!("{NEW} --ref A --db annan.db"),
        "note A hello --db annan.db",
        "export A --out first.json --db annan.db",
        "import first.json",
        "done A 1 --on 2026-11-20 --db annan.db",
        "redact A 4 --reason wrong --yes --db annan.db",
        "export A --out second.json --db annan.db",
    ] {
        env.line(line).success();
    }
    env
}

/// How many events a case has, and its last hash.
fn head(env: &Env, case: &str) -> String {
    let head = "SELECT head_seq || ' ' || lower(hex(head_hash)) FROM cases WHERE reference = ";
    asked(env, &format!("{head} '{case}'"))
}

fn exported(env: &Env, line: &str) -> String {
    env.line(&format!("export {line}")).success().out
}

#[test]
fn what_is_newer_in_a_file_is_added_to_the_case_that_is_here() {
    for yes in ["", " --yes"] {
        let env = gone_on();
        let told = env.line(&format!("import second.json{yes}")).success();
        assert!(told.out.contains("3 newer events"), "{told:?}");
        let second = std::fs::read_to_string(env.path("second.json")).unwrap();
        assert!(exported(&env, "A") == second, "the same salts and hashes");
        // What was taken out there is nowhere here.
        for (path, bytes) in env.files() {
            let holds = bytes.windows(5).any(|part| part == b"hello");
            assert!(!holds || !path.ends_with("arenden.db"), "{path:?}");
        }
        let logged = "SELECT group_concat(detail, ' ') FROM file_log WHERE kind = 'import'";
        assert!(asked(&env, logged).contains("\"newer\":3"));
        assert!(env.line("log --file").success().out.contains("events: 3"));
        let told = env.line("doctor").success().out;
        assert!(told.contains("All is well"), "{told}");
        // Lists and report have it, and it goes on here.
        let shown = env.json("2026-11-21", "show A");
        assert_eq!(shown["steps"][0]["status"], "done");
    }
}

#[test]
fn a_file_that_holds_nothing_newer_is_told_and_changes_nothing() {
    let env = gone_on();
    env.line("import second.json").success();
    let before = env.files();
    for file in ["second.json", "first.json"] {
        let told = env.line(&format!("import {file}")).success();
        assert!(flat(&told.out).contains("nothing newer"), "{told:?}");
        let told = env
            .line(&format!("import {file} --format json --yes"))
            .success();
        let shown: Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!(shown["case"], "A");
    }
    env.line("import arenden.db").success();
    assert!(env.files() == before);
}

#[test]
fn a_history_that_departs_is_refused_with_the_first_event_that_differs() {
    // Gone on here too; gone on elsewhere from another beginning; another case of the same name.
    let env = gone_on();
    env.line("note A mine").success();
    let before = env.files();
    let said = env.line("import second.json").fails(1).err;
    assert!(said.contains("event 5"), "{said}");
    assert!(env.files() == before);
    let env = gone_on();
    env.line(&format!("{NEW} --ref A --db tredje.db")).success();
    env.line("export A --out third.json --db tredje.db")
        .success();
    // The opening of the same day is the same to the letter; what follows it is not.
    let said = flat(&env.line("import third.json").success().out);
    assert!(said.contains("nothing newer"), "{said}");
    let said = env.line("import tredje.db --yes").fails(1).err;
    assert!(said.contains("event 4"), "{said}");
    env.line("note A theirs --db tredje.db").success();
    env.line("export A --out fourth.json --db tredje.db")
        .success();
    let said = env.line("import fourth.json").fails(1).err;
    assert!(said.contains("event 4"), "{said}");
    env.line(&format!("{NEW} --ref a --as other --db fjarde.db"))
        .success();
    env.line("export a --out fifth.json --db fjarde.db")
        .success();
    let said = env.line("import fifth.json").fails(1).err;
    assert!(said.contains("event 1"), "{said}");
    assert!(said.contains("sisam show A"), "{said}");
}

#[test]
fn only_whole_changes_are_added_and_what_cannot_have_been_recorded_is_not() {
    let env = gone_on();
    // What is here ends within a change, as when a screen of the walk was exported halfway.
    let cut: Value =
        serde_json::from_str(&std::fs::read_to_string(env.path("second.json")).unwrap()).unwrap();
    let mut cut = cut.clone();
    let events = cut["events"].as_array_mut().unwrap();
    events.truncate(2);
    cut["head"] = serde_json::json!({ "seq": 2, "hash": events[1]["hash"] });
    env.write("cut.json", &cut.to_string());
    env.line("import cut.json --db halv.db").success();
    let said = env.line("import second.json --db halv.db").fails(1).err;
    assert!(said.contains("event 3"), "{said}");
    // Judged like any: a text of somebody's number, an event that was altered.
    let second = std::fs::read_to_string(env.path("second.json")).unwrap();
    let before = head(&env, "A");
    env.write("altered.json", &second.replace("2026-11-20", "2026-11-19"));
    let said = env.line("import altered.json").fails(1).err;
    assert!(said.contains("Event 6"), "{said}");
    assert_eq!(head(&env, "A"), before);
}

/// A file of three cases: A of which first events are here, B that is here whole, C that is not.
fn whole_file() -> Env {
    let env = gone_on();
    for line in [
        &format!("{NEW} --ref B --db annan.db"),
        "export B --out b.json --db annan.db",
        "import b.json",
        &format!("{NEW} --ref C --db annan.db"),
        "note C there --db annan.db",
    ] {
        env.line(line).success();
    }
    // The export is an event there, and not here.
    env.line("export B --out b2.json --db annan.db").success();
    env.line("import b2.json").success();
    std::fs::create_dir(env.path("from")).unwrap();
    std::fs::rename(env.path("annan.db"), env.path("from/annan.db")).unwrap();
    env
}

#[test]
fn a_whole_case_file_comes_in_all_at_once_and_is_left_as_it_was() {
    for (by, read_only) in [("--yes", false), ("--format json", false), ("", true)] {
        let env = whole_file();
        if read_only {
            readable(&env, 0o500);
        }
        let before = std::fs::read(env.path("from/annan.db")).unwrap();
        let told = env.line(&format!("import from/annan.db {by}")).success();
        readable(&env, 0o700);
        if by.contains("json") {
            let told: Value = serde_json::from_str(&told.out).unwrap();
            let said = |case: usize| (told[case]["case"].clone(), told[case]["events"].clone());
            assert_eq!(said(0), ("A".into(), 4.into()));
            assert_eq!(said(1), ("B".into(), 1.into()));
            assert_eq!(said(2), ("C".into(), 4.into()));
            assert_eq!(told[2]["new"], true);
        } else {
            assert!(flat(&told.out).contains("1 new case"), "{told:?}");
        }
        assert!(std::fs::read(env.path("from/annan.db")).unwrap() == before);
        let beside = std::fs::read_dir(env.path("from")).unwrap().count();
        assert_eq!(beside, 1, "nothing beside it");
        assert!(!env.path("arenden.db.restore-1.part").exists());
        for case in ["A", "B", "C"] {
            let here = exported(&env, case);
            assert!(here == exported(&env, &format!("{case} --db from/annan.db")));
        }
        let told = env.line("doctor").success().out;
        assert!(told.contains("All is well"), "{told}");
    }
}

#[cfg(unix)]
fn readable(env: &Env, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(env.path("from"), mode).unwrap();
}

#[cfg(not(unix))]
fn readable(_: &Env, _: u32) {}

#[test]
fn a_whole_case_file_comes_in_all_of_it_or_nothing() {
    let departs: fn(&Env) = |env| {
        env.line("note B mine").success();
        env.line("note B theirs --db from/annan.db").success();
    };
    let is_altered: fn(&Env) = |env| {
        let db = rusqlite::Connection::open(env.path("from/annan.db")).unwrap();
        let sql = "DROP TRIGGER event_is_never_changed; UPDATE event SET who = 'x' WHERE case_id = 3 AND seq = 4";
        db.execute_batch(sql).unwrap();
    };
    let is_encrypted: fn(&Env) = |env| {
        let mut noise = Vec::new();
        for n in 0..600_u32 {
            noise.extend(super::sha(&[&n.to_be_bytes()]));
        }
        std::fs::write(env.path("from/annan.db"), noise).unwrap();
    };
    for (spoil, why) in [
        (departs, "B"),
        (is_altered, "C"),
        (is_encrypted, "sisam --db from/annan.db export CASE"),
    ] {
        let env = whole_file();
        spoil(&env);
        let before = env.files();
        let said = env.line("import from/annan.db --yes").fails(1).err;
        assert!(said.contains(why), "{said}");
        assert!(env.files() == before);
    }
}

#[test]
fn a_case_file_with_a_log_or_of_an_older_version_comes_in_and_is_left_as_it_was() {
    let env = whole_file();
    let db = rusqlite::Connection::open(env.path("from/annan.db")).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; UPDATE settings SET value = value")
        .unwrap();
    let before: Vec<_> = env.files().into_iter().collect();
    let from = |files: Vec<(std::path::PathBuf, Vec<u8>)>| {
        let is_from = |path: &std::path::Path| path.parent().unwrap().ends_with("from");
        let is_content = |path: &std::path::Path| !path.to_string_lossy().ends_with("-shm");
        let mut files = files;
        files.retain(|(path, _)| is_from(path) && is_content(path));
        files
    };
    env.line("import from/annan.db --yes").success();
    assert!(from(env.files().into_iter().collect()) == from(before));
    drop(db);
    for version in ["v1", "v2", "v3"] {
        let env = Env::english().with_file();
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/case-files");
        let kept = std::fs::read(std::path::Path::new(kept).join(format!("{version}.db"))).unwrap();
        std::fs::write(env.path("old.db"), &kept).unwrap();
        let told = env.line("import old.db --yes").success();
        assert!(flat(&told.out).contains("4 new cases"), "{told:?}");
        assert!(std::fs::read(env.path("old.db")).unwrap() == kept);
        assert_eq!(env.files().len(), 2, "{version}");
    }
}

#[cfg(unix)]
#[test]
fn at_a_terminal_what_is_newer_is_added_after_a_yes() {
    for (file, what) in [
        ("second.json", "1 case with newer"),
        ("annan.db", "1 case with newer"),
    ] {
        let env = gone_on();
        let before = env.files();
        let mut terminal = env.at_terminal(&format!("import {file} --plain"));
        terminal.sees(what).sees("Take it in?").enters("n");
        assert_eq!(terminal.ends().0, 0);
        assert!(env.files() == before);
        let mut terminal = env.at_terminal(&format!("import {file} --plain"));
        terminal.sees("Take it in?").enters("y");
        let (code, screen) = terminal.ends();
        assert_eq!(code, 0, "{screen}");
        assert!(env.files() != before);
    }
}

#[test]
fn no_number_in_the_file_means_two_cases_after_a_restore() {
    let lost = ["note C hej", "close C --reason slut", "undo C"];
    for lost in lost {
        let env = Env::new().with_file();
        env.line(&format!("{NEW} --ref A")).success();
        env.line("backup kopia.db").success();
        env.line(&format!("{NEW} --ref B")).success();
        env.line(&format!("{NEW} --ref C")).success();
        let _ = env
            .line(lost)
            .output_within(std::time::Duration::from_secs(60));
        env.line("restore kopia.db --force").success();
        env.line(&format!("{NEW} --ref D")).success();
        let id = "SELECT CAST(id AS TEXT) FROM cases WHERE reference = 'D'";
        assert_eq!(asked(&env, id), "4", "{lost}");
        // Those that the copy does not have were not cut out by hand; one that is, is missed.
        env.line("doctor").success();
        env.line("backup andra.db").success();
        env.line(&format!("{NEW} --ref E")).success();
        env.line("restore kopia.db --force").success();
        env.line("restore andra.db --force").success();
        env.line(&format!("{NEW} --ref F")).success();
        let id = "SELECT CAST(id AS TEXT) FROM cases WHERE reference = 'F'";
        assert_eq!(asked(&env, id), "6", "{lost}");
        env.line("doctor").success();
        super::clock::sql(
            &env,
            "DROP TRIGGER event_is_only_removed_with_its_case; DROP TRIGGER text_is_only_removed_with_its_case;
             DROP TRIGGER case_is_only_removed_with_a_record; DELETE FROM text WHERE case_id = 4;
             DELETE FROM event WHERE case_id = 4; DELETE FROM step_row WHERE case_id = 4; DELETE FROM cases WHERE id = 4",
        );
        let told = env.line("doctor").ends(1).out;
        assert!(told.contains("nummer 4"), "{told}");
    }
}

#[test]
fn a_text_file_as_an_editor_saves_it_is_read_or_its_encoding_named() {
    let env = Env::english().with_file();
    env.line(&format!("{NEW} --ref A --db annan.db")).success();
    env.line("export A --out a.json --db annan.db").success();
    let text = std::fs::read_to_string(env.path("a.json")).unwrap();
    let with_mark = format!("\u{feff}{text}");
    env.write("mark.json", &with_mark);
    env.line("import mark.json").success();
    env.line("import - --db ny.db").piped(with_mark).success();
    let table = "ref,routine,date:inskrivning\nX,nacka,2026-12-02\n";
    env.write("mark.csv", &format!("\u{feff}{table}"));
    env.line("new-case --from mark.csv --yes").success();
    for mark in [&[0xff, 0xfe][..], &[0xfe, 0xff], &[]] {
        let wide = |text: &str| -> Vec<u8> {
            let wide = text.encode_utf16().flat_map(|unit| match mark {
                [0xfe, ..] => unit.to_be_bytes(),
                _ => unit.to_le_bytes(),
            });
            mark.iter().copied().chain(wide).collect()
        };
        std::fs::write(env.path("wide.json"), wide(&text)).unwrap();
        std::fs::write(env.path("wide.csv"), wide(table)).unwrap();
        for line in [
            "import wide.json --db nya.db",
            "new-case --from wide.csv --db nya.db",
        ] {
            let said = env.line(line).fails(1).err;
            assert!(said.contains("UTF-16"), "{line}: {said}");
            assert!(said.contains("UTF-8"), "{line}: {said}");
        }
    }
}
