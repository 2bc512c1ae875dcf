//! What the case file withstands: programs that are killed, full disks, crowds, readers who may only read.

mod crowd;
mod full;
mod killed;
mod reading;
mod refused;
mod same_step;
mod sound;
mod stages;
mod system;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use sisam::domain::event::What;

use crate::harness::Env;

/// The case file of a siege, in its home.
const FILE: &str = "arenden.db";

impl Env {
    /// A home for a siege, its case file named.
    fn besieged() -> Self {
        Self::new().with_file()
    }

    /// The case file.
    fn file(&self) -> PathBuf {
        self.path(FILE)
    }

    /// The journal that lies beside the file while it is written, and after a writer that was killed.
    fn journal(&self) -> PathBuf {
        self.path(&format!("{FILE}-journal"))
    }
}

/// Shown when the test fails, or with `--nocapture`.
#[expect(clippy::print_stderr, reason = "for whoever runs the tests")]
fn told(line: &str) {
    eprintln!("{line}");
}

/// What a process said, on both streams.
fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stderr),
        String::from_utf8_lossy(&output.stdout)
    )
}

/// Every note in the file, and how many times it stands there.
fn notes(file: &Path) -> BTreeMap<String, u32> {
    let mut notes = BTreeMap::new();
    for event in sound::histories(file).into_values().flatten() {
        if let What::Noted { text, .. } = event.what {
            *notes.entry(text).or_default() += 1;
        }
    }
    notes
}
