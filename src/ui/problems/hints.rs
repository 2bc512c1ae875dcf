//! What can be done about a problem, where there is more to say than that it is one.

use crate::domain::message::Message;
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape, SyntaxFault};
use crate::domain::term::TermError;

/// The hints that belong to a problem, the likeliest first.
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
        P::UnknownWord {
            allowed,
            suggestion,
            ..
        } => with_choice(suggestion.as_deref(), allowed),
        P::NeverTheAnswer {
            options,
            suggestion,
            ..
        } if !options.is_empty() => with_choice(suggestion.as_deref(), options),
        P::NeverTheAnswer { kind, .. } => {
            vec![Message::from("problem-never-the-answer-hint").quote("kind", kind)]
        }
        P::WrongShape { key, wanted, .. } => {
            vec![Message::from(shape_hint(*wanted)).quote("key", key)]
        }
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
        other => fixed(other).map(Message::from).into_iter().collect(),
    }
}

fn fixed(kind: &ProblemKind) -> Option<&'static str> {
    use ProblemKind as P;
    Some(match kind {
        P::Syntax(SyntaxFault::DuplicateKey) => "problem-duplicate-key-hint",
        P::Syntax(SyntaxFault::BadText) => "problem-bad-text-hint",
        P::Syntax(SyntaxFault::Unquoted) => "problem-unquoted-hint",
        P::Syntax(SyntaxFault::Unclosed) => "problem-unclosed-hint",
        P::UnknownFormat { .. } => "problem-unknown-format-hint",
        P::EmptyList { .. } => "problem-empty-list-hint",
        P::BadTerm {
            why: TermError::NotATerm,
            ..
        } => "problem-bad-term-hint",
        P::BadYearMark { .. } => "problem-bad-year-mark-hint",
        P::BadRoundName { .. } => "problem-bad-round-name-hint",
        P::RequiredButLater => "problem-required-but-later-hint",
        P::OptionsMissing { .. } => "problem-options-missing-hint",
        P::OptionsNotTaken { .. } => "problem-options-not-taken-hint",
        P::BadOption { .. } => "problem-bad-option-hint",
        P::MixedCondition { .. } => "problem-mixed-condition-hint",
        P::NotANumber { .. } => "problem-not-a-number-hint",
        P::MixedRule { .. } => "problem-mixed-rule-hint",
        P::BadAnchor => "problem-bad-anchor-hint",
        P::RollsPast { .. } => "problem-rolls-past-hint",
        P::StatutoryNotHere => "problem-statutory-not-here-hint",
        P::EarliestTooLate { .. } => "problem-earliest-too-late-hint",
        P::EmptyOutcome => "problem-empty-outcome-hint",
        P::NoOwner { .. } => "problem-no-owner-hint",
        P::BadId { plain: true, .. } => "problem-bad-plain-id-hint",
        P::BadId { plain: false, .. } => "problem-bad-id-hint",
        P::UnknownId {
            what: IdKind::Document,
            ..
        } => "problem-unknown-document-hint",
        P::NotOfTheCase { .. } => "problem-not-of-the-case-hint",
        P::NeedsToday { .. } => "problem-needs-today-hint",
        _ => return None,
    })
}

fn did_you_mean(meant: &str) -> Message {
    Message::from("problem-did-you-mean").quote("suggestion", meant)
}

fn one_of<T: AsRef<str>>(values: &[T]) -> Message {
    Message::from("problem-one-of").list("values", values)
}

fn with_choice<T: AsRef<str>>(suggestion: Option<&str>, values: &[T]) -> Vec<Message> {
    suggestion
        .map(did_you_mean)
        .into_iter()
        .chain([one_of(values)])
        .collect()
}

fn shape_hint(wanted: Shape) -> &'static str {
    match wanted {
        Shape::Text | Shape::Time => "problem-shape-text-hint",
        Shape::Number | Shape::NoNumber => "problem-shape-number-hint",
        Shape::YesNo => "problem-shape-yes-no-hint",
        Shape::Date => "problem-shape-date-hint",
        Shape::TextList => "problem-shape-text-list-hint",
        Shape::List => "problem-shape-list-hint",
        Shape::Table => "problem-shape-table-hint",
        Shape::Tables => "problem-shape-tables-hint",
    }
}

/// More is not quoted back.
const LONGEST: usize = 60;

/// Gaps that hold what a file says.
pub(super) trait Quote {
    /// The same with a text in a gap, cut short if it is long.
    fn quote(self, gap: &'static str, text: &str) -> Self;
    fn list<T: AsRef<str>>(self, gap: &'static str, texts: &[T]) -> Self;
}

impl Quote for Message {
    fn quote(self, gap: &'static str, text: &str) -> Self {
        self.with(gap, quoted(text))
    }

    fn list<T: AsRef<str>>(self, gap: &'static str, texts: &[T]) -> Self {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text.as_ref())).collect();
        self.with(gap, texts.join(", "))
    }
}

fn quoted(text: &str) -> String {
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
