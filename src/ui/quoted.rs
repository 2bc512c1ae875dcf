//! What is typed in a shell, so that it reads the same back.

use std::path::Path;

pub(crate) fn path(path: &Path) -> String {
    quoted(&path.display().to_string())
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
