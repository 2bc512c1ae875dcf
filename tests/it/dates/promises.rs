//! `docs/dates.md`: the tests it names are there, and its example is a calendar that is taken.

use std::collections::BTreeSet;

use crate::harness::Env;
use crate::tidy::files;

const PAGE: &str = include_str!("../../../docs/dates.md");

/// The names of all tests, those of properties too.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in ["src", "tests/it"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
    {
        let mut is_test = false;
        for line in source.text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("fn ").filter(|_| is_test) {
                names.extend(rest.split('(').next().map(str::to_owned));
                is_test = false;
            }
            is_test |= line == "#[test]";
        }
    }
    names
}

#[test]
fn every_promise_about_dates_names_tests_that_are_there() {
    let tests = tests();
    let mut promises = 0;
    for row in PAGE.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [promise, kept_by] = cells[..] else {
            panic!("a promise and its tests: {row}");
        };
        if promise.starts_with("**") {
            continue;
        }
        let names: Vec<_> = kept_by.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test keeps: {promise}");
        for name in names {
            assert!(tests.contains(name), "no test {name}");
        }
        promises += 1;
    }
    assert!(promises > 30, "{promises}");
}

/// What looks like a test's name on the pages of promises and decisions is one.
#[test]
fn every_test_that_promises_and_decisions_name_is_there() {
    let tests = tests();
    let mut named = 0;
    for page in [
        include_str!("../../../docs/promises.md"),
        include_str!("../../../docs/decisions.md"),
    ] {
        let quoted = page.split('`').skip(1).step_by(2);
        let names = quoted.filter(|text| {
            text.matches('_').count() > 2 && text.chars().all(|c| c.is_alphanumeric() || c == '_')
        });
        for name in names {
            assert!(tests.contains(name), "no test {name}");
            named += 1;
        }
    }
    assert!(named > 150, "{named}");
}

#[test]
fn the_school_calendar_that_is_shown_is_taken() {
    let example = PAGE.split("```toml\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let env = Env::new();
    env.write("lasar.toml", example);
    let told = env
        .line("routine plan nacka --calendar lasar.toml")
        .success();
    assert_eq!(told.err, "");
}
