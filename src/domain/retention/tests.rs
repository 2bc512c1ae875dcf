//! The rules, case by case.

use super::*;
use crate::domain::event::Stamp;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A case closed on a day, on which its last entry is.
fn closed(on: &str) -> RetentionFacts {
    RetentionFacts {
        closed: Some(day(on)),
        placed_child: false,
        report_made: false,
        placement_end: None,
        opened: day("2026-01-01"),
        last_entry: day(on),
    }
}

fn ended(on: &str) -> Option<(NaiveDate, Since)> {
    Some((day(on), Since::PlacementEnd("utskrivning".into())))
}

/// The days of a duty; an empty one is none.
fn days(retention: &Retention) -> (String, String) {
    match retention {
        Retention::MustGo { from, by, .. } => {
            let by = by.map(|by| by.to_string());
            (from.to_string(), by.unwrap_or_default())
        }
        other => (format!("{other:?}"), String::new()),
    }
}

const KINDS: [FileKind; 3] = [FileKind::Worklist, FileKind::Record, FileKind::Plan(5)];

#[test]
fn five_years_end_on_the_same_day_and_the_duty_by_the_end_of_the_next_year() {
    for (on, from, by) in [
        ("2026-11-22", "2031-11-22", "2032-12-31"),
        ("2026-01-01", "2031-01-01", "2032-12-31"),
        ("2026-12-31", "2031-12-31", "2032-12-31"),
        ("2027-01-01", "2032-01-01", "2033-12-31"),
        // Where the month lacks the day, on its last: lag (1930:173) 1 §.
        ("2024-02-29", "2029-02-28", "2030-12-31"),
        ("2028-02-28", "2033-02-28", "2034-12-31"),
        ("2023-03-01", "2028-03-01", "2029-12-31"),
    ] {
        for kind in KINDS {
            let by = match kind {
                FileKind::Plan(_) => "",
                _ => by,
            };
            let found = days(&Retention::of(kind, &closed(on)));
            assert_eq!(found, (from.to_owned(), by.to_owned()), "{kind:?} {on}");
        }
    }
    let found = Retention::of(FileKind::Plan(4), &closed("2024-02-29"));
    assert_eq!(days(&found).0, "2028-02-29", "a leap day again");
}

#[test]
fn each_kind_of_file_and_state_of_a_case_has_its_rule() {
    let plain = closed("2026-11-22");
    let placed = RetentionFacts {
        placed_child: true,
        ..plain.clone()
    };
    let with_end = RetentionFacts {
        placement_end: ended("2026-06-10"),
        ..placed.clone()
    };
    // A placement that was to end after the case was closed.
    let ends_later = RetentionFacts {
        placement_end: ended("2027-02-01"),
        ..placed.clone()
    };
    let later_entry = RetentionFacts {
        last_entry: day("2027-03-01"),
        ..plain.clone()
    };
    let reported = RetentionFacts {
        report_made: true,
        ..plain.clone()
    };
    let both = RetentionFacts {
        placed_child: true,
        ..reported.clone()
    };
    for (facts, worklist, record, plan) in [
        (&plain, "2031-11-22", "2031-11-22", "2031-11-22"),
        (&placed, "2031-11-22", "MustStay", "2031-11-22"),
        (&with_end, "2031-06-10", "MustStay", "2031-11-22"),
        (&ends_later, "2032-02-01", "MustStay", "2031-11-22"),
        (&later_entry, "2031-11-22", "2032-03-01", "2031-11-22"),
        (&reported, "2031-11-22", "2056-01-01", "2031-11-22"),
        (&both, "2031-11-22", "MustStay", "2031-11-22"),
    ] {
        for (kind, expected) in KINDS.into_iter().zip([worklist, record, plan]) {
            assert_eq!(
                days(&Retention::of(kind, facts)).0,
                expected,
                "{kind:?} {facts:?}"
            );
            let open = RetentionFacts {
                closed: None,
                ..facts.clone()
            };
            assert_eq!(Retention::of(kind, &open), Retention::Open, "{kind:?}");
        }
    }
}

