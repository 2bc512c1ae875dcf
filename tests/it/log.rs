//! `log`: the history of a case.

use insta::assert_snapshot;

use crate::explained::{case, on, said};

#[test]
fn who_did_what_when_and_what_was_taken_back() {
    let env = case("--answer akut=nej --role rektor=Skolan");
    on(
        &env,
        "2026-12-20",
        "done 2026-001 valt --on 2026-12-18 --as chefen",
    );
    on(&env, "2026-12-20", "undo 2026-001 --yes");
    on(&env, "2026-12-21", "skip 2026-001 helg --reason inställt");
    on(&env, "2026-12-21", "note 2026-001 ringde --step helg");
    assert_snapshot!(said(&env, "log 2026-001"), @r"
    2026-001 topas · Provrutin · Start tor 3 dec 2026

    Nr  När              Vem     Vad
    ──────────────────────────────────────────────────────────────────────────────
     1  lör 21 nov 2026  test    ärendet öppnades (rutinens version 1)
        dagen angiven
     2  lör 21 nov 2026  test    Start: tor 3 dec 2026
        dagen angiven
     3  lör 21 nov 2026  test    Är det akut? nej
        dagen angiven
     4  lör 21 nov 2026  test    Rektor: Skolan
        dagen angiven
     5  sön 20 dec 2026  chefen  Steg 3 klart fre 18 dec 2026 (taget tillbaka i 6)
        dagen angiven
     6  sön 20 dec 2026  test    händelse 5 togs tillbaka
        dagen angiven
     7  mån 21 dec 2026  test    Steg 1 överhoppat: inställt
        dagen angiven
     8  mån 21 dec 2026  test    anteckning till Steg 1: ringde
        dagen angiven
    ");
    assert_snapshot!(said(&env, "logg 2026-001 --lang en --plain"), @r"
    2026-001 topas · Provrutin · Start Thu 3 Dec 2026

    No: 1
    When: Sat 21 Nov 2026 day given
    Who: test
    What: the case was opened (version 1 of the routine)

    No: 2
    When: Sat 21 Nov 2026 day given
    Who: test
    What: Start: Thu 3 Dec 2026

    No: 3
    When: Sat 21 Nov 2026 day given
    Who: test
    What: Är det akut? no

    No: 4
    When: Sat 21 Nov 2026 day given
    Who: test
    What: Rektor: Skolan

    No: 5
    When: Sun 20 Dec 2026 day given
    Who: chefen
    What: Steg 3 done Fri 18 Dec 2026 (taken back in 6)

    No: 6
    When: Sun 20 Dec 2026 day given
    Who: test
    What: event 5 was taken back

    No: 7
    When: Mon 21 Dec 2026 day given
    Who: test
    What: Steg 1 skipped: inställt

    No: 8
    When: Mon 21 Dec 2026 day given
    Who: test
    What: note to Steg 1: ringde
    ");
}

#[test]
fn the_same_as_data() {
    let env = case("");
    on(&env, "2026-12-20", "done 2026-001 valt");
    on(&env, "2026-12-20", "undo 2026-001 --yes");
    assert_snapshot!(said(&env, "log 2026-001 --format json"), @r#"
    [
      {
        "seq": 1,
        "at": "2026-11-21T00:00:00Z",
        "day": "2026-11-21",
        "today_given": true,
        "who": "test",
        "change": 1,
        "event": "opened",
        "routine": "prov",
        "text_hash": "6c469603963f8fc74201970cb8eaf6cedb9ee5469b5ba286d32653068c289d9f",
        "version": "1",
        "taken_back_by": null,
        "redacted": []
      },
      {
        "seq": 2,
        "at": "2026-11-21T00:00:00Z",
        "day": "2026-11-21",
        "today_given": true,
        "who": "test",
        "change": 1,
        "event": "date-set",
        "date": "start",
        "on": "2026-12-03",
        "taken_back_by": null,
        "redacted": []
      },
      {
        "seq": 3,
        "at": "2026-12-20T00:00:00Z",
        "day": "2026-12-20",
        "today_given": true,
        "who": "test",
        "change": 2,
        "event": "done",
        "dates": {
          "basis": "source",
          "due": "2026-12-17",
          "original_due": "2026-12-17",
          "raw_due": "2026-12-17"
        },
        "on": "2026-12-20",
        "round": 1,
        "step": "valt",
        "taken_back_by": 4,
        "redacted": []
      },
      {
        "seq": 4,
        "at": "2026-12-20T00:00:00Z",
        "day": "2026-12-20",
        "today_given": true,
        "who": "test",
        "change": 3,
        "event": "undone",
        "undoes": 2,
        "taken_back_by": null,
        "redacted": []
      }
    ]
    "#);
}

#[test]
fn the_real_clock_gives_a_time_and_no_mark() {
    let env = case("").without("SISAM_TODAY");
    env.line("note 2026-001 ringde").success();
    let log = said(&env, "log 2026-001");
    assert!(log.contains("dagen angiven"), "{log}");
    let last = said(&env, "log 2026-001 --plain");
    let last = last.rsplit("\n\n").next().unwrap();
    let is_time = |word: &str| word.len() == 5 && word.as_bytes()[2] == b':';
    assert!(last.split_whitespace().any(is_time), "{last}");
    assert!(!last.contains("angiven"), "{last}");
    let json = said(&env, "log 2026-001 --format json");
    assert!(json.contains("\"today_given\": true"), "{json}");
}

#[test]
fn stored_text_never_steers_the_terminal() {
    let env = case("");
    env.sisam(["note", "2026-001", "röd \u{1b}[31mtext\u{202e}"])
        .success();
    let log = said(&env, "log 2026-001");
    assert!(
        log.contains("röd [31mtext") && !log.contains('\u{1b}'),
        "{log}"
    );
    let json = said(&env, "log 2026-001 --format json");
    assert!(
        !json.contains('\u{1b}') && !json.contains('\u{202e}'),
        "{json}"
    );
}
