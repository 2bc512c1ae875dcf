//! One's own settings: a small file in the platform's folder of settings. Options and the environment go before it.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::cli::values;
use crate::domain::ids::RoleId;
use crate::error::Failure;
use crate::files;
use crate::ui::wording::Language;

/// A setting: its name, other names for it, what it is for, and what is stored of what was typed.
pub(crate) struct OwnSetting {
    pub(crate) key: &'static str,
    /// Other names, the Swedish one first.
    names: &'static [&'static str],
    /// The message that says what it is for.
    pub(crate) meaning: &'static str,
    /// What may be typed, in words; a message.
    pub(crate) choices: &'static str,
    /// The value as it is stored; `None` when it is none.
    read: fn(&str) -> Option<String>,
}

pub(crate) const LANGUAGE: &str = "language";
pub(crate) const PLAIN: &str = "plain";
pub(crate) const ROLE: &str = "role";
pub(crate) const FILE: &str = "file";
pub(crate) const HORIZON: &str = "horizon";

/// No setting holds a reference or anything else of a case.
pub(crate) const KNOWN: [OwnSetting; 5] = [
    OwnSetting {
        key: LANGUAGE,
        names: &["språk", "sprak", "lang"],
        meaning: "own-language",
        choices: "own-language-choices",
        read: language,
    },
    OwnSetting {
        key: PLAIN,
        names: &["enkelt"],
        meaning: "own-plain",
        choices: "own-plain-choices",
        read: switch,
    },
    OwnSetting {
        key: ROLE,
        names: &["roll"],
        meaning: "own-role",
        choices: "own-role-choices",
        read: role,
    },
    OwnSetting {
        key: FILE,
        names: &["fil", "ärendefil", "arendefil", "db"],
        meaning: "own-file",
        choices: "own-file-choices",
        read: file,
    },
    OwnSetting {
        key: HORIZON,
        names: &["horisont"],
        meaning: "own-horizon",
        choices: "own-horizon-choices",
        read: days,
    },
];

impl OwnSetting {
    /// As it is called in a language.
    pub(crate) fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.names.first().unwrap_or(&self.key),
            Language::English => self.key,
        }
    }
}

const ON: &str = "on";
const OFF: &str = "off";

pub(crate) fn language(typed: &str) -> Option<String> {
    let code = match typed.to_lowercase().as_str() {
        "sv" | "svenska" | "swedish" => "sv",
        "en" | "engelska" | "english" => "en",
        _ => return None,
    };
    Some(code.to_owned())
}

pub(crate) fn switch(typed: &str) -> Option<String> {
    let is_on = match typed.to_lowercase().as_str() {
        ON | "på" | "pa" | "ja" | "yes" | "true" => true,
        OFF | "av" | "nej" | "no" | "false" => false,
        _ => return None,
    };
    Some(switched(is_on).to_owned())
}

/// How a switch is stored and shown.
pub(crate) fn switched(is_on: bool) -> &'static str {
    if is_on { ON } else { OFF }
}

/// An id. Whether a routine has such a role is seen where it is used.
fn role(typed: &str) -> Option<String> {
    let id = typed.trim().to_lowercase().replace(' ', "-");
    let is_id = |c: char| c.is_alphabetic() || c.is_ascii_digit() || c == '-';
    (id.len() <= 80 && id.starts_with(char::is_alphabetic) && id.chars().all(is_id)).then_some(id)
}

/// The whole path: the file is the same one whichever folder one stands in.
fn file(typed: &str) -> Option<String> {
    let path = std::path::absolute(values::names_a_file(typed.into()).ok()?).ok()?;
    path.to_str().map(str::to_owned)
}

/// Days ahead, at most a year.
fn days(typed: &str) -> Option<String> {
    let days: u16 = typed.parse().ok()?;
    (1..=366).contains(&days).then(|| days.to_string())
}

/// The settings by name. Those of a newer version are kept, and mean nothing here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OwnSettings(BTreeMap<String, String>);

/// Nobody sets so much; a file that is longer is another file.
const MOST_BYTES: usize = 64 * 1024;

