//! What is changed in the walk beside the steps: a date, an answer, who answers for something.

use crate::desk::asking::{self, NoDay};
use crate::desk::feedback;
use crate::domain::condition::Truth;
use crate::domain::facts::holds;
use crate::domain::routine::{KeyDate, Question, Responsible, Role};
use crate::domain::typed::Tense;
use crate::error::Failure;

use super::record::Subject;
use super::step::{StepContext, StepResult};

/// What can be changed.
enum Changeable<'a> {
    Date(&'a KeyDate),
    Answer(&'a Question),
    Holder(&'a Role),
    WhoTakes,
    Booking,
    Trigger,
}

impl<'a> StepContext<'a> {
    /// Asks what is to be changed and to what, records it, and tells what it moved.
    pub(super) fn ask_change(&mut self) -> Result<StepResult, Failure> {
        let (things, options): (Vec<_>, Vec<_>) = self.changeable().into_iter().unzip();
        let question = self.ctx.say("walk-change-what");
        let place = self.ctx.prompt.search(&question, &options)?;
        let step = &self.step.id;
        let changed = match things.get(place) {
            Some(Changeable::Date(date)) => {
                let on = asking::day(self.ctx, &date.title, None, NoDay::Back, Tense::Any)?;
                let subject = Some(Subject::Date(date.id.clone()));
                self.record(subject, |draft| draft.set_date(&date.id, on))?
            }
            Some(Changeable::Answer(question)) => {
                let current = self.case.answer(&question.id).map(str::to_owned);
                let answer = asking::answer(self.ctx, question, current.as_deref(), true)?;
                let Some(answer) = answer else {
                    return Ok(StepResult::Stay);
                };
                let subject = Some(Subject::Answer(question.id.clone()));
                self.record(subject, |draft| draft.answer(&question.id, &answer))?
            }
            Some(Changeable::Holder(role)) => {
                let who = asking::text_or_back(self.ctx, "walk-who-holds")?;
                self.record(None, |draft| draft.hold_role(&role.id, Some(&who)))?
            }
            Some(Changeable::Booking) => {
                let question = self.ctx.say("walk-booked-on");
                let on = asking::day(self.ctx, &question, None, NoDay::Back, Tense::Future)?;
                self.record(None, |draft| draft.book(step, on))?
            }
            Some(Changeable::Trigger) => {
                let trigger = asking::trigger(self.ctx, &self.opened.routine)?;
                let Some(trigger) = trigger else {
                    return Ok(StepResult::Stay);
                };
                self.record(Some(Subject::Trigger), |draft| {
                    draft.set_trigger(Some(&trigger))
                })?
            }
            Some(Changeable::WhoTakes) | None => {
                self.choose_who(true)?;
                return Ok(StepResult::Again);
            }
        };
        self.ctx.ui.print(self.ctx.say("told-set"))?;
        feedback::bookings(self.ctx, &changed)?;
        feedback::consequences(self.ctx, &changed, None)?;
        Ok(StepResult::Again)
    }

    /// What can be changed, each with what is known of it: the step's own first, then the dates, answers and roles.
    fn changeable(&self) -> Vec<(Changeable<'a>, String)> {
        let (routine, here) = (&self.opened.routine, self.here());
        let with_value = |title: &str, value: Option<String>| {
            let value = value.unwrap_or_else(|| here.say("not-known-yet"));
            let colon = if title.ends_with('?') { "" } else { ":" };
            format!("{title}{colon} {value}")
        };
        let booked = self.row.row.planned.map(|day| here.date(day));
        let booked = with_value(&here.say("walk-change-booking"), booked);
        let mut all = vec![(Changeable::Booking, booked)];
        if matches!(self.step.responsible, Responsible::Chosen { .. }) {
            let taker = self
                .case
                .taken
                .get(&self.step.id)
                .map(|role| here.text(role));
            let taker = with_value(&here.say("walk-change-taker"), taker);
            all.push((Changeable::WhoTakes, taker));
        }
        all.extend(routine.key_dates.iter().map(|date| {
            let known = self
                .case
                .dates
                .get(&date.id)
                .map(|dated| here.date(dated.on));
            (Changeable::Date(date), with_value(&date.title, known))
        }));
        if !routine.triggers.is_empty() {
            let trigger = self.case.trigger.as_ref().map(|trigger| here.text(trigger));
            let trigger = with_value(&here.say("fact-trigger"), trigger);
            all.push((Changeable::Trigger, trigger));
        }
        let asked = |question: &&Question| holds(question.when.as_ref(), &self.case) == Truth::True;
        all.extend(routine.questions().filter(asked).map(|question| {
            let answer = self.case.answer(&question.id);
            let answer = answer.map(|answer| here.answer_to(&question.id, answer));
            (
                Changeable::Answer(question),
                with_value(&question.text, answer),
            )
        }));
        all.extend(routine.roles.iter().map(|role| {
            let holder = self.case.roles.get(&role.id).cloned();
            (Changeable::Holder(role), with_value(&role.title, holder))
        }));
        all
    }
}
