//! The kinds of problems a routine file can have.

use crate::domain::{message::Message, school::SchoolProblem, term::TermError};

/// Whether a file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    /// It can, but somebody should look.
    Warning,
}

messages! {
    /// What sort of value stands in the file, or should.
    #[derive(Copy)]
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
    pub enum SyntaxFault {
        DuplicateKey => "problem-duplicate-key",
        ImpossibleDate => "problem-impossible-date",
        /// A string without its closing quote, or with a character that may not stand in it.
        BadText => "problem-bad-text",
        /// A value without quotes that is no number, date, `true` or `false`.
        Unquoted => "problem-unquoted",
        /// A list or table that is not closed.
        Unclosed => "problem-unclosed",
        MissingComma => "problem-missing-comma",
        MissingEquals => "problem-missing-equals",
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
    Step,
    Item,
    /// A question or form field.
    Question,
    Role,
    KeyDate,
    Trigger,
    /// A form.
    Document,
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
    pub enum ProblemKind {
        // The text.
        TooLarge { bytes: usize, limit: usize } => "problem-too-large",
        Syntax(; fault: SyntaxFault) => fault,
        /// A personnummer or samordningsnummer.
        IdentityNumber => "problem-identity-number",
        /// The character U+0000.
        NullSign => "problem-null-sign",
        UnknownFormat { found: String, newest: i64 } => "problem-unknown-format",
        /// So many problems that the rest are left out.
        MoreProblems { count: usize } => "problem-more",
        SchoolCalendar(; problem: SchoolProblem) => problem,

        // Keys and values.
        /// A key or a word that came with a later version of the format than the file says it has.
        OfLaterVersion { word: String, since: i64 } => "problem-of-later-version",
        UnknownKey { key: String; table: &'static str, suggestion: Option<String> } =>
            message!("problem-unknown-key", table = table_name(table)),
        MissingKey { key: &'static str; table: &'static str } =>
            message!("problem-missing-key", table = table_name(table)),
        WrongShape { key: String, wanted: Shape, found: Shape } => "problem-wrong-shape",
        EmptyText { key: String } => "problem-empty-text",
        EmptyList { key: String } => "problem-empty-list",
        DuplicateEntry { key: String, entry: String } => "problem-duplicate-entry",
        UnknownWord {
            key: String,
            found: String;
            allowed: Vec<&'static str>,
            suggestion: Option<String>
        } => "problem-unknown-word",
        BadTerm { found: String; why: TermError } => why,
        /// Not a month, day or week of a year.
        BadYearMark { found: String } => "problem-bad-year-mark",
        /// Not `step` or `step/round`.
        BadRoundName { found: String } => "problem-bad-round-name",
        KeysTogether { first: &'static str, second: &'static str } => "problem-keys-together",
        KeyWithout { key: &'static str, needs: &'static str } => "problem-key-without",
        /// A key that has no effect beside another.
        IgnoredKey { key: &'static str, beside: String } => "problem-ignored-key",
        /// A key date that must be given when a case opens but is said to come later.
        RequiredButLater => "problem-required-but-later",

        // Questions.
        OptionsMissing { kind: &'static str } => "problem-options-missing",
        OptionsNotTaken { kind: &'static str } => "problem-options-not-taken",
        /// An option with `|` in it, or with spaces around it.
        BadOption { option: String } => "problem-bad-option",

        // Conditions.
        EmptyCondition => "problem-empty-condition",
        /// A condition that says two things at once.
        MixedCondition { keys: Vec<&'static str> } => "problem-mixed-condition",
        ConditionWithoutTest => "problem-condition-without-test",
        /// Conditions inside each other without end.
        ConditionTooDeep { limit: usize } => "problem-condition-too-deep",
        NeverTheAnswer {
            question: String,
            value: String;
            kind: &'static str,
            options: Vec<String>,
            suggestion: Option<String>
        } => "problem-never-the-answer",
        NotANumber { question: String, kind: &'static str } => "problem-not-a-number",

        // Due rules.
        RuleWithoutKind => "problem-rule-without-kind",
        /// Several keys say different rules.
        MixedRule { keys: Vec<&'static str> } => "problem-mixed-rule",
        NotInRule { key: &'static str, rule: &'static str } => "problem-not-in-rule",
        MissingInRule { key: &'static str, rule: &'static str } => "problem-missing-in-rule",
        /// An anchor that is neither a key date nor one step or answer.
        BadAnchor => "problem-bad-anchor",
        /// The id of a step where that of a key date should be.
        StepAsDate { id: String } => "problem-step-as-date",
        /// A list of rules of which one counts has only one, or none.
        TooFewEntries { key: &'static str } => "problem-too-few-entries",
        /// One of them gives no single date.
        NoSingleDate { key: &'static str } => "problem-no-single-date",
        /// Two of them count from the same, so that the same one always counts.
        SameAnchor { key: &'static str } => "problem-same-anchor",
        /// A date before a step is done is known when it is late.
        BeforeStep { step: String } => "problem-before-step",
        /// It has no date, and is never late.
        NeverLate => "problem-never-late",
        /// Single dates and repeating rules in one list.
        MixedDue => "problem-mixed-due",
        /// An entry before it always counts.
        UnreachableRule => "problem-unreachable-rule",
        /// A date before something must not move past it.
        RollsPast { roll: &'static str } => "problem-rolls-past",
        /// Lag (1930:173) is for time that runs from something.
        StatutoryNotHere => "problem-statutory-not-here",
        EarliestTooLate { earliest: String, term: String } => "problem-earliest-too-late",
        /// The series ends where it starts.
        NeverDue => "problem-never-due",

        // Steps.
        /// A requirement from a round on that is not a later one.
        NotALaterRound => "problem-not-a-later-round",
        /// Nothing follows.
        EmptyOutcome => "problem-empty-outcome",
        ProposedNotCandidate { role: String } => "problem-proposed-not-candidate",
        NoOwner { step: String } => "problem-no-owner",
        NoSteps => "problem-no-steps",
        TooManySteps { count: usize, limit: usize } => "problem-too-many-steps",

        // Ids.
        /// An id of the wrong shape; `plain`: only a–z, 0–9 and `-`.
        BadId { id: String; plain: bool } => match plain {
            true => "problem-bad-plain-id",
            false => "problem-bad-id",
        },
        /// Ids that begin so are those of steps that are added to a case; in a file of version 1 they are merely passed over.
        OwnStepId { id: String; version: i64 } => "problem-own-step-id",
        DuplicateId { ; what: IdKind, id: String } =>
            message!("problem-duplicate-id", what = what.worded("a"), id),
        UnknownId { ; what: IdKind, id: String, suggestion: Option<String> } =>
            message!("problem-unknown-id", what = what.worded("no"), id),
        /// A line filled in by hand has no answer.
        BlankHasNoAnswer { id: String } => "problem-blank-has-no-answer",
        /// A step asks only questions of the case, not another's own.
        NotOfTheCase { id: String } => "problem-not-of-the-case",
        /// A consent is of its placement.
        ConsentCarried { question: String } => "problem-consent-carried",
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
            | Self::SameAnchor { .. }
            | Self::BeforeStep { .. }
            | Self::NeverLate
            | Self::NoOwner { .. }
            | Self::NoSteps
            | Self::MoreProblems { .. }
            | Self::OwnAnswer { .. }
            | Self::OwnStepId { version: 1, .. }
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
