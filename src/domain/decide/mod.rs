//! From what somebody wants to what happens: a draft of events, refused as a whole or taken as a whole.

mod again;
mod dates;
mod done;
mod ending;
mod items;
mod own_steps;
mod refusal;
mod rounds;
mod steps;
mod undo;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use self::done::{HowDone, is_required_now, unanswered_of};
pub use self::ending::{late_steps, may_close};
pub use self::own_steps::NewStep;
pub use self::refusal::{Refusal, RequiredText, Warning};
pub use self::undo::{Undoing, brought_over, exported, redact, undo_latest, undo_step};

pub use super::texts::TextPlace;
use super::{
    case::Case,
    event::{Event, Stamp, What},
    identity_number::holds_identity_number,
    ids::{CaseRef, StepId, TriggerId},
    likely_day::{days_in, likely},
    plan::{Plan, Row, Status},
    routine::{Routine, Step},
    signs::{one_line, seen},
};

/// What a verb comes to, or why it is refused.
pub(super) type Result<T = (), E = Refusal> = std::result::Result<T, E>;

/// A change of one case in the making. Every verb checks, then adds events; nothing is stored.
#[derive(Debug, Clone)]
pub struct Draft<'r> {
    routine: &'r Routine,
    case: Case,
    /// The case as it was before the change; `None` while a new one is opened.
    before: Option<Case>,
    /// The rounds that were named, by step.
    named: BTreeMap<StepId, u32>,
    is_careful: bool,
    stamp: Stamp,
    /// The day that what is being recorded was done, where that is known.
    judged_on: Option<NaiveDate>,
    next_seq: u32,
    change: u32,
    /// How many steps were ever added to the case.
    added: usize,
    events: Vec<Event>,
    warnings: Vec<Warning>,
    /// Nothing is stored, or it has been: any day of the calendar is taken.
    any_day: bool,
    /// What is said has been recorded: its events are given, and the case takes in those that were.
    is_replay: bool,
}

/// What a new case starts from, beside its dates and answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The hash of the routine's exact text.
    pub text_hash: String,
    pub trigger: Option<TriggerId>,
    pub continues: Option<CaseRef>,
    pub first_opened: Option<NaiveDate>,
}

/// A draft that holds.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What happened, in order; empty when nothing was to be changed.
    pub events: Vec<Event>,
    pub case: Case,
    pub warnings: Vec<Warning>,
}

impl<'r> Draft<'r> {
    fn new(routine: &'r Routine, case: Case, stamp: Stamp) -> Self {
        Self {
            routine,
            case,
            before: None,
            named: BTreeMap::new(),
            is_careful: false,
            stamp,
            judged_on: None,
            next_seq: 0,
            change: 0,
            added: 0,
            events: Vec::new(),
            warnings: Vec::new(),
            any_day: false,
            is_replay: false,
        }
    }

    /// A new case. Its dates, answers and roles are added to the draft; `finish` checks the required dates.
    pub fn open(routine: &'r Routine, opening: Opening, stamp: Stamp) -> Result<Self> {
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
        names_nobody(&event.what, &stamp.who)?;
        let case = Case::opened(&event).ok_or(Refusal::BrokenHistory)?;
        Ok(Self {
            next_seq: 2,
            change: 1,
            events: vec![event],
            ..Self::new(routine, case, stamp)
        })
    }

    /// A change to a case with this history.
    pub fn of(routine: &'r Routine, history: &[Event], stamp: Stamp) -> Result<Self> {
        Self::going_on(routine, history, &[], stamp)
    }

    /// More of what one screen stores: its changes until now count as one with what follows, unless somebody else has
    /// stored something since.
    pub fn going_on(
        routine: &'r Routine,
        history: &[Event],
        changes: &[u32],
        stamp: Stamp,
    ) -> Result<Self> {
        let fold = |events: &[Event]| Case::fold(events).map_err(|_| Refusal::BrokenHistory);
        let case = fold(history)?;
        let before = match changes {
            [] => case.clone(),
            _ => {
                let others = history.iter().filter(|e| !changes.contains(&e.change));
                fold(&others.cloned().collect::<Vec<_>>())?
            }
        };
        let (next_seq, change) = after(history);
        let goes_on = changes.contains(&(change - 1));
        let added = history
            .iter()
            .filter(|e| matches!(e.what, What::Added { .. }))
            .count();
        Ok(Self {
            before: Some(before),
            added,
            next_seq,
            change: change - u32::from(goes_on),
            ..Self::new(routine, case, stamp)
        })
    }

