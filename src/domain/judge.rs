//! Whether a history is one that could have been recorded: each event is asked of the verb that records it, in the case
//! as it was then. The chain of hashes says that a history is as it was written, not that it was written by this program.
//!
//! What no version of the program has ever taken is a fault. What an older one may have taken, or planned otherwise, and
//! this one refuses is a remark. Where an answer was taken out, nobody knows what followed from it, and what only that
//! could tell is not held against the history.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Months, NaiveDate, SecondsFormat, TimeDelta, Utc};

use super::case::Case;
use super::decide::{Draft, Refusal, is_undoable, undo_step};
use super::event::{Event, RoundDates, Stamp, What};
use super::likely_day::{days_in, likely};
use super::plan::Plan;
use super::redacted::REDACTED;
use super::routine::{AnswerKind, Routine};

/// Something in a history that could not have been recorded, or not by this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The event's number.
    pub seq: u32,
    /// What is the matter with it.
    pub doubt: Doubt,
    /// No version of the program has ever taken it.
    pub is_fault: bool,
}

/// What is the matter with an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It is refused.
    Refused(Refusal),
    /// The case goes by another routine, or another version of it.
    OtherRoutine,
    /// Numbers of events or changes do not follow each other, or one change is of several moments.
    Numbers,
    /// The time is none that the program writes.
    Time,
    /// The day is not the one it was at that time anywhere.
    Day,
    /// The time lies before that of the event before.
    Backwards,
    /// The time lies ahead of the clock.
    Ahead,
    /// Nothing is recorded when that is said.
    Nothing,
    /// Something else is recorded when that is said.
    Otherwise,
    /// The dates of the round are none that the routine gives.
    Dates,
    /// What follows from it was not recorded.
    Unfollowed,
    /// What it says of another event or change is not so.
    Reference,
    /// Done long before anything of the case began.
    LongBefore,
    /// Put off to a day that had passed.
    PutOffBack,
}

/// Computers of one network agree to within this, or nobody could log in (Kerberos' usual limit).
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);
/// Time zones lie up to this far from UTC.
const A_DAY: Days = Days::new(1);

/// Judges a history. `today` is for days that are not likely; `now` for times that lie ahead, `None` when a day was given.
pub fn judge(
    routine: &Routine,
    events: &[Event],
    today: NaiveDate,
    now: Option<DateTime<Utc>>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(case) = opened(routine, events, &mut findings) else {
        return findings;
    };
    let mut judge = Judge {
        routine,
        events,
        draft: Draft::replaying(routine, case),
        whole: 1,
        due: None,
        undone: BTreeSet::new(),
        some_taken_out: events
            .iter()
            .any(|event| matches!(event.what, What::Redacted { .. })),
        can_tell: true,
        findings,
    };
    let mut before = None;
    for (index, event) in events.iter().enumerate() {
        judge.stamp(before, event, now);
        if likely(event.stamp.day, today).is_err() {
            judge.find(event.seq, Doubt::Day, false);
        }
        if let Some(before) = before
            && judge.event(index, before, event).is_none()
        {
            judge.find(event.seq, Doubt::Refused(Refusal::BrokenHistory), true);
            return judge.findings;
        }
        let next = events.get(index + 1);
        if next.is_none_or(|next| next.change != event.change) {
            judge.whole_change(index, event);
        }
        before = Some(event);
    }
    if let Some(due) = judge.due.take() {
        judge.unfollowed(before.map_or(0, |last| last.seq), &due, None);
    }
    judge.findings
}

