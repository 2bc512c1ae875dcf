//! An independent planner in Python (`tests/planner`), made from docs/routines/format.md alone, agrees with the program
//! on random routines and histories of them.
#![expect(
    clippy::disallowed_methods,
    reason = "whether this is CI stands in the real environment, and Python is found by it"
)]

use std::process::Command;

/// The whole comparison may be had by hand: `python3 tests/planner/compare.py --help`.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "whoever reads the run sees what was not looked at"
)]
fn an_independent_planner_agrees_on_200_random_routines() {
    if !python_is_new_enough() {
        assert!(
            std::env::var_os("CI").is_none(),
            "python3 of version 3.11 or later is needed"
        );
        println!("skipped: there is no python3 of version 3.11 or later");
        return;
    }
    let told = Command::new("python3")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["-B", "tests/planner/compare.py", "--routines", "200"])
        .args(["--seed", "1", "--sisam", env!("CARGO_BIN_EXE_sisam")])
        .output()
        .unwrap();
    assert!(
        told.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&told.stdout),
        String::from_utf8_lossy(&told.stderr)
    );
}

/// `tomllib` came with Python 3.11.
fn python_is_new_enough() -> bool {
    let import = Command::new("python3")
        .args(["-c", "import tomllib"])
        .output();
    import.is_ok_and(|told| told.status.success())
}
