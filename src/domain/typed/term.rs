//! Lengths of time and intervals as people type them: "två veckor", "2 v", "varannan vecka", "en gång i månaden".

use crate::domain::{
    signs::undotted,
    term::{Term, TermError, Unit},
};

/// One to twelve, and fourteen; how many, and which.
const NUMBERS: [(u32, &[&str], &[&str]); 13] = [
    (1, &["en", "ett", "one", "a"], &[]),
    (2, &["tva", "two"], &["andra", "second", "other"]),
    (3, &["tre", "three"], &["tredje", "third"]),
    (4, &["fyra", "four"], &["fjarde", "fourth"]),
    (5, &["fem", "five"], &["femte", "fifth"]),
    (6, &["sex", "six"], &["sjatte", "sixth"]),
    (7, &["sju", "seven"], &["sjunde", "seventh"]),
    (8, &["atta", "eight"], &["attonde", "eighth"]),
    (9, &["nio", "nine"], &["nionde", "ninth"]),
    (10, &["tio", "ten"], &["tionde", "tenth"]),
    (11, &["elva", "eleven"], &["elfte", "eleventh"]),
    (12, &["tolv", "twelve"], &["tolfte", "twelfth"]),
    (14, &["fjorton", "fourteen"], &["fjortonde", "fourteenth"]),
];

impl Term {
    /// A length of time, or how often something comes again, in Swedish or English. Routines are read by
    /// [`Term::parse`] alone.
    ///
    /// # Errors
    /// No such time, none at all, or more than a hundred years.
    pub fn typed(text: &str) -> Result<Self, TermError> {
        let text = undotted(text);
        let text = text.trim();
        // "2v" is "2 v".
        let digits = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let (count, rest) = text.split_at(text.len() - digits.len());
        let words: Vec<&str> = [count]
            .into_iter()
            .chain(rest.split_whitespace())
            .filter(|word| !word.is_empty())
            .collect();
        let once = [["en", "gang"], ["1", "gang"]];
        let once = once.iter().find_map(|once| words.strip_prefix(once));
        match once.or_else(|| words.strip_prefix(&["once"])) {
            Some(["i" | "om" | "per" | "a" | "an", unit]) => of(1, unit),
            Some(rest) => often(rest),
            None => match words[..] {
                [count, unit] if count_named(count).is_some() => long(count, unit),
                _ => often(&words),
            },
        }
    }
}

/// How often: "varje vecka", "var tredje vecka", "every two weeks".
fn often(words: &[&str]) -> Result<Term, TermError> {
    match words {
        ["daily" | "dagligen"] => of(1, "dag"),
        ["weekly" | "veckovis"] => of(1, "vecka"),
        ["monthly" | "manadsvis"] => of(1, "manad"),
        ["yearly" | "arligen"] => of(1, "ar"),
        ["varannan" | "vartannat", unit] => of(2, unit),
        ["varje" | "var" | "vart" | "every" | "each", unit] => of(1, unit),
        ["var" | "vart" | "varje" | "every" | "each", which, unit] => {
            let is_named = |(_, _, order): &&(u32, &[&str], &[&str])| order.contains(which);
            match NUMBERS.iter().find(is_named) {
                Some((count, ..)) => of(*count, unit),
                None => long(which, unit),
            }
        }
        _ => Err(TermError::NotATerm),
    }
}

fn long(count: &str, unit: &str) -> Result<Term, TermError> {
    of(count_named(count).ok_or(TermError::NotATerm)?, unit)
}

fn of(count: u32, unit: &str) -> Result<Term, TermError> {
    Term::new(count, unit_named(unit).ok_or(TermError::NotATerm)?)
}

fn unit_named(word: &str) -> Option<Unit> {
    Some(match word {
        "d" | "dagen" => Unit::Day,
        "v" | "w" | "veckan" => Unit::Week,
        "man" | "manaden" => Unit::Month,
        "aret" => Unit::Year,
        other => return Unit::parse(other),
    })
}

/// A number in digits or, a small one, in letters. One too large to count is more than any time lasts.
fn count_named(word: &str) -> Option<u32> {
    let are_digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let named = NUMBERS.iter().find(|(_, count, _)| count.contains(&word));
    match named {
        Some((count, ..)) => Some(*count),
        None => are_digits.then(|| word.parse().unwrap_or(u32::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_as_people_type_them() {
        for (text, term) in [
            ("3 veckor", "3 weeks"),
            ("två veckor", "2 weeks"),
            ("2 v", "2 weeks"),
            ("2v", "2 weeks"),
            ("Varannan vecka", "2 weeks"),
            ("varje månad", "1 month"),
            ("var månad", "1 month"),
            ("var tredje vecka", "3 weeks"),
            ("vartannat år", "2 years"),
            ("var fjortonde dag", "14 days"),
            ("en gång i månaden", "1 month"),
            ("1 gång per vecka", "1 week"),
            ("en gång varannan vecka", "2 weeks"),
            ("ett halvår", ""),
            ("two weeks", "2 weeks"),
            ("a month", "1 month"),
            ("every week", "1 week"),
            ("every other week", "2 weeks"),
            ("every third month", "3 months"),
            ("every two weeks", "2 weeks"),
            ("once a month", "1 month"),
            ("once every two weeks", "2 weeks"),
            ("monthly", "1 month"),
            ("5 arbetsdagar", "5 workdays"),
            ("två gånger i månaden", ""),
            ("ibland", ""),
            ("", ""),
            ("-1 vecka", ""),
            ("1.5 veckor", ""),
            ("99999999999 dagar", ""),
            ("2", ""),
        ] {
            let read = Term::typed(text).map(|term| term.to_string());
            assert_eq!(read.unwrap_or_default(), term, "{text}");
        }
        assert_eq!(Term::typed("0 dagar"), Err(TermError::Zero));
        assert_eq!(Term::typed("99999999999 dagar"), Err(TermError::TooLong));
    }
}
