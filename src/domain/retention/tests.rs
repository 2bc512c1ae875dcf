//! The rules, case by case.

use super::*;
use crate::domain::event::Stamp;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn facts(last_entry: &str) -> Facts {
    Facts {
        is_open: false,
        placed_child: false,
        report_made: false,
        last_entry: day(last_entry),
    }
}

fn goes(from: &str, by: &str) -> Retention {
    let (from, by) = (day(from), day(by));
    Retention::MustGo { from, by }
}

#[test]
fn social_services_destroy_five_years_after_the_last_entry_by_the_end_of_the_next_year() {
    for (last_entry, from, by) in [
        ("2026-11-22", "2031-11-22", "2032-12-31"),
        ("2026-01-01", "2031-01-01", "2032-12-31"),
        ("2026-12-31", "2031-12-31", "2032-12-31"),
        // Where the month lacks the day, on its last: lag (1930:173) 1 §.
        ("2024-02-29", "2029-02-28", "2030-12-31"),
        ("2028-02-28", "2033-02-28", "2034-12-31"),
    ] {
        let found = Retention::of(Holder::SocialServices, facts(last_entry));
        assert_eq!(found, goes(from, by), "{last_entry}");
    }
}

#[test]
fn each_holder_and_case_has_its_rule() {
    let plain = facts("2026-11-22");
    let placed = Facts {
        placed_child: true,
        ..plain
    };
    let reported = Facts {
        report_made: true,
        ..plain
    };
    let both = Facts {
        placed_child: true,
        ..reported
    };
    let stays = Retention::MustStay(Stays::PlacedChild);
    let report = Retention::NoKnownRule(Unknown::ReportMade);
    let school = Retention::NoKnownRule(Unknown::School);
    let other = Retention::NoKnownRule(Unknown::Other);
    for (holder, facts, expected) in [
        (
            Holder::SocialServices,
            plain,
            goes("2031-11-22", "2032-12-31"),
        ),
        (Holder::SocialServices, placed, stays),
        (Holder::SocialServices, reported, report),
        (Holder::SocialServices, both, stays),
        (Holder::School, plain, school),
        (Holder::School, placed, school),
        (Holder::School, reported, school),
        (Holder::Other, plain, other),
        (Holder::Other, placed, other),
        (Holder::Other, both, other),
    ] {
        assert_eq!(
            Retention::of(holder, facts),
            expected,
            "{holder:?} {facts:?}"
        );
        let open = Facts {
            is_open: true,
            ..facts
        };
        assert_eq!(Retention::of(holder, open), Retention::Open, "{holder:?}");
    }
}

#[test]
fn a_day_beyond_the_calendar_is_no_crash() {
    let end = Facts {
        last_entry: NaiveDate::MAX,
        ..facts("2026-01-01")
    };
    let found = Retention::of(Holder::SocialServices, end);
    assert!(matches!(found, Retention::MustGo { .. }));
}

#[test]
fn a_holder_is_named_in_one_way() {
    for holder in Holder::ALL {
        assert_eq!(Holder::parse(holder.as_str()), Some(holder));
    }
    assert_eq!(Holder::parse("Socialnamnd"), None);
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

fn of_history(whats: Vec<(&str, What)>) -> Facts {
    let events = history(whats);
    Facts::of(false, &Case::fold(&events).unwrap(), &events)
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
    assert!(!found.is_open && !found.report_made);
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
        (vec![Some(crate::domain::redacted::REDACTED)], true),
    ] {
        let whats = answers.iter().map(|value| ("2026-02-01", report(*value)));
        assert_eq!(of_history(whats.collect()).report_made, made, "{answers:?}");
    }
}
