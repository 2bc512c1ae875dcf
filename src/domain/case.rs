//! A case: the fold over its events.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::condition::Facts;
use super::event::{Event, RoundDates, Stamp, What};
use super::ids::{CaseRef, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId};

/// The state of a case: what its history comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The routine it follows.
    pub routine: RoutineId,
    /// That routine's version when the case was opened.
    pub version: String,
    /// The hash of the routine's text.
    pub text_hash: String,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The day the first case of its line was opened, when it continues another.
    pub first_opened: NaiveDate,
    /// The case it continues.
    pub continues: Option<CaseRef>,
    /// What started it.
    pub trigger: Option<TriggerId>,
    /// The day it was closed, and why, while it is closed.
    pub closed: Option<(NaiveDate, Option<String>)>,
    /// The child's whereabouts are hidden: the day that was said.
    pub protected: Option<NaiveDate>,
    /// Key dates that are known.
    pub dates: BTreeMap<KeyDateId, Dated>,
    /// Answers given.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// Who holds which role.
    pub roles: BTreeMap<RoleId, String>,
    /// Which role takes a step that several may.
    pub taken: BTreeMap<StepId, RoleId>,
    /// Booked days.
    pub planned: BTreeMap<StepId, NaiveDate>,
    /// What is recorded of each step's rounds.
    pub rounds: BTreeMap<StepId, Vec<Round>>,
    /// The notes, in order.
    pub notes: Vec<Note>,
}

/// A known key date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day.
    pub on: NaiveDate,
    /// The event that said so.
    pub seq: u32,
    /// When and by whom it was said.
    pub stamp: Stamp,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In the form answers are stored.
    pub value: String,
    /// The event that gave it.
    pub seq: u32,
    /// When and by whom it was given.
    pub stamp: Stamp,
}

/// Something written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// About this step, or the case.
    pub step: Option<StepId>,
    /// The note.
    pub text: String,
    /// When and by whom.
    pub stamp: Stamp,
}

/// What is recorded of one round of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// The outcome that opened it, if one did.
    pub reopened: Option<Reopening>,
    /// Parts done or skipped.
    pub items: BTreeMap<ItemId, ItemMark>,
    /// The latest extension.
    pub extension: Option<Extension>,
    /// How it ended.
    pub end: Option<RoundEnd>,
}

/// An outcome that gave steps a new round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// The event that recorded it.
    pub seq: u32,
    /// The step whose outcome it was.
    pub by: StepId,
    /// The day from which the new rounds count.
    pub on: NaiveDate,
    /// The round each step reopened at the same time is to do.
    pub rounds: BTreeMap<StepId, u32>,
}

/// A part that is done or skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemMark {
    /// The day; `None` when unknown or skipped.
    pub on: Option<NaiveDate>,
    /// Not relevant, and why.
    pub skipped: Option<String>,
}

/// A later date, by decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The new date.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// When and by whom it was recorded.
    pub stamp: Stamp,
}

/// How a round ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundEnd {
    /// Not relevant, and why; `None` when it was done.
    pub skipped: Option<String>,
    /// The day; `None` when unknown.
    pub on: Option<NaiveDate>,
    /// The dates then in force.
    pub dates: RoundDates,
    /// The ground or reason for going past what did not hold.
    pub despite: Option<String>,
    /// The event that ended it.
    pub seq: u32,
    /// When and by whom it was recorded.
    pub stamp: Stamp,
}

/// Why a history is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenHistory {
    /// It does not begin with the opening of a case.
    NotOpened,
    /// The event with this number does not follow from those before it.
    OutOfOrder(u32),
}

