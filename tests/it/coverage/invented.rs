//! The other way round: what a routine holds and no row claims must say that it is ours or the law's.

use std::collections::BTreeSet;

use super::claims::claimed;
use super::of_step::is_due;
use super::rules;
use super::shown::{Shown, Step, list, text};
use super::table::Row;
use super::words::{in_sentence, patterns, says, sentences, words};

/// Words by which people see that something is not the routine's own.
const MARKS: [&str; 8] = [
    "^vår|^vårt|^våra+läsning|tolkning|^ord|tillägg|^råd",
    "läser vi|tolkar vi",
    "^eget|^egen|^egna",
    "^lokal",
    "inte rutinens|inte källans|inte modellens|inte materialets",
    "rutinen|källan|modellen|planen|sidan|materialet+anger|nämner|säger|namnger|^har|^ger|sätter|står+inte|inget|ingen|inga",
    "§|kap.|skollagen|^osl|^sol |^lvu",
    "^lagen|^lag |lagkrav",
];

/// Words by which the title or the notice of a step says that all of the step is ours.
const OURS: &str = "^eget steg|eget tillägg|vårt tillägg|vårt råd|inte rutinens|inte källans|inte modellens|inte materialets";

/// A sentence shorter than this says what it says with one stem of the rows; a longer one needs two.
const SHORT: usize = 9;

/// What is told by id: the array it stands in, and the claims that name it.
const TOLD_BY_ID: [(&str, &[&str]); 4] = [
    ("role", &["roles"]),
    ("key_date", &["key_dates"]),
    ("trigger", &["triggers"]),
    ("question", &["question", "at_start", "asks"]),
];

/// Places of what is neither claimed nor marked, with what stands there.
pub(crate) fn invented(rows: &[Row], routine: &Shown) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let of_whole: Vec<&Row> = rows.iter().filter(|row| row.step.is_none()).collect();
    for key in ["summary", "notice"] {
        let sentences = unaccounted(text(&routine.whole, key), &of_whole);
        found.extend(sentences.map(|sentence| (key.to_owned(), sentence)));
    }
    for (kind, claims) in TOLD_BY_ID {
        for entry in list(&routine.whole, kind) {
            let id = text(entry, "id");
            let mut claims = claims.iter();
            let known = claims.any(|claim| rows.iter().any(|row| names(row, claim, id)));
            let mut texts = ["title", "text", "help"]
                .into_iter()
                .map(|key| text(entry, key));
            if !known && !texts.any(is_marked) {
                found.push((format!("{kind} {id}"), id.to_owned()));
            }
        }
    }
    for form in list(&routine.whole, "document") {
        let (id, title) = (text(form, "id"), text(form, "title"));
        if !is_form_said(" document", title, rows) && !is_marked(title) {
            found.push((format!("form {id}"), title.to_owned()));
        }
    }
    let spoken: Vec<Vec<&str>> = rows.iter().map(|row| claimed(row, routine)).collect();
    for step in routine.steps() {
        let is_of_step = |spoken: &Vec<&str>| spoken.contains(&step.id());
        let of_step = rows
            .iter()
            .zip(&spoken)
            .filter(|(_, spoken)| is_of_step(spoken));
        let of_step: Vec<&Row> = of_step.map(|(row, _)| row).collect();
        found.extend(in_step(&step, rows, &of_whole, &of_step));
    }
    found
}

