//! What is hashed before a free text.
//!
//! A hash of a short text alone could be guessed back after the text was taken out. So each text gets random bytes
//! of its own, and they go with it. Under `--today` the same input must give the same file, so there they
//! follow from the text's place.

use rusqlite::Connection;

use crate::domain::event::Event;
use crate::store::{Stored, hash};

const LENGTH: usize = 16;

pub(crate) fn for_text(
    db: &Connection,
    reference: &str,
    event: &Event,
    part: &str,
) -> Stored<Vec<u8>> {
    if !event.stamp.today_given {
        // SQLite's own generator, seeded by the system.
        let random = db
            .prepare_cached("SELECT randomblob(16)")?
            .query_row([], |row| row.get(0))?;
        return Ok(random);
    }
    let seq = event.seq.to_string();
    let place = [
        reference.as_bytes(),
        b"\0",
        seq.as_bytes(),
        b"\0",
        part.as_bytes(),
    ];
    Ok(hash::of(&place)[..LENGTH].to_vec())
}
