//! Case files that differ in nothing but how many cases they hold: the same ones are late in each.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sisam::domain::decide::{Draft, Opening};
use sisam::domain::event::{Event, Stamp};
use sisam::domain::plan::{PLANNER_VERSION, Plan};
use sisam::domain::report::Standing;
use sisam::routine_file::{Library, Loaded};
use sisam::store::{self, CaseFile, NewCase, RoutineText, StoreError};

/// The day it is.
pub(crate) const TODAY: &str = "2026-11-21";
/// Cases that are late, with two late steps each.
const LATE_CASES: usize = 650;
/// Steps that are late.
pub(crate) const LATE_ROWS: usize = 2 * LATE_CASES;

/// A case file.
pub(crate) struct Cases {
    /// How many cases it holds, all of them open.
    pub(crate) number: usize,
    /// Where it lies.
    pub(crate) path: PathBuf,
}

impl Cases {
    /// Writes a file with so many cases.
    pub(crate) fn write(folder: &Path, number: usize) -> Self {
        let path = folder.join(format!("{number}.db"));
        // Every case has one of three histories, so that only storing them takes time.
        let late = History::of("soderkoping", "2026-11-10", "placering", "2026-11-10");
        let long = History::of("soderkoping", TODAY, "placering", "2027-01-11");
        let short = History::of("nacka", TODAY, "inskrivning", "2027-01-11");
        let opening = store::OpenOptions {
            planner: PLANNER_VERSION,
            ..store::OpenOptions::default()
        };
        let mut file = CaseFile::open_for_writing(&path, &opening).unwrap();
        let written = file.write(|change| {
            let (mut lates, mut longs, mut shorts) = (0, 0, 0);
            for place in 0..number {
                // The late ones lie among the others, as far from each other as can be.
                let is_late = place * LATE_CASES / number >= lates;
                let (reference, history) = match (is_late, place % 7) {
                    (true, _) => (next("late", &mut lates), &late),
                    (false, 0) => (next("short", &mut shorts), &short),
                    (false, _) => (next("in-time", &mut longs), &long),
                };
                change.open_case(NewCase {
                    reference: &reference.into(),
                    routine: &history.routine,
                    events: &history.events,
                    standing: &history.standing,
                })?;
            }
            assert_eq!(lates, LATE_CASES);
            Ok::<_, StoreError>(())
        });
        written.unwrap();
        Self { number, path }
    }
}

/// The reference of a case that is not late.
pub(crate) fn in_time(number: usize) -> String {
    format!("in-time-{number}")
}

/// The next reference of a sort.
fn next(sort: &str, count: &mut usize) -> String {
    *count += 1;
    format!("{sort}-{}", *count - 1)
}

/// What a case is opened with.
struct History {
    routine: RoutineText,
    events: Vec<Event>,
    standing: Standing,
}

impl History {
    /// A case opened on a day, with one key date.
    fn of(id: &str, opened: &str, key_date: &str, on: &str) -> Self {
        let loaded = built_in(id);
        let stamp = Stamp {
            at: format!("{opened}T00:00:00Z"),
            day: day(opened),
            today_given: true,
            who: "bench".to_owned(),
        };
        let opening = Opening {
            text_hash: loaded.text_hash.clone(),
            ..Opening::default()
        };
        let mut draft = Draft::open(&loaded.routine, opening, stamp).unwrap();
        draft.set_date(&key_date.into(), Some(day(on))).unwrap();
        let decision = draft.finish().unwrap();
        let plan = Plan::of(&loaded.routine, &decision.case, day(TODAY));
        Self {
            standing: Standing::new(&loaded.routine, &decision.case, plan.rows),
            events: decision.events,
            routine: RoutineText {
                hash: loaded.text_hash,
                id: loaded.routine.id,
                version: loaded.routine.version,
                text: loaded.text,
            },
        }
    }
}

fn built_in(id: &str) -> Loaded {
    match Library::built_in().get(id) {
        Some(Ok(loaded)) => loaded,
        _ => panic!("{id} is built in"),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
