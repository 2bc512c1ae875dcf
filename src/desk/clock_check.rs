//! The computer's clock, held against the newest thing that the case file has stored by it. Under a given day it
//! decides nothing, and nothing is said of it.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use serde_json::json;

use crate::clock;
use crate::domain::clock_doubt::ClockDoubt;
use crate::domain::likely_day::GIVEN_YEARS;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::store::{Change, LogEntry, Reading};
use crate::ui::{Tone, Ui};

use super::Desk;

/// The setting that holds when the file was last written by the real clock.
const NEWEST: &str = "newest_real_time";
/// The setting that holds a newest time which somebody has said was wrong.
const DISBELIEVED: &str = "disbelieved_time";

/// The setting that holds the newest time before the file was written by a clock that was doubted: until somebody gives
/// the day, what was written so does not speak for it.
const UNSURE_SINCE: &str = "unsure_since";

/// What speaks against the clock, if anything; without a file, little is known.
fn doubt(desk: &Desk, reading: Option<&Reading<'_>>) -> Result<Option<ClockDoubt>, Failure> {
    let by = |at: Option<String>| {
        let at = at.and_then(|at| at.parse().ok());
        ClockDoubt::of(desk.clock.now(), at)
    };
    let Some(reading) = reading else {
        return Ok(by(None));
    };
    let doubt = by(newest(reading)?);
    let unsure = reading.setting(UNSURE_SINCE)?;
    Ok(doubt.or_else(|| unsure.and_then(|since| by(Some(since)))))
}

fn newest(reading: &Reading<'_>) -> Result<Option<String>, Failure> {
    // Another hand may have put anything there.
    let is_time = |at: &String| at.parse::<DateTime<Utc>>().is_ok();
    let kept = reading.setting(NEWEST)?.filter(is_time);
    let known = kept.clone().max(reading.setting(DISBELIEVED)?);
    let recorded = reading.newest_recorded(&known.unwrap_or_default())?;
    Ok(recorded.filter(is_time).or(kept))
}

/// What time it is, unless a day was given: then that is all that is known.
pub(crate) fn now(desk: &Desk) -> Option<DateTime<Utc>> {
    (!desk.clock.is_given()).then(|| desk.clock.now())
}

/// Says once what speaks against the clock. Of a file that cannot be read the command that reads on says what is wrong.
pub(crate) fn tell(desk: &Desk, reading: Option<&Reading<'_>>) -> Result<(), Failure> {
    if desk.clock.is_given() || desk.cache.clock_was_told.replace(true) {
        return Ok(());
    }
    if let Ok(Some(doubt)) = doubt(desk, reading) {
        let told = desk.words.say(in_words(desk, doubt));
        Ui::new(desk.style).tell_toned_wrapped(Tone::Warn, &told)?;
    }
    Ok(())
}

/// Refuses what would be stored by a clock that cannot be right, or under a day that none can be, before anybody answers
/// in vain. What cannot be read is told by the command that reads on.
pub(crate) fn must_be_right(desk: &Desk) -> Result<(), Failure> {
    may_be_today(desk)?;
    must_know_today(desk)
}

/// Refuses what only a clock that may be right can tell: nobody knows what is late.
pub(crate) fn must_know_today(desk: &Desk) -> Result<(), Failure> {
    if desk.clock.is_given() {
        return Ok(());
    }
    // What is refused is said once.
    let was_told = desk.cache.clock_was_told.replace(true);
    let known = desk.read(|reading| doubt(desk, Some(reading)));
    let doubt = known.ok().flatten().map_or_else(|| doubt(desk, None), Ok)?;
    if let Some(doubt) = doubt.filter(|doubt| doubt.stores_nothing()) {
        return Err(refused(desk, doubt));
    }
    desk.cache.clock_was_told.set(was_told);
    Ok(())
}

/// What is the matter with a clock that cannot be right, in words.
pub(crate) fn fault(desk: &Desk, reading: &Reading<'_>) -> Option<Message> {
    let doubt = doubt(desk, Some(reading)).ok().flatten();
    let doubt = doubt.filter(|doubt| !desk.clock.is_given() && doubt.stores_nothing());
    doubt.map(|doubt| in_words(desk, doubt))
}