#[test]
fn thirty_years_after_a_report_count_only_while_they_are_longer_than_five_after_the_last_entry() {
    let facts = |last_entry: &str| RetentionFacts {
        report_made: true,
        ..closed(last_entry)
    };
    for (last_entry, from, what) in [
        ("2050-12-31", "2056-01-01", Since::Opening),
        ("2051-01-01", "2056-01-01", Since::LastEntry),
        ("2051-01-02", "2056-01-02", Since::LastEntry),
    ] {
        let found = Retention::of(FileKind::Record, &facts(last_entry));
        assert_eq!(days(&found).0, from);
        let Retention::MustGo { since, .. } = found else {
            panic!("{found:?}");
        };
        assert_eq!(since, what, "{last_entry}");
    }
}

#[test]
fn a_day_beyond_the_calendar_is_no_crash() {
    for kind in KINDS {
        let end = RetentionFacts {
            closed: Some(NaiveDate::MAX),
            last_entry: NaiveDate::MAX,
            ..closed("2026-01-01")
        };
        assert_eq!(Retention::of(kind, &end).keeps_until(), NaiveDate::MAX);
    }
}

#[test]
fn a_holder_is_named_in_one_way() {
    for holder in Holder::ALL {
        assert_eq!(Holder::parse(holder.as_str()), Some(holder));
    }
    assert_eq!(Holder::parse("Socialnamnd"), None);
}

#[test]
fn a_kind_of_file_is_named_in_one_way_and_a_plan_has_whole_years() {
    for (text, kind) in [
        ("arbetslista", FileKind::Worklist),
        ("akt", FileKind::Record),
        ("plan:1", FileKind::Plan(1)),
        ("plan:150", FileKind::Plan(150)),
    ] {
        assert_eq!(FileKind::parse(text), Some(kind));
    }
    for text in [
        "", "Akt", "plan", "plan:", "plan:0", "plan:151", "plan:-1", "plan:+5", "plan:5 ", "plan:N",
    ] {
        assert_eq!(FileKind::parse(text), None, "{text}");
    }
}

#[test]
fn what_social_services_law_says_is_said_of_their_files_alone() {
    for kind in KINDS {
        assert!(kind.fits(Holder::SocialServices));
        for holder in [Holder::School, Holder::Other] {
            assert_eq!(kind.fits(holder), kind == FileKind::Plan(5));
        }
    }
}

/// A history of these events, each on its day.
fn history(whats: Vec<(&str, What)>) -> Vec<Event> {
    let opened = What::Opened {
        routine: "skolfranvaro".into(),
        version: "1".to_owned(),
        text_hash: String::new(),
        trigger: None,
        continues: None,
        first_opened: None,
    };
    let all = std::iter::once(("2026-01-01", opened)).chain(whats);
    (1..)
        .zip(all)
        .map(|(seq, (on, what))| Event {
            seq,
            change: seq,
            stamp: Stamp {
                at: format!("{on}T00:00:00Z"),
                day: day(on),
                today_given: true,
                who: "test".to_owned(),
            },
            what,
        })
        .collect()
}

fn of_history(whats: Vec<(&str, What)>) -> RetentionFacts {
    really_recorded(whats, |event| event.stamp.day)
}

fn really_recorded(whats: Vec<(&str, What)>, recorded: fn(&Event) -> NaiveDate) -> RetentionFacts {
    let events = history(whats);
    RetentionFacts::of(false, &Case::fold(&events).unwrap(), &events, recorded)
}

fn note() -> What {
    What::Noted {
        step: None,
        text: "x".to_owned(),
    }
}

fn report(value: Option<&str>) -> What {
    What::Answered {
        question: "anmalan".into(),
        value: value.map(str::to_owned),
    }
}

#[test]
fn the_last_entry_is_the_latest_day_and_what_is_done_with_the_record_is_none() {
    let closed = || What::Closed {
        reason: None,
        continued_by: None,
    };
    let redacted = What::Redacted {
        redacts: 2,
        reason: "fel".to_owned(),
    };
    let exported = What::Exported {
        events: 4,
        head: "ab".repeat(32),
        file: None,
    };
    let found = of_history(vec![
        ("2026-05-01", note()),
        ("2026-03-01", closed()),
        ("2027-01-01", redacted),
        ("2027-02-01", exported),
    ]);
    assert_eq!(found.last_entry, day("2026-05-01"));
    assert!(found.closed == Some(day("2026-03-01")) && !found.report_made);
    let undone = of_history(vec![
        ("2026-05-01", note()),
        ("2026-06-01", What::Undone { undoes: 2 }),
    ]);
    assert_eq!(undone.last_entry, day("2026-06-01"));
}

