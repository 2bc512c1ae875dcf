//! The kinds of problems a routine file can have.

use crate::domain::{message::Message, school::SchoolProblem, term::TermError};

/// Whether a file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot be used.
    Error,
    /// It can, but somebody should look.
    Warning,
}

messages! {
    /// What sort of value stands in the file, or should.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Shape {
        /// `"…"`.
        Text => "problem-shape-text",
        /// `1` or `1.5`.
        Number => "problem-shape-number",
        /// A number that cannot be reckoned with: `inf`, or far too large.
        NoNumber => "problem-shape-no-number",
        /// `true` or `false`.
        YesNo => "problem-shape-yes-no",
        /// `2026-12-01`.
        Date => "problem-shape-date",
        /// A date with a time, or a time alone.
        Time => "problem-shape-time",
        /// `["…", "…"]`.
        TextList => "problem-shape-text-list",
        /// `[…]` of something else.
        List => "problem-shape-list",
        /// `{ … }` or `[name]`.
        Table => "problem-shape-table",
        /// `[[name]]`.
        Tables => "problem-shape-tables",
    }
}

messages! {
    /// What is wrong with the TOML itself.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum SyntaxFault {
        /// The same key or table twice.
        DuplicateKey => "problem-duplicate-key",
        /// A day that no calendar has.
        ImpossibleDate => "problem-impossible-date",
        /// A string without its closing quote, or with a character that may not stand in it.
        BadText => "problem-bad-text",
        /// A value without quotes that is no number, date, `true` or `false`.
        Unquoted => "problem-unquoted",
        /// A list or table that is not closed.
        Unclosed => "problem-unclosed",
        /// No comma between two entries.
        MissingComma => "problem-missing-comma",
        /// No `=` after a key.
        MissingEquals => "problem-missing-equals",
        /// No value after `=`.
        MissingValue => "problem-missing-value",
        /// Lists or tables inside each other without end.
        TooDeep => "problem-too-deep",
        /// Something else, in the parser's own words.
        Other(detail: String) => "problem-syntax",
    }
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

impl IdKind {
    /// What it is, in a sentence that says so: `a` for "a step", `no` for "no step".
    fn worded(self, how: &str) -> Message {
        let what = match self {
            Self::Step => "step",
            Self::Item => "item",
            Self::Question => "question",
            Self::Role => "role",
            Self::KeyDate => "key-date",
            Self::Trigger => "trigger",
            Self::Document => "document",
            Self::Phase => "phase",
            Self::Grounds => "grounds",
        };
        message!(format!("problem-{how}-{what}"))
    }
}

