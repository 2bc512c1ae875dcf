//! Due rules and conditions as words that a claim can name one by one.

use serde_json::Value;

use super::shown::{list, strings, text};

/// `source before placering` · `local after inskrivning 2-week opens-1-week akut=yes` · `source every 6-month from
/// placering until avslut`: one text for each rule of a step, those within `first_of` and `last_of` too.
pub(crate) fn in_words(due: &Value) -> Vec<String> {
    if let Some(several) = due.as_array() {
        return several.iter().flat_map(in_words).collect();
    }
    for key in ["first_of", "last_of"] {
        if due[key].is_array() {
            let entries = in_words(&due[key]).into_iter();
            let when = tests(&due["when"]).join(" ");
            return entries.map(|rule| format!("{rule} {key} {when}")).collect();
        }
    }
    if due.is_object() {
        vec![rule(due)]
    } else {
        Vec::new()
    }
}

/// Where the rules say that they are stated; not the local ones.
pub(crate) fn cites(due: &Value) -> Vec<&str> {
    let several = [due, &due["first_of"], &due["last_of"]].into_iter();
    let entries = several
        .filter_map(Value::as_array)
        .flatten()
        .flat_map(cites);
    let stated = matches!(due["basis"].as_str(), Some("source" | "law"));
    let own = stated.then(|| text(due, "cite"));
    entries.chain(own).collect()
}

fn rule(due: &Value) -> String {
    let mut words = vec![due["basis"].as_str().unwrap_or("local").to_owned()];
    for key in ["on", "before", "after", "answer", "every", "from", "until"] {
        if due[key].is_null() {
            continue;
        }
        words.push(key.to_owned());
        words.push(anchor(&due[key]));
    }
    if let Some(term) = due["term"].as_str() {
        words.push(hyphened(term));
    }
    words.extend(strings(due, "terms").map(hyphened));
    words.extend(strings(due, "each").map(|each| format!("each-{each}")));
    words.extend(strings(due, "each_year").map(|mark| format!("each-{mark}")));
    if let Some(earliest) = due["earliest"].as_str() {
        words.extend(["opens".to_owned(), format!("opens-{}", hyphened(earliest))]);
    }
    words.extend(due["roll"].as_str().map(|roll| format!("roll-{roll}")));
    words.extend(due["counted"].as_str().map(str::to_owned));
    for key in ["or_at_once", "at_least_once", "promptly"] {
        if due[key] == true {
            words.push(key.to_owned());
        }
    }
    words.extend(tests(&due["when"]));
    words.join(" ")
}

fn anchor(value: &Value) -> String {
    if let Some(plain) = value.as_str() {
        return hyphened(plain);
    }
    let named = |key: &str| value[key].as_str().map(|id| (key.to_owned(), id));
    match ["step", "answer", "planned"].into_iter().find_map(named) {
        Some((key, id)) => format!("{key}:{id}"),
        None => String::new(),
    }
}

/// `6 months` is `6-month`; an id stays as it is.
fn hyphened(term: &str) -> String {
    match term.split_once(' ') {
        Some((number, unit)) => format!("{number}-{}", unit.trim_end_matches('s')),
        None => term.to_owned(),
    }
}

/// What a condition looks at: `skolbyte=yes`, `trigger=enstaka`, `not trigger=enstaka`, `step=1`.
pub(crate) fn tests(condition: &Value) -> Vec<String> {
    for key in ["all", "any"] {
        if condition[key].is_array() {
            return list(condition, key).iter().flat_map(tests).collect();
        }
    }
    if condition["not"].is_object() {
        let inner = tests(&condition["not"]).into_iter();
        return inner.map(|test| format!("not {test}")).collect();
    }
    for key in ["trigger", "step", "date"] {
        if condition[key].is_string() {
            return vec![format!("{key}={}", text(condition, key))];
        }
    }
    let question = text(condition, "question");
    let is = strings(condition, "is").chain(strings(condition, "in"));
    let is = is.map(|answer| format!("{question}={answer}"));
    let is_not = strings(condition, "is_not").map(|answer| format!("{question}!={answer}"));
    is.chain(is_not).collect()
}

/// Whether a rule has all words of the pattern; of words with `|` between them one is enough.
pub(crate) fn fits(rule: &str, pattern: &str) -> bool {
    let has = |word: &str| rule.split(' ').any(|own| own == word);
    pattern
        .split_whitespace()
        .all(|words| words.split('|').any(has))
}

#[test]
fn rules_are_told_in_words() {
    let due = serde_json::json!([
        { "before": "avslut", "term": "8 weeks", "or_at_once": true },
        { "first_of": [
            { "after": { "step": "malmote" }, "term": "3 weeks", "basis": "source" },
            { "on": { "planned": "natverksmote" } }
        ] }
    ]);
    let rules = in_words(&due);
    assert!(fits(&rules[0], "local before avslut 8-week or_at_once"));
    assert!(fits(&rules[1], "source after step:malmote 3-week"));
    assert!(fits(&rules[2], "on planned:natverksmote|natverksmote"));
    assert!(!fits(&rules[1], "local"));
}
