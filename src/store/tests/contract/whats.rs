//! Every sort of event comes back as it was stored.

use super::samples::{Home, day, event, open_case, open_with};
use crate::domain::due_rule::Basis;
use crate::domain::event::{RoundDates, What};
use crate::domain::school::{SchoolCalendar, SchoolTerm};

fn dates() -> RoundDates {
    RoundDates {
        earliest: Some(day("2026-10-01")),
        raw_due: Some(day("2026-11-01")),
        original_due: Some(day("2026-11-02")),
        due: Some(day("2026-11-09")),
        since: Some(day("2026-09-01")),
        basis: Some(Basis::Law),
    }
}

pub(in crate::store::tests) fn every_sort() -> Vec<What> {
    let step = || "9a".into();
    let text = || "tvåspråkig text med \"citat\", ny\nrad och {\"text\": \"x\"}".to_owned();
    let on = Some(day("2026-11-02"));
    vec![
        What::Opened {
            routine: "prov".into(),
            version: "1".to_owned(),
            text_hash: "ab".repeat(32),
            trigger: Some("enstaka".into()),
            continues: Some("2025-003".into()),
            first_opened: on,
        },
        What::DateSet {
            date: "inskrivning".into(),
            on,
        },
        What::DateSet {
            date: "inskrivning".into(),
            on: None,
        },
        What::Answered {
            question: "akut".into(),
            value: Some("yes".to_owned()),
        },
        What::Answered {
            question: "fri".into(),
            value: Some(text()),
        },
        What::Answered {
            question: "fri".into(),
            value: None,
        },
        What::RoleHeld {
            role: "rektor".into(),
            by: Some(text()),
        },
        What::RoleHeld {
            role: "rektor".into(),
            by: None,
        },
        What::Taken {
            step: step(),
            role: Some("rektor".into()),
        },
        What::Planned { step: step(), on },
        What::ItemDone {
            step: step(),
            round: 1,
            item: "a".into(),
            on: None,
            despite: Some(text()),
            decided_by: Some(text()),
        },
        What::ItemSkipped {
            step: step(),
            round: 1,
            item: "b".into(),
            reason: text(),
        },
        What::Done {
            step: step(),
            round: 1,
            on,
            dates: dates(),
            despite: Some(text()),
            decided_by: Some(text()),
        },
        What::Done {
            step: step(),
            round: 2,
            on: None,
            dates: RoundDates::default(),
            despite: None,
            decided_by: None,
        },
        What::DayKnown {
            step: step(),
            round: 2,
            on: day("2026-11-02"),
            despite: Some(text()),
            decided_by: Some(text()),
        },
        What::Skipped {
            step: step(),
            round: 3,
            on: day("2026-11-02"),
            reason: text(),
            dates: dates(),
        },
        What::RoundsOpened {
            by: step(),
            on: day("2026-11-02"),
            opened: [("8".into(), 2)].into(),
            kept: [("9".into(), 1)].into(),
        },
        What::Extended {
            step: step(),
            round: 1,
            to: day("2026-12-24"),
            reason: text(),
            decided_by: text(),
        },
        What::Noted {
            step: Some(step()),
            text: String::new(),
        },
        What::Noted {
            step: None,
            text: "n".repeat(1_000_000),
        },
        What::Protected {
            hidden: true,
            since: None,
        },
        What::Exported {
            events: 12,
            head: "ab".repeat(32),
            file: Some(text()),
        },
        What::Exported {
            events: 12,
            head: "ab".repeat(32),
            file: None,
        },
        What::Closed {
            reason: Some(text()),
            continued_by: Some("2026-002".into()),
        },
        What::Closed {
            reason: None,
            continued_by: None,
        },
        What::Reopened { reason: text() },
        What::Undone { undoes: 3 },
        What::BroughtOver { up_to: 1 },
        What::Redacted {
            // None of those here: their texts stand.
            redacts: 99,
            reason: text(),
        },
        What::Added {
            step: "egen-1".into(),
            title: text(),
            to: on,
            role: Some("rektor".into()),
            phase: None,
            after: Some(step()),
        },
        What::DateConfirmed {
            date: "inskrivning".into(),
        },
        What::TriggerSet {
            trigger: Some("enstaka".into()),
        },
        What::Reminded {
            step: step(),
            round: 1,
            unanswered: true,
        },
        What::CalendarSet {
            calendar: SchoolCalendar {
                title: "Läsåret 2026/27".to_owned(),
                terms: vec![SchoolTerm {
                    title: "HT".to_owned(),
                    first: day("2026-08-17"),
                    last: day("2026-12-18"),
                }],
                off: Vec::new(),
            },
        },
    ]
}