impl Case {
    /// The state that these events come to. A change that was taken back leaves no trace in it.
    ///
    /// # Errors
    /// When the history does not begin with an opening, or ends a round that cannot be.
    pub fn fold(events: &[Event]) -> Result<Self, BrokenHistory> {
        let undone = undone_changes(events);
        let mut standing = events
            .iter()
            .filter(|e| !undone.contains(&e.change) && !matches!(e.what, What::Undone { .. }));
        let mut case = standing
            .next()
            .and_then(Self::opened)
            .ok_or(BrokenHistory::NotOpened)?;
        for event in standing {
            case.apply(event)?;
        }
        Ok(case)
    }

    fn opened(event: &Event) -> Option<Self> {
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
        Some(Self {
            routine: routine.clone(),
            version: version.clone(),
            text_hash: text_hash.clone(),
            opened,
            first_opened: first_opened.unwrap_or(opened),
            continues: continues.clone(),
            trigger: trigger.clone(),
            closed: None,
            protected: None,
            dates: BTreeMap::new(),
            answers: BTreeMap::new(),
            roles: BTreeMap::new(),
            taken: BTreeMap::new(),
            planned: BTreeMap::new(),
            rounds: BTreeMap::new(),
            notes: Vec::new(),
        })
    }

    fn apply(&mut self, event: &Event) -> Result<(), BrokenHistory> {
        let (seq, stamp) = (event.seq, &event.stamp);
        let broken = BrokenHistory::OutOfOrder(seq);
        match &event.what {
            What::Opened { .. } => return Err(broken),
            What::DateSet { date, on } => {
                let dated = on.map(|on| Dated {
                    on,
                    seq,
                    stamp: stamp.clone(),
                });
                put(&mut self.dates, date, dated);
            }
            What::Answered { question, value } => {
                let answer = value.clone().map(|value| Answer {
                    value,
                    seq,
                    stamp: stamp.clone(),
                });
                put(&mut self.answers, question, answer);
            }
            What::RoleHeld { role, by } => put(&mut self.roles, role, by.clone()),
            What::Taken { step, role } => put(&mut self.taken, step, role.clone()),
            What::Planned { step, on } => put(&mut self.planned, step, *on),
            What::ItemDone {
                step,
                round,
                item,
                on,
            } => {
                let mark = ItemMark {
                    on: *on,
                    skipped: None,
                };
                let round = self.open_round(step, *round).ok_or(broken)?;
                round.items.insert(item.clone(), mark);
            }
            What::ItemSkipped {
                step,
                round,
                item,
                reason,
            } => {
                let mark = ItemMark {
                    on: None,
                    skipped: Some(reason.clone()),
                };
                let round = self.open_round(step, *round).ok_or(broken)?;
                round.items.insert(item.clone(), mark);
            }
            What::Done {
                step,
                round,
                on,
                dates,
                despite,
            } => {
                let end = RoundEnd {
                    skipped: None,
                    on: *on,
                    dates: dates.clone(),
                    despite: despite.clone(),
                    seq,
                    stamp: stamp.clone(),
                };
                self.end_round(step, *round, end).ok_or(broken)?;
            }
            What::Skipped {
                step,
                round,
                on,
                reason,
                dates,
            } => {
                let end = RoundEnd {
                    skipped: Some(reason.clone()),
                    on: Some(*on),
                    dates: dates.clone(),
                    despite: None,
                    seq,
                    stamp: stamp.clone(),
                };
                self.end_round(step, *round, end).ok_or(broken)?;
            }
            What::DayKnown { step, round, on } => {
                let end = self
                    .rounds
                    .get_mut(step)
                    .and_then(|rounds| rounds.get_mut(index(*round)?))
                    .and_then(|round| round.end.as_mut())
                    .ok_or(broken)?;
                end.on = Some(*on);
            }
            What::RoundsOpened { by, on, rounds } => {
                for (step, number) in rounds {
                    let reopening = Reopening {
                        seq,
                        by: by.clone(),
                        on: *on,
                        rounds: rounds.clone(),
                    };
                    let recorded = self.rounds.get(step).map_or(0, Vec::len);
                    // A round that is already under way is kept as it was.
                    if number_of(recorded) < *number {
                        let round = self.open_round(step, *number).ok_or(broken)?;
                        round.reopened = Some(reopening);
                    }
                }
            }
            What::Extended {
                step,
                round,
                to,
                reason,
                decided_by,
            } => {
                let extension = Extension {
                    to: *to,
                    reason: reason.clone(),
                    decided_by: decided_by.clone(),
                    stamp: stamp.clone(),
                };
                self.open_round(step, *round).ok_or(broken)?.extension = Some(extension);
            }
            What::Noted { step, text } => self.notes.push(Note {
                step: step.clone(),
                text: text.clone(),
                stamp: stamp.clone(),
            }),
            What::Protected { hidden } => self.protected = hidden.then_some(stamp.day),
            What::Closed { reason } => self.closed = Some((stamp.day, reason.clone())),
            What::Reopened { .. } => self.closed = None,
            What::Undone { .. } => {}
        }
        Ok(())
    }

