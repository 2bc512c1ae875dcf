//! Key dates, answers, roles and booked days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Draft, Refusal, Result, Warning, given_text};
use crate::domain::{
    answer::typed_answer,
    case::KnownDate,
    event::What,
    ids::{KeyDateId, QuestionId, RoleId, StepId, TriggerId},
    routine::{Question, Responsible},
    school::SchoolCalendar,
};

impl Draft<'_> {
    /// Sets or withdraws a key date. The order of dates is checked when the draft is finished, so that
    /// several can move together.
    pub fn set_date(&mut self, id: &KeyDateId, on: Option<NaiveDate>) -> Result {
        self.must_be_open()?;
        let Some(date) = self.routine.key_date(id) else {
            return Err(Refusal::UnknownDate(id.clone()));
        };
        if self.day_of(id) == on {
            // Saying the same day again, once it has come, says that it happened.
            return self.confirm_date(id);
        }
        if on.is_none() && date.required {
            self.warn(Warning::RequiredDateWithdrawn(id.clone()));
        }
        let date = id.clone();
        self.add(What::DateSet { date, on })
    }

    /// Says that a date set in advance did happen that day. Nothing to do for one that is known to have, is still to
    /// come, or is unknown.
    pub fn confirm_date(&mut self, id: &KeyDateId) -> Result {
        self.must_be_open()?;
        let has_come = |dated: &KnownDate| !dated.confirmed && dated.on <= self.today();
        if !self.case.dates.get(id).is_some_and(has_come) {
            return Ok(());
        }
        self.add(What::DateConfirmed { date: id.clone() })
    }

    /// Says what started the case, when that was not known at the start or was wrong; `None` withdraws it.
    pub fn set_trigger(&mut self, trigger: Option<&TriggerId>) -> Result {
        self.must_be_open()?;
        if let Some(unknown) = trigger.filter(|id| self.routine.trigger(id).is_none()) {
            return Err(Refusal::UnknownTrigger(unknown.clone()));
        }
        if self.case.trigger.as_ref() == trigger {
            return Ok(());
        }
        let trigger = trigger.cloned();
        self.add(What::TriggerSet { trigger })
    }

    /// Answers a question or form field; an empty value withdraws the answer.
    pub fn answer(&mut self, id: &QuestionId, value: &str) -> Result {
        self.must_be_open()?;
        let Some(Question { kind, .. }) = self.routine.question(id) else {
            return Err(Refusal::UnknownQuestion(id.clone()));
        };
        let today = self.today();
        let stored = |value: String| {
            let question = id.clone();
            typed_answer(kind, &value, today).ok_or(Refusal::BadAnswer { question, value })
        };
        let value = given_text(value).map(stored).transpose()?;
        // The same answer given again counts: later rounds ask for one given since the round before.
        if value.is_none() && !self.case.answers.contains_key(id) {
            return Ok(());
        }
        let question = id.clone();
        self.add(What::Answered { question, value })
    }

    /// Says who holds a role; `None` or an empty name: nobody.
    pub fn hold_role(&mut self, id: &RoleId, by: Option<&str>) -> Result {
        self.must_be_open()?;
        let Some(role) = self.routine.role(id) else {
            return Err(Refusal::UnknownRole(id.clone()));
        };
        let by = by.and_then(given_text);
        if by.is_none() && role.must_be_held {
            self.warn(Warning::RoleNotHeld(id.clone()));
        }
        if self.case.roles.get(id) == by.as_ref() {
            return Ok(());
        }
        let role = id.clone();
        self.add(What::RoleHeld { role, by })
    }

    /// Says which role takes a step that several may; `None` leaves it open again.
    pub fn take_step(&mut self, step: &StepId, role: Option<&RoleId>) -> Result {
        let step_rule = self.step_of_open(step)?;
        let Responsible::Chosen { candidates, .. } = &step_rule.responsible else {
            return Err(Refusal::NothingToChoose { step: step.clone() });
        };
        if let Some(role) = role.filter(|role| !candidates.contains(role)) {
            return Err(Refusal::NotACandidate {
                step: step.clone(),
                role: role.clone(),
                candidates: candidates.clone(),
            });
        }
        if self.case.taken.get(step) == role {
            return Ok(());
        }
        let (step, role) = (step.clone(), role.cloned());
        self.add(What::Taken { step, role })
    }

    /// Books a day for a step, or cancels it. A booked day never moves the due date.
    pub fn book(&mut self, step: &StepId, on: Option<NaiveDate>) -> Result {
        self.step_of_open(step)?;
        // What is booked may be cancelled even if the step has turned out not to apply.
        if on.is_some() || self.named_of(step).is_some() {
            self.round_meant(step, Some(self.today()))?;
            self.round_now(step)?;
        }
        self.book_any(step, on)
    }

    /// The same of any round that has not ended: an answer books one although nobody knows yet whether it applies.
    pub(super) fn book_any(&mut self, step: &StepId, on: Option<NaiveDate>) -> Result {
        self.step_of_open(step)?;
        let row = self.latest_round(step)?;
        if on.is_some() && row.status.is_ended() {
            return Err(self.ended(step, row.round));
        }
        if self.case.planned.get(step).map(|booking| booking.on) == on {
            return Ok(());
        }
        let step = step.clone();
        self.add(What::Planned { step, on })
    }

    /// Books what the answers of this change book, once all else in it is recorded: the round that has not ended, if
    /// there is one. A change may be recorded bit by bit, and a later bit end the round that was booked.
    pub(crate) fn book_as_answered(&mut self) -> Result {
        let (mut answered, mut to_book) = (BTreeMap::new(), BTreeSet::new());
        let now = self.events.first().map_or(self.next_seq, |first| first.seq);
        let changes = self.case.events.iter();
        for event in changes.filter(|event| event.change == self.change || event.seq >= now) {
            let ended = match &event.what {
                What::Answered { question, value } => {
                    let books = self.routine.question(question);
                    let Some(step) = books.and_then(|question| question.books.as_ref()) else {
                        continue;
                    };
                    let day = value.as_ref().and_then(|value| value.parse().ok());
                    answered.insert(step, day);
                    vec![step]
                }
                What::Planned { step, .. } if event.seq < now => {
                    to_book.remove(step);
                    continue;
                }
                What::Done { step, .. } | What::Skipped { step, .. } => vec![step],
                What::RoundsOpened { opened, .. } => opened.keys().collect(),
                _ => continue,
            };
            let books = ended.into_iter().filter(|step| answered.contains_key(step));
            to_book.extend(books.cloned());
        }
        let days: Vec<_> = to_book
            .into_iter()
            .filter_map(|step| Some((answered.get(&step).copied()?, step)))
            .collect();
        for (on, step) in days {
            match self.book_any(&step, on) {
                Err(Refusal::Ended { .. }) => {}
                booked => booked?,
            }
        }
        Ok(())
    }

    /// Marks the child's whereabouts as hidden, or no longer. Said again of hidden ones, it is that they have been
    /// considered anew.
    pub fn protect(&mut self, hidden: bool) -> Result {
        self.must_be_open()?;
        if !hidden && self.case.protected.is_none() {
            return Ok(());
        }
        let since = None;
        self.add(What::Protected { hidden, since })
    }

    /// Keeps hidden what was hidden on that day, in the case this one continues.
    pub fn keep_protected(&mut self, since: NaiveDate) -> Result {
        self.must_be_open()?;
        let (hidden, since) = (true, Some(since));
        self.add(What::Protected { hidden, since })
    }

    /// Gives the case its municipality's school calendar, already checked.
    pub fn set_school_calendar(&mut self, calendar: SchoolCalendar) -> Result {
        self.must_be_open()?;
        if self.case.school.as_ref() == Some(&calendar) {
            return Ok(());
        }
        self.add(What::CalendarSet { calendar })
    }

    /// Impossible orders are refused; unusual ones that this change brings about are warned of.
    pub(super) fn check_dates(&mut self) -> Result {
        self.check_order_of_dates()?;
        let sets = |id: &KeyDateId| {
            let mut new = self.events.iter().map(|event| &event.what);
            new.any(|what| matches!(what, What::DateSet { date, .. } if date == id))
        };
        let mut unusual = Vec::new();
        for date in &self.routine.key_dates {
            for expected_after in &date.expected_after {
                let days = self.day_of(&date.id).zip(self.day_of(expected_after));
                let is_early = days.is_some_and(|(on, other_on)| on < other_on);
                if is_early && (sets(&date.id) || sets(expected_after)) {
                    unusual.push(Warning::UnusualOrder {
                        date: date.id.clone(),
                        expected_after: expected_after.clone(),
                    });
                }
            }
        }
        unusual.into_iter().for_each(|warning| self.warn(warning));
        Ok(())
    }

    /// Refuses dates in an impossible order. A missing one is merely unknown, but for those that a case cannot be opened
    /// without.
    pub(crate) fn check_order_of_dates(&self) -> Result {
        let must_be_given = self.before.is_none() && !self.any_day;
        for date in &self.routine.key_dates {
            let on = self.day_of(&date.id);
            if on.is_none() && date.required && must_be_given {
                return Err(Refusal::RequiredDate(date.id.clone()));
            }
            if let (Some(on), Some(not_before)) = (on, &date.not_before)
                && let Some(other_on) = self.day_of(not_before).filter(|other_on| on < *other_on)
            {
                return Err(Refusal::DateOrder {
                    date: date.id.clone(),
                    on,
                    not_before: not_before.clone(),
                    other_on,
                });
            }
        }
        Ok(())
    }

    fn day_of(&self, id: &KeyDateId) -> Option<NaiveDate> {
        self.case.dates.get(id).map(|dated| dated.on)
    }
}
