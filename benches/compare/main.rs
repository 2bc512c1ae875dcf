//! How fast sisam is, as ratios to something beside it in the same run on the same machine: `benches/compare.sh`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a benchmark runs programs, prints what it found, and says so when it cannot go on"
)]

mod files;
mod floor;
mod gauge;
mod import;
mod memory;
mod table;
mod taskwarrior;

use files::{Cases, LATE_ROWS, TODAY, in_time};
use gauge::Gauge;
use table::Table;

/// How often each program is run.
const RUNS: usize = 41;
/// How many times as long the same work may take among a hundred times as many cases.
const FLAT: f64 = 1.3;

fn main() {
    if floor::was_run() {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let gauge = Gauge {
        folder: folder.path().to_path_buf(),
    };
    let [few, some, many] = [1_000, 10_000, 100_000].map(|number| {
        eprintln!("writing {number} cases …");
        Cases::write(&gauge.folder, number)
    });
    let mut table = Table::begin();
    if gauge.has("sqlite3") {
        report(&gauge, &mut table, &few, &many);
        commands(&gauge, &mut table, &few, &many);
        import::compare(&gauge, &mut table, many.number);
    } else {
        missing("sqlite3", "nothing is compared with it");
    }
    doctor(&gauge, &mut table, &some, &many);
    match gauge.has("time") {
        true => memory::measure(&gauge, &mut table, &many),
        false => missing("time", "memory is not measured"),
    }
    if !gauge.has("valgrind") {
        missing("valgrind", "instructions are not counted");
    }
    match gauge.has("task") {
        true => taskwarrior::compare(&gauge, &mut table, &many),
        false => missing("task", "nothing is compared with Taskwarrior"),
    }
    eprintln!("{} targets not met", table.missed());
}

fn missing(program: &str, so: &str) {
    eprintln!("{program} is not installed: {so}");
}

/// What is late, against the SQLite shell asked for the same rows; among many cases as among few.
fn report(gauge: &Gauge, table: &mut Table, few: &Cases, many: &Cases) {
    let bare = format!(
        "SELECT c.reference, r.step, r.round, r.due, r.owners, r.detail
         FROM step_row r JOIN cases c ON c.id = r.case_id
         WHERE r.case_open = 1 AND r.status IN ('open', 'blocked') AND r.optional = 0 AND r.due IS NOT NULL
             AND r.urgency < '{TODAY}'
         ORDER BY r.urgency, r.case_key, r.ordinal"
    );
    let json = ["report", "--overdue", "--format", "json"];
    let all = gauge.output(&mut gauge.sisam(&many.path, &json));
    assert_eq!(all.matches("\"overdue\": true").count(), LATE_ROWS);
    assert_eq!(
        all,
        gauge.output(&mut gauge.sisam(&few.path, &json)),
        "the same rows in both files"
    );
    let found = gauge.output(&mut gauge.sqlite3(&many.path, &bare));
    assert_eq!(found.lines().count(), LATE_ROWS);

    let json_of = |file: &Cases| gauge.sisam(&file.path, &json);
    let table_of = |file: &Cases| gauge.sisam(&file.path, &["report", "--overdue"]);
    let shell_of = |file: &Cases| gauge.sqlite3(&file.path, &bare);
    let [sisam, as_json, shell, sisam_few, shell_few] = gauge.medians(
        RUNS,
        [
            Box::new(|_| table_of(many)),
            Box::new(|_| json_of(many)),
            Box::new(|_| shell_of(many)),
            Box::new(|_| table_of(few)),
            Box::new(|_| shell_of(few)),
        ],
    );
    let bare = ("sqlite3, the bare query", shell);
    let what = "`report --overdue`: 1,300 of 1.3 million steps";
    table.compare(what, sisam, bare, Some(2.5));
    table.compare("the same with `--format json`", as_json, bare, Some(2.5));
    let few_cases = "the same rows among 1,000 cases";
    table.compare(
        "sqlite3, the bare query, 100,000 cases",
        shell,
        (few_cases, shell_few),
        None,
    );
    table.compare(
        "`report --overdue`, 100,000 cases",
        sisam,
        (few_cases, sisam_few),
        Some(FLAT),
    );
    if gauge.has("valgrind") {
        let [sisam, shell, few] = [table_of(many), shell_of(many), table_of(few)]
            .map(|command| gauge.instructions(&command));
        table.compare(
            "`report --overdue`",
            sisam,
            ("sqlite3, the bare query", shell),
            None,
        );
        table.compare(
            "`report --overdue`, 100,000 cases",
            sisam,
            (few_cases, few),
            Some(FLAT),
        );
    }
}

/// What is done with one case, against the floor.
fn commands(gauge: &Gauge, table: &mut Table, few: &Cases, many: &Cases) {
    let case = in_time(200);
    let one = |file: &Cases, command: &str| gauge.sisam(&file.path, &[command, &case]);
    let floor = || floor::command(&many.path, |name| gauge.program(name));
    // No case twice: what is done is done.
    let done = |file: &Cases, run: usize| gauge.sisam(&file.path, &["done", &in_time(run), "4"]);
    let plain = gauge.folder.join("plain.db");
    gauge.output(&mut gauge.sqlite3(&plain, "CREATE TABLE t (n); INSERT INTO t VALUES (1)"));
    let sql = |work| format!("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; {work}");
    let (insert, select) = (
        sql("INSERT INTO t VALUES (1)"),
        sql("SELECT n FROM t LIMIT 1"),
    );
    let [
        floored,
        next,
        next_few,
        show,
        show_few,
        done,
        done_few,
        write,
        read,
    ] = gauge.medians(
        RUNS,
        [
            Box::new(|_| floor()),
            Box::new(|_| one(many, "next")),
            Box::new(|_| one(few, "next")),
            Box::new(|_| one(many, "show")),
            Box::new(|_| one(few, "show")),
            Box::new(|run| done(many, run)),
            Box::new(|run| done(few, run)),
            Box::new(|_| gauge.sqlite3(&plain, &insert)),
            Box::new(|_| gauge.sqlite3(&plain, &select)),
        ],
    );
    let beside = ("the floor", floored);
    table.compare("`next CASE`", next, beside, Some(3.0));
    table.compare("`show CASE`", show, beside, Some(3.0));
    let commit = write.less(read);
    table.alone(
        "one commit: sqlite3 writing a row, less reading it",
        commit,
        None,
    );
    table.compare(
        "`done CASE STEP`, less one commit",
        done.less(commit),
        beside,
        Some(3.0),
    );
    let among = [
        ("next CASE", next, next_few),
        ("show CASE", show, show_few),
        ("done CASE STEP", done, done_few),
    ];
    for (what, many, few) in among {
        table.compare(
            &format!("`{what}`, 100,000 cases"),
            many,
            ("1,000 cases", few),
            Some(FLAT),
        );
    }
    if gauge.has("valgrind") {
        let beside = ("the floor", gauge.instructions(&floor()));
        for command in ["next", "show"] {
            let what = format!("`{command} CASE`");
            table.compare(&what, gauge.instructions(&one(many, command)), beside, None);
        }
    }
}

/// Checking everything takes ten times as long for ten times as many cases, if that.
fn doctor(gauge: &Gauge, table: &mut Table, some: &Cases, many: &Cases) {
    if !gauge
        .output(&mut gauge.sisam(&some.path, &["--help"]))
        .contains("  doctor")
    {
        return missing("doctor", "it is still to come");
    }
    let doctor = |file: &Cases| gauge.sisam(&file.path, &["doctor"]);
    let [many, some] = gauge.medians(3, [Box::new(|_| doctor(many)), Box::new(|_| doctor(some))]);
    table.compare(
        "`doctor`, 100,000 cases",
        many,
        ("10,000 cases", some),
        Some(12.0),
    );
}
