//! A routine: who does what, when, in which phase. Data only; `validate` says whether it holds together.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    condition::Condition,
    due_rule::DueChoice,
    ids::{DocumentId, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId},
    routine_test::RoutineTest,
};

/// One routine file, read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Routine {
    /// The version of the format that it is written in: what its keys mean.
    pub format: i64,
    pub id: RoutineId,
    /// Free text; the identity of a routine is its text's hash.
    pub version: String,
    pub title: String,
    /// What people call it where there is little room; `None` is the title.
    pub short_title: Option<String>,
    pub summary: Option<String>,
    pub status: RoutineStatus,
    pub owner: Option<String>,
    /// After this day listings say that it should be reviewed.
    pub review_by: Option<NaiveDate>,
    /// What a step is called on screen; `None` is "Steg".
    pub step_word: Option<String>,
    pub notice: Option<String>,
    /// Whether its cases concern a placed child, whose records may not be destroyed.
    pub placed_child: bool,
    pub source: Source,
    /// Named lists of reasons that may be given for going past a requirement.
    pub grounds: BTreeMap<String, Vec<String>>,
    pub roles: Vec<Role>,
    /// Dates that rules count from, in the order they are asked.
    pub key_dates: Vec<KeyDate>,
    pub questions: Vec<Question>,
    pub triggers: Vec<Trigger>,
    pub phases: Vec<Phase>,
    pub documents: Vec<Document>,
    #[serde(skip)]
    pub tests: Vec<RoutineTest>,
}

messages! {
    /// Whether cases may be opened from a routine.
    #[derive(Copy, Default, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum RoutineStatus {
        Draft => "routine-status-draft",
        #[default]
        Active => "routine-status-active",
        /// No longer in use; its open cases go on.
        Retired => "routine-status-retired",
    }
}

/// Who published what the routine renders.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    pub publisher: String,
    pub document: String,
    pub revised: Option<NaiveDate>,
    pub url: Option<String>,
}

/// A function that holds duties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub id: RoleId,
    pub title: String,
    /// The organisation it belongs to; matters for secrecy.
    pub party: Option<String>,
    /// Warn while nobody holds it.
    pub must_be_held: bool,
    /// It works in a school: what it has part in should not be due when schools are closed.
    pub school: bool,
}

/// A date that rules count from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDate {
    pub id: KeyDateId,
    pub title: String,
    pub ask: Ask,
    pub required: bool,
    /// Before this one is an error.
    pub not_before: Option<KeyDateId>,
    /// Before these is a warning.
    pub expected_after: Vec<KeyDateId>,
}

/// When a key date or question is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    #[default]
    AtStart,
    /// When it is known (dates) or needed (questions).
    #[serde(rename = "when-known", alias = "when-needed")]
    Later,
}

/// A fact about the case.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    pub text: String,
    pub kind: AnswerKind,
    pub ask: Ask,
    /// In a step: no round is done without an answer.
    pub required: bool,
    pub when: Option<Condition>,
    /// Tells where the child is.
    pub place: bool,
    pub help: Option<String>,
    /// A condition compares the answer on days on which it stands; `None`: on any.
    pub stands: Option<Stands>,
    /// The step that an answer books, too.
    pub books: Option<StepId>,
    pub on_continue: Option<OnContinue>,
}

/// What becomes of an answer when another case goes on in this one's stead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnContinue {
    Carry,
    Again,
}

/// For how long the answer to a question stands, which a condition compares on a day: a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stands {
    /// The question that tells its last day.
    pub until: Option<QuestionId>,
    /// Questions without an answer to which it does not stand.
    pub with: Vec<QuestionId>,
}

/// What sort of answer a question takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerKind {
    YesNo,
    Choice(Vec<String>),
    Choices(Vec<String>),
    #[default]
    Text,
    Number,
    Date,
    Term,
    /// Several of the routine's roles: the id and title of each.
    Roles(Vec<(String, String)>),
}

/// What may start a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    pub id: TriggerId,
    pub title: String,
}

/// A stretch of the routine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    pub id: String,
    pub title: String,
    pub when: Option<Condition>,
    pub steps: Vec<Step>,
}

/// Something somebody is to do.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Step {
    pub id: StepId,
    pub title: String,
    pub purpose: Option<String>,
    pub activity: Option<String>,
    pub notice: Option<String>,
    pub law: Option<String>,
    pub responsible: Responsible,
    pub participants: Vec<Participant>,
    /// "Vid behov": offered, never overdue, holds nothing up.
    pub optional: bool,
    pub documents: Vec<DocumentName>,
    pub when: Option<Condition>,
    pub requires: Vec<Requirement>,
    /// Due rules: the first whose `when` holds counts.
    pub due: Vec<DueChoice>,
    /// Top-level questions asked when the step is done.
    pub asks: Vec<QuestionId>,
    pub questions: Vec<Question>,
    pub items: Vec<Item>,
    pub outcomes: Vec<StepOutcome>,
    pub counts_as: Vec<CountsAs>,
    /// Of one that was added to a case: the step after which it stands, where one was named.
    #[serde(skip)]
    pub own: Option<Option<StepId>>,
}

/// Who answers for a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Responsible {
    /// All of these, jointly; empty when the routine names nobody.
    Jointly(Vec<Owner>),
    /// One of these: the case decides which.
    Chosen {
        candidates: Vec<RoleId>,
        /// Counts until the case has decided.
        proposed: Option<RoleId>,
    },
}

impl Default for Responsible {
    fn default() -> Self {
        Self::Jointly(Vec::new())
    }
}

/// Who answers for a step or part, if a condition holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Owner {
    pub role: RoleId,
    pub when: Option<Condition>,
}

impl<T: Into<RoleId>> From<T> for Owner {
    fn from(role: T) -> Self {
        let (role, when) = (role.into(), None);
        Self { role, when }
    }
}

/// Somebody invited to a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    pub who: Invited,
    pub when: Option<Condition>,
}

/// Who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invited {
    Role(RoleId),
    /// Those whom the latest answer to this question names.
    Asked(QuestionId),
}

/// A form by id, or a paper by its plain title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentName {
    Form(DocumentId),
    Title(String),
}

/// What must hold before a step may be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    pub condition: Condition,
    pub gate: Gate,
    /// From which round of the step on it is one, from 1.
    pub from_round: u32,
}

/// How a requirement that does not hold may be passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gate {
    AnyReason,
    /// By naming one of this list's grounds.
    Grounds(String),
    Never,
}

/// A part of a step with a tick of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: ItemId,
    pub title: String,
    /// Its own owners; empty means the step's.
    pub responsible: Vec<Owner>,
    pub when: Option<Condition>,
}

/// What the answers of a round lead to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepOutcome {
    pub when: Option<Condition>,
    pub reopen: Vec<StepId>,
    pub close: bool,
}

/// The outcome figure a step feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountsAs {
    FirstContact,
    Consent,
    Handover,
    Agreement,
    Feedback,
    DischargeMeeting,
    ThreeMonthFollowUp,
}

/// A form that steps name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    pub title: String,
    pub fields: Vec<Field>,
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub section: Option<String>,
    pub content: FieldContent,
}

/// What a line of a form holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FieldContent {
    Asks(QuestionId),
    Own(Question),
    /// Filled in by hand, never stored.
    Blank {
        id: QuestionId,
        text: String,
        help: Option<String>,
        when: Option<Condition>,
    },
}
