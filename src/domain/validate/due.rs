//! Due rules: that they count from what exists, and that they can be kept.

use super::index::Index;
use super::{Found, walk};
use crate::domain::due_rule::{
    Anchor, DueChoice, DueKind, DueRule, Interval, Repeating, Roll, Series,
};
use crate::domain::routine::{AnswerKind, Routine};
use crate::domain::routine_problem::{Path, ProblemKind};
use crate::domain::term::{Term, Unit};

pub(super) fn check(routine: &Routine, index: &Index, found: &mut Found) {
    for (path, step) in walk::steps(routine) {
        for (path, choice) in path.entries("due", &step.due) {
            check_rule(&path, &choice.rule, index, found);
        }
        check_list(&path, &step.due, found);
    }
}

/// What the rules of one step have to do with each other.
fn check_list(step: &Path, choices: &[DueChoice], found: &mut Found) {
    let real = || (0..).zip(choices).filter(|(_, c)| !is_stand_in(&c.rule));
    let repeats = |choice: &DueChoice| choice.rule.repeating().is_some();
    let first = real().next().map(|(_, choice)| repeats(choice));
    let odd = real().find(|(_, choice)| Some(repeats(choice)) != first);
    if let Some((place, _)) = odd {
        found.add(step.entry("due", place), ProblemKind::MixedDue);
    }
    let always = real().position(|(_, choice)| choice.when.is_none());
    if let Some((place, _)) = always.and_then(|always| real().nth(always + 1)) {
        found.add(step.entry("due", place), ProblemKind::UnreachableRule);
    }
}

/// A rule that could not be read and is reported already.
fn is_stand_in(rule: &DueRule) -> bool {
    matches!(&rule.kind, DueKind::On(Anchor::KeyDate(id)) if id.as_str().is_empty())
}

fn check_rule(path: &Path, rule: &DueRule, index: &Index, found: &mut Found) {
    check_roll(path, rule, found);
    match &rule.kind {
        DueKind::On(anchor) => check_anchor(path.key("on"), anchor, index, found),
        DueKind::Before {
            anchor,
            term,
            earliest,
        } => {
            check_anchor(path.key("before"), anchor, index, found);
            // Without a term the rule means the day before.
            let term = term.or(Term::new(1, Unit::Day).ok());
            let is_too_late = |earliest, term| is_longer(term, earliest);
            check_earliest(path, *earliest, term, is_too_late, found);
        }
        DueKind::After {
            anchor,
            term,
            earliest,
        } => {
            check_anchor(path.key("after"), anchor, index, found);
            check_earliest(path, *earliest, Some(*term), is_longer, found);
        }
        DueKind::Promptly { anchor, .. } => check_anchor(path.key("after"), anchor, index, found),
        DueKind::Answer(question) => {
            let path = path.key("answer");
            index.expect_kind(question.as_str(), &AnswerKind::Date, path, found);
        }
        DueKind::Repeating(repeating) => check_repeating(path, repeating, index, found),
    }
}

fn check_repeating(path: &Path, repeating: &Repeating, index: &Index, found: &mut Found) {
    if let Series::Grid(Interval::Answer(question)) | Series::Rolling(Interval::Answer(question)) =
        &repeating.series
    {
        let path = path.key("every").key("answer");
        index.expect_kind(question.as_str(), &AnswerKind::Term, path, found);
    }
    check_anchor(path.key("from"), &repeating.from, index, found);
    let Some(until) = &repeating.until else {
        return;
    };
    check_anchor(path.key("until"), until, index, found);
    if *until == repeating.from {
        found.add(path.key("until"), ProblemKind::NeverDue);
    }
}

fn check_roll(path: &Path, rule: &DueRule, found: &mut Found) {
    let path = path.key("roll");
    match (rule.roll, &rule.kind) {
        (Roll::Next | Roll::Statutory, DueKind::Before { .. }) => {
            let is_next = rule.roll == Roll::Next;
            let roll = if is_next { "next" } else { "statutory" };
            found.add(path, ProblemKind::RollsPast { roll });
        }
        (Roll::Statutory, DueKind::On(_) | DueKind::Answer(_)) if !is_stand_in(rule) => {
            found.add(path, ProblemKind::StatutoryNotHere);
        }
        _ => {}
    }
}

fn check_anchor(path: Path, anchor: &Anchor, index: &Index, found: &mut Found) {
    match anchor {
        Anchor::KeyDate(id) => index.key_dates.check(id.as_str(), path, found),
        Anchor::Step(id) => index.steps.check(id.as_str(), path.key("step"), found),
        Anchor::Answer(id) => {
            index.expect_kind(id.as_str(), &AnswerKind::Date, path.key("answer"), found);
        }
    }
}

fn check_earliest(
    path: &Path,
    earliest: Option<Term>,
    term: Option<Term>,
    is_too_late: fn(Term, Term) -> bool,
    found: &mut Found,
) {
    let (Some(earliest), Some(term)) = (earliest, term) else {
        return;
    };
    if is_too_late(earliest, term) {
        let (earliest, term) = (earliest.to_string(), term.to_string());
        let path = path.key("earliest");
        found.add(path, ProblemKind::EarliestTooLate { earliest, term });
    }
}

fn is_longer(term: Term, than: Term) -> bool {
    match term.unit() == than.unit() {
        true => term.count() > than.count(),
        false => shortest_days(term) > longest_days(than),
    }
}

fn shortest_days(term: Term) -> u32 {
    let count = term.count();
    match term.unit() {
        Unit::Day => count,
        Unit::Week => count * 7,
        Unit::Month => (count * 365)
            .div_euclid(12)
            .saturating_sub(2)
            .max(count * 28),
        Unit::Year => count * 365,
        Unit::Workday | Unit::Schoolday => count,
    }
}

fn longest_days(term: Term) -> u32 {
    let count = term.count();
    match term.unit() {
        Unit::Day => count,
        Unit::Week => count * 7,
        Unit::Month => (count * 31).min(count * 366 / 12 + 2),
        Unit::Year => count * 366,
        // At Christmas two weeks hold few of them.
        Unit::Workday => count * 2 + 8,
        // The summer holds none.
        Unit::Schoolday => count * 3 + 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_term_is_shorter_or_longer_than_it_can_be(
            count in 1u32..40,
            unit in prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Workday]),
            day in 0i64..40_000,
        ) {
            let base = NaiveDate::from_ymd_opt(1991, 1, 1).unwrap() + chrono::Duration::days(day);
            let term = Term::new(count, unit).unwrap();
            let forwards = (term.after(base, None).unwrap() - base).num_days() as u32;
            let backwards = (base - term.before(base, None).unwrap()).num_days() as u32;
            for days in [forwards, backwards] {
                prop_assert!(days >= shortest_days(term), "{term} from {base}: {days}");
                prop_assert!(days <= longest_days(term), "{term} from {base}: {days}");
            }
        }
    }
}
