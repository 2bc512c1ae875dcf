//! `report --overdue` with a hundred late rows, among a thousand cases and among a hundred thousand: it should take
//! about as long. Measured are the program as it is run, and the file's part of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark that cannot go on says so"
)]
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "criterion keeps its estimates to itself: the ratio is measured and told here"
)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion};
use sisam::domain::decide::{Draft, Opening};
use sisam::domain::event::{Event, Stamp};
use sisam::domain::plan::{PLANNER_VERSION, Plan};
use sisam::domain::report::Standing;
use sisam::routine_file::{Library, Loaded, Lookup};
use sisam::store::{self, CaseFile, NewCase, Pick, RoutineText, RowQuery, StoreError};

const TODAY: &str = "2026-11-21";
const LATE_ROWS: usize = 100;
const SIZES: [usize; 2] = [1_000, 100_000];
/// Runs of which the median is told.
const RUNS: usize = 31;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let files = SIZES.map(|cases| {
        let begun = Instant::now();
        let file = folder.path().join(format!("{cases}.db"));
        case_file(&file, cases);
        eprintln!("{cases} cases written in {:.1?}", begun.elapsed());
        (cases, file)
    });
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    compare(&mut criterion, "report --overdue", &files, program);
    compare(
        &mut criterion,
        "overdue rows and totals",
        &files,
        rows_and_totals,
    );
    criterion.final_summary();
}

/// Measures the same work on each file, and tells how much longer it takes on the last than on the first.
fn compare(
    criterion: &mut Criterion,
    name: &str,
    files: &[(usize, PathBuf)],
    work: fn(&Path) -> usize,
) {
    let mut group = criterion.benchmark_group(name);
    for (cases, file) in files {
        assert_eq!(work(file), LATE_ROWS, "{name} among {cases} cases");
        group.bench_with_input(BenchmarkId::from_parameter(cases), file, |bencher, file| {
            bencher.iter(|| black_box(work(file)));
        });
    }
    group.finish();
    let medians: Vec<_> = files
        .iter()
        .map(|(_, file)| median(|| work(file)))
        .collect();
    if let [few, many] = medians.as_slice() {
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        eprintln!(
            "{name}: {few:.2?} among {}, {many:.2?} among {}: ratio {ratio:.2}\n",
            SIZES[0], SIZES[1]
        );
    }
}

fn median(work: impl Fn() -> usize) -> Duration {
    let time = |_| {
        let begun = Instant::now();
        black_box(work());
        begun.elapsed()
    };
    let mut times: Vec<_> = (0..RUNS).map(time).collect();
    times.sort();
    times[RUNS / 2]
}

/// The program as it is run; the rows it prints.
fn program(file: &Path) -> usize {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sisam"));
    command
        .args([
            "report",
            "--overdue",
            "--today",
            TODAY,
            "--lang",
            "sv",
            "--db",
        ])
        .arg(file);
    let output = command.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter(|line| line.starts_with("2026-"))
        .count()
}

/// What the file has to do for it: opened, the rows found, the sums read.
fn rows_and_totals(file: &Path) -> usize {
    let file = CaseFile::open_for_reading(file, &opening())
        .unwrap()
        .unwrap();
    let query = RowQuery {
        picks: vec![Pick::Overdue(today())],
        ..RowQuery::default()
    };
    let found = file.read(|reading| {
        let mut rows = 0;
        reading.rows(&query, |row| {
            black_box(row);
            rows += 1;
            Ok::<_, StoreError>(())
        })?;
        black_box(reading.totals()?);
        Ok::<_, StoreError>(rows)
    });
    found.unwrap()
}

/// A file with so many cases, a hundred of which have a step that is late.
fn case_file(path: &Path, cases: usize) {
    let Lookup::Found(loaded) = Library::built_in().get("nacka") else {
        panic!("nacka is built in");
    };
    // Every case has the same history, so that only storing them takes time.
    let in_time = history(&loaded, None);
    let late = history(&loaded, Some("2026-11-16"));
    let routine = RoutineText {
        hash: loaded.text_hash.clone(),
        id: loaded.routine.id.clone(),
        version: loaded.routine.version.clone(),
        text: loaded.text.clone(),
    };
    let mut file = CaseFile::open_for_writing(path, &opening()).unwrap();
    let written = file.write(|change| {
        for number in 0..cases {
            let is_late = number % (cases / LATE_ROWS) == 0;
            let (events, standing) = if is_late { &late } else { &in_time };
            change.open_case(NewCase {
                reference: &format!("2026-{number:06}").into(),
                routine: &routine,
                events,
                standing,
            })?;
        }
        Ok::<_, StoreError>(())
    });
    written.unwrap();
}

/// A case before its admission; with the day its investigation began, the first step was due then.
fn history(loaded: &Loaded, investigation: Option<&str>) -> (Vec<Event>, Standing) {
    let stamp = Stamp {
        at: format!("{TODAY}T00:00:00Z"),
        day: today(),
        today_given: true,
        who: "bench".to_owned(),
    };
    let opening = Opening {
        text_hash: loaded.text_hash.clone(),
        ..Opening::default()
    };
    let mut draft = Draft::open(&loaded.routine, opening, stamp).unwrap();
    draft
        .set_date(&"inskrivning".into(), Some(day("2027-01-11")))
        .unwrap();
    draft
        .set_date(&"utredning".into(), investigation.map(day))
        .unwrap();
    draft.answer(&"akut".into(), "no").unwrap();
    let decision = draft.finish().unwrap();
    let plan = Plan::of(&loaded.routine, &decision.case, today());
    let standing = Standing::new(&loaded.routine, &decision.case, plan.rows);
    (decision.events, standing)
}

fn opening() -> store::Opening {
    store::Opening {
        planner: PLANNER_VERSION,
        ..store::Opening::default()
    }
}

fn today() -> NaiveDate {
    day(TODAY)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