messages! {
    /// What is wrong. A hint has the same id with `-hint` after it.
    #[derive(Debug, Clone, PartialEq)]
    pub enum ProblemKind {
        // The text.
        /// The text is larger than any routine.
        TooLarge { bytes: usize, limit: usize } => "problem-too-large",
        /// It is not TOML.
        Syntax(; fault: SyntaxFault) => fault,
        /// A personnummer or samordningsnummer.
        IdentityNumber => "problem-identity-number",
        /// The character U+0000.
        NullSign => "problem-null-sign",
        /// A format this program does not know.
        UnknownFormat { found: String } => "problem-unknown-format",
        /// So many problems that the rest are left out.
        MoreProblems { count: usize } => "problem-more",
        /// A school calendar that does not hold together.
        SchoolCalendar(; problem: SchoolProblem) => problem,

        // Keys and values.
        /// A key that the table does not have.
        UnknownKey { key: String; table: &'static str, suggestion: Option<String> } =>
            message!("problem-unknown-key", table = table_name(table)),
        /// A key that must be there.
        MissingKey { key: &'static str; table: &'static str } =>
            message!("problem-missing-key", table = table_name(table)),
        /// A value of the wrong sort.
        WrongShape { key: String, wanted: Shape, found: Shape } => "problem-wrong-shape",
        /// An empty text.
        EmptyText { key: String } => "problem-empty-text",
        /// An empty list.
        EmptyList { key: String } => "problem-empty-list",
        /// The same entry twice in a list.
        DuplicateEntry { key: String, entry: String } => "problem-duplicate-entry",
        /// A word that is not one of those the key takes.
        UnknownWord {
            key: String,
            found: String;
            allowed: Vec<&'static str>,
            suggestion: Option<String>
        } => "problem-unknown-word",
        /// Not a term.
        BadTerm { found: String; why: TermError } => why,
        /// Not a month, day or week of a year.
        BadYearMark { found: String } => "problem-bad-year-mark",
        /// Not `step` or `step/round`.
        BadRoundName { found: String } => "problem-bad-round-name",
        /// Two keys that exclude each other.
        KeysTogether { first: &'static str, second: &'static str } => "problem-keys-together",
        /// A key that means nothing without another.
        KeyWithout { key: &'static str, needs: &'static str } => "problem-key-without",
        /// A key that has no effect beside another.
        IgnoredKey { key: &'static str, beside: String } => "problem-ignored-key",
        /// A key date that must be given when a case opens but is said to come later.
        RequiredButLater => "problem-required-but-later",

        // Questions.
        /// Options are missing for this kind.
        OptionsMissing { kind: &'static str } => "problem-options-missing",
        /// This kind takes no options.
        OptionsNotTaken { kind: &'static str } => "problem-options-not-taken",
        /// An option with `|` in it, or with spaces around it.
        BadOption { option: String } => "problem-bad-option",

        // Conditions.
        /// A condition that says nothing.
        EmptyCondition => "problem-empty-condition",
        /// A condition that says two things at once.
        MixedCondition { keys: Vec<&'static str> } => "problem-mixed-condition",
        /// A question without what its answer should be.
        ConditionWithoutTest => "problem-condition-without-test",
        /// Conditions inside each other without end.
        ConditionTooDeep { limit: usize } => "problem-condition-too-deep",
        /// The question never has this answer.
        NeverTheAnswer {
            question: String,
            value: String;
            kind: &'static str,
            options: Vec<String>,
            suggestion: Option<String>
        } => "problem-never-the-answer",
        /// A limit on an answer that is no number.
        NotANumber { question: String, kind: &'static str } => "problem-not-a-number",

        // Due rules.
        /// No key says which rule it is.
        RuleWithoutKind => "problem-rule-without-kind",
        /// Several keys say different rules.
        MixedRule { keys: Vec<&'static str> } => "problem-mixed-rule",
        /// A key that this rule does not have.
        NotInRule { key: &'static str, rule: &'static str } => "problem-not-in-rule",
        /// A key that this rule must have.
        MissingInRule { key: &'static str, rule: &'static str } => "problem-missing-in-rule",
        /// An anchor that is neither a key date nor one step or answer.
        BadAnchor => "problem-bad-anchor",
        /// Single dates and repeating rules in one list.
        MixedDue => "problem-mixed-due",
        /// An entry before it always counts.
        UnreachableRule => "problem-unreachable-rule",
        /// A date before something must not move past it.
        RollsPast { roll: &'static str } => "problem-rolls-past",
        /// Lag (1930:173) is for time that runs from something.
        StatutoryNotHere => "problem-statutory-not-here",
        /// `earliest` lies after the due date.
        EarliestTooLate { earliest: String, term: String } => "problem-earliest-too-late",
        /// The series ends where it starts.
        NeverDue => "problem-never-due",

        // Steps.
        /// Nothing follows.
        EmptyOutcome => "problem-empty-outcome",
        /// The role proposed is none of those the step may go to.
        ProposedNotCandidate { role: String } => "problem-proposed-not-candidate",
        /// A step that nobody answers for.
        NoOwner { step: String } => "problem-no-owner",
        /// A routine without steps.
        NoSteps => "problem-no-steps",
        /// More steps than a routine can have.
        TooManySteps { count: usize, limit: usize } => "problem-too-many-steps",

        // Ids.
        /// An id of the wrong shape; `plain`: only a–z, 0–9 and `-`.
        BadId { id: String; plain: bool } => match plain {
            true => "problem-bad-plain-id",
            false => "problem-bad-id",
        },
        /// The same id twice.
        DuplicateId { ; what: IdKind, id: String } =>
            message!("problem-duplicate-id", what = what.worded("a"), id),
        /// Nothing has this id.
        UnknownId { ; what: IdKind, id: String, suggestion: Option<String> } =>
            message!("problem-unknown-id", what = what.worded("no"), id),
        /// A line filled in by hand has no answer.
        BlankHasNoAnswer { id: String } => "problem-blank-has-no-answer",
        /// A step asks only questions of the case, not another's own.
        NotOfTheCase { id: String } => "problem-not-of-the-case",
        /// An answer of another kind is needed.
        WrongKind { question: String, wanted: &'static str, found: &'static str } => "problem-wrong-kind",
        /// These wait for each other, in this order, the first last.
        Cycle { ; what: IdKind, ids: Vec<String> } => message!(
            match what {
                IdKind::Question => "problem-cycle-question",
                IdKind::KeyDate => "problem-cycle-key-date",
                _ => "problem-cycle-step",
            },
            ids = circle(ids),
        ),
        /// A step asks what its own date or condition rests on, and has no later round that could see the answer.
        OwnAnswer { question: String } => "problem-own-answer",
        /// Nothing uses it.
        Unused { ; what: IdKind, id: String } => message!(
            match what {
                IdKind::Role => "problem-unused-role",
                IdKind::Document => "problem-unused-document",
                IdKind::Grounds => "problem-unused-grounds",
                _ => "problem-unused-question",
            },
            id,
        ),

        // Tests.
        /// The test depends on which day it is and does not say.
        NeedsToday { because: String } => "problem-needs-today",
        /// A round that no case has at its start: a step whose rule does not repeat, never reopened.
        NoSuchRound { step: String } => "problem-no-such-round",
    }
}

/// The file itself has no name in the file.
fn table_name(table: &str) -> Message {
    match table {
        "routine" => "problem-table-routine".into(),
        table => message!("problem-table", table),
    }
}

/// Longer circles are shown with their ends only.
const LONGEST_CIRCLE: usize = 8;

fn circle(ids: &[String]) -> String {
    let mut shown: Vec<&str> = ids
        .iter()
        .take(LONGEST_CIRCLE)
        .map(String::as_str)
        .collect();
    if ids.len() > LONGEST_CIRCLE {
        shown.push("…");
    }
    shown.extend(ids.first().map(String::as_str));
    shown.join(" → ")
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
                | Self::SchoolCalendar(_)
                | Self::Unused { .. }
        )
    }
}