/// The case as its opening leaves it.
fn opened(routine: &Routine, events: &[Event], findings: &mut Vec<Finding>) -> Option<Case> {
    let mut fault = |doubt| {
        findings.push(Finding {
            seq: 1,
            doubt,
            is_fault: true,
        });
    };
    let first = events.first();
    let Some((first, case)) = first.and_then(|first| Some((first, Case::opened(first)?))) else {
        fault(Doubt::Refused(Refusal::BrokenHistory));
        return None;
    };
    if (&case.routine, &case.version) != (&routine.id, &routine.version) {
        fault(Doubt::OtherRoutine);
    }
    if let Some(unknown) = case
        .trigger
        .as_ref()
        .filter(|id| routine.trigger(id).is_none())
    {
        fault(Doubt::Refused(Refusal::UnknownTrigger(unknown.clone())));
    }
    if (first.seq, first.change) != (1, 1) {
        fault(Doubt::Numbers);
    }
    Some(case)
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
    undone: BTreeSet<u32>,
    some_taken_out: bool,
    /// No answer before has been taken out.
    can_tell: bool,
    findings: Vec<Finding>,
}

impl Judge<'_> {
    fn find(&mut self, seq: u32, doubt: Doubt, is_fault: bool) {
        self.findings.push(Finding {
            seq,
            doubt,
            is_fault,
        });
    }

    /// Numbers, time and day, which stand on every event.
    fn stamp(&mut self, before: Option<&Event>, event: &Event, now: Option<DateTime<Utc>>) {
        let (seq, stamp) = (event.seq, &event.stamp);
        if let Some(before) = before {
            let same = event.change == before.change;
            let goes_on = same || event.change == before.change.saturating_add(1);
            if event.seq != before.seq.saturating_add(1)
                || !goes_on
                || (same && stamp.who != before.stamp.who)
            {
                self.find(seq, Doubt::Numbers, true);
            }
        }
        let Some(at) = time(stamp) else {
            return self.find(seq, Doubt::Time, true);
        };
        let of_day = at.date_naive();
        let around = of_day.checked_sub_days(A_DAY)..=of_day.checked_add_days(A_DAY);
        let is_off = match stamp.today_given {
            true => stamp.at != format!("{}T00:00:00Z", stamp.day),
            false => !around.contains(&Some(stamp.day)),
        };
        if is_off {
            self.find(seq, Doubt::Day, true);
        }
        // Under a given day, times are not the clock's.
        let real = before.filter(|before| !before.stamp.today_given && !stamp.today_given);
        if real
            .and_then(|before| time(&before.stamp))
            .is_some_and(|before| before - at > CLOCKS_DIFFER)
        {
            self.find(seq, Doubt::Backwards, false);
        }
        if now.is_some_and(|now| !stamp.today_given && at - now > CLOCKS_DIFFER) {
            self.find(seq, Doubt::Ahead, false);
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
            self.unfollowed(before.seq, &due, Some(&event.what));
        }
        self.of_itself(event);
        match &event.what {
            What::Undone { undoes } => return self.undone(index, before, event, *undoes),
            What::Exported { events, head, .. } => {
                let is_hash = head.len() == 64 && head.bytes().all(|byte| byte.is_ascii_hexdigit());
                if *events != before.seq || !is_hash {
                    self.find(seq, Doubt::Reference, true);
                }
            }
            What::Redacted { redacts, .. } if !(1..seq).contains(redacts) => {
                self.find(seq, Doubt::Reference, true);
            }
            what => {
                let was_taken = self.said_again(event, what);
                self.apply(event)?;
                self.due = self.draft.led_to(what).filter(|_| was_taken);
                return Some(());
            }
        }
        self.apply(event)
    }

    fn apply(&mut self, event: &Event) -> Option<()> {
        if let What::Answered { value, .. } = &event.what {
            self.can_tell &= value.as_deref() != Some(REDACTED);
        }
        self.draft.go_on(event).ok()
    }

    fn unfollowed(&mut self, seq: u32, due: &What, next: Option<&What>) {
        let opener = |what: &What| match what {
            What::RoundsOpened { by, .. } => Some(by.clone()),
            _ => None,
        };
        // Where the outcome opened other rounds, those are looked at by themselves.
        if self.can_tell && next.and_then(opener) != opener(due) {
            self.find(seq, Doubt::Unfollowed, false);
        }
    }

    /// What an event says of itself, whatever case it stands in.
    fn of_itself(&mut self, event: &Event) {
        let (seq, today) = (event.seq, event.stamp.day);
        for (place, on) in days_in(&event.what, self.routine) {
            if let Err(day) = likely(on, today) {
                let refusal = Refusal::UnlikelyDay { place, day };
                self.find(seq, Doubt::Refused(refusal), false);
                break;
            }
        }
        match &event.what {
            What::Done { on: Some(on), .. }
            | What::ItemDone { on: Some(on), .. }
            | What::DayKnown { on, .. } => {
                let began = self.draft.case().dates.values().map(|dated| dated.on);
                let began = began.chain([self.draft.case().first_opened]).min();
                let a_year = Months::new(12);
                if began.and_then(|began| began.checked_sub_months(a_year)) > Some(*on) {
                    self.find(seq, Doubt::LongBefore, false);
                }
            }
            What::Extended { to, .. } if *to < today => self.find(seq, Doubt::PutOffBack, false),
            What::RoundsOpened { opened, kept, .. } => {
                let mut named = opened.keys().chain(kept.keys());
                if let Some(step) = named.find(|step| self.routine.step(step).is_none()) {
                    let unknown = Refusal::UnknownStep(step.clone());
                    self.find(seq, Doubt::Refused(unknown), true);
                }
            }
            // A calendar is checked before it is set.
            What::CalendarSet { calendar } if !calendar.problems().is_empty() => {
                self.find(seq, Doubt::Otherwise, true);
            }
            What::Protected { since: Some(_), .. } if self.draft.case().continues.is_none() => {
                self.find(seq, Doubt::Otherwise, true);
            }
            _ => {}
        }
    }

    /// Asks the verb that records such an event; whether it takes it.
    fn said_again(&mut self, event: &Event, what: &What) -> bool {
        let seq = event.seq;
        let again = match self.draft.again(event) {
            Ok(again) => again,
            Err(refusal) => {
                if let Some(is_fault) = self.is_fault(&refusal, what) {
                    self.find(seq, Doubt::Refused(refusal), is_fault);
                }
                return false;
            }
        };
        match again {
            None => {
                // What holds a text that was taken out reads as if it had never been.
                let may_have_been_text =
                    matches!(what, What::Answered { .. } | What::RoleHeld { .. });
                if !(self.some_taken_out && may_have_been_text) && self.can_tell {
                    // Which rounds an outcome opens is the planner's to say.
                    let is_fault = !matches!(what, What::RoundsOpened { .. });
                    self.find(seq, Doubt::Nothing, is_fault);
                }
            }
            Some(again) if again == *what || !self.can_tell => {}
            Some(again) => self.differs(event, &again),
        }
        true
    }

    /// Looks at how an event differs from what is recorded today.
    fn differs(&mut self, event: &Event, again: &What) {
        let (mut recorded, mut again) = (event.what.clone(), again.clone());
        let (dates, _) = (dates_of(&mut recorded), dates_of(&mut again));
        if let (Some(dates), Some(step)) = (dates, event.what.step())
            && dates != self.dates_of(self.draft.case(), event)
            && dates != self.dates_of(self.draft.case_before(), event)
        {
            // Where only one date can ever have been given. Planners have differed on the others.
            let rounds = self.draft.case().rounds_of(step).last();
            let is_plain = rounds.is_none_or(|round| round.reopened.is_none());
            self.find(
                event.seq,
                Doubt::Dates,
                is_plain && !self.repeats(&event.what),
            );
        }
        if recorded != again {
            let is_day = matches!(&recorded, What::Skipped { on, .. } if *on != event.stamp.day);
            self.find(event.seq, Doubt::Otherwise, is_day);
        }
    }

    /// The dates of the open round of the event's step.
    fn dates_of(&self, case: &Case, event: &Event) -> RoundDates {
        let row = event
            .what
            .step()
            .and_then(|step| Plan::latest_of(self.routine, case, step, event.stamp.day));
        row.map(|row| row.dates).unwrap_or_default()
    }

    fn repeats(&self, what: &What) -> bool {
        let step = what.step().and_then(|step| self.routine.step(step));
        step.is_some_and(|step| step.repeats())
    }

    /// Whether what is refused today has always been refused; nothing where that cannot be told.
    fn is_fault(&self, refusal: &Refusal, what: &What) -> Option<bool> {
        match refusal {
            Refusal::UnknownTrigger(_)
            | Refusal::UnknownStep(_)
            | Refusal::UnknownItem { .. }
            | Refusal::UnknownDate(_)
            | Refusal::UnknownQuestion(_)
            | Refusal::UnknownRole(_)
            | Refusal::InTheFuture { .. }
            | Refusal::CaseClosed { .. }
            | Refusal::NotClosed
            | Refusal::NothingToChoose { .. }
            | Refusal::NotACandidate { .. }
            | Refusal::TextMissing(_)
            | Refusal::BrokenHistory => Some(true),
            // Texts and numbers are taken in other forms than they were.
            Refusal::BadAnswer { question, value } => {
                let kind = self.routine.question(question).map(|asked| &asked.kind);
                Some(match kind {
                    Some(AnswerKind::Text) => value.trim().is_empty(),
                    Some(AnswerKind::Number) => value.parse::<f64>().is_err(),
                    _ => value != REDACTED,
                })
                .filter(|_| value != REDACTED)
            }
            // A ground that was taken out cannot be looked at.
            Refusal::NotAGround { given, .. } if given == REDACTED => None,
            _ if !self.can_tell => None,
            // When a repeating step has a round left is the planner's to say.
            Refusal::NotApplicable { .. }
            | Refusal::Undecided { .. }
            | Refusal::Ended { .. }
            | Refusal::NoSuchRound { .. }
            | Refusal::NotLater { .. } => Some(!self.repeats(what)),
            Refusal::ItemSettled { .. } | Refusal::ItemNotApplicable { .. } => Some(true),
            _ => Some(false),
        }
    }

    /// A change that was taken back: the case is again what it was without it.
    fn undone(&mut self, index: usize, before: &Event, event: &Event, undoes: u32) -> Option<()> {
        let history = self.events.get(..index)?;
        let of_change = || history.iter().filter(|before| before.change == undoes);
        let opens = |event: &Event| matches!(event.what, What::Opened { .. });
        let may_go = of_change().any(|event| is_undoable(&event.what))
            && !of_change().any(opens)
            && !self.undone.contains(&undoes);
        if !may_go || undoes >= event.change {
            self.find(event.seq, Doubt::Reference, true);
        }
        let standing =
            |event: &&Event| !self.undone.contains(&event.change) && is_undoable(&event.what);
        let latest = history
            .iter()
            .rev()
            .find(standing)
            .map(|event| event.change);
        if may_go && latest != Some(undoes) {
            let mut steps = of_change().filter_map(|event| event.what.step());
            let by_step =
                |step| undo_step(self.routine, history, step).is_ok_and(|u| u.change == undoes);
            if !steps.any(by_step) {
                self.find(event.seq, Doubt::Otherwise, false);
            }
        }
        self.undone.insert(undoes);
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
        if dates_moved {
            if let Err(refusal) = self.draft.check_order_of_dates() {
                self.find(last.seq, Doubt::Refused(refusal), true);
            }
        }
        let mut required = self.routine.key_dates.iter().filter(|date| date.required);
        if change == 1
            && let Some(date) =
                required.find(|date| !self.draft.case().dates.contains_key(&date.id))
        {
            let refusal = Refusal::RequiredDate(date.id.clone());
            self.find(last.seq, Doubt::Refused(refusal), true);
        }
    }
}

/// The time of a stamp, if it is as the program writes it.
fn time(stamp: &Stamp) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(&stamp.at).ok()?.to_utc();
    (at.to_rfc3339_opts(SecondsFormat::Secs, true) == stamp.at).then_some(at)
}

/// Takes the dates of a round that ended out of an event.
fn dates_of(what: &mut What) -> Option<RoundDates> {
    match what {
        What::Done { dates, .. } | What::Skipped { dates, .. } => Some(std::mem::take(dates)),
        _ => None,
    }
}
