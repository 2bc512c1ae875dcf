//! How events make a case.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Answer, Booking, Case, Extension, ItemMark, KnownDate, Note, OwnStep, Reopening, Round,
    RoundEnd, index,
};
use crate::domain::{
    akt::AktMark,
    event::{Event, RoundDates, What, undone_changes},
    ids::StepId,
    texts::still_told,
};

/// The event from which on a history does not come to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenHistory(pub u32);

impl Case {
    /// The state that these events come to. A change that was taken back leaves no trace in it.
    pub fn fold(events: &[Event]) -> Result<Self, BrokenHistory> {
        let undone = undone_changes(events);
        let stands = |event: &&Event| {
            !undone.contains(&event.change) && !matches!(event.what, What::Undone { .. })
        };
        let mut standing = events.iter().filter(stands);
        let opened = standing.next().and_then(Self::opened);
        let mut case = opened.ok_or(BrokenHistory(1))?;
        standing.try_for_each(|event| case.apply(event))?;
        case.akt.settle(events);
        Ok(case)
    }

    pub(crate) fn opened(event: &Event) -> Option<Self> {
        let What::Opened {
            routine,
            version,
            text_hash,
            trigger,
            continues,
            first_opened,
        } = &event.what
        else {
            return None;
        };
        let opened = event.stamp.day;
        let mut akt = AktMark::default();
        akt.take(event);
        Some(Self {
            akt,
            routine: routine.clone(),
            version: version.clone(),
            text_hash: text_hash.clone(),
            opened,
            latest_day: opened,
            first_opened: first_opened.unwrap_or(opened),
            continues: continues.clone(),
            trigger: trigger.clone(),
            events: vec![event.clone()],
            ..Self::default()
        })
    }

    pub(crate) fn apply(&mut self, event: &Event) -> Result<(), BrokenHistory> {
        self.latest_day = self.latest_day.max(event.stamp.day);
        let taken = self.take(event);
        self.akt.take(event);
        if event.what.is_undoable() {
            self.events.push(event.clone());
        }
        taken.ok_or(BrokenHistory(event.seq))
    }

    /// The case as it was when an event had been recorded.
    pub(crate) fn after(&self, seq: u32) -> Option<Self> {
        let known = self.events.partition_point(|event| event.seq <= seq);
        Self::fold(&self.events[..known]).ok()
    }

