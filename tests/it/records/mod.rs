//! What is recorded is true: nothing is lost, nothing falsified, nothing hidden.

mod access;
mod access_doors;
#[cfg(unix)]
mod asking;
#[cfg(unix)]
mod asking_choices;
mod asking_texts;
mod clock;
mod consent;
mod consent_anew;
mod consent_days;
mod consent_ground;
mod files;
#[cfg(target_os = "linux")]
mod files_faults;
mod finds;
mod finds_again;
mod finds_clock;
mod finds_dates;
mod finds_files;
mod finds_histories;
mod finds_import;
mod finds_last;
mod finds_options;
mod finds_paths;
mod finds_rounds;
mod finds_slips;
#[cfg(unix)]
mod finds_walk;
mod judged;
mod lateness;
mod lateness_days;
mod retention;
mod rounds;
mod rounds_answers;
mod rounds_silent;
#[cfg(unix)]
mod rounds_walk;
#[cfg(target_os = "linux")]
mod shim;
mod texts;
mod texts_numbers;
mod texts_signs;
mod unlikely;

use sha2::{Digest, Sha256};

use crate::harness::Env;

fn sha(parts: &[&[u8]]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().to_vec()
}

/// Alters events past the rules, as another hand could, and works the hashes of the only case out anew.
fn altered(env: &Env, update: &str, reference: &str) {
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    let trigger = "SELECT sql FROM sqlite_schema WHERE name = 'event_is_never_changed'";
    let trigger: String = db.query_row(trigger, [], |row| row.get(0)).unwrap();
    db.execute_batch("DROP TRIGGER event_is_never_changed")
        .unwrap();
    db.execute_batch(update).unwrap();
    let mut head = sha(&[b"sisam case history 1\0", reference.as_bytes()]);
    let events = "SELECT seq, json_array(seq, change, at, day,
        json(CASE today_given WHEN 1 THEN 'true' ELSE 'false' END), who, kind, body) FROM event ORDER BY seq";
    let mut select = db.prepare(events).unwrap();
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let rows: Vec<(u32, String)> = rows.unwrap().collect::<Result<_, _>>().unwrap();
    for (seq, content) in rows {
        head = sha(&[&head, content.as_bytes()]);
        db.execute("UPDATE event SET hash = ?2 WHERE seq = ?1", (seq, &head))
            .unwrap();
    }
    db.execute("UPDATE cases SET head_hash = ?1", [head])
        .unwrap();
    db.execute_batch(&trigger).unwrap();
}
