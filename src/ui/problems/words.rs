//! What each problem is called, and what can be done about it.

use super::hints::Quote;
use crate::domain::message::Message;
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape, SyntaxFault};
use crate::domain::school::{FEWEST_SCHOOL_DAYS_A_YEAR, SchoolProblem};
use crate::domain::term::TermError;
use crate::ui::wording::Words;

/// The words of an id, with these fields of the problem quoted in the gaps of the same names.
macro_rules! told {
    ($id:literal, $($gap:ident),+) => {
        Message::from($id)$(.quote(stringify!($gap), $gap))+
    };
}

pub(super) fn message(kind: &ProblemKind, words: &Words) -> Message {
    use ProblemKind as P;
    let new = |id: &'static str| Message::from(id);
    match kind {
        P::TooLarge { bytes, limit } => new("problem-too-large")
            .with("bytes", *bytes)
            .with("limit", *limit),
        P::Syntax(fault) => syntax(fault),
        P::IdentityNumber => new("problem-identity-number"),
        P::NullSign => new("problem-null-sign"),
        P::UnknownFormat { found } => new("problem-unknown-format").quote("found", found),
        P::MoreProblems { count } => new("problem-more").with("count", *count),
        P::SchoolCalendar(problem) => school(problem, words),
        P::UnknownKey { key, table, .. } => new("problem-unknown-key")
            .quote("key", key)
            .quote("table", &table_name(table, words)),
        P::MissingKey { key, table } => new("problem-missing-key")
            .quote("key", key)
            .quote("table", &table_name(table, words)),
        P::WrongShape { key, wanted, found } => new("problem-wrong-shape")
            .quote("key", key)
            .quote("wanted", &words.say(shape(*wanted)))
            .quote("found", &words.say(shape(*found))),
        P::EmptyText { key } => new("problem-empty-text").quote("key", key),
        P::EmptyList { key } => new("problem-empty-list").quote("key", key),
        P::DuplicateEntry { key, entry } => told!("problem-duplicate-entry", key, entry),
        P::UnknownWord { key, found, .. } => told!("problem-unknown-word", key, found),
        P::BadTerm { found, why } => new(match why {
            TermError::NotATerm => "problem-bad-term",
            TermError::Zero => "problem-term-zero",
            TermError::TooLong => "problem-term-too-long",
        })
        .quote("found", found),
        P::BadYearMark { found } => new("problem-bad-year-mark").quote("found", found),
        P::BadRoundName { found } => new("problem-bad-round-name").quote("found", found),
        P::KeysTogether { first, second } => told!("problem-keys-together", first, second),
        P::KeyWithout { key, needs } => told!("problem-key-without", key, needs),
        P::IgnoredKey { key, beside } => told!("problem-ignored-key", key, beside),
        P::RequiredButLater => new("problem-required-but-later"),
        P::OptionsMissing { kind } => new("problem-options-missing").quote("kind", kind),
        P::OptionsNotTaken { kind } => new("problem-options-not-taken").quote("kind", kind),
        P::BadOption { option } => new("problem-bad-option").quote("option", option),
        P::EmptyCondition => new("problem-empty-condition"),
        P::MixedCondition { keys } => new("problem-mixed-condition").list("keys", keys),
        P::ConditionWithoutTest => new("problem-condition-without-test"),
        P::ConditionTooDeep { limit } => new("problem-condition-too-deep").with("limit", *limit),
        P::NeverTheAnswer {
            question, value, ..
        } => told!("problem-never-the-answer", question, value),
        P::NotANumber { question, kind } => told!("problem-not-a-number", question, kind),
        P::RuleWithoutKind => new("problem-rule-without-kind"),
        P::MixedRule { keys } => new("problem-mixed-rule").list("keys", keys),
        P::NotInRule { key, rule } => told!("problem-not-in-rule", key, rule),
        P::MissingInRule { key, rule } => told!("problem-missing-in-rule", key, rule),
        P::BadAnchor => new("problem-bad-anchor"),
        P::MixedDue => new("problem-mixed-due"),
        P::UnreachableRule => new("problem-unreachable-rule"),
        P::RollsPast { roll } => new("problem-rolls-past").quote("roll", roll),
        P::StatutoryNotHere => new("problem-statutory-not-here"),
        P::EarliestTooLate { earliest, term } => told!("problem-earliest-too-late", earliest, term),
        P::NeverDue => new("problem-never-due"),
        P::EmptyOutcome => new("problem-empty-outcome"),
        P::ProposedNotCandidate { role } => {
            new("problem-proposed-not-candidate").quote("role", role)
        }
        P::NoOwner { step } => new("problem-no-owner").quote("step", step),
        P::NoSteps => new("problem-no-steps"),
        P::TooManySteps { count, limit } => new("problem-too-many-steps")
            .with("count", *count)
            .with("limit", *limit),
        P::BadId { id, .. } => new("problem-bad-id").quote("id", id),
        P::DuplicateId { what, id } => new("problem-duplicate-id")
            .quote("what", &words.say(a(*what)))
            .quote("id", id),
        P::UnknownId { what, id, .. } => new("problem-unknown-id")
            .quote("what", &words.say(no(*what)))
            .quote("id", id),
        P::BlankHasNoAnswer { id } => new("problem-blank-has-no-answer").quote("id", id),
        P::NotOfTheCase { id } => new("problem-not-of-the-case").quote("id", id),
        P::WrongKind {
            question,
            wanted,
            found,
        } => told!("problem-wrong-kind", question, wanted, found),
        P::Cycle { what, ids } => circle(*what, ids),
        P::OwnAnswer { question } => new("problem-own-answer").quote("question", question),
        P::Unused { what, id } => new(unused(*what)).quote("id", id),
        P::NeedsToday { because } => new("problem-needs-today").quote("because", because),
        P::NoSuchRound { step } => new("problem-no-such-round").quote("step", step),
    }
}

