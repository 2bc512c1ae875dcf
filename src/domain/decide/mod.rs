//! From what somebody wants to what happens: a draft of events, refused as a whole or taken as a whole.

mod answers;
mod dates;
mod done;
mod ending;
mod export;
mod items;
mod outcome;
mod redact;
mod refusal;
mod rehearse;
mod replay;
mod steps;
mod undo;

use chrono::NaiveDate;

pub use self::done::HowDone;
pub use self::ending::may_close;
pub use self::export::exported;
pub use self::items::{is_required_now, unanswered_of};
pub use self::redact::redact;
pub use self::refusal::{Refusal, RequiredText, TextPlace, Warning};
pub use self::undo::{Undoing, undo_latest, undo_step};

use super::case::Case;
use super::event::{Event, Stamp, What};
use super::identity_number::holds_identity_number;
use super::ids::{CaseRef, StepId, TriggerId};
use super::plan::{Plan, Row};
use super::routine::{Routine, Step};

/// A change of one case in the making. Every verb checks, then adds events; nothing is stored.
#[derive(Debug, Clone)]
pub struct Draft<'r> {
    routine: &'r Routine,
    case: Case,
    stamp: Stamp,
    /// The day that what is being recorded was done, where that is known.
    judged_on: Option<NaiveDate>,
    next_seq: u32,
    change: u32,
    events: Vec<Event>,
    warnings: Vec<Warning>,
}

/// What a new case starts from, beside its dates and answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The hash of the routine's exact text.
    pub text_hash: String,
    /// What started the case.
    pub trigger: Option<TriggerId>,
    /// The case it continues.
    pub continues: Option<CaseRef>,
    /// When the first case of that line was opened.
    pub first_opened: Option<NaiveDate>,
}

/// A draft that holds.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What happened, in order; empty when nothing was to be changed.
    pub events: Vec<Event>,
    /// The case after it.
    pub case: Case,
    /// What is allowed but should be seen.
    pub warnings: Vec<Warning>,
}

impl<'r> Draft<'r> {
    /// A new case. Its dates, answers and roles are added to the draft; `finish` checks the required dates.
    ///
    /// # Errors
    /// An unknown trigger; an identity number for the one who records.
    pub fn open(routine: &'r Routine, opening: Opening, stamp: Stamp) -> Result<Self, Refusal> {
        if let Some(trigger) = &opening.trigger
            && routine.trigger(trigger).is_none()
        {
            return Err(Refusal::UnknownTrigger(trigger.clone()));
        }
        let event = Event {
            seq: 1,
            change: 1,
            stamp: stamp.clone(),
            what: What::Opened {
                routine: routine.id.clone(),
                version: routine.version.clone(),
                text_hash: opening.text_hash,
                trigger: opening.trigger,
                continues: opening.continues,
                first_opened: opening.first_opened,
            },
        };
        names_nobody(&event.what, &stamp)?;
        let case = Case::opened(&event).ok_or(Refusal::BrokenHistory)?;
        Ok(Self {
            routine,
            case,
            stamp,
            judged_on: None,
            next_seq: 2,
            change: 1,
            events: vec![event],
            warnings: Vec::new(),
        })
    }

    /// A change to a case with this history.
    ///
    /// # Errors
    /// A history that does not fold.
    pub fn of(routine: &'r Routine, history: &[Event], stamp: Stamp) -> Result<Self, Refusal> {
        let case = Case::fold(history).map_err(|_| Refusal::BrokenHistory)?;
        let last = history
            .last()
            .map_or((0, 0), |last| (last.seq, last.change));
        Ok(Self {
            routine,
            case,
            stamp,
            judged_on: None,
            next_seq: last.0.saturating_add(1),
            change: last.1.saturating_add(1),
            events: Vec::new(),
            warnings: Vec::new(),
        })
    }

