//! Others go on writing while the file is encrypted, decrypted and encrypted again.

use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::{FILE, encrypted, log};
use crate::harness::Env;

const WRITERS: usize = 4;
/// Longer than anybody waits; what is killed then hangs.
const LONG: Duration = Duration::from_secs(300);

/// Ends the writers however the work ends.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Writes until it is over; gives the notes that were acknowledged.
fn write(env: &Env, writer: usize, is_over: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while !is_over.load(Ordering::SeqCst) {
        let note = format!("n{writer}x{}x", acknowledged.len());
        // Nobody is told of what goes on, and nobody is refused unless the machine has no time for anybody.
        let told = env.line(&format!("anteckna A {note}")).output_within(LONG);
        match told.status.code() {
            Some(0) => acknowledged.push(note),
            _ => assert!(is_busy(&told), "{told:?}"),
        }
    }
    acknowledged
}

/// Nothing was changed since others went on for too long.
fn is_busy(told: &Output) -> bool {
    let said = String::from_utf8_lossy(&told.stderr);
    told.status.code() == Some(1)
        && said.contains("är upptagen")
        && said.contains("Inget är ändrat")
}

fn until_done(env: &Env, line: &str) {
    for _ in 0..10 {
        let told = env.line(line).output_within(LONG);
        match told.status.success() {
            true => return,
            false => assert!(is_busy(&told), "{line}: {told:?}"),
        }
    }
    panic!("{line}: never let in");
}

#[test]
fn no_acknowledged_change_is_lost_while_the_file_is_encrypted_and_decrypted() {
    let env = encrypted().with("SISAM_KEY_FILE", "key");
    let is_over = AtomicBool::new(false);
    let acknowledged: Vec<Vec<String>> = thread::scope(|scope| {
        let (env, is_over) = (&env, &is_over);
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| scope.spawn(move || write(env, writer, is_over)))
            .collect();
        let over = Over(is_over);
        for _ in 0..4 {
            until_done(env, "dekryptera --ja");
            until_done(env, "kryptera");
        }
        drop(over);
        let notes = writers.into_iter().map(|writer| writer.join().unwrap());
        notes.collect()
    });
    let stored = log(&env, "");
    for note in acknowledged.iter().flatten() {
        assert!(stored.contains(&format!("\"{note}\"")), "{note} is lost");
    }
    let number: usize = acknowledged.iter().map(Vec::len).sum();
    assert_eq!(stored.matches("x\"").count(), number);
    assert!(number >= WRITERS, "somebody wrote: {number}");
    let names: Vec<_> = env.files().into_keys().collect();
    assert_eq!(names, [env.path(FILE), env.path("key")]);
}
