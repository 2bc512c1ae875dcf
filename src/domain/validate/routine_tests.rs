//! The tests beside a routine: that they speak of it, and say which day it is where that matters.

use std::collections::{HashMap, HashSet};

use super::conditions::never_the_answer;
use super::index::Index;
use super::{Found, walk};
use crate::domain::answer::stored_answer;
use crate::domain::due_rule::Anchor;
use crate::domain::routine::{Routine, Step};
use crate::domain::routine_problem::{Path, ProblemKind};
use crate::domain::routine_test::{Expected, Happened, RoundName, RoutineTest};

pub(super) fn check(routine: &Routine, index: &Index, found: &mut Found) {
    let rounds = Rounds::of(routine);
    for (path, test) in Path::root().entries("test", &routine.tests) {
        check_given(&path, test, index, found);
        for (key, name) in named(test) {
            let path = path.key(key).name_of(name.to_string());
            check_round(path, name, index, &rounds, found);
        }
        if test.today.is_none()
            && let Some(because) = needs_today(test, &rounds)
        {
            found.add(path.key("name"), ProblemKind::NeedsToday { because });
        }
    }
}

fn named(test: &RoutineTest) -> impl Iterator<Item = (&'static str, &RoundName)> {
    let done = test.done.iter().map(|(name, _)| ("done", name));
    let expect = test.expect.iter().map(|(name, _)| ("expect", name));
    done.chain(expect)
}

fn check_given(path: &Path, test: &RoutineTest, index: &Index, found: &mut Found) {
    for (id, _) in &test.dates {
        let path = path.key("dates").name_of(id.to_string());
        index.key_dates.check(id.as_str(), path, found);
    }
    for (id, value) in &test.answers {
        let answers = path.key("answers");
        let kind = index.answerable(id.as_str(), answers.name_of(id.to_string()), found);
        if let Some(kind) = kind.filter(|kind| stored_answer(kind, value).is_none()) {
            let path = answers.key(id.to_string());
            found.add(path, never_the_answer(id.as_str(), kind, value));
        }
    }
    if let Some(trigger) = &test.trigger {
        (index.triggers).check(trigger.as_str(), path.key("trigger"), found);
    }
}

fn check_round(path: Path, name: &RoundName, index: &Index, rounds: &Rounds, found: &mut Found) {
    index.steps.check(name.step.as_str(), path.clone(), found);
    let later = name.round.is_some_and(|round| round > 1);
    if later && rounds.only_one(name.step.as_str()) {
        let step = name.step.to_string();
        found.add(path, ProblemKind::NoSuchRound { step });
    }
}

/// What makes a test depend on which day it is, if anything: a step skipped "today", or a date that is not to lie before
/// the day its anchor was entered.
fn needs_today(test: &RoutineTest, rounds: &Rounds) -> Option<String> {
    let skipped = test.done.iter().find(|(_, how)| *how == Happened::Skipped);
    if let Some((name, _)) = skipped {
        return Some(name.to_string());
    }
    test.expect
        .iter()
        .filter(|(_, expected)| matches!(expected, Expected::Due(_)))
        .find(|(name, _)| rounds.depends_on_entry(name.step.as_str(), test))
        .map(|(name, _)| name.to_string())
}

/// Which steps can have which rounds, and how their dates come about.
struct Rounds<'a> {
    steps: HashMap<&'a str, &'a Step>,
    reopened: HashSet<&'a str>,
}

impl<'a> Rounds<'a> {
    fn of(routine: &'a Routine) -> Self {
        Self {
            steps: walk::steps(routine)
                .map(|(_, step)| (step.id.as_str(), step))
                .collect(),
            reopened: walk::steps(routine)
                .flat_map(|(_, step)| &step.outcomes)
                .flat_map(|outcome| &outcome.reopen)
                .map(|step| step.as_str())
                .collect(),
        }
    }

    fn only_one(&self, step: &str) -> bool {
        let known = self.steps.get(step);
        known.is_some_and(|known| !known.repeats()) && !self.reopened.contains(step)
    }

    fn depends_on_entry(&self, step: &str, test: &RoutineTest) -> bool {
        let Some(known) = self.steps.get(step) else {
            return false;
        };
        let at_once = known.due.iter().filter(|choice| choice.rule.or_at_once);
        at_once
            .filter_map(|choice| choice.rule.kind.anchor())
            .any(|anchor| is_given(anchor, test))
    }
}

fn is_given(anchor: &Anchor, test: &RoutineTest) -> bool {
    match anchor {
        Anchor::KeyDate(id) => test.dates.iter().any(|(given, _)| given == id),
        Anchor::Answer(id) => test.answers.iter().any(|(given, _)| given == id),
        Anchor::Step(id) => test.done.iter().any(|(name, _)| name.step == *id),
    }
}
