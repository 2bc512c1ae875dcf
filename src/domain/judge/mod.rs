//! Whether a history is one that could have been recorded: each event is asked of the verb that records it, in the case
//! as it was then. The chain of hashes says that a history is as it was written, not that it was written by this program.
//!
//! What no version of the program has ever taken is a fault. What an older one may have taken, or planned otherwise, and
//! this one refuses is a remark. Where an answer was taken out, nobody knows what followed from it, and what rests on it
//! is not held against the history; all else is.

mod rests;
mod stamp;
mod weigh;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    case::{Case, undone_changes},
    decide::{Draft, Refusal, Undoing, undo_latest, undo_step},
    event::{Event, What},
    ids::{CaseRef, QuestionId},
    likely_day::likely,
    routine::Routine,
    texts::REDACTED,
};

/// Something in a history that could not have been recorded, or not by this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub seq: u32,
    pub doubt: Doubt,
    /// No version of the program has ever taken it.
    pub is_fault: bool,
}

messages! {
    /// What is the matter with an event.
    pub enum Doubt {
        Refused(; refusal: Refusal) => refusal,
        /// The case goes by another routine, or another version of it.
        OtherRoutine => "judged-other-routine",
        /// Numbers of events or changes do not follow each other, or one change is of several days or people, or an opening of several times.
        Numbers => "judged-numbers",
        Time => "judged-time",
        /// The day is not the one it was at that time anywhere.
        Day => "judged-day",
        Backwards => "judged-backwards",
        Ahead => "judged-ahead",
        /// Nothing is recorded when that is said.
        Nothing => "judged-nothing",
        /// Something else is recorded when that is said.
        Otherwise => "judged-otherwise",
        Dates => "judged-dates",
        /// What follows from it was not recorded.
        Unfollowed => "judged-unfollowed",
        /// What it says of another event or change is not so.
        Reference => "judged-reference",
        /// The case that came before or after it cannot be the one it names.
        OtherCase => "judged-other-case",
        /// A text or name in it is empty.
        Empty => "judged-empty",
        /// Whoever recorded it has a line break or a sign that nobody sees in the name.
        Recorder => "judged-recorder",
        /// Done long before anything of the case began.
        LongBefore => "judged-long-before",
        /// Put off to a day that had passed.
        PutOffBack => "judged-put-off-back",
    }
}

/// Judges a history. `today` is for days that are not likely; `now` for times that lie ahead, `None` when a day was given.
pub fn judge(
    routine: &Routine,
    reference: &CaseRef,
    events: &[Event],
    today: NaiveDate,
    now: Option<DateTime<Utc>>,
) -> Vec<Finding> {
    let Some(case) = events.first().and_then(Case::opened) else {
        let (seq, doubt) = (1, Refusal::BrokenHistory.into());
        let is_fault = true;
        return vec![Finding {
            seq,
            doubt,
            is_fault,
        }];
    };
    let mut judge = Judge {
        routine,
        events,
        draft: Draft::replaying(routine, case),
        whole: 1,
        due: None,
        taken_out: BTreeSet::new(),
        seq: 1,
        findings: Vec::new(),
    };
    judge.opening();
    let mut before = None;
    for (index, event) in events.iter().enumerate() {
        judge.seq = event.seq;
        judge.stamp(before, event, now);
        judge.texts_and_cases(reference, event);
        if likely(event.stamp.day, today).is_err() {
            judge.remark(Doubt::Day);
        }
        if let Some(before) = before
            && judge.event(index, before, event).is_none()
        {
            judge.fault(Refusal::BrokenHistory);
            return judge.findings;
        }
        let next = events.get(index + 1);
        if next.is_none_or(|next| next.change != event.change) {
            judge.whole_change(index, event);
        }
        before = Some(event);
    }
    if judge.due.take().is_some() {
        judge.remark(Doubt::Unfollowed);
    }
    judge.findings
}

impl From<Refusal> for Doubt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

struct Judge<'e> {
    routine: &'e Routine,
    events: &'e [Event],
    /// The case before the event that is looked at, and before the change that it belongs to.
    draft: Draft<'e>,
    /// So many events count in the latter.
    whole: usize,
    /// What follows from the event before, and must come next.
    due: Option<What>,
    /// Questions of which an answer before has been taken out.
    taken_out: BTreeSet<QuestionId>,
    /// The number of the event that is looked at.
    seq: u32,
    findings: Vec<Finding>,
}

