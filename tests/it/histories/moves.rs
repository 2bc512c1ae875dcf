//! What somebody tries.

use chrono::{Duration, NaiveDate};
use serde_json::Value;

use super::player::{CASE, Player};
use crate::properties::play::{ground, value_for};

impl Player {
    fn one_of<'v, T>(&mut self, all: &'v [T]) -> Option<&'v T> {
        if all.is_empty() {
            return None;
        }
        all.get(self.dice.next(all.len()))
    }

    /// A day around the one it is.
    fn someday(&mut self) -> String {
        let days = i64::try_from(self.dice.next(160)).unwrap() - 40;
        (self.day + Duration::days(days)).to_string()
    }

    /// Today or a few days ago.
    fn lately(&mut self) -> String {
        let days = i64::try_from(self.dice.next(3) * self.dice.next(6)).unwrap();
        (self.day - Duration::days(days)).to_string()
    }

    /// A round that is to do, else any.
    fn a_round(&mut self, shown: &Value) -> (String, u64) {
        let rows = shown["steps"].as_array().unwrap();
        let to_do: Vec<_> = rows
            .iter()
            .filter(|row| matches!(row["status"].as_str(), Some("open" | "blocked")))
            .collect();
        let all: Vec<_> = rows.iter().collect();
        let among = if to_do.is_empty() || self.dice.next(8) == 0 {
            &all
        } else {
            &to_do
        };
        let row = *self.one_of(among).unwrap();
        (
            row["step"].as_str().unwrap().to_owned(),
            row["round"].as_u64().unwrap(),
        )
    }

    /// Answers to all that the step asks, one in eight left out.
    fn answers(&mut self, step: &str) -> String {
        let routine = self.routine;
        let Some(step) = routine.step(&step.into()) else {
            return String::new();
        };
        let mut answers = String::new();
        for question in routine.questions_of(step) {
            let (pick, leave_out) = (self.dice.next(600), self.dice.next(8) == 0);
            let someday = self.day + Duration::days(i64::try_from(self.dice.next(60)).unwrap());
            if !leave_out {
                let value = value_for(question, pick, someday).replace(' ', "~");
                answers += &format!(" --answer {}={value}", question.id);
            }
        }
        answers
    }

    /// A ground where the routine lists some, else a reason that is given once alone.
    fn reason(&mut self, round: &(String, u64)) -> String {
        let step = self.routine.step(&round.0.as_str().into()).unwrap();
        let lists = step.requires.iter().any(|requirement| {
            matches!(requirement.gate, sisam::domain::routine::Gate::Grounds(_))
        });
        if lists {
            return ground(self.routine).replace(' ', "~");
        }
        let reason = format!("skäl{}", self.reasons.len() + 1);
        self.reasons.insert(reason.clone(), round.clone());
        reason
    }

    /// Tries something; says what, if it was taken.
    pub(super) fn make_a_move(&mut self, shown: &Value) -> Option<&'static str> {
        let round = self.a_round(shown);
        let (step, number) = (round.0.as_str(), round.1);
        let rule = self.routine.step(&step.into()).unwrap();
        let items: Vec<_> = rule.items.iter().map(|item| item.id.clone()).collect();
        let item = self.one_of(&items).cloned();
        let questions: Vec<_> = self.routine.questions().collect();
        let dates: Vec<_> = self
            .routine
            .key_dates
            .iter()
            .map(|date| date.id.clone())
            .collect();
        let (lately, someday) = (self.lately(), self.someday());
        let is_closed = shown["status"] == "closed" && self.dice.next(2) == 0;
        let verb = match self.dice.next(44) {
            _ if is_closed => "reopen",
            0..=10 => "done",
            11..=12 => "done unknown",
            13..=14 => "day known",
            15..=17 => "part done",
            18 => "part skipped",
            19..=20 => "skip",
            21..=22 => "extend",
            23..=25 => "date",
            26 => "date withdrawn",
            27..=28 => "answer",
            29..=30 => "answer withdrawn",
            31 => "role",
            32 => "book",
            33 => "note",
            34 => "close",
            35 => "reopen",
            36..=38 => "undo",
            _ => "undo step",
        };
        let line = match verb {
            "done" | "done unknown" | "part done" => {
                let on = if verb == "done unknown" {
                    "unknown".to_owned()
                } else {
                    lately
                };
                let part = match (verb, item) {
                    ("part done", Some(item)) => format!(" --item {item}"),
                    ("part done", None) => return None,
                    _ => String::new(),
                };
                let (answers, reason) = (self.answers(step), self.reason(&round));
                format!(
                    "done {CASE} {step}{part} --on {on} --round {number} --despite {reason} --decided-by chefen{answers}"
                )
            }
            "day known" => {
                let rows = shown["steps"].as_array().unwrap().iter();
                let lacks = rows.filter(|row| row["status"] == "done" && row["done_on"].is_null());
                let lacks: Vec<_> = lacks.collect();
                let row = *self.one_of(&lacks)?;
                let (step, round) = (row["step"].as_str().unwrap(), &row["round"]);
                // Not after the day on which it was said to be done, which is none before the opening.
                let opened: NaiveDate = shown["opened"].as_str()?.parse().unwrap();
                let day = opened + Duration::days(i64::try_from(self.dice.next(4)).unwrap());
                format!("done {CASE} {step} --on {day} --round {round}")
            }
            "part skipped" => format!("skip {CASE} {step} --item {} --reason gick~inte", item?),
            "skip" => format!("skip {CASE} {step} --reason behövs~inte"),
            "extend" => {
                format!("extend {CASE} {step} --to {someday} --reason sjukdom --decided-by chefen")
            }
            "date" => format!("set {CASE} --date {}={someday}", self.one_of(&dates)?),
            "date withdrawn" => format!("set {CASE} --date {}=", self.one_of(&dates)?),
            "answer" => {
                let pick = self.dice.next(600);
                let question = *self.one_of(&questions)?;
                let value = value_for(question, pick, someday.parse().unwrap()).replace(' ', "~");
                format!("set {CASE} --answer {}={value}", question.id)
            }
            "answer withdrawn" => {
                let answered: Vec<_> = shown["answers"].as_object()?.keys().collect();
                format!("set {CASE} --answer {}=", self.one_of(&answered)?)
            }
            "role" => {
                let roles: Vec<_> = self
                    .routine
                    .roles
                    .iter()
                    .map(|role| role.id.clone())
                    .collect();
                format!(
                    "set {CASE} --role {}=enhet~{}",
                    self.one_of(&roles)?,
                    self.dice.next(4)
                )
            }
            "book" => format!("set {CASE} --planned {step}={someday}"),
            "note" => format!("note {CASE} ringde --step {step}"),
            "close" => format!("close {CASE} --reason flyttat"),
            "reopen" => format!("reopen {CASE} --reason kom~tillbaka"),
            "undo" => format!("undo {CASE}"),
            _ => format!("undo {CASE} {step}"),
        };
        self.runs(&line).map(|_| verb)
    }
}
