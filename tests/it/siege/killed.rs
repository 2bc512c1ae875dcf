//! The program is killed at random moments, hundreds of times: what it said is stored is there, nothing is half there.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use sisam::domain::event::Event;

use super::said;
use super::sound::{assert_sound, histories};
use super::stages::{Fate, Killer, Stages};
use crate::cases::many;
use crate::harness::Env;

/// What cases are written with: one case and several in a change, one event and several.
const LINES: [&str; 12] = [
    "new-case --routine nacka --ref A --date utredning=2026-10-20 --date inskrivning=2026-12-01 --answer akut=nej",
    "note A Ringt~skolan",
    "done A 1 --on 2026-11-20 --note Rektor~vet",
    "new-case --routine nacka --ref B --date inskrivning=2026-12-03 --answer akut=nej --done 1=2026-11-19",
    "set A --date utskrivning=2027-06-01 --answer aterkoppling=3~veckor --role rektor-hemskola=Nord --takes 4=rektor-hemskola",
    "done A B 2 --note Båda",
    "note B Möte~bokat --step 4",
    "set B --role rektor-hemskola=Syd --planned 4=2026-12-01 --protect",
    "extend B 4 --to 2026-12-20 --reason lov --decided-by chef",
    "new-case --continues A --ref C --date inskrivning=2026-12-10",
    "done B C 3 --answer akut=ja",
    "close B --reason flyttat",
];
/// How often the program is struck at least.
const STRIKES: u64 = 520;
const WORKERS: u64 = 4;

type Histories = BTreeMap<String, Vec<Event>>;

/// What stands in the file after each line when nobody is killed.
fn undisturbed() -> Vec<(&'static str, Histories)> {
    let env = Env::besieged();
    let run = LINES.iter().map(|line| {
        let output = env.process(line).output().unwrap();
        assert!(output.status.success(), "{line}: {}", said(&output));
        (*line, histories(&env.file()))
    });
    run.collect()
}

/// Writes every line to a file of its own, each until it is stored, whatever it takes. After each strike the file
/// stands as before or as after, and as after if that was said; a reader leaves the folder as it was.
fn besiege(expected: &[(&str, Histories)], killer: &mut Killer, struck: &AtomicU64) -> Stages {
    let env = Env::besieged();
    let mut stages = Stages::default();
    let mut before = Histories::new();
    for (line, after) in expected {
        loop {
            struck.fetch_add(1, Ordering::Relaxed);
            let fate = killer.strike(&mut env.process(line));
            let left = env.files();
            let stands = histories(&env.file());
            assert!(env.files() == left, "{line}: reading left a trace");
            let is_stored = stands == *after;
            assert!(is_stored || stands == before, "{line}: {stands:#?}");
            let is_half_done = !is_stored && left.contains_key(&env.journal());
            stages += stage_of(line, &fate, is_stored, is_half_done);
            if is_stored {
                break;
            }
        }
        before.clone_from(after);
    }
    env.process("note C Sist").output().unwrap();
    assert_sound(&env.file());
    assert!(!env.journal().exists());
    stages
}

fn stage_of(line: &str, fate: &Fate, is_stored: bool, is_half_done: bool) -> Stages {
    let spoken = said(&fate.output);
    let is_acknowledged = fate.is_acknowledged();
    assert!(is_stored || !is_acknowledged, "{line}: lost after {spoken}");
    assert!(
        fate.was_killed || is_acknowledged,
        "{line}: refused with {spoken}"
    );
    let mut stages = Stages::default();
    *match (fate.was_killed, is_acknowledged, is_stored, is_half_done) {
        (false, ..) => &mut stages.ended,
        (true, true, ..) => &mut stages.said,
        (true, false, true, _) => &mut stages.unsaid,
        (true, false, false, true) => &mut stages.half_done,
        (true, false, false, false) => &mut stages.before,
    } += 1;
    stages
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let expected = undisturbed();
    let struck = AtomicU64::new(0);
    let seed = 20_261_122;
    eprintln!("seed {seed}");
    let stages = thread::scope(|scope| {
        let workers = (0..WORKERS).map(|number| {
            let (expected, struck) = (&expected, &struck);
            scope.spawn(move || {
                let mut killer = Killer::new(seed + number, 0.05);
                let mut stages = Stages::default();
                while struck.load(Ordering::Relaxed) < STRIKES {
                    stages += besiege(expected, &mut killer, struck);
                }
                stages
            })
        });
        let workers: Vec<_> = workers.collect();
        let mut all = Stages::default();
        for worker in workers {
            all += worker.join().unwrap();
        }
        all
    });
    eprintln!("{stages}");
    // The delays follow the machine's speed, so that both happen often on any.
    assert!(stages.before + stages.half_done > 20, "{stages}");
    assert!(stages.ended > 20, "{stages}");
}