#[test]
fn a_report_that_was_made_once_counts() {
    for (answers, made) in [
        (vec![], false),
        (vec![Some("no")], false),
        (vec![None], false),
        (vec![Some("yes")], true),
        (vec![Some("yes"), Some("no")], true),
        // The text was taken out: it may have been a yes.
        (vec![Some(crate::domain::texts::REDACTED)], true),
    ] {
        let whats = answers.iter().map(|value| ("2026-02-01", report(*value)));
        assert_eq!(of_history(whats.collect()).report_made, made, "{answers:?}");
    }
}

fn end_on(on: &str) -> What {
    What::DateSet {
        date: "avslut".into(),
        on: Some(day(on)),
    }
}

#[test]
fn the_end_of_the_placement_is_the_key_date_unless_it_was_recorded_later() {
    for (recorded, said, on, is_late) in [
        ("2026-02-01", "2026-06-10", "2026-06-10", false),
        ("2026-06-10", "2026-06-10", "2026-06-10", false),
        ("2026-06-11", "2026-06-10", "2026-06-11", true),
        ("2029-01-01", "2015-06-10", "2029-01-01", true),
    ] {
        let found = of_history(vec![(recorded, end_on(said))])
            .placement_end
            .unwrap();
        assert_eq!(found.0, day(on), "{recorded} {said}");
        let told_late = matches!(found.1, Since::PlacementEndRecorded(_));
        assert_eq!(told_late, is_late, "{recorded} {said}");
    }
    let withdrawn = What::DateSet {
        date: "avslut".into(),
        on: None,
    };
    let gone = of_history(vec![
        ("2026-02-01", end_on("2026-06-10")),
        ("2026-03-01", withdrawn),
    ]);
    assert_eq!(gone.placement_end, None);
}

#[test]
fn no_day_counts_before_it_was_really_recorded() {
    let really = |_: &Event| "2026-11-21".parse().unwrap();
    let closed = What::Closed {
        reason: None,
        continued_by: None,
    };
    let found = really_recorded(
        vec![("2019-05-01", end_on("2019-05-01")), ("2019-06-01", closed)],
        really,
    );
    let on = day("2026-11-21");
    assert_eq!(
        (found.closed, found.opened, found.last_entry),
        (Some(on), on, on)
    );
    assert_eq!(found.placement_end.unwrap().0, on);
}

#[test]
fn a_mistake_is_seen_on_the_day_of_the_opening_or_five_days_on() {
    let opened = day("2024-02-26");
    for (today, is_new) in [
        ("2024-02-25", false),
        ("2024-02-26", true),
        ("2024-03-02", true),
        ("2024-03-03", false),
        ("2025-02-26", false),
    ] {
        assert_eq!(is_just_opened(opened, day(today)), is_new, "{today}");
    }
}

#[test]
fn a_mere_opening_is_one_change_in_which_nothing_is_done_and_no_case_continued() {
    let in_opening = |what: What| {
        let mut events = history(vec![("2026-01-01", what)]);
        events[1].change = 1;
        events
    };
    let answered = || What::Answered {
        question: "akut".into(),
        value: Some("yes".to_owned()),
    };
    assert!(is_mere_opening(&history(vec![])));
    assert!(is_mere_opening(&in_opening(end_on("2026-06-10"))));
    assert!(is_mere_opening(&in_opening(answered())));
    assert!(!is_mere_opening(&in_opening(note())));
    assert!(!is_mere_opening(&history(vec![("2026-01-01", answered())])));
    assert!(!is_mere_opening(&history(vec![(
        "2026-01-01",
        What::Undone { undoes: 1 }
    )])));
    let mut continued = history(vec![]);
    if let What::Opened { continues, .. } = &mut continued[0].what {
        *continues = Some("2025-001".into());
    }
    assert!(!is_mere_opening(&continued));
}