/// The file itself has no name in the file.
fn table_name(table: &str, words: &Words) -> String {
    let phrase = match table {
        "routine" => Message::from("problem-table-routine"),
        other => Message::from("problem-table").quote("table", other),
    };
    words.say(&phrase)
}

fn syntax(fault: &SyntaxFault) -> Message {
    Message::from(match fault {
        SyntaxFault::DuplicateKey => "problem-duplicate-key",
        SyntaxFault::ImpossibleDate => "problem-impossible-date",
        SyntaxFault::BadText => "problem-bad-text",
        SyntaxFault::Unquoted => "problem-unquoted",
        SyntaxFault::Unclosed => "problem-unclosed",
        SyntaxFault::MissingComma => "problem-missing-comma",
        SyntaxFault::MissingEquals => "problem-missing-equals",
        SyntaxFault::MissingValue => "problem-missing-value",
        SyntaxFault::TooDeep => "problem-too-deep",
        SyntaxFault::Other(detail) => {
            return Message::from("problem-syntax").quote("detail", detail);
        }
    })
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "problem-shape-text",
        Shape::Number => "problem-shape-number",
        Shape::NoNumber => "problem-shape-no-number",
        Shape::YesNo => "problem-shape-yes-no",
        Shape::Date => "problem-shape-date",
        Shape::Time => "problem-shape-time",
        Shape::TextList => "problem-shape-text-list",
        Shape::List => "problem-shape-list",
        Shape::Table => "problem-shape-table",
        Shape::Tables => "problem-shape-tables",
    }
}

fn a(what: IdKind) -> &'static str {
    match what {
        IdKind::Step => "problem-a-step",
        IdKind::Item => "problem-a-item",
        IdKind::Question => "problem-a-question",
        IdKind::Role => "problem-a-role",
        IdKind::KeyDate => "problem-a-key-date",
        IdKind::Trigger => "problem-a-trigger",
        IdKind::Document => "problem-a-document",
        IdKind::Phase => "problem-a-phase",
        IdKind::Grounds => "problem-a-grounds",
    }
}

fn no(what: IdKind) -> &'static str {
    match what {
        IdKind::Step => "problem-no-step",
        IdKind::Item => "problem-no-item",
        IdKind::Question => "problem-no-question",
        IdKind::Role => "problem-no-role",
        IdKind::KeyDate => "problem-no-key-date",
        IdKind::Trigger => "problem-no-trigger",
        IdKind::Document => "problem-no-document",
        IdKind::Phase => "problem-no-phase",
        IdKind::Grounds => "problem-no-grounds",
    }
}

fn unused(what: IdKind) -> &'static str {
    match what {
        IdKind::Role => "problem-unused-role",
        IdKind::Document => "problem-unused-document",
        IdKind::Grounds => "problem-unused-grounds",
        _ => "problem-unused-question",
    }
}

/// Longer circles are shown with their ends only.
const LONGEST_CIRCLE: usize = 8;

fn circle(what: IdKind, ids: &[String]) -> Message {
    let mut shown: Vec<&str> = ids.iter().map(String::as_str).collect();
    if shown.len() > LONGEST_CIRCLE {
        shown.truncate(LONGEST_CIRCLE);
        shown.push("…");
    }
    shown.extend(ids.first().map(String::as_str));
    Message::from(match what {
        IdKind::Question => "problem-cycle-question",
        IdKind::KeyDate => "problem-cycle-key-date",
        _ => "problem-cycle-step",
    })
    .quote("ids", &shown.join(" → "))
}

fn school(problem: &SchoolProblem, words: &Words) -> Message {
    let new = |id: &'static str| Message::from(id);
    match problem {
        SchoolProblem::NoTerms => new("problem-school-no-terms"),
        SchoolProblem::Backwards { title } => {
            new("problem-school-backwards").with("title", title.clone())
        }
        SchoolProblem::OutOfOrder { title, next } => new("problem-school-order")
            .with("title", title.clone())
            .with("next", next.clone()),
        SchoolProblem::NotInHalfYear { title } => {
            new("problem-school-half-year").with("title", title.clone())
        }
        SchoolProblem::Gap { title, next, days } => new("problem-school-gap")
            .with("title", title.clone())
            .with("next", next.clone())
            .with("days", words.days(*days)),
        SchoolProblem::OutsideTerms { title } => {
            new("problem-school-outside").with("title", title.clone())
        }
        SchoolProblem::TooFewDays {
            autumn,
            spring,
            days,
        } => new("problem-school-too-few")
            .with("autumn", autumn.clone())
            .with("spring", spring.clone())
            .with("days", *days)
            .with("fewest", FEWEST_SCHOOL_DAYS_A_YEAR),
    }
}
