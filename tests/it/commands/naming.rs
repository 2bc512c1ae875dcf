//! No identity number is stored, wherever it is written; the message does not repeat it.

use crate::harness::Env;

/// Numbers that the tax agency uses as examples; nobody has them.
const NUMBERS: [&str; 5] = [
    "121212-1212",
    "121212+1212",
    "1212121212",
    "191212121212",
    "701063-2391",
];

#[test]
fn an_identity_number_is_refused_wherever_it_stands() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-02")
        .success();
    let before = env.files();
    for number in NUMBERS {
        let said = format!("ring om {number} i dag");
        let attempts: [&[&str]; 9] = [
            &["note", "A", &said],
            &["skip", "A", "1", "--reason", &said],
            &["done", "A", "1", "--note", &said],
            &["set", "A", "--role", &format!("rektor-hemskola={said}")],
            &["close", "A", "--reason", &said],
            &[
                "extend",
                "A",
                "1",
                "--to",
                "2026-12-24",
                "--reason",
                &said,
                "--decided-by",
                "chef",
            ],
            &[
                "extend",
                "A",
                "1",
                "--to",
                "2026-12-24",
                "--reason",
                "x",
                "--decided-by",
                &said,
            ],
            &["note", "A", "x", "--as", &said],
            &[
                "new-case",
                "--routine",
                "nacka",
                "--ref",
                number,
                "--date",
                "inskrivning=2026-12-02",
            ],
        ];
        for attempt in attempts {
            let told = env.sisam(attempt).fails(1);
            assert!(!told.err.contains(number), "{attempt:?}: {}", told.err);
            assert!(
                told.err.contains("ersonnummer"),
                "{attempt:?}: {}",
                told.err
            );
        }
    }
    assert_eq!(env.files(), before);
}
