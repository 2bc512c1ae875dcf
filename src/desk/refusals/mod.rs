//! Why the domain refused, as a failure with the next command to type.

mod reasons;
mod warnings;

use crate::domain::decide::{Refusal, RequiredText};
use crate::domain::ids::{CaseRef, QuestionId, StepId};
use crate::domain::message::Message;
use crate::domain::plan::WaitsFor;
use crate::domain::routine::{AnswerKind, Question, Routine};
use crate::error::Failure;
use crate::ui::wording::{Titles, Words};

use super::suggest::{self, choose_among};

pub(crate) use self::reasons::unlikely_day;

pub(crate) struct Refusals<'a> {
    pub(crate) words: &'a Words,
    pub(crate) routine: &'a Routine,
    /// The case, as commands take it; something readable before it has a reference.
    pub(crate) case: &'a CaseRef,
}

impl<'a> Refusals<'a> {
    pub(crate) fn new(words: &'a Words, routine: &'a Routine, case: &'a CaseRef) -> Self {
        Self {
            words,
            routine,
            case,
        }
    }

    /// The refusal as a failure. Every kind is named here, so that a new one is not forgotten.
    pub(crate) fn failure(&self, refusal: &Refusal) -> Failure {
        let refused = |id: &'static str| Failure::refused(id);
        let step_is = |id: &'static str, step: &StepId| Failure::refused(self.about(id, step));
        match refusal {
            Refusal::BrokenHistory => refused("refused-broken-history").hint("hint-doctor"),
            Refusal::CaseClosed { on } => self.closed(*on),
            Refusal::NotClosed => refused("refused-not-closed"),
            Refusal::UnknownTrigger(id) => {
                let known = self.routine.triggers.iter().map(|t| t.id.as_str());
                self.unknown("refused-unknown-trigger", id.as_str(), known)
            }
            Refusal::UnknownStep(id) => {
                let known = self.routine.steps().map(|(_, step)| step.id.as_str());
                self.unknown("refused-unknown-step", id.as_str(), known)
            }
            Refusal::UnknownItem { step, item } => self.unknown_item(step, item),
            Refusal::UnknownDate(id) => {
                let known = self.routine.key_dates.iter().map(|d| d.id.as_str());
                self.unknown("refused-unknown-date", id.as_str(), known)
            }
            Refusal::UnknownQuestion(id) => {
                let known = self.routine.questions().map(|q| q.id.as_str());
                self.unknown("refused-unknown-question", id.as_str(), known)
            }
            Refusal::UnknownRole(id) => {
                let known = self.routine.roles.iter().map(|r| r.id.as_str());
                self.unknown("refused-unknown-role", id.as_str(), known)
            }
            Refusal::RequiredDate(id) => self.required_date(id),
            Refusal::DateOrder {
                date,
                on,
                not_before,
                other_on,
            } => self.date_order((date, *on), (not_before, *other_on)),
            Refusal::BadAnswer { question, value } => self.bad_answer(question, value),
            Refusal::UnlikelyDay(day) => unlikely_day(day),
            Refusal::InTheFuture { on, today } => self.in_the_future(*on, *today),
            Refusal::NotApplicable { step } => {
                step_is("refused-not-applicable", step).hint(self.typed("hint-why", step))
            }
            Refusal::Undecided { step, waits_for } => self.undecided(step, waits_for),
            Refusal::Ended {
                step,
                round,
                skipped,
                on,
                by,
                recorded,
            } => self.ended((step, *round), *skipped, *on, (by, *recorded)),
            Refusal::WhichRound {
                step,
                rounds,
                opens,
            } => self.which_round(step, rounds, *opens),
            Refusal::OrderOfRounds { step, on, other_on } => {
                let what = self.about("refused-order-of-rounds", step);
                let what = what.with("on", self.words.date(*on));
                Failure::refused(what.with("other", self.words.date(*other_on)))
                    .hint(self.for_case("hint-log"))
            }
            Refusal::NoSuchRound {
                step,
                round,
                current,
            } => self.no_such_round(step, *round, *current),
            Refusal::ItemSettled { step, item } => {
                self.of_item("refused-item-settled", step, item.as_str())
            }
            Refusal::ItemNotApplicable { step, item } => {
                self.of_item("refused-item-not-applicable", step, item.as_str())
            }
            Refusal::NeedsDespite {
                step,
                waits_for,
                grounds,
            } => self.needs_despite(step, waits_for, grounds),
            Refusal::Barred { step, waits_for } => self
                .because_of(step_is("refused-barred", step), step, waits_for)
                .hint(self.typed("hint-why", step)),
            Refusal::NotAGround { given, grounds } => {
                let what = message!("refused-not-a-ground", given);
                Failure::refused(what).hint(choose_among(grounds))
            }
            Refusal::Unanswered { step, questions } => self.unanswered(step, questions),
            Refusal::NothingToChoose { step } => {
                step_is("refused-nothing-to-choose", step).hint(self.for_case("hint-show"))
            }
            Refusal::NotACandidate {
                step,
                role,
                candidates,
            } => {
                let what = self.about("refused-not-a-candidate", step);
                Failure::refused(what.with("role", role.to_string())).hint(choose_among(candidates))
            }
            Refusal::NotExtendable { step, waits_for } => self
                .because_of(step_is("refused-not-extendable", step), step, waits_for)
                .hint(self.typed("hint-why", step)),
            Refusal::NotLater { step, to, due } => self.not_later(step, *to, *due),
            Refusal::TextMissing(text) => refused(match text {
                RequiredText::Reason => "refused-reason-missing",
                RequiredText::DecidedBy => "refused-decided-by-missing",
                RequiredText::Note => "refused-note-missing",
            }),
            Refusal::StepsLeft(left) => self.steps_left(left),
            Refusal::StepsLate(late) => self.steps_late(late),
            Refusal::MovedOn { .. } => refused("refused-moved-on").hint(self.for_case("hint-log")),
            Refusal::IdentityNumber(place) => {
                let what = message!("refused-identity-number", place = self.place(place));
                Failure::refused(what)
            }
            Refusal::NullSign(place) => {
                Failure::refused(message!("refused-null-sign", place = self.place(place)))
            }
            Refusal::BadReference(given) => {
                let what = message!("refused-bad-reference", given);
                let what = Failure::refused(what).naming_odd_sign(given);
                what.hint("hint-reference")
            }
            Refusal::NothingToUndo => {
                refused("refused-nothing-to-undo").hint(self.for_case("hint-log"))
            }
            Refusal::OpeningStands => {
                refused("refused-opening-stands").hint(self.for_case("hint-close-wrong-case"))
            }
            Refusal::StandsOn { seq, step } => self.stands_on(*seq, step.as_ref()),
        }
    }

