//! A case that is played by commands: its file, which day it is, and what was seen of it so far.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use serde_json::Value;
use sisam::domain::routine::Routine;

use super::holds::Ended;
use crate::harness::Env;
use crate::hostile::dice::Dice;
use crate::properties::play;

/// The one case of every file.
pub(super) const CASE: &str = "F-1";

pub(super) struct Player {
    pub(super) env: Env,
    pub(super) dice: Dice,
    pub(super) day: NaiveDate,
    pub(super) routine: &'static Routine,
    /// What occurred in this history.
    pub(super) occurred: BTreeSet<&'static str>,
    /// The round that every reason was given for.
    pub(super) reasons: BTreeMap<String, (String, u64)>,
    /// Rounds that were late on some day.
    pub(super) late: BTreeSet<(String, u64)>,
    /// Rounds that ended, with their dates.
    pub(super) ended: BTreeMap<(String, u64), Ended>,
    pub(super) seed: u64,
}

impl Player {
    pub(super) fn open(seed: u64) -> Self {
        let which = usize::try_from(seed).unwrap() % play::ROUTINES;
        let loaded = play::loaded(which);
        let env = Env::new().with_file();
        for (name, text) in play::EVERY_RULE {
            env.write(&format!("routines/{name}.toml"), text);
        }
        let mut player = Self {
            env: env.with("SISAM_ROUTINES", "routines"),
            dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1),
            day: play::first_day(),
            routine: &loaded.routine,
            occurred: BTreeSet::new(),
            reasons: BTreeMap::new(),
            late: BTreeSet::new(),
            ended: BTreeMap::new(),
            seed,
        };
        let mut line = format!("new-case --ref {CASE} --routine {}", player.routine.id);
        for date in &player.routine.key_dates {
            if date.required || player.dice.next(2) == 0 {
                let on = player.day + Duration::days(30);
                line += &format!(" --date {}={on}", date.id);
            }
        }
        if let Some(trigger) = player.routine.triggers.first() {
            line += &format!(" --trigger {}", trigger.id);
        }
        player.runs(&line).unwrap();
        player
    }

    /// Runs a line on the day it is; `None` when it is refused, which changes nothing.
    pub(super) fn runs(&self, line: &str) -> Option<String> {
        let line = format!("{line} --yes --today {}", self.day);
        let arguments = line.split_whitespace().map(|word| word.replace('~', " "));
        let output = self
            .env
            .sisam(arguments)
            .output_within(std::time::Duration::from_secs(60));
        let err = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(0) => Some(String::from_utf8(output.stdout).unwrap()),
            Some(1 | 2) => None,
            code => panic!("seed {}: {line}: {code:?} {err}", self.seed),
        }
    }

    pub(super) fn json_on(&self, day: NaiveDate, line: &str) -> Value {
        self.env.json(&day.to_string(), line)
    }

    pub(super) fn json(&self, line: &str) -> Value {
        self.json_on(self.day, line)
    }

    pub(super) fn shown(&self) -> Value {
        self.json(&format!("show {CASE}"))
    }

    /// The history's length.
    pub(super) fn events(&self) -> usize {
        self.json(&format!("log {CASE}")).as_array().unwrap().len()
    }

    /// Some days pass, something is tried, and everything that must hold is looked at.
    pub(super) fn play_on(&mut self) {
        let days = self.dice.next(25);
        let before = self.shown();
        self.day += Duration::days(i64::try_from(days).unwrap());
        self.check_a_day_that_passed(&before);
        self.check_lists();
        let before = self.shown();
        let events = self.events();
        let Some(verb) = self.make_a_move(&before) else {
            return;
        };
        if self.events() > events {
            self.occurred.insert(verb);
            if !verb.starts_with("undo") && self.dice.next(4) == 0 {
                self.check_taking_back(&before);
            }
        }
        self.check_lists();
        self.check_rounds();
    }
}