#[test]
fn a_writer_killed_within_a_large_change_leaves_all_or_nothing() {
    let env = many(Env::new(), 40);
    let whole = histories(&env.file());
    let seed = 20_261_123;
    eprintln!("seed {seed}");
    let mut killer = Killer::new(seed, 0.5);
    let mut half_done = 0;
    let mut noted = 0;
    for _ in 0..8 {
        // The first write plans every case anew, in the same transaction as its own change.
        env.planned_by_another_version();
        let mut child = env.process("note 2026-001 Kom~fram").spawn().unwrap();
        while !env.journal().exists() && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        let fate = killer.strike_down(child);
        let is_left = env.journal().exists();
        let left = env.files();
        let listed = env.process("list").output().unwrap();
        assert!(listed.status.success(), "{}", said(&listed));
        let now = histories(&env.file());
        assert!(env.files() == left, "reading left a trace");
        let notes = now["2026-001"].len() - whole["2026-001"].len();
        assert!(notes == noted || notes == noted + 1, "{notes}, not {noted}");
        assert!(
            notes > noted || !fate.is_acknowledged(),
            "{}",
            said(&fate.output)
        );
        half_done += u32::from(is_left && notes == noted);
        noted = notes;
        // Somebody else writes: a half-done change is taken back, and all rows are planned.
        let output = env.process("note 2026-002 Också").output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        assert!(!env.journal().exists());
        assert_sound(&env.file());
    }
    eprintln!("{half_done} half done, {noted} noted");
    assert!(half_done > 0, "no writer was caught in the midst of it");
}

#[test]
fn killed_writers_do_not_stand_in_each_others_way() {
    let env = Env::besieged();
    for number in 0..WORKERS {
        let line =
            format!("new-case --routine nacka --ref W{number} --date inskrivning=2026-12-02");
        env.process(&line).output().unwrap();
    }
    let seed = 20_261_124;
    eprintln!("seed {seed}");
    let acknowledged: Vec<String> = thread::scope(|scope| {
        let workers = (0..WORKERS).map(|number| {
            let env = &env;
            scope.spawn(move || {
                let mut killer = Killer::new(seed + number, 0.05);
                let mut acknowledged = Vec::new();
                for attempt in 0..30 {
                    let token = format!("n{number}-{attempt}");
                    let fate = killer.strike(&mut env.process(&format!("note W{number} {token}")));
                    let is_acknowledged = fate.is_acknowledged();
                    let spoken = said(&fate.output);
                    assert!(fate.was_killed || is_acknowledged, "{token}: {spoken}");
                    acknowledged.extend(is_acknowledged.then_some(token));
                }
                acknowledged
            })
        });
        let workers: Vec<_> = workers.collect();
        let said = workers.into_iter().map(|worker| worker.join().unwrap());
        said.flatten().collect()
    });
    let output = env.process("note W0 Sist").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_sound(&env.file());
    let noted = super::notes(&env.file());
    for token in &acknowledged {
        assert_eq!(noted.get(token), Some(&1), "{token}");
    }
    assert!(noted.values().all(|times| *times == 1), "{noted:?}");
    assert!(!acknowledged.is_empty());
}
