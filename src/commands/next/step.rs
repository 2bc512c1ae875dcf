//! A step on the screen of the walk: what has happened to it, asked and recorded.

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::cases::OpenedCase;
use crate::desk::change::Changed;
use crate::desk::feedback;
use crate::domain::case::Case;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::plan::{Plan, Status};
use crate::domain::report::ReportRow;
use crate::domain::routine::{Item, Responsible, Step};
use crate::domain::typed::Tense;
use crate::error::Failure;
use crate::ui::prompt::NOTHING;
use crate::ui::wording::Naming;

use super::facts::head;
use super::record::{OwnChanges, Subject, record_if_unchanged};
use super::session::Memory;

pub(super) struct StepContext<'a> {
    pub(super) ctx: &'a mut Ctx,
    /// The case as it was when the step was shown.
    pub(super) opened: &'a OpenedCase,
    /// The same with what this screen has stored since.
    pub(super) case: Case,
    pub(super) step: &'a Step,
    pub(super) row: &'a ReportRow,
    /// "Rutin 4 av 7".
    pub(super) place: &'a str,
    /// It is the person's own to do; else they watch it.
    pub(super) is_mine: bool,
    pub(super) own: OwnChanges,
}

pub(super) enum StepResult {
    /// The menu comes again.
    Stay,
    /// The case is read anew; the step comes again if it is still to be done.
    Again,
    /// The step does not come again in this sitting.
    PutOff,
    Leave,
}

type Action<'a> = fn(&mut StepContext<'a>) -> Result<StepResult, Failure>;

