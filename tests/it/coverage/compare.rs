//! A routine against what is expected of it.

use std::collections::BTreeMap;

use sisam::domain::routine::{Ask, FieldContent, Phase, Question, Routine, Step};

use super::compare_steps;
use super::differences::Differences;
use super::expectation::{Expectation, ExpectedQuestion};
use super::words;

/// All that differs, one a line; empty if nothing does.
pub(crate) fn compare(expected: &Expectation, routine: &Routine) -> String {
    let mut differences = Differences::default();
    compare_head(expected, routine, &mut differences);
    compare_key_dates(expected, routine, &mut differences);
    compare_questions(expected, routine, &mut differences);
    compare_texts(expected, routine, &mut differences);
    let steps: Vec<(&Phase, &Step)> = steps(routine).collect();
    let ids = steps.iter().map(|(_, step)| step.id.to_string()).collect();
    let wanted: Vec<String> = expected.steps.iter().map(|step| step.id.clone()).collect();
    differences.compare("steps", wanted, ids);
    for wanted in &expected.steps {
        if let Some(found) = steps.iter().find(|(_, step)| step.id.as_str() == wanted.id) {
            compare_steps::compare(wanted, *found, routine, &mut differences);
        }
    }
    differences.into_text()
}

fn steps(routine: &Routine) -> impl Iterator<Item = (&Phase, &Step)> {
    let of_phase = |phase| phase_steps(phase).map(move |step| (phase, step));
    routine.phases.iter().flat_map(of_phase)
}

fn phase_steps(phase: &Phase) -> impl Iterator<Item = &Step> {
    phase.steps.iter()
}

fn compare_head(expected: &Expectation, routine: &Routine, differences: &mut Differences) {
    differences.compare("id", expected.routine.as_str(), routine.id.as_str());
    differences.compare("placed child", expected.placed_child, routine.placed_child);
    let revised = routine.source.revised.map(|day| day.to_string());
    differences.compare("revised", expected.revised.clone(), revised);
    differences.compare("has a summary", true, routine.summary.is_some());
    let triggers = routine
        .triggers
        .iter()
        .map(|trigger| trigger.id.to_string());
    differences.compare("triggers", expected.triggers.clone(), triggers.collect());
    let roles = routine.roles.iter().map(|role| role.id.to_string());
    differences.compare_sets("roles", &expected.roles, roles.collect());
    let held = routine.roles.iter().filter(|role| role.must_be_held);
    let held = held.map(|role| role.id.to_string()).collect();
    differences.compare_sets("roles that must be held", &expected.must_be_held, held);
}

fn compare_key_dates(expected: &Expectation, routine: &Routine, differences: &mut Differences) {
    let dates = &routine.key_dates;
    let ids = dates.iter().map(|date| date.id.to_string()).collect();
    differences.compare("key dates", expected.key_dates.clone(), ids);
    let required = dates.iter().filter(|date| date.required);
    let required = required.map(|date| date.id.to_string()).collect();
    differences.compare("required dates", expected.required.clone(), required);
    let pairs = dates.iter().filter_map(|date| {
        let not_before = date.not_before.as_ref()?;
        Some((date.id.to_string(), not_before.to_string()))
    });
    let pairs: BTreeMap<String, String> = pairs.collect();
    differences.compare("dates not before", expected.not_before.clone(), pairs);
}

fn compare_texts(expected: &Expectation, routine: &Routine, differences: &mut Differences) {
    let notice = routine.notice.as_deref().unwrap_or_default();
    differences.require_words("notice", &expected.notice, notice);
    if !expected.phases.is_empty() {
        let titles: Vec<&str> = routine
            .phases
            .iter()
            .map(|phase| phase.title.as_str())
            .collect();
        differences.compare_words("phases", &expected.phases, &titles);
    }
    let forms: Vec<&str> = routine
        .documents
        .iter()
        .map(|form| form.title.as_str())
        .collect();
    if !expected.forms.is_empty() {
        differences.compare_words("forms", &expected.forms, &forms);
    }
    let mut texts = vec![routine.title.clone(), notice.to_owned()];
    texts.extend(routine.summary.clone());
    texts.extend(routine.triggers.iter().map(|trigger| trigger.title.clone()));
    texts.extend(routine.roles.iter().map(|role| role.title.clone()));
    texts.extend(routine.phases.iter().map(|phase| phase.title.clone()));
    texts.extend(forms.iter().map(|title| (*title).to_owned()));
    texts.extend(steps(routine).map(|(_, step)| compare_steps::texts(step)));
    differences.require_words("texts", &expected.says, &texts.join("\n"));
}

fn compare_questions(expected: &Expectation, routine: &Routine, differences: &mut Differences) {
    let mut found: BTreeMap<String, (String, &Question)> = BTreeMap::new();
    for question in &routine.questions {
        let asked = match question.ask {
            Ask::AtStart => "at-start",
            Ask::Later => "when-needed",
        };
        found.insert(question.id.to_string(), (asked.to_owned(), question));
    }
    for (_, step) in steps(routine) {
        for question in &step.questions {
            let asked = format!("step {}", step.id);
            found.insert(question.id.to_string(), (asked, question));
        }
    }
    for field in routine.documents.iter().flat_map(|form| &form.fields) {
        if let FieldContent::Own(question) = &field.content {
            found.insert(question.id.to_string(), ("form".to_owned(), question));
        }
    }
    let ids: Vec<String> = expected.questions.iter().map(|q| q.id.clone()).collect();
    differences.compare_sets("questions", &ids, found.keys().cloned().collect());
    for wanted in &expected.questions {
        if let Some((asked, question)) = found.get(&wanted.id) {
            compare_question(wanted, asked, question, differences);
        }
    }
}

fn compare_question(
    wanted: &ExpectedQuestion,
    asked: &str,
    question: &Question,
    differences: &mut Differences,
) {
    let what = |aspect: &str| format!("question {}: {aspect}", wanted.id);
    let (kind, options) = words::answer_kind(&question.kind);
    differences.compare(&what("kind"), wanted.kind.as_str(), kind);
    differences.compare(&what("options"), wanted.options.as_slice(), options);
    differences.compare(&what("asked"), wanted.asked.as_str(), asked);
    if asked.starts_with("step ") {
        differences.compare(&what("required"), wanted.required, question.required);
    }
    let when = words::condition(question.when.as_ref());
    differences.compare(&what("condition"), wanted.when.clone(), when);
}
