//! Flipped bytes anywhere in the file: what is read is a message or what was stored, and a writer makes nothing worse
//! without saying so.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sisam::domain::case::Case;
use sisam::domain::event::{Event, Stamp, What};
use sisam::domain::plan::{PLANNER_VERSION, Plan};
use sisam::domain::report::Standing;
use sisam::routine_file;
use sisam::store::{CaseFile, CaseFilter, OpenOptions, Pick, RowQuery, StoreError};

use super::dice::{Dice, told};
use super::survives;
use crate::harness::Env;

/// A file with three cases and something of everything in them.
fn file() -> (Env, Vec<u8>) {
    let env = Env::new();
    for line in [
        "new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej",
        "new-case --routine sams --ref N2 --date placering=2026-10-01",
        "new-case --routine soderkoping --ref N3 --date placering=2026-12-01 --answer akut=nej --answer skolbyte=ja \
         --answer annan-kommun=nej --answer folkbokford=ja",
        "note N1 hej",
        "set N1 --role socialsekreterare=Team",
        "done N1 1",
        "skip N1 2 --reason a",
        "extend N1 3 --to 2027-03-01 --reason a --decided-by b",
        "undo N1",
        "close N2 --reason klart",
    ] {
        let line: Vec<&str> = line.split_whitespace().chain(["--db", "n.db"]).collect();
        survives(env.sisam(&line), &format!("{line:?}"));
    }
    let bytes = std::fs::read(env.path("n.db")).unwrap();
    (env, bytes)
}

fn opening() -> OpenOptions {
    OpenOptions {
        planner: PLANNER_VERSION,
        patience: Duration::from_millis(10),
        ..OpenOptions::default()
    }
}

/// Reads all there is, as every command together would.
fn read_all(path: &Path) -> Result<(), StoreError> {
    let today = "2026-11-21".parse().unwrap();
    let Some(file) = CaseFile::open_for_reading(path, &opening())? else {
        return Ok(());
    };
    file.read(|reading| {
        let ids = reading.case_ids()?;
        // Whatever one of them says, the next is asked.
        let _ = reading.cases(CaseFilter::All, today, |_| Ok::<_, StoreError>(()));
        let _ = (
            reading.totals(),
            reading.counted_totals(),
            reading.settings(),
            reading.log(),
        );
        let _ = (
            reading.next_reference(2026),
            reading.find("N", CaseFilter::All),
            reading.find("x", CaseFilter::All),
        );
        let picks = [
            Pick::Overdue(today),
            Pick::Missing,
            Pick::Late,
            Pick::Extended,
            Pick::ToDo,
        ];
        for pick in picks {
            let query = RowQuery {
                picks: vec![pick],
                ..RowQuery::default()
            };
            let _ = reading.rows(&query, |_| Ok::<_, StoreError>(()));
        }
        for id in ids.into_iter().take(3) {
            let _ = (reading.rows_of(id), reading.verify_chain(id));
            let Ok(stored) = reading.case_by_id(id) else {
                continue;
            };
            let text = reading.text_of_case(&stored.text_hash);
            let loaded = text.map(|text| routine_file::load(&text.text));
            let form = reading.form(&stored.text_hash).ok().flatten();
            let of_form = form.and_then(|form| routine_file::routine_of_form(&form));
            let of_text = loaded
                .ok()
                .and_then(Result::ok)
                .map(|loaded| loaded.routine);
            let Ok(case) = Case::fold(&stored.events) else {
                continue;
            };
            for routine in [of_form, of_text].into_iter().flatten() {
                let plan = Plan::of(&routine, &case, today);
                let _ = Standing::new(&routine, &case, plan.rows);
            }
        }
        Ok(())
    })
}