/// Does not compile when a sort of event is added; then it belongs in the list above, and here.
fn number_of(what: &What) -> usize {
    match what {
        What::Opened { .. } => 0,
        What::DateSet { .. } => 1,
        What::Answered { .. } => 2,
        What::RoleHeld { .. } => 3,
        What::Taken { .. } => 4,
        What::Planned { .. } => 5,
        What::ItemDone { .. } => 6,
        What::ItemSkipped { .. } => 7,
        What::Done { .. } => 8,
        What::DayKnown { .. } => 9,
        What::Skipped { .. } => 10,
        What::RoundsOpened { .. } => 11,
        What::Extended { .. } => 12,
        What::Noted { .. } => 13,
        What::Protected { .. } => 14,
        What::Closed { .. } => 15,
        What::Reopened { .. } => 16,
        What::Undone { .. } => 17,
        What::Reminded { .. } => 18,
        What::CalendarSet { .. } => 19,
        What::DateConfirmed { .. } => 20,
        What::TriggerSet { .. } => 21,
        What::Exported { .. } => 22,
        What::Redacted { .. } => 23,
        What::BroughtOver { .. } => 24,
        What::Added { .. } => 25,
    }
}

#[test]
fn every_sort_of_event_comes_back_as_it_was_stored() {
    let covered: std::collections::BTreeSet<_> = every_sort().iter().map(number_of).collect();
    assert_eq!(covered.len(), 26);

    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let events: Vec<_> = (2..)
        .zip(every_sort())
        .map(|(seq, what)| event(seq, what))
        .collect();
    file.write(|change| change.append(id, &events, &open_with(Vec::new())))
        .unwrap();
    let stored = file.read(|file| file.case(&"A".into())).unwrap().events;
    assert_eq!(stored[1..], events);
    assert_eq!(file.read(|file| file.verify_chain(id)).unwrap(), None);
}

#[test]
fn every_text_of_every_sort_of_event_lies_beside_it_and_can_be_taken_out() {
    let home = Home::new();
    let mut file = home.write();
    let mut taken_out = std::collections::BTreeSet::new();
    for (number, what) in every_sort().into_iter().enumerate() {
        let id = open_case(&mut file, &format!("c{number}"), Vec::new());
        let recorded = event(2, what.clone());
        file.write(|change| change.append(id, &[recorded], &open_with(Vec::new())))
            .unwrap();
        let keys: Vec<&str> = what.texts().into_iter().map(|(_, key, _)| key).collect();
        let held = file.read(|file| file.texts_of(id)).unwrap();
        let mut beside: Vec<_> = held.iter().map(|text| text.part.as_str()).collect();
        beside.sort_by_key(|key| keys.iter().position(|known| known == key));
        assert_eq!(beside, keys, "{what:?}");
        if keys.is_empty() {
            continue;
        }

        let said = What::Redacted {
            redacts: 2,
            reason: "fel".to_owned(),
        };
        let count = file.write(|change| change.redact(id, 2, &[event(3, said)]));
        assert_eq!(count.unwrap(), keys.len());
        let stored = file.read(|file| file.case_by_id(id)).unwrap().events;
        for (_, key, text) in stored[1].what.texts() {
            assert_eq!(text, crate::domain::texts::REDACTED, "{key} of {what:?}");
            taken_out.insert((number_of(&what), key));
        }
        assert_eq!(file.read(|file| file.verify_chain(id)).unwrap(), None);
    }
    // One for each text field there is; a new one belongs in the samples above.
    assert_eq!(taken_out.len(), 18);
}