    /// The round of that number, not ended: one already recorded, or the next.
    fn open_round(&mut self, step: &StepId, number: u32) -> Option<&mut Round> {
        let rounds = self.rounds.entry(step.clone()).or_default();
        let index = index(number)?;
        let all_before_ended = rounds.iter().take(index).all(|round| round.end.is_some());
        if index > rounds.len() || !all_before_ended {
            return None;
        }
        if index == rounds.len() {
            rounds.push(Round::default());
        }
        rounds.last_mut().filter(|round| round.end.is_none())
    }

    fn end_round(&mut self, step: &StepId, number: u32, end: RoundEnd) -> Option<()> {
        self.open_round(step, number)?.end = Some(end);
        self.planned.remove(step);
        Some(())
    }

    /// What is recorded of a step's rounds, oldest first.
    pub fn rounds_of(&self, step: &StepId) -> &[Round] {
        self.rounds.get(step).map_or(&[], Vec::as_slice)
    }

    /// The latest round that counts for others: one that ended, or one an outcome has opened anew.
    fn latest_telling_round(&self, step: &StepId) -> Option<&Round> {
        self.rounds_of(step)
            .iter()
            .rev()
            .find(|round| round.end.is_some() || round.reopened.is_some())
    }

    /// How a step's latest round that ended did so.
    pub fn latest_end(&self, step: &StepId) -> Option<&RoundEnd> {
        self.rounds_of(step)
            .iter()
            .rev()
            .find_map(|round| round.end.as_ref())
    }

    /// Whether a step's latest telling round was skipped.
    pub fn is_skipped(&self, step: &StepId) -> bool {
        self.latest_telling_round(step)
            .and_then(|round| round.end.as_ref())
            .is_some_and(|end| end.skipped.is_some())
    }

    /// Whether the case is open.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

impl Facts for Case {
    fn trigger(&self) -> Option<&TriggerId> {
        self.trigger.as_ref()
    }

    fn answer(&self, question: &QuestionId) -> Option<&str> {
        self.answers.get(question).map(|a| a.value.as_str())
    }

    fn is_done(&self, step: &StepId) -> bool {
        self.latest_telling_round(step)
            .and_then(|round| round.end.as_ref())
            .is_some_and(|end| end.skipped.is_none())
    }

    fn has_date(&self, date: &KeyDateId) -> bool {
        self.dates.contains_key(date)
    }
}

/// The changes that have been taken back. Taking back is itself never taken back.
pub fn undone_changes(events: &[Event]) -> BTreeSet<u32> {
    events
        .iter()
        .filter_map(|event| match event.what {
            What::Undone { undoes } => Some(undoes),
            _ => None,
        })
        .collect()
}

/// A round's place in the list: rounds count from 1.
fn index(round: u32) -> Option<usize> {
    usize::try_from(round.checked_sub(1)?).ok()
}

/// A number of rounds as the type round numbers have.
fn number_of(rounds: usize) -> u32 {
    u32::try_from(rounds).unwrap_or(u32::MAX)
}

fn put<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    };
}
