//! A folder or file that may not be written or not be read: a clear message, nothing changed, nothing left.

use insta::assert_snapshot;

use super::system::{Ordinary, all_below, allow};
use crate::harness::Env;

const OPEN: &str = "new-case --routine nacka --ref A --date inskrivning=2026-12-02";

/// What reading and writing come to when file and folder have these permissions: exit code and words.
fn with_modes(folder: u32, file: u32) -> [(Option<i32>, String); 2] {
    let env = Env::new();
    let env = env.with("SISAM_DB", "data/arenden.db");
    std::fs::create_dir(env.path("data")).unwrap();
    env.line(OPEN).success();
    let user = Ordinary::owns(&env);
    let (data, cases) = (env.path("data"), env.path("data/arenden.db"));
    allow(&cases, file);
    allow(&data, folder);
    let ran = ["list --format json", "note A Hej"].map(|line| {
        let output = user.runs(line);
        let told = env.normalised(&output.stderr);
        (output.status.code(), told)
    });
    allow(&data, 0o700);
    allow(&cases, 0o600);
    let output = user.runs("log A --format json");
    assert!(!super::said(&output).contains("Hej"), "nothing is stored");
    let lies = std::fs::read_dir(&data).unwrap().count();
    assert_eq!(lies, 1, "nothing lies beside the file");
    ran
}

#[test]
fn a_read_only_file_or_folder_can_be_read_and_not_written() {
    for (folder, file) in [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)] {
        let [read, written] = with_modes(folder, file);
        assert_eq!(read, (Some(0), String::new()), "{folder:o} {file:o}");
        assert_eq!(written.0, Some(1));
        insta::allow_duplicates! { assert_snapshot!(written.1, @r"
        fel: data/arenden.db går inte att ändra.
          Filen, eller det den ligger på, är skrivskyddad. Inget är ändrat.
        tips: läsa går bra: sisam lista --fil data/arenden.db
        "); }
    }
}

#[test]
fn a_file_or_folder_one_has_no_right_to_is_neither_read_nor_written() {
    for (folder, file) in [(0o700, 0o000), (0o000, 0o600), (0o700, 0o200)] {
        for (code, told) in with_modes(folder, file) {
            assert_eq!(code, Some(1), "{folder:o} {file:o}: {told}");
            insta::allow_duplicates! { assert_snapshot!(told, @"
            fel: data/arenden.db får inte öppnas.
              Systemet ger dig inte rätt till filen eller mappen. Inget är ändrat.
            tips: be om rätt till mappen, eller ange en annan fil: sisam --fil FIL lista
            "); }
        }
    }
}

#[test]
fn the_first_case_in_a_folder_one_may_not_write_in_is_refused() {
    let env = Env::new().with("SISAM_DB", "data/arenden.db");
    env.write("data/fil", "");
    let user = Ordinary::owns(&env);
    allow(&env.path("data"), 0o500);
    let before = all_below(&env.path(""));
    let output = user.runs(OPEN);
    assert_eq!(output.status.code(), Some(1));
    assert_snapshot!(env.normalised(&output.stderr), @"
    fel: data/arenden.db får inte öppnas.
      Systemet ger dig inte rätt till filen eller mappen. Inget är ändrat.
    tips: be om rätt till mappen, eller ange en annan fil: sisam --fil FIL lista
    ");
    assert!(all_below(&env.path("")) == before);
    allow(&env.path("data"), 0o700);
}
