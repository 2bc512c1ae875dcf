//! The kinds of problems a routine file can have.

use crate::domain::school::SchoolProblem;
use crate::domain::term::TermError;

/// Whether a file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot be used.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// What sort of value stands in the file, or should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `"…"`.
    Text,
    /// `1` or `1.5`.
    Number,
    /// A number that cannot be reckoned with: `inf`, or far too large.
    NoNumber,
    /// `true` or `false`.
    YesNo,
    /// `2026-12-01`.
    Date,
    /// A date with a time, or a time alone.
    Time,
    /// `["…", "…"]`.
    TextList,
    /// `[…]` of something else.
    List,
    /// `{ … }` or `[name]`.
    Table,
    /// `[[name]]`.
    Tables,
}

/// What is wrong with the TOML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The same key or table twice.
    DuplicateKey,
    /// A day that no calendar has.
    ImpossibleDate,
    /// A string without its closing quote, or with a character that may not stand in it.
    BadText,
    /// A value without quotes that is no number, date, `true` or `false`.
    Unquoted,
    /// A list or table that is not closed.
    Unclosed,
    /// No comma between two entries.
    MissingComma,
    /// No `=` after a key.
    MissingEquals,
    /// No value after `=`.
    MissingValue,
    /// Lists or tables inside each other without end.
    TooDeep,
    /// Something else, in the parser's own words.
    Other(String),
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// A step.
    Step,
    /// A part of a step.
    Item,
    /// A question or form field.
    Question,
    /// A role.
    Role,
    /// A key date.
    KeyDate,
    /// A trigger.
    Trigger,
    /// A form.
    Document,
    /// A phase.
    Phase,
    /// A list of grounds.
    Grounds,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are named after what they hold")]
pub enum ProblemKind {
    // The text.
    /// The text is larger than any routine.
    TooLarge { bytes: usize, limit: usize },
    /// It is not TOML.
    Syntax(SyntaxFault),
    /// A personnummer or samordningsnummer.
    IdentityNumber,
    /// The character U+0000.
    NullSign,
    /// A format this program does not know.
    UnknownFormat { found: String },
    /// So many problems that the rest are left out.
    MoreProblems { count: usize },
    /// A school calendar that does not hold together.
    SchoolCalendar(SchoolProblem),

