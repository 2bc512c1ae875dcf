//! What somebody may do to a history before working its hashes out anew.

use chrono::{Days, NaiveDate};

use sisam::domain::case::undone_changes;
use sisam::domain::event::{Event, What};

/// One more event, in a change of its own.
pub(super) fn append(events: &mut Vec<Event>, what: What) {
    let mut event = events.last().unwrap().clone();
    event.seq += 1;
    event.change += 1;
    event.what = what;
    events.push(event);
}

/// Changes the last event of which that can be said.
fn alter(events: &mut [Event], how: impl Fn(&mut Event) -> Option<()>) -> Option<()> {
    events.iter_mut().rev().find_map(how)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

pub(super) type Tampering = fn(&mut Vec<Event>) -> Option<()>;

/// What somebody may do to a history before working its hashes out anew, and whether that must be a fault.
pub(super) const TAMPERINGS: [(&str, bool, Tampering); 33] = [
    ("done the day after it was recorded", true, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { on: Some(on), .. } | What::ItemDone { on: Some(on), .. } => {
                *on = after(event.stamp.day, 1);
                Some(())
            }
            _ => None,
        })
    }),
    ("done in 2099", true, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { on, .. } => {
                *on = NaiveDate::from_ymd_opt(2099, 1, 1);
                Some(())
            }
            _ => None,
        })
    }),
    ("another date of a done round", false, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { dates, .. } | What::Skipped { dates, .. } => {
                dates.due = Some(after(dates.due?, 40));
                Some(())
            }
            _ => None,
        })
    }),
    ("a date for a round that has none", false, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { dates, on, .. } if dates.due.is_none() => {
                dates.due = *on;
                on.map(|_| ())
            }
            _ => None,
        })
    }),
    ("a step the routine has not", true, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { step, .. } | What::Skipped { step, .. } | What::Extended { step, .. } => {
                *step = "finns-inte".into();
                Some(())
            }
            _ => None,
        })
    }),
    ("a note about a step the routine has not", true, |events| {
        let (step, text) = (Some("finns-inte".into()), "x".to_owned());
        append(events, What::Noted { step, text });
        Some(())
    }),
    ("an empty note", true, |events| {
        let (step, text) = (None, " ".to_owned());
        append(events, What::Noted { step, text });
        Some(())
    }),
    ("a question the routine has not", true, |events| {
        alter(events, |event| match &mut event.what {
            What::Answered { question, .. } => {
                *question = "finns-inte".into();
                Some(())
            }
            _ => None,
        })
    }),
    (
        "an answer that no question with options takes",
        true,
        |events| {
            alter(events, |event| match &mut event.what {
                What::Answered { value, .. } if matches!(value.as_deref(), Some("yes" | "no")) => {
                    *value = Some("kanske".to_owned());
                    Some(())
                }
                _ => None,
            })
        },
    ),
    ("a role the routine has not", true, |events| {
        let (role, by) = ("finns-inte".into(), Some("A".to_owned()));
        append(events, What::RoleHeld { role, by });
        Some(())
    }),
    ("a key date the routine has not", true, |events| {
        alter(events, |event| match &mut event.what {
            What::DateSet { date, .. } => {
                *date = "finns-inte".into();
                Some(())
            }
            _ => None,
        })
    }),
    ("a trigger the routine has not", true, |events| {
        let trigger = Some("finns-inte".into());
        append(events, What::TriggerSet { trigger });
        Some(())
    }),
    (
        "an opening by a trigger the routine has not",
        true,
        |events| {
            let What::Opened { trigger, .. } = &mut events[0].what else {
                return None;
            };
            *trigger = Some("finns-inte".into());
            Some(())
        },
    ),
    ("a part the routine has not", true, |events| {
        alter(events, |event| match &mut event.what {
            What::ItemDone { item, .. } | What::ItemSkipped { item, .. } => {
                *item = "finns-inte".into();
                Some(())
            }
            _ => None,
        })
    }),
    ("a time that is none", true, |events| {
        events.last_mut()?.stamp.at = "i går".to_owned();
        Some(())
    }),
    ("a time that is not UTC", true, |events| {
        let stamp = &mut events.last_mut()?.stamp;
        stamp.at = format!("{}T00:00:00+00:00", stamp.day);
        Some(())
    }),
    ("a day that is not the time's", true, |events| {
        let stamp = &mut events.last_mut()?.stamp;
        stamp.today_given = false;
        stamp.at = format!("{}T12:00:00Z", after(stamp.day, 2));
        Some(())
    }),
    ("a given day that is not the time's", true, |events| {
        let stamp = &mut events.last_mut()?.stamp;
        stamp.day = after(stamp.day, 1);
        Some(())
    }),
    ("an hour back by the real clock", false, |events| {
        let step = None;
        append(
            events,
            What::Noted {
                step,
                text: "x".to_owned(),
            },
        );
        let step = None;
        append(
            events,
            What::Noted {
                step,
                text: "y".to_owned(),
            },
        );
        for (event, hour) in events.iter_mut().rev().zip([8, 9]) {
            event.stamp.today_given = false;
            event.stamp.at = format!("{}T{hour:02}:00:00Z", event.stamp.day);
        }
        Some(())
    }),
    ("put off to a day that had passed", false, |events| {
        alter(events, |event| match &mut event.what {
            What::Extended { to, .. } if *to >= event.stamp.day => {
                *to = event.stamp.day.pred_opt()?;
                Some(())
            }
            _ => None,
        })
    }),
    ("the next round", false, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { round, .. } | What::Skipped { round, .. } => {
                *round += 1;
                Some(())
            }
            _ => None,
        })
    }),
    ("the same step done twice at once", false, |events| {
        let done = |event: &&Event| matches!(event.what, What::Done { .. });
        let again = events.iter().rev().find(done)?.what.clone();
        // It may have been taken back since: then the first is as good as any.
        append(events, again.clone());
        append(events, again);
        Some(())
    }),
    ("a part done twice", true, |events| {
        let undone = undone_changes(events);
        let is_part = |event: &&Event| matches!(event.what, What::ItemDone { .. });
        let part = events.iter().rev().find(is_part)?.clone();
        let (step, round) = part.what.round()?;
        let ends = |event: &Event| {
            let is_end = matches!(event.what, What::Done { .. } | What::Skipped { .. });
            is_end && event.what.round() == Some((step, round))
        };
        if undone.contains(&part.change) || events.iter().any(ends) {
            return None;
        }
        append(events, part.what.clone());
        Some(())
    }),
    ("a ground where nothing was in the way", false, |events| {
        alter(events, |event| match &mut event.what {
            What::Done { despite, .. } | What::ItemDone { despite, .. } if despite.is_none() => {
                *despite = Some("därför".to_owned());
                Some(())
            }
            _ => None,
        })
    }),
    ("closed twice", true, |events| {
        let reason = || Some("slut".to_owned());
        append(
            events,
            What::Closed {
                reason: reason(),
                continued_by: None,
            },
        );
        append(
            events,
            What::Closed {
                reason: reason(),
                continued_by: None,
            },
        );
        Some(())
    }),
    ("opened again twice", true, |events| {
        let reason = || "igen".to_owned();
        append(events, What::Reopened { reason: reason() });
        append(events, What::Reopened { reason: reason() });
        Some(())
    }),
    ("taken out of an event that is not there", true, |events| {
        let redacts = events.last()?.seq + 5;
        let reason = "fel".to_owned();
        append(events, What::Redacted { redacts, reason });
        Some(())
    }),
    ("a change taken back that is not there", true, |events| {
        let undoes = events.last()?.change + 3;
        append(events, What::Undone { undoes });
        Some(())
    }),
    ("a taking back taken back by itself", true, |events| {
        let undoes = events.last()?.change + 1;
        append(events, What::Undone { undoes });
        Some(())
    }),
    ("the opening taken back", true, |events| {
        append(events, What::Undone { undoes: 1 });
        Some(())
    }),
    (
        "an event left out, and the rest numbered anew",
        false,
        |events| {
            let opened = |event: &Event| matches!(event.what, What::RoundsOpened { .. });
            let place = events.iter().position(opened)?;
            events.remove(place);
            for (event, seq) in events.iter_mut().zip(1..) {
                event.seq = seq;
            }
            Some(())
        },
    ),
    ("a change put before the one before it", true, |events| {
        let change = events.last()?.change.checked_sub(2)?;
        events.last_mut()?.change = change;
        Some(())
    }),
    (
        "written out with more events than there are",
        true,
        |events| {
            let (seq, head) = (events.last()?.seq, "ab".repeat(32));
            append(
                events,
                What::Exported {
                    events: seq + 1,
                    head,
                    file: None,
                },
            );
            Some(())
        },
    ),
];
