//! Typed questions take what people type and say what they cannot take.

use std::rc::Rc;

use super::scripted::{CTRL_C, typed};
use crate::ui::captured::Stream;
use crate::ui::prompt::{Prompt, Typed, Unasked};
use crate::ui::wording::{Language, Words};

fn asking(lines: &[&str]) -> (Typed, Stream) {
    let out = Stream::default();
    let words = Rc::new(Words::new(Language::Swedish));
    (typed(lines, words, out.clone()), out)
}

fn options() -> Vec<String> {
    ["klart", "inte aktuellt", "ny tid"]
        .map(str::to_owned)
        .to_vec()
}

#[test]
fn a_choice_is_a_number_or_words_that_fit_one_option() {
    let (mut prompt, out) = asking(&["4", "t", "2"]);
    assert_eq!(
        prompt
            .select("Vad\u{1b}[2J gäller?", &options(), 0)
            .unwrap(),
        1
    );
    insta::assert_snapshot!(out.text(), @r"
    Vad[2J gäller?
      1 klart
      2 inte aktuellt
      3 ny tid
    Skriv en siffra (1–3), Enter = 1: Skriv en siffra mellan 1 och 3.
    Skriv en siffra (1–3), Enter = 1: Det passar flera: klart · inte aktuellt · ny tid. Skriv hela alternativet, eller dess siffra om det har en.
    Skriv en siffra (1–3), Enter = 1:
    ");
    for (line, place) in [("ny", 2), ("Inte", 1), ("", 0)] {
        assert_eq!(asking(&[line]).0.select("?", &options(), 0).unwrap(), place);
    }
}

#[test]
fn options_that_are_numbers_are_called_by_their_texts_alone() {
    let counts = ["0", "1", "2"].map(str::to_owned);
    let (mut prompt, out) = asking(&["3", "1"]);
    assert_eq!(prompt.select("Hur många?", &counts, 2).unwrap(), 1);
    insta::assert_snapshot!(out.text(), @r"
    Hur många?
      0
      1
      2
    Skriv ett av alternativen, Enter = 2: Skriv ett av alternativen, helt utskrivet.
    Skriv ett av alternativen, Enter = 2:
    ");
    assert_eq!(
        asking(&["2,0"]).0.select_many("?", &counts, &[]).unwrap(),
        [0, 2]
    );
    assert_eq!(asking(&[""]).0.select("?", &counts, 2).unwrap(), 2);
}

#[test]
fn a_question_without_options_is_left_and_not_asked_for_ever() {
    let (mut prompt, _) = asking(&["1", "1"]);
    assert!(matches!(
        prompt.select("?", &[], 0),
        Err(Unasked::Interrupted)
    ));
}

#[test]
fn several_choices_in_any_order_or_none() {
    let many = |line, chosen: &[usize]| {
        asking(&[line])
            .0
            .select_many("?", &options(), chosen)
            .unwrap()
    };
    assert_eq!(many("3, 1,3", &[]), [0, 2]);
    assert_eq!(many("", &[1]), [1]);
    assert_eq!(many("0", &[1]), [0; 0]);
}

#[test]
fn a_text_is_checked_until_it_passes() {
    let (mut prompt, out) = asking(&["", " nej ", " åäö "]);
    let check = |text: &str| match text {
        "åäö" => Ok(()),
        _ => Err(format!("inte ”{text}”")),
    };
    assert_eq!(prompt.text("Vem?", None, &check).unwrap(), "åäö");
    assert_eq!(out.text(), "Vem?: inte ””\nVem?: inte ”nej”\nVem?: ");
    let (mut prompt, _) = asking(&[""]);
    assert_eq!(prompt.text("Vem?", Some("åäö"), &check).unwrap(), "åäö");
}

#[test]
fn yes_and_no_in_both_languages() {
    for (line, answer) in [
        ("ja", true),
        ("Y", true),
        ("nej", false),
        ("no", false),
        ("", true),
    ] {
        assert_eq!(
            asking(&["kanske", line])
                .0
                .confirm("Stämmer det?", Some(true))
                .unwrap(),
            answer
        );
    }
}

#[test]
fn ctrl_c_and_the_end_of_input_leave_every_question() {
    for lines in [&[CTRL_C][..], &[]] {
        let ask = || asking(lines).0;
        let left = [
            ask().select("?", &options(), 0).map(drop),
            ask().search("?", &options()).map(drop),
            ask().select_many("?", &options(), &[]).map(drop),
            ask().text("?", None, &|_| Ok(())).map(drop),
            ask().confirm("?", None).map(drop),
        ];
        for answer in left {
            assert!(matches!(answer, Err(Unasked::Interrupted)));
        }
    }
}
