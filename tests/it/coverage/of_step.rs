//! What can be claimed of a step.

use serde_json::Value;

use super::rules;
use super::shown::{Step, list, roles, strings, text};
use super::table::Row;
use super::words::{patterns, says, unmet};

/// The patterns of a claim that do not hold of the step.
pub(crate) fn missing(name: &str, claim: &str, step: &Step, row: &Row) -> Vec<String> {
    let one_of =
        |people: &[&str], pattern: &str| pattern.split('|').any(|role| people.contains(&role));
    match name {
        "text" => unmet(claim, |pattern| {
            step.texts().iter().any(|(_, text)| says(text, pattern))
        }),
        "title" | "purpose" | "law" => unmet(claim, |pattern| says(text(step.own, name), pattern)),
        "phase" => unmet(claim, |pattern| says(step.phase_title(), pattern)),
        "documents" => unmet(claim, |pattern| {
            step.documents().iter().any(|title| says(title, pattern))
        }),
        "parts" => parts(claim, row.claim("part_owner"), step),
        "part_owner" => Vec::new(),
        "owner" => same_people(claim, &step.owners()),
        "agreed" => same_people(claim, &step.candidates()),
        "proposed" => unmet(claim, |role| text(step.own, "proposed") == role),
        "people" => unmet(claim, |pattern| one_of(&step.people(), pattern)),
        "invited" => unmet(claim, |pattern| one_of(&step.participants(), pattern)),
        "invited_when" => unmet(claim, |pattern| is_invited_when(step, pattern)),
        "due" => unmet(claim, |pattern| is_due(&step.rules(), pattern)),
        "cite" => unmet(claim, |pattern| {
            rules::cites(&step.own["due"])
                .iter()
                .any(|cite| says(cite, pattern))
        }),
        "when" => unmet(claim, |test| {
            step.conditions().iter().any(|own| own == test)
        }),
        "part_when" => unmet(claim, |test| {
            step.part_conditions().iter().any(|own| own == test)
        }),
        "always" => unmet(claim, |_| step.conditions().is_empty()),
        "gated" => unmet(claim, |question| {
            let tests = [step.gates(), step.part_conditions()].concat();
            tests
                .iter()
                .any(|test| test.starts_with(&format!("{question}=")))
        }),
        "ungated" => unmet(claim, |question| {
            !step.gates().iter().any(|test| test.starts_with(question))
        }),
        "asks" => unmet(claim, |question| step.asked().contains(&question)),
        "counts" => unmet(claim, |figure| {
            strings(step.own, "counts_as").any(|own| own == figure)
        }),
        "optional" => unmet(claim, |wanted| {
            (step.own["optional"] == true) == (wanted == "yes")
        }),
        "reopens" => unmet(claim, |pattern| is_reopened(step, pattern)),
        "closes" => unmet(claim, |test| {
            let mut outcomes = list(step.own, "outcome").iter();
            outcomes.any(|outcome| outcome["close"] == true && leads(outcome, test))
        }),
        _ => panic!("{}: no such claim as {name}", row.id),
    }
}

fn same_people(claim: &str, people: &[&str]) -> Vec<String> {
    let wanted: Vec<&str> = patterns(claim).filter(|role| *role != "nobody").collect();
    let same = wanted.len() == people.len() && wanted.iter().all(|role| people.contains(role));
    if same {
        Vec::new()
    } else {
        vec![format!("{claim}, not {people:?}")]
    }
}

/// Each pattern has a part of its own, with this owner if one is claimed.
fn parts(claim: &str, owner: &str, step: &Step) -> Vec<String> {
    let parts: Vec<&Value> = list(step.own, "item").iter().collect();
    let wanted: Vec<&str> = patterns(claim).collect();
    let fits = |part: &Value, pattern: &str| {
        let owned = owner.is_empty() || roles(part, "responsible") == [owner];
        owned && says(text(part, "title"), pattern)
    };
    if have_each_their_own(&wanted, &parts, &fits) {
        return Vec::new();
    }
    let alone = unmet(claim, |pattern| {
        parts.iter().any(|part| fits(part, pattern))
    });
    if alone.is_empty() {
        vec![format!("a part each: {claim}")]
    } else {
        alone
    }
}

fn have_each_their_own(
    wanted: &[&str],
    parts: &[&Value],
    fits: &impl Fn(&Value, &str) -> bool,
) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    (0..parts.len()).any(|at| {
        let mut others = parts.to_vec();
        let part = others.remove(at);
        fits(part, first) && have_each_their_own(rest, &others, fits)
    })
}

/// `ROLE TEST`: invited if that holds.
fn is_invited_when(step: &Step, pattern: &str) -> bool {
    let (role, test) = pattern.split_once(' ').unwrap_or((pattern, ""));
    let mut participants = list(step.own, "participants").iter();
    participants.any(|entry| {
        text(entry, "role") == role && rules::tests(&entry["when"]).iter().any(|own| own == test)
    })
}

/// `-PATTERN`: no rule may be so; `none`: there is no rule.
pub(crate) fn is_due(rules: &[String], pattern: &str) -> bool {
    if pattern == "none" {
        return rules.is_empty();
    }
    match pattern.strip_prefix('-') {
        Some(forbidden) => !rules.iter().any(|rule| rules::fits(rule, forbidden)),
        None => rules.iter().any(|rule| rules::fits(rule, pattern)),
    }
}

/// `TEST STEP STEP`: that answer opens those steps anew.
fn is_reopened(step: &Step, pattern: &str) -> bool {
    let mut words = pattern.split(' ');
    let test = words.next().unwrap_or_default();
    let wanted: Vec<&str> = words.collect();
    let mut outcomes = list(step.own, "outcome").iter();
    outcomes.any(|outcome| {
        let reopened: Vec<&str> = strings(outcome, "reopen").collect();
        leads(outcome, test) && wanted.iter().all(|step| reopened.contains(step))
    })
}

fn leads(outcome: &Value, test: &str) -> bool {
    rules::tests(&outcome["when"]).iter().any(|own| own == test)
}