/// Adds a note to a case as `note` does, in a file that may be damaged.
fn write_one(path: &Path) -> Result<(), StoreError> {
    let today = "2026-11-21".parse().unwrap();
    let mut file = CaseFile::open_for_writing(path, &opening())?;
    file.write(|change| {
        let stored = change.read().case(&"N1".into())?;
        let mut events = stored.events;
        let last = events
            .last()
            .map_or((0, 0), |event| (event.seq, event.change));
        let noted = Event {
            seq: last.0.saturating_add(1),
            change: last.1.saturating_add(1),
            stamp: Stamp {
                at: "2026-11-21T00:00:00Z".to_owned(),
                day: today,
                today_given: true,
                who: "prov".to_owned(),
            },
            what: What::Noted {
                step: None,
                text: "ny".to_owned(),
            },
        };
        events.push(noted.clone());
        let damaged = |what: &str| StoreError::Damaged(what.to_owned());
        let text = change.read().text_of_case(&stored.text_hash)?;
        let loaded = routine_file::load(&text.text).map_err(|_| damaged("text"))?;
        let case = Case::fold(&events).map_err(|_| damaged("history"))?;
        let plan = Plan::of(&loaded.routine, &case, today);
        change.append(
            stored.id,
            &[noted],
            &Standing::new(&loaded.routine, &case, plan.rows),
        )
    })
}

/// Whether the notes and all else of a case are as they were, its chain whole.
fn history(path: &Path) -> Option<Vec<Event>> {
    let file = CaseFile::open_for_reading(path, &opening()).ok()??;
    file.read(|reading| {
        let stored = reading.case(&"N1".into())?;
        let whole = reading.verify_chain(stored.id)?.is_none();
        Ok::<_, StoreError>(whole.then_some(stored.events))
    })
    .ok()?
}

/// Spoils the file so many times; each time it is read and then written. `seed` makes another run of it.
fn spoil(times: usize, seed: u64) {
    let (env, whole) = file();
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("n.db");
    let before = history(&env.path("n.db")).unwrap();
    let mut dice = Dice(seed);
    for round in 0..times {
        let mut bytes = whole.clone();
        dice.spoil(&mut bytes);
        std::fs::write(&path, &bytes).unwrap();
        let _ = read_all(&path);
        assert!(
            bytes == std::fs::read(&path).unwrap(),
            "round {round} of {seed}: reading wrote"
        );
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "round {round} of {seed}: reading left a file"
        );
        let was_whole = history(&path).is_some_and(|events| events == before);
        if write_one(&path).is_ok() && was_whole {
            let after = history(&path);
            let kept = after.as_ref().is_some_and(|events| {
                events.len() == before.len() + 1 && events.starts_with(&before)
            });
            assert!(
                kept,
                "round {round} of {seed}: a whole history was spoilt by writing to it"
            );
        }
        for left in std::fs::read_dir(folder.path()).unwrap() {
            std::fs::remove_file(left.unwrap().path()).unwrap();
        }
    }
}

#[test]
fn bytes_flipped_anywhere_are_read_and_written_without_a_bug() {
    spoil(150, 0x7369_7361);
}

/// Longer, by hand: `SISAM_FLIPS=100000 cargo test --test it -- --ignored flips_without_end`.
#[test]
#[ignore = "takes as long as it is told to"]
fn flips_without_end() {
    let times = usize::try_from(told("SISAM_FLIPS", 10_000)).unwrap();
    spoil(times, told("SISAM_SEED", 1));
}

#[test]
fn the_program_survives_flipped_bytes() {
    let (env, whole) = file();
    let mut dice = Dice(0x7369_7361_6d01);
    let reading = [
        "list --all",
        "show N1",
        "log N1",
        "report --details",
        "report --overdue",
        "next",
        "why N1 3",
        "next N1",
    ];
    let writing = [
        "done N1 4",
        "note N1 y",
        "undo N1",
        "set N1 --answer akut=ja",
        "close N1",
        "reopen N2 --reason x",
        "new-case --routine bbic-flode --date start=2026-11-02",
    ];
    for _ in 0..60 {
        let mut bytes = whole.clone();
        dice.spoil(&mut bytes);
        std::fs::write(env.path("n.db"), &bytes).unwrap();
        let line = reading[dice.next(reading.len())];
        survives(env.line(&format!("{line} --db n.db")), line);
        assert!(bytes == std::fs::read(env.path("n.db")).unwrap(), "{line}");
        let line = writing[dice.next(writing.len())];
        survives(env.line(&format!("{line} --db n.db")), line);
    }
}
