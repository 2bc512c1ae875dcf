//! Taskwarrior's `overdue` on as many tasks as there are cases, with as many of them late.

use std::fmt::Write as _;

use super::files::{Cases, LATE_ROWS};
use super::gauge::Gauge;
use super::table::Table;

const RUNS: usize = 5;

/// Compares the two.
pub(crate) fn compare(gauge: &Gauge, table: &mut Table, many: &Cases) {
    for number in [many.number / 10, many.number] {
        let data = format!("tasks-{number}");
        std::fs::create_dir(gauge.folder.join(&data)).unwrap();
        std::fs::write(gauge.folder.join("taskrc"), "confirmation=no\n").unwrap();
        let data = format!("rc.data.location={data}");
        let task = |command: &str| {
            let mut task = gauge.program("task");
            task.args([&data, "rc.verbose=nothing", "rc.gc=off", command]);
            task
        };
        eprintln!("Taskwarrior imports {number} tasks …");
        gauge.feed(&mut task("import"), tasks(number).as_bytes());
        let [theirs, ours] = gauge.medians(
            RUNS,
            [
                Box::new(|_| task("overdue")),
                Box::new(|_| gauge.sisam(&many.path, &["report", "--overdue"])),
            ],
        );
        let what = format!("`report --overdue`, {} cases", many.number);
        let beside = format!("`task overdue`, {number} tasks");
        table.compare(&what, ours, (&beside, theirs), None);
    }
}

fn tasks(number: usize) -> String {
    let mut json = "[".to_owned();
    for task in 0..number {
        let is_late = task % (number / LATE_ROWS) == 0;
        let due = if is_late {
            "20260109T000000Z"
        } else {
            "20370111T000000Z"
        };
        let comma = if task == 0 { "" } else { "," };
        write!(
            json,
            r#"{comma}{{"uuid":"00000000-0000-4000-8000-{task:012}","description":"Step {task}","due":"{due}","entry":"20260101T000000Z","status":"pending"}}"#
        )
        .unwrap();
    }
    json + "]"
}
