//! The same input under the same day gives the same bytes, on the screen and in the file.

use super::line;
use crate::harness::Env;

const LINES: &[&str] = &[
    "new-case --routine soderkoping --ref A --date placering=2026-12-01 --answer skolbyte=ja --answer akut=nej",
    "new-case --routine nacka --date utredning=2026-10-20 --date inskrivning=2026-12-01",
    "set A --role kontaktperson-ses=Enheten --date avslut=2027-03-01 --answer skolbyte-avslut=ja",
    "done A 1 --on 2026-11-19 --answer samtycke=delvis --answer samtycke-av=barnet --note ringde",
    "done A 3 --despite strikt~nödvändigt~för~att~vi~ska~kunna~utföra~vår~uppgift~(OSL~10~kap.~2~§)",
    "skip A 4 --reason behövs~inte",
    "extend A 6 --to 2026-12-20 --reason lov --decided-by chef",
    "done 2026-001 2 --item a",
    "undo 2026-001",
    "note A anteckning --step 7",
    "close 2026-001 --reason fel",
    "reopen 2026-001 --reason ändå~rätt",
    "show A",
    "show A --format json",
    "log A --format json",
    "list --format json",
    "report --overdue --format json",
    "why A 9a",
];

#[test]
fn the_same_input_gives_the_same_bytes() {
    let run = || {
        let env = Env::new();
        let told: Vec<_> = LINES
            .iter()
            .map(|text| {
                let told = line(&env, text).success();
                (told.out, told.err)
            })
            .collect();
        // When it was by the real clock is kept in the file's own log alone, and is another time.
        let file = env.files().into_keys().next().unwrap();
        let db = rusqlite::Connection::open(file).unwrap();
        db.execute_batch("UPDATE file_log SET at = ''; VACUUM")
            .unwrap();
        drop(db);
        let home = env.path("");
        let files = env.files().into_iter();
        let files: Vec<_> = files
            .map(|(path, bytes)| (path.strip_prefix(&home).unwrap().to_owned(), bytes))
            .collect();
        (told, files)
    };
    let (first, second) = (run(), run());
    assert_eq!(first.0, second.0);
    assert_eq!(first.1.len(), 1, "one case file and nothing beside it");
    assert!(first.1 == second.1, "the files differ");
}
