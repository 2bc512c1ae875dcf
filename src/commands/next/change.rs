//! What is changed in the walk beside the steps: a date, an answer, who answers for something.

use crate::commands::add;
use crate::commands::settable::{Settable, settable, with_value};
use crate::desk::asking::{self, NoDay};
use crate::desk::feedback;
use crate::domain::routine::Responsible;
use crate::domain::typed::Tense;
use crate::error::Failure;

use super::record::Subject;
use super::step::{StepContext, StepResult};

/// What can be changed.
enum Changeable<'a> {
    Fact(Settable<'a>),
    WhoTakes,
    Booking,
    OwnStep,
}

impl<'a> StepContext<'a> {
    /// Asks what is to be changed and to what, records it, and tells what it moved.
    pub(super) fn ask_change(&mut self) -> Result<StepResult, Failure> {
        let (things, options): (Vec<_>, Vec<_>) = self.changeable().into_iter().unzip();
        let question = self.ctx.say("walk-change-what");
        let place = self.ctx.prompt.search(&question, &options)?;
        let step = &self.step.id;
        let changed = match things.get(place) {
            Some(Changeable::Fact(Settable::Date(date))) => {
                let on = asking::day(self.ctx, &date.title, None, NoDay::Back, Tense::Any)?;
                let subject = Some(Subject::Date(date.id.clone()));
                self.record(subject, |draft| draft.set_date(&date.id, on))?
            }
            Some(Changeable::Fact(Settable::Answer(question))) => {
                let current = self.case.answer(&question.id).map(str::to_owned);
                let answer = asking::answer(self.ctx, question, current.as_deref(), true)?;
                let Some(answer) = answer else {
                    return Ok(StepResult::Stay);
                };
                let subject = Some(Subject::Answer(question.id.clone()));
                self.record(subject, |draft| draft.answer(&question.id, &answer))?
            }
            Some(Changeable::Fact(Settable::Holder(role))) => {
                let who = asking::text_or_back(self.ctx, "walk-who-holds")?;
                self.record(None, |draft| draft.hold_role(&role.id, Some(&who)))?
            }
            Some(Changeable::Booking) => {
                let question = self.ctx.say("walk-booked-on");
                let on = asking::day(self.ctx, &question, None, NoDay::Back, Tense::Future)?;
                self.record(None, |draft| draft.book(step, on))?
            }
            Some(Changeable::Fact(Settable::Trigger)) => {
                let trigger = asking::trigger(self.ctx, &self.opened.routine)?;
                let Some(trigger) = trigger else {
                    return Ok(StepResult::Stay);
                };
                self.record(Some(Subject::Trigger), |draft| {
                    draft.set_trigger(Some(&trigger))
                })?
            }
            Some(Changeable::OwnStep) => {
                let new = add::ask(self.ctx, &self.opened.routine)?;
                let changed = self.record(None, |draft| draft.add_step(new))?;
                add::tell(self.ctx, &changed)?;
                return Ok(StepResult::Again);
            }
            Some(Changeable::WhoTakes) | None => {
                self.choose_who(true)?;
                return Ok(StepResult::Again);
            }
        };
        self.ctx.ui.print(self.ctx.say("told-set"))?;
        feedback::consequences(self.ctx, &changed, None)?;
        Ok(StepResult::Again)
    }

    /// What can be changed, each with what is known of it: the step's own first, then the dates, answers and roles.
    fn changeable(&self) -> Vec<(Changeable<'a>, String)> {
        let here = self.here();
        let booked = self.row.row.planned.map(|day| here.date(day));
        let booked = with_value(here, &here.say("walk-change-booking"), booked);
        let mut all = vec![(Changeable::Booking, booked)];
        if matches!(self.step.responsible, Responsible::Chosen { .. }) {
            let taker = self.case.taken.get(&self.step.id);
            let taker = taker.map(|role| here.text(role));
            let taker = with_value(here, &here.say("walk-change-taker"), taker);
            all.push((Changeable::WhoTakes, taker));
        }
        let facts = settable(here, &self.opened.routine, &self.case).into_iter();
        all.extend(facts.map(|(fact, line)| (Changeable::Fact(fact), line)));
        all.push((Changeable::OwnStep, here.say("walk-change-own-step")));
        all
    }
}
