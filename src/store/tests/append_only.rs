//! The database itself refuses to change what has happened.

use super::samples::{Home, note, open_case, open_with};
use crate::store::FaultKind;

fn home_with_history() -> Home {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    file.write(|change| change.append(id, &[note(2, "ord")], &open_with(Vec::new())))
        .unwrap();
    home
}

#[test]
fn what_has_happened_is_neither_changed_nor_removed() {
    let home = home_with_history();
    let raw = home.raw();
    for statement in [
        "UPDATE event SET who = 'x'",
        "UPDATE event SET seq = 9 WHERE seq = 2",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "REPLACE INTO event SELECT case_id, seq, change, at, day, today_given, 'x', kind, body, hash FROM event",
        "UPDATE text SET content = 'annat'",
        "UPDATE text SET seq = 1, content = NULL, salt = NULL",
        "DELETE FROM text",
        "INSERT OR REPLACE INTO text SELECT case_id, seq, part, salt, 'annat' FROM text",
        "UPDATE routine_text SET text = ''",
        "DELETE FROM cases",
    ] {
        let refused = raw.execute_batch(statement).unwrap_err().to_string();
        assert!(
            refused.contains("only ever") || refused.contains("never") || refused.contains("kept"),
            "{statement}: {refused}"
        );
    }
    assert_eq!(
        home.read()
            .read(|file| file.case(&"A".into()))
            .unwrap()
            .events[1],
        note(2, "ord")
    );
}

#[test]
fn a_text_may_be_taken_out_and_the_hashes_stay_right() {
    let home = home_with_history();
    let taken_out = home
        .raw()
        .execute(
            "UPDATE text SET content = NULL, salt = NULL WHERE seq = 2",
            [],
        )
        .unwrap();
    assert_eq!(taken_out, 1);
    home.read()
        .read(|file| {
            let case = file.case(&"A".into())?;
            let redacted = note(2, crate::domain::texts::REDACTED);
            assert_eq!(case.events[1], redacted);
            // By another hand: nothing says who took it out, and why.
            let fault = file.verify_chain(case.id)?.unwrap();
            assert_eq!((fault.seq, fault.kind), (2, FaultKind::TextGone));
            Ok::<_, crate::store::StoreError>(())
        })
        .unwrap();
}

#[test]
fn what_is_taken_out_is_not_in_the_file_any_more() {
    let home = home_with_history();
    let secret = b"hemlig anteckning om familjehemmet";
    // Long enough to lie on pages of its own, which are merely let go of unless they are overwritten.
    let text = std::str::from_utf8(secret).unwrap().repeat(500);
    let holds_it = || {
        let bytes = std::fs::read(home.path()).unwrap();
        bytes.windows(secret.len()).any(|window| window == secret)
    };
    let mut file = home.write();
    let id = file.read(|file| file.case(&"A".into())).unwrap().id;
    file.write(|change| change.append(id, &[note(3, &text)], &open_with(Vec::new())))
        .unwrap();
    assert!(holds_it());
    file.take_text_out_for_test(id, 3);
    assert!(!holds_it());
}
