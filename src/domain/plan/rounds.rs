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
    deadline::Dating,
    due_rule::Basis,
    due_rule::Series,
    event::RoundDates,
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
            let single = in_force.rules().next();
            let later = self
                .ahead_until
                .zip(single)
                .map(|(limit, (place, choice))| {
                    let search = self.search(step, (number, &blank), (place, &choice.rule), true);
                    search.later_rounds(&row, limit)
                });
            rows.push(row);
            rows.extend(later.into_iter().flatten());
        }
        rows
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

    /// The dates of a step that was added with one.
    fn own_dates(&self, step: &Step) -> RoundDates {
        let to = step
            .own
            .as_ref()
            .and_then(|_| self.case.own.get(&step.id)?.to);
        RoundDates {
            raw_due: to,
            original_due: to,
            due: to,
            basis: to.map(|_| Basis::Local),
            ..RoundDates::default()
        }
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
        row.planned = self.case.planned.get(&step.id).map(|booking| booking.on);
        // What was added to the case holds whatever the phase says in which it stands.
        let phase = phase.when.iter().filter(|_| !step.is_own());
        let applies = all_hold(phase.chain(&step.when), self.facts);
        if applies == Truth::False {
            return Some(row);
        }
        let dated = |assume| self.dated(step, (number, round), in_force, assume);
        let found = dated(false);
        match applies {
            // Whatever the answer will be, there is no date left for it.
            Truth::Unknown(_) if matches!(found.date, RoundDate::NoMore) => {}
            Truth::Unknown(missing) => {
                row.status = Status::Undecided;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
                return Some(row);
            }
            _ => {
                row.date_depends_on = found.depends_on.into_iter().collect();
                row.derivation = found.how;
            }
        }
        // One of several dates may be another once what it waits for is taken to be done.
        let may_be_another =
            matches!(found.date, RoundDate::Waits(_)) || in_force.rules().count() > 1;
        let ahead = self
            .ahead_until
            .filter(|_| may_be_another)
            .map(|_| dated(true));
        let assumed = ahead.and_then(|ahead| match (ahead.date, ahead.how) {
            (RoundDate::On(dates), Some(how)) if how.anchor.is_some_and(|day| day.assumed) => {
                Some((dates, how))
            }
            _ => None,
        });
        row.assumed = assumed.is_some();
        match found.date {
            RoundDate::NoMore => return (number == 1).then_some(row),
            RoundDate::Waits(missing) => {
                row.status = Status::Waiting;
                row.waits_for = missing.into_iter().map(WaitsFor::Known).collect();
            }
            RoundDate::NoDate => row.dates = self.own_dates(step),
            RoundDate::On(dates) => row.dates = dates,
        }
        if let Some((dates, how)) = assumed {
            (row.dates, row.derivation) = (dates, Some(how));
        }
        if row.status == Status::Waiting {
            return Some(row);
        }
        if let Some(extension) = &round.extension {
            row.dates.due = row.dates.due.max(Some(extension.to));
        }
        // What is required of a step is required of its parts: once all are recorded, none of it is in the way.
        if !row.has_all_parts(Some(round)) {
            row.waits_for = self.unmet_requirements(step, number);
        }
        row.status = match row.waits_for.is_empty() {
            true => Status::Open,
            false => Status::Blocked,
        };
        row.no_school_day = self.is_on_no_school_day(step, &row);
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
        let until = self.until(repeating);
        // What a list of terms names is shown, however far off.
        let last = match rule.terms() {
            Some(_) => until.unwrap_or(NaiveDate::MAX),
            None => until.map_or(limit, |last| last.min(limit)),
        };
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
            let found = match rule.terms() {
                Some(terms) => self.listed_date(terms, anchor.on, number + 1),
                None => self.date_after(repeating, interval, base, base.max(passed)),
            };
            let Ok(Some(Dating { dates, .. })) = found else {
                break;
            };
            if dates.raw_due > Some(last) || !planner.has_room_ahead() {
                break;
            }
            number += 1;
            before = dates;
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
