//! Lengths of time and intervals as people type them: "två veckor", "2 v", "varannan vecka", "en gång i månaden".

use super::words::{self, parts};
use crate::domain::{
    signs::undotted,
    term::{Term, TermError, Unit},
};

impl Term {
    /// A length of time, or how often something comes again, in Swedish or English. Routines are read by
    /// [`Term::parse`] alone.
    ///
    /// # Errors
    /// No such time, none at all, or more than a hundred years.
    pub fn typed(text: &str) -> Result<Self, TermError> {
        let text = undotted(text);
        match parts(&text)[..] {
            ["en" | "1", "gang", "i" | "om" | "per", unit] | ["once", "a" | "an", unit] => {
                of(1, unit)
            }
            ["en" | "1", "gang", ref rest @ ..] | ["once", ref rest @ ..] => often(rest),
            ref all => match length(all) {
                Err(TermError::NotATerm) => often(all),
                read => read,
            },
        }
    }
}

/// "Varje vecka", "var tredje vecka", "every two weeks".
fn often(words: &[&str]) -> Result<Term, TermError> {
    match words {
        ["daily" | "dagligen"] => of(1, "dag"),
        ["weekly" | "veckovis"] => of(1, "vecka"),
        ["monthly" | "manadsvis"] => of(1, "manad"),
        ["yearly" | "arligen"] => of(1, "ar"),
        ["varannan" | "vartannat", unit] => of(2, unit),
        [
            "varje" | "var" | "vart" | "every" | "each",
            which @ ..,
            unit,
        ] => match which {
            [] => of(1, unit),
            [which] => words::order(which).map_or_else(|| length(&words[1..]), |n| of(n, unit)),
            _ => Err(TermError::NotATerm),
        },
        _ => Err(TermError::NotATerm),
    }
}

/// "2 veckor", "en månad". A number too large to count is more than any time lasts.
pub(super) fn length(words: &[&str]) -> Result<Term, TermError> {
    let [count, unit] = words else {
        return Err(TermError::NotATerm);
    };
    match words::count(count) {
        Some(count) => of(count, unit),
        None if count.bytes().all(|byte| byte.is_ascii_digit()) => {
            of(count.parse().unwrap_or(u32::MAX), unit)
        }
        None => Err(TermError::NotATerm),
    }
}

fn of(count: u32, unit: &str) -> Result<Term, TermError> {
    let unit = match unit {
        "d" | "dagen" => Some(Unit::Day),
        "v" | "w" | "veckan" => Some(Unit::Week),
        "man" | "manaden" => Some(Unit::Month),
        "aret" => Some(Unit::Year),
        other => Unit::parse(other),
    };
    Term::new(count, unit.ok_or(TermError::NotATerm)?)
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
