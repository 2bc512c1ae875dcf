//! What somebody typed, in a form that can be typed again.

use std::path::Path;

use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::ui::wording::Words;

pub(crate) fn path(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// A failure whose hints for a whole line name this command and these cases, and keep these options.
pub(crate) fn kept(
    failure: Failure,
    words: &Words,
    (command, cases): (&'static str, &[CaseRef]),
    options: impl IntoIterator<Item = (&'static str, Option<String>)>,
) -> Failure {
    let options = options.into_iter().filter_map(|(id, value)| {
        let value = quoted(&value?);
        Some(format!(" {}", say!(words, id, value)))
    });
    let options: String = options.collect();
    // A number that may not be stored is not said again either.
    if holds_identity_number(&options) {
        return failure;
    }
    let cases: Vec<_> = cases.iter().map(|case| quoted(case.as_str())).collect();
    failure.with_typed(&words.say(command), &cases.join(" "), &options)
}

/// In quotation marks where a shell would otherwise take it apart or put something else in its place.
pub(crate) fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.=/:".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) {
        return value.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{}\"", value.replace('"', "\\\""));
    }
    // Within these nothing means anything but themselves.
    format!("'{}'", value.replace('\'', r"'\''"))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_what_was_typed() {
        for value in [
            "",
            "2026-001",
            "rektor=Team 3",
            "a'b",
            "''",
            "\"$HOME\" `date` $(date) !! \\ *",
            "åäö; ls > x & # y",
            "två\nrader",
        ] {
            let echoed = std::process::Command::new("sh")
                .args(["-c", &format!("printf %s {}", quoted(value))])
                .output()
                .unwrap();
            assert_eq!(String::from_utf8(echoed.stdout).unwrap(), value);
        }
    }

    #[test]
    fn what_is_plain_stays_plain() {
        assert_eq!(quoted("inskrivning=2026-12-02"), "inskrivning=2026-12-02");
        assert_eq!(quoted("C:/mapp/fil.db"), "C:/mapp/fil.db");
    }
}
