//! Why a round stands where it does and is due when it is: all that its date rests on, gathered and not yet worded.

mod origin;

use chrono::NaiveDate;

pub use origin::{AnswerGiven, Origin, RoundBefore, SchoolDays};

use super::case::{Case, Extension, Reopening, RoundEnd, undone_changes};
use super::condition::{Condition, Truth, holds};
use super::consent::CaseOn;
use super::due_rule::{Anchor, DueChoice, DueKind, DueRule};
use super::event::{Event, Stamp, What};
use super::plan::{Derivation, Plan, Row};
use super::routine::Routine;
use super::term::Unit;

/// What a round's status and date rest on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Why<'r> {
    pub row: Row,
    /// The due rule that counts, or counted when the round ended.
    pub rule: Option<Ruling<'r>>,
    /// How that rule came to the round's dates; `None` where it gave none, or where that can no longer be told.
    pub derivation: Option<Derivation>,
    pub counted_from: Option<Origin>,
    pub round_before: Option<RoundBefore>,
    pub interval: Option<AnswerGiven>,
    /// The school calendar, where the rule counts by it and the case has one.
    pub school: Option<SchoolDays>,
    pub until: Option<Origin>,
    /// Conditions of phase and step that do not hold, or of which it is not known.
    pub only_if: Vec<&'r Condition>,
    pub reopening: Option<Reopening>,
    pub extension: Option<Extension>,
    pub end: Option<RoundEnd>,
    pub day_told: Option<Stamp>,
}

/// A due rule in force.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ruling<'r> {
    /// Its place in the step's list, from 0.
    pub index: usize,
    pub rule: &'r DueRule,
    /// Why it counts and not another.
    pub when: Option<&'r Condition>,
}

impl<'r> Why<'r> {
    /// Of a round that has not ended, in a plan of this case. A round that has ended tells only what it kept.
    pub fn of(routine: &'r Routine, case: &Case, row: &Row, today: NaiveDate) -> Self {
        let recorded = case.round(&row.step, row.round);
        let mut why = Self {
            row: row.clone(),
            derivation: row.derivation.clone(),
            reopening: recorded.and_then(|round| round.reopened.clone()),
            extension: recorded.and_then(|round| round.extension.clone()),
            end: recorded.and_then(|round| round.end.clone()),
            ..Self::default()
        };
        if !row.status.is_ended() {
            let facts = CaseOn::new(routine, case, today);
            why.only_if = unmet_conditions(routine, &facts, row);
            if why.only_if.is_empty() {
                why.look_up_rule(routine, case, &facts);
            }
        }
        why
    }

    /// The same with the history at hand: a round that has ended is explained as it stood when that was recorded.
    pub fn in_history(
        routine: &'r Routine,
        events: &[Event],
        case: &Case,
        row: &Row,
        today: NaiveDate,
    ) -> Self {
        let mut why = Self::of(routine, case, row, today);
        let Some(end) = &why.end else {
            return why;
        };
        why.day_told = day_told(events, row);
        let Some((case_then, row_then)) = as_it_stood(routine, events, end, row) else {
            return why;
        };
        let then = Self::of(routine, &case_then, &row_then, end.stamp.day);
        Self {
            row: why.row,
            only_if: why.only_if,
            reopening: why.reopening,
            extension: why.extension,
            end: why.end,
            day_told: why.day_told,
            ..then
        }
    }

    /// The decided date counts, and not the rule's.
    pub fn is_extended(&self) -> bool {
        let dates = &self.row.dates;
        self.extension.is_some() && dates.due.is_some() && dates.due != dates.original_due
    }

