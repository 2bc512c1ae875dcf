//! Others go on writing while the file is encrypted, decrypted and encrypted again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{FILE, encrypted, log};
use crate::harness::Env;

const WRITERS: usize = 4;

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
        // Nobody is refused, and nobody is told of what goes on.
        env.line(&format!("anteckna A {note}")).success();
        acknowledged.push(note);
    }
    acknowledged
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
            env.line("dekryptera --ja").success();
            env.line("kryptera").success();
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
