//! Whether two databases on one connection hold the same, row for row.

use rusqlite::{Connection, Row};

use crate::store::{StoreError, Stored};

/// Whether the database attached as `other` is the main one again: versions, tables, indexes, triggers, every row.
/// `Other` with the name of what differs.
pub(super) fn same(db: &Connection, other: &str) -> Stored<()> {
    let compare = |what: &str, main: &str, copy: &str| {
        if same_rows(db, main, copy)? {
            return Ok(());
        }
        Err(StoreError::Other(format!("{what}: not the same")))
    };
    for pragma in ["application_id", "user_version"] {
        let (main, copy) = (
            format!("PRAGMA main.{pragma}"),
            format!("PRAGMA {other}.{pragma}"),
        );
        compare(pragma, &main, &copy)?;
    }
    let schema = |database: &str| {
        format!(
            "SELECT type, name, tbl_name, sql FROM {database}.sqlite_schema ORDER BY type, name"
        )
    };
    compare("sqlite_schema", &schema("main"), &schema(other))?;
    for table in tables(db)? {
        let rows = |database: &str| format!("SELECT * FROM {database}.{table}");
        compare(&table, &rows("main"), &rows(other))?;
    }
    Ok(())
}

/// The names of the tables, quoted.
pub(super) fn tables(db: &Connection) -> Stored<Vec<String>> {
    let mut names = db.prepare(
        "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM main.sqlite_schema WHERE type = 'table'",
    )?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Whether two queries give the same rows in the same order. Neither is held in memory.
fn same_rows(db: &Connection, one: &str, other: &str) -> Stored<bool> {
    let (mut one, mut other) = (db.prepare(one)?, db.prepare(other)?);
    let columns = one.column_count();
    if columns != other.column_count() {
        return Ok(false);
    }
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    loop {
        match (one.next()?, other.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) if is_same_row(one, other, columns)? => {}
            _ => return Ok(false),
        }
    }
}

fn is_same_row(one: &Row<'_>, other: &Row<'_>, columns: usize) -> Stored<bool> {
    for column in 0..columns {
        if one.get_ref(column)? != other.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(change: &str) -> bool {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("ATTACH ':memory:' AS copy").unwrap();
        for database in ["main", "copy"] {
            db.execute_batch(&format!(
                "PRAGMA {database}.user_version = 2;
                 CREATE TABLE {database}.\"t x\" (a INTEGER PRIMARY KEY, b);
                 CREATE INDEX {database}.i ON \"t x\" (b);
                 INSERT INTO {database}.\"t x\" VALUES (1, 'å'), (2, NULL), (3, x'00'), (4, 1)"
            ))
            .unwrap();
        }
        db.execute_batch(change).unwrap();
        same(&db, "copy").is_err()
    }

    #[test]
    fn every_difference_is_seen() {
        assert!(!differ(""));
        for change in [
            "UPDATE copy.\"t x\" SET b = 'ä' WHERE a = 1",
            "UPDATE copy.\"t x\" SET b = '' WHERE a = 2",
            "UPDATE copy.\"t x\" SET b = '1' WHERE a = 4",
            "DELETE FROM copy.\"t x\" WHERE a = 4",
            "DELETE FROM main.\"t x\" WHERE a = 4",
            "UPDATE copy.\"t x\" SET a = 5 WHERE a = 4",
            "DROP INDEX copy.i",
            "CREATE TABLE copy.more (a)",
            "PRAGMA copy.user_version = 3",
            "PRAGMA copy.application_id = 3",
        ] {
            assert!(differ(change), "{change}");
        }
    }
}
