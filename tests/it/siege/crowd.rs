//! Fifty at once: nobody's change is lost or stored twice, and everybody's is told of.

use std::collections::BTreeSet;
use std::process::Output;

use super::sound::{assert_sound, histories};
use super::{notes, said};
use crate::harness::Env;

/// Starts every line as a process of its own, all at once, and gives what came of each.
fn all_at_once<'l>(env: &Env, lines: impl IntoIterator<Item = &'l str>) -> Vec<Output> {
    let started: Vec<_> = lines
        .into_iter()
        .map(|line| env.process(line).spawn().unwrap())
        .collect();
    let ended = started.into_iter().map(|child| child.wait_with_output());
    ended.map(Result::unwrap).collect()
}

/// The one that was let through, and what the others were told.
fn one_and_the_others(outputs: Vec<Output>) -> (usize, Vec<String>) {
    let mut let_through = Vec::new();
    let mut refusals = Vec::new();
    for (number, output) in outputs.into_iter().enumerate() {
        match output.status.code() {
            Some(0) => let_through.push(number),
            Some(1) => refusals.push(said(&output)),
            _ => panic!("{output:?}"),
        }
    }
    assert_eq!(let_through.len(), 1, "{refusals:?}");
    (let_through[0], refusals)
}

#[test]
fn fifty_writers_at_once_lose_and_double_nothing() {
    let env = Env::besieged();
    let open = "new-case --routine nacka --date inskrivning=2026-12-02";
    // The file is not there yet: they make it together.
    for output in all_at_once(&env, [open; 10]) {
        assert!(output.status.success(), "{}", said(&output));
    }
    let mut lines: Vec<String> = Vec::new();
    for number in 0..20 {
        lines.push(format!("note 2026-001 samma-{number}"));
    }
    for number in 2..=10 {
        lines.push(format!("note 2026-{number:03} egen-{number}"));
        lines.push(format!("done 2026-{number:03} 1 --note klart-{number}"));
    }
    lines.extend(vec![open.to_owned(); 12]);
    assert_eq!(lines.len(), 50);
    for output in all_at_once(&env, lines.iter().map(String::as_str)) {
        assert!(output.status.success(), "{}", said(&output));
    }

    assert_sound(&env.file());
    let histories = histories(&env.file());
    let references: Vec<_> = histories.keys().cloned().collect();
    let expected: Vec<_> = (1..=22).map(|number| format!("2026-{number:03}")).collect();
    assert_eq!(references, expected, "each reference once, without gaps");
    let noted = notes(&env.file());
    let same = (0..20).map(|number| format!("samma-{number}"));
    let own = (2..=10).flat_map(|number| [format!("egen-{number}"), format!("klart-{number}")]);
    assert_eq!(
        noted.keys().cloned().collect::<BTreeSet<_>>(),
        same.chain(own).collect()
    );
    assert!(noted.values().all(|times| *times == 1), "{noted:?}");
    assert_eq!(histories["2026-001"].len(), 2 + 20);
}

#[test]
fn of_several_who_do_the_same_step_at_once_one_does_and_the_others_are_told_who() {
    let env = Env::besieged();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-02")
        .success();
    for step in ["1", "3"] {
        let names: Vec<_> = (0..6).map(|number| format!("Kollega{number}")).collect();
        let lines = names
            .iter()
            .map(|who| format!("done A {step} --as {who}"))
            .collect::<Vec<_>>();
        let outputs = all_at_once(&env, lines.iter().map(String::as_str));
        let (first, refusals) = one_and_the_others(outputs);
        for refusal in refusals {
            let expected = format!("registrerat av {} lör 21 nov 2026", names[first]);
            assert!(refusal.starts_with("fel: Redan klart:"), "{refusal}");
            assert!(refusal.contains(&expected), "{refusal}");
        }
    }
    assert_eq!(histories(&env.file())["A"].len(), 2 + 2);
    assert_sound(&env.file());
}

#[test]
fn of_several_who_open_the_same_case_at_once_one_does() {
    let env = Env::besieged();
    let lines = ["new-case --routine nacka --ref X --date inskrivning=2026-12-02"; 6];
    let (_, refusals) = one_and_the_others(all_at_once(&env, lines));
    for refusal in refusals {
        assert!(
            refusal.starts_with("fel: Ärendet X finns redan."),
            "{refusal}"
        );
    }
    assert_eq!(histories(&env.file()).len(), 1);
    assert_sound(&env.file());
}

/// The lock is held for a moment by another program.
#[test]
fn who_finds_the_file_locked_waits_for_it() {
    let env = Env::besieged();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-02")
        .success();
    let other = rusqlite::Connection::open(env.file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let mut writer = env.process("note A Hej").spawn().unwrap();
    let mut reader = env.process("list").spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(writer.try_wait().unwrap(), None, "it does not give up");
    assert_eq!(reader.try_wait().unwrap(), None);
    other.execute_batch("COMMIT").unwrap();
    assert!(writer.wait().unwrap().success());
    assert!(reader.wait().unwrap().success());
    assert_eq!(notes(&env.file())["Hej"], 1);
}

#[test]
#[ignore = "takes the half minute that it is about"]
#[expect(
    clippy::disallowed_methods,
    reason = "how long it waited is what is tested"
)]
fn who_waits_half_a_minute_is_told_that_the_file_is_busy() {
    let env = Env::besieged();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-02")
        .success();
    let before = env.files();
    let other = rusqlite::Connection::open(env.file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let started = std::time::Instant::now();
    for output in all_at_once(&env, ["note A Hej", "list"]) {
        assert_eq!(output.status.code(), Some(1));
        insta::allow_duplicates! { insta::assert_snapshot!(env.normalised(&output.stderr), @"
        fel: $HOME/arenden.db är upptagen.
          Någon annan skriver i filen och blev inte klar medan sisam väntade. Inget är ändrat.
        tips: vänta en stund och skriv samma kommando igen
        "); }
    }
    let waited = started.elapsed().as_secs();
    assert!((30..60).contains(&waited), "{waited} s");
    // Reading the file here would let go of the lock: only now.
    drop(other);
    assert!(env.files() == before);
}
