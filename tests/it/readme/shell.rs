//! As much of a shell as the documents use: the program with its arguments, variables, and the latest exit code.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::process::Command;

use crate::harness::{Env, program};

/// A shell in a home of its own.
pub(super) struct Shell {
    env: Env,
    variables: Vec<(String, String)>,
    code: i32,
    is_code_shown: bool,
}

impl Shell {
    /// A shell in a home with nothing in it, where no variable is set.
    pub(super) fn new() -> Self {
        let env = ["SISAM_TODAY", "SISAM_LANG", "SISAM_USER"]
            .into_iter()
            .fold(Env::new(), Env::without);
        Self {
            env,
            variables: Vec::new(),
            code: 0,
            is_code_shown: true,
        }
    }

    /// Writes a file in the home.
    pub(super) fn write(&self, name: &str, content: &str) {
        self.env.write(name, content);
    }

    /// The same block with what the program really says: lines beginning with `$ ` are run. A line `…` stands for any
    /// lines that are left out.
    pub(super) fn replay(&mut self, block: &str) -> String {
        let mut told = String::new();
        let mut lines = block.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(command) = line.strip_prefix("$ ") else {
                continue;
            };
            told.push_str(line);
            told.push('\n');
            let mut command = command.to_owned();
            while let Some(start) = command.strip_suffix('\\') {
                let next = lines.next().unwrap();
                told.push_str(next);
                told.push('\n');
                command = format!("{start}{}", next.trim_start_matches('>'));
            }
            let said = self.run(&command);
            let mut shown = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                shown.push_str(line);
                shown.push('\n');
            }
            told.push_str(if is_said(&shown, &said) {
                &shown
            } else {
                &said
            });
        }
        told
    }

    /// Nothing went wrong unseen.
    pub(super) fn has_shown_all_codes(&self) -> bool {
        self.is_code_shown
    }

    fn run(&mut self, line: &str) -> String {
        let mut words = words(line);
        if line == "echo $?" {
            self.is_code_shown = true;
            return format!("{}\n", self.code);
        }
        assert!(self.is_code_shown, "before {line:?}: exit {}", self.code);
        if words[0] == "export" {
            let set = words.iter().skip(1).filter_map(|word| assignment(word));
            self.variables.extend(set);
            return String::new();
        }
        let mut variables = self.variables.clone();
        while let Some(set) = assignment(&words[0]) {
            variables.push(set);
            words.remove(0);
        }
        assert_eq!(words[0], "sisam", "only sisam is run: {line}");
        let mut input = std::process::Stdio::null();
        if let Some(place) = words.iter().position(|word| word == "<") {
            input = File::open(self.env.path(&words[place + 1])).unwrap().into();
            words.truncate(place);
        }
        let (code, told) = self.sisam(&words[1..], variables, input);
        self.code = code;
        self.is_code_shown = code == 0;
        told
    }

    /// Both streams go where a terminal has them: one after the other as they are written.
    fn sisam(
        &self,
        arguments: &[String],
        variables: Vec<(String, String)>,
        input: std::process::Stdio,
    ) -> (i32, String) {
        let mut screen: File = tempfile::tempfile().unwrap();
        let mut command = Command::new(program());
        self.env.prepare(&mut command);
        let status = command
            .args(arguments)
            .envs(variables)
            .stdin(input)
            .stdout(screen.try_clone().unwrap())
            .stderr(screen.try_clone().unwrap())
            .status()
            .unwrap();
        let mut told = Vec::new();
        screen.seek(SeekFrom::Start(0)).unwrap();
        screen.read_to_end(&mut told).unwrap();
        (status.code().unwrap(), self.env.normalised(&told))
    }
}

/// Whether what is shown was said, but for what is left out at each `…`.
fn is_said(shown: &str, said: &str) -> bool {
    let mut pieces = shown.split("…\n");
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = said.strip_prefix(first) else {
        return false;
    };
    let mut is_whole = true;
    for piece in pieces {
        let Some((_, after)) = rest.split_once(piece) else {
            return false;
        };
        is_whole = piece.is_empty();
        rest = after;
    }
    rest.is_empty() || is_whole && shown.ends_with("…\n")
}

#[test]
fn what_is_left_out_may_be_anything_and_the_rest_may_not() {
    assert!(is_said("a\n…\nc\n", "a\nb\nc\n"));
    assert!(is_said("a\n…\n", "a\nb\nc\n"));
    assert!(is_said("a\n", "a\n"));
    for shown in ["a\n", "a\n…\nd\n", "b\n…\n", "a\n…\nb\n"] {
        assert!(!is_said(shown, "a\nb\nc\n"), "{shown}");
    }
}

/// `NAME=value`, when a word is one.
fn assignment(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    let is_name = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    (is_name && !name.is_empty()).then(|| (name.to_owned(), value.to_owned()))
}

/// The words of a line; what stands in quotation marks belongs together.
pub(super) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut is_quoted = false;
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => {
                words.push(std::mem::take(&mut word));
            }
            c => word.push(c),
        }
    }
    assert!(!is_quoted, "a quotation mark is missing: {line}");
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn words_are_taken_apart_as_a_shell_does() {
    let line = "A=1 sisam note 2026-014 \"Rektor ringer\" --as \"Enhet 2\"";
    let expected = [
        "A=1",
        "sisam",
        "note",
        "2026-014",
        "Rektor ringer",
        "--as",
        "Enhet 2",
    ];
    assert_eq!(words(line), expected);
    assert_eq!(assignment("A=1"), Some(("A".to_owned(), "1".to_owned())));
    assert_eq!(assignment("placering=1"), None);
}
