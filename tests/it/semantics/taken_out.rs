//! A text that was taken out: nobody knows it any more, so it decides nothing, and nothing that was done falls with it.

use sisam::domain::decide::{Refusal, undo_step};
use sisam::domain::event::What;
use sisam::domain::plan::Status;
use sisam::domain::texts::REDACTED;

use super::trial::{Trial, step};

const QUESTION: &str =
    "[[question]]\nid = \"q\"\ntext = \"Q\"\nkind = \"choice\"\noptions = [\"röd\", \"blå\"]\n";

/// A step for each answer, and one that needs the first.
fn trial() -> Trial {
    let steps = step("s", "when = { question = \"q\", is = \"röd\" }")
        + &step("u", "when = { question = \"q\", is_not = \"röd\" }")
        + &step("t", "requires = [{ step = \"s\" }]")
        + &step("free", "")
        + QUESTION;
    Trial::of(&steps)
}

/// Takes every answer out, as the store gives the history back, and says so.
fn take_answers_out(trial: &mut Trial) {
    let mut last = None;
    for event in &mut trial.events {
        if let What::Answered { value, .. } = &mut event.what {
            *value = Some(REDACTED.to_owned());
            last = Some(event.seq);
        }
    }
    let reason = "fel".to_owned();
    let redacts = last.unwrap();
    trial.take_back(What::Redacted { redacts, reason });
}

fn status(trial: &Trial, step: &str) -> Status {
    trial.plan().latest(&step.into()).unwrap().status
}

#[test]
fn an_answer_taken_out_is_neither_this_nor_that() {
    let mut trial = trial();
    trial.answer("q", "röd");
    assert_eq!(status(&trial, "s"), Status::Open);
    assert_eq!(status(&trial, "u"), Status::NotApplicable);
    take_answers_out(&mut trial);
    assert_eq!(status(&trial, "s"), Status::Undecided);
    assert_eq!(status(&trial, "u"), Status::Undecided);
    trial.answer("q", "blå");
    assert_eq!(status(&trial, "u"), Status::Open);
}

#[test]
fn what_was_done_stays_done_and_can_be_taken_back() {
    let mut trial = trial();
    trial.answer("q", "röd");
    trial.done("free", "2026-01-01");
    trial.done("s", "2026-01-02").done("t", "2026-01-03");
    take_answers_out(&mut trial);
    assert_eq!(status(&trial, "s"), Status::Done);
    let of_step = |step: &str| undo_step(&trial.routine, &trial.events, &step.into());
    assert!(of_step("t").is_ok());
    // Whether `s` was rightly accepted cannot be told any more, and is not held against what came before.
    assert!(of_step("free").is_ok());
    assert!(matches!(of_step("s"), Err(Refusal::StandsOn { .. })));
}
