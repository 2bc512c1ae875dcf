//! The memory of every command that reads.

use super::files::{Cases, in_time};
use super::gauge::Gauge;
use super::table::{Amount, Table};

/// The most that any of them may take.
const MOST: Amount = Amount::Memory(64.0);

/// Measures each.
pub(crate) fn measure(gauge: &Gauge, table: &mut Table, many: &Cases) {
    let case = in_time(200);
    let commands: [&[&str]; 18] = [
        &[],
        &["--format", "json"],
        &["list"],
        &["list", "--all", "--format", "json"],
        &["next"],
        &["next", "--format", "json"],
        &["report"],
        &["report", "--format", "json"],
        &["report", "--overdue", "--format", "json"],
        &["report", "--late", "--format", "json"],
        &["report", "--within", "90"],
        &["report", "--within", "90", "--format", "json"],
        &["report", "--missing"],
        &["report", "--missing", "--format", "json"],
        &["report", "--by", "case"],
        &[
            "report",
            "--extended",
            "--late",
            "--missing",
            "--overdue",
            "--within",
            "900",
            "--format",
            "json",
        ],
        &["show", &case],
        &["why", &case, "4"],
    ];
    let mut most: Option<(&str, Amount)> = None;
    let lines: Vec<_> = commands
        .iter()
        .map(|arguments| arguments.join(" ").replace(&case, "CASE"))
        .collect();
    for (arguments, line) in commands.iter().zip(&lines) {
        let taken = gauge.memory(&gauge.sisam(&many.path, arguments));
        eprintln!("sisam {line}: {taken}");
        if most.is_none_or(|(_, most)| taken.value() > most.value()) {
            most = Some((line, taken));
        }
    }
    let (line, most) = most.unwrap();
    let what = format!(
        "memory: the most of {} reading commands, `sisam {line}`",
        lines.len()
    );
    table.alone(&what, most, Some(MOST));
    let done = gauge.sisam(&many.path, &["done", &in_time(201), "4"]);
    table.alone("memory: `done CASE STEP`", gauge.memory(&done), Some(MOST));
}
