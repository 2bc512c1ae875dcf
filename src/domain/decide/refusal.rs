//! Why something cannot be done, and what may be done but should be seen. No words here: those are chosen at the edge.

use chrono::NaiveDate;

use crate::domain::ids::{ItemId, KeyDateId, QuestionId, RoleId, StepId, TriggerId};
use crate::domain::likely_day::UnlikelyDay;
use crate::domain::plan::WaitsFor;
use crate::domain::texts::TextPlace;

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The stored history does not hold together.
    BrokenHistory,
    /// The case is closed since that day.
    CaseClosed { on: NaiveDate },
    /// The case is not closed.
    NotClosed,
    /// The routine has no such trigger.
    UnknownTrigger(TriggerId),
    /// The routine has no such step.
    UnknownStep(StepId),
    /// The step has no such part.
    UnknownItem { step: StepId, item: ItemId },
    /// The routine has no such key date.
    UnknownDate(KeyDateId),
    /// The routine has no such question.
    UnknownQuestion(QuestionId),
    /// The routine has no such role.
    UnknownRole(RoleId),
    /// A case cannot be opened without this date.
    RequiredDate(KeyDateId),
    /// One date is before another that it cannot be before.
    DateOrder {
        date: KeyDateId,
        on: NaiveDate,
        not_before: KeyDateId,
        other_on: NaiveDate,
    },
    /// The answer is not one the question takes.
    BadAnswer { question: QuestionId, value: String },
    /// The day lies so far off that it is hardly meant.
    UnlikelyDay(UnlikelyDay),
    /// That day has not come yet.
    InTheFuture { on: NaiveDate, today: NaiveDate },
    /// The step does not apply to the case.
    NotApplicable { step: StepId },
    /// Whether the step applies is not known yet.
    Undecided {
        step: StepId,
        waits_for: Vec<WaitsFor>,
    },
    /// The step has ended already.
    Ended {
        step: StepId,
        round: u32,
        skipped: bool,
        on: Option<NaiveDate>,
        by: String,
        recorded: Option<NaiveDate>,
    },
    /// The step is not in that round.
    NoSuchRound {
        step: StepId,
        round: u32,
        current: u32,
    },
    /// It is not clear which round is meant.
    WhichRound {
        step: StepId,
        rounds: Vec<u32>,
        /// The day the round to be done opens, if it has not.
        opens: Option<NaiveDate>,
    },
    /// A rolling rule counts each round from the one before: their days come in order.
    OrderOfRounds {
        step: StepId,
        on: NaiveDate,
        other_on: NaiveDate,
    },
    /// The part has been recorded already.
    ItemSettled { step: StepId, item: ItemId },
    /// The part does not apply to the case.
    ItemNotApplicable { step: StepId, item: ItemId },
    /// A requirement does not hold, and no reason to go past it was given.
    NeedsDespite {
        step: StepId,
        waits_for: Vec<WaitsFor>,
        /// The grounds to choose among; empty means any reason.
        grounds: Vec<String>,
    },
    /// A requirement that cannot be passed does not hold.
    Barred {
        step: StepId,
        waits_for: Vec<WaitsFor>,
    },
    /// The reason given is not one of the grounds.
    NotAGround { given: String, grounds: Vec<String> },
    /// Required questions of the step are unanswered.
    Unanswered {
        step: StepId,
        questions: Vec<QuestionId>,
    },
    /// The routine itself says who takes the step.
    NothingToChoose { step: StepId },
    /// That role is not one of those that may take the step.
    NotACandidate {
        step: StepId,
        role: RoleId,
        candidates: Vec<RoleId>,
    },
    /// Only an open or blocked step can be given a new date.
    NotExtendable {
        step: StepId,
        waits_for: Vec<WaitsFor>,
    },
    /// The new date is not later than the one the routine gives.
    NotLater {
        step: StepId,
        to: NaiveDate,
        due: NaiveDate,
    },
    /// A text that must be given is empty.
    TextMissing(RequiredText),
    /// Closing needs a reason while these steps are left.
    StepsLeft(Vec<StepId>),
    /// Closing needs a reason while these steps are late, so many days.
    StepsLate(Vec<(StepId, i64)>),
    /// The case has changed since it was read.
    MovedOn { seen: u32 },
    /// A text holds a personnummer or samordningsnummer; it is not repeated here.
    IdentityNumber(TextPlace),
    /// A text holds the character U+0000.
    NullSign(TextPlace),
    /// A reference that cannot be typed and filed.
    BadReference(String),
    /// There is nothing to take back.
    NothingToUndo,
    /// The opening of a case cannot be taken back.
    OpeningStands,
    /// What came after stands on it.
    StandsOn {
        seq: u32,
        /// Its step; `None` when it concerns the whole case.
        step: Option<StepId>,
    },
}

/// A text that must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequiredText {
    /// A reason.
    Reason,
    /// Who decided.
    DecidedBy,
    /// A note.
    Note,
}

/// What may be done but should be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A date is before one it is expected after.
    UnusualOrder {
        date: KeyDateId,
        expected_after: KeyDateId,
    },
    /// Nobody holds a role that must be held.
    RoleNotHeld(RoleId),
    /// A date no case is opened without was withdrawn.
    RequiredDateWithdrawn(KeyDateId),
    /// A question that the step asks was answered before, not with this round.
    OldAnswer {
        question: QuestionId,
        answered: NaiveDate,
        value: String,
    },
    /// One of the routine's grounds was named, and not who decided to go on with it.
    DeciderMissing { step: StepId },
    /// The case was closed while this step was late.
    ClosedLate { step: StepId, days: i64 },
    /// All parts are done, but the step stays open until these are answered.
    OpenUntilAnswered {
        step: StepId,
        questions: Vec<QuestionId>,
    },
}
