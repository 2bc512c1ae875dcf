//! What was found in the commands on files, a test for each kind.

use serde_json::Value;

use super::clock;
use super::judged::home;
use crate::harness::Env;

/// One line of what was said, whatever its width.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The newest real time that the file knows.
fn newest_of(env: &Env) -> String {
    clock::asked(
        env,
        "SELECT value FROM settings WHERE key = 'newest_real_time'",
    )
}

#[test]
fn whatever_is_written_moves_the_newest_real_time() {
    let env = clock::home();
    env.line("export A --out a.json").success();
    for line in [
        "config holder=skola",
        "config access_log=off",
        "backup kopia.db",
        "restore kopia.db --force",
        "set A --answer akut=ja",
    ] {
        clock::newest(&env, "-2 days");
        let before = newest_of(&env);
        env.line(line).success();
        assert!(newest_of(&env) > before, "{line}");
    }
    env.line("import a.json --db ny.db").success();
    let db = rusqlite::Connection::open(env.path("ny.db")).unwrap();
    let newest = "SELECT count(*) FROM settings WHERE key = 'newest_real_time'";
    let count: u32 = db.query_row(newest, [], |row| row.get(0)).unwrap();
    assert_eq!(count, 1);
}

#[test]
fn a_doubtful_clock_is_named_before_anything_else_and_stops_every_writer() {
    let env = clock::home();
    env.line("backup kopia.db").success();
    clock::sql(&env, "DELETE FROM step_row");
    clock::newest(&env, "+3 days");
    let before = env.files();
    env.write(
        "m.csv",
        "ref;routine;date:inskrivning\nX;nacka;2060-12-02\n",
    );
    for line in [
        "new-case --routine nacka --date inskrivning=2060-12-02",
        "new-case --from m.csv",
        "restore kopia.db --force",
        "doctor --repair",
        "config holder=skola",
    ] {
        let said = env.line(line).fails(1).err;
        assert!(said.contains("Datorns klocka går fel"), "{line}: {said}");
    }
    std::fs::remove_file(env.path("m.csv")).unwrap();
    assert!(env.files() == before);
    // Of an empty file nothing is known: then the day and the clock may both be wrong.
    let said = env
        .line("new-case --routine nacka --date inskrivning=2060-12-02 --db ny.db")
        .fails(1)
        .err;
    assert!(said.contains("ligger för långt bort"), "{said}");
    assert!(said.contains("stämmer datorns klocka? Den visar"), "{said}");
}

#[test]
fn nothing_is_stored_under_a_day_that_cannot_be_today() {
    let env = home();
    let before = env.files();
    for today in ["0026-11-02", "9999-01-01", "1989-12-31", "2100-01-01"] {
        for line in [
            "note 2026-001 hej",
            "new-case --routine nacka --date inskrivning=2026-12-02",
            "config holder=skola",
            "backup kopia.db",
            "import a.json --db ny.db",
        ] {
            let said = env.line(&format!("{line} --today {today}")).fails(1).err;
            assert!(said.contains("Det kan inte vara"), "{line}: {said}");
        }
        // Reading stores nothing, and takes any day.
        env.line(&format!("report --today {today}")).success();
    }
    assert!(env.files() == before);
}

#[test]
fn a_sample_is_the_same_however_often_it_is_looked_at() {
    let env = home();
    env.line("config holder=socialnamnd").success();
    for line in [
        "show 2026-001",
        "list",
        "log 2026-001",
        "report",
        "next 2026-001",
    ] {
        env.line(line).success();
    }
    let sample = || {
        env.line("log --access --sample 3 --format json")
            .success()
            .out
    };
    let first = sample();
    for _ in 0..8 {
        env.line("log --access").success();
        assert_eq!(sample(), first);
    }
    let filtered = || {
        env.line("log --access --sample 1 --case 2026-001")
            .success()
            .out
    };
    assert_eq!(filtered(), filtered());
}

#[test]
fn a_torn_line_of_the_access_log_takes_no_other_with_it() {
    let env = home();
    env.line("config holder=socialnamnd").success();
    let log = env.path("arenden.db.access.log");
    let lines = || {
        let told = env.line("log --access --format json").success();
        serde_json::from_str::<Value>(&told.out)
            .unwrap()
            .as_array()
            .unwrap()
            .len()
    };
    let before = lines();
    for torn in ["{\"at\":\"2026-", "x", "{}"] {
        let mut text = std::fs::read_to_string(&log).unwrap();
        text.push_str(torn);
        std::fs::write(&log, text).unwrap();
        env.line("show 2026-001").success();
    }
    // Three that were looked at and the look that counted.
    assert_eq!(lines(), before + 4);
    assert!(env.line("log --access").success().err.contains("3"));
}

