//! What somebody may come up with: a verb, and numbers that choose what it is about.

use chrono::Duration;
use proptest::prelude::*;

use sisam::domain::decide::{
    Decision, Draft, HowDone, Refusal, brought_over, exported, undo_latest, undo_step,
};
use sisam::domain::event::Event;
use sisam::domain::ids::StepId;

use super::play::{Play, ROUTINES, candidate, do_step, ground, is_to_do, stamp, value_for};

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    SetDate,
    Withdraw,
    Answer,
    WithdrawAnswer,
    HoldRole,
    TakeStep,
    Book,
    Done,
    DoneUnknown,
    GiveDay,
    DoneItem,
    Skip,
    SkipItem,
    Extend,
    Note,
    Remind,
    Close,
    Reopen,
    UndoLatest,
    UndoStep,
    Export,
    BringOver,
}

/// One thing somebody tries.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub(super) verb: Verb,
    /// Days that pass first.
    wait: i64,
    /// Which step, date, question or role.
    which: usize,
    /// Which value, part or candidate.
    value: usize,
    /// Days from today, for verbs that take a day.
    days: i64,
    /// Aims at any step, not only at one that can be done.
    wild: bool,
}

/// A random case: which routine, which trigger, what is tried.
#[derive(Debug, Clone)]
pub(super) struct Story {
    pub(super) which: usize,
    pub(super) trigger: usize,
    pub(super) moves: Vec<Move>,
}

pub(super) fn stories(length: usize) -> impl Strategy<Value = Story> {
    let moves = prop::collection::vec(a_move(), 1..length);
    (0..ROUTINES, 0..3_usize, moves).prop_map(|(which, trigger, moves)| Story {
        which,
        trigger,
        moves,
    })
}

pub(super) fn a_move() -> impl Strategy<Value = Move> {
    let verb = prop_oneof![
        5 => Just(Verb::SetDate),
        1 => Just(Verb::Withdraw),
        5 => Just(Verb::Answer),
        1 => Just(Verb::WithdrawAnswer),
        1 => Just(Verb::HoldRole),
        1 => Just(Verb::TakeStep),
        1 => Just(Verb::Book),
        7 => Just(Verb::Done),
        2 => Just(Verb::DoneUnknown),
        1 => Just(Verb::GiveDay),
        3 => Just(Verb::DoneItem),
        2 => Just(Verb::Skip),
        1 => Just(Verb::SkipItem),
        2 => Just(Verb::Extend),
        1 => Just(Verb::Note),
        2 => Just(Verb::Remind),
        1 => Just(Verb::Close),
        3 => Just(Verb::Reopen),
        2 => Just(Verb::UndoLatest),
        2 => Just(Verb::UndoStep),
        1 => Just(Verb::Export),
        1 => Just(Verb::BringOver),
    ];
    let numbers = (0..40_i64, 0..600_usize, 0..600_usize, -60..200_i64);
    (verb, numbers, prop::bool::weighted(0.15)).prop_map(
        |(verb, (wait, which, value, days), wild)| Move {
            verb,
            wait,
            which,
            value,
            days,
            wild,
        },
    )
}

impl Story {
    /// The case as it is opened.
    pub(super) fn open(&self) -> Play {
        Play::open(self.which, self.trigger)
    }

    /// Plays everything, and calls `each` with the case after every change that was accepted.
    pub(super) fn play(
        &self,
        mut each: impl FnMut(&Play, &[Event]) -> Result<(), TestCaseError>,
    ) -> Result<Play, TestCaseError> {
        let mut play = self.open();
        for what in &self.moves {
            if let Some(decision) = what.make(&mut play) {
                each(&play, &decision.events)?;
            }
        }
        Ok(play)
    }
}

impl Move {
    /// Makes the move; `None` when it is refused or changes nothing.
    pub(super) fn make(&self, play: &mut Play) -> Option<Decision> {
        play.today += Duration::days(self.wait);
        let decision = match self.verb {
            Verb::UndoLatest | Verb::UndoStep => self.taken_back(play)?,
            Verb::Export => {
                exported(&play.events, stamp(play.today), "ab".repeat(32), None).ok()?
            }
            Verb::BringOver => {
                let seen = play.events.last()?.seq;
                brought_over(&play.events, seen, stamp(play.today)).ok()?
            }
            _ => play.tried(|draft| self.edit(draft)).ok()?,
        };
        play.events.extend(decision.events.iter().cloned());
        (!decision.events.is_empty()).then_some(decision)
    }

