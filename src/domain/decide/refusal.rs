//! Why something cannot be done, and what may be done but should be seen.

use chrono::NaiveDate;

use crate::domain::{
    ids::{ItemId, KeyDateId, QuestionId, RoleId, StepId, TriggerId},
    likely_day::UnlikelyDay,
    message::Argument,
    plan::WaitsFor,
    texts::TextPlace,
};

messages! {
    /// Why something cannot be done. What to type instead is chosen where it is told.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum Refusal {
        /// The stored history does not hold together.
        BrokenHistory => "refused-broken-history",
        /// The case is closed since that day.
        CaseClosed { on: NaiveDate } => "refused-closed",
        /// The case is not closed.
        NotClosed => "refused-not-closed",
        /// The routine has no such trigger.
        UnknownTrigger(given: TriggerId) => "refused-unknown-trigger",
        /// The routine has no such step.
        UnknownStep(; id: StepId) => message!("refused-unknown-step", given = id.as_str()),
        /// The step has no such part.
        UnknownItem { step: StepId, item: ItemId } => "refused-unknown-item",
        /// The routine has no such key date.
        UnknownDate(given: KeyDateId) => "refused-unknown-date",
        /// The routine has no such question.
        UnknownQuestion(given: QuestionId) => "refused-unknown-question",
        /// The routine has no such role.
        UnknownRole(given: RoleId) => "refused-unknown-role",
        /// Several are called that: their ids.
        SeveralFit(given: String; ids: Vec<String>) => "refused-several-fit",
        /// A case cannot be opened without this date.
        RequiredDate(date: KeyDateId) => "refused-required-date",
        /// One date is before another that it cannot be before.
        DateOrder {
            date: KeyDateId,
            on: NaiveDate,
            not_before: KeyDateId,
            other_on: NaiveDate
        } => "refused-date-order",
        /// The answer is not one the question takes.
        BadAnswer { question: QuestionId, value: String } => "refused-bad-answer",
        /// The day lies so far off that it is hardly meant.
        UnlikelyDay(; day: UnlikelyDay) => day.message(),
        /// That day has not come yet.
        InTheFuture { on: NaiveDate, today: NaiveDate } => "refused-in-the-future",
        /// The step does not apply to the case.
        NotApplicable { step: StepId } => "refused-not-applicable",
        /// Whether the step applies is not known yet.
        Undecided { step: StepId; waits_for: Vec<WaitsFor> } => "refused-undecided",
        /// The step has ended already.
        Ended {
            step: StepId,
            on: Option<NaiveDate>,
            by: String,
            recorded: Option<NaiveDate>;
            round: u32,
            skipped: bool
        } => match (skipped, on) {
            (true, _) => "refused-skipped",
            (false, None) => "refused-done-unknown",
            (false, Some(_)) => "refused-done",
        },
        /// The step is not in that round.
        NoSuchRound { step: StepId, round: u32, current: u32 } => "refused-no-such-round",
        /// It is not clear which round is meant.
        WhichRound {
            step: StepId;
            rounds: Vec<u32>,
            /// The day the round to be done opens, if it has not.
            opens: Option<NaiveDate>
        } => "refused-which-round",
        /// A rolling rule counts each round from the one before: their days come in order.
        OrderOfRounds { step: StepId, on: NaiveDate, other_on: NaiveDate } => "refused-order-of-rounds",
        /// The part has been recorded already.
        ItemSettled { step: StepId, item: ItemId } => "refused-item-settled",
        /// The part does not apply to the case.
        ItemNotApplicable { step: StepId, item: ItemId } => "refused-item-not-applicable",
        /// A requirement does not hold, and no reason to go past it was given.
        NeedsDespite {
            step: StepId;
            waits_for: Vec<WaitsFor>,
            /// The grounds to choose among; empty means any reason.
            grounds: Vec<String>
        } => "refused-needs-despite",
        /// A requirement that cannot be passed does not hold.
        Barred { step: StepId; waits_for: Vec<WaitsFor> } => "refused-barred",
        /// The reason given is not one of the grounds.
        NotAGround { given: String; grounds: Vec<String> } => "refused-not-a-ground",
        /// Required questions of the step are unanswered.
        Unanswered { step: StepId; questions: Vec<QuestionId> } => "refused-unanswered",
        /// The routine itself says who takes the step.
        NothingToChoose { step: StepId } => "refused-nothing-to-choose",
        /// That role is not one of those that may take the step.
        NotACandidate { step: StepId; role: RoleId, candidates: Vec<RoleId> } =>
            message!("refused-not-a-candidate", role = role.as_str()),
        /// Only an open or blocked step can be given a new date.
        NotExtendable { step: StepId; waits_for: Vec<WaitsFor> } => "refused-not-extendable",
        /// The new date is not later than the one the routine gives.
        NotLater { step: StepId, to: NaiveDate, due: NaiveDate } => "refused-not-later",
        /// A text that must be given is empty.
        TextMissing(; text: RequiredText) => text,
        /// Closing needs a reason while these steps are left.
        StepsLeft(; left: Vec<StepId>) => "refused-steps-left",
        /// Closing needs a reason while these steps are late, so many days.
        StepsLate(; late: Vec<(StepId, i64)>) => "refused-steps-late",
        /// The case has changed since it was read.
        MovedOn { seen: u32 } => "refused-moved-on",
        /// A text holds a personnummer or samordningsnummer; it is not repeated here.
        IdentityNumber(place: TextPlace) => "refused-identity-number",
        /// A text holds the character U+0000.
        NullSign(place: TextPlace) => "refused-null-sign",
        /// A reference that cannot be typed and filed.
        BadReference(given: String) => "refused-bad-reference",
        /// There is nothing to take back.
        NothingToUndo => "refused-nothing-to-undo",
        /// The opening of a case cannot be taken back.
        OpeningStands => "refused-opening-stands",
        /// What came after stands on it.
        StandsOn {
            seq: u32,
            /// Its step; `None` when it concerns the whole case.
            step: Option<StepId>
        } => match step {
            Some(_) => "refused-stands-on",
            None => "refused-case-stands-on",
        },
    }
}

messages! {
    /// A text that must be given.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum RequiredText {
        /// A reason.
        Reason => "refused-reason-missing",
        /// Who decided.
        DecidedBy => "refused-decided-by-missing",
        /// A note.
        Note => "refused-note-missing",
    }
}

messages! {
    /// What may be done but should be seen.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum Warning {
        /// A date is before one it is expected after.
        UnusualOrder { date: KeyDateId, expected_after: KeyDateId } => "warning-unusual-order",
        /// Nobody holds a role that must be held.
        RoleNotHeld(role: RoleId) => "warning-role-not-held",
        /// A date no case is opened without was withdrawn.
        RequiredDateWithdrawn(date: KeyDateId) => "warning-required-date-withdrawn",
        /// A question that the step asks was answered before, not with this round.
        OldAnswer { question: QuestionId, answered: NaiveDate; value: String } =>
            message!("warning-old-answer", value = Argument::Answer(question.clone(), value.clone())),
        /// One of the routine's grounds was named, and not who decided to go on with it.
        DeciderMissing { step: StepId } => "warning-decider-missing",
        /// The case was closed while this step was late.
        ClosedLate { step: StepId; days: i64 } =>
            message!("warning-closed-late", late = message!("days-late", days)),
        /// All parts are done, but the step stays open until these are answered.
        OpenUntilAnswered { step: StepId; questions: Vec<QuestionId> } =>
            message!("warning-open-until-answered", questions = Argument::dotted(questions)),
    }
}
