//! A step that is done: who took it, its questions, the ground if one is needed, its parts, the day.

use crate::desk::asking::{self, NoDay};
use crate::desk::feedback::done_or_part;
use crate::domain::case::Answer;
use crate::domain::condition::Truth;
use crate::domain::decide::{Draft, HowDone, Refusal, is_required_now, unanswered_of};
use crate::domain::facts::{CaseOn, holds};
use crate::domain::ids::ItemId;
use crate::domain::plan::{Plan, WaitsFor};
use crate::domain::routine::{Gate, Question, Routine, Step};
use crate::domain::typed::Tense;
use crate::error::Failure;

use super::record::Subject;
use super::step::{StepContext, StepResult};

impl StepContext<'_> {
    /// Asks what must be known and records that the step, or parts of it, are done. Answers are stored one by one.
    pub(super) fn ask_done(&mut self) -> Result<StepResult, Failure> {
        if self.is_to_be_taken() {
            self.choose_who(false)?;
        }
        if self.ask_questions(self.step)? {
            return Ok(StepResult::Again);
        }
        // What has never stood needs its ground at once; what has is judged on the day it was used.
        let mut how = HowDone::default();
        if !self.stood_once() && !self.ask_ground(&mut how)? {
            return Ok(StepResult::PutOff);
        }
        let Some(parts) = self.ask_parts()? else {
            self.ctx.tell_say("walk-nothing-ticked")?;
            return Ok(StepResult::Stay);
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

    /// The questions that a step asks: what was answered before is told, each answer is stored at once. Whether the round
    /// has ended with one of them: its parts were all done before.
    pub(super) fn ask_questions(&mut self, step: &Step) -> Result<bool, Failure> {
        let routine = &self.opened.routine;
        let mut left_out = Vec::new();
        for question in routine.questions_of(step) {
            // Earlier answers of this round may decide whether the question is asked at all.
            if holds(question.when.as_ref(), &self.case) != Truth::True {
                continue;
            }
            let current = self.case.answers.get(&question.id).cloned();
            if is_left_to_fill_in(routine, step, question) {
                left_out.extend(current.is_none().then_some(&question.text));
                continue;
            }
            let counts = |answer: &&Answer| self.still_counts(step, answer);
            if let Some(answer) = current.as_ref().filter(counts) {
                self.tell_answer(question, answer)?;
                continue;
            }
            let current = current.map(|answer| answer.value);
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
        if !left_out.is_empty() {
            let questions = left_out
                .into_iter()
                .cloned()
                .collect::<Vec<_>>()
                .join(" · ");
            self.ctx.print_say(message!("walk-left-out", questions))?;
        }
        Ok(false)
    }

    /// Whether an answer need not be asked for again: it was given in these days, and the round takes it.
    fn still_counts(&self, step: &Step, answer: &Answer) -> bool {
        let days = (self.ctx.today() - answer.stamp.day).num_days();
        let lacking = unanswered_of(&self.opened.routine, &self.case, step);
        let mut lacking = lacking.iter().filter_map(|id| self.case.answers.get(id));
        let is_own = step.id == self.step.id;
        is_own && (0..=FRESH_IN_DAYS).contains(&days) && !lacking.any(|it| it == answer)
    }

    fn tell_answer(&mut self, question: &Question, answer: &Answer) -> Result<(), Failure> {
        let here = self.here();
        let said = here
            .answer_to(&question.id, &answer.value)
            .replace('|', ", ");
        let when = here.relative(answer.stamp.day, self.ctx.today());
        let line = format!("{} {said} ({when})", question.text);
        Ok(self.ctx.ui.print_wrapped(&line, 2)?)
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
        how.despite = asking::ground(self.ctx, (routine, &self.case, &step.id), &unmet, grounds)?;
        if how.despite.is_none() {
            self.ctx.ui.print(self.ctx.say("walk-stays-blocked"))?;
            return Ok(false);
        }
        if !grounds.is_empty() {
            how.decided_by = Some(asking::text_or_back(self.ctx, "walk-decided-by")?);
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
        // Nobody is proposed: Enter alone says nothing of anybody.
        let check = |text: &str| asking::names_nobody(text, &self.ctx.words);
        let question = self.ctx.say("walk-told-by");
        let who = self.ctx.prompt.text(&question, None, &check)?;
        if who.is_empty() {
            return Ok(None);
        }
        Ok(Some(say!(self.ctx, "walk-told-by-note", who)))
    }
}

/// For so many days an answer is not asked for again.
const FRESH_IN_DAYS: i64 = 7;

/// Whether a question is not asked in the walk, where it may be left open: of those that a consent is described with,
/// all but the first and its last day.
fn is_left_to_fill_in(routine: &Routine, step: &Step, question: &Question) -> bool {
    let stands = step
        .questions
        .iter()
        .find_map(|asked| routine.stands(&asked.id));
    let Some(stands) = stands.filter(|_| !question.required) else {
        return false;
    };
    let first = step.questions.iter().find(|asked| !asked.required);
    stands.until.as_ref() != Some(&question.id) && first.is_some_and(|it| it.id != question.id)
}