/// Refuses to store anything under a given day of a year that it cannot be.
pub(crate) fn may_be_today(desk: &Desk) -> Result<(), Failure> {
    let day = desk.today();
    if !desk.clock.is_given() || GIVEN_YEARS.contains(&day.year()) {
        return Ok(());
    }
    let (first, last) = GIVEN_YEARS.into_inner();
    let [day, first, last] = [day.to_string(), first.to_string(), last.to_string()];
    Err(Failure::refused(message!(
        "clock-given-day",
        day,
        first,
        last
    )))
}

/// Where nothing but the clock says which day it is, a day that is far off may be right and the clock wrong.
pub(crate) fn blamed_too(desk: &Desk, failure: Failure) -> Failure {
    let newest = desk.read(newest).ok().flatten().flatten();
    if desk.clock.is_given() || newest.is_some() {
        return failure;
    }
    let now = desk.words.moment(clock::local(desk.clock.now()));
    failure.hint(message!("hint-clock-shows", now))
}

/// Refuses to store anything by a clock that cannot be right. What is known by the events themselves is kept, for later
/// ones may be of a given day.
pub(crate) fn must_store(desk: &Desk, change: &mut Change<'_>) -> Result<(), Failure> {
    let reading = change.read();
    match doubt(desk, Some(&reading))?.filter(|_| !desk.clock.is_given()) {
        Some(doubt) if doubt.stores_nothing() => return Err(refused(desk, doubt)),
        doubt => {
            tell(desk, Some(&reading))?;
            if let Some(ClockDoubt::FarAhead(newest)) = doubt {
                let since = newest.to_rfc3339_opts(SecondsFormat::Secs, true);
                change.set(UNSURE_SINCE, Some(&since))?;
            }
        }
    }
    let newest = newest(&reading)?;
    if newest > reading.setting(NEWEST)? {
        change.set(NEWEST, newest.as_deref())?;
    }
    Ok(())
}

/// Refuses what cannot be undone while anything speaks against the clock, whatever day was given.
pub(crate) fn must_be_plausible(desk: &Desk, reading: &Reading<'_>) -> Result<(), Failure> {
    match doubt(desk, Some(reading))? {
        Some(doubt) => Err(refused(desk, doubt)),
        None => Ok(()),
    }
}

/// Keeps when the file was written. Under a given day, which says nothing of that, the file's own log gets the real time
/// of each change; who gives the day that the clock shows has said that the clock is right.
pub(crate) fn note(desk: &Desk, change: &mut Change<'_>) -> Result<(), Failure> {
    let recorded = change.take_recorded();
    let has_written = change.has_logged() || !recorded.is_empty();
    let now = desk.clock.real_time();
    for (case, number) in recorded.iter().filter(|_| desk.clock.is_given()) {
        change.log(&LogEntry {
            at: now.clone(),
            who: desk.who.clone(),
            kind: "recorded-under-given-day".to_owned(),
            detail: json!({ "case": case.number(), "change": number, "day": desk.today() }),
        })?;
    }
    let is_right = !desk.clock.is_given() || desk.today() == clock::local(desk.clock.now()).date();
    if !has_written || !is_right {
        return Ok(());
    }
    if desk.clock.is_given() {
        change.set(UNSURE_SINCE, None)?;
    }
    let newest = newest(&change.read())?.filter(|newest| *newest > now);
    if newest.is_some() && desk.clock.is_given() {
        change.set(DISBELIEVED, newest.as_deref())?;
        return Ok(change.set(NEWEST, Some(&now))?);
    }
    Ok(change.set(NEWEST, Some(&newest.unwrap_or(now)))?)
}

fn refused(desk: &Desk, doubt: ClockDoubt) -> Failure {
    let day = clock::local(desk.clock.now()).date().to_string();
    Failure::refused(in_words(desk, doubt))
        .because("clock-stores-nothing")
        .hint(message!("hint-clock", day))
}

fn in_words(desk: &Desk, doubt: ClockDoubt) -> Message {
    let id = match doubt {
        ClockDoubt::Behind(_) => "clock-behind",
        ClockDoubt::FarAhead(_) | ClockDoubt::TooFarAhead(_) => "clock-far-ahead",
    };
    let now = clock::local(desk.clock.now());
    message!(
        id,
        now = desk.words.moment(now),
        newest = desk.words.moment(clock::local(doubt.newest())),
        day = now.date().to_string(),
        days = (desk.clock.now() - doubt.newest()).num_days()
    )
}
