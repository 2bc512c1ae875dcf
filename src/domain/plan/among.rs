//! The date of a round by the rule in force: of a `first_of` or `last_of` that of one of its entries.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{
    Derivation,
    dating::{DateSearch, RoundDate, RuleInForce},
    origin::EntryDate,
    planner::Planner,
};
use crate::domain::{
    case::Round,
    condition::{Missing, Truth},
    due_rule::{DueRule, WhichDate},
    facts::holds,
    routine::Step,
};

/// A round's date, and what it came from.
pub(super) struct Dated {
    pub(super) date: RoundDate,
    pub(super) how: Option<Derivation>,
    /// What is unknown and may give it another.
    pub(super) depends_on: BTreeSet<Missing>,
}

impl<'a> Planner<'a> {
    pub(super) fn search<'p>(
        &'p self,
        step: &'p Step,
        (number, round): (u32, &'p Round),
        (index, rule): (usize, &'p DueRule),
        assume: bool,
    ) -> DateSearch<'p, 'a> {
        DateSearch {
            planner: self,
            step,
            number,
            round,
            rule,
            assume,
            how: Derivation {
                rule: index,
                ..Derivation::default()
            },
        }
    }

    pub(super) fn dated(
        &self,
        step: &Step,
        round: (u32, &Round),
        in_force: &RuleInForce<'_>,
        assume: bool,
    ) -> Dated {
        let first = in_force.rules().next();
        let among = first.and_then(|(_, choice)| choice.among.as_ref());
        let (date, how, mut depends_on) = match (first, among) {
            (None, _) => (RoundDate::NoDate, None, BTreeSet::new()),
            (Some((index, choice)), None) => {
                let mut search = self.search(step, round, (index, &choice.rule), assume);
                (search.find(), Some(search.how), BTreeSet::new())
            }
            (_, Some(among)) => self.picked(step, round, in_force, assume, among.pick),
        };
        depends_on.extend(in_force.passed_over.iter().cloned());
        let rolled = how.as_ref().and_then(|how| how.rolled.as_ref());
        if rolled.is_some_and(|rolled| rolled.lacks_calendar) {
            depends_on.insert(Missing::SchoolCalendar);
        }
        Dated {
            date,
            how,
            depends_on,
        }
    }

    /// The first or last date of those entries that have one; of equal ones that of the entry listed first.
    fn picked(
        &self,
        step: &Step,
        round: (u32, &Round),
        in_force: &RuleInForce<'_>,
        assume: bool,
        pick: WhichDate,
    ) -> (RoundDate, Option<Derivation>, BTreeSet<Missing>) {
        let (mut in_play, mut entries) = (Vec::new(), Vec::new());
        let (mut waits, mut depends_on) = (BTreeSet::new(), BTreeSet::new());
        for (index, choice) in in_force.rules() {
            let mut entry = EntryDate {
                rule: index,
                ..EntryDate::default()
            };
            let mut search = self.search(step, round, (index, &choice.rule), assume);
            match holds(choice.when.as_ref(), self.facts) {
                Truth::False => {}
                Truth::Unknown(missing) => {
                    entry.unknown = missing.iter().cloned().collect();
                    depends_on.extend(missing);
                }
                Truth::True => match search.find() {
                    RoundDate::On(dates) => {
                        entry.due = dates.due;
                        in_play.extend(dates.due.map(|due| (due, dates, search.how)));
                    }
                    RoundDate::Waits(missing) => {
                        entry.unknown = missing.iter().cloned().collect();
                        waits.extend(missing);
                    }
                    RoundDate::NoDate | RoundDate::NoMore => {}
                },
            }
            entries.push(entry);
        }
        let picked = match pick {
            WhichDate::First => in_play.into_iter().min_by_key(|(due, ..)| *due),
            WhichDate::Last => in_play.into_iter().min_by_key(|(due, ..)| Reverse(*due)),
        };
        let Some((_, dates, how)) = picked else {
            let date = match waits.is_empty() {
                true => RoundDate::NoDate,
                false => RoundDate::Waits(waits),
            };
            let how = Derivation {
                entries,
                rule: in_force.place,
                ..Derivation::default()
            };
            return (date, Some(how), depends_on);
        };
        depends_on.extend(waits);
        (
            RoundDate::On(dates),
            Some(Derivation { entries, ..how }),
            depends_on,
        )
    }
}
