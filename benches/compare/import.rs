//! Many cases opened at once, against plain SQLite inserting the same rows.

use std::fmt::Write as _;
use std::path::Path;

use super::gauge::Gauge;
use super::table::Table;

/// Every second row brings a step that was done before sisam was there.
pub(crate) fn compare(gauge: &Gauge, table: &mut Table, number: usize) {
    let help = gauge.sisam(Path::new("none"), &["new-case", "--help"]);
    if !gauge.output(&mut { help }).contains("--from") {
        return eprintln!("new-case --from is still to come: it is not measured");
    }
    let list = gauge.folder.join("many.csv");
    std::fs::write(&list, csv(number)).unwrap();
    let (file, copy) = (
        gauge.folder.join("imported.db"),
        gauge.folder.join("copied.db"),
    );
    let from = list.to_str().unwrap();
    let import = || {
        let _ = std::fs::remove_file(&file);
        gauge.sisam(&file, &["new-case", "--from", from, "--yes"])
    };
    let copied = || {
        let _ = std::fs::remove_file(&copy);
        gauge.sqlite3(&copy, &copying(gauge, &file))
    };
    let [sisam, shell] = gauge.medians(3, [Box::new(|_| import()), Box::new(|_| copied())]);
    let what = format!("`new-case --from`, {number} lines");
    table.compare(&what, sisam, ("sqlite3, the same rows", shell), Some(3.0));
}

fn csv(number: usize) -> String {
    let mut text = "ref,routine,date:placering,date:inskrivning,done:4\n".to_owned();
    for line in 0..number {
        let known = match line % 7 {
            0 => "nacka,,2027-01-11,",
            1 | 3 | 5 => "soderkoping,2027-01-11,,2026-11-20",
            _ => "soderkoping,2027-01-11,,",
        };
        writeln!(text, "new-{line},{known}").unwrap();
    }
    text
}

/// SQL that makes the same tables with the same indexes, and inserts the same rows one by one.
fn copying(gauge: &Gauge, file: &Path) -> String {
    let ask = |sql: &str| gauge.output(&mut gauge.sqlite3(file, sql));
    let schema = ask(
        "SELECT sql || ';' FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL
             AND name NOT LIKE 'sqlite_%'",
    );
    let mut sql = format!(
        "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -131072; ATTACH '{}' AS whole; BEGIN; {schema}",
        file.display()
    );
    for table in
        ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .lines()
    {
        let columns = ask(&format!(
            "SELECT group_concat(name, ', ') FROM pragma_table_info('{table}')"
        ));
        // With a condition, or SQLite would copy whole pages instead of inserting rows.
        let columns = columns.trim();
        writeln!(sql, "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM whole.{table} WHERE random() <> 0;").unwrap();
    }
    sql + "COMMIT;"
}