    /// The routine the case follows.
    pub fn routine(&self) -> &'r Routine {
        self.routine
    }

    /// The case as the draft leaves it so far.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The plan as the draft leaves it so far.
    pub fn plan(&self) -> Plan {
        Plan::of(self.routine, &self.case, self.today())
    }

    /// Ends the draft: settles steps whose last part is done, and checks what must hold of the whole.
    ///
    /// # Errors
    /// A required date is missing from a new case, or two dates are in an impossible order.
    pub fn finish(mut self) -> Result<Decision, Refusal> {
        self.check_dates()?;
        self.settle_parts()?;
        Ok(Decision {
            events: self.events,
            case: self.case,
            warnings: self.warnings,
        })
    }

    /// Which day it is.
    pub fn today(&self) -> NaiveDate {
        self.stamp.day
    }

    /// What follows is a change of its own, to be taken back by itself.
    pub fn begin_change(&mut self) {
        self.change += 1;
    }

    fn is_new_case(&self) -> bool {
        matches!(
            self.events.first().map(|event| &event.what),
            Some(What::Opened { .. })
        )
    }

    fn add(&mut self, what: What) -> Result<(), Refusal> {
        names_nobody(&what, &self.stamp)?;
        let event = Event {
            seq: self.next_seq,
            change: self.change,
            stamp: self.stamp.clone(),
            what,
        };
        self.case
            .apply(&event)
            .map_err(|_| Refusal::BrokenHistory)?;
        self.events.push(event);
        self.next_seq += 1;
        Ok(())
    }

    fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn must_be_open(&self) -> Result<(), Refusal> {
        match &self.case.closed {
            None => Ok(()),
            Some((on, _)) => Err(Refusal::CaseClosed { on: *on }),
        }
    }

    fn step(&self, id: &StepId) -> Result<&'r Step, Refusal> {
        self.routine
            .step(id)
            .ok_or_else(|| Refusal::UnknownStep(id.clone()))
    }

    /// Does something with conditions judged on the day it was done; an unknown one is taken for today.
    fn on_day<T>(&mut self, on: Option<NaiveDate>, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.judged_on, on);
        let done = work(self);
        self.judged_on = before;
        done
    }

    /// The day that conditions are judged on.
    fn judged_on(&self) -> NaiveDate {
        self.judged_on.unwrap_or(self.today())
    }

    /// The latest round of a step, if something can still be recorded of it.
    fn round_to_do(&self, step: &StepId) -> Result<Row, Refusal> {
        use super::plan::Status;
        let (today, on) = (self.today(), self.judged_on());
        let row = Plan::latest_of(self.routine, &self.case, step, today, on)
            .ok_or_else(|| Refusal::UnknownStep(step.clone()))?;
        match row.status {
            Status::Open | Status::Blocked | Status::Waiting => Ok(row),
            Status::NotApplicable => Err(Refusal::NotApplicable { step: step.clone() }),
            Status::Undecided => Err(Refusal::Undecided {
                step: step.clone(),
                waits_for: row.waits_for,
            }),
            Status::Done | Status::Skipped => {
                let end = self.case.latest_end(step);
                Err(Refusal::Ended {
                    step: step.clone(),
                    round: row.round,
                    skipped: row.status == Status::Skipped,
                    on: end.and_then(|end| end.on),
                    by: end.map(|end| end.stamp.who.clone()).unwrap_or_default(),
                    recorded: end.map(|end| end.stamp.day),
                })
            }
        }
    }
}

/// Adds one event to a history, whatever state the case is in, and nothing that might follow from it.
fn one_event(history: &[Event], stamp: Stamp, what: What) -> Result<Decision, Refusal> {
    names_nobody(&what, &stamp)?;
    let (seq, change) = history
        .last()
        .map_or((0, 0), |last| (last.seq, last.change));
    let event = Event {
        seq: seq.saturating_add(1),
        change: change.saturating_add(1),
        stamp,
        what,
    };
    let mut events = history.to_vec();
    events.push(event.clone());
    let case = Case::fold(&events).map_err(|_| Refusal::BrokenHistory)?;
    Ok(Decision {
        events: vec![event],
        case,
        warnings: Vec::new(),
    })
}

/// Refuses an event that holds a personnummer or samordningsnummer, whoever it may be of.
fn names_nobody(what: &What, stamp: &Stamp) -> Result<(), Refusal> {
    let mut texts = vec![(TextPlace::Recorder, stamp.who.as_str())];
    match what {
        What::Answered { question, value } => {
            let value = value.as_deref().unwrap_or_default();
            texts.push((TextPlace::Answer(question.clone()), value));
        }
        What::RoleHeld { role, by } => {
            let by = by.as_deref().unwrap_or_default();
            texts.push((TextPlace::Holder(role.clone()), by));
        }
        What::Noted { text, .. } => texts.push((TextPlace::Note, text)),
        What::Exported { file, .. } => {
            texts.push((TextPlace::FileName, file.as_deref().unwrap_or_default()));
        }
        What::Skipped { reason, .. }
        | What::ItemSkipped { reason, .. }
        | What::Reopened { reason }
        | What::Redacted { reason, .. } => texts.push((TextPlace::Reason, reason)),
        What::Closed { reason } => {
            texts.push((TextPlace::Reason, reason.as_deref().unwrap_or_default()));
        }
        What::Done {
            despite,
            decided_by,
            ..
        }
        | What::ItemDone {
            despite,
            decided_by,
            ..
        }
        | What::DayKnown {
            despite,
            decided_by,
            ..
        } => {
            texts.push((TextPlace::Reason, despite.as_deref().unwrap_or_default()));
            texts.push((
                TextPlace::Decider,
                decided_by.as_deref().unwrap_or_default(),
            ));
        }
        What::Extended {
            reason, decided_by, ..
        } => {
            texts.push((TextPlace::Reason, reason));
            texts.push((TextPlace::Decider, decided_by));
        }
        _ => {}
    }
    let found = texts
        .into_iter()
        .find(|(_, text)| holds_identity_number(text));
    found.map_or(Ok(()), |(place, _)| Err(Refusal::IdentityNumber(place)))
}

/// A text somebody must give: trimmed, not empty.
fn required_text(text: &str, what: refusal::RequiredText) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::TextMissing(what));
    }
    Ok(text.to_owned())
}
