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
    pub enum Refusal {
        BrokenHistory => "refused-broken-history",
        CaseClosed { on: NaiveDate } => "refused-closed",
        NotClosed => "refused-not-closed",
        UnknownTrigger(given: TriggerId) => "refused-unknown-trigger",
        UnknownStep(; id: StepId) => message!("refused-unknown-step", given = id.as_str()),
        UnknownItem { step: StepId, item: ItemId } => "refused-unknown-item",
        UnknownDate(given: KeyDateId) => "refused-unknown-date",
        UnknownQuestion(given: QuestionId) => "refused-unknown-question",
        UnknownPhase(given: String) => "refused-unknown-phase",
        UnknownRole(given: RoleId) => "refused-unknown-role",
        /// Several are called that: their ids.
        SeveralFit(given: String; ids: Vec<String>) => "refused-several-fit",
        RequiredDate(date: KeyDateId) => "refused-required-date",
        DateOrder {
            date: KeyDateId,
            on: NaiveDate,
            not_before: KeyDateId,
            other_on: NaiveDate
        } => "refused-date-order",
        BadAnswer { question: QuestionId, value: String } => "refused-bad-answer",
        /// The day lies so far off that it is hardly meant.
        UnlikelyDay(; day: UnlikelyDay) => day.message(),
        InTheFuture { on: NaiveDate, today: NaiveDate } => "refused-in-the-future",
        NotApplicable { step: StepId } => "refused-not-applicable",
        Undecided { step: StepId; waits_for: Vec<WaitsFor> } => "refused-undecided",
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
        ItemSettled { step: StepId, item: ItemId } => "refused-item-settled",
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
        NotAGround { given: String; grounds: Vec<String> } => "refused-not-a-ground",
        Unanswered { step: StepId; questions: Vec<QuestionId> } => "refused-unanswered",
        /// The routine itself says who takes the step.
        NothingToChoose { step: StepId } => "refused-nothing-to-choose",
        NotACandidate { step: StepId; role: RoleId, candidates: Vec<RoleId> } =>
            message!("refused-not-a-candidate", role = role.as_str()),
        /// Only an open or blocked step can be given a new date.
        NotExtendable { step: StepId; waits_for: Vec<WaitsFor> } => "refused-not-extendable",
        /// What is added is not due before it was.
        HasPassed { to: NaiveDate, today: NaiveDate } => "refused-has-passed",
        NotLater { step: StepId, to: NaiveDate, due: NaiveDate } => "refused-not-later",
        TextMissing(; text: RequiredText) => text,
        /// Closing needs a reason while these steps are left.
        StepsLeft(; left: Vec<StepId>) => "refused-steps-left",
        /// Closing needs a reason while these steps are late, so many days.
        StepsLate(; late: Vec<(StepId, i64)>) => "refused-steps-late",
        /// The case has changed since it was read.
        MovedOn { seen: u32 } => "refused-moved-on",
        /// A text holds a personnummer or samordningsnummer; it is not repeated here.
        IdentityNumber(place: TextPlace) => "refused-identity-number",
        NullSign(place: TextPlace) => "refused-null-sign",
        /// A reference that cannot be typed and filed.
        BadReference(given: String) => "refused-bad-reference",
        NothingToUndo => "refused-nothing-to-undo",
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
    #[derive(Copy)]
    pub enum RequiredText {
        Reason => "refused-reason-missing",
        DecidedBy => "refused-decided-by-missing",
        Note => "refused-note-missing",
        Title => "refused-title-missing",
    }
}

messages! {
    /// What may be done but should be seen.
    pub enum Warning {
        UnusualOrder { date: KeyDateId, expected_after: KeyDateId } => "warning-unusual-order",
        RoleNotHeld(role: RoleId) => "warning-role-not-held",
        RequiredDateWithdrawn(date: KeyDateId) => "warning-required-date-withdrawn",
        /// A question that the step asks was answered before, not with this round.
        OldAnswer { question: QuestionId, answered: NaiveDate; value: String } =>
            message!("warning-old-answer", value = Argument::Answer(question.clone(), value.clone())),
        DeciderMissing { step: StepId } => "warning-decider-missing",
        ClosedLate { step: StepId; days: i64 } =>
            message!("warning-closed-late", late = message!("days-late", days)),
        /// All parts are done, but the step stays open until these are answered.
        OpenUntilAnswered { step: StepId; questions: Vec<QuestionId> } =>
            message!("warning-open-until-answered", questions = Argument::dotted(questions)),
    }
}
