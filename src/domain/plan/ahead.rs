//! The rounds still to come, for a plan that looks ahead.

use super::dating::RuleInForce;
use super::planner::Planner;
use super::{Row, Status, WaitsFor};
use crate::domain::case::Round;
use crate::domain::condition::Missing;
use crate::domain::deadline::dates_of;
use crate::domain::due_rule::Series;
use crate::domain::routine::Step;

impl Planner<'_> {
    /// The later rounds of a repeating rule after `current`, each taken to be done when it is due.
    pub(super) fn later_rounds(
        &self,
        step: &Step,
        current: &Row,
        in_force: &RuleInForce<'_>,
    ) -> Vec<Row> {
        let mut rows = Vec::new();
        let (Some(limit), Some((_, rule))) = (self.ahead_until, in_force.rule) else {
            return rows;
        };
        let (Some(repeating), Some(anchor)) = (
            rule.repeating(),
            current.derivation.as_ref().and_then(|how| how.anchor),
        ) else {
            return rows;
        };
        let Ok(pace) = self.pace(&repeating.series, None) else {
            return rows;
        };
        let last = self.until(repeating, None, true);
        let mut before = current.clone();
        while let Some(raw) = before.dates.raw_due {
            let base = match repeating.series {
                Series::Rolling(_) => before.dates.due.unwrap_or(raw),
                _ => pace.base_from(anchor.on, raw),
            };
            // The round counts as done on its due date, which lies later than the raw one where it rolls.
            let passed = match before.dates.due {
                Some(due) if !repeating.keep_missed => raw.max(due),
                _ => raw,
            };
            let Ok(Some(found)) = self.series_after(pace, base, base.max(passed)) else {
                break;
            };
            if found.due > limit || last.is_some_and(|last| found.due > last) {
                break;
            }
            let mut row = self.blank_row(step, before.round + 1, &Round::default());
            row.status = Status::Waiting;
            row.waits_for = vec![WaitsFor::Known(Missing::Step(step.id.clone()))];
            row.dates = dates_of(rule, Some(found.due), found.earliest).dates;
            row.assumed = true;
            if !self.has_room_ahead() {
                break;
            }
            rows.push(row.clone());
            before = row;
        }
        rows
    }
}
