//! How many instructions commands take, held against the floor and against what is written in `benches/instructions.txt`:
//! `cargo bench --locked --bench count`. Instructions are the same however busy the machine is.
//!
//! A command that takes 5 % more than is written, relative to the floor of the same run, is an error;
//! who changes a figure says why in the commit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark runs programs, prints what it found, and says so when it cannot go on"
)]

#[path = "../compare/floor.rs"]
mod floor;

use std::path::PathBuf;
use std::process::{Command, Stdio};

const TODAY: &str = "2026-11-21";
/// How much more than written a command may take.
const SLACK: f64 = 1.05;
/// What reads the command line, and a command whose tree is among the largest.
const READING: &str = "*cli::read_named";
const LONG: &str = "new-case --routine nacka --date inskrivning=2026-12-09";
/// What loading the program may differ by from system to system, in millions.
const LOADER: f64 = 0.05;
const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/instructions.txt");

fn main() {
    if floor::was_run() {
        return;
    }
    let gauge = Gauge::new();
    let written = std::fs::read_to_string(FIGURES).unwrap();
    let figures: Vec<Figure> = written.lines().filter_map(Figure::read).collect();
    let counts = gauge.counts();
    let names: Vec<_> = figures.iter().map(|figure| figure.name.as_str()).collect();
    let counted: Vec<_> = counts.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, counted, "every count has a line in {FIGURES}");
    let floor = (counts[0].1, figures[0].millions);
    println!("| what | M instructions | × the floor | written | goal |\n|---|---|---|---|---|");
    let mut slower = Vec::new();
    for ((name, count), figure) in counts.iter().zip(&figures) {
        println!(
            "| {name} | {count:.3} | {:.2} | {:.3} | {} |",
            count / floor.0,
            figure.millions,
            figure.goal
        );
        let allowed = SLACK * figure.millions / floor.1 * floor.0;
        let is_whole_program = figure.millions > 0.5;
        if *count > allowed && !(is_whole_program && count - allowed < LOADER) {
            slower.push(*name);
        }
    }
    assert!(slower.is_empty(), "more than is written: {slower:?}");
}

/// A line of the file of figures: name, millions of instructions, goal.
struct Figure {
    name: String,
    millions: f64,
    goal: String,
}

impl Figure {
    fn read(line: &str) -> Option<Self> {
        let mut cells = line.split('|').map(str::trim);
        let name = cells.next().filter(|name| !name.starts_with('#'))?;
        Some(Self {
            name: name.to_owned(),
            millions: cells.next()?.parse().unwrap(),
            goal: cells.next()?.to_owned(),
        })
    }
}

struct Gauge {
    home: tempfile::TempDir,
}

impl Gauge {
    /// A home with a file of a few cases and one of many late ones.
    fn new() -> Self {
        let gauge = Self {
            home: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        };
        for (file, cases) in [("small.db", 5), ("late.db", 105)] {
            let line = "nacka;2026-11-10\n".repeat(cases);
            let table = gauge.home.path().join("cases.csv");
            std::fs::write(&table, format!("routine;date:inskrivning\n{line}")).unwrap();
            let opened = gauge
                .sisam(file, "new-case --yes --from cases.csv")
                .stdout(Stdio::null())
                .status();
            assert!(opened.unwrap().success());
        }
        gauge
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs([
                ("SISAM_LANG", "sv"),
                ("SISAM_TODAY", TODAY),
                ("SISAM_USER", "bench"),
            ])
            .env("HOME", self.home.path())
            .current_dir(self.home.path())
            .stdin(Stdio::null());
        command
    }

    fn sisam(&self, file: &str, line: &str) -> Command {
        let mut command = self.program(env!("CARGO_BIN_EXE_sisam"));
        command.env("SISAM_DB", self.path(file));
        command.args(line.split(' '));
        command
    }

    fn counts(&self) -> Vec<(&'static str, f64)> {
        let floor = floor::command(&self.path("small.db"), |name| self.program(name));
        let small = |line| self.count(&self.sisam("small.db", line));
        let late = |line| self.count(&self.sisam("late.db", line));
        let (few, many) = ("report --overdue", "report --overdue --format json");
        let rows = 4.0 * 100.0;
        vec![
            ("the floor", self.count(&floor)),
            ("--version", small("--version")),
            (
                "reading the command line",
                self.count_in(READING, &self.sisam("small.db", LONG)),
            ),
            ("show CASE", small("show 2026-001")),
            ("next CASE", small("next 2026-001")),
            ("report --overdue, 20 rows", small(few)),
            ("a row of it shown", (late(few) - small(few)) / rows),
            ("a row of it as JSON", (late(many) - small(many)) / rows),
        ]
    }

    /// Millions of instructions.
    fn count(&self, measured: &Command) -> f64 {
        self.count_with(&[], measured)
    }

    /// The same, of one function and what it calls.
    fn count_in(&self, function: &str, measured: &Command) -> f64 {
        self.count_with(&[&format!("--toggle-collect={function}")], measured)
    }

    fn count_with(&self, options: &[&str], measured: &Command) -> f64 {
        let mut command = self.program("valgrind");
        command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        command
            .args(options)
            .arg(measured.get_program())
            .args(measured.get_args());
        for (name, value) in measured.get_envs() {
            command.env(name, value.unwrap_or_default());
        }
        let output = command.stdout(Stdio::null()).output().expect("valgrind");
        let told = String::from_utf8_lossy(&output.stderr);
        let collected = told
            .lines()
            .find_map(|line| line.split_once("Collected : "));
        let collected = collected.unwrap_or_else(|| panic!("{command:?}: {told}")).1;
        collected.trim().parse::<f64>().unwrap() / 1e6
    }
}
