//! Hostile input: whatever is typed, stored or loaded, the answer is a message or correct work, soon.

mod another_hand;
pub(crate) mod dice;
mod far_dates;
mod flipped;
mod mutated;
#[cfg(unix)]
mod places;
#[cfg(unix)]
mod prompts;
mod routine_files;
mod schemas;
mod texts;
mod typed;

use std::process::Output;
use std::time::Duration;

use crate::harness::{Env, Run};

/// What a terminal acts upon, or what makes a text read otherwise than it is stored: the screen cleared, the clipboard
/// filled, a link, a device string, bare C1 signs, turned directions, unseen signs, other line breaks.
const STEERING: &str = "\u{1b}[2J\u{1b}]52;c;QUFB\u{7}\u{1b}]8;;http://x\u{1b}\\\u{1b}P1$r\u{1b}\\\u{9b}31m\u{9d}0;t\u{9c}\
     \u{202e}\u{2066}\u{200f}\u{61c}\u{200b}\u{2028}\u{2029}\u{feff}\u{ad}\u{e0041}\u{301}\u{7}\u{8}\r\u{7f}\t\u{85}A";

/// No command in these tests has reason to take longer, even where much is built at the same time.
const SOON: Duration = Duration::from_secs(60);

/// Runs the program; it must end soon, by itself and not with a bug.
fn survives(run: Run<'_>, what: &str) -> Output {
    let output = run.output_within(SOON);
    let said = String::from_utf8_lossy(&output.stderr);
    let code = output.status.code();
    assert!(matches!(code, Some(0..=3)), "{what}: {code:?}: {said}");
    assert!(code == Some(0) || code == Some(3) || !said.is_empty() || !output.stdout.is_empty());
    output
}

/// What is said must hold nothing that a terminal acts upon but the program's own colours.
fn is_harmless(bytes: &[u8], coloured: bool, what: &str) {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = if coloured {
        without_colours(text)
    } else {
        text.to_owned()
    };
    let steering = text.char_indices().find(|(_, c)| steers(*c));
    let at = steering.map(|(at, _)| text.ceil_char_boundary(at.saturating_sub(60)));
    assert!(
        steering.is_none(),
        "{what}: {steering:?} after {:?}",
        at.and_then(|at| text.get(at..))
            .map(|rest| rest.chars().take(80).collect::<String>())
    );
}

/// Colours begin and end with `ESC [ … m`.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        let code = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        match code.strip_prefix('m') {
            Some(rest) => before + rest,
            None => format!("{before}\u{1b}[{part}"),
        }
    })
}

fn steers(c: char) -> bool {
    let formats = "\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{feff}";
    (c.is_control() && c != '\n')
        || formats.contains(c)
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The ways every command that prints is looked at.
const WAYS: [&[&str]; 4] = [
    &[],
    &["--plain"],
    &["--color", "always"],
    &["--format", "json"],
];

/// Runs a line in every way; all that is said must be harmless.
fn says_nothing_that_steers(env: &Env, arguments: &[&str]) {
    for way in WAYS {
        says_nothing_in(env, arguments, way);
    }
}

/// The same in one way.
fn says_nothing_in(env: &Env, arguments: &[&str], way: &[&str]) {
    let what = format!("{arguments:?} {way:?}");
    let what = what.chars().take(200).collect::<String>();
    let output = survives(env.sisam(arguments.iter().chain(way)), &what);
    for bytes in [&output.stdout, &output.stderr] {
        is_harmless(bytes, way.contains(&"always"), &what);
    }
}

/// Every command that only reads, for a case and a routine.
fn reading_lines<'a>(case: &'a str, routine: &'a str) -> Vec<Vec<&'a str>> {
    let mut lines: Vec<Vec<&str>> = [
        "list --all",
        "next",
        "report",
        "report --overdue --details",
        "report --missing --late --extended",
        "report --by who",
        "report --by role",
        "report --by routine",
        "report --who x",
        "routine list",
        "",
    ]
    .iter()
    .map(|line| line.split_whitespace().collect())
    .collect();
    for before in ["show", "log", "next"] {
        lines.push(vec![before, case]);
    }
    for step in ["1", "2", "3"] {
        lines.push(vec!["why", case, step]);
    }
    for before in ["show", "plan", "check", "test"] {
        lines.push(vec!["routine", before, routine]);
    }
    lines
}
