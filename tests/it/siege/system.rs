//! What the system lets a test do: be somebody who is bound by permissions, look at a folder's very times.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::harness::{Env, program};

/// Nobody in particular.
const NOBODY: u32 = 65_534;

/// A home in which the program runs as an ordinary user, whoever runs the tests: root is bound by no permission.
pub(super) struct Ordinary<'e> {
    env: &'e Env,
    /// Root runs the tests: the program runs as nobody, from where nobody can reach it.
    stand_in: Option<PathBuf>,
}

impl<'e> Ordinary<'e> {
    /// Gives the home and all in it to the ordinary user.
    pub(super) fn owns(env: &'e Env) -> Self {
        let home = env.path("");
        let is_root = chown(&home, Some(NOBODY), Some(NOBODY)).is_ok();
        if !is_root {
            let stand_in = None;
            return Self { env, stand_in };
        }
        // The folder the program was built in may be closed to others.
        let copy = env.path("sisam");
        // By another program: what this one has open for writing, its other threads' children cannot run.
        let copied = Command::new("cp").arg(program()).arg(&copy).status();
        assert!(copied.unwrap().success());
        each_below(&home, &mut |path| {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        });
        Self {
            env,
            stand_in: Some(copy),
        }
    }

    /// Runs a line.
    pub(super) fn runs(&self, line: &str) -> Output {
        let program = self.stand_in.as_deref().unwrap_or(program());
        let mut command = Command::new(program);
        self.env.prepare(&mut command);
        if self.stand_in.is_some() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.args(line.split_whitespace()).output().unwrap()
    }
}

/// Sets the permissions of a file or folder.
pub(super) fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// A file or folder as it lies there: how long, when last changed, and its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lies {
    size: u64,
    changed: (i64, i64),
    mode: u32,
    bytes: Vec<u8>,
}

/// Everything below a folder, and the folder itself.
pub(super) fn all_below(folder: &Path) -> BTreeMap<PathBuf, Lies> {
    let mut all = BTreeMap::new();
    let mut note = |path: &Path| {
        let metadata = fs::metadata(path).unwrap();
        let is_file = metadata.is_file();
        let lies = Lies {
            size: if is_file { metadata.len() } else { 0 },
            changed: (metadata.mtime(), metadata.mtime_nsec()),
            mode: metadata.mode(),
            bytes: is_file
                .then(|| fs::read(path).unwrap_or_default())
                .unwrap_or_default(),
        };
        all.insert(path.to_owned(), lies);
    };
    note(folder);
    each_below(folder, &mut note);
    all
}

fn each_below(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        visit(&path);
        if path.is_dir() {
            each_below(&path, visit);
        }
    }
}
