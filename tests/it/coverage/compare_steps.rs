//! A step against what is expected of it.

use sisam::domain::due_rule::{Basis, DueKind};
use sisam::domain::routine::{
    DocumentName, Invited, Item, Participant, Phase, Responsible, Routine, Step,
};

use super::differences::Differences;
use super::expectation::ExpectedStep;
use super::words;

/// Compares one step of a routine.
pub(crate) fn compare(
    expected: &ExpectedStep,
    (phase, step): (&Phase, &Step),
    routine: &Routine,
    differences: &mut Differences,
) {
    let what = |aspect: &str| format!("step {}: {aspect}", step.id);
    if !expected.phase.is_empty() {
        let phases = [expected.phase.clone()];
        differences.compare_words(&what("phase"), &phases, &[&phase.title]);
    }
    differences.compare(
        &what("condition"),
        expected.when.clone(),
        words::both(phase.when.as_ref(), step.when.as_ref()),
    );
    compare_owners(expected, step, differences);
    let participants = step.participants.iter().map(|participant| {
        match words::condition(participant.when.as_ref()).as_str() {
            "" => invited(participant),
            when => format!("{} when {when}", invited(participant)),
        }
    });
    differences.compare_sets(
        &what("participants"),
        &expected.participants,
        participants.collect(),
    );
    differences.compare(&what("optional"), expected.optional, step.optional);
    compare_parts(expected, step, differences);
    differences.compare_words(
        &what("documents"),
        &expected.documents,
        &document_titles(step, routine),
    );
    differences.require_words(&what("texts"), &expected.says, &texts(step));
    let gates: Vec<String> = step.requires.iter().map(words::gate).collect();
    differences.compare(&what("gates"), expected.gates.clone(), gates);
    let asks = step.asks.iter().map(ToString::to_string).collect();
    differences.compare(&what("asks"), expected.asks.clone(), asks);
    let outcomes = step.outcomes.iter().map(words::outcome).collect();
    differences.compare(&what("outcomes"), expected.outcomes.clone(), outcomes);
    let figure = words::counts_as(&step.counts_as);
    differences.compare(&what("counts as"), expected.counts_as.clone(), figure);
    compare_due(expected, step, differences);
}

fn compare_owners(expected: &ExpectedStep, step: &Step, differences: &mut Differences) {
    let (jointly, agreed, proposed) = match &step.responsible {
        Responsible::Jointly(_) => (step.responsible.roles(), [].as_slice(), None),
        Responsible::Chosen {
            candidates,
            proposed,
        } => (Vec::new(), candidates.as_slice(), proposed.as_ref()),
    };
    let ids =
        |roles: &[sisam::domain::ids::RoleId]| roles.iter().map(ToString::to_string).collect();
    let what = |aspect: &str| format!("step {}: {aspect}", step.id);
    differences.compare(
        &what("responsible"),
        expected.responsible.clone(),
        jointly.iter().map(ToString::to_string).collect(),
    );
    differences.compare(&what("agreed"), expected.agreed.clone(), ids(agreed));
    let proposed = proposed.map(ToString::to_string).unwrap_or_default();
    differences.compare(&what("proposed"), expected.proposed.clone(), proposed);
}

fn compare_parts(expected: &ExpectedStep, step: &Step, differences: &mut Differences) {
    let what = format!("step {}: parts", step.id);
    if expected.parts.len() != step.items.len() {
        let titles: Vec<&str> = step.items.iter().map(|item| item.title.as_str()).collect();
        differences.note(format!(
            "{what}: expected {:?}, found {titles:?}",
            expected.parts
        ));
        return;
    }
    for (wanted, item) in expected.parts.iter().zip(&step.items) {
        let (wanted_title, wanted_tail) = split_part(wanted);
        let titles = [wanted_title.to_owned()];
        differences.compare_words(&what, &titles, &[&item.title]);
        differences.compare(
            &format!("{what}: owner or condition of {:?}", item.title),
            wanted_tail.to_owned(),
            part_tail(item),
        );
    }
}

/// The word of the title, and what follows it: ` -> ROLE`, ` when CONDITION`.
fn split_part(part: &str) -> (&str, &str) {
    let end = [" -> ", " when "]
        .iter()
        .filter_map(|mark| part.find(mark))
        .min();
    part.split_at(end.unwrap_or(part.len()))
}

fn invited(participant: &Participant) -> String {
    match &participant.who {
        Invited::Role(role) => role.to_string(),
        Invited::Asked(question) => format!("asked {question}"),
    }
}

fn part_tail(item: &Item) -> String {
    let owners: Vec<String> = item
        .responsible
        .iter()
        .map(|owner| format!(" -> {}", owner.role))
        .collect();
    match words::condition(item.when.as_ref()).as_str() {
        "" => owners.concat(),
        when => format!("{} when {when}", owners.concat()),
    }
}

fn document_titles<'r>(step: &'r Step, routine: &'r Routine) -> Vec<&'r str> {
    let title = |name: &'r DocumentName| match name {
        DocumentName::Title(title) => title.as_str(),
        DocumentName::Form(id) => {
            let form = routine.documents.iter().find(|form| form.id == *id);
            form.map_or(id.as_str(), |form| form.title.as_str())
        }
    };
    step.documents.iter().map(title).collect()
}

fn compare_due(expected: &ExpectedStep, step: &Step, differences: &mut Differences) {
    let (local, stated): (Vec<_>, Vec<_>) = step
        .due
        .iter()
        .partition(|choice| choice.rule.basis == Basis::Local);
    let what = |aspect: &str| format!("step {}: {aspect}", step.id);
    let stated: Vec<String> = stated.into_iter().map(words::due_choice).collect();
    differences.compare(&what("stated times"), expected.stated.clone(), stated);
    // An acute placement's own term is checked below, in every routine alike.
    let is_acute = |choice: &&sisam::domain::due_rule::DueChoice| {
        words::condition(choice.when.as_ref()) == "akut is yes"
    };
    let (acute, other): (Vec<_>, Vec<_>) = local.into_iter().partition(is_acute);
    if let Some(wanted) = &expected.local {
        let other: Vec<String> = other.into_iter().map(words::due_choice).collect();
        differences.compare(&what("local times"), wanted.clone(), other);
    }
    let counts_after =
        |choice: &&sisam::domain::due_rule::DueChoice| matches!(choice.rule.kind, DueKind::After);
    let has_acute = acute.len() == 1 && acute.iter().all(counts_after);
    differences.compare(&what("acute term"), expected.acute, has_acute);
    differences.compare(&what("undated"), expected.undated, step.due.is_empty());
}

/// All that is written about a step.
pub(crate) fn texts(step: &Step) -> String {
    let optional = [&step.purpose, &step.activity, &step.notice, &step.law];
    let mut texts = vec![step.title.as_str()];
    texts.extend(optional.into_iter().flatten().map(String::as_str));
    texts.extend(step.items.iter().map(|item| item.title.as_str()));
    texts.join("\n")
}
