//! What is changed in the walk beside the steps: a date, an answer, who answers for something.

use crate::desk::asking::{self, NoDay};
use crate::desk::feedback;
use crate::domain::condition::{Facts, Truth, holds};
use crate::domain::decide::{Draft, Refusal};
use crate::domain::routine::Responsible;
use crate::error::Failure;
use crate::ui::prompt::NOTHING;

use super::record::Subject;
use super::step::{StepContext, StepResult};

#[derive(Debug, Clone, Copy)]
enum ChangeKind {
    Date,
    Answer,
    Holder,
    WhoTakes,
    Booking,
    Trigger,
}

impl StepContext<'_> {
    /// Asks what is to be changed, which of it, and to what; each question can be gone back from.
    pub(super) fn ask_change(&mut self) -> Result<StepResult, Failure> {
        let routine = &self.opened.routine;
        let mut kinds = vec![
            (ChangeKind::Date, "walk-change-date"),
            (ChangeKind::Answer, "walk-change-answer"),
            (ChangeKind::Holder, "walk-change-holder"),
            (ChangeKind::Booking, "walk-change-booking"),
        ];
        if matches!(self.step.responsible, Responsible::Chosen { .. }) {
            kinds.push((ChangeKind::WhoTakes, "walk-change-taker"));
        }
        if !routine.triggers.is_empty() {
            kinds.push((ChangeKind::Trigger, "walk-change-trigger"));
        }
        let question = self.ctx.say("walk-change-what");
        match asking::one_of(self.ctx, &question, &kinds, NOTHING)? {
            ChangeKind::Date => self.change_date(),
            ChangeKind::Answer => self.change_answer(),
            ChangeKind::Holder => self.change_holder(),
            ChangeKind::WhoTakes => self.choose_who(true).map(|_| ()),
            ChangeKind::Booking => self.change_booking(),
            ChangeKind::Trigger => self.change_trigger(),
        }?;
        Ok(StepResult::Again)
    }

    fn change_date(&mut self) -> Result<(), Failure> {
        let (routine, here) = (&self.opened.routine, self.here());
        let dates = routine.key_dates.iter();
        let options = dates.map(|date| {
            let known = self
                .case
                .dates
                .get(&date.id)
                .map(|dated| here.date(dated.on));
            self.with_value(&date.title, known)
        });
        let options: Vec<_> = options.collect();
        let date = self.which(&routine.key_dates, &options)?;
        let on = asking::day(self.ctx, &date.title, None, NoDay::Back, None)?;
        let subject = Subject::Date(date.id.clone());
        self.record_change(Some(subject), |draft| draft.set_date(&date.id, on))
    }

    fn change_answer(&mut self) -> Result<(), Failure> {
        let (routine, here) = (&self.opened.routine, self.here());
        let asked = routine.questions();
        let asked: Vec<_> = asked
            .filter(|question| holds(question.when.as_ref(), &self.case) == Truth::True)
            .collect();
        let options = asked.iter().map(|question| {
            let answer = self.case.answer(&question.id);
            self.with_value(
                &question.text,
                answer.map(|it| here.answer_to(&question.id, it)),
            )
        });
        let options: Vec<_> = options.collect();
        let question = *self.which(&asked, &options)?;
        let current = self.case.answer(&question.id).map(str::to_owned);
        let Some(answer) = asking::answer(self.ctx, question, current.as_deref(), true)? else {
            return Ok(());
        };
        let subject = Subject::Answer(question.id.clone());
        self.record_change(Some(subject), |draft| draft.answer(&question.id, &answer))
    }

    fn change_holder(&mut self) -> Result<(), Failure> {
        let routine = &self.opened.routine;
        let roles = routine.roles.iter();
        let options =
            roles.map(|role| self.with_value(&role.title, self.case.roles.get(&role.id).cloned()));
        let options: Vec<_> = options.collect();
        let role = self.which(&routine.roles, &options)?;
        let who = asking::text_or_back(self.ctx, "walk-who-holds")?;
        self.record_change(None, |draft| draft.hold_role(&role.id, Some(&who)))
    }

    fn change_booking(&mut self) -> Result<(), Failure> {
        let question = self.ctx.say("walk-booked-on");
        let on = asking::day(self.ctx, &question, None, NoDay::Back, None)?;
        let step = &self.step.id;
        self.record_change(None, |draft| draft.book(step, on))
    }

    fn change_trigger(&mut self) -> Result<(), Failure> {
        let Some(trigger) = asking::trigger(self.ctx, &self.opened.routine)? else {
            return Ok(());
        };
        self.record_change(Some(Subject::Trigger), |draft| {
            draft.set_trigger(Some(&trigger))
        })
    }

    /// Asks which of several things; none is proposed.
    fn which<'o, T>(&mut self, things: &'o [T], options: &[String]) -> Result<&'o T, Failure> {
        let question = self.ctx.say("walk-change-which");
        let place = self.ctx.prompt.select(&question, options, NOTHING)?;
        things
            .get(place)
            .ok_or_else(|| Failure::bug("an option that is no thing"))
    }

    fn with_value(&self, title: &str, value: Option<String>) -> String {
        let value = value.unwrap_or_else(|| self.ctx.say("not-known-yet"));
        format!("{title}: {value}")
    }

    /// Records it, and tells what it moved.
    fn record_change(
        &mut self,
        subject: Option<Subject>,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Failure> {
        let changed = self.record(subject, edit)?;
        self.ctx.ui.print(self.ctx.say("told-set"))?;
        feedback::bookings(self.ctx, &changed)?;
        feedback::consequences(self.ctx, &changed, None)
    }
}