#[cfg(unix)]
#[test]
fn a_log_that_says_nothing_and_one_that_is_none_are_told() {
    let env = home();
    let empty = Env::new().with_file().without("SISAM_TODAY");
    empty
        .line("new-case --routine nacka --date inskrivning=2026-12-02")
        .success();
    assert!(
        empty
            .line("log --file")
            .success()
            .out
            .contains("Filens logg är tom")
    );
    assert_eq!(
        empty.line("log --file --format json").success().out.trim(),
        "[]"
    );
    env.line("config holder=socialnamnd").success();
    let log = env.path("arenden.db.access.log");
    std::fs::remove_file(&log).unwrap();
    std::os::unix::fs::symlink("ingenstans", &log).unwrap();
    for line in ["log --access", "show 2026-001", "list"] {
        let said = env.line(line).fails(1).err;
        assert!(flat(&said).contains("ingen vanlig fil"), "{line}: {said}");
    }
}

#[test]
fn an_identity_number_is_refused_in_any_digits_and_never_repeated() {
    let env = home();
    for number in [
        "20121212-1212",
        "²⁰¹²¹²¹²-¹²¹²",
        "₂₀₁₂₁₂₁₂₁₂₁₂",
        "②⓪①②①②①②-①②①②",
        "𑁨𑁦𑁧𑁨𑁧𑁨𑁧𑁨-𑁧𑁨𑁧𑁨",
    ] {
        for line in [
            format!("config holder={number}"),
            format!("config {number}=skola"),
            format!("note 2026-001 {number}"),
        ] {
            let said = env.line(&line).fails(1).err;
            assert!(!said.contains(number), "{said}");
        }
    }
}

#[test]
fn other_rules_for_a_file_with_cases_need_a_reason_beside_a_decision() {
    let env = home();
    env.line("config holder=socialnamnd").success();
    for holder in ["annan", "skola", ""] {
        let line = format!("config holder={holder} --decision D");
        assert!(env.line(&line).fails(1).err.contains("--orsak"));
    }
    env.line("config holder=annan --decision D --reason bytt")
        .success();
    let env = Env::english().with_file();
    let told = env
        .line("config retention=plan:1 --decision D")
        .success()
        .out;
    assert!(told.contains("1 year after"), "{told}");
    let told = env
        .line("config retention=plan:2 --decision D")
        .success()
        .out;
    assert!(told.contains("2 years after"), "{told}");
}

#[test]
fn which_case_has_the_same_answer_is_not_told() {
    let env = Env::new().with_file();
    for reference in ["A", "B"] {
        let line = format!(
            "new-case --routine nacka --ref {reference} --date inskrivning=2026-12-02 --answer akut=nej"
        );
        env.line(&line).success();
    }
    let told = env.line("redact A 3 --reason fel --yes").success();
    assert!(
        !told.err.contains('B') && !told.out.contains(" B"),
        "{told:?}"
    );
}

#[test]
fn names_are_one_line_and_null_signs_are_refused_by_every_door() {
    let env = home().with("SISAM_USER", "Bo\n Ek\t");
    env.sisam(["note", "2026-001", "hej"]).success();
    env.sisam(["note", "2026-001", "hej", "--as", "Bo\nEk"])
        .success();
    env.sisam(["set", "2026-001", "--role", "socialsekreterare=Bo\r\nEk"])
        .success();
    env.write(
        "m.csv",
        "ref,routine,date:inskrivning,role:socialsekreterare\nX,nacka,2026-12-02,\"Bo\nEk\"\n",
    );
    env.line("new-case --from m.csv --yes").success();
    let told = [
        env.line("log 2026-001 --format json"),
        env.line("show X --format json"),
    ];
    for told in told.map(|run| run.success().out) {
        assert!(told.contains("Bo Ek") && !told.contains("Bo\\n"), "{told}");
    }
    let env = home();
    for line in ["note 2026-001 -", "close 2026-001 --reason -"] {
        let said = env.line(line).piped(*b"a\0b\n").fails(1).err;
        assert!(said.contains("U+0000"), "{said}");
    }
}

#[cfg(not(feature = "encryption"))]
#[test]
fn a_key_file_that_is_named_must_be_there_in_any_build() {
    let env = home();
    for line in [
        "list --key-file nosuch",
        "note 2026-001 hej --key-file nosuch",
    ] {
        let said = env.line(line).fails(1).err;
        assert!(said.contains("Nyckelfilen nosuch finns inte"), "{said}");
    }
    env.write("nyckel", "x");
    env.line("list --key-file nyckel").success();
}
