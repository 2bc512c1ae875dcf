//! A case that went out of one file and into another is the same case to the last byte.

use proptest::prelude::*;

use sisam::export::{RoutineTextJson, WholeCaseJson};
use sisam::store::{CaseFile, CaseId, OpenOptions, SoundHistory, StoreError};

use super::config;
use super::moves::stories;
use super::stored::{bare, standing, store, text_of};

fn new_file(home: &tempfile::TempDir, name: &str) -> CaseFile {
    CaseFile::open_for_writing(&home.path().join(name), &OpenOptions::default()).unwrap()
}

fn export(file: &CaseFile, id: CaseId) -> String {
    let whole = file.read(|reading| {
        let stored = reading.case_by_id(id)?;
        let text = reading.text_of_case(&stored.text_hash)?;
        let routine = RoutineTextJson {
            id: text.id,
            version: text.version,
            hash: text.hash,
            text: text.text,
        };
        let history = reading.chained_history(id)?;
        Ok::<_, StoreError>(WholeCaseJson::new(stored.reference, routine, history))
    });
    serde_json::to_string_pretty(&whole.unwrap()).unwrap()
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn out_and_in_again_gives_the_same_bytes(story in stories(25), place in 0..1_000_000_usize) {
        let home = tempfile::tempdir().unwrap();
        let mut file = new_file(&home, "ut.db");
        let (id, play) = file.write(|change| store(change, &story, "2026-Å-1")).unwrap();
        let text = export(&file, id);

        let whole = WholeCaseJson::read(text.as_bytes()).unwrap();
        let reference = whole.reference.clone();
        let sound = SoundHistory::new(reference.clone(), &whole.into_history()).unwrap();
        prop_assert_eq!(sound.events(), &play.events[..]);
        let mut other = new_file(&home, "in.db");
        let last = standing(&play, play.events.len());
        let taken_in = other
            .write(|change| change.import_case(&sound, &text_of(&play), &last))
            .unwrap();
        prop_assert_eq!(export(&other, taken_in), text.clone());
        other.read(|reading| {
            assert_eq!(reading.verify_chain(taken_in)?, None);
            assert_eq!(reading.case_by_id(taken_in)?.events, play.events);
            assert_eq!(reading.rows_of(taken_in)?, bare(last.rows));
            Ok::<_, StoreError>(())
        }).unwrap();

        // A digit or letter of the history that is another one is never taken for the history.
        let history = text.find("\"events\"").unwrap();
        let place = history + place % (text.len() - history);
        let mut bytes = text.clone().into_bytes();
        if bytes[place].is_ascii_alphanumeric() {
            bytes[place] = if bytes[place] == b'7' { b'8' } else { b'7' };
            let taken = WholeCaseJson::read(&bytes).ok();
            let taken = taken.and_then(|whole| SoundHistory::new(reference, &whole.into_history()).ok());
            prop_assert!(taken.is_none(), "byte {}", place);
        }
    }
}
