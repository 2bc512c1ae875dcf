//! The rules a case goes by: what the holder says the file is, now and ever since the case was opened, and what the file
//! knows of the real time of its events.

use std::collections::HashMap;

use crate::commands::prelude::*;
use crate::desk::Desk;
use crate::desk::file_log::{DECISION, HOLDER, KnownSetting, RETENTION};
use crate::domain::retention::{
    FileKind, Holder, Retention, RetentionFacts, is_just_opened, is_mere_opening,
};

pub(super) struct Standards {
    pub(super) set: [Option<String>; 3],
    /// What the file was, and the time until which it was that, if that is over and known.
    stood: Vec<(FileKind, Option<String>)>,
    named: HashMap<i64, LatestDays>,
    pub(super) log: Vec<LogEntry>,
}

#[derive(Debug, Clone, Copy, Default)]
struct LatestDays {
    imported: Option<NaiveDate>,
    recorded: Option<NaiveDate>,
}

impl Standards {
    pub(super) fn of(desk: &Desk, reading: &Reading<'_>) -> Result<Self, StoreError> {
        let log = reading.log()?;
        let set = |key| desk.setting(reading, key);
        let set = [set(HOLDER)?, set(RETENTION)?, set(DECISION)?];
        Ok(Self {
            stood: history(&log, &set),
            named: by_case(&log),
            set,
            log,
        })
    }

    /// What the file is, once its holder has said so.
    pub(super) fn said(&self, words: &Words) -> Attempt {
        let refused = |id, hint| Failure::refused(id).hint(hint);
        let Some(holder) = self.set[0].as_deref().and_then(Holder::parse) else {
            let name = KnownSetting::named(HOLDER).map_or(HOLDER, |it| it.name(words.language()));
            let names = Holder::ALL.map(|holder| format!("{name}={}", holder.as_str()));
            return Err(refused("purge-holder-unknown", "purge-holder-hint").choices(&names));
        };
        let kind = self.set[1].as_deref().and_then(FileKind::parse);
        if kind.is_some_and(|kind| kind.fits(holder)) {
            return Ok(());
        }
        let refused = refused("purge-kind-unknown", "purge-kind-hint-plan");
        Err(match holder {
            Holder::SocialServices => refused
                .hint("purge-kind-hint-worklist")
                .hint("purge-kind-hint-record"),
            _ => refused,
        })
    }

    /// The day on which an event was really recorded here, if that is known: by the clock that stands on it, or, under a
    /// given day, by the file's own log. A history that was taken in is no older than that.
    pub(super) fn really_recorded(&self, case: CaseId, event: &Event) -> Option<NaiveDate> {
        let in_log = self.named.get(&case.number()).copied().unwrap_or_default();
        let own = match event.stamp.today_given {
            false => day_of(&event.stamp.at),
            true => in_log.recorded,
        };
        own.max(in_log.imported)
    }

    /// What is made of a case by the strictest kind the file has been since it was opened, and which that was.
    pub(super) fn judge(&self, opened: &OpenedCase, ctx: &Ctx) -> (FileKind, Retention) {
        let recorded = |event: &Event| {
            let really = self.really_recorded(opened.id, event);
            really.unwrap_or_else(|| ctx.today())
        };
        let placed = opened.routine.placed_child;
        let facts = RetentionFacts::of(placed, &opened.case, &opened.events, recorded);
        // Where the real day of the opening is not known, every kind counts that the file has ever been.
        let first = opened.events.first().filter(|e| !e.stamp.today_given);
        let since = first.map_or("", |event| event.stamp.at.as_str());
        // Of the case that this one continues only the day is known, which as a text comes before its times.
        let first_opened = opened.case.first_opened.to_string();
        let since = match opened.case.first_opened < opened.case.opened {
            true => since.min(&first_opened),
            false => since,
        };
        let stands_since = |until: &Option<String>| until.as_deref().is_none_or(|at| at >= since);
        let counting = self.stood.iter().filter(|(_, until)| stands_since(until));
        let judged = counting.map(|(kind, _)| (*kind, Retention::of(*kind, &facts)));
        // Of two that keep a case as long the later is named.
        let strictest = judged.max_by_key(|(_, retention)| retention.keeps_until());
        strictest.unwrap_or((FileKind::Record, Retention::MustStay))
    }

    /// Why a case is none that was opened by mistake; `None` when it may be one.
    pub(super) fn no_mistake(&self, opened: &OpenedCase, ctx: &Ctx) -> Option<Message> {
        if !is_mere_opening(&opened.events) {
            return Some(Message::from("purge-mistake-begun"));
        }
        let first = opened.events.first()?;
        let really = self.really_recorded(opened.id, first);
        let is_new = |day| is_just_opened(day, ctx.today());
        if !is_new(first.stamp.day) || !really.is_some_and(is_new) {
            return Some(Message::from("purge-mistake-old"));
        }
        let standing = opened.standing(ctx.today());
        if standing.rows.iter().any(|row| row.is_overdue(ctx.today())) {
            return Some(Message::from("purge-mistake-late"));
        }
        // Of an older copy nobody knows what had happened since.
        let mut restores = self.log.iter().filter(|entry| entry.kind == "restore");
        let is_later = restores.any(|entry| entry.real_time() >= first.stamp.at.as_str());
        is_later.then(|| Message::from("purge-mistake-restored"))
    }
}

fn day_of(at: &str) -> Option<NaiveDate> {
    at.get(..10)?.parse().ok()
}

/// Every kind the file has been. What is set now counts for all cases, however it came to be set.
fn history(log: &[LogEntry], set: &[Option<String>; 3]) -> Vec<(FileKind, Option<String>)> {
    let (mut holder, mut kind) = (None, None);
    let mut stood = Vec::new();
    for entry in log.iter().filter(|entry| entry.kind == "setting") {
        let until = entry.real_day().map(|_| entry.real_time().to_owned());
        stood.extend(standing(holder, kind).map(|kind| (kind, until)));
        match entry.detail["key"].as_str() {
            Some(HOLDER) => holder = entry.detail["value"].as_str(),
            Some(RETENTION) => kind = entry.detail["value"].as_str(),
            _ => {}
        }
    }
    for (holder, kind) in [(holder, kind), (set[0].as_deref(), set[1].as_deref())] {
        stood.extend(standing(holder, kind).map(|kind| (kind, None)));
    }
    stood
}

/// What a file was by its settings. One of social services is at least a compilation, also before they have said so.
fn standing(holder: Option<&str>, kind: Option<&str>) -> Option<FileKind> {
    let holder = Holder::parse(holder?)?;
    let kind = kind
        .and_then(FileKind::parse)
        .filter(|kind| kind.fits(holder));
    kind.or((holder == Holder::SocialServices).then_some(FileKind::Worklist))
}

/// The latest days on which the file's own log names each case, by its number.
fn by_case(log: &[LogEntry]) -> HashMap<i64, LatestDays> {
    let mut named = HashMap::<_, LatestDays>::new();
    for entry in log {
        let Some(number) = entry.detail["case"].as_i64() else {
            continue;
        };
        let days = named.entry(number).or_default();
        let latest = match entry.kind.as_str() {
            "import" => &mut days.imported,
            // What is done with a case, and does not add to it.
            "export" | file_log::REMOVAL => continue,
            _ => &mut days.recorded,
        };
        *latest = entry.real_day().max(*latest);
    }
    named
}