    fn take(&mut self, event: &Event) -> Option<()> {
        let (seq, change, stamp, what) = (event.seq, event.change, &event.stamp, &event.what);
        let (despite, decided_by) = what.ground();
        let mark = |on, skipped: Option<&String>| ItemMark {
            on,
            skipped: skipped.cloned(),
            despite: despite.cloned(),
            decided_by: decided_by.cloned(),
            seq,
        };
        match what {
            What::Opened { .. } => return None,
            What::TriggerSet { trigger } => self.trigger.clone_from(trigger),
            What::DateSet { date, on } => {
                let dated = on.map(|on| KnownDate {
                    on,
                    confirmed: on <= stamp.day,
                    seq,
                    stamp: stamp.clone(),
                });
                put(&mut self.dates, date, dated);
            }
            What::DateConfirmed { date } => self.dates.get_mut(date)?.confirmed = true,
            What::Answered { question, value } => {
                let answer = still_told(value).map(|value| Answer {
                    value: value.to_owned(),
                    seq,
                    change,
                    stamp: stamp.clone(),
                });
                put(&mut self.answers, question, answer);
            }
            What::RoleHeld { role, by } => {
                put(&mut self.roles, role, still_told(by).map(str::to_owned))
            }
            What::Taken { step, role } => put(&mut self.taken, step, role.clone()),
            What::Planned { step, on } => {
                let stamp = stamp.clone();
                put(&mut self.planned, step, on.map(|on| Booking { on, stamp }));
            }
            What::ItemDone { item, on, .. } => {
                let items = &mut self.round_of(what)?.items;
                items.insert(item.clone(), mark(*on, None));
            }
            What::ItemSkipped { item, reason, .. } => {
                let items = &mut self.round_of(what)?.items;
                items.insert(item.clone(), mark(None, Some(reason)));
            }
            What::Done { on, dates, .. } => self.end_round(event, *on, dates, None)?,
            What::Skipped {
                on, reason, dates, ..
            } => self.end_round(event, Some(*on), dates, Some(reason))?,
            What::DayKnown {
                step, round, on, ..
            } => {
                let end = self.day_known(step, *round, *on)?;
                end.day_entered = stamp.day;
                if despite.is_some() {
                    (end.despite, end.decided_by) = (despite.cloned(), decided_by.cloned());
                }
            }
            What::RoundsOpened {
                by,
                on,
                opened,
                kept,
            } => {
                let rounds = opened.iter().chain(kept);
                let reopening = Reopening {
                    seq,
                    change,
                    by: by.clone(),
                    on: *on,
                    rounds: rounds.map(|(step, round)| (step.clone(), *round)).collect(),
                };
                for (step, number) in opened {
                    self.open_round(step, *number)?.reopened = Some(reopening.clone());
                }
            }
            What::Extended {
                to,
                reason,
                decided_by,
                ..
            } => {
                self.round_of(what)?.extension = Some(Extension {
                    to: *to,
                    reason: reason.clone(),
                    decided_by: decided_by.clone(),
                    stamp: stamp.clone(),
                });
            }
            What::Reminded { unanswered, .. } => {
                // A reminder is never taken back, but the round it was about may have been.
                if let Some(round) = self.round_of(what) {
                    match unanswered {
                        true => round.tried.push(stamp.day),
                        false => round.reminded.push(stamp.day),
                    }
                }
            }
            What::Added { step, to, .. } => {
                let (to, stamp) = (*to, stamp.clone());
                let known = self.own.insert(step.clone(), OwnStep { to, stamp });
                return known.is_none().then_some(());
            }
            What::Noted { step, text } => self.notes.push(Note {
                step: step.clone(),
                text: text.clone(),
                stamp: stamp.clone(),
            }),
            What::Protected { hidden, since } => {
                self.protected = hidden.then_some(since.unwrap_or(stamp.day));
            }
            What::CalendarSet { calendar } => self.school = Some(calendar.clone()),
            What::Closed {
                reason,
                continued_by,
            } => {
                self.closed = Some((self.latest_day, reason.clone()));
                self.continued_by.clone_from(continued_by);
            }
            What::Reopened { .. } => (self.closed, self.continued_by) = (None, None),
            What::Redacted { .. }
            | What::Undone { .. }
            | What::Exported { .. }
            | What::BroughtOver { .. } => {}
        }
        Some(())
    }

    /// The round that an event names, not ended.
    fn round_of(&mut self, what: &What) -> Option<&mut Round> {
        let (step, number) = what.round()?;
        self.open_round(step, number)
    }

    /// The round of that number, not ended: one already recorded, or the next.
    fn open_round(&mut self, step: &StepId, number: u32) -> Option<&mut Round> {
        let rounds = self.rounds.entry(step.clone()).or_default();
        let index = index(number)?;
        // All but the last have ended, always.
        if index == rounds.len() && rounds.last().is_none_or(|round| round.end.is_some()) {
            rounds.push(Round::default());
        }
        let is_last = index + 1 == rounds.len();
        rounds
            .last_mut()
            .filter(|round| is_last && round.end.is_none())
    }

    /// Gives a round done on an unknown day its day. What its outcome opened counts from that day then.
    fn day_known(&mut self, step: &StepId, round: u32, on: NaiveDate) -> Option<&mut RoundEnd> {
        // An outcome is recorded right after the round that led to it.
        let outcome = self.end_of(step, round)?.seq.saturating_add(1);
        let opened = self.rounds.values_mut().flatten();
        for reopening in opened.filter_map(|round| round.reopened.as_mut()) {
            if reopening.seq == outcome && reopening.by == *step {
                reopening.on = on;
            }
        }
        let round = self.rounds.get_mut(step)?.get_mut(index(round)?)?;
        let end = round.end.as_mut()?;
        end.on = Some(on);
        Some(end)
    }

    fn end_round(
        &mut self,
        event: &Event,
        on: Option<NaiveDate>,
        dates: &RoundDates,
        skipped: Option<&String>,
    ) -> Option<()> {
        let (despite, decided_by) = event.what.ground();
        let end = RoundEnd {
            skipped: skipped.cloned(),
            on,
            booked: self.planned.remove(event.what.step()?),
            dates: dates.clone(),
            day_entered: event.stamp.day,
            latest_day: self.latest_day,
            despite: despite.cloned(),
            decided_by: decided_by.cloned(),
            seq: event.seq,
            stamp: event.stamp.clone(),
        };
        self.round_of(&event.what)?.end = Some(end);
        Some(())
    }
}

fn put<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    };
}
