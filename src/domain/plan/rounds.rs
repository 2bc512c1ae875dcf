//! The rounds of a step: those that have ended, the one to be done, and in a plan that looks ahead those to come.

use chrono::NaiveDate;

use super::{
    Derivation, Ended, Row, Status, WaitsFor,
    dating::{DateSearch, RoundDate, RuleInForce, base_from},
    planner::Planner,
};
use crate::domain::{
    case::Round,
    condition::{Missing, Truth},
    deadline::dates_of,
    due_rule::Series,
    facts::all_hold,
    routine::{Phase, Step},
};

impl<'a> Planner<'a> {
    pub(super) fn plan_step(&self, phase: &Phase, step: &'a Step) -> Vec<Row> {
        let recorded = self.case.rounds_of(&step.id);
        let under_way = self.case.round_under_way(&step.id);
        let ended = self.case.ends_of(&step.id);
        let first = match self.latest_only {
            true => ended.saturating_sub(1),
            false => 0,
        };
        let rounds = (1..).zip(&recorded[..ended]).skip(first);
        let mut rows: Vec<Row> = rounds
            .map(|(number, round)| self.ended_row(step, number, round))
            .collect();
        let is_opened_anew = under_way.is_some_and(|round| round.reopened.is_some());
        let in_force = RuleInForce::of(step, self.facts);
        // A reminder may outlive the outcome that opened its round; it opens none by itself.
        if !rows.is_empty() && !is_opened_anew && in_force.repeating().is_none() {
            return rows;
        }
        let number = u32::try_from(ended).map_or(u32::MAX, |ended| ended.saturating_add(1));
        let blank = Round::default();
        let round = under_way.unwrap_or(&blank);
        if let Some(row) = self.current_row(phase, step, number, round, &in_force)
            && (row.status != Status::NotApplicable || rows.is_empty())
        {
            let later = self.ahead_until.zip(in_force.rule).map(|(limit, _)| {
                let search = self.search(step, number, &blank, &in_force, true);
                search.map_or_else(Vec::new, |search| search.later_rounds(&row, limit))
            });
            rows.push(row);
            rows.extend(later.into_iter().flatten());
        }
        rows
    }

    fn search<'p>(
        &'p self,
        step: &'p Step,
        number: u32,
        round: &'p Round,
        in_force: &RuleInForce<'p>,
        assume: bool,
    ) -> Option<DateSearch<'p, 'a>> {
        let (index, rule) = in_force.rule?;
        Some(DateSearch {
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
        })
    }

    fn ended_row(&self, step: &Step, number: u32, round: &Round) -> Row {
        let mut row = self.blank_row(step, number, round);
        let Some(end) = &round.end else { return row };
        row.status = match end.skipped {
            Some(_) => Status::Skipped,
            None => Status::Done,
        };
        row.dates = end.dates.clone();
        for item in row.items.iter_mut().filter(|item| !item.settled) {
            item.settled = true;
            match row.status {
                Status::Skipped => item.skipped = true,
                _ => item.done_on = end.on,
            }
        }
        row.ended = Some(Ended {
            on: end.on.filter(|_| end.skipped.is_none()),
            recorded_at: end.stamp.at.clone(),
            despite: end.despite.clone(),
            decided_by: end.decided_by.clone(),
            reason: end.skipped.clone(),
        });
        row
    }

    /// The round that has not ended; `None` when a repeating rule has no date left for it.
    fn current_row(
        &self,
        phase: &Phase,
        step: &Step,
        number: u32,
        round: &Round,
        in_force: &RuleInForce<'_>,
    ) -> Option<Row> {
        let mut row = self.blank_row(step, number, round);
        row.planned = self.case.planned.get(&step.id).copied();
        let applies = all_hold(phase.when.iter().chain(&step.when), self.facts);
        if applies == Truth::False {
            return Some(row);
        }
        let dated = |assume| match self.search(step, number, round, in_force, assume) {
            None => (RoundDate::NoDate, None),
            Some(mut search) => (search.find(), Some(search.how)),
        };
        let (date, derivation) = dated(false);
        match applies {
            // Whatever the answer will be, there is no date left for it.
            Truth::Unknown(_) if matches!(date, RoundDate::NoMore) => {}
            Truth::Unknown(missing) => {
                row.status = Status::Undecided;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
                return Some(row);
            }
            _ => {
                row.date_depends_on = in_force.passed_over.iter().cloned().collect();
                row.derivation = derivation;
            }
        }
        match date {
            RoundDate::NoMore => return (number == 1).then_some(row),
            RoundDate::Waits(missing) => {
                row.status = Status::Waiting;
                row.waits_for = vec![WaitsFor::Known(missing)];
                if self.ahead_until.is_some()
                    && let (RoundDate::On(dates), derivation) = dated(true)
                {
                    row.dates = dates;
                    row.derivation = derivation;
                    row.assumed = true;
                }
                return Some(row);
            }
            RoundDate::NoDate => {}
            RoundDate::On(dates) => row.dates = dates,
        }
        if let Some(extension) = &round.extension {
            row.dates.due = row.dates.due.max(Some(extension.to));
        }
        // What is required of a step is required of its parts: once all are recorded, none of it is in the way.
        if !row.has_all_parts(Some(round)) {
            row.waits_for = self.unmet_requirements(step);
        }
        row.status = match row.waits_for.is_empty() {
            true => Status::Open,
            false => Status::Blocked,
        };
        Some(row)
    }
}

impl DateSearch<'_, '_> {
    /// The later rounds of a repeating rule after `current`, each taken to be done when it is due.
    fn later_rounds(mut self, current: &Row, limit: NaiveDate) -> Vec<Row> {
        let mut rows = Vec::new();
        let (planner, rule) = (self.planner, self.rule);
        let how = current.derivation.as_ref();
        let (Some(repeating), Some(anchor)) = (rule.repeating(), how.and_then(|how| how.anchor))
        else {
            return rows;
        };
        let Ok(interval) = self.interval(&repeating.series) else {
            return rows;
        };
        let last = self.until(repeating).map_or(limit, |last| last.min(limit));
        // They come about as the one before them, which nobody has recorded yet.
        let how = how.map(|how| Derivation {
            rule: how.rule,
            counted_from: how.counted_from.clone().filter(|_| !anchor.assumed),
            interval: how.interval.clone(),
            until: how.until.clone(),
            ..Derivation::default()
        });
        let (mut number, mut before) = (current.round, current.dates.clone());
        while let Some(raw) = before.raw_due {
            let base = match repeating.series {
                Series::Rolling(_) => before.due.unwrap_or(raw),
                _ => base_from(interval, anchor.on, raw),
            };
            // The round counts as done on its due date, which lies later than the raw one where it rolls.
            let passed = match before.due {
                Some(due) if !repeating.keep_missed => raw.max(due),
                _ => raw,
            };
            let found = planner.series_after(&repeating.series, interval, base, base.max(passed));
            let Ok(Some(found)) = found else { break };
            if found.due > last || !planner.has_room_ahead() {
                break;
            }
            number += 1;
            before = dates_of(rule, Some(found.due), found.earliest).dates;
            rows.push(Row {
                status: Status::Waiting,
                waits_for: vec![WaitsFor::Known(Missing::Step(self.step.id.clone()))],
                dates: before.clone(),
                assumed: true,
                derivation: how.clone(),
                ..planner.blank_row(self.step, number, &Round::default())
            });
        }
        rows
    }
}
