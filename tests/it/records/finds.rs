//! What was found by trying the built program, a test for each.

use std::fs;

use crate::harness::Env;

const OPEN: &str = "new-case --routine nacka --ref A --date inskrivning=2026-12-02";

#[test]
fn a_path_is_a_path_whatever_the_database_makes_of_such_names() {
    for name in [":memory:", "file:y.db?mode=memory", "file::memory:"] {
        let env = Env::english().with("SISAM_DB", name);
        env.line(OPEN).success();
        assert!(fs::metadata(env.path(name)).unwrap().len() > 0, "{name}");
        assert!(env.line("list").success().out.contains('A'), "{name}");
    }
    let env = Env::english();
    env.line(&format!("--db other.db {OPEN}")).success();
    let before = fs::read(env.path("other.db")).unwrap();
    env.line("--db file:other.db new-case --routine nacka --ref B --date inskrivning=2026-12-02")
        .success();
    assert!(fs::read(env.path("other.db")).unwrap() == before);
}

#[test]
fn no_copy_gets_a_name_beside_which_another_databases_journal_lies() {
    for end in ["-journal", "-wal", "-shm"] {
        let env = Env::english().with("SISAM_DB", "x.db");
        env.line(OPEN).success();
        env.write("k/.folder", "");
        env.write(&format!("k/sisam-2026-11-21.db{end}"), "old");
        let told = env.line("backup k").success().out;
        assert!(told.contains("sisam-2026-11-21-2.db"), "{told}");
        env.write(&format!("k/b.db{end}"), "old");
        let told = env.line("backup k/b.db").fails(1).err;
        assert!(told.contains(&format!("b.db{end}")), "{told}");
        assert!(!env.path("k/b.db").exists());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_stored_is_said_to_be_stored_though_the_answer_cannot_be_written() {
    let env = Env::english();
    env.line(OPEN).success();
    for line in [
        "note A hello",
        "done A 1",
        "set A --answer akut=yes",
        "backup copy.db",
        "restore copy.db --force",
    ] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = env.process(line).stdout(full).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{line}");
        assert!(told.contains("has been stored"), "{line}: {told}");
    }
    // What has only been read says nothing of the kind.
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = env.process("show A").stdout(full).output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("has been stored"));
}

#[test]
fn a_sign_that_nobody_sees_is_named_in_commands_and_options_too() {
    let env = Env::english();
    for line in [
        "repo\u{200b}rt",
        "report --over\u{ad}due",
        "list --format js\u{2060}on",
    ] {
        let told = env.line(line).fails(2).err;
        assert!(told.contains("U+"), "{told}");
    }
}

#[test]
fn a_reason_for_a_setting_is_read_from_standard_input() {
    let env = Env::english();
    env.line(OPEN).success();
    env.line("config access_log=on").success();
    let switched_off = env.line("config access_log=off --reason -");
    switched_off.piped("a disk too small").success();
    let told = env.line("log --file").success().out;
    assert!(told.contains("a disk too small"), "{told}");
}

#[test]
fn what_narrows_the_access_log_narrows_nothing_else() {
    let env = Env::english();
    env.line(OPEN).success();
    for line in [
        "log A --from 2026-12-24",
        "log --file --who nobody",
        "log A --sample 1",
    ] {
        env.line(line).fails(2);
    }
}

#[test]
fn no_copy_is_recorded_by_a_clock_that_cannot_be_right() {
    let env = Env::english().on_the_real_day().with_file();
    env.line(OPEN).success();
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch(
        "UPDATE settings SET value = strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+3 days')
         WHERE key = 'newest_real_time'",
    )
    .unwrap();
    drop(db);
    let before = env.files();
    env.line("backup copy.db").fails(1);
    assert!(env.files() == before);
    fs::copy(env.path("arenden.db"), env.path("copy.db")).unwrap();
    let before = env.files();
    env.line("restore copy.db --force").fails(1);
    assert!(env.files() == before);
}

#[test]
fn a_text_put_in_beside_an_event_that_has_none_is_a_fault() {
    let env = Env::english().with_file();
    env.line(OPEN).success();
    env.line("doctor").success();
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch("INSERT INTO text VALUES (1, 2, 'x', x'00', 'put in')")
        .unwrap();
    drop(db);
    env.line("doctor").ends(1);
    env.line("export A --out a.json").fails(1);
}

#[test]
fn an_answer_given_with_a_round_makes_it_late_by_no_date_it_never_had() {
    let env = Env::english();
    env.line("--today 2026-09-01 new-case --routine nacka --ref A --date inskrivning=2026-09-01")
        .success();
    let mut done = env.process("--today 2026-10-15 done A 5");
    done.args(["--answer", "aterkoppling=1 week", "--answer", "i-skola=ja"]);
    assert!(done.output().unwrap().status.success());
    let told = env
        .line("--today 2026-10-15 show A --format json")
        .success();
    let steps: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let round = steps["steps"].as_array().unwrap().iter();
    let round = round.clone().find(|step| step["step"] == "5").unwrap();
    assert!(round["moved_from"].is_null(), "{round}");
}

const EXTENDED: &str = r#"
format = 1
id = "m"
version = "1"
title = "M"
[source]
publisher = "x"
document = "x"
[[role]]
id = "sam"
title = "Sam"
[[key_date]]
id = "a"
title = "A"
required = true
[[question]]
id = "ok"
text = "OK?"
kind = "yes-no"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "w"
title = "W"
responsible = ["sam"]
when = { question = "ok", is = "yes" }
due = { after = "a", term = "5 days" }
[[phase.step]]
id = "x"
title = "X"
responsible = ["sam"]
due = { after = "a", term = "300 days" }
"#;

#[test]
fn a_round_past_its_first_date_stays_in_the_lists_whatever_takes_it_away() {
    for taken in [
        vec!["set A --answer ok=no"],
        vec!["set A --answer ok="],
        vec!["set A --date a=2026-09-16", "done A w"],
    ] {
        let env = Env::english().with("SISAM_ROUTINES", "r");
        env.write("r/m.toml", EXTENDED);
        env.line(
            "--today 2026-09-01 new-case --routine m --ref A --date a=2026-09-01 --answer ok=yes",
        )
        .success();
        env.line("--today 2026-09-05 extend A w --to 2026-09-20 --reason r --decided-by d")
            .success();
        for line in &taken {
            env.line(&format!("--today 2026-09-19 {line}")).success();
        }
        let late = env
            .line("--today 2026-09-19 report --late --format json")
            .success()
            .out;
        assert!(late.contains("\"w\""), "{taken:?}: {late}");
        env.line("--today 2026-09-19 doctor").success();
    }
}