impl<'a> StepContext<'a> {
    pub(super) fn here(&self) -> Naming<'_> {
        self.ctx.words.of(&self.opened.routine)
    }

    pub(super) fn ask(&mut self) -> Result<StepResult, Failure> {
        let done = match self.is_mine {
            true => "walk-done",
            false => "walk-heard-done",
        };
        // What Enter alone says comes first, and stores nothing.
        let actions: [(Action<'a>, _); 7] = [
            (|_| Ok(StepResult::PutOff), "walk-later"),
            (Self::ask_done, done),
            (Self::remind, "walk-reminded"),
            (Self::ask_not_relevant, "walk-not-relevant"),
            (Self::ask_new_date, "walk-new-date"),
            (Self::ask_note, "walk-note"),
            (|_| Ok(StepResult::Leave), "walk-leave"),
        ];
        loop {
            self.own.begin_change();
            // The card's head may have left a low screen: case and step stand with the question too.
            let (case, step) = (&self.opened.reference, self.place);
            let question = say!(self.ctx, "walk-what", case, step);
            let act = asking::one_of(self.ctx, &question, &actions, 0)?;
            match act(self)? {
                StepResult::Stay => {}
                end => return Ok(end),
            }
        }
    }

    fn remind(&mut self) -> Result<StepResult, Failure> {
        let step = &self.step.id;
        self.record_told("told-reminded", |draft| draft.remind(step))?;
        // Whoever was reminded has it now: on to the next.
        Ok(StepResult::PutOff)
    }

    fn ask_note(&mut self) -> Result<StepResult, Failure> {
        let note = asking::text(self.ctx, "walk-note-text", None)?;
        let step = &self.step.id;
        self.record_told("told-noted", |draft| draft.note(Some(step), &note))?;
        Ok(StepResult::Stay)
    }

    fn ask_new_date(&mut self) -> Result<StepResult, Failure> {
        if let Some(due) = self.row.row.dates.original_due {
            let kept = message!("walk-new-date-kept", date = due);
            self.ctx.print_say(kept)?;
        }
        let question = self.ctx.say("walk-new-date-which");
        let Some(to) = asking::day(self.ctx, &question, None, NoDay::Refused, Tense::Future)?
        else {
            return Ok(StepResult::Again);
        };
        let reason = asking::text(self.ctx, "walk-reason", None)?;
        let decided_by = asking::text(self.ctx, "walk-decided-by", None)?;
        let step = &self.step.id;
        self.record_told("told-extended", |draft| {
            draft.extend(step, to, &reason, &decided_by)
        })?;
        Ok(StepResult::PutOff)
    }

    fn ask_not_relevant(&mut self) -> Result<StepResult, Failure> {
        let left = self.parts_left();
        let mut part = None;
        if !left.is_empty() {
            let mut options = self.options(&left);
            options.insert(0, self.ctx.say("walk-whole-step"));
            let question = self.ctx.say("walk-which-not");
            // Where parts are done already, it is a part that is meant: the step as a whole is not the next thing to
            // press.
            let has_begun = self.step.items.len() > left.len();
            let prompt = &mut self.ctx.prompt;
            let place = prompt.select(&question, &options, usize::from(has_begun))?;
            part = place.checked_sub(1).and_then(|place| left.get(place));
        }
        let reason = asking::text(self.ctx, "walk-why-not", None)?;
        let step = &self.step.id;
        match part {
            None => self.record_told("told-skipped", |draft| draft.skip(step, &reason))?,
            Some(part) => self.record_told("told-part-skipped", |draft| {
                draft.skip_item(step, &part.id, &reason)
            })?,
        }
        Ok(StepResult::Again)
    }

    /// Asks who takes a step that several may, unless nobody knew in this sitting; whether it did.
    pub(super) fn ask_who_takes(&mut self, memory: &mut Memory) -> Result<bool, Failure> {
        let subject = Subject::WhoTakes(self.step.id.clone());
        if !self.row.choice_open || !memory.may_know(&subject) {
            return Ok(false);
        }
        let title = self.here().step(&self.step.id);
        head(self.ctx, self.opened, &title)?;
        if !self.choose_who(true)? {
            memory.not_known.insert(subject);
        }
        Ok(true)
    }

    /// Asks which role takes a step that several may, and stores it; whether one was chosen.
    pub(super) fn choose_who(&mut self, may_wait: bool) -> Result<bool, Failure> {
        let Responsible::Chosen { candidates, .. } = &self.step.responsible else {
            return Ok(true);
        };
        let here = self.here();
        let mut options: Vec<String> = candidates.iter().map(|role| here.text(role)).collect();
        if may_wait {
            options.push(self.ctx.say("walk-not-agreed"));
        }
        let question = self.ctx.say("walk-who-takes");
        // The role proposed by the routine has not taken the step: where the question may wait, Enter lets it wait.
        let default = if may_wait { candidates.len() } else { NOTHING };
        let place = self.ctx.prompt.select(&question, &options, default)?;
        let Some(role) = candidates.get(place) else {
            return Ok(false);
        };
        let step = &self.step.id;
        self.record(Some(Subject::WhoTakes(step.clone())), |draft| {
            draft.take_step(step, Some(role))
        })?;
        Ok(true)
    }

    /// The parts that are neither done nor skipped: answers given just now may have changed which apply.
    pub(super) fn parts_left(&self) -> Vec<&'a Item> {
        let plan = Plan::of(&self.opened.routine, &self.case, self.ctx.today());
        let row = plan.round(&self.step.id, self.row.row.round);
        let items = row.into_iter().flat_map(|row| &row.items);
        items
            .filter(|state| !state.settled)
            .filter_map(|state| self.step.item(state.id.as_str()))
            .collect()
    }

    pub(super) fn options(&self, parts: &[&Item]) -> Vec<String> {
        let here = self.here();
        parts.iter().map(|part| here.item(part)).collect()
    }

    /// Records something of the round that was shown, and of a subject beside it.
    pub(super) fn record(
        &mut self,
        beside: Option<Subject>,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Changed, Failure> {
        let (step, round) = (&self.step.id, self.row.row.round);
        let mut subjects = vec![Subject::Step(step.clone())];
        subjects.extend(beside);
        let (ctx, own) = (&mut *self.ctx, &mut self.own);
        let changed = record_if_unchanged(ctx, self.opened, own, &subjects, |draft| {
            draft.name_round(step, round);
            edit(draft)
        })?;
        self.case = changed.decision.case.clone();
        Ok(changed)
    }

    pub(super) fn record_told(
        &mut self,
        id: &'static str,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Failure> {
        let changed = self.record(None, edit)?;
        self.tell(&changed, id)
    }

    /// What was recorded of the step, and what it brought if that is more than a date of its own.
    pub(super) fn tell(&mut self, changed: &Changed, id: &'static str) -> Result<(), Failure> {
        feedback::step_line(self.ctx, changed, id, &self.step.id)?;
        feedback::warnings(self.ctx, changed)?;
        let moved = changed.moved(self.ctx.today());
        let has_opened = moved.iter().any(|moved| {
            let after = moved.after.map(|(status, _)| status);
            moved.before.is_none() && after == Some(Status::Open)
        });
        if has_opened || moved.len() > 1 {
            feedback::moves(self.ctx, changed, Some(&self.step.id))?;
        }
        Ok(())
    }
}
