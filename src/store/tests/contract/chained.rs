//! A history goes from one file to another as it is, or not at all.

use super::samples::{Home, note, open_case, open_with, routine};
use crate::domain::chained::{ChainedHistory, KeptText};
use crate::store::history::chain;
use crate::store::tests::taking_out::redacted;
use crate::store::{CaseId, FaultKind, HistoryFault, SoundHistory, StoreError};

/// A history of four events: two notes, the second of which was taken out, and the event that says so.
fn history() -> (Home, CaseId, ChainedHistory) {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let notes = [note(2, "ett"), note(3, "två")];
    file.write(|change| change.append(id, &notes, &open_with(Vec::new())))
        .unwrap();
    file.write(|change| change.redact(id, 3, &[redacted(4, 3)]))
        .unwrap();
    let history = file.read(|file| file.chained_history(id)).unwrap();
    (home, id, history)
}

fn fault(how: impl Fn(&mut ChainedHistory)) -> Option<HistoryFault> {
    let (_home, _, mut history) = history();
    how(&mut history);
    SoundHistory::new("A".into(), &history).err()
}

/// Works all hashes out anew, as somebody could who takes the trouble.
fn chained_anew(history: &mut ChainedHistory) {
    let mut head = chain::start("A");
    for event in &mut history.events {
        head.hash = chain::link(&head.hash, event);
        event.hash.clone_from(&head.hash);
    }
    history.head.hash = head.hash;
}

#[test]
fn a_history_goes_over_as_it_is() {
    let (from, id, history) = history();
    let events = from.read().read(|file| file.case_by_id(id)).unwrap().events;
    let sound = SoundHistory::new("A".into(), &history).unwrap();
    assert_eq!(sound.events(), events);

    let home = Home::new();
    let mut file = home.write();
    let standing = open_with(Vec::new());
    let taken_in = file
        .write(|change| change.import_case(&sound, &routine(), &standing))
        .unwrap();
    file.read(|file| {
        assert_eq!(file.chained_history(taken_in)?, history);
        assert_eq!(file.case_by_id(taken_in)?.events, events);
        assert_eq!(file.verify_chain(taken_in)?, None);
        assert_eq!(file.totals()?, file.counted_totals()?);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    let again: Result<_, StoreError> =
        file.write(|change| change.import_case(&sound, &routine(), &standing));
    assert_eq!(again, Err(StoreError::DuplicateReference("A".into())));
    // It goes on from where it ended.
    file.write(|change| change.append(taken_in, &[note(5, "fem")], &standing))
        .unwrap();
    assert_eq!(file.read(|file| file.verify_chain(taken_in)).unwrap(), None);
}

#[test]
fn the_first_thing_that_was_altered_is_named() {
    use FaultKind::{Altered, EndsElsewhere, Missing, TextAltered, TextGone};
    type How = fn(&mut ChainedHistory);
    let table: [(How, (u32, FaultKind)); 16] = [
        (|h| h.events[1].who.push('x'), (2, Altered)),
        (|h| h.events[2].at.push('x'), (3, Altered)),
        (|h| h.events[0].today_given = true, (1, Altered)),
        (|h| h.events[1].change = 9, (2, Altered)),
        (|h| h.events[2].body.push(' '), (3, Altered)),
        (|h| h.events[2].hash.make_ascii_uppercase(), (3, Altered)),
        (|h| h.events[2].hash.truncate(62), (3, Altered)),
        (|h| drop(h.events.remove(1)), (2, Missing)),
        (|h| drop(h.events.pop()), (3, TextGone)),
        (|h| h.events.swap(1, 2), (2, Missing)),
        (|h| h.head.seq = 3, (4, EndsElsewhere)),
        (
            |h| h.head.hash = h.events[1].hash.clone(),
            (4, EndsElsewhere),
        ),
        (|h| content(h, 1).push('x'), (2, TextAltered)),
        (|h| drop(h.events[1].texts.pop()), (2, TextAltered)),
        (
            |h| h.events[3].texts[0].content = Some(String::new()),
            (4, TextAltered),
        ),
        (|h| h.events[1].texts[0].salt = None, (2, TextAltered)),
    ];
    for (row, (how, (seq, kind))) in table.into_iter().enumerate() {
        assert_eq!(fault(how), Some(HistoryFault { seq, kind }), "row {row}");
    }
    let (_home, _, history) = history();
    let another = SoundHistory::new("B".into(), &history).err();
    let first = HistoryFault {
        seq: 1,
        kind: Altered,
    };
    assert_eq!(another, Some(first));
}

fn content(history: &mut ChainedHistory, event: usize) -> &mut String {
    history.events[event].texts[0].content.as_mut().unwrap()
}

#[test]
fn a_text_that_no_event_names_does_not_come_along() {
    let beside = |h: &mut ChainedHistory, part: &str| {
        let salted = Some(String::new());
        let part = part.to_owned();
        h.events[1].texts.push(KeptText {
            part,
            salt: salted.clone(),
            content: salted,
        });
    };
    let altered = HistoryFault {
        seq: 2,
        kind: FaultKind::TextAltered,
    };
    assert_eq!(fault(|h| beside(h, "reason")), Some(altered));
    assert_eq!(fault(|h| beside(h, "text")), Some(altered));
}

#[test]
fn what_is_not_understood_in_full_is_refused_although_the_chain_holds() {
    type How = fn(&mut ChainedHistory);
    let table: [(How, u32); 4] = [
        (|h| h.events[2].kind = "teleported".to_owned(), 3),
        (
            |h| h.events[2].body = h.events[2].body.replacen('{', "{\"ny\":1,", 1),
            3,
        ),
        (|h| h.events[0].body = "{}".to_owned(), 1),
        (|h| h.events[3].change = 2, 4),
    ];
    for (how, seq) in table {
        let forged = |h: &mut ChainedHistory| {
            how(h);
            chained_anew(h);
        };
        let kind = FaultKind::Unreadable;
        assert_eq!(fault(forged), Some(HistoryFault { seq, kind }));
    }
    assert_eq!(fault(chained_anew), None);
}
