//! The other end of the tests in a pseudo-terminal, each with one prompt.

use std::rc::Rc;
use std::time::Duration;

use super::super::{Asked, Dialog, Prompt, Typed};
use crate::ui::wording::{Language, Words};

const QUESTION: &str = "Vad gäller nu?";

fn words() -> Rc<Words> {
    Rc::new(Words::new(Language::Swedish))
}

fn options() -> Vec<String> {
    ["klart", "överhoppat", "ny tid"]
        .map(str::to_owned)
        .to_vec()
}

fn dialog() -> Dialog {
    Dialog::new(false, words())
}

#[expect(
    clippy::print_stdout,
    reason = "this end of the test is read from the terminal"
)]
fn tell<T: std::fmt::Debug>(answer: Asked<T>) {
    println!("svar: {answer:?}");
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn select() {
    tell(dialog().select(QUESTION, &options(), 0));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn long() {
    let question = format!("{QUESTION} Frågan är längre än raden, så den bryts vid ord.");
    let options = ["klart", "Överlämningskonferens med alla som har varit med"];
    tell(dialog().select(&question, &options.map(str::to_owned), 0));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn search() {
    tell(dialog().search(QUESTION, &options()));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn select_many() {
    tell(dialog().select_many(QUESTION, &options(), &[]));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn text() {
    let check = |text: &str| match text {
        "nej" => Err("inte nej".to_owned()),
        _ => Ok(()),
    };
    tell(dialog().text(QUESTION, None, &check));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn plain_text() {
    tell(Typed::at_keyboard(words(), true).text(QUESTION, None, &|_| Ok(())));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn whole_lines() {
    tell(Typed::at_keyboard(words(), false).text(QUESTION, None, &|_| Ok(())));
}

/// Works for a while, in which somebody types, and asks then.
#[expect(
    clippy::print_stdout,
    reason = "this end of the test is read from the terminal"
)]
fn late<T: std::fmt::Debug>(ask: impl FnOnce(&str) -> Asked<T>) {
    println!("{QUESTION}");
    std::thread::sleep(Duration::from_millis(500));
    tell(ask("Och sedan?"));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn late_menu() {
    late(|question| dialog().select(question, &options(), 0));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn late_search() {
    late(|question| dialog().search(question, &options()));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn late_field() {
    late(|question| dialog().text(question, None, &|_| Ok(())));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn late_number() {
    late(|question| Typed::at_keyboard(words(), false).select(question, &options(), 0));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn confirm() {
    tell(dialog().confirm(QUESTION, None));
}

#[test]
#[ignore = "run by the tests above in a pseudo-terminal"]
fn numbered() {
    tell(Typed::at_keyboard(words(), false).select(QUESTION, &options(), 0));
}
