//! The floor: what nothing that reads the case file can be cheaper than. A benchmark is this program when it is started as
//! `floor FILE`: it opens the case file with the same SQLite, reads the schema and runs one query.

use std::path::Path;
use std::process::Command;

use rusqlite::{Connection, OpenFlags};

/// Whether the benchmark was started as the floor, and has been it.
pub(crate) fn was_run() -> bool {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [word, file] if word == "floor" => run(Path::new(file)),
        _ => return false,
    }
    true
}

/// The same benchmark, to be started as the floor by `program`, which knows the environment.
pub(crate) fn command(file: &Path, program: impl FnOnce(&str) -> Command) -> Command {
    let mut floor = program(std::env::current_exe().unwrap().to_str().unwrap());
    floor.arg("floor").arg(file);
    floor
}

fn run(file: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).unwrap();
    let count = |sql| -> i64 { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    let objects = count("SELECT count(*) FROM sqlite_schema");
    println!("{objects} {}", count("SELECT count(*) FROM cases"));
}
