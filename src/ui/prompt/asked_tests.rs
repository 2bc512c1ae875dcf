//! The other end of the tests in a pseudo-terminal, each with one prompt.

use std::rc::Rc;
use std::time::Duration;

use super::super::{Asked, Dialog, LetterChoice, Prompt, Typed};
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

/// Works for a while, in which somebody types, and asks then.
#[expect(
    clippy::print_stdout,
    reason = "this end of the test is read from the terminal"
)]
fn late<T>(ask: impl FnOnce(&str) -> Asked<T>) -> Asked<T> {
    println!("{QUESTION}");
    std::thread::sleep(Duration::from_millis(500));
    ask("Och sedan?")
}

fn is_not_no(text: &str) -> Result<(), String> {
    match text {
        "nej" => Err("inte nej".to_owned()),
        _ => Ok(()),
    }
}

fn lettered() -> [LetterChoice; 4] {
    let texts = [
        ("vidare", false),
        ("m mer", true),
        ("k klart", false),
        ("ö ny tid", false),
    ];
    texts.map(|(text, at_once)| LetterChoice::of(text, at_once))
}

fn asks_at_length() -> Asked<usize> {
    let question = format!("{QUESTION} Frågan är längre än raden, så den bryts vid ord.");
    let options = ["klart", "Överlämningskonferens med alla som har varit med"];
    dialog().select(&question, &options.map(str::to_owned), 0)
}

fn lines(has_fields: bool) -> Typed {
    Typed::at_keyboard(words(), has_fields)
}

macro_rules! asked {
    ($($name:ident: $asked:expr,)*) => {$(
        #[test]
        #[ignore = "run by the tests above in a pseudo-terminal"]
        fn $name() {
            tell($asked);
        }
    )*};
}

asked! {
    select: dialog().select(QUESTION, &options(), 0),
    letters: dialog().letters(QUESTION, &lettered()),
    long: asks_at_length(),
    search: dialog().search(QUESTION, &options()),
    select_many: dialog().select_many(QUESTION, &options(), &[]),
    text: dialog().text(QUESTION, None, &is_not_no),
    plain_text: lines(true).text(QUESTION, None, &|_| Ok(())),
    whole_lines: lines(false).text(QUESTION, None, &|_| Ok(())),
    late_menu: late(|question| dialog().select(question, &options(), 0)),
    late_search: late(|question| dialog().search(question, &options())),
    late_field: late(|question| dialog().text(question, None, &|_| Ok(()))),
    late_number: late(|question| lines(false).select(question, &options(), 0)),
    confirm: dialog().confirm(QUESTION, None),
    numbered: lines(false).select(QUESTION, &options(), 0),
}
