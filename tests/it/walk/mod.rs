//! `new-case` and `next` in a pseudo-terminal, as a person uses them.

mod absence;
mod choices;
mod consent;
mod counts;
mod enters;
mod interrupted;
mod lacking;
mod many;
mod nacka;
mod narrow;
mod opening;
mod plain;
mod promised;
mod roles;
mod together;

use serde_json::Value;

use crate::harness::Env;
use crate::terminal::{AtTerminal, DOWN, ENTER, UP};

/// The space bar.
const SPACE: &str = " ";

/// What may be said of a step, by its letter.
const LATER: &str = "";
const DONE: &str = "k";
const REMINDED: &str = "p";
const NOT_RELEVANT: &str = "i";
const NEW_DATE: &str = "t";
const NOTE: &str = "a";
const TRIED: &str = "f";
const UNDO: &str = "u";
const CHANGE: &str = "ä";
const SEARCH: &str = "/";
const LEAVE: &str = "g";

/// A Nacka case with all that is asked at the start, opened without a terminal; admission on 2 December.
fn nacka(env: &Env, more: &str) {
    env.line(&format!(
        "new-case --routine nacka --ref N1 --date inskrivning=2026-12-02 --answer akut=nej {more}"
    ))
    .success();
}

/// The case as JSON.
fn case(env: &Env, reference: &str) -> Value {
    case_on(env, reference, crate::harness::TODAY)
}

/// The case as JSON as it stands on a day.
fn case_on(env: &Env, reference: &str, today: &str) -> Value {
    let shown = env.line(&format!("show {reference} --format json --today {today}"));
    serde_json::from_str(&shown.success().out).unwrap()
}

/// The case's history as it is stored.
fn log(env: &Env, reference: &str) -> String {
    let line = format!("log {reference} --format json");
    env.line(&line).success().out
}

/// A round of a step.
fn round<'c>(case: &'c Value, step: &str, round: u64) -> &'c Value {
    let mut steps = case["steps"].as_array().unwrap().iter();
    let found = steps.find(|row| row["step"] == step && row["round"] == round);
    found.unwrap_or_else(|| panic!("no round {round} of {step} in {case:#}"))
}

/// Where a step's first round stands.
fn status<'c>(case: &'c Value, step: &str) -> &'c str {
    round(case, step, 1)["status"].as_str().unwrap()
}

impl AtTerminal {
    /// Waits for a menu by its question and its last option, then chooses; the cursor stands at `from`.
    fn picks(&mut self, question: &str, last: &str, from: usize, to: usize) -> &mut Self {
        let key = if to < from { UP } else { DOWN };
        self.sees(question).sees(last);
        self.types(&key.repeat(from.abs_diff(to))).types(ENTER)
    }

    /// Says what has happened to a step, named as its question names it: "N1 · Rutin 1".
    fn says(&mut self, step: &str, letter: &str) -> &mut Self {
        self.sees(&format!("{step} · Vad har hänt?"))
            .presses(letter)
    }

    /// Says that a step was done, on a day as it is typed; an empty one takes what is proposed.
    fn does(&mut self, step: &str, day: &str) -> &mut Self {
        self.says(step, DONE).day(day)
    }

    /// Ticks some of the parts of a step, by their places; none is ticked beforehand.
    fn ticks(&mut self, last: &str, places: &[usize]) -> &mut Self {
        self.sees("Vad är klart?").sees(last);
        let mut at = 0;
        for place in places {
            self.types(&DOWN.repeat(place - at)).types(SPACE);
            at = *place;
        }
        self.types(ENTER)
    }

    /// Chooses in a question in which nothing is chosen beforehand.
    fn chooses(&mut self, question: &str, last: &str, place: usize) -> &mut Self {
        self.must_answer(question, last, place)
    }

    /// Types a part of an option until it alone is left, and takes it.
    fn finds(&mut self, question: &str, part: &str) -> &mut Self {
        self.sees(question).sees("> ").types(part);
        std::thread::sleep(std::time::Duration::from_millis(500));
        self.types(ENTER)
    }

    /// The same where the arrow stands nowhere.
    fn narrows(&mut self, question: &str, last: &str, part: &str) -> &mut Self {
        self.sees(question).sees(last).types(part);
        std::thread::sleep(std::time::Duration::from_millis(500));
        self.types(ENTER)
    }

    /// Answers which day.
    fn day(&mut self, day: &str) -> &mut Self {
        self.sees("Vilken dag blev").enters(day)
    }

    /// Answers a question that may wait, so that "vet inte än" stands below its options and is proposed.
    fn answers(&mut self, question: &str, options: usize, place: usize) -> &mut Self {
        self.picks(question, "vet inte än", options, place)
    }

    /// Answers a question that must be answered: nothing is proposed.
    fn must_answer(&mut self, question: &str, last: &str, place: usize) -> &mut Self {
        self.sees(question).sees(last);
        self.types(&DOWN.repeat(place + 1)).types(ENTER)
    }
}
