//! Whoever reads a list slowly, or not at all, keeps nobody from writing.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Duration;

use sisam::store::{CaseFile, LogEntry, OpenOptions, StoreError};

use crate::cases::many;
use crate::harness::{Env, program};

/// More than a pipe holds, several times over.
const CASES: usize = 1500;

#[test]
fn a_list_that_nobody_reads_keeps_nobody_from_writing() {
    let env = many(Env::new(), CASES);
    for line in ["list", "next", "report --overdue"] {
        let mut command = Command::new(program());
        env.prepare(&mut command);
        command.args(line.split_whitespace());
        command.args(["--format", "json"]).stdout(Stdio::piped());
        let mut reader = command.spawn().unwrap();
        let mut out = reader.stdout.take().unwrap();
        let mut list = vec![0];
        // The list has begun, and does not fit into the pipe.
        out.read_exact(&mut list).unwrap();

        let opening = OpenOptions {
            patience: Duration::from_secs(1),
            ..OpenOptions::default()
        };
        let mut file = CaseFile::open_for_writing(&env.path("arenden.db"), &opening).unwrap();
        let written = file.write(|change| change.log(&entry()));
        assert_eq!(written, Ok::<_, StoreError>(()), "{line}");

        out.read_to_end(&mut list).unwrap();
        assert!(reader.wait().unwrap().success());
        assert!(list.len() > 300_000, "{line}: {}", list.len());
        let list: serde_json::Value = serde_json::from_slice(&list).unwrap();
        assert!(list.as_array().unwrap().len() >= CASES);
    }
}

fn entry() -> LogEntry {
    LogEntry {
        at: "2026-11-21T00:00:00Z".to_owned(),
        who: "test".to_owned(),
        kind: "test".to_owned(),
        detail: serde_json::Value::Null,
    }
}
