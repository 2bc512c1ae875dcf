//! What stays when a case is removed: no number is given again, and no text is kept that nobody uses.

use super::samples::{Home, event, open_case, open_with, opened, routine};
use crate::domain::event::{Stamp, What};
use crate::store::{CaseFile, CaseId, NewCase, Removal, RoutineText, StoreError};

fn stamp() -> Stamp {
    event(1, What::Undone { undoes: 1 }).stamp
}

pub(in crate::store::tests) fn remove(file: &mut CaseFile, id: CaseId) -> Result<(), StoreError> {
    let removal = Removal {
        stamp: &stamp(),
        mistake: false,
        reason: "tiden har gått ut",
    };
    file.write(|change| change.remove_case(id, &removal))
}

#[test]
fn a_number_is_never_given_again() {
    let home = Home::new();
    let mut file = home.write();
    let ids = ["2026-001", "2026-007", "2026-003", "2025-004", "own"]
        .map(|name| open_case(&mut file, name, Vec::new()));
    let next = |file: &CaseFile, year| {
        let next = file.read(|file| file.next_reference(year)).unwrap();
        next.to_string()
    };
    assert_eq!(next(&file, 2026), "2026-008");
    for id in ids {
        remove(&mut file, id).unwrap();
        assert_eq!(next(&file, 2026), "2026-008");
        assert_eq!(next(&file, 2025), "2025-005");
    }
    assert_eq!(next(&file, 2024), "2024-001");
    open_case(&mut file, "2026-020", Vec::new());
    assert_eq!(next(&file, 2026), "2026-021");
    // Neither is a number in the file.
    let newest = open_case(&mut file, "2026-021", Vec::new());
    assert_eq!(newest, CaseId(7));
}

#[test]
fn a_routine_text_goes_with_the_last_case_that_uses_it() {
    let home = Home::new();
    let mut file = home.write();
    let own = RoutineText {
        hash: "cd".repeat(32),
        text: "id = \"egen\"".to_owned(),
        ..routine()
    };
    let shared = ["A", "B"].map(|name| open_case(&mut file, name, Vec::new()));
    let alone = file
        .write(|change| {
            change.open_case(NewCase {
                reference: &"C".into(),
                routine: &own,
                events: &[opened()],
                standing: &open_with(Vec::new()),
            })
        })
        .unwrap();
    let texts = |file: &CaseFile| file.read(|file| file.routine_texts()).unwrap();
    remove(&mut file, alone).unwrap();
    assert_eq!(texts(&file), [routine()]);
    remove(&mut file, shared[0]).unwrap();
    assert_eq!(texts(&file), [routine()]);
    remove(&mut file, shared[1]).unwrap();
    assert_eq!(texts(&file), []);
}

#[test]
fn what_continues_a_case_is_found() {
    let home = Home::new();
    let mut file = home.write();
    open_case(&mut file, "A", Vec::new());
    let mut events = vec![opened()];
    if let What::Opened { continues, .. } = &mut events[0].what {
        *continues = Some("A".into());
    }
    file.write(|change| {
        change.open_case(NewCase {
            reference: &"B".into(),
            routine: &routine(),
            events: &events,
            standing: &open_with(Vec::new()),
        })
    })
    .unwrap();
    let found = |name: &str| file.read(|file| file.continued_by(&name.into())).unwrap();
    assert_eq!(found("A"), ["B".into()]);
    assert_eq!(found("B"), []);
}
