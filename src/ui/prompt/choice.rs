//! Which option was meant by what was typed. What may mean two is never guessed.

use crate::domain::signs::undotted;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    Unknown,
    /// Several fit: their places.
    Ambiguous(Vec<usize>),
}

/// How many options are chosen, and how they are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChoiceKind {
    One,
    /// One among many, found by what any part of it holds. Nothing is recorded by it.
    Search,
    Several,
}

/// The options that were meant, by their places in order.
pub(super) fn meant(
    typed: &str,
    options: &[String],
    kind: ChoiceKind,
) -> Result<Vec<usize>, Wrong> {
    let one = match kind {
        ChoiceKind::One => place_of(typed, options),
        ChoiceKind::Search => narrowed(typed, options),
        ChoiceKind::Several => return places_of(typed, options),
    };
    one.map(|place| vec![place])
}

/// Whether options are called by their places too: not where one is a number itself.
pub(super) fn are_numbered(options: &[String]) -> bool {
    let is_number = |text: &String| {
        text.contains(|c: char| c.is_numeric()) && !text.contains(char::is_alphabetic)
    };
    !options.iter().any(is_number)
}

/// What a place is typed as.
pub(super) fn name(place: usize, options: &[String]) -> String {
    match options.get(place) {
        Some(option) if !are_numbered(options) => option.clone(),
        _ => (place + 1).to_string(),
    }
}

/// The option that was typed: its whole text, the same in other letters, its number, or what it begins with and no
/// other holds: whole words, or three letters. A letter may be a slip, and what stands further in say the opposite.
fn place_of(typed: &str, options: &[String]) -> Result<usize, Wrong> {
    let folded = undotted(typed);
    let number = typed.parse().ok().and_then(|n: usize| n.checked_sub(1));
    let number = number.filter(|_| are_numbered(options));
    let fits = |way: usize, place: usize, option: &str| match way {
        0 => option == typed,
        1 => option.to_lowercase() == typed.to_lowercase(),
        2 => undotted(option) == folded,
        _ => number == Some(place),
    };
    for way in 0..=3 {
        let options = options.iter().map(|option| option.trim()).enumerate();
        let fitting = options.filter(|(place, option)| fits(way, *place, option));
        let fitting: Vec<usize> = fitting.map(|(place, _)| place).collect();
        match fitting[..] {
            [] => {}
            [place] => return Ok(place),
            _ => return Err(Wrong::Ambiguous(fitting)),
        }
    }
    match holding(&folded, options)[..] {
        [place]
            if options
                .get(place)
                .is_some_and(|option| begins(option, &folded)) =>
        {
            Ok(place)
        }
        [] | [_] => Err(Wrong::Unknown),
        ref several => Err(Wrong::Ambiguous(several.to_vec())),
    }
}

/// The same among many that are narrowed down by what any of them holds: where nothing is recorded.
fn narrowed(typed: &str, options: &[String]) -> Result<usize, Wrong> {
    place_of(typed, options).or_else(|wrong| match holding(&undotted(typed), options)[..] {
        [place] => Ok(place),
        _ => Err(wrong),
    })
}

/// Which options hold what was typed; a number is none of them in part.
fn holding(folded: &str, options: &[String]) -> Vec<usize> {
    let may_be_part = !folded.is_empty() && folded.parse::<usize>().is_err();
    let options = options.iter().enumerate();
    let held = options.filter(|(_, option)| may_be_part && undotted(option).contains(folded));
    held.map(|(place, _)| place).collect()
}

/// As many letters as mean a longer word.
const LETTERS: usize = 3;

fn begins(option: &str, folded: &str) -> bool {
    let option = undotted(option.trim());
    let is_long = folded.chars().count() >= LETTERS;
    let rest = option.strip_prefix(folded);
    rest.is_some_and(|rest| is_long || !rest.starts_with(char::is_alphanumeric))
}

