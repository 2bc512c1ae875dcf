//! What the case file says of itself and of no case: its own log, and the settings that people set.

use serde_json::Value;

use crate::clock::local_of;
use crate::ctx::Ctx;
use crate::domain::message::Message;
use crate::domain::retention::FileKind;
use crate::domain::typed::id_named;
use crate::error::Failure;
pub(crate) use crate::policy::{ACCESS_LOG, HOLDER};
use crate::store::{LogEntry, Reading, StoreError};
use crate::ui::wording::{Language, Words};

use super::checkup::Remark;

pub(crate) const REMOVAL: &str = "removal";

/// An entry of now, under a given day with the real time beside it. What is stored there outlives cases: check first who
/// records ([`super::Desk::check_recorder`]) and what is named.
pub(crate) fn entry(ctx: &Ctx, kind: &str, mut detail: Value) -> LogEntry {
    let stamp = ctx.stamp();
    if stamp.today_given
        && let Some(detail) = detail.as_object_mut()
    {
        detail.insert("real_time".to_owned(), ctx.desk.clock.real_time().into());
    }
    LogEntry {
        at: stamp.at,
        who: stamp.who,
        kind: kind.to_owned(),
        detail,
    }
}

const FIELDS: [&str; 15] = [
    "word",
    "file",
    "cases",
    "case",
    "newer",
    "lost_cases",
    "key",
    "value",
    "was",
    "why",
    "routine",
    "opened",
    "reason",
    "change",
    "day",
];

/// What an entry says, in words; of a kind that is not known what it holds.
pub(crate) fn in_words(entry: &LogEntry, words: &Words) -> String {
    let id = match entry.kind.as_str() {
        "backup" => "file-log-backup",
        "restore" => "file-log-restore",
        "import" => "file-log-import",
        "export" => "file-log-export",
        "setting" => "file-log-setting",
        "code-word" => "file-log-code-word",
        "recorded-under-given-day" => "file-log-recorded",
        REMOVAL if entry.detail["mistake"] == 1 => "file-log-mistake",
        REMOVAL => "file-log-removal",
        other => return format!("{other} {}", entry.detail),
    };
    let said = FIELDS
        .iter()
        .fold(Message::from(id), |said, name| match &entry.detail[*name] {
            Value::Null => said.with(name, "none"),
            Value::String(text) => said.with(name, text),
            other => said.with(name, other.to_string()),
        });
    words.say(said)
}

pub(crate) fn line(entry: &LogEntry, words: &Words) -> String {
    format!(
        "{} · {} · {}",
        moment(entry.real_time(), words),
        entry.who,
        in_words(entry, words)
    )
}

pub(crate) fn moment(at: &str, words: &Words) -> String {
    local_of(at).map_or_else(|| at.to_owned(), |local| words.moment(local))
}

/// More of them than this are not shown beside a list.
const MOST_SHOWN: usize = 20;

/// Shows which cases were removed from the file, the latest last: beside data, or as talk.
pub(crate) fn show_removals(ctx: &mut Ctx, log: &[LogEntry], is_data: bool) -> Result<(), Failure> {
    let removals: Vec<_> = log.iter().filter(|entry| entry.kind == REMOVAL).collect();
    let title = say!(ctx, "file-log-removals", count = removals.len());
    let shown = removals.iter().rev().take(MOST_SHOWN).rev();
    let shown = shown.map(|entry| format!("- {}", line(entry, &ctx.words)));
    for line in std::iter::once(title).chain(shown) {
        match (removals.is_empty(), is_data) {
            (true, _) => {}
            (false, true) => ctx.ui.print_aside(&line, 2)?,
            (false, false) => ctx.ui.tell_wrapped(&line, 2)?,
        }
    }
    Ok(())
}

/// More entries than these latest are not told one by one.
const MOST_TOLD: usize = 20;

/// What the file's own log tells that whoever controls the file should see.
pub(super) fn remarks(reading: &Reading<'_>, words: &Words) -> Result<Vec<Remark>, StoreError> {
    let log = reading.log()?;
    let telling = log.iter().rev().filter(|entry| is_telling(entry));
    let mut remarks: Vec<_> = telling
        .take(MOST_TOLD)
        .map(|entry| {
            let said = message!("doctor-in-file-log", entry = line(entry, words));
            of_log(&entry.kind, said)
        })
        .collect();
    remarks.reverse();
    for known in KNOWN {
        let is_of = |entry: &&LogEntry| entry.kind == "setting" && entry.detail["key"] == known.key;
        let last = log.iter().rev().find(is_of);
        let logged = last.and_then(|entry| entry.detail["value"].as_str());
        if logged != reading.setting(known.key)?.as_deref() {
            let said = message!("doctor-setting-by-hand", key = known.key);
            remarks.push(of_log("setting-by-another-hand", said));
        }
    }
    let gaps = reading.log_gaps()?;
    if gaps > 0 {
        let said = message!("doctor-file-log-gaps", count = gaps);
        remarks.push(of_log("file-log-gaps", said));
    }
    Ok(remarks)
}

fn of_log(kind: &str, said: Message) -> Remark {
    let kind = kind.to_owned();
    Remark::OfFileLog { kind, said }
}

/// A case was removed, an older copy put in the file's place, or other rules chosen than those that stood.
fn is_telling(entry: &LogEntry) -> bool {
    let is_rule = [HOLDER, RETENTION]
        .iter()
        .any(|key| entry.detail["key"] == *key);
    [REMOVAL, "restore"].contains(&entry.kind.as_str()) || is_rule && !entry.detail["was"].is_null()
}

/// What the file is: with the holder it says which rules of destruction apply.
pub(crate) const RETENTION: &str = "retention";
/// The decision that says so; set together with it, and by nothing else.
pub(crate) const DECISION: &str = "retention_decision";
/// The holder whose files have the access log on.
pub(crate) const SOCIAL_SERVICES: &str = "socialnamnd";
pub(crate) const ON: &str = "on";
/// The value of one that is switched off.
pub(crate) const OFF: &str = "off";

/// The value that stands for every plan, of any number of years.
const PLAN: &str = "plan:N";

#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownSetting {
    pub(crate) key: &'static str,
    /// As it is called in Swedish.
    swedish: &'static str,
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
        swedish: "innehavare",
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
        swedish: "gallring",
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
        swedish: "åtkomstlogg",
        meaning: "setting-access-log",
        values: &[(ON, "access-log-on"), (OFF, "access-log-off")],
        unset: "setting-access-log-unset",
    },
];

impl KnownSetting {
    /// By its key or its Swedish name, as people write it: `access-log` too.
    pub(crate) fn named(typed: &str) -> Option<&'static Self> {
        let names = KNOWN.iter().map(|it| (it.key, it.swedish));
        let named = id_named(typed, names).ok().flatten()?;
        KNOWN.iter().find(|known| known.key == named)
    }

    /// As it is called in a language.
    pub(crate) fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.swedish,
            Language::English => self.key,
        }
    }

    /// A value as it is stored: a switch by its Swedish name too.
    pub(crate) fn stored<'v>(&self, value: &'v str) -> &'v str {
        let swedish = |name| match name {
            ON => "på",
            OFF => "av",
            _ => "",
        };
        let names = self.values.iter().map(|(name, _)| (*name, swedish(*name)));
        id_named(value, names).ok().flatten().unwrap_or(value)
    }

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

pub(crate) fn setting_in_words(key: &str, value: &str, words: &Words) -> String {
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
