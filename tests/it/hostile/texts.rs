//! Texts that would steer the terminal, in whatever is stored and whatever is loaded.

use sisam::domain::signs::one_line;

use super::{STEERING, WAYS, reading_lines, says_nothing_in, says_nothing_that_steers, survives};
use crate::harness::Env;

/// The signs in the steering texts that turn the direction or that nobody sees.
const UNSEEN: [char; 8] = [
    '\u{202e}',
    '\u{2066}',
    '\u{200f}',
    '\u{61c}',
    '\u{200b}',
    '\u{feff}',
    '\u{ad}',
    '\u{e0041}',
];

const NACKA: &str = include_str!("../../../routines/nacka.toml");
const SCHOOL: &str = include_str!("../../../routines/skolfranvaro.toml");

/// A text as TOML writes it.
fn in_toml(text: &str) -> String {
    let escaped = text.chars().map(|c| format!("\\U{:08x}", u32::from(c)));
    escaped.collect()
}

/// A school year with a title and a break.
const YEAR: &str = r#"format = 1
title = "Läsåret"
term = [
    { title = "Höst", first = 2026-08-17, last = 2026-12-18 },
    { title = "Vår", first = 2027-01-11, last = 2027-06-15 },
]
off = [{ title = "Höstlov", first = 2026-11-02, last = 2026-11-06 }]
"#;

/// The keys of a routine that hold words.
const WORDS: [&str; 19] = [
    "title",
    "short_title",
    "summary",
    "notice",
    "step_word",
    "version",
    "text",
    "section",
    "help",
    "cite",
    "law",
    "name",
    "party",
    "activity",
    "purpose",
    "publisher",
    "document",
    "note",
    "contents",
];

/// A routine with the text at the start of every word it says, also in inline tables.
fn hostile_routine(text: &str) -> String {
    let steering = in_toml(STEERING);
    // Long texts begin with three quotes, which are not to be taken for one.
    let long = "\u{1}";
    let mut hostile = text.replace("\"\"\"", long);
    for key in WORDS {
        for between in [" = ", "  = "] {
            for quotes in ["\"", "\u{1}\n"] {
                let start = format!("{key}{between}{quotes}");
                hostile = hostile.replace(&start, &format!("{start}{steering}"));
            }
        }
    }
    hostile.replace(long, "\"\"\"")
}

/// An answer to every command that takes words, all of them hostile.
fn record(env: &Env, case: &str) {
    let told = |arguments: &[&str]| {
        let output = survives(env.sisam(arguments), &format!("{arguments:?}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    };
    let text = STEERING;
    let named = |name: &str| format!("{name}={text}");
    told(&["note", case, text]);
    told(&["note", case, text, "--step", "1"]);
    told(&["set", case, "--role", &named("socialsekreterare")]);
    told(&["done", case, "1", "--note", text, "--despite", text]);
    told(&["skip", case, "2", "--reason", text]);
    told(&[
        "extend",
        case,
        "3",
        "--to",
        "2027-03-01",
        "--reason",
        text,
        "--decided-by",
        text,
    ]);
    told(&["close", case, "--reason", text]);
    told(&["reopen", case, "--reason", text]);
    let calendar = YEAR
        .replace("Höstlov", &in_toml(text))
        .replace("Läsåret", &in_toml(text));
    env.write("lasar.toml", &calendar);
    told(&["set", case, "--calendar", "lasar.toml"]);
}

#[test]
fn nothing_stored_or_loaded_steers_the_terminal() {
    let env = Env::new().with("SISAM_USER", STEERING);
    env.write("rutiner/nacka.toml", &hostile_routine(NACKA));
    env.write("rutiner/skolfranvaro.toml", &hostile_routine(SCHOOL));
    let env = env.with("SISAM_ROUTINES", "rutiner");
    let reference = format!("N{STEERING}1");
    let open = [
        "new-case",
        "--routine",
        "nacka",
        "--date",
        "inskrivning=2026-12-01",
        "--answer",
        "akut=nej",
    ];
    let opened = survives(
        env.sisam(open.iter().chain(&["--ref", &reference])),
        "--ref",
    );
    // A reference may be refused; then another stands in for it.
    let reference = match opened.status.code() {
        Some(0) => reference,
        _ => {
            super::is_harmless(&opened.stderr, false, "--ref");
            env.sisam(open.iter().chain(&["--ref", "N1"])).success();
            "N1".to_owned()
        }
    };
    record(&env, &reference);
    for line in reading_lines(&reference, "nacka") {
        says_nothing_that_steers(&env, &line);
    }
    for file in ["rutiner/nacka.toml", "rutiner/skolfranvaro.toml"] {
        for command in ["check", "test", "plan", "show"] {
            says_nothing_that_steers(&env, &["routine", command, file]);
        }
    }
}

#[test]
fn json_gives_every_stored_text_as_it_was_typed() {
    let env = Env::new().with("SISAM_USER", STEERING);
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej")
        .success();
    let note = format!("a{STEERING}");
    env.sisam(["note", "N1", &note]).success();
    let log = env.line("log N1 --format json").success().out;
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    let last = log.as_array().unwrap().last().unwrap();
    // Signs that nobody sees are not stored.
    let stored = |text: &str| text.replace(UNSEEN, "");
    assert_eq!(last["text"], stored(&note));
    // A name is one line: what steers divides it as a space does.
    assert_eq!(last["who"], one_line(&stored(STEERING)));
}

#[test]
fn a_turned_direction_does_not_make_a_name_or_a_date_read_otherwise() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej")
        .success();
    env.sisam([
        "set",
        "N1",
        "--role",
        "socialsekreterare=\u{202e}annA\u{202c} \u{2067}2026-12-01\u{2069}",
    ])
    .success();
    let shown = env.line("log N1 --plain").success().out;
    assert!(shown.contains("annA 2026-12-01"), "{shown}");
}

#[test]
fn long_texts_are_stored_and_shown_whole() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej")
        .success();
    // One argument holds at most 128 kB on Linux.
    for text in [
        "ord ".repeat(30_000),
        "å".repeat(60_000),
        "x".repeat(100_000),
    ] {
        env.sisam(["note", "N1", &text]).success();
    }
    env.sisam([
        "set",
        "N1",
        "--role",
        &format!("socialsekreterare={}", "y".repeat(100_000)),
    ])
    .success();
    let ways = WAYS.iter().cycle();
    for (line, way) in reading_lines("N1", "nacka").into_iter().zip(ways) {
        says_nothing_in(&env, &line, way);
    }
    let log = survives(env.line("log N1 --plain"), "log").stdout;
    assert!(
        String::from_utf8(log)
            .unwrap()
            .contains(&"x".repeat(100_000))
    );
}
