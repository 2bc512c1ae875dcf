//! A routine: who does what, when, in which phase. Data only; `validate` says whether it holds together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::condition::Condition;
use super::due_rule::DueChoice;
use super::ids::{DocumentId, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId};
use super::routine_test::RoutineTest;

/// One routine file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// What scripts and cases call it.
    pub id: RoutineId,
    /// Free text; the identity of a routine is its text's hash.
    pub version: String,
    /// What people call it.
    pub title: String,
    /// What people call it where there is little room; `None` is the title.
    pub short_title: Option<String>,
    /// One line for the one who chooses.
    pub summary: Option<String>,
    /// Whether cases may be opened from it.
    pub status: RoutineStatus,
    /// The functions that answer for the routine.
    pub owner: Option<String>,
    /// After this day listings say that it should be reviewed.
    pub review_by: Option<NaiveDate>,
    /// What a step is called on screen; `None` is "Steg".
    pub step_word: Option<String>,
    /// Shown with every plan and print.
    pub notice: Option<String>,
    /// Whether its cases concern a placed child, whose records may not be destroyed.
    pub placed_child: bool,
    /// Where the routine comes from.
    pub source: Source,
    /// Named lists of reasons that may be given for going past a requirement.
    pub grounds: BTreeMap<String, Vec<String>>,
    /// Functions that hold duties.
    pub roles: Vec<Role>,
    /// Dates that rules count from, in the order they are asked.
    pub key_dates: Vec<KeyDate>,
    /// Facts about the case that no step of its own asks for.
    pub questions: Vec<Question>,
    /// What may start the case.
    pub triggers: Vec<Trigger>,
    /// The steps, phase by phase.
    pub phases: Vec<Phase>,
    /// Forms that steps name.
    pub documents: Vec<Document>,
    /// The routine's own tests.
    pub tests: Vec<RoutineTest>,
}

/// Whether cases may be opened from a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RoutineStatus {
    /// Not yet in use.
    Draft,
    /// In use.
    #[default]
    Active,
    /// No longer in use; its open cases go on.
    Retired,
}

/// Who published what the routine renders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The municipality or authority.
    pub publisher: String,
    /// The document's title.
    pub document: String,
    /// When it was last revised.
    pub revised: Option<NaiveDate>,
    /// Where it is published.
    pub url: Option<String>,
}

/// A function that holds duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// What people call it.
    pub title: String,
    /// The organisation it belongs to; matters for secrecy.
    pub party: Option<String>,
    /// Warn while nobody holds it.
    pub must_be_held: bool,
}

/// A date that rules count from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyDate {
    /// Its id.
    pub id: KeyDateId,
    /// What people call it.
    pub title: String,
    /// When it is asked for.
    pub ask: Ask,
    /// No case opens without it.
    pub required: bool,
    /// Before this one is an error.
    pub not_before: Option<KeyDateId>,
    /// Before these is a warning.
    pub expected_after: Vec<KeyDateId>,
}

/// When a key date or question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// When the case is opened.
    AtStart,
    /// When it is known (dates) or needed (questions).
    Later,
}

/// A fact about the case.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The question as it is put.
    pub text: String,
    /// What sort of answer it takes.
    pub kind: AnswerKind,
    /// When it is asked.
    pub ask: Ask,
    /// In a step: no round is done without an answer.
    pub required: bool,
    /// Asked only if this holds.
    pub when: Option<Condition>,
    /// Tells where the child is.
    pub place: bool,
    /// A line of help.
    pub help: Option<String>,
}

/// For how long the answer to a question stands, which a condition compares on a day: a consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The question that tells its last day.
    pub until: Option<QuestionId>,
    /// Questions without an answer to which it does not stand.
    pub with: Vec<QuestionId>,
}

/// What sort of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerKind {
    /// `yes` or `no`.
    YesNo,
    /// One of the options.
    Choice(Vec<String>),
    /// Any of the options.
    Choices(Vec<String>),
    /// Free text.
    Text,
    /// A whole or decimal number.
    Number,
    /// A day.
    Date,
    /// A length of time.
    Term,
}

