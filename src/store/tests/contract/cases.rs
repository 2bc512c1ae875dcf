//! OpenOptions, finding and listing cases.

use super::samples::{Home, day, event, note, open_case, open_case_in, open_with, opened, row};
use crate::domain::event::What;
use crate::domain::report::Standing;
use crate::store::{CaseFile, CaseFilter, CaseMatch, CaseSummary, StoreError};

#[test]
fn a_case_comes_back_as_it_was_stored() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "2026-001", vec![row(0, "2026-12-01")]);
    file.write(|change| {
        change.append(
            id,
            &[note(2, "hej")],
            &open_with(vec![row(0, "2026-12-02")]),
        )
    })
    .unwrap();
    let case = file.read(|file| file.case(&"2026-001".into())).unwrap();
    assert_eq!(case.events, [opened(), note(2, "hej")]);
    let text = file.read(|file| file.text_of_case(&case.text_hash));
    assert_eq!(text, Ok(super::samples::routine()));
    let rows = file.read(|file| file.rows_of(id)).unwrap();
    assert_eq!(rows, [row(0, "2026-12-02")]);
}

#[test]
fn a_reference_is_used_once_whatever_its_case() {
    let home = Home::new();
    let mut file = home.write();
    open_case(&mut file, "Ängen-1", Vec::new());
    for reference in ["Ängen-1", "ÄNGEN-1", "ängen-1"] {
        let refused = file.write(|change| open_case_in(change, reference, &open_with(Vec::new())));
        assert_eq!(
            refused,
            Err(StoreError::DuplicateReference(reference.into()))
        );
    }
    assert_eq!(file.read(|file| file.case_ids()).unwrap().len(), 1);
}

/// The reference that comes after a case with this one was opened.
fn next_after(file: &mut CaseFile, reference: &str) -> String {
    open_case(file, reference, Vec::new());
    let next = file.read(|file| file.next_reference(2026)).unwrap();
    next.to_string()
}

#[test]
fn numbering_goes_on_after_somebody_chose_the_last_number() {
    let home = Home::new();
    let mut file = home.write();
    let mut next = |reference| next_after(&mut file, reference);
    assert_eq!(next("2026-999999"), "2026-001");
    assert_eq!(next("2026-001"), "2026-002");
    assert_eq!(next("2026-500"), "2026-501");
    assert_eq!(next("2026-999998"), "2026-501");
}

#[test]
fn the_next_reference_follows_the_highest_of_its_year() {
    let home = Home::new();
    let mut file = home.write();
    let mut next = |reference| next_after(&mut file, reference);
    assert_eq!(next("2025-017"), "2026-001");
    assert_eq!(next("2026-002"), "2026-003");
    assert_eq!(next("2026-999"), "2026-1000");
    assert_eq!(next("2026-1000"), "2026-1001");
    assert_eq!(next("2026-0003-b"), "2026-1001");
}

