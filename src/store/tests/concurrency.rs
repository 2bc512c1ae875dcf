//! Several at once.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::samples::{Home, note, open_case, open_with, opening};
use crate::store::{CaseFile, OpenOptions, StoreError};

#[test]
fn a_second_writer_waits_and_then_sees_what_the_first_did() {
    let home = Home::new();
    let mut first = home.write();
    let id = open_case(&mut first, "A", Vec::new());
    let patient = OpenOptions {
        patience: Duration::from_secs(20),
        ..opening()
    };
    let mut second = CaseFile::open_for_writing(&home.path(), &patient).unwrap();
    let (started, has_started) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            first
                .write(|change| {
                    started.send(()).unwrap();
                    thread::sleep(Duration::from_millis(200));
                    change.append(id, &[note(2, "första")], &open_with(Vec::new()))
                })
                .unwrap();
        });
        has_started.recv().unwrap();
        let events = second
            .write(|change| change.read().case(&"A".into()))
            .unwrap()
            .events;
        assert_eq!(events[1], note(2, "första"));
    });
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how long it waited is what is tested"
)]
fn who_waits_too_long_is_told_that_the_file_is_busy() {
    let home = Home::new();
    let mut first = home.write();
    let mut second = home.write();
    let id = open_case(&mut first, "A", Vec::new());
    first
        .write(|change| {
            let started = Instant::now();
            let refused = second.write(|_| Ok::<_, StoreError>(()));
            assert_eq!(refused, Err(StoreError::Busy));
            assert!(started.elapsed() >= opening().patience);
            change.append(id, &[note(2, "x")], &open_with(Vec::new()))
        })
        .unwrap();
    second.write(|_| Ok::<_, StoreError>(())).unwrap();
}

#[test]
fn a_reader_is_not_kept_out_by_a_change_under_way_and_sees_none_of_it() {
    let home = Home::new();
    let mut writer = home.write();
    let id = open_case(&mut writer, "A", Vec::new());
    let reader = home.read();
    writer
        .write(|change| {
            change.append(id, &[note(2, "x")], &open_with(Vec::new()))?;
            let seen = reader.read(|file| file.case(&"A".into()))?;
            assert_eq!(seen.events.len(), 1);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(
        reader
            .read(|file| file.case(&"A".into()))
            .unwrap()
            .events
            .len(),
        2
    );
}

#[test]
fn many_who_make_the_same_file_at_once_make_one() {
    let home = Home::new();
    let patient = OpenOptions {
        patience: Duration::from_secs(20),
        ..opening()
    };
    thread::scope(|scope| {
        for number in 0..8 {
            let (path, patient) = (home.path(), &patient);
            scope.spawn(move || {
                let mut file = CaseFile::open_for_writing(&path, patient).unwrap();
                open_case(&mut file, &format!("case-{number}"), Vec::new());
            });
        }
    });
    let file = home.read();
    assert_eq!(file.read(|file| file.case_ids()).unwrap().len(), 8);
    assert_eq!(file.read(|file| file.totals()).unwrap().open_cases, 8);
}

#[cfg(unix)]
#[test]
fn what_is_written_goes_to_the_file_that_the_path_leads_to() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let other = home.path().with_extension("other");
    std::fs::copy(home.path(), &other).unwrap();
    std::fs::rename(&other, home.path()).unwrap();
    file.write(|change| change.append(id, &[note(2, "kvar")], &open_with(Vec::new())))
        .unwrap();
    let there = CaseFile::open_for_reading(&home.path(), &opening())
        .unwrap()
        .unwrap();
    let events = there.read(|file| file.case(&"A".into())).unwrap().events;
    assert_eq!(events[1], note(2, "kvar"));
}