/// The options that were typed with commas between, in order; none is 0 where they are numbered, else a dash.
fn places_of(typed: &str, options: &[String]) -> Result<Vec<usize>, Wrong> {
    // A text may hold a comma itself.
    let typed = typed.trim();
    match place_of(typed, options) {
        Ok(place) => return Ok(vec![place]),
        Err(Wrong::Unknown) if typed == "-" || typed == "0" && are_numbered(options) => {
            return Ok(Vec::new());
        }
        Err(wrong) if !typed.contains(',') => return Err(wrong),
        Err(_) => {}
    }
    let parts = typed.split(',').map(|part| place_of(part.trim(), options));
    let mut places = parts.collect::<Result<Vec<usize>, Wrong>>()?;
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(typed: &str, options: &[&str]) -> Result<usize, Wrong> {
        let options: Vec<String> = options.iter().map(|text| (*text).to_owned()).collect();
        place_of(typed, &options)
    }

    #[test]
    fn a_number_that_is_an_option_is_that_option() {
        let counts = ["0", "1", "2"];
        assert_eq!(place("1", &counts), Ok(1));
        assert_eq!(place("0", &counts), Ok(0));
        assert_eq!(place("3", &counts), Err(Wrong::Unknown));
        // Nor is the beginning of a number that number.
        assert_eq!(place("1", &["10", "25"]), Err(Wrong::Unknown));
        assert_eq!(place("2", &["1–3", "4 eller fler"]), Err(Wrong::Unknown));
        assert_eq!(place("4", &["1–3", "4 eller fler"]), Err(Wrong::Unknown));
        assert_eq!(place("1–3", &["1–3", "4 eller fler"]), Ok(0));
        assert_eq!(place("2", &["2026-001 · sent", "2026-002 · sent"]), Ok(1));
    }

    #[test]
    fn a_whole_text_wins_over_one_that_holds_it() {
        assert_eq!(place("klart", &["inte klart", "klart"]), Ok(1));
        assert_eq!(place("Klart", &["inte klart", "klart", "klarna"]), Ok(1));
        assert_eq!(place("inte", &["inte klart", "klart"]), Ok(0));
    }

    #[test]
    fn what_fits_two_is_none() {
        let capitals = ["ja", "JA", "nej"];
        assert_eq!(place("JA", &capitals), Ok(1));
        assert_eq!(place("Ja", &capitals), Err(Wrong::Ambiguous(vec![0, 1])));
        assert_eq!(
            place("e", &["nej", "vet", "ja"]),
            Err(Wrong::Ambiguous(vec![0, 1]))
        );
        assert_eq!(place("", &["nej"]), Err(Wrong::Unknown));
        let letters = ["hall", "håll"];
        assert_eq!(place("HÅLL", &letters), Ok(1));
        assert_eq!(place("hall", &letters), Ok(0));
    }

    #[test]
    fn a_letter_or_a_word_further_in_is_no_answer() {
        let options = ["ja", "nej", "vet inte"];
        for typed in [
            "v", "a", "et inte", "inte", "ve", "1|2", "ja|nej", "ja nej", "-", "|",
        ] {
            assert_eq!(place(typed, &options), Err(Wrong::Unknown), "{typed}");
        }
        assert_eq!(place("vet i", &options), Ok(2));
        assert_eq!(
            place("klart", &["inte klart", "pågår"]),
            Err(Wrong::Unknown)
        );
        let cases = ["2026-001 · sent", "2026-012 · sent"].map(str::to_owned);
        assert_eq!(narrowed("-012", &cases), Ok(1));
        assert_eq!(
            narrowed("2026-0", &cases),
            Err(Wrong::Ambiguous(vec![0, 1]))
        );
    }

    #[test]
    fn several_are_typed_with_commas_between() {
        let many = |typed: &str, options: &[&str]| {
            let options: Vec<String> = options.iter().map(|text| (*text).to_owned()).collect();
            places_of(typed, &options)
        };
        assert_eq!(
            many("hem, skola", &["hem, skola", "hem", "skola"]),
            Ok(vec![0])
        );
        assert_eq!(
            many("skola, hem", &["hem, skola", "hem", "skola"]),
            Ok(vec![1, 2])
        );
        assert_eq!(many("2,0", &["0", "1", "2"]), Ok(vec![0, 2]));
        assert_eq!(many("0", &["0", "1", "2"]), Ok(vec![0]));
        assert_eq!(many("0", &["a", "b"]), Ok(vec![]));
        assert_eq!(many("-", &["0", "1"]), Ok(vec![]));
        assert_eq!(many("1,x", &["a", "b"]), Err(Wrong::Unknown));
    }
}
