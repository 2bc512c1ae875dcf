//! Nobody reads an id where there is a title: no screen of a case shows one, in any of the routines that are shipped.

use std::collections::BTreeSet;

use crate::harness::Env;

/// What each routine needs to be opened with, and as much more as makes its steps come about.
const CASES: [(&str, &str); 6] = [
    ("bbic-flode", "--date start=2026-10-01"),
    ("nacka", "--date inskrivning=2026-12-02"),
    ("sams", "--date placering=2026-12-02 --answer skolbyte=ja"),
    ("sisam", "--date inskrivning=2026-12-02"),
    (
        "skolfranvaro",
        "--trigger fem-tillfallen --date utlosare=2026-09-07",
    ),
    (
        "soderkoping",
        "--date placering=2026-12-02 --answer skolbyte=ja --answer annan-kommun=ja",
    ),
];

/// Words of letters, digits and hyphens that are no name of what is typed, as in `--datum start=…`.
fn words(text: &str) -> BTreeSet<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    let parts = text.split_inclusive(|c| !is_word(c));
    let read = parts.filter(|part| !part.ends_with('='));
    read.map(|part| part.trim_end_matches(|c| !is_word(c)).to_lowercase())
        .collect()
}

/// The ids in a routine's text that are no words of what it says.
fn ids(text: &str) -> Vec<String> {
    let value = |line: &str, key: &str| {
        let (name, value) = line.trim().split_once('=')?;
        (name.trim() == key).then(|| value.trim().trim_matches('"').to_owned())
    };
    let said = text
        .lines()
        .filter(|line| value(line, "id").is_none() && !line.contains("= {"));
    let said = words(&said.collect::<Vec<_>>().join("\n"));
    let ids = text.lines().filter_map(|line| value(line, "id")).skip(1);
    ids.filter(|id| id.len() > 2 && !said.contains(id))
        .collect()
}

#[test]
fn no_screen_shows_an_id_that_has_a_title() {
    for (routine, facts) in CASES {
        let path = format!("{}/routines/{routine}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let ids = ids(&text);
        let steps = text.split(".step]]").skip(1);
        let steps = steps
            .filter_map(|step| step.split('"').nth(1))
            .collect::<Vec<_>>();
        assert!(!ids.is_empty() || routine == "bbic-flode", "{routine}");
        let env = Env::new();
        env.line(&format!("new-case --ref A --routine {routine} {facts}"))
            .success();
        let mut screens: Vec<String> = [
            "",
            "show A",
            "next",
            "next A",
            "log A",
            "list",
            "report",
            "report --missing",
            "report --by role",
            "report --overdue --today 2028-01-01",
        ]
        .map(str::to_owned)
        .to_vec();
        screens.push(format!("routine plan {routine} {facts}"));
        screens.extend(steps.iter().map(|step| format!("why A {step}")));
        for screen in screens {
            for language in ["sv", "en"] {
                let told = env.line(&format!("{screen} --lang {language}")).success();
                let shown = words(&told.out);
                let seen: Vec<_> = ids.iter().filter(|id| shown.contains(*id)).collect();
                assert!(
                    seen.is_empty(),
                    "{routine}, {screen}: {seen:?} in\n{}",
                    told.out
                );
            }
        }
    }
}
