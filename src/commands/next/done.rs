//! A step that is done: who took it, its questions, the ground if one is needed, its parts, the day.

use crate::desk::asking::{self, NoDay};
use crate::desk::feedback::done_or_part;
use crate::domain::condition::Truth;
use crate::domain::decide::{Draft, HowDone, Refusal, is_required_now};
use crate::domain::facts::{CaseOn, holds};
use crate::domain::ids::ItemId;
use crate::domain::plan::{Plan, WaitsFor};
use crate::domain::routine::Gate;
use crate::domain::typed::Tense;
use crate::error::Failure;

use super::record::Subject;
use super::step::{StepContext, StepResult};

impl StepContext<'_> {
    /// Asks what must be known and records that the step, or parts of it, are done. Answers are stored one by one.
    pub(super) fn ask_done(&mut self) -> Result<StepResult, Failure> {
        if self.row.choice_open {
            self.choose_who(false)?;
        }
        if self.ask_questions()? {
            return Ok(StepResult::Again);
        }
        // What has never stood needs its ground at once; what has is judged on the day it was used.
        let mut how = HowDone::default();
        if !self.stood_once() && !self.ask_ground(&mut how)? {
            return Ok(StepResult::PutOff);
        }
        let Some(parts) = self.ask_parts()? else {
            return Ok(StepResult::PutOff);
        };
        let question = self.ctx.say(match parts.len() {
            0 | 1 => "walk-which-day",
            _ => "walk-which-day-all",
        });
        let today = Some(self.ctx.today());
        how.on = asking::day(self.ctx, &question, today, NoDay::Unknown, Tense::Past)?;
        if how.despite.is_none() && !self.ask_ground(&mut how)? {
            return Ok(StepResult::PutOff);
        }
        let note = self.ask_told_by()?;
        let step = &self.step.id;
        let edit = |draft: &mut Draft<'_>| -> Result<(), Refusal> {
            if parts.is_empty() {
                draft.done(step, &how)?;
            }
            for part in &parts {
                draft.done_item(step, part, &how)?;
            }
            match &note {
                Some(note) => draft.note(Some(step), note),
                None => Ok(()),
            }
        };
        let changed = self.record(None, edit)?;
        self.tell(&changed, done_or_part(&changed, step))?;
        Ok(StepResult::Again)
    }

    /// The questions of the round: what was answered before is told, each answer is stored at once. Whether the round
    /// has ended with one of them: its parts were all done before.
    fn ask_questions(&mut self) -> Result<bool, Failure> {
        let routine = &self.opened.routine;
        for question in routine.questions_of(self.step) {
            // Earlier answers of this round may decide whether the question is asked at all.
            if holds(question.when.as_ref(), &self.case) != Truth::True {
                continue;
            }
            let current = self.case.answers.get(&question.id);
            let current = current.map(|answer| answer.value.clone());
            let may_wait = !is_required_now(&self.case, question);
            let answer = asking::answer(self.ctx, question, current.as_deref(), may_wait)?;
            let Some(answer) = answer else { continue };
            let beside = Subject::Answer(question.id.clone());
            let changed = self.record(Some(beside), |draft| draft.answer(&question.id, &answer))?;
            if changed.has_ended(&self.step.id) {
                self.tell(&changed, "told-done")?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether what the step requires stands, or did on a day that it may have been done on.
    fn stood_once(&self) -> bool {
        let (routine, today) = (&self.opened.routine, self.ctx.today());
        let days = CaseOn::new(routine, &self.case, today).changes();
        let mut days = days.range(..=today).chain([&today]);
        days.any(|day| Plan::unmet(routine, &self.case, &self.step.id, *day).is_empty())
    }

    /// Asks for the ground or reason for going past what does not hold on the day it was done, if anything; whether it
    /// goes further.
    fn ask_ground(&mut self, how: &mut HowDone) -> Result<bool, Failure> {
        let (routine, step) = (&self.opened.routine, self.step);
        let day = how.on.unwrap_or(self.ctx.today());
        let unmet = Plan::unmet(routine, &self.case, &step.id, day);
        if unmet.is_empty() {
            return Ok(true);
        }
        for waits in &unmet {
            let waits = self.here().waits(waits, step);
            self.ctx.ui.print_wrapped(&waits, 2)?;
        }
        let mut grounds: &[String] = &[];
        let requirements = unmet.iter().filter_map(|waits| match waits {
            WaitsFor::Requirement { index, .. } => step.requires.get(*index),
            WaitsFor::Known(_) | WaitsFor::Lapsed(_) => None,
        });
        for requirement in requirements {
            match &requirement.gate {
                Gate::Never => {
                    self.ctx.ui.print(self.ctx.say("walk-barred"))?;
                    self.ctx.ui.print(self.ctx.say("walk-stays-blocked"))?;
                    return Ok(false);
                }
                Gate::Grounds(list) => grounds = routine.grounds.get(list).map_or(&[], |g| g),
                Gate::AnyReason => {}
            }
        }
        how.despite = asking::ground(self.ctx, grounds)?;
        if how.despite.is_none() {
            self.ctx.ui.print(self.ctx.say("walk-stays-blocked"))?;
            return Ok(false);
        }
        if !grounds.is_empty() {
            how.decided_by = Some(asking::text(self.ctx, "walk-decided-by", None)?);
        }
        Ok(true)
    }

    /// Asks which of the parts left are done; none when there are no parts. `None`: none of them is.
    fn ask_parts(&mut self) -> Result<Option<Vec<ItemId>>, Failure> {
        let left = self.parts_left();
        if left.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let options = self.options(&left);
        let question = self.ctx.say("walk-which-parts");
        let places = self.ctx.prompt.select_many(&question, &options, &[])?;
        let chosen = places.iter().filter_map(|place| left.get(*place));
        let chosen: Vec<ItemId> = chosen.map(|part| part.id.clone()).collect();
        Ok(Some(chosen).filter(|chosen| !chosen.is_empty()))
    }

    /// Which function told, of a step that is somebody else's; a note beside it.
    fn ask_told_by(&mut self) -> Result<Option<String>, Failure> {
        if self.is_mine {
            return Ok(None);
        }
        let proposed = self.here().text(&self.row.owners);
        let proposed = Some(proposed).filter(|titles| !titles.is_empty());
        let who = asking::text(self.ctx, "walk-told-by", proposed.as_deref())?;
        Ok(Some(say!(self.ctx, "walk-told-by-note", who)))
    }
}
