//! What can be done about a problem, where more can be said of it than its id tells.

use crate::domain::message::{Message, ToArgument};
use crate::domain::routine_problem::{IdKind, ProblemKind};

/// The hints that follow from what stands in the file and what may, the likeliest first.
pub(super) fn hints(kind: &ProblemKind) -> Vec<Message> {
    use ProblemKind as P;
    let (suggestion, choice) = match kind {
        P::UnknownId {
            what: IdKind::Document,
            suggestion: None,
            ..
        } => (&None, Some("problem-unknown-document-hint".into())),
        P::UnknownKey { suggestion, .. } | P::UnknownId { suggestion, .. } => (suggestion, None),
        P::UnknownWord {
            allowed,
            suggestion,
            ..
        } => (suggestion, Some(one_of(allowed))),
        P::NeverTheAnswer { options, kind, .. } if options.is_empty() => {
            (&None, Some(message!("problem-answer-is-of-kind", kind)))
        }
        P::NeverTheAnswer {
            options,
            suggestion,
            ..
        } => (suggestion, Some(one_of(options))),
        P::WrongShape { key, wanted, .. } => {
            let hint = wanted.message().part("-hint");
            (&None, Some(hint.with("key", key)))
        }
        P::EmptyCondition => {
            let heads = ["question", "trigger", "step", "date", "all", "any", "not"];
            (&None, Some(one_of(&heads)))
        }
        P::ConditionWithoutTest => {
            let tests = ["is", "is_not", "in", "at_least", "at_most"];
            (&None, Some(one_of(&tests)))
        }
        P::RuleWithoutKind => {
            let rules = ["on", "before", "after", "every", "each_year", "answer"];
            (&None, Some(one_of(&rules)))
        }
        _ => (&None, None),
    };
    let meant = suggestion.iter();
    let meant = meant.map(|suggestion| message!("problem-did-you-mean", suggestion));
    meant.chain(choice).collect()
}

fn one_of(values: &[impl ToArgument]) -> Message {
    message!("problem-one-of", values)
}

/// More is not quoted back.
const LONGEST: usize = 60;

/// What a file says, on one line and cut short if it is long.
pub(super) fn quoted(text: &str) -> String {
    let signs = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut signs = signs.filter(|c| !c.is_control());
    let mut line: String = signs.by_ref().take(LONGEST).collect();
    line.extend(signs.next().map(|_| '…'));
    line
}
