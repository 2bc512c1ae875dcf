//! The access log: a line beside the case file for each time a command opens a case, where it is on.
//!
//! It lies beside the file and not in it, because reading never writes the file. Its times are the real clock's
//! also under `--today`: what day it was pretended to be is no matter here. Where a line cannot be written, nothing is
//! shown and nothing done.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::identity_number::holds_identity_number;
use crate::domain::retention::Holder;
use crate::error::Failure;
use crate::store::{Reading, Stored};
use crate::{files, paths};

use super::file_log::{ACCESS_LOG, HOLDER, OFF};
use super::{Desk, Scope};

/// Stands in the log for all cases.
const ALL: &str = "*";
pub(crate) const LOOKED_AT: &str = "log --access";

/// A line of the log. No arguments, and nothing that somebody has written but why it was switched off.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AccessLine {
    /// RFC 3339, UTC.
    pub(crate) at: String,
    /// Self-declared; `None` for somebody who calls themselves by a personnummer.
    pub(crate) who: Option<String>,
    #[serde(default)]
    pub(crate) login: Option<String>,
    pub(crate) command: String,
    /// The case; `*` for all.
    pub(crate) case: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) switched_off: Option<String>,
}

pub(crate) fn path_beside(file: &Path) -> PathBuf {
    files::with_added(file, ".access.log")
}

impl Desk {
    /// What holds of the case file: as IT has set it, else as it says itself.
    pub(crate) fn setting(&self, reading: &Reading<'_>, key: &str) -> Stored<Option<String>> {
        match self.policy.get(key) {
            Some(set) => Ok(Some(set.to_owned())),
            None => reading.setting(key),
        }
    }

    /// Whether the log of a file is on: as it is set, else where social services hold the file. What cannot be read, or
    /// is no value of the setting, is on.
    pub(crate) fn logs_access(&self, reading: &Reading<'_>) -> bool {
        let setting = |key| self.setting(reading, key);
        match (setting(ACCESS_LOG), setting(HOLDER)) {
            (Ok(Some(setting)), _) => setting != OFF,
            (Ok(None), Ok(Some(holder))) => {
                !matches!(Holder::parse(&holder), Some(Holder::School | Holder::Other))
            }
            (Ok(None), Ok(None)) => false,
            _ => true,
        }
    }

    /// A case file was opened: notes it for a command that sees all cases. Of two files it is enough that one has the
    /// log on.
    pub(crate) fn note_opened(&self, reading: &Reading<'_>) -> Result<(), Failure> {
        let log = &self.cache.logs_access;
        log.set(log.get() || self.logs_access(reading));
        // Whose turn a step is says less where this cannot be read.
        let holder = self.setting(reading, HOLDER).unwrap_or_default();
        let holder = holder.map_or(Some(Holder::SocialServices), |typed| Holder::parse(&typed));
        self.cache.holder.set(holder);
        match self.scope {
            Scope::All => self.note_access(ALL),
            Scope::Cases => Ok(()),
        }
    }

    /// Who holds the file, once it is opened.
    pub(crate) fn holder(&self) -> Option<Holder> {
        self.cache.holder.get()
    }

    /// Notes that a case was opened, once for the whole command; nothing where the log is off.
    pub(crate) fn note_access(&self, case: &str) -> Result<(), Failure> {
        if self.cache.logs_access.get() && !self.cache.noted.borrow().contains(case) {
            self.log_access(case, None)?;
            self.cache.noted.borrow_mut().insert(case.to_owned());
        }
        Ok(())
    }

    pub(crate) fn log_access(&self, case: &str, switched_off: Option<&str>) -> Result<(), Failure> {
        let allowed = |name: &String| !holds_identity_number(name);
        let line = AccessLine {
            at: self.clock.real_time(),
            who: Some(self.who.clone()).filter(allowed),
            login: paths::system_user().filter(allowed),
            command: self.command.to_owned(),
            case: case.to_owned(),
            switched_off: switched_off.map(str::to_owned),
        };
        let file = path_beside(&self.path()?);
        let line = serde_json::to_string(&line).map_err(|error| Failure::bug(error.to_string()))?;
        files::append_line(&file, &line)
            .map_err(|error| log_fault("access-log-failed", &file, error.kind()))
    }

    /// The lines of the log, oldest first, and how many cannot be read; `None` where there is none.
    ///
    /// # Errors
    /// A log that cannot be read.
    pub(crate) fn access_log(&self) -> Result<Option<(Vec<AccessLine>, usize)>, Failure> {
        let file = path_beside(&self.path()?);
        let text = match files::read_limited(&file, usize::MAX) {
            Ok(text) => text,
            // A link that leads nowhere is there, and no log.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return match file.symlink_metadata() {
                    Ok(_) => Err(log_fault(
                        "access-log-unread",
                        &file,
                        ErrorKind::InvalidInput,
                    )),
                    Err(_) => Ok(None),
                };
            }
            Err(error) => return Err(log_fault("access-log-unread", &file, error.kind())),
        };
        let text = String::from_utf8_lossy(&text);
        let lines = text.lines().filter(|line| !line.is_empty());
        let lines: Vec<_> = lines.map(serde_json::from_str).collect();
        let unread = lines.iter().filter(|line| line.is_err()).count();
        Ok(Some((lines.into_iter().flatten().collect(), unread)))
    }
}

fn log_fault(id: &'static str, file: &Path, kind: ErrorKind) -> Failure {
    Failure::refused(message!(id, file, cause = kind)).hint("access-log-hint")
}