impl Judge<'_> {
    fn find(&mut self, doubt: impl Into<Doubt>, is_fault: bool) {
        let (seq, doubt) = (self.seq, doubt.into());
        self.findings.push(Finding {
            seq,
            doubt,
            is_fault,
        });
    }

    fn fault(&mut self, doubt: impl Into<Doubt>) {
        self.find(doubt, true);
    }

    fn remark(&mut self, doubt: impl Into<Doubt>) {
        self.find(doubt, false);
    }

    fn opening(&mut self) {
        let (routine, case) = (self.routine, self.draft.case());
        let is_other = (&case.routine, &case.version) != (&routine.id, &routine.version);
        let mut trigger = case.trigger.iter();
        let unknown = trigger.find(|id| routine.trigger(id).is_none()).cloned();
        if is_other {
            self.fault(Doubt::OtherRoutine);
        }
        if let Some(unknown) = unknown {
            self.fault(Refusal::UnknownTrigger(unknown));
        }
        let first = self.events.first().map(|first| (first.seq, first.change));
        if first != Some((1, 1)) {
            self.fault(Doubt::Numbers);
        }
    }

    /// One event after the opening; nothing when the rest cannot be told from here on.
    fn event(&mut self, index: usize, before: &Event, event: &Event) -> Option<()> {
        let seq = event.seq;
        if before.change != event.change && !matches!(event.what, What::Undone { .. }) {
            let since = self.events.get(self.whole..index)?;
            self.draft.end_change(since).ok()?;
            self.whole = index;
        }
        if let Some(due) = self.due.take() {
            if due == event.what {
                return self.apply(event);
            }
            self.seq = before.seq;
            self.remark(Doubt::Unfollowed);
            self.seq = seq;
        }
        self.of_itself(event);
        match &event.what {
            What::Undone { undoes } => return self.undone(index, before, event, *undoes),
            What::Exported { events, head, .. } => {
                let is_hash = head.len() == 64 && head.bytes().all(|byte| byte.is_ascii_hexdigit());
                if *events != before.seq || !is_hash {
                    self.fault(Doubt::Reference);
                }
            }
            What::Redacted { redacts, .. }
                if !(1..seq).contains(redacts) || self.is_taken_out(index, *redacts) =>
            {
                self.fault(Doubt::Reference);
            }
            what => {
                let was_taken = self.said_again(event, what);
                self.apply(event)?;
                let led_to = self.draft.led_to(what);
                self.due = led_to.filter(|_| was_taken && self.can_tell(what, true));
                return Some(());
            }
        }
        self.apply(event)
    }

    /// Whether an event before this place says already that the texts of `seq` were taken out.
    fn is_taken_out(&self, index: usize, seq: u32) -> bool {
        let says =
            |event: &Event| matches!(event.what, What::Redacted { redacts, .. } if redacts == seq);
        self.events.iter().take(index).any(says)
    }

    fn apply(&mut self, event: &Event) -> Option<()> {
        if let What::Answered { question, value } = &event.what
            && value.as_deref() == Some(REDACTED)
        {
            self.taken_out.insert(question.clone());
        }
        self.draft.go_on(event).ok()
    }

    /// A change that was taken back: the case is again what it was without it.
    fn undone(&mut self, index: usize, before: &Event, event: &Event, undoes: u32) -> Option<()> {
        let history = self.events.get(..index)?;
        let of_change = || history.iter().filter(|before| before.change == undoes);
        let opens = |event: &Event| matches!(event.what, What::Opened { .. });
        let may_go = of_change().any(|event| event.what.is_undoable())
            && !of_change().any(opens)
            && !undone_changes(history).contains(&undoes);
        if !may_go || undoes >= event.change {
            self.fault(Doubt::Reference);
        }
        let is_it = |undoing: Result<Undoing, _>| undoing.is_ok_and(|u| u.change == undoes);
        let mut steps = of_change().filter_map(|event| event.what.step());
        if may_go
            && !is_it(undo_latest(history))
            && !steps.any(|step| is_it(undo_step(self.routine, history, step)))
        {
            self.remark(Doubt::Otherwise);
        }
        let case = if before.change == undoes {
            self.draft.case_before().clone()
        } else {
            Case::fold(self.events.get(..=index)?).ok()?
        };
        self.draft.go_on_in(case);
        self.whole = index + 1;
        Some(())
    }

    /// What must hold once a change is whole: several dates may have moved together.
    fn whole_change(&mut self, index: usize, last: &Event) {
        let change = last.change;
        let so_far = self.events.get(..=index).unwrap_or_default().iter().rev();
        let mut of_change = so_far.take_while(|event| event.change == change);
        let dates_moved = of_change.any(|event| matches!(event.what, What::DateSet { .. }));
        if dates_moved && let Err(refusal) = self.draft.check_order_of_dates() {
            self.fault(refusal);
        }
        let mut required = self.routine.key_dates.iter().filter(|date| date.required);
        if change == 1
            && let Some(date) =
                required.find(|date| !self.draft.case().dates.contains_key(&date.id))
        {
            let refusal = Refusal::RequiredDate(date.id.clone());
            self.fault(refusal);
        }
    }
}