    /// An id that the routine has not: the one that was meant, perhaps, and all it has.
    fn unknown<'k>(
        &self,
        id: &'static str,
        given: &str,
        known: impl Iterator<Item = &'k str>,
    ) -> Failure {
        let what = message!(id, given);
        suggest::among(Failure::refused(what), given, known)
    }

    fn about(&self, id: &'static str, step: &StepId) -> Message {
        let step = Titles::of(self.routine).numbered(step, self.words);
        message!(id, step)
    }

    /// A hint to type, with case and step as they are typed.
    fn typed(&self, id: &'static str, step: &StepId) -> Message {
        self.for_case(id).with("step", step.to_string())
    }

    /// The same where more may have been typed, for the command that knows it to fill in.
    fn whole_line(&self, id: &'static str, step: &StepId) -> Message {
        self.typed(id, step).with("typed", String::new())
    }

    fn for_case(&self, id: &'static str) -> Message {
        message!(id, case = self.case)
    }

    fn because_of(&self, failure: Failure, step: &StepId, waits_for: &[WaitsFor]) -> Failure {
        let Some(step) = self.routine.step(step) else {
            return failure;
        };
        let titles = Titles::of(self.routine);
        let texts = waits_for
            .iter()
            .map(|waits| self.words.waits(waits, step, titles));
        texts.fold(failure, |failure, text| {
            failure.because(Message::verbatim(text))
        })
    }
}

impl Refusals<'_> {
    fn question_and_options(&self, id: &QuestionId) -> Message {
        let question = Titles::of(self.routine).question(id);
        Message::verbatim(format!("{id}: {question} ({})", self.expected(id)))
    }

    fn expected(&self, id: &QuestionId) -> String {
        self.routine
            .question(id)
            .map_or_else(String::new, |question| expected(question, self.words))
    }
}

pub(crate) fn expected(question: &Question, words: &Words) -> String {
    let id = match &question.kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => return options.join(", "),
        AnswerKind::YesNo => "expected-yes-no",
        AnswerKind::Text => "expected-text",
        AnswerKind::Number => "expected-number",
        AnswerKind::Date => "expected-date",
        AnswerKind::Term => "expected-term",
    };
    words.say(id)
}
