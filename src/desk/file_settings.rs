//! The settings of a case file that people set: their names, values and what they mean.

use crate::domain::retention::FileKind;
use crate::ui::wording::Words;

pub(crate) const HOLDER: &str = "holder";
/// What the file is: with the holder it says which rules of destruction apply.
pub(crate) const RETENTION: &str = "retention";
/// The decision that says so; set together with it, and by nothing else.
pub(crate) const DECISION: &str = "retention_decision";
/// The holder whose files have the access log on.
pub(crate) const SOCIAL_SERVICES: &str = "socialnamnd";
pub(crate) const ACCESS_LOG: &str = "access_log";
pub(crate) const ON: &str = "on";
/// The value of one that is switched off.
pub(crate) const OFF: &str = "off";

/// The value that stands for every plan, of any number of years.
const PLAN: &str = "plan:N";

#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownSetting {
    pub(crate) key: &'static str,
    pub(crate) meaning: &'static str,
    /// Its values and the messages that say what each means.
    pub(crate) values: &'static [(&'static str, &'static str)],
    /// The message that says what holds while it is not set.
    pub(crate) unset: &'static str,
}

/// All there are. What the program keeps for itself is not among them.
pub(crate) const KNOWN: [KnownSetting; 3] = [
    KnownSetting {
        key: HOLDER,
        meaning: "setting-holder",
        values: &[
            (SOCIAL_SERVICES, "holder-social-services"),
            ("skola", "holder-school"),
            ("annan", "holder-other"),
        ],
        unset: "setting-holder-unset",
    },
    KnownSetting {
        key: RETENTION,
        meaning: "setting-retention",
        values: &[
            ("arbetslista", "retention-worklist"),
            ("akt", "retention-record"),
            (PLAN, "retention-plan"),
        ],
        unset: "setting-retention-unset",
    },
    KnownSetting {
        key: ACCESS_LOG,
        meaning: "setting-access-log",
        values: &[(ON, "access-log-on"), (OFF, "access-log-off")],
        unset: "setting-access-log-unset",
    },
];

impl KnownSetting {
    pub(crate) fn meaning_of(&self, value: &str) -> Option<&'static str> {
        let name = match FileKind::parse(value) {
            Some(FileKind::Plan(_)) => PLAN,
            _ if value == PLAN => return None,
            _ => value,
        };
        let named = self.values.iter().find(|(known, _)| *known == name);
        named.map(|(_, meaning)| *meaning)
    }
}

pub(crate) fn in_words(key: &str, value: &str, words: &Words) -> String {
    let known = KNOWN.iter().find(|known| known.key == key);
    let years = match FileKind::parse(value) {
        Some(FileKind::Plan(years)) => years,
        _ => 0,
    };
    match known.map(|known| known.meaning_of(value).unwrap_or(known.unset)) {
        Some(id) => say!(words, id, years),
        None => value.to_owned(),
    }
}
