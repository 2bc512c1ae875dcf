//! A problem of every kind.

use crate::domain::routine_problem::{IdKind, ProblemKind, Shape, SyntaxFault};
use crate::domain::school::SchoolProblem;
use crate::domain::term::TermError;

/// One of each kind, and of each variant that has words of its own.
pub(super) fn every_kind() -> Vec<ProblemKind> {
    use ProblemKind as P;
    let text = || "x".to_owned();
    let day = chrono::NaiveDate::default;
    let none = || None;
    let some = || Some("y".to_owned());
    let mut kinds = vec![
        P::TooLarge { bytes: 2, limit: 1 },
        P::UnknownFormat {
            found: text(),
            newest: 2,
        },
        P::OfLaterVersion {
            word: text(),
            since: 2,
        },
        P::MoreProblems { count: 2 },
        P::SchoolCalendar(SchoolProblem::NoTerms),
        P::SchoolCalendar(SchoolProblem::Backwards {
            title: text(),
            first: day(),
            last: day(),
        }),
        P::SchoolCalendar(SchoolProblem::Overlap {
            title: text(),
            last: day(),
            next: text(),
            first: day(),
        }),
        P::SchoolCalendar(SchoolProblem::OutOfOrder {
            title: text(),
            next: text(),
        }),
        P::SchoolCalendar(SchoolProblem::NotInHalfYear { title: text() }),
        P::SchoolCalendar(SchoolProblem::Gap {
            title: text(),
            next: text(),
            days: 200,
        }),
        P::SchoolCalendar(SchoolProblem::TooFewDays {
            autumn: text(),
            spring: text(),
            days: 170,
        }),
        P::UnknownKey {
            key: text(),
            table: "role",
            suggestion: some(),
        },
        P::MissingKey {
            key: "id",
            table: "role",
        },
        P::StepAsDate { id: text() },
        P::TooFewEntries { key: "first_of" },
        P::NoSingleDate { key: "first_of" },
        P::SameAnchor { key: "first_of" },
        P::BeforeStep { step: text() },
        P::NeverLate,
        P::NotALaterRound,
        P::EmptyText { key: text() },
        P::EmptyList { key: text() },
        P::DuplicateEntry {
            key: text(),
            entry: text(),
        },
        P::UnknownWord {
            key: text(),
            found: text(),
            allowed: vec!["a", "b"],
            suggestion: some(),
        },
        P::BadYearMark { found: text() },
        P::BadRoundName { found: text() },
        P::KeysTogether {
            first: "a",
            second: "b",
        },
        P::KeyWithout {
            key: "a",
            needs: "b",
        },
        P::IgnoredKey {
            key: "a",
            beside: text(),
        },
        P::RequiredButLater,
        P::OptionsMissing { kind: "choice" },
        P::OptionsNotTaken { kind: "text" },
        P::BadOption { option: text() },
        P::EmptyCondition,
        P::MixedCondition {
            keys: vec!["a", "b"],
        },
        P::ConditionWithoutTest,
        P::ConditionTooDeep { limit: 16 },
        P::NotANumber {
            question: text(),
            kind: "text",
        },
        P::RuleWithoutKind,
        P::MixedRule {
            keys: vec!["a", "b"],
        },
        P::NotInRule {
            key: "a",
            rule: "b",
        },
        P::MissingInRule {
            key: "a",
            rule: "b",
        },
        P::BadAnchor,
        P::MixedDue,
        P::UnreachableRule,
        P::RollsPast { roll: "next" },
        P::StatutoryNotHere,
        P::EarliestTooLate {
            earliest: text(),
            term: text(),
        },
        P::NeverDue,
        P::EmptyOutcome,
        P::ProposedNotCandidate { role: text() },
        P::NoOwner { step: text() },
        P::NoSteps,
        P::TooManySteps {
            count: 301,
            limit: 300,
        },
        P::BadId {
            id: text(),
            plain: true,
        },
        P::BadId {
            id: text(),
            plain: false,
        },
        P::BlankHasNoAnswer { id: text() },
        P::NotOfTheCase { id: text() },
        P::WrongKind {
            question: text(),
            wanted: "date",
            found: "term",
        },
        P::OwnAnswer { question: text() },
        P::ConsentCarried { question: text() },
        P::OwnStepId {
            id: text(),
            version: 2,
        },
        P::NeedsToday { because: text() },
        P::NoSuchRound { step: text() },
    ];
    for options in [vec![], vec![text()]] {
        let (question, value, kind) = (text(), text(), "choice");
        kinds.push(P::NeverTheAnswer {
            question,
            value,
            kind,
            options,
            suggestion: none(),
        });
    }
    for why in [TermError::NotATerm, TermError::Zero, TermError::TooLong] {
        kinds.push(P::BadTerm { found: text(), why });
    }
    for fault in [
        SyntaxFault::DuplicateKey,
        SyntaxFault::ImpossibleDate,
        SyntaxFault::BadText,
        SyntaxFault::Unquoted,
        SyntaxFault::Unclosed,
        SyntaxFault::MissingComma,
        SyntaxFault::MissingEquals,
        SyntaxFault::MissingValue,
        SyntaxFault::TooDeep,
        SyntaxFault::Other(text()),
    ] {
        kinds.push(P::Syntax(fault));
    }
    for shape in [
        Shape::Text,
        Shape::Number,
        Shape::NoNumber,
        Shape::YesNo,
        Shape::Date,
        Shape::Time,
        Shape::TextList,
        Shape::List,
        Shape::Table,
        Shape::Tables,
    ] {
        kinds.push(P::WrongShape {
            key: text(),
            wanted: shape,
            found: shape,
        });
    }
    for what in [
        IdKind::Step,
        IdKind::Item,
        IdKind::Question,
        IdKind::Role,
        IdKind::KeyDate,
        IdKind::Trigger,
        IdKind::Document,
        IdKind::Phase,
        IdKind::Grounds,
    ] {
        kinds.push(P::DuplicateId { what, id: text() });
        kinds.push(P::UnknownId {
            what,
            id: text(),
            suggestion: none(),
        });
        kinds.push(P::Unused { what, id: text() });
        kinds.push(P::Cycle {
            what,
            ids: vec![text(); 20],
        });
    }
    kinds
}
