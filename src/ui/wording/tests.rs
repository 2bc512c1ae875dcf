//! Both languages say the same things.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::language::files;
use super::{Language, Words};
use crate::domain::term::Term;

/// Every message of a language with the gaps it names.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (name, text) in files(language) {
        assert!(
            FluentResource::try_new((*text).to_owned()).is_ok(),
            "{name}.ftl in {language:?} cannot be read"
        );
        let mut current = String::new();
        for line in text.lines() {
            let starts_message = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once('=').filter(|_| starts_message) {
                current = id.trim().to_owned();
                let before = found.insert(current.clone(), BTreeSet::new());
                assert!(before.is_none(), "{current} is there twice in {language:?}");
            }
            let gaps = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                rest.split_at(end.unwrap_or(rest.len())).0.to_owned()
            });
            if let Some(known) = found.get_mut(&current) {
                known.extend(gaps);
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_ids_with_the_same_gaps() {
    let (swedish, english) = (messages(Language::Swedish), messages(Language::English));
    let only = |a: &BTreeMap<_, _>, b: &BTreeMap<String, _>| -> Vec<String> {
        a.keys()
            .filter(|id| !b.contains_key(*id))
            .cloned()
            .collect()
    };
    assert_eq!(only(&swedish, &english), [""; 0], "only in Swedish");
    assert_eq!(only(&english, &swedish), [""; 0], "only in English");
    assert!(
        swedish.len() > 100,
        "the reader of this test reads the files"
    );
    for (id, gaps) in &swedish {
        assert_eq!(gaps, &english[id], "gaps of {id}");
    }
}

#[test]
fn both_languages_have_the_same_files() {
    let names = |language| {
        files(language)
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(Language::Swedish), names(Language::English));
}

#[test]
fn an_id_without_words_is_shown_as_it_is() {
    let words = Words::new(Language::Swedish);
    assert_eq!(words.say("no-such-id"), "no-such-id");
    assert!(!words.knows("no-such-id"));
    assert!(words.knows("date"));
}

#[test]
fn what_stands_in_a_gap_is_never_read_as_wording() {
    let words = Words::new(Language::Swedish);
    let said = say!(words, "waits-date", title = "{ yes } \u{2068}");
    assert_eq!(said, "datum saknas: { yes } \u{2068}");
}

#[test]
fn the_language_follows_the_locale() {
    for (locale, language) in [
        (Some("en-GB"), Language::English),
        (Some("en_US.UTF-8"), Language::English),
        (Some("sv-SE"), Language::Swedish),
        (Some("C"), Language::Swedish),
        (Some("enm"), Language::Swedish),
        (None, Language::Swedish),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale:?}");
    }
}

#[test]
fn one_and_many_of_every_unit() {
    let (sv, en) = (Words::new(Language::Swedish), Words::new(Language::English));
    for (term, swedish, english) in [
        ("1 day", "1 dag", "1 day"),
        ("2 weeks", "2 veckor", "2 weeks"),
        ("1 month", "1 månad", "1 month"),
        ("3 months", "3 månader", "3 months"),
        ("2 years", "2 år", "2 years"),
        ("1 workday", "1 arbetsdag", "1 working day"),
        ("10 workdays", "10 arbetsdagar", "10 working days"),
    ] {
        let term = Term::parse(term).unwrap();
        assert_eq!(sv.say(term.message()), swedish);
        assert_eq!(en.say(term.message()), english);
        assert_eq!(
            Term::parse(&sv.say(term.message())),
            Ok(term),
            "can be typed back"
        );
    }
}
