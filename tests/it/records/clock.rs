//! The clock is not believed.

use rusqlite::Connection;

use super::altered;
use crate::harness::{Env, TODAY};

/// A home with a case that was opened by the real clock.
pub(super) fn home() -> Env {
    let env = Env::new().without("SISAM_TODAY").with_file();
    env.line("new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej --ref A")
        .success();
    env
}

pub(super) fn sql(env: &Env, sql: &str) {
    let db = Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch(sql).unwrap();
}

/// What SQLite says it is.
pub(super) fn asked(env: &Env, sql: &str) -> String {
    let db = Connection::open(env.path("arenden.db")).unwrap();
    db.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Makes the file's newest real time another.
pub(super) fn newest(env: &Env, moved: &str) {
    let at = format!("strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '{moved}')");
    sql(
        env,
        &format!("UPDATE settings SET value = {at} WHERE key = 'newest_real_time'"),
    );
}

/// Makes the case's events ones of another time.
pub(super) fn recorded(env: &Env, moved: &str) {
    let at = format!("strftime('%Y-%m-%dT%H:%M:%SZ', at, '{moved}')");
    let day = format!("date(day, '{moved}')");
    altered(
        env,
        &format!("UPDATE event SET at = {at}, day = {day}"),
        "A",
    );
}

const STORING: [&str; 5] = [
    "note A hej",
    "done A 1",
    "set A --answer akut=ja",
    "new-case --routine nacka --date inskrivning=2026-12-02",
    "close A --reason x",
];

#[test]
fn a_clock_before_what_has_been_is_told_on_every_command_and_stores_nothing() {
    let by_setting: fn(&Env) = |env| newest(env, "+3 days");
    let by_event: fn(&Env) = |env| recorded(env, "+40 days");
    let in_an_older_file: fn(&Env) = |env| {
        recorded(env, "+26 hours");
        sql(env, "DELETE FROM settings WHERE key = 'newest_real_time'");
    };
    for spoil in [by_setting, by_event, in_an_older_file] {
        let env = home();
        spoil(&env);
        for line in [
            "list",
            "report --overdue",
            "next",
            "show A",
            "log A",
            "",
            "why A 1",
            "doctor",
        ] {
            // That times of events lie ahead is something for `doctor` by itself.
            let told = env
                .line(line)
                .output_within(std::time::Duration::from_secs(60));
            let told = String::from_utf8(told.stderr).unwrap();
            assert!(told.contains("Datorns klocka går fel"), "{line}: {told}");
        }
        let before = env.files();
        for line in STORING {
            let said = env.line(line).fails(1).err;
            assert!(said.contains("Datorns klocka går fel"), "{line}: {said}");
            assert!(said.contains("--idag 2"), "{line}: {said}");
        }
        assert!(env.files() == before);
        // Under a given day the clock decides nothing, and is not spoken of.
        for line in STORING {
            let told = env.line(&format!("{line} --today {TODAY}")).ends(0);
            assert!(!told.err.contains("klocka"), "{line}: {told:?}");
        }
        assert!(env.line("list").success().err.contains("går fel"));
        // Who gives the day that the clock shows says that it is right.
        let today = asked(&env, "SELECT date('now', 'localtime')");
        env.line(&format!("note A rätt --today {today}")).success();
        env.line("reopen A --reason igen").success();
        assert!(!env.line("list").success().err.contains("klocka"));
    }
}

#[test]
fn a_clock_long_after_the_newest_is_told_and_one_past_all_likelihood_stores_nothing() {
    let env = home();
    newest(&env, "-300 days");
    assert_eq!(env.line("list").success().err, "");
    newest(&env, "-400 days");
    // The event itself is of now, and counts.
    assert_eq!(env.line("list").success().err, "");
    recorded(&env, "-400 days");
    let told = env.line("list").success().err;
    assert!(
        told.contains("Stämmer datorns klocka?") && told.contains("400 dagar"),
        "{told}"
    );
    newest(&env, "-11 years");
    recorded(&env, "-11 years");
    let said = env.line("note A hej").fails(1).err;
    assert!(said.contains("Stämmer datorns klocka?"), "{said}");
}

#[test]
fn what_cannot_be_undone_is_refused_by_a_clock_that_cannot_be_right() {
    for moved in ["+3 days", "+40 years"] {
        let env = home();
        newest(&env, moved);
        let env = env.without("SISAM_TODAY");
        let said = env.line("purge A --reason x --mistake").fails(1).err;
        assert!(said.contains("klocka"), "{said}");
    }
}

#[test]
fn under_a_given_day_the_real_time_goes_to_the_files_own_log_and_output_repeats() {
    let lines = [
        "new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej",
        "note 2026-001 hej",
        "done 2026-001 1",
        "undo 2026-001",
    ];
    let told = || {
        let env = Env::new().with_file();
        let mut all: Vec<String> = lines.map(|line| env.line(line).success().out).to_vec();
        for line in [
            "export 2026-001",
            "log 2026-001 --format json",
            "doctor",
            "config",
        ] {
            all.push(env.line(line).success().out);
        }
        (env, all)
    };
    let (env, first) = told();
    assert_eq!(first, told().1);
    let logged = "SELECT group_concat(detail, ' ') FROM file_log
        WHERE kind = 'recorded-under-given-day' AND at <> '2026-11-21T00:00:00Z' AND at GLOB '20*Z'";
    let change = |number| format!(r#"{{"case":1,"change":{number},"day":"2026-11-21"}}"#);
    // The export is a change too.
    let changes: Vec<String> = (1..=5).map(change).collect();
    assert_eq!(asked(&env, logged), changes.join(" "));
    // By the real clock the event itself says when it was.
    let count = "SELECT CAST(count(*) AS TEXT) FROM file_log";
    assert_eq!(asked(&home(), count), "0");
}

#[test]
fn doctor_remarks_on_times_that_lie_ahead_or_run_backwards() {
    for (seq, moved, why) in [
        (4, "+2 hours", "har inte varit än"),
        (3, "-2 hours", "i händelsen innan"),
    ] {
        let env = home();
        env.sisam(["note", "A", "ett"]).success();
        let at = format!("strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '{moved}')");
        // What is recorded at one time is one change: each is made its own.
        let update =
            format!("UPDATE event SET at = {at} WHERE seq = {seq}; UPDATE event SET change = seq");
        altered(&env, &update, "A");
        let told = env.line("doctor --format json").ends(1).out;
        assert!(told.contains(why), "{why}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn the_log_shows_day_and_time_as_they_were_here() {
    let env = home().with("TZ", "CET-1");
    let at = |env: &Env, at: &str, day: &str| {
        altered(
            env,
            &format!("UPDATE event SET at = '{at}', day = '{day}'"),
            "A",
        );
    };
    let shown = |env: &Env| {
        let told = env.line("log A --plain --today 2026-12-24").success().out;
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Half past midnight in Sweden is the day before by the time that is kept.
    at(&env, "2026-11-20T23:30:00Z", "2026-11-21");
    assert!(
        shown(&env).contains("lör 21 nov 2026 00:30"),
        "{}",
        shown(&env)
    );
    at(&env, "2026-12-31T23:59:59Z", "2027-01-01");
    assert!(
        shown(&env).contains("fre 1 jan 2027 00:59"),
        "{}",
        shown(&env)
    );
    at(&env, "2026-11-21T11:05:00Z", "2026-11-21");
    assert!(
        shown(&env).contains("lör 21 nov 2026 12:05"),
        "{}",
        shown(&env)
    );
    // Recorded far away: the day there, and the time as it is kept.
    at(&env, "2026-11-20T23:30:00Z", "2026-11-20");
    assert!(
        shown(&env).contains("fre 20 nov 2026 2026-11-20T23:30:00Z"),
        "{}",
        shown(&env)
    );
    assert!(!shown(&env).contains("UTC"));
}

#[test]
fn a_file_of_which_the_newest_time_cannot_be_read_is_looked_into_all_the_same() {
    for spoil in ["DROP TABLE settings", "UPDATE settings SET value = 'x'"] {
        let env = home();
        sql(&env, spoil);
        let told = env
            .line("doctor")
            .output_within(std::time::Duration::from_secs(60));
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.contains("1 ärende"), "{spoil}: {told}");
    }
}

#[test]
fn what_a_doubted_clock_has_stored_does_not_speak_for_it() {
    let env = home();
    recorded(&env, "-800 days");
    newest(&env, "-800 days");
    for line in ["note A hej", "config retention=plan:1 --decision x", "list"] {
        let told = env.line(line).success().err;
        assert!(told.contains("Stämmer datorns klocka?"), "{line}: {told}");
    }
    env.line("close A --reason x").success();
    let said = env.line("purge A --reason y").fails(1).err;
    assert!(said.contains("Stämmer datorns klocka?"), "{said}");
    let today = asked(&env, "SELECT date('now', 'localtime')");
    env.line(&format!("note A rätt --today {today}")).success();
    assert_eq!(env.line("list").success().err, "");
    let said = env.line("purge A --reason y").fails(1).err;
    assert!(!said.contains("klocka"), "{said}");
}