    fn look_up_rule(&mut self, routine: &'r Routine, case: &Case, facts: &CaseOn<'_>) {
        let Some(ruling) = rule_in_force(routine, facts, self) else {
            return;
        };
        self.rule = Some(ruling);
        let reopening = self.reopening.as_ref();
        let assumed = self.derivation.as_ref().and_then(|how| how.anchor);
        let anchor = match &ruling.rule.kind {
            DueKind::Answer(question) => Some(Anchor::Answer(question.clone())),
            kind => kind.anchor().cloned(),
        };
        self.counted_from = anchor.and_then(|anchor| {
            origin::of_anchor(&anchor, case, reopening)
                .or_else(|| origin::assumed(&anchor, assumed?))
        });
        self.look_up_repeating(ruling.rule, case);
        let by_answer = self.interval.as_ref().and_then(AnswerGiven::term);
        let by_answer = by_answer.is_some_and(|term| term.unit() == Unit::Schoolday);
        if by_answer || ruling.rule.kind.needs_school_calendar() {
            self.school = case.school.as_ref().and_then(SchoolDays::of);
        }
    }

    fn look_up_repeating(&mut self, rule: &DueRule, case: &Case) {
        let Some(repeating) = rule.repeating() else {
            return;
        };
        let reopening = self.reopening.as_ref();
        self.interval = origin::interval(&repeating.series, case, reopening);
        self.until = repeating
            .until
            .as_ref()
            .and_then(|until| origin::of_anchor(until, case, None));
        if reopening.is_none() {
            self.round_before = origin::round_before(case, &self.row);
        }
    }
}

/// The rule that gave the row its dates; where it has none, the first whose condition holds.
fn rule_in_force<'r>(
    routine: &'r Routine,
    facts: &CaseOn<'_>,
    why: &Why<'_>,
) -> Option<Ruling<'r>> {
    let choices = &routine.step(&why.row.step)?.due;
    let derived = why.derivation.as_ref().map(|how| how.rule);
    let holding = || {
        choices
            .iter()
            .position(|choice| holds(choice.when.as_ref(), facts) == Truth::True)
    };
    let index = derived.or_else(holding)?;
    let DueChoice { when, rule } = choices.get(index)?;
    Some(Ruling {
        index,
        rule,
        when: when.as_ref(),
    })
}

fn unmet_conditions<'r>(routine: &'r Routine, facts: &CaseOn<'_>, row: &Row) -> Vec<&'r Condition> {
    let of_phase = routine
        .phase_of(&row.step)
        .and_then(|phase| phase.when.as_ref());
    let of_step = routine.step(&row.step).and_then(|step| step.when.as_ref());
    let unmet: Vec<_> = of_phase
        .into_iter()
        .chain(of_step)
        .map(|condition| (condition, condition.value(facts)))
        .filter(|(_, value)| *value != Truth::True)
        .collect();
    // What does not hold decides; what is not known is then beside the point.
    let some_false = unmet.iter().any(|(_, value)| *value == Truth::False);
    unmet
        .into_iter()
        .filter(|(_, value)| !some_false || *value == Truth::False)
        .map(|(condition, _)| condition)
        .collect()
}

/// Case and row as they stood before the change in which the round ended, or just before it did where the change made
/// the step apply; `None` when neither gives the dates it kept, as after a change of the program or the routine.
fn as_it_stood(
    routine: &Routine,
    events: &[Event],
    end: &RoundEnd,
    row: &Row,
) -> Option<(Case, Row)> {
    let ending = events.iter().position(|event| event.seq == end.seq)?;
    let change = events.get(ending)?.change;
    let began = events.iter().position(|event| event.change == change)?;
    [began, ending].into_iter().find_map(|length| {
        let case = Case::fold(events.get(..length)?).ok()?;
        let plan = Plan::of(routine, &case, end.stamp.day);
        let then = plan.round(&row.step, row.round)?.clone();
        (then.dates == end.dates).then_some((case, then))
    })
}

fn day_told(events: &[Event], row: &Row) -> Option<Stamp> {
    let undone = undone_changes(events);
    let told = events.iter().rev().find(|event| {
        let tells = matches!(&event.what, What::DayKnown { step, round, .. }
            if *step == row.step && *round == row.round);
        tells && !undone.contains(&event.change)
    });
    told.map(|event| event.stamp.clone())
}