/// What may start a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Its id.
    pub id: TriggerId,
    /// What people call it.
    pub title: String,
}

/// A stretch of the routine.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The phase applies only if.
    pub when: Option<Condition>,
    /// Its steps, in the file's order.
    pub steps: Vec<Step>,
}

/// Something somebody is to do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// Its id, as the source numbers it.
    pub id: StepId,
    /// What is to be done.
    pub title: String,
    /// Why.
    pub purpose: Option<String>,
    /// How.
    pub activity: Option<String>,
    /// Shown wherever the step is.
    pub notice: Option<String>,
    /// The law behind it.
    pub law: Option<String>,
    /// Who answers for it.
    pub responsible: Responsible,
    /// Who is invited without answering for it.
    pub participants: Vec<Participant>,
    /// "Vid behov": offered, never overdue, holds nothing up.
    pub optional: bool,
    /// Forms and papers.
    pub documents: Vec<DocumentName>,
    /// The step applies only if.
    pub when: Option<Condition>,
    /// What must hold before it may be done.
    pub requires: Vec<Requirement>,
    /// Due rules: the first whose `when` holds counts.
    pub due: Vec<DueChoice>,
    /// Top-level questions asked when the step is done.
    pub asks: Vec<QuestionId>,
    /// Questions of its own, asked when the step is done.
    pub questions: Vec<Question>,
    /// Parts with a tick each.
    pub items: Vec<Item>,
    /// What the answers of the round just done lead to.
    pub outcomes: Vec<Outcome>,
    /// Which outcome figures the step feeds.
    pub counts_as: Vec<CountsAs>,
}

impl Default for StepId {
    fn default() -> Self {
        Self::from("")
    }
}

/// Who answers for a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Responsible {
    /// All of these, jointly; empty when the routine names nobody.
    Jointly(Vec<RoleId>),
    /// One of these: the case decides which.
    Chosen {
        /// Those it may be.
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

/// Somebody invited to a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Who.
    pub role: RoleId,
    /// Invited only if.
    pub when: Option<Condition>,
}

/// A form by id, or a paper by its plain title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentName {
    /// One of the routine's forms.
    Form(DocumentId),
    /// A paper the routine only names.
    Title(String),
}

/// What must hold before a step may be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// The condition.
    pub condition: Condition,
    /// How it may be passed when it does not hold.
    pub gate: Gate,
}

/// How a requirement that does not hold may be passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// With any recorded reason.
    AnyReason,
    /// By naming one of this list's grounds.
    Grounds(String),
    /// Not at all.
    Never,
}

/// A part of a step with a tick of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id, unique within the step.
    pub id: ItemId,
    /// What is to be done.
    pub title: String,
    /// Its own owners; empty means the step's.
    pub responsible: Vec<RoleId>,
    /// The part applies only if.
    pub when: Option<Condition>,
}

/// What the answers of a round lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Follows only if.
    pub when: Option<Condition>,
    /// Steps that get a new round.
    pub reopen: Vec<StepId>,
    /// The case may end here.
    pub close: bool,
}

/// The outcome figure a step feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountsAs {
    /// First contact with a school after the decision.
    FirstContact,
    /// Consent obtained.
    Consent,
    /// The schools' handover.
    Handover,
    /// School agreement at admission.
    Agreement,
    /// Feedback on the agreed interval.
    Feedback,
    /// Meeting before discharge.
    DischargeMeeting,
    /// The follow-up three months after discharge.
    ThreeMonthFollowUp,
}

/// A form that steps name.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What people call it.
    pub title: String,
    /// Its lines, in order.
    pub fields: Vec<Field>,
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The heading it stands under.
    pub section: Option<String>,
    /// What the line holds.
    pub content: FieldContent,
}

/// What a line of a form holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldContent {
    /// Shows an existing question.
    Asks(QuestionId),
    /// A question of its own.
    Own(Question),
    /// Filled in by hand, never stored.
    Blank {
        /// Its id.
        id: QuestionId,
        /// The lead text.
        text: String,
        /// A line of help.
        help: Option<String>,
        /// Shown only if this holds.
        when: Option<Condition>,
    },
}
