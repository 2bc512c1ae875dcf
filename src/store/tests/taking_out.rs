//! A text that is taken out is nowhere in the file, and the history that held it stays whole.

use super::samples::{Home, day, event, note, open_case, open_with, row};
use crate::domain::event::What;
use crate::domain::report::ReportRow;
use crate::domain::texts::REDACTED;
use crate::store::{CaseFile, CaseId, HeldText, StoreError};

const SECRET: &str = "familjehemmet i Lillbyn";

fn holds_it(home: &Home) -> bool {
    let bytes = std::fs::read(home.path()).unwrap();
    let secret = SECRET.as_bytes();
    bytes.windows(secret.len()).any(|window| window == secret)
}

pub(super) fn redacted(seq: u32, redacts: u32) -> crate::domain::event::Event {
    let reason = "hörde inte hit".to_owned();
    event(seq, What::Redacted { redacts, reason })
}

/// A case among others whose events from the second to the last hold the text, and whose row shows it too; pages have
/// filled and been split.
fn case_with_secret(home: &Home) -> (CaseFile, CaseId) {
    let mut file = home.write();
    let ids: Vec<CaseId> = (0..40)
        .map(|number| open_case(&mut file, &format!("c{number}"), Vec::new()))
        .collect();
    // Rows come and go too.
    let rows = |seq: u32, holder: &str| {
        let rows = (0..=seq % 4).map(|ordinal| ReportRow {
            holders: vec![holder.to_owned()],
            ..row(ordinal, "2026-12-01")
        });
        open_with(rows.collect())
    };
    for seq in 2..=LAST {
        file.write(|change| {
            for id in &ids {
                let text = match *id == ids[9] {
                    true => SECRET,
                    false => "Storgatan",
                };
                let long = format!("{text} {}", "x".repeat(seq as usize * 9));
                change.append(*id, &[note(seq, &long)], &rows(seq, text))?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
    (file, ids[9])
}

/// The last event of that case.
const LAST: u32 = 29;

#[test]
fn it_is_nowhere_in_the_file_and_the_chain_is_whole() {
    let home = Home::new();
    let (mut file, id) = case_with_secret(&home);
    assert!(holds_it(&home));
    file.write(|change| {
        for seq in 2..=LAST {
            let said = redacted(LAST - 1 + seq, seq);
            assert_eq!(change.redact(id, seq, &[said])?, 1);
        }
        change.rebuild_rows(id, &open_with(vec![row(0, "2026-12-01")]))
    })
    .unwrap();
    file.scrub().unwrap();
    assert!(!holds_it(&home));

    file.read(|file| {
        let case = file.case_by_id(id)?;
        assert_eq!(case.events[1], note(2, REDACTED));
        assert_eq!(case.events[LAST as usize], redacted(LAST + 1, 2));
        assert_eq!(file.verify_chain(id)?, None);
        assert_eq!(file.rows_of(id)?, [row(0, "2026-12-01")]);
        let texts = file.texts_of(id)?;
        let gone = HeldText {
            seq: 2,
            part: "text".to_owned(),
            content: None,
        };
        assert_eq!(texts[0], gone);
        assert_eq!(file.cases_holding(SECRET, 9)?, (vec![], 0));
        Ok::<_, StoreError>(())
    })
    .unwrap();
    // Once is enough.
    let again = file.write(|change| change.redact(id, 2, &[]));
    assert_eq!(again, Ok(0));
    drop(file);
    assert_eq!(home.read().read(|file| file.damage()).unwrap(), [""; 0]);
}

#[test]
fn all_texts_of_an_event_go_and_no_other_events() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let extended = event(
        2,
        What::Extended {
            step: "1".into(),
            round: 1,
            to: day("2026-12-24"),
            reason: SECRET.to_owned(),
            decided_by: SECRET.to_owned(),
        },
    );
    file.write(|change| {
        change.append(id, &[extended, note(3, SECRET)], &open_with(Vec::new()))?;
        Ok::<_, StoreError>(())
    })
    .unwrap();
    open_case(&mut file, "B", Vec::new());
    assert_eq!(
        file.read(|file| file.cases_holding(SECRET, 9)).unwrap(),
        (vec!["A".into()], 1)
    );
    let taken_out = file.write(|change| change.redact(id, 2, &[redacted(4, 2)]));
    assert_eq!(taken_out, Ok(2));
    let events = file.read(|file| file.case_by_id(id)).unwrap().events;
    assert_eq!(events[2], note(3, SECRET));
    assert_eq!(file.read(|file| file.verify_chain(id)).unwrap(), None);
}
