//! What is not known of a step that somebody could tell: a date, an owner, an answer.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::{
    case::Case,
    condition::Missing,
    plan::{ItemState, Row, Status, WaitsFor},
    routine::{Responsible, Routine, Step},
};

/// Which facts a row lacks that somebody could give.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingFacts {
    /// It waits for a date: a key date or answer that is not given, or the day of a step done on an unknown one.
    pub date: bool,
    /// Nobody answers for it: no role does, none is chosen or proposed, or none of its roles is held where the
    /// routine says they must be.
    pub owner: bool,
    /// An unanswered question decides whether it applies, what blocks it or when it is due.
    pub answer: bool,
}

impl MissingFacts {
    pub(super) fn of(row: &Row, step: &Step, routine: &Routine, case: &Case) -> Self {
        if row.status.is_ended() || row.status == Status::NotApplicable {
            return Self::default();
        }
        Self {
            date: row.status == Status::Waiting
                && unknown_facts(row).any(|fact| could_be_told(fact, case)),
            owner: !step.optional
                && row.status != Status::Undecided
                && lacks_owner(row, step, routine, case),
            answer: !unanswered(row).is_empty(),
        }
    }

    /// Whether anything is missing.
    pub fn any(self) -> bool {
        self.date || self.owner || self.answer
    }
}

/// The facts, not given, that a row asks for: questions, and what started the case.
pub(super) fn unanswered(row: &Row) -> BTreeSet<&Missing> {
    unknown_facts(row)
        .chain(&row.date_depends_on)
        .chain(&row.owner_waits_for)
        .filter(|fact| matches!(fact, Missing::Question(_) | Missing::Trigger))
        .collect()
}

fn unknown_facts(row: &Row) -> impl Iterator<Item = &Missing> {
    row.waits_for.iter().filter_map(WaitsFor::known)
}

/// A step that is simply not done yet is work to do, not a fact that somebody forgot to tell.
fn could_be_told(fact: &Missing, case: &Case) -> bool {
    match fact {
        Missing::Step(step) => case.latest_end(step).is_some_and(|end| end.on.is_none()),
        _ => true,
    }
}

fn lacks_owner(row: &Row, step: &Step, routine: &Routine, case: &Case) -> bool {
    let taken_by = row.taken_by.as_ref();
    let has_none = |item: &&ItemState| {
        let asked = step.item(item.id.as_str());
        !item.settled
            && item.responsible.is_empty()
            && asked.is_some_and(|asked| !asked.responsible.is_empty())
    };
    if !row.owner_waits_for.is_empty() {
        return false;
    }
    let is_proposed =
        matches!(&step.responsible, Responsible::Chosen { proposed, .. } if proposed.is_some());
    if row.responsible.is_empty()
        || row.items.iter().any(|item| has_none(&item))
        || (step.responsible.is_open(taken_by) && !is_proposed)
    {
        return true;
    }
    row.responsible.iter().all(|id| {
        let must_be_held = routine.role(id).is_some_and(|role| role.must_be_held);
        must_be_held && !case.roles.contains_key(id)
    })
}