#[test]
fn a_case_is_found_by_its_reference_or_a_part_that_only_one_has() {
    let home = Home::new();
    let mut file = home.write();
    for reference in ["2026-01", "2026-010", "2026-011", "Skog"] {
        open_case(&mut file, reference, Vec::new());
    }
    let closed = Standing {
        open: false,
        ..open_with(Vec::new())
    };
    file.write(|change| open_case_in(change, "2025-511", &closed))
        .unwrap();
    let among = |typed: &str, among| file.read(|file| file.find(typed, among)).unwrap();
    let find = |typed: &str| among(typed, CaseFilter::Open);
    let one = |typed: &str| match find(typed) {
        CaseMatch::One(_, reference) => reference.to_string(),
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(one("2026-01"), "2026-01");
    assert_eq!(one("2026-010"), "2026-010");
    assert_eq!(one("sk"), "Skog");
    let several = CaseMatch::Several(vec!["2026-01".into(), "2026-010".into(), "2026-011".into()]);
    assert_eq!(find("2026"), several);
    // An ending, where nothing begins so; of a closed case only where it is looked for.
    assert_eq!(one("11"), "2026-011");
    assert_eq!(one("OG"), "Skog");
    assert_eq!(one("2025-511"), "2025-511");
    let both = CaseMatch::Several(vec!["2025-511".into(), "2026-011".into()]);
    assert_eq!(among("11", CaseFilter::All), both);
    assert_eq!(one("0"), "2026-010");
    let CaseMatch::None(near) = find("26-0") else {
        panic!("26-0 neither begins nor ends any")
    };
    assert!(near.contains(&"2026-011".into()));
    for nothing in ["%", "2026_01", "", "2026-012", "2025", "511"] {
        assert!(matches!(find(nothing), CaseMatch::None(_)), "{nothing}");
    }
}

#[test]
fn the_list_counts_what_is_to_do_and_overdue() {
    let home = Home::new();
    let mut file = home.write();
    let mut optional = row(1, "2026-11-01");
    optional.optional = true;
    let rows = vec![row(0, "2026-11-30"), optional, row(2, "2026-12-05")];
    open_case(&mut file, "b", rows.clone());
    let closed = open_case(&mut file, "a", rows.clone());
    let closing = [event(
        2,
        What::Closed {
            reason: None,
            continued_by: None,
        },
    )];
    let standing = Standing {
        open: false,
        ..open_with(rows)
    };
    file.write(|change| change.append(closed, &closing, &standing))
        .unwrap();

    let list = |filter, today| {
        let mut headings: Vec<CaseSummary> = Vec::new();
        file.read(|file| {
            file.cases(filter, day(today), |heading| {
                headings.push(heading);
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
        headings
    };
    let all = list(CaseFilter::All, "2026-12-01");
    let told: Vec<_> = all
        .iter()
        .map(|heading| (heading.reference.as_str(), heading.open, heading.overdue))
        .collect();
    assert_eq!(told, [("a", false, 0), ("b", true, 1)]);
    assert_eq!(all[1].numbers.to_do, 3);
    assert_eq!(all[1].numbers.next_due, Some(day("2026-11-30")));
    assert_eq!(list(CaseFilter::Open, "2026-12-06")[0].overdue, 2);
    assert_eq!(list(CaseFilter::Open, "2026-11-30")[0].overdue, 0);
    assert_eq!(list(CaseFilter::Closed, "2026-12-06").len(), 1);
}

#[test]
fn several_cases_in_one_change_are_all_stored_or_none() {
    let home = Home::new();
    let mut file = home.write();
    let refused = file.write(|change| {
        for reference in ["1", "2", "3", "2"] {
            open_case_in(change, reference, &open_with(vec![row(0, "2026-12-01")]))?;
        }
        Ok(())
    });
    assert_eq!(refused, Err(StoreError::DuplicateReference("2".into())));
    assert_eq!(file.read(|file| file.case_ids()).unwrap(), []);
    // Not even a number has been used up: a gap would look like a case that was cut out.
    open_case(&mut file, "4", Vec::new());
    assert_eq!(file.read(|file| file.missing_cases()).unwrap(), []);
}

#[test]
fn an_error_of_the_work_itself_rolls_back_and_passes_through() {
    #[derive(Debug, PartialEq)]
    enum Refused {
        ByTheDomain,
        ByTheStore(StoreError),
    }
    impl From<StoreError> for Refused {
        fn from(error: StoreError) -> Self {
            Self::ByTheStore(error)
        }
    }
    let home = Home::new();
    let mut file = home.write();
    let before = super::samples::contents(home.folder());
    let refused = file.write(|change| {
        open_case_in(change, "1", &open_with(vec![row(0, "2026-12-01")]))?;
        Err::<(), _>(Refused::ByTheDomain)
    });
    assert_eq!(refused, Err(Refused::ByTheDomain));
    assert_eq!(super::samples::contents(home.folder()), before);
}

#[test]
fn events_must_follow_the_latest_one() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "1", Vec::new());
    for (seq, expected) in [(1, 2), (3, 2)] {
        let refused =
            file.write(|change| change.append(id, &[note(seq, "x")], &open_with(Vec::new())));
        let found = seq;
        assert_eq!(refused, Err(StoreError::HistoryMovedOn { expected, found }));
    }
}