    /// The same, taking any day the calendar has: for what is never stored.
    pub(crate) fn with_any_day(mut self) -> Self {
        self.any_day = true;
        self
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
    pub fn finish(mut self) -> Result<Decision> {
        self.check_dates()?;
        self.settle_parts()?;
        self.book_as_answered()?;
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

    fn add(&mut self, mut what: What) -> Result {
        admit(&mut what, &self.stamp)?;
        if !self.any_day {
            for on in days_in(&what, self.routine) {
                likely(on, self.today()).map_err(Refusal::UnlikelyDay)?;
            }
        }
        let event = Event {
            seq: self.next_seq,
            change: self.change,
            stamp: self.stamp.clone(),
            what,
        };
        if !self.is_replay {
            self.case
                .apply(&event)
                .map_err(|_| Refusal::BrokenHistory)?;
        }
        self.events.push(event);
        self.next_seq += 1;
        Ok(())
    }

    fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn must_be_open(&self) -> Result {
        match &self.case.closed {
            None => Ok(()),
            Some((on, _)) => Err(Refusal::CaseClosed { on: *on }),
        }
    }

    fn step_of_open(&self, id: &StepId) -> Result<&'r Step> {
        self.must_be_open()?;
        self.step(id)
    }

    fn step(&self, id: &StepId) -> Result<&'r Step> {
        self.routine
            .step(id)
            .filter(|step| self.case.has(step))
            .ok_or_else(|| Refusal::UnknownStep(id.clone()))
    }

    /// Does something with conditions judged on the day it was done; an unknown one is taken for today.
    fn on_day<T>(&mut self, on: Option<NaiveDate>, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.judged_on, on);
        let done = work(self);
        self.judged_on = before;
        done
    }

    fn judged_on(&self) -> NaiveDate {
        self.judged_on.unwrap_or(self.today())
    }

    fn latest_round(&self, step: &StepId) -> Result<Row> {
        let (today, on) = (self.today(), self.judged_on());
        let row = Plan::latest_of(self.routine, &self.case, step, today, on);
        row.ok_or_else(|| Refusal::UnknownStep(step.clone()))
    }

    /// The latest round of a step, if something can still be recorded of it.
    fn round_now(&self, step: &StepId) -> Result<Row> {
        self.must_be_open()?;
        let row = self.latest_round(step)?;
        let step = step.clone();
        match row.status {
            status if status.is_under_way() => Ok(row),
            Status::NotApplicable => Err(Refusal::NotApplicable { step }),
            Status::Undecided => {
                let waits_for = row.waits_for;
                Err(Refusal::Undecided { step, waits_for })
            }
            _ => Err(self.ended(&step, row.round)),
        }
    }

    /// The same to end it: with the dates that it had before the change, which may answer what they hang on.
    fn round_to_end(&self, step: &StepId) -> Result<Row> {
        self.must_be_open()?;
        let (today, on) = (self.today(), self.judged_on());
        let before = self.before.as_ref().and_then(|before| {
            Plan::under_way_before(self.routine, (before, &self.case), step, today, on)
        });
        before.map_or_else(|| self.round_now(step), Ok)
    }
}

/// The numbers of the event and the change that come next.
fn after(history: &[Event]) -> (u32, u32) {
    let last = history
        .last()
        .map_or((0, 0), |last| (last.seq, last.change));
    (last.0.saturating_add(1), last.1.saturating_add(1))
}

/// Adds one event to a history, whatever state the case is in, and nothing that might follow from it.
fn one_event(history: &[Event], stamp: Stamp, mut what: What) -> Result<Decision> {
    admit(&mut what, &stamp)?;
    let (seq, change) = after(history);
    let event = Event {
        seq,
        change,
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

/// Where every text becomes part of a history: signs that nobody sees are left out of it, and a name is one line.
fn admit(what: &mut What, stamp: &Stamp) -> Result {
    for (place, _, text) in what.texts_mut() {
        *text = match place {
            TextPlace::Holder(_) | TextPlace::Decider => one_line(&seen(text)),
            _ => seen(text).into_owned(),
        };
    }
    names_nobody(what, &stamp.who)
}

/// Refuses an event that holds a personnummer or samordningsnummer, whoever it may be of, or U+0000. A history from
/// elsewhere is asked the same.
pub fn names_nobody(what: &What, who: &str) -> Result {
    let texts = what.texts().into_iter();
    let texts = texts.map(|(place, _, text)| (place, text.as_str()));
    let mut texts: Vec<_> = texts.chain([(TextPlace::Recorder, who)]).collect();
    if let What::CalendarSet { calendar } = what {
        texts.extend(calendar.titles().map(|title| (TextPlace::Calendar, title)));
    }
    texts.extend(
        what.other_case()
            .map(|case| (TextPlace::Reference, case.as_str())),
    );
    for (place, text) in texts {
        if text.contains('\0') {
            return Err(Refusal::NullSign(place));
        }
        if holds_identity_number(text) {
            return Err(Refusal::IdentityNumber(place));
        }
    }
    Ok(())
}

/// A text as it is kept, if there is something to see in it.
fn given_text(text: &str) -> Option<String> {
    Some(seen(text).into_owned()).filter(|text| !text.is_empty())
}

fn required_text(text: &str, what: refusal::RequiredText) -> Result<String> {
    given_text(text).ok_or(Refusal::TextMissing(what))
}