impl OwnSettings {
    /// None where there is no such file.
    pub(crate) fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let stored = |key: &str, value: String| match known(key) {
            Some(known) => (known.read)(&value),
            None => Some(value),
        };
        let faults = ["own-settings-unreadable", "own-settings-broken"];
        let found = path
            .map(|path| read_file(path, faults, stored))
            .transpose()?;
        Ok(Self(found.flatten().unwrap_or_default()))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    pub(crate) fn language(&self) -> Option<Language> {
        Language::of_code(self.get(LANGUAGE)?)
    }

    pub(crate) fn plain(&self) -> Option<bool> {
        self.get(PLAIN).map(|switched| switched == ON)
    }

    pub(crate) fn role(&self) -> Option<RoleId> {
        self.get(ROLE).map(RoleId::from)
    }

    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.get(FILE).map(PathBuf::from)
    }

    /// How many days ahead the walk looks.
    pub(crate) fn horizon(&self) -> Option<u16> {
        self.get(HORIZON)?.parse().ok()
    }

    /// Takes what was typed for a setting, or away what it has; gives its name and what is stored.
    pub(crate) fn set(
        &mut self,
        name: &str,
        typed: Option<&str>,
        language: Language,
    ) -> Result<(&'static OwnSetting, Option<String>), Failure> {
        let Some(known) = known(&name.to_lowercase()) else {
            let what = message!("config-unknown-key", given = name);
            let keys = KNOWN.iter().map(|known| known.name(language));
            return Err(Failure::refused(what).among(name, keys));
        };
        let key = known.key;
        let stored = match typed {
            None => None,
            Some(typed) => Some((known.read)(typed).ok_or_else(|| {
                let name = known.name(language);
                let what = message!("config-unknown-value", key = name, given = typed);
                Failure::refused(what).hint(known.choices)
            })?),
        };
        match &stored {
            Some(stored) => self.0.insert(key.to_owned(), stored.clone()),
            None => self.0.remove(key),
        };
        Ok((known, stored))
    }

    /// Writes them whole, or leaves what was there.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        let text: String = self
            .0
            .iter()
            .map(|(key, value)| format!("{key} = {}\n", toml::Value::from(value.as_str())))
            .collect();
        files::make_folder_of(path)
            .and_then(|()| files::write_over(path, text.as_bytes()))
            .map_err(|error| {
                let (path, cause) = (path.display().to_string(), error.kind());
                Failure::refused(message!("own-settings-not-written", path, cause))
            })
    }
}

/// A file of settings, each a text, a number or a switch, as `stored` keeps them; `None` where there is no such file.
/// The messages say that it cannot be read, and which line is wrong.
pub(crate) fn read_file(
    path: &Path,
    [unreadable, broken]: [&'static str; 2],
    stored: impl Fn(&str, String) -> Option<String>,
) -> Result<Option<BTreeMap<String, String>>, Failure> {
    let shown = || path.display().to_string();
    let bytes = match files::read_limited(path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            let what = message!(unreadable, path = shown(), cause = error.kind());
            return Err(Failure::refused(what));
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let broken = |line: usize| Failure::refused(message!(broken, path = shown(), line));
    let found: BTreeMap<String, toml::Value> = toml::from_str(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        broken(before.map_or(1, |before| before.matches('\n').count() + 1))
    })?;
    let settings = found.into_iter().map(|(key, value)| {
        let of_key = |line: &str| line.trim_start().starts_with(&key);
        let line = text.lines().position(of_key).unwrap_or_default() + 1;
        let value = match value {
            toml::Value::String(text) => Some(text),
            toml::Value::Integer(_) | toml::Value::Boolean(_) => Some(value.to_string()),
            _ => None,
        };
        let value = value.and_then(|value| stored(&key, value));
        Ok((key, value.ok_or_else(|| broken(line))?))
    });
    settings.collect::<Result<_, _>>().map(Some)
}

fn known(name: &str) -> Option<&'static OwnSetting> {
    KNOWN
        .iter()
        .find(|known| known.key == name || known.names.contains(&name))
}

/// The name that it is stored under; empty for what is no setting.
pub(crate) fn key_of(name: &str) -> &'static str {
    known(&name.to_lowercase()).map_or("", |known| known.key)
}
