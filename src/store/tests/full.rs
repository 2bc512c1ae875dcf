//! No room in the file: the change is not stored, and what was there stands.

use super::samples::{Home, contents, note, open_case, open_with};
use crate::store::StoreError;

#[test]
fn a_change_that_finds_no_room_leaves_every_byte_as_it_was() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let before = contents(home.folder());
    let long = "x".repeat(60_000);
    let mut more_pages = 0;
    loop {
        file.allow_pages_for_test(more_pages);
        let stored =
            file.write(|change| change.append(id, &[note(2, &long)], &open_with(Vec::new())));
        if stored.is_ok() {
            break;
        }
        assert_eq!(stored, Err(StoreError::Full));
        assert_eq!(contents(home.folder()), before, "{more_pages} pages");
        more_pages += 4;
    }
    assert!(more_pages > 8, "{more_pages}");
    let events = home
        .read()
        .read(|file| file.case(&"A".into()))
        .unwrap()
        .events;
    assert_eq!(events[1], note(2, &long));
}