fn in_step(
    step: &Step,
    rows: &[Row],
    of_whole: &[&Row],
    of_step: &[&Row],
) -> Vec<(String, String)> {
    let place = format!("step {}", step.id());
    let is_marked = step.texts().iter().any(|(_, text)| is_marked(text));
    if of_step.is_empty() {
        let title = text(step.own, "title").to_owned();
        return (!is_marked).then_some((place, title)).into_iter().collect();
    }
    let is_named = of_step
        .iter()
        .any(|row| row.step.as_deref() == Some(step.id()));
    if !is_named
        && ["title", "notice"]
            .iter()
            .any(|key| says(text(step.own, key), OURS))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let all: Vec<&Row> = of_step.iter().chain(of_whole).copied().collect();
    for (at, text) in step.texts() {
        if !is_known_by_id(&at, rows) && !is_form_said(&at, text, rows) {
            found.extend(unaccounted(text, &all).map(|sentence| (at.clone(), sentence)));
        }
    }
    for rule in step.rules() {
        if rules::fits(&rule, "source|law") && !is_rule_claimed(&rule, of_step) {
            found.push((format!("{place} due"), rule));
        }
    }
    for gate in step.gates() {
        let (question, _) = gate.split_once('=').unwrap_or((&gate, ""));
        let is_consent = question.starts_with("samtycke");
        if is_consent && !of_step.iter().any(|row| names(row, "gated", question)) {
            found.push((format!("{place} gate {question}"), gate.clone()));
        }
    }
    for role in step.people() {
        if !of_step.iter().any(|row| is_person_claimed(row, role)) {
            found.push((format!("{place} person {role}"), role.to_owned()));
        }
    }
    found
}

/// The text of a question that a row names, or of a section of a statute.
fn is_known_by_id(at: &str, rows: &[Row]) -> bool {
    let Some((_, question)) = at.split_once(" question ") else {
        return at.ends_with(" law");
    };
    let id = question.split(' ').next().unwrap_or_default();
    rows.iter()
        .any(|row| names(row, "asks", id) || names(row, "question", id))
}

/// The sentences that neither a row nor a mark accounts for.
fn unaccounted<'t>(text: &'t str, rows: &[&'t Row]) -> impl Iterator<Item = String> {
    let sentences = sentences(text).into_iter();
    let foreign =
        sentences.filter(|sentence| !is_marked(sentence) && !is_accounted(sentence, rows));
    foreign
        .map(|sentence| sentence.trim().to_owned())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Whether patterns of the rows stand in it, whole, that name as many things as a sentence of its length should.
fn is_accounted(sentence: &str, rows: &[&Row]) -> bool {
    let lower = sentence.to_lowercase();
    let patterns = rows.iter().flat_map(|row| row.patterns());
    let said: BTreeSet<&str> = patterns
        .filter(|pattern| in_sentence(&lower, pattern))
        .flat_map(|pattern| pattern.split('+'))
        .collect();
    said.len() >= if words(sentence).len() < SHORT { 1 } else { 2 }
}

pub(crate) fn is_marked(text: &str) -> bool {
    MARKS.iter().any(|mark| says(text, mark))
}

/// The title of a form that a row of any step names.
fn is_form_said(at: &str, title: &str, rows: &[Row]) -> bool {
    let claims = ["form", "documents"].into_iter();
    let claims = claims.flat_map(|key| rows.iter().map(move |row| row.claim(key)));
    let mut named = claims.flat_map(patterns);
    at.ends_with(" document") && named.any(|pattern| says(title, pattern))
}

fn names(row: &Row, claim: &str, id: &str) -> bool {
    patterns(row.claim(claim)).any(|named| named == id)
}

fn is_rule_claimed(rule: &str, rows: &[&Row]) -> bool {
    let mut claims = rows.iter().flat_map(|row| patterns(row.claim("due")));
    claims.any(|pattern| !pattern.starts_with('-') && is_due(&[rule.to_owned()], pattern))
}

fn is_person_claimed(row: &Row, role: &str) -> bool {
    const PEOPLE: [&str; 6] = [
        "owner",
        "agreed",
        "people",
        "invited",
        "invited_when",
        "part_owner",
    ];
    let claims = PEOPLE.iter().flat_map(|claim| patterns(row.claim(claim)));
    let mut roles = claims.flat_map(|claim| claim.split(['|', ' ']));
    roles.any(|known| known == role)
}
