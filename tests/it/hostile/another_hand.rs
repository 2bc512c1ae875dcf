//! Texts put straight into the database, past every rule of the program.

use rusqlite::Connection;

use super::{STEERING, WAYS, reading_lines, says_nothing_in, survives};
use crate::harness::Env;

/// Every table with its columns that hold texts.
const TEXTS: [(&str, &[&str]); 6] = [
    ("cases", &["reference", "routine", "next_due", "opened"]),
    ("event", &["at", "day", "who", "kind", "body"]),
    ("text", &["content"]),
    (
        "step_row",
        &[
            "step",
            "status",
            "owners",
            "holders",
            "parties",
            "detail",
            "due",
            "since",
            "recorded_at",
            "case_key",
        ],
    ),
    ("routine_text", &["id", "version", "text"]),
    ("settings", &["value"]),
];

/// A copy of a file in a home of its own.
fn copy(of: &Env) -> Env {
    let env = Env::new();
    std::fs::copy(of.path("n.db"), env.path("n.db")).unwrap();
    env
}

/// A file with a bit of everything.
fn env() -> Env {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej --db n.db")
        .success();
    for line in [
        "note N1 hej --db n.db",
        "set N1 --role socialsekreterare=Team --db n.db",
        "done N1 1 --db n.db",
        "extend N1 3 --to 2027-03-01 --reason a --decided-by b --db n.db",
    ] {
        env.line(line).success();
    }
    env
}

/// Runs SQL as another hand would: the rules are taken away and put back as they were.
fn altered(env: &Env, sql: &str) {
    let db = Connection::open(env.path("n.db")).unwrap();
    let mut triggers = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let triggers: Vec<(String, String)> = triggers
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    db.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        db.execute_batch(sql).unwrap();
    }
}

fn reads_and_writes_survive(env: &Env, case: &str) {
    let ways = WAYS.iter().cycle();
    for (line, way) in reading_lines(case, "nacka").into_iter().zip(ways) {
        let line: Vec<&str> = line.into_iter().chain(["--db", "n.db"]).collect();
        says_nothing_in(env, &line, way);
    }
    for line in [
        "note N1 y",
        "done N1 2",
        "undo N1",
        "set N1 --answer akut=ja",
        "extend N1 4 --to 2027-05-01 --reason a --decided-by b",
        "skip N1 5 --reason x",
        "close N1",
        "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej",
    ] {
        let mut line: Vec<&str> = line.split_whitespace().collect();
        line.extend(["--db", "n.db"]);
        let output = survives(env.sisam(&line), &format!("{line:?}"));
        for bytes in [&output.stdout, &output.stderr] {
            super::is_harmless(bytes, false, &format!("{line:?}"));
        }
    }
}

#[test]
fn a_text_by_another_hand_is_cleaned_like_any_other() {
    let quoted = STEERING.replace('\'', "''");
    let whole = env();
    for (table, columns) in TEXTS {
        let env = copy(&whole);
        let all: Vec<_> = columns
            .iter()
            .map(|column| {
                format!("UPDATE {table} SET {column} = {column} || '{quoted}' || char(0, 27);")
            })
            .collect();
        altered(&env, &all.concat());
        reads_and_writes_survive(&env, "N1");
    }
}

#[test]
fn values_no_program_would_store_are_refused_or_read() {
    let whole = env();
    for sql in [
        "UPDATE cases SET head_seq = 4294967295",
        "UPDATE cases SET head_seq = -1",
        "UPDATE cases SET head_hash = x'00'",
        "UPDATE cases SET opened = 'x', next_due = 'x'",
        "UPDATE cases SET steps = -1, to_do = 4294967295, ended = 9223372036854775807, without_owner = 4294967295",
        "UPDATE cases SET reference_number = 4294967295, reference_year = 2026",
        "UPDATE cases SET reference_number = -9223372036854775807, reference_year = 2026",
        "UPDATE cases SET id = 9223372036854775807; UPDATE event SET case_id = 9223372036854775807; \
         UPDATE text SET case_id = 9223372036854775807; UPDATE step_row SET case_id = 9223372036854775807",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807",
        "UPDATE totals SET open_cases = 9223372036854775807, unanswered_questions = 9223372036854775807",
        "UPDATE totals SET open_cases = -9223372036854775808, steps_without_owner = -9223372036854775808",
        "DELETE FROM totals",
        "DELETE FROM settings",
        "DELETE FROM event",
        "DELETE FROM text",
        "DELETE FROM routine_text",
        "DELETE FROM event WHERE seq = 2",
        "UPDATE event SET seq = 4294967295 WHERE seq = (SELECT max(seq) FROM event); UPDATE cases SET head_seq = 4294967295",
        "UPDATE event SET seq = 4294967294 WHERE seq = (SELECT max(seq) FROM event); UPDATE cases SET head_seq = 4294967294",
        "UPDATE event SET change = 4294967295",
        "UPDATE event SET change = -5, day = '9999-12-31'",
        "UPDATE event SET day = '-262143-01-01'",
        "UPDATE event SET day = '+262142-12-31'",
        "UPDATE event SET at = 'x', who = ''",
        "UPDATE event SET body = '[]'",
        "UPDATE event SET body = replace(hex(zeroblob(100000)), '0', '[')",
        "UPDATE event SET body = replace(body, '2026', '9999')",
        "UPDATE event SET body = replace(body, '2026', '-262143')",
        "UPDATE event SET body = replace(body, '\"round\":1', '\"round\":4294967295')",
        "UPDATE event SET kind = 'undone', body = '{\"undoes\":4294967295}' WHERE seq > 1",
        "UPDATE step_row SET ordinal = 4294967295 WHERE ordinal = 1",
        "UPDATE step_row SET ordinal = -1 WHERE ordinal = 1",
        "UPDATE step_row SET round = 4294967295, days_late = 9223372036854775807, missing = -1",
        "UPDATE step_row SET due = '0000-00-00', status = 'x'",
        "UPDATE step_row SET due = '-262143-01-01', earliest = '-262143-01-01', raw_due = '-262143-01-01'",
        "UPDATE step_row SET due = '+262142-12-31', original_due = '-262143-01-01'",
        "UPDATE step_row SET case_open = 99, optional = 7",
        "UPDATE step_row SET owners = '{', holders = '3', parties = 'null', detail = '[]'",
        "UPDATE step_row SET step = '', case_key = ''",
        "UPDATE settings SET value = '99999999999999999999'",
        "UPDATE cases SET reference = '', reference_key = ''",
    ] {
        let env = copy(&whole);
        altered(&env, sql);
        let before = std::fs::read(env.path("n.db")).unwrap();
        for line in [
            "list",
            "show N1",
            "log N1",
            "report --details --late --missing",
        ] {
            survives(
                env.line(&format!("{line} --db n.db")),
                &format!("{sql}: {line}"),
            );
        }
        assert!(before == std::fs::read(env.path("n.db")).unwrap(), "{sql}");
        for line in [
            "done N1 2",
            "undo N1",
            "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej",
        ] {
            survives(
                env.line(&format!("{line} --db n.db")),
                &format!("{sql}: {line}"),
            );
        }
    }
}
