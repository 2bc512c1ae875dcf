//! A step on the screen of the walk: what has happened to it, asked and recorded.

use crate::commands::undo;
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
use crate::ui::Page;
use crate::ui::prompt::{LetterChoice, NOTHING, Unasked};
use crate::ui::wording::Naming;

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
    /// "Rutin 4".
    pub(super) name: &'a str,
    /// What its card had no room for.
    pub(super) more: &'a Page,
    /// It is the person's own to do; else they watch it.
    pub(super) is_mine: bool,
    /// After it comes another case.
    pub(super) is_one_of_many: bool,
    pub(super) own: OwnChanges,
}

pub(super) enum StepResult {
    /// The menu comes again.
    Stay,
    /// The case is read anew; the step comes again if it is still to be done.
    Again,
    /// The step does not come again in this sitting.
    PutOff,
    /// Nothing has happened.
    Next,
    /// Another case is to be chosen.
    Search,
    Leave,
}

type Action<'a> = fn(&mut StepContext<'a>) -> Result<StepResult, Failure>;

impl<'a> StepContext<'a> {
    pub(super) fn here(&self) -> Naming<'_> {
        self.ctx.words.of(&self.opened.routine)
    }

    /// Asks what has happened, until it leads somewhere. Whoever goes back from a question is asked this again.
    pub(super) fn ask(&mut self) -> Result<StepResult, Failure> {
        let done = match self.is_mine {
            true => "walk-done",
            false => "walk-heard-done",
        };
        let later = match self.is_one_of_many {
            true => "walk-next-case",
            false => "walk-later",
        };
        // What Enter alone says comes first, and stores nothing; what is said at once stores nothing either.
        let mut actions: Vec<(Action<'a>, &'static str, bool)> = vec![
            (|_| Ok(StepResult::Next), later, false),
            (Self::show_more, "walk-more", true),
            (Self::ask_change, "walk-change", true),
            (|_| Ok(StepResult::Search), "walk-search", true),
            (|_| Ok(StepResult::Leave), "walk-leave", true),
        ];
        if self.consent_missing().is_some() {
            actions.push((Self::ask_consent, "walk-consent-now", false));
        }
        actions.extend([
            (Self::ask_done as Action<'a>, done, false),
            (Self::remind, "walk-reminded", false),
            (Self::try_in_vain, "walk-tried", false),
            (Self::ask_new_date, "walk-new-date", false),
            (Self::ask_not_relevant, "walk-not-relevant", false),
            (Self::ask_note, "walk-note", false),
            (Self::take_back, "walk-undo", false),
        ]);
        let choices = actions.iter();
        let choices =
            choices.map(|(_, id, at_once)| LetterChoice::of(&self.ctx.say(*id), *at_once));
        let choices: Vec<_> = choices.collect();
        loop {
            self.own.begin_change();
            // The card's head may have left a low screen: case and step stand with the question too.
            let (case, step) = (&self.opened.reference, self.name);
            let question = say!(self.ctx, "walk-what", case, step);
            let place = match self.ctx.prompt.letters(&question, &choices) {
                Err(Unasked::Back) => return Ok(StepResult::Leave),
                place => place?,
            };
            let Some((act, _, _)) = actions.get(place) else {
                return Ok(StepResult::Leave);
            };
            match act(self) {
                Ok(StepResult::Stay) => {}
                Err(failure) if failure.is_back() && self.own.is_begun() => {
                    return Ok(StepResult::Again);
                }
                Err(failure) if failure.is_back() => {}
                end => return end,
            }
        }
    }

    fn show_more(&mut self) -> Result<StepResult, Failure> {
        self.ctx.ui.print("")?;
        self.ctx.ui.print_page(self.more)?;
        Ok(StepResult::Stay)
    }

    fn take_back(&mut self) -> Result<StepResult, Failure> {
        // What the card shows may be older than the latest change.
        let opened = self.ctx.desk.case(self.opened.reference.as_str())?;
        undo::take_back(self.ctx, &opened, None, None)?;
        Ok(StepResult::Again)
    }

    fn remind(&mut self) -> Result<StepResult, Failure> {
        let step = &self.step.id;
        self.record_told("told-reminded", |draft| draft.remind(step))?;
        // Whoever was reminded has it now: on to the next.
        Ok(StepResult::PutOff)
    }

    fn try_in_vain(&mut self) -> Result<StepResult, Failure> {
        let step = &self.step.id;
        self.record_told("told-tried", |draft| draft.try_in_vain(step))?;
        Ok(StepResult::PutOff)
    }

    /// The consent that the step requires, while it is stopped.
    fn consent_missing(&self) -> Option<&'a Step> {
        let routine = &self.opened.routine;
        let required = self.step.requires.iter().map(|it| it.condition.questions());
        let is_stopped = self.row.row.status == Status::Blocked;
        let mut consents = required.flatten().filter(|id| routine.stands(id).is_some());
        let consent = consents.next().filter(|_| is_stopped)?;
        let mut steps = routine.steps();
        steps.find(|step| step.questions.iter().any(|asked| asked.id == consent))
    }

    /// Asks about the consent that is missing, as the step does that asks for it.
    fn ask_consent(&mut self) -> Result<StepResult, Failure> {
        let Some(asking) = self.consent_missing() else {
            return Ok(StepResult::Stay);
        };
        self.ask_questions(asking)?;
        self.tell_for_akt()?;
        Ok(StepResult::Again)
    }

    fn ask_note(&mut self) -> Result<StepResult, Failure> {
        let note = asking::text_or_back(self.ctx, "walk-note-text")?;
        let step = &self.step.id;
        self.record_told("told-noted", |draft| draft.note(Some(step), &note))?;
        Ok(StepResult::Stay)
    }

    fn ask_new_date(&mut self) -> Result<StepResult, Failure> {
        let original = self.row.row.dates.original_due;
        if let Some(due) = original {
            let kept = message!("walk-new-date-kept", date = due);
            self.ctx.print_say(kept)?;
        }
        let question = self.ctx.say("walk-new-date-which");
        // What cannot be is said at its own question, and nothing else has been typed in vain.
        let to = loop {
            let to = asking::day(self.ctx, &question, None, NoDay::Back, Tense::Future)?;
            match (to, original) {
                (Some(to), Some(due)) if to <= due => {
                    self.ctx.warn_say(message!("refused-not-later", to, due))?;
                }
                (Some(to), _) => break to,
                (None, _) => return Ok(StepResult::Stay),
            }
        };
        let reason = asking::text_or_back(self.ctx, "walk-reason")?;
        let decided_by = asking::text_or_back(self.ctx, "walk-decided-by")?;
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
            let place = self.ctx.prompt.select(&question, &options, NOTHING)?;
            part = place.checked_sub(1).and_then(|place| left.get(place));
        }
        let reason = asking::text_or_back(self.ctx, "walk-why-not")?;
        let step = &self.step.id;
        match part {
            None => self.record_told("told-skipped", |draft| draft.skip(step, &reason))?,
            Some(part) => self.record_told("told-part-skipped", |draft| {
                draft.skip_item(step, &part.id, &reason)
            })?,
        }
        Ok(StepResult::Again)
    }

    /// Asks who takes a step that several may, unless nobody knew in this sitting.
    pub(super) fn ask_who_takes(&mut self, memory: &mut Memory) -> Result<(), Failure> {
        let subject = Subject::WhoTakes(self.step.id.clone());
        if self.is_to_be_taken() && memory.may_know(&subject) && !self.choose_who(true)? {
            memory.not_known.insert(subject);
        }
        Ok(())
    }

    pub(super) fn is_to_be_taken(&self) -> bool {
        self.row.choice_open && !self.case.taken.contains_key(&self.step.id)
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
        let place = match self.ctx.prompt.select(&question, &options, default) {
            Err(Unasked::Back) if may_wait => return Ok(false),
            place => place?,
        };
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
        self.tell_for_akt()
    }

    fn tell_for_akt(&mut self) -> Result<(), Failure> {
        match self.own.is_begun() {
            true => feedback::for_akt(
                self.ctx,
                &self.opened.routine,
                &self.case,
                &self.opened.reference,
            ),
            false => Ok(()),
        }
    }
}
