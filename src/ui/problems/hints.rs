//! What can be done about a problem, where more can be said of it than its id tells.

use crate::domain::message::Message;
use crate::domain::routine_problem::{IdKind, ProblemKind};

/// The hints that follow from what stands in the file and what may, the likeliest first.
pub(super) fn hints(kind: &ProblemKind) -> Vec<Message> {
    use ProblemKind as P;
    match kind {
        P::UnknownKey {
            suggestion: Some(meant),
            ..
        }
        | P::UnknownId {
            suggestion: Some(meant),
            ..
        } => vec![did_you_mean(meant)],
        P::UnknownId {
            what: IdKind::Document,
            ..
        } => vec!["problem-unknown-document-hint".into()],
        P::UnknownWord {
            allowed,
            suggestion,
            ..
        } => with_choice(suggestion.as_ref(), one_of(allowed)),
        P::NeverTheAnswer { options, kind, .. } if options.is_empty() => {
            vec![message!("problem-answer-is-of-kind", kind)]
        }
        P::NeverTheAnswer {
            options,
            suggestion,
            ..
        } => {
            let options: Vec<&str> = options.iter().map(String::as_str).collect();
            with_choice(suggestion.as_ref(), one_of(&options))
        }
        P::WrongShape { key, wanted, .. } => vec![wanted.message().part("-hint").with("key", key)],
        P::EmptyCondition => vec![one_of(&[
            "question", "trigger", "step", "date", "all", "any", "not",
        ])],
        P::ConditionWithoutTest => vec![one_of(&["is", "is_not", "in", "at_least", "at_most"])],
        P::RuleWithoutKind => vec![one_of(&[
            "on",
            "before",
            "after",
            "every",
            "each_year",
            "answer",
        ])],
        _ => Vec::new(),
    }
}

fn did_you_mean(suggestion: &String) -> Message {
    message!("problem-did-you-mean", suggestion)
}

fn one_of(values: &[&str]) -> Message {
    message!("problem-one-of", values)
}

fn with_choice(suggestion: Option<&String>, choice: Message) -> Vec<Message> {
    let meant = suggestion.map(did_you_mean);
    meant.into_iter().chain([choice]).collect()
}

/// More is not quoted back.
const LONGEST: usize = 60;

/// What a file says, on one line and cut short if it is long.
pub(super) fn quoted(text: &str) -> String {
    let mut line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .take(LONGEST + 1)
        .collect();
    if line.chars().count() > LONGEST {
        line.pop();
        line.push('…');
    }
    line
}
