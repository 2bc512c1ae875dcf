//! Runs the real program: empty environment, a home of its own, a fixed day, normalised paths.
#![expect(
    clippy::disallowed_methods,
    reason = "Windows programs need a variable of the real environment; what cannot be undone goes by the real clock"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The day it is in every test that does not say otherwise.
pub(crate) const TODAY: &str = "2026-11-21";

/// A home with nothing in it, and the variables the program is started with.
pub(crate) struct Env {
    home: TempDir,
    variables: BTreeMap<String, String>,
}

/// What the program wrote.
#[derive(Debug)]
pub(crate) struct Told {
    /// On standard output.
    pub(crate) out: String,
    /// On standard error.
    pub(crate) err: String,
}

/// The program about to run.
pub(crate) struct Run<'a> {
    env: &'a Env,
    command: Command,
}

impl Env {
    /// A new home; it is gone when this is dropped.
    pub(crate) fn new() -> Self {
        let home = tempfile::Builder::new().prefix("sisam-").tempdir().unwrap();
        let variables = [
            ("SISAM_TODAY", TODAY),
            ("SISAM_USER", "test"),
            ("SISAM_LANG", "sv"),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self {
            home,
            variables: variables.into(),
        }
    }

    /// The same in English.
    pub(crate) fn english() -> Self {
        Self::new().with("SISAM_LANG", "en")
    }

    /// The same with a variable set.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same without a variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    /// The same without a given day: the program's clock is the real one.
    pub(crate) fn on_the_real_day(self) -> Self {
        self.without("SISAM_TODAY")
    }

    /// The real day so many days from now, as the command line takes it.
    pub(crate) fn days_from_now(days: u64) -> String {
        let today = chrono::Local::now().date_naive();
        (today + chrono::Days::new(days)).to_string()
    }

    /// A path in the home.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Writes a file in the home and gives its path.
    pub(crate) fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Every file in the home with its bytes, by path: what a reading command must leave as it was. The access log is
    /// not among them: whoever opens a case stands in it.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        collect(self.home.path(), &mut found);
        found.retain(|path, _| !path.to_string_lossy().ends_with(".access.log"));
        found
    }

    /// The program with these arguments, in the home. Nobody is at the keyboard.
    pub(crate) fn sisam<I, S>(&self, arguments: I) -> Run<'_>
    where
        I: IntoIterator<Item = S>,
        S: AsRef<std::ffi::OsStr>,
    {
        let mut plain = std::process::Command::new(program());
        self.prepare(&mut plain);
        let mut command = Command::from_std(plain);
        command.args(arguments);
        Run { env: self, command }
    }

    /// The program about to run as a process of its own; `~` stands for a space within an argument.
    pub(crate) fn process(&self, line: &str) -> std::process::Command {
        let mut command = std::process::Command::new(program());
        self.prepare(&mut command);
        command.args(line.split_whitespace().map(|word| word.replace('~', " ")));
        command
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        command
    }

    /// The program with the words of a line as arguments.
    pub(crate) fn line(&self, line: &str) -> Run<'_> {
        self.sisam(line.split_whitespace())
    }

    /// Makes the program's surroundings: this home, these variables, nothing else.
    pub(crate) fn prepare(&self, command: &mut std::process::Command) {
        command.env_clear().current_dir(self.home.path());
        // Windows programs do not start without it.
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        command.env("HOME", self.home.path());
        command.env("APPDATA", self.path(".config"));
        command.env("LOCALAPPDATA", self.path(".local/share"));
        // A terminal that knows what terminals know, unless a variable says otherwise.
        command.env("TERM", "xterm").envs(&self.variables);
    }

    /// What the program wrote, the same on every machine.
    pub(crate) fn normalised(&self, bytes: &[u8]) -> String {
        let text = std::str::from_utf8(bytes).unwrap();
        let home = self.home.path().to_string_lossy();
        let text = match cfg!(windows) {
            true => with_slashes(&text.replace("\r\n", "\n"), &home),
            false => text.replace(home.as_ref(), "$HOME"),
        };
        // A line in a snapshot cannot end in space; neither may one on a screen.
        assert!(text.lines().all(|line| line.trim_end() == line), "{text:?}");
        text
    }
}

/// Where the program under test lies.
pub(crate) fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_sisam"))
}

impl Run<'_> {
    /// The same with this piped in.
    pub(crate) fn piped(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.command.write_stdin(input);
        self
    }

    /// Runs it; it must end well.
    pub(crate) fn success(self) -> Told {
        self.ends(0)
    }

    /// Runs it; it must end with this exit code, say why on standard error and write no data.
    pub(crate) fn fails(self, code: i32) -> Told {
        let told = self.ends(code);
        assert_eq!(told.out, "", "a failure writes no data");
        assert!(!told.err.is_empty(), "a failure says why");
        told
    }

    /// Runs it and gives what came of it, as it is; it is killed when it takes longer.
    pub(crate) fn output_within(mut self, time: std::time::Duration) -> std::process::Output {
        // What a killed program leaves has no exit code.
        self.command.timeout(time).output().unwrap()
    }

    /// Runs it, and gives what it wrote on standard output whatever its exit code says of it.
    pub(crate) fn ends_with_data(mut self) -> String {
        let output = self.command.output().unwrap();
        assert!(
            matches!(output.status.code(), Some(0 | 1 | 3)),
            "{output:?}"
        );
        self.env.normalised(&output.stdout)
    }

    /// Runs it; it must end with this exit code.
    pub(crate) fn ends(mut self, code: i32) -> Told {
        let output = self.command.output().unwrap();
        let told = Told {
            out: self.env.normalised(&output.stdout),
            err: self.env.normalised(&output.stderr),
        };
        assert_eq!(output.status.code(), Some(code), "{told:#?}");
        told
    }
}

/// Paths in the home as other systems write them. In JSON their signs are doubled.
fn with_slashes(text: &str, home: &str) -> String {
    let text = text.replace(&home.replace('\\', r"\\"), "$HOME");
    let text = text.replace(home, "$HOME");
    let mut parts = text.split("$HOME");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let end = part.find(|c: char| c.is_whitespace() || "\"',:".contains(c));
        let (path, rest) = part.split_at(end.unwrap_or(part.len()));
        let path = path.replace(r"\\", "/").replace('\\', "/");
        format!("{text}$HOME{path}{rest}")
    })
}

fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.insert(path, bytes);
        }
    }
}