    // Keys and values.
    /// A key that the table does not have.
    UnknownKey {
        key: String,
        table: &'static str,
        suggestion: Option<String>,
    },
    /// A key that must be there.
    MissingKey {
        key: &'static str,
        table: &'static str,
    },
    /// A value of the wrong sort.
    WrongShape {
        key: String,
        wanted: Shape,
        found: Shape,
    },
    /// An empty text.
    EmptyText { key: String },
    /// An empty list.
    EmptyList { key: String },
    /// The same entry twice in a list.
    DuplicateEntry { key: String, entry: String },
    /// A word that is not one of those the key takes.
    UnknownWord {
        key: String,
        found: String,
        allowed: Vec<&'static str>,
        suggestion: Option<String>,
    },
    /// Not a term.
    BadTerm { found: String, why: TermError },
    /// Not a month, day or week of a year.
    BadYearMark { found: String },
    /// Not `step` or `step/round`.
    BadRoundName { found: String },
    /// Two keys that exclude each other.
    KeysTogether {
        first: &'static str,
        second: &'static str,
    },
    /// A key that means nothing without another.
    KeyWithout {
        key: &'static str,
        needs: &'static str,
    },
    /// A key that has no effect beside another.
    IgnoredKey { key: &'static str, beside: String },
    /// A key date that must be given when a case opens but is said to come later.
    RequiredButLater,

    // Questions.
    /// Options are missing for this kind.
    OptionsMissing { kind: &'static str },
    /// This kind takes no options.
    OptionsNotTaken { kind: &'static str },
    /// An option with `|` in it, or with spaces around it.
    BadOption { option: String },

    // Conditions.
    /// A condition that says nothing.
    EmptyCondition,
    /// A condition that says two things at once.
    MixedCondition { keys: Vec<&'static str> },
    /// A question without what its answer should be.
    ConditionWithoutTest,
    /// Conditions inside each other without end.
    ConditionTooDeep { limit: usize },
    /// The question never has this answer.
    NeverTheAnswer {
        question: String,
        value: String,
        kind: &'static str,
        options: Vec<String>,
        suggestion: Option<String>,
    },
    /// A limit on an answer that is no number.
    NotANumber {
        question: String,
        kind: &'static str,
    },

    // Due rules.
    /// No key says which rule it is.
    RuleWithoutKind,
    /// Several keys say different rules.
    MixedRule { keys: Vec<&'static str> },
    /// A key that this rule does not have.
    NotInRule {
        key: &'static str,
        rule: &'static str,
    },
    /// A key that this rule must have.
    MissingInRule {
        key: &'static str,
        rule: &'static str,
    },
    /// An anchor that is neither a key date nor one step or answer.
    BadAnchor,
    /// Single dates and repeating rules in one list.
    MixedDue,
    /// An entry before it always counts.
    UnreachableRule,
    /// A date before something must not move past it.
    RollsPast { roll: &'static str },
    /// Lag (1930:173) is for time that runs from something.
    StatutoryNotHere,
    /// `earliest` lies after the due date.
    EarliestTooLate { earliest: String, term: String },
    /// The series ends where it starts.
    NeverDue,

    // Steps.
    /// Nothing follows.
    EmptyOutcome,
    /// The role proposed is none of those the step may go to.
    ProposedNotCandidate { role: String },
    /// A step that nobody answers for.
    NoOwner { step: String },
    /// A routine without steps.
    NoSteps,
    /// More steps than a routine can have.
    TooManySteps { count: usize, limit: usize },

    // Ids.
    /// An id of the wrong shape; `plain`: only a–z, 0–9 and `-`.
    BadId { id: String, plain: bool },
    /// The same id twice.
    DuplicateId { what: IdKind, id: String },
    /// Nothing has this id.
    UnknownId {
        what: IdKind,
        id: String,
        suggestion: Option<String>,
    },
    /// A line filled in by hand has no answer.
    BlankHasNoAnswer { id: String },
    /// A step asks only questions of the case, not another's own.
    NotOfTheCase { id: String },
    /// An answer of another kind is needed.
    WrongKind {
        question: String,
        wanted: &'static str,
        found: &'static str,
    },
    /// These wait for each other, in this order, the first last.
    Cycle { what: IdKind, ids: Vec<String> },
    /// A step asks what its own date or condition rests on, and has no later round that could see the answer.
    OwnAnswer { question: String },
    /// Nothing uses it.
    Unused { what: IdKind, id: String },

    // Tests.
    /// The test depends on which day it is and does not say.
    NeedsToday { because: String },
    /// A round that no case has at its start: a step whose rule does not repeat, never reopened.
    NoSuchRound { step: String },
}

impl ProblemKind {
    /// Whether a file with it can be used all the same.
    pub fn severity(&self) -> Severity {
        match self {
            Self::IgnoredKey { .. }
            | Self::RequiredButLater
            | Self::UnreachableRule
            | Self::NoOwner { .. }
            | Self::NoSteps
            | Self::MoreProblems { .. }
            | Self::OwnAnswer { .. }
            | Self::Unused { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Whether it may only be a consequence of TOML that could not be read.
    pub fn may_follow_from_syntax(&self) -> bool {
        matches!(
            self,
            Self::MissingKey { .. }
                | Self::MissingInRule { .. }
                | Self::RuleWithoutKind
                | Self::EmptyCondition
                | Self::ConditionWithoutTest
                | Self::EmptyList { .. }
                | Self::EmptyOutcome
                | Self::OptionsMissing { .. }
                | Self::KeyWithout { .. }
                | Self::UnknownId { .. }
                | Self::NotOfTheCase { .. }
                | Self::NeverTheAnswer { .. }
                | Self::NeedsToday { .. }
                | Self::NoSteps
                | Self::NoOwner { .. }
                | Self::Unused { .. }
        )
    }
}
