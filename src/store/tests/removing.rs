//! A case is removed whole, nothing of it stays in the file, and that it was removed is never lost.

use super::contract::removing::remove;
use super::samples::{Home, note, open_case, open_with, row};
use crate::store::{CaseFile, CaseId, StoreError};

fn holds(home: &Home, text: &str) -> bool {
    let bytes = std::fs::read(home.path()).unwrap();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// What a case writes into the file that nobody else does.
const SECRET: &str = "ring mormodern på lördagar";

/// Many cases with many notes, so that pages fill, split and are emptied.
fn crowd(home: &Home) -> Vec<CaseId> {
    let mut file = home.write();
    let ids: Vec<CaseId> = (0..40)
        .map(|number| {
            let rows = vec![row(0, "2026-12-01"), row(1, "2026-12-24")];
            open_case(&mut file, &format!("2026-{number:03}"), rows)
        })
        .collect();
    for seq in 2..30 {
        file.write(|change| {
            for id in &ids {
                let text = format!("{SECRET} {} {}", id.number(), "x".repeat(seq as usize * 9));
                let standing = open_with(vec![row(0, "2026-12-01")]);
                change.append(*id, &[note(seq, &text)], &standing)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
    ids
}

#[test]
fn nothing_of_a_removed_case_stays_in_the_file() {
    let home = Home::new();
    let ids = crowd(&home);
    let secret = format!("{SECRET} 7 ");
    assert!(holds(&home, &secret) && holds(&home, "2026-006"));
    let mut file = home.write();
    remove(&mut file, ids[6]).unwrap();
    file.scrub().unwrap();
    assert!(!holds(&home, &secret) && !holds(&home, "2026-006"));
    assert!(holds(&home, &format!("{SECRET} 8 ")));

    file.read(|file| {
        assert_eq!(file.missing_cases()?, []);
        assert_eq!(file.totals()?, file.counted_totals()?);
        assert_eq!(file.damage()?, [""; 0]);
        assert_eq!(file.case_ids()?.len(), 39);
        for id in file.case_ids()? {
            assert_eq!(file.verify_chain(id)?, None);
        }
        assert_eq!(file.removed_cases()?, [ids[6]]);
        let [removed] = file.log()?.try_into().unwrap();
        assert_eq!(
            (removed.kind.as_str(), removed.who.as_str()),
            ("removal", "prov")
        );
        let expected = serde_json::json!({
            "case": ids[6].number(), "routine": "prov", "opened": "2026-11-02", "mistake": 0,
            "reason": "tiden har gått ut",
        });
        assert_eq!(removed.detail, expected);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

#[test]
fn a_case_is_never_removed_without_a_record_and_the_record_stays() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    open_case(&mut file, "B", Vec::new());
    file.write(|change| change.append(id, &[note(2, "ord")], &open_with(Vec::new())))
        .unwrap();
    let before = "DELETE FROM text; DELETE FROM event; DELETE FROM cases";
    for statement in before.split(';').chain([
        "INSERT INTO removed_case SELECT 99, routine, opened, opened, '', '', 0, '' FROM cases",
        "DELETE FROM routine_text",
    ]) {
        let refused = home.raw().execute_batch(statement).unwrap_err().to_string();
        assert!(
            refused.contains("only") || refused.contains("kept") || refused.contains("never"),
            "{statement}: {refused}"
        );
    }
    remove(&mut file, id).unwrap();
    for statement in [
        "DELETE FROM removed_case",
        "UPDATE removed_case SET reason = ''",
        "REPLACE INTO removed_case SELECT 1, routine, opened, opened, '', '', 0, '' FROM cases",
        // The other case has no record.
        "DELETE FROM event WHERE case_id = 2",
        "DELETE FROM cases",
    ] {
        let refused = home.raw().execute_batch(statement).unwrap_err().to_string();
        assert!(
            refused.contains("only") || refused.contains("never"),
            "{statement}: {refused}"
        );
    }
    assert_eq!(
        remove(&mut file, id),
        Err(StoreError::NoSuchCase("1".into()))
    );
    assert_eq!(file.read(|file| file.removed_cases()).unwrap().len(), 1);
}

#[test]
fn a_case_that_is_cut_out_by_hand_is_still_missed() {
    let home = Home::new();
    let mut file = home.write();
    let ids = ["A", "B", "C"].map(|name| open_case(&mut file, name, Vec::new()));
    remove(&mut file, ids[0]).unwrap();
    home.raw()
        .execute_batch(
            "DROP TRIGGER event_is_only_removed_with_its_case;
             DROP TRIGGER case_is_only_removed_with_a_record;
             PRAGMA foreign_keys = OFF;
             DELETE FROM event WHERE case_id = 2; DELETE FROM cases WHERE id = 2",
        )
        .unwrap();
    assert_eq!(file.read(|file| file.missing_cases()).unwrap(), [ids[1]]);
}

#[test]
fn a_file_of_version_1_gets_what_removing_needs_and_keeps_what_it_has() {
    let home = Home::new();
    let kept = include_bytes!("../../../tests/data/case-files/v1.db");
    std::fs::write(home.path(), kept).unwrap();
    let refused = CaseFile::open_for_reading(&home.path(), &super::samples::opening()).err();
    assert_eq!(
        refused,
        Some(StoreError::NeedsMigration { found: 1, ours: 4 })
    );

    let mut file = home.write();
    assert!(file.copy_taken().is_some());
    let last = file.read(|file| file.case(&"2026-004".into())).unwrap();
    assert!(!last.events.is_empty());
    assert_eq!(file.read(|file| file.verify_chain(last.id)).unwrap(), None);
    remove(&mut file, last.id).unwrap();
    file.read(|file| {
        assert_eq!(file.missing_cases()?, []);
        assert_eq!(file.next_reference(2026)?, "2026-005".into());
        Ok::<_, StoreError>(())
    })
    .unwrap();
}
