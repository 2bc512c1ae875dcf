//! How long programs take, how much memory and how many instructions they need.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::files::TODAY;
use super::table::Amount;

/// The programs to measure, and those to measure them with.
pub(crate) struct Gauge {
    /// A folder of their own: their home, and where their files lie.
    pub(crate) folder: PathBuf,
}

/// A program as it is run for the n-th time.
pub(crate) type Contender<'c> = Box<dyn Fn(usize) -> Command + 'c>;

impl Gauge {
    /// A program with nothing in its environment that is not ours.
    pub(crate) fn program(&self, name: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(name);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &self.folder)
            .env("TASKRC", self.folder.join("taskrc"))
            .env("SISAM_LANG", "sv")
            .env("SISAM_TODAY", TODAY)
            .env("SISAM_USER", "bench")
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        command
    }

    /// sisam itself, on a case file.
    pub(crate) fn sisam(&self, file: &Path, arguments: &[&str]) -> Command {
        let mut command = self.program(env!("CARGO_BIN_EXE_sisam"));
        command.args(arguments).env("SISAM_DB", file);
        command
    }

    /// The SQLite shell on a file.
    pub(crate) fn sqlite3(&self, file: &Path, sql: &str) -> Command {
        let mut command = self.program("sqlite3");
        command.arg("-bail").arg(file).arg(sql);
        command
    }

    /// Whether a program is there.
    pub(crate) fn has(&self, program: &str) -> bool {
        let mut command = self.program(program);
        let asked = command
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        asked.status().is_ok()
    }

    /// What a program prints.
    pub(crate) fn output(&self, command: &mut Command) -> String {
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Gives a program something to read.
    pub(crate) fn feed(&self, command: &mut Command, input: &[u8]) {
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        assert!(child.wait().unwrap().success(), "{command:?}");
    }

    /// How long each takes: the median of as many runs, taken in turns, so that what else the machine does meets all
    /// of them alike.
    pub(crate) fn medians<const N: usize>(
        &self,
        runs: usize,
        contenders: [Contender<'_>; N],
    ) -> [Amount; N] {
        let mut times = [const { Vec::new() }; N];
        for run in 0..=runs {
            for (contender, times) in contenders.iter().zip(&mut times) {
                let taken = time(&mut contender(run));
                // The first round only brings files and programs into memory.
                if run > 0 {
                    times.push(taken);
                }
            }
        }
        times.map(|mut times| {
            times.sort();
            Amount::Time(times[times.len() / 2])
        })
    }

    /// The most memory a program holds at any time, as GNU time sees it.
    pub(crate) fn memory(&self, measured: &Command) -> Amount {
        let mut command = self.wrapped("time", &["-f", "%M"], measured);
        let output = command.stdout(Stdio::null()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let kibibytes = told
            .lines()
            .last()
            .and_then(|line| line.parse::<f64>().ok());
        let kibibytes = kibibytes.unwrap_or_else(|| panic!("{command:?}: {told}"));
        Amount::Memory(kibibytes / 1024.0)
    }

    /// How many instructions a program takes, as valgrind counts them: the same however busy the machine is.
    pub(crate) fn instructions(&self, measured: &Command) -> Amount {
        let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
        let mut command = self.wrapped("valgrind", &options, measured);
        let output = command.stdout(Stdio::null()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let count = told
            .lines()
            .find_map(|line| line.split_once("Collected : "));
        let count = count.and_then(|(_, count)| count.trim().parse::<f64>().ok());
        let count = count.unwrap_or_else(|| panic!("{command:?}: {told}"));
        Amount::Instructions(count / 1e6)
    }

    fn wrapped(&self, program: &str, options: &[&str], inner: &Command) -> Command {
        let mut command = self.program(program);
        command
            .args(options)
            .arg(inner.get_program())
            .args(inner.get_args());
        for (name, value) in inner.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        command
    }
}

/// How long a program takes, from its start to its end.
fn time(command: &mut Command) -> Duration {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let ended = command.status().unwrap();
    let taken = begun.elapsed();
    assert!(ended.success(), "{command:?}");
    taken
}
