//! The chain shows what was done to a history past our door.

use rusqlite::Connection;

use super::samples::{Home, note, open_case, open_with};
use crate::store::{CaseFile, CaseId, FaultKind};

/// Two cases of four events; the triggers are gone, as somebody who may write the file could have it.
fn tampered(how: impl Fn(&Connection)) -> (Home, CaseFile) {
    let home = Home::new();
    let mut file = home.write();
    for reference in ["A", "B"] {
        let id = open_case(&mut file, reference, Vec::new());
        let notes = [note(2, "ett"), note(3, "två"), note(4, "tre")];
        file.write(|change| change.append(id, &notes, &open_with(Vec::new())))
            .unwrap();
    }
    let raw = home.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let mut triggers = raw
        .prepare("SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let drops: Vec<String> = triggers
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    drop(triggers);
    raw.execute_batch(&drops.join(";")).unwrap();
    how(&raw);
    drop(raw);
    (home, file)
}

fn fault(how: &str) -> Option<(u32, FaultKind)> {
    let (_home, file) = tampered(|raw| raw.execute_batch(how).unwrap());
    let found = file.read(|file| file.verify_chain(CaseId(1))).unwrap();
    found.map(|found| (found.seq, found.kind))
}

#[test]
fn an_untouched_history_holds() {
    assert_eq!(fault(""), None);
    // What happens to another case is not this one's fault.
    assert_eq!(fault("UPDATE event SET who = 'x' WHERE case_id = 2"), None);
}

#[test]
fn the_first_event_that_does_not_fit_is_named() {
    use FaultKind::{Altered, EndsElsewhere, Missing, TextAltered};
    for (how, found) in [
        ("UPDATE event SET body = '{}' WHERE seq = 3", (3, Altered)),
        ("UPDATE event SET who = 'annan' WHERE seq = 2", (2, Altered)),
        (
            "UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 4",
            (4, Altered),
        ),
        (
            "UPDATE event SET day = '2020-01-01' WHERE seq = 1",
            (1, Altered),
        ),
        (
            "UPDATE event SET today_given = 1 WHERE seq = 1",
            (1, Altered),
        ),
        (
            "UPDATE event SET kind = 'closed' WHERE seq = 2",
            (2, Altered),
        ),
        ("UPDATE event SET change = 7 WHERE seq = 2", (2, Altered)),
        (
            "UPDATE event SET hash = zeroblob(32) WHERE seq = 3",
            (3, Altered),
        ),
        ("DELETE FROM event WHERE seq = 2", (2, Missing)),
        ("DELETE FROM event WHERE seq = 4", (4, Missing)),
        ("UPDATE cases SET head_seq = 3", (4, EndsElsewhere)),
        (
            "UPDATE text SET content = 'annat' WHERE seq = 3",
            (3, TextAltered),
        ),
        ("DELETE FROM text WHERE seq = 3", (3, TextAltered)),
        // A whole history under another case's name.
        (
            "UPDATE event SET case_id = 3 WHERE case_id = 1; UPDATE event SET case_id = 1 WHERE case_id = 2",
            (1, Altered),
        ),
    ] {
        assert_eq!(fault(how), Some(found), "{how}");
    }
}

#[test]
fn a_case_that_was_cut_out_is_missed() {
    for (gone, left) in [(1, 2), (2, 1)] {
        let (_home, file) = tampered(|raw| {
            raw.execute("DELETE FROM cases WHERE id = ?1", [gone])
                .unwrap();
        });
        let ids = file.read(|file| file.case_ids()).unwrap();
        assert_eq!(ids, [CaseId(left)]);
        let missing = file.read(|file| file.missing_cases()).unwrap();
        assert_eq!(missing, [CaseId(gone)]);
    }
}

#[test]
fn a_sound_file_has_no_damage_and_a_dangling_one_has() {
    let (_home, file) = tampered(|_| ());
    assert_eq!(
        file.read(|file| file.damage()).unwrap(),
        Vec::<String>::new()
    );
    let (_home, file) = tampered(|raw| raw.execute_batch("DELETE FROM routine_text").unwrap());
    assert_eq!(file.read(|file| file.damage()).unwrap().len(), 2);
}

#[test]
fn the_same_day_given_gives_the_same_file_and_else_hashes_do_not_repeat() {
    let hashes = |today_given: bool| {
        let home = Home::new();
        let mut file = home.write();
        let id = open_case(&mut file, "A", Vec::new());
        let mut event = note(2, "samma ord");
        event.stamp.today_given = today_given;
        file.write(|change| change.append(id, &[event], &open_with(Vec::new())))
            .unwrap();
        let body: String = home
            .raw()
            .query_row("SELECT body FROM event WHERE seq = 2", [], |row| row.get(0))
            .unwrap();
        body
    };
    assert_eq!(hashes(true), hashes(true));
    assert_ne!(hashes(false), hashes(false));
}
