//! `export`: recorded wherever it goes, whole or not at all.

use insta::assert_snapshot;

use super::{exported, text};
use crate::harness::{Env, TODAY};

fn opened() -> Env {
    let env = Env::new().with_file();
    env.line("new-case --routine bbic-flode --date start=2026-11-02")
        .success();
    env
}

/// The kinds of a case's events.
fn kinds(env: &Env) -> Vec<String> {
    let log = env.json(TODAY, "log 2026-001");
    let events = log.as_array().unwrap().iter();
    events
        .map(|event| event["event"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn it_is_recorded_wherever_it_goes() {
    let env = opened();
    let told = env.line("exportera 2026-001 --till ut.json").success();
    assert_snapshot!(told.out, @"Exporterat till ut.json: hela ärendet, 2 händelser. Loggen visar det.");
    assert_snapshot!(told.err, @r"
    2026-001 topas · BBIC-flödet · Flödet börjar mån 2 nov 2026
    Filen är inte krypterad. Var lika rädd om den som om ärendefilen.
    ");
    let out = env.line("export 2026-001").success().out;
    assert!(out.starts_with("{\n  \"format\": \"sisam-case\",\n  \"format_version\": 1,\n"));
    env.line("export 2026-001 --format json").success();
    let log = env.line("log 2026-001").success().out;
    let exports = log.lines().filter(|line| line.contains("exporterat"));
    assert_snapshot!(exports.collect::<Vec<_>>().join("\n"), @"
    3  lör 21 nov 2026  test  exporterat till ut.json: hela ärendet, 2 händelser
    4  lör 21 nov 2026  test  exporterat: hela ärendet, 3 händelser
    5  lör 21 nov 2026  test  exporterat: hela ärendet, 4 händelser
    ");
}

#[test]
fn a_closed_case_is_exported_too_and_nothing_follows_from_it() {
    let env = opened();
    env.line("close 2026-001 --reason flyttat").success();
    let before = env.json(TODAY, "show 2026-001");
    env.line("export 2026-001").success();
    assert_eq!(env.json(TODAY, "show 2026-001"), before);
    assert_eq!(kinds(&env).last().unwrap(), "exported");
}

#[test]
fn it_is_not_taken_back() {
    let env = exported();
    env.line("undo 2026-001 --yes").success();
    assert_eq!(
        kinds(&env),
        ["opened", "date-set", "noted", "exported", "undone"]
    );
    let undone = &env.json(TODAY, "log 2026-001")[4];
    assert_eq!(undone["undoes"], 2, "the note");
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let env = exported();
    let mode = env.path("a.json").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// Runs a line that must be refused and leave every file as it was.
fn refused(env: &Env, code: i32, line: &str) -> String {
    let before = env.files();
    let told = env.line(line).fails(code);
    assert!(env.files() == before, "a refusal changes nothing: {line}");
    told.err
}

#[test]
fn a_file_that_cannot_be_written_leaves_no_event() {
    let env = exported();
    env.write("b.json.part", "ett halvt");
    std::fs::create_dir(env.path("mapp")).unwrap();
    assert_snapshot!(refused(&env, 1, "export 2026-001 --out a.json"), @"
    fel: a.json finns redan och skrivs inte över.
    tips: ange ett annat namn: --till FIL
    ");
    assert_snapshot!(refused(&env, 1, "export 2026-001 --out b.json"), @"
    fel: b.json.part finns redan och skrivs inte över.
    tips: ange ett annat namn: --till FIL
    ");
    assert_snapshot!(refused(&env, 1, "export 2026-001 --out mapp"), @"
    fel: mapp finns redan och skrivs inte över.
    tips: ange ett annat namn: --till FIL
    ");
    assert_snapshot!(refused(&env, 1, "export 2026-001 --out nej/c.json"), @"
    fel: nej/c.json går inte att skriva: mappen finns inte
    tips: ange ett annat namn: --till FIL
    ");
    assert_snapshot!(refused(&env, 1, "export 2026-001 --out 121212-1212.json"), @"
    fel: Texten innehåller ett personnummer eller samordningsnummer: filens namn
      sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
    ");
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_not_followed() {
    let env = opened();
    std::os::unix::fs::symlink("annanstans.json", env.path("a.json")).unwrap();
    env.line("export 2026-001 --out a.json").fails(1);
    assert!(!env.path("annanstans.json").exists());
}

#[test]
fn an_event_that_cannot_be_stored_leaves_no_file() {
    let env = opened();
    // The disk says no when the event comes.
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch(
        "CREATE TRIGGER no BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    .unwrap();
    drop(db);
    refused(&env, 1, "export 2026-001 --out a.json");
    refused(&env, 1, "export 2026-001");
}

#[test]
fn what_cannot_be_exported() {
    let env = opened();
    assert_snapshot!(refused(&env, 2, "export 2026-001 --format table"), @"
    fel: Ett exporterat ärende är alltid JSON.
    tips: för att läsa ärendet själv: sisam visa ÄRENDE, sisam logg ÄRENDE
    ");
    assert_snapshot!(refused(&env, 1, "export 2025-001"), @"
    fel: Det finns inget ärende 2025-001.
    tips: sisam lista visar ärendena
    tips: välj bland: 2026-001
    ");
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch(
        "DROP TRIGGER event_is_never_changed; UPDATE event SET who = 'x' WHERE seq = 2",
    )
    .unwrap();
    drop(db);
    assert_snapshot!(refused(&env, 1, "export 2026-001"), @"
    fel: Ärendet 2026-001 exporteras inte: historiken är inte den som sparades.
      Det börjar vid händelse 2. Ingen skulle kunna läsa in filen.
    tips: se vad som är fel och vad som kan göras: sisam kontrollera
    ");
    assert_snapshot!(Env::new().line("export 2025-001").fails(1).err, @"
    fel: Det finns inget ärende 2025-001.
    tips: öppna det första ärendet med sisam ny
    ");
}

#[test]
fn the_texts_lie_beside_their_events() {
    let env = exported();
    let whole: serde_json::Value = serde_json::from_str(&text(&env, "a.json")).unwrap();
    let note = &whole["events"][2];
    assert_eq!(note["texts"][0]["content"], "ringde \"skolan\", åäö\u{9b}");
    assert!(!note["body"].as_str().unwrap().contains("skolan"));
    // Whoever looks at the file in a terminal keeps it.
    assert!(!text(&env, "a.json").contains('\u{9b}'));
}
