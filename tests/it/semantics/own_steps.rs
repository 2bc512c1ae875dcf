//! A step of one's own: anything that no routine foresaw, in one case.

use sisam::domain::case::Case;
use sisam::domain::decide::{NewStep, Refusal, undo_latest, undo_step};
use sisam::domain::event::What;
use sisam::domain::ids::CaseRef;
use sisam::domain::judge::judge;
use sisam::routine_file::load;

use super::trial::{Trial, day, step};

fn add(trial: &mut Trial, title: &str, to: &str, after: &str) {
    let new = NewStep {
        title: title.to_owned(),
        to: (!to.is_empty()).then(|| day(to)),
        after: (!after.is_empty()).then(|| after.into()),
        ..NewStep::default()
    };
    trial.change(|draft| draft.add_step(new)).unwrap();
}

fn order(trial: &Trial) -> String {
    let plan = trial.plan();
    let steps = plan.rows.iter().map(|row| row.step.as_str());
    steps.collect::<Vec<_>>().join(" ")
}

fn two_steps() -> Trial {
    Trial::of(&(step("s", "") + &step("t", "")))
}

#[test]
fn it_is_recorded_like_any_other_and_holds_up_the_end() {
    let mut trial = two_steps();
    trial.done("s", "2026-01-02").done("t", "2026-01-03");
    add(&mut trial, "Ring mormor", "2026-01-10", "");
    add(&mut trial, "Köp skor", "", "");
    assert_eq!(trial.rows("egen-1"), "open 2026-01-10");
    assert_eq!(
        trial.row("egen-1").dates.basis,
        Some(sisam::domain::due_rule::Basis::Local)
    );
    assert_eq!(trial.rows("egen-2"), "open");
    let left = trial.refusal(|draft| draft.close(None));
    assert!(matches!(left, Refusal::StepsLeft(left) if left.len() == 2));
    trial
        .change(|draft| draft.book(&"egen-1".into(), Some(day("2026-01-08"))))
        .unwrap();
    trial
        .extend("egen-1", "2026-01-20")
        .extend("egen-2", "2026-01-15");
    assert_eq!(
        trial.rows("egen-1"),
        "open 2026-01-20 raw 2026-01-10 rule 2026-01-10"
    );
    trial
        .change(|draft| draft.note(Some(&"egen-1".into()), "ringde"))
        .unwrap();
    trial.done("egen-1", "2026-01-21").skip("egen-2");
    assert_eq!(
        trial.rows("egen-1"),
        "done 2026-01-20 raw 2026-01-10 rule 2026-01-10"
    );
    assert!(trial.change(|draft| draft.close(None)).is_ok());
    let closed = trial.refusal(|draft| draft.add_step(NewStep::default()));
    assert!(matches!(closed, Refusal::CaseClosed { .. }));
    let found = judge(
        &trial.routine,
        &CaseRef::from("A"),
        &trial.events,
        trial.today,
        None,
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn it_stands_after_the_step_that_was_named_else_last() {
    let mut trial = two_steps();
    for (title, after) in [
        ("1", "s"),
        ("2", ""),
        ("3", "s"),
        ("4", "egen-1"),
        ("5", "t"),
    ] {
        add(&mut trial, title, "", after);
    }
    assert_eq!(order(&trial), "s egen-1 egen-4 egen-3 t egen-5 egen-2");
    // Where neither step nor phase is there any more, last.
    let other = load(include_str!("../../../routines/nacka.toml"))
        .unwrap()
        .routine;
    let other = other.with_own(&trial.events).unwrap();
    let last: Vec<_> = other.steps().skip(7).map(|step| step.id.as_str()).collect();
    assert_eq!(last.len(), 5, "{last:?}");
}

#[test]
fn it_holds_whatever_its_phase_says() {
    let phase = "[[phase]]\nid = \"q\"\ntitle = \"Q\"\nwhen = { date = \"a\" }\n";
    let mut trial = Trial::of(&(step("s", "") + phase + &step("t", "")));
    let new = NewStep {
        title: "Ring".to_owned(),
        phase: Some("q".to_owned()),
        ..NewStep::default()
    };
    trial.change(|draft| draft.add_step(new)).unwrap();
    assert_eq!(trial.rows("t"), "not-applicable");
    assert_eq!(trial.rows("egen-1"), "open");
}

#[test]
fn it_is_taken_back_while_nothing_stands_on_it_and_its_number_is_not_used_again() {
    let mut trial = two_steps();
    add(&mut trial, "Ring", "", "");
    let undoing = undo_latest(&trial.events).unwrap();
    trial.take_back(undoing.what());
    assert_eq!(order(&trial), "s t");
    add(&mut trial, "Skriv", "", "");
    trial.done("egen-2", "2026-01-05").done("s", "2026-01-06");
    let held = undo_step(&trial.routine, &trial.events, &"egen-2".into());
    // The round of it first, then the step itself.
    trial.take_back(held.unwrap().what());
    let whole = undo_step(&trial.routine, &trial.events, &"egen-2".into()).unwrap();
    assert!(matches!(whole.events[0].what, What::Added { .. }));
    trial.take_back(whole.what());
    assert_eq!(order(&trial), "s t");
    let gone = trial.refusal(|draft| draft.skip(&"egen-2".into(), "nej"));
    assert_eq!(gone, Refusal::UnknownStep("egen-2".into()));
    let found = judge(
        &trial.routine,
        &CaseRef::from("A"),
        &trial.events,
        trial.today,
        None,
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_cannot_be_is_refused() {
    let mut trial = two_steps();
    let mut refused = |new: NewStep| trial.refusal(|draft| draft.add_step(new));
    let titled = || NewStep {
        title: "Ring".to_owned(),
        ..NewStep::default()
    };
    assert!(matches!(
        refused(NewStep::default()),
        Refusal::TextMissing(_)
    ));
    let (to, after) = (Some(day("2025-12-31")), Some("x".into()));
    assert!(matches!(
        refused(NewStep { to, ..titled() }),
        Refusal::HasPassed { .. }
    ));
    assert!(matches!(
        refused(NewStep { after, ..titled() }),
        Refusal::UnknownStep(_)
    ));
    let (role, phase) = (Some("x".into()), Some("x".to_owned()));
    assert!(matches!(
        refused(NewStep { role, ..titled() }),
        Refusal::UnknownRole(_)
    ));
    assert!(matches!(
        refused(NewStep { phase, ..titled() }),
        Refusal::UnknownPhase(_)
    ));
    let title = "Ring 19811228-9874".to_owned();
    assert!(matches!(
        refused(NewStep { title, ..titled() }),
        Refusal::IdentityNumber(_)
    ));
    assert!(Case::fold(&trial.events).unwrap().own.is_empty());
}
