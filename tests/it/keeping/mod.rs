//! Keeping what there is: the check of the whole file, backups, and files of older versions.

mod backup;
mod doctor;
mod forms;
mod interrupted;
mod old_files;
mod repair;
mod restore;

use std::path::Path;

use rusqlite::Connection;

use crate::harness::Env;
use crate::lines::{line, refused, said};

/// A home with three cases in `s.db`: one of them closed, one with notes and a change that was taken back.
fn home() -> Env {
    let env = Env::new().with("SISAM_DB", "s.db");
    for day in ["01", "02", "03"] {
        said(
            &env,
            &format!("new-case --routine nacka --date inskrivning=2026-12-{day}"),
        );
    }
    said(&env, "note 2026-001 Mötet~är~bokat");
    said(&env, "set 2026-001 --date utskrivning=2027-03-01");
    said(&env, "undo 2026-001 --yes");
    said(&env, "close 2026-003 --reason flyttat");
    env
}

/// Changes a file as somebody may who has an SQLite tool: past the rules, and with the rules put back after.
pub(crate) fn tamper(file: &Path, sql: &str) {
    let db = Connection::open(file).unwrap();
    let rules: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (name, _) in &rules {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.execute_batch(sql).unwrap();
    for (_, rule) in &rules {
        db.execute_batch(rule).unwrap();
    }
}

/// All that a query gives, for comparing.
fn rows(file: &Path, query: &str) -> Vec<String> {
    let db = Connection::open(file).unwrap();
    let mut select = db.prepare(query).unwrap();
    let columns = select.column_count();
    let mut rows = select.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let values = (0..columns).map(|column| {
            let value: rusqlite::types::Value = row.get(column).unwrap();
            format!("{value:?}")
        });
        found.push(values.collect::<Vec<_>>().join("|"));
    }
    found
}

/// The names of the files in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
