//! The only reader of the environment: arguments, variables, folders, the user and the locale of the system.
#![expect(
    clippy::disallowed_methods,
    reason = "the environment is read here and handed on as values"
)]

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

#[derive(Debug, Clone, Default)]
pub(crate) struct Surroundings {
    /// The command line, the program's own name first.
    pub(crate) arguments: Vec<OsString>,
    pub(crate) db: Option<PathBuf>,
    pub(crate) key_file: Option<PathBuf>,
    pub(crate) routines: Option<PathBuf>,
    pub(crate) language: Option<String>,
    pub(crate) today: Option<String>,
    pub(crate) user: Option<String>,
    pub(crate) role: Option<String>,
    /// `NO_COLOR` is set, or the terminal is too simple for colours.
    pub(crate) no_colour: bool,
    /// The terminal moves no cursor.
    pub(crate) simple_terminal: bool,
    pub(crate) locale: Option<String>,
    /// Where one's own settings lie, or would; `None` where the platform has no folder for them.
    pub(crate) own_settings: Option<PathBuf>,
    /// Where IT's policy may lie; the first that is there holds.
    pub(crate) policies: Vec<PathBuf>,
}

impl Surroundings {
    /// Reads everything. A variable that is empty counts as unset.
    pub(crate) fn read() -> Self {
        let simple_terminal = text("TERM").as_deref() == Some("dumb");
        Self {
            arguments: env::args_os().collect(),
            db: path("SISAM_DB"),
            key_file: path("SISAM_KEY_FILE"),
            routines: path("SISAM_ROUTINES"),
            language: text("SISAM_LANG"),
            today: text("SISAM_TODAY"),
            user: text("SISAM_USER"),
            role: text("SISAM_ROLE"),
            no_colour: text("NO_COLOR").is_some() || simple_terminal,
            simple_terminal,
            locale: sys_locale::get_locale(),
            own_settings: folders().map(|f| f.config_dir().join("sisam").join("me.toml")),
            policies: policies(),
        }
    }
}

/// An administrator's folders. Where a variable names them, anybody may name another: the usual one goes before.
fn policies() -> Vec<PathBuf> {
    // Only builds for tests look where they are told to; a released one has no such variable.
    #[cfg(debug_assertions)]
    if let Some(policy) = path("SISAM_TEST_POLICY") {
        return vec![policy];
    }
    let folders = match cfg!(windows) {
        true => [Some(r"C:\ProgramData".into()), path("ProgramData")],
        false => [Some("/etc".into()), None],
    };
    let policy = |folder: PathBuf| folder.join("sisam").join("policy.toml");
    folders.into_iter().flatten().map(policy).collect()
}

/// Where the case file lies unless told: in the platform's data folder, on Windows the one that stays on the computer.
/// `None` when there is no such folder.
pub(crate) fn default_db() -> Option<PathBuf> {
    let folders = folders()?;
    let folder = match cfg!(windows) {
        // That it is meant for what can be made anew, nobody clears it.
        true => folders.cache_dir(),
        false => folders.data_dir(),
    };
    let usual = folder.join("sisam").join("sisam.db");
    roaming_db().filter(|_| !usual.exists()).or(Some(usual))
}

/// A case file in the folder that Windows copies when somebody logs off, where earlier versions made it.
pub(crate) fn roaming_db() -> Option<PathBuf> {
    let roaming = folders()?.data_dir().join("sisam").join("sisam.db");
    Some(roaming).filter(|roaming| cfg!(windows) && roaming.exists())
}

/// Whether a new file there is for its owner alone. On Windows the folder decides: nobody else gets into a profile.
pub(crate) fn is_owners_alone(path: &Path) -> bool {
    let path = std::path::absolute(path).unwrap_or_default();
    let profile = etcetera::home_dir();
    !cfg!(windows) || profile.is_ok_and(|profile| path.starts_with(profile))
}

fn folders() -> Option<impl BaseStrategy> {
    etcetera::base_strategy::choose_native_strategy().ok()
}

pub(crate) fn scratch_folder() -> PathBuf {
    env::temp_dir()
}

pub(crate) fn system_user() -> Option<String> {
    whoami::username().ok().filter(|name| !name.is_empty())
}

fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

fn path(name: &str) -> Option<PathBuf> {
    variable(name).map(PathBuf::from)
}

/// Text that is not Unicode is kept as far as it is, so that it is refused where it is used and not passed over.
fn text(name: &str) -> Option<String> {
    variable(name).map(|value| value.to_string_lossy().into_owned())
}
