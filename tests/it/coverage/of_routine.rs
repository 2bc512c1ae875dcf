//! What can be claimed of a routine as a whole.

use serde_json::Value;

use super::rules;
use super::shown::{Shown, Step, list, strings, text};
use super::table::Row;
use super::words::{in_sentence, patterns, says, unmet};

/// The patterns of a claim that do not hold of the routine.
pub(crate) fn missing(name: &str, claim: &str, routine: &Shown, row: &Row) -> Vec<String> {
    let whole = &routine.whole;
    let says_it = |pattern: &str| routine.said.iter().any(|said| in_sentence(said, pattern));
    let has = |key: &str, id: &str| {
        list(whole, key)
            .iter()
            .find(|entry| text(entry, "id") == id)
    };
    match name {
        "text" => unmet(claim, says_it),
        "never" => unmet(claim, |pattern| !says_it(pattern)),
        "head" => unmet(claim, |pattern| {
            ["title", "summary", "notice", "owner"]
                .iter()
                .any(|key| says(text(whole, key), pattern))
        }),
        "notice" | "owner" | "step_word" => {
            unmet(claim, |pattern| says(text(whole, name), pattern))
        }
        "source" => unmet(claim, |pattern| says(&whole["source"].to_string(), pattern)),
        "revised" => unmet(claim, |day| {
            whole["source"]["revised"].as_str().unwrap_or("none") == day
        }),
        "placed_child" => unmet(claim, |wanted| {
            (whole["placed_child"] == true) == (wanted == "yes")
        }),
        "order" => in_order(
            claim,
            &routine.steps().iter().map(Step::id).collect::<Vec<_>>(),
        ),
        "phases" => in_order_said(claim, &phase_titles(whole)),
        "roles" => unmet(claim, |id| has("role", id).is_some()),
        "held" => unmet(claim, |id| {
            has("role", id).is_some_and(|role| role["must_be_held"] == true)
        }),
        "triggers" => unmet(claim, |id| has("trigger", id).is_some()),
        "key_dates" => unmet(claim, |id| has("key_date", id).is_some()),
        "at_start" => unmet(claim, |id| is_asked_at_start(whole, id)),
        "required" => in_order_exactly(claim, &required(whole)),
        "not_before" => unmet(claim, |pair| {
            let (later, sooner) = pair.split_once(' ').unwrap_or((pair, ""));
            has("key_date", later).is_some_and(|date| text(date, "not_before") == sooner)
        }),
        "question" => unmet(claim, |id| question(routine, id).is_some()),
        "options" | "kind" | "answer" => {
            let question = question(routine, row.claim("question"));
            question.map_or(vec![claim.to_owned()], |question| {
                of_question(name, claim, question)
            })
        }
        "form" => unmet(claim, |pattern| forms(whole, pattern).next().is_some()),
        "fields" => unmet(claim, |pattern| {
            is_in_form(routine, row.claim("form"), pattern)
        }),
        "every_step" => unmet(claim, |key| {
            routine.steps().iter().all(|step| match key {
                "people" => !step.people().is_empty(),
                _ => !text(step.own, key).is_empty(),
            })
        }),
        "no_stated_time" => unmet(claim, |_| {
            let mut rules = routine.steps().into_iter().flat_map(|step| step.rules());
            !rules.any(|rule| rules::fits(&rule, "source"))
        }),
        "ungated" => unmet(claim, |question| {
            let mut gates = routine.steps().into_iter().flat_map(|step| step.gates());
            !gates.any(|test| test.starts_with(question))
        }),
        _ => panic!("{}: no such claim as {name}", row.id),
    }
}

fn of_question(name: &str, claim: &str, question: &Value) -> Vec<String> {
    match name {
        "kind" => unmet(claim, |kind| text(question, "kind") == kind),
        "answer" => unmet(claim, |wanted| {
            (question["required"] != false) == (wanted == "required")
        }),
        _ => in_order_exactly(claim, &strings(question, "options").collect::<Vec<_>>()),
    }
}

fn question<'r>(routine: &'r Shown, id: &str) -> Option<&'r Value> {
    let steps = routine.steps().into_iter().map(|step| step.own);
    let places = std::iter::once(&routine.whole).chain(steps);
    let mut questions = places.flat_map(|place| list(place, "question"));
    questions.find(|question| text(question, "id") == id)
}

fn is_asked_at_start(whole: &Value, id: &str) -> bool {
    let entries = list(whole, "question")
        .iter()
        .chain(list(whole, "key_date"));
    let mut known = entries.filter(|entry| text(entry, "id") == id);
    known.any(|entry| match entry["ask"].as_str() {
        Some(ask) => ask == "at-start",
        None => !entry["kind"].is_null(),
    })
}

fn required(whole: &Value) -> Vec<&str> {
    let dates = list(whole, "key_date")
        .iter()
        .filter(|date| date["required"] == true);
    dates.map(|date| text(date, "id")).collect()
}

fn phase_titles(whole: &Value) -> Vec<&str> {
    list(whole, "phase")
        .iter()
        .map(|phase| text(phase, "title"))
        .collect()
}

/// The forms whose title says so.
fn forms<'v>(whole: &'v Value, pattern: &str) -> impl Iterator<Item = &'v Value> {
    list(whole, "document")
        .iter()
        .filter(move |form| says(text(form, "title"), pattern))
}

fn is_in_form(routine: &Shown, form: &str, pattern: &str) -> bool {
    let ids = forms(&routine.whole, form).map(|form| format!("form {} ", text(form, "id")));
    let ids: Vec<String> = ids.collect();
    let texts = routine.texts();
    let mut fields = texts
        .iter()
        .filter(|(place, _)| ids.iter().any(|id| place.starts_with(id)));
    fields.any(|(_, text)| says(text, pattern))
}

fn in_order(claim: &str, all: &[&str]) -> Vec<String> {
    let mut rest = all.iter();
    unmet_in_order(claim, |wanted| rest.any(|own| *own == wanted))
}

fn in_order_said(claim: &str, all: &[&str]) -> Vec<String> {
    let mut rest = all.iter();
    unmet_in_order(claim, |wanted| rest.any(|own| says(own, wanted)))
}

fn unmet_in_order(claim: &str, mut follows: impl FnMut(&str) -> bool) -> Vec<String> {
    patterns(claim)
        .filter(|pattern| !follows(pattern))
        .map(str::to_owned)
        .collect()
}

fn in_order_exactly(claim: &str, all: &[&str]) -> Vec<String> {
    let same = patterns(claim).eq(all.iter().copied());
    if same {
        Vec::new()
    } else {
        vec![format!("{claim}, not {all:?}")]
    }
}