    fn taken_back(&self, play: &Play) -> Option<Decision> {
        let undoing = match self.verb {
            Verb::UndoLatest => undo_latest(&play.events),
            _ => {
                let step = self.any_step(&play.draft());
                undo_step(play.routine(), &play.events, &step)
            }
        };
        let last = play.events.last().unwrap();
        let event = Event {
            seq: last.seq + 1,
            change: last.change + 1,
            stamp: stamp(play.today),
            what: undoing.ok()?.what(),
        };
        let mut events = play.events.clone();
        events.push(event.clone());
        Some(Decision {
            events: vec![event],
            case: sisam::domain::case::Case::fold(&events).unwrap(),
            warnings: Vec::new(),
        })
    }

    fn any_step(&self, draft: &Draft<'_>) -> StepId {
        let steps: Vec<_> = draft.routine().steps().map(|step| &step.id).collect();
        steps[self.which % steps.len()].clone()
    }

    /// A step that can be done, if there is one.
    fn step(&self, draft: &Draft<'_>) -> StepId {
        let plan = draft.plan();
        let to_do: Vec<_> = plan.rows.iter().filter(|row| is_to_do(row)).collect();
        if self.wild || to_do.is_empty() {
            return self.any_step(draft);
        }
        to_do[self.which % to_do.len()].step.clone()
    }

    fn edit(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let routine = draft.routine();
        let today = draft.today();
        let someday = today + Duration::days(self.days);
        // Never later than today unless the move is wild.
        let past = today
            - Duration::days(if self.wild {
                self.days
            } else {
                self.days.abs() / 3
            });
        let date = &routine.key_dates[self.which % routine.key_dates.len()].id;
        let questions: Vec<_> = routine.questions().collect();
        let question = questions.get(self.which % questions.len().max(1));
        let step = self.step(draft);
        let items = &routine.step(&step).unwrap().items;
        let item = items.get(self.value % items.len().max(1));
        let how = HowDone {
            on: Some(past),
            despite: Some(ground(routine)),
            ..HowDone::default()
        };
        match (self.verb, question, item) {
            (Verb::SetDate, ..) => draft.set_date(date, Some(someday)),
            (Verb::Withdraw, ..) => draft.set_date(date, None),
            (Verb::Answer, Some(question), _) => {
                draft.answer(&question.id, &value_for(question, self.value, someday))
            }
            (Verb::WithdrawAnswer, Some(question), _) => draft.answer(&question.id, ""),
            (Verb::HoldRole, ..) => {
                let role = &routine.roles[self.which % routine.roles.len()].id;
                draft.hold_role(
                    role,
                    Some("A. B.").filter(|_| !self.value.is_multiple_of(3)),
                )
            }
            (Verb::TakeStep, ..) => {
                let chosen = routine.steps();
                let mut chosen = chosen.filter(|step| step.responsible.is_open(None));
                let taken = chosen
                    .nth(self.which % 4)
                    .map_or(step, |step| step.id.clone());
                let responsible = &routine.step(&taken).unwrap().responsible;
                draft.take_step(&taken, candidate(responsible, self.value))
            }
            (Verb::Book, ..) => draft.book(&step, Some(someday)),
            (Verb::Done, ..) => do_step(draft, &step, Some(past), self.value),
            (Verb::DoneUnknown, ..) => do_step(draft, &step, None, self.value),
            (Verb::GiveDay, ..) => draft.done(&without_a_day(draft).unwrap_or(step), &how),
            (Verb::DoneItem, _, Some(item)) => draft.done_item(&step, &item.id, &how),
            (Verb::SkipItem, _, Some(item)) => draft.skip_item(&step, &item.id, "gick inte"),
            (Verb::Skip, ..) => draft.skip(&step, "behövs inte"),
            (Verb::Extend, ..) => draft.extend(&step, someday, "sjukdom", "chefen"),
            (Verb::Note, ..) => draft.note(Some(&step), "ringde"),
            (Verb::Remind, ..) => draft.remind(&step),
            (Verb::Close, ..) => {
                draft.close(Some("flyttat").filter(|_| self.value.is_multiple_of(2)))
            }
            (Verb::Reopen, ..) => draft.reopen("kom tillbaka"),
            _ => Ok(()),
        }
    }
}

/// A step that was last done on an unknown day.
fn without_a_day(draft: &Draft<'_>) -> Option<StepId> {
    let case = draft.case();
    let mut steps = draft.routine().steps().map(|step| &step.id);
    let lacks = |id: &&StepId| case.latest_end(id).is_some_and(|end| end.on.is_none());
    steps.find(lacks).cloned()
}
