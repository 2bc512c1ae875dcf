//! Why the domain refused, as a failure with the next command to type.

use crate::domain::decide::{Refusal, RequiredText, TextPlace};
use crate::domain::ids::{CaseRef, QuestionId, StepId};
use crate::domain::plan::WaitsFor;
use crate::domain::routine::{AnswerKind, Question, Routine};
use crate::error::Failure;
use crate::ui::wording::{Phrase, Titles, Words};

use super::suggest::{self, choose_among};

/// Words refusals about one case.
pub(crate) struct Refusals<'a> {
    /// The language.
    pub(crate) words: &'a Words,
    /// The case's routine.
    pub(crate) routine: &'a Routine,
    /// The case, as commands take it; something readable before it has a reference.
    pub(crate) case: &'a CaseRef,
}

impl Refusals<'_> {
    /// The refusal as a failure.
    pub(crate) fn failure(&self, refusal: &Refusal) -> Failure {
        match refusal {
            Refusal::UnknownTrigger(id) => {
                let known = self.routine.triggers.iter().map(|t| t.id.as_str());
                self.unknown("refused-unknown-trigger", id.as_str(), known)
            }
            Refusal::UnknownStep(id) => {
                let known = self.routine.steps().map(|(_, step)| step.id.as_str());
                self.unknown("refused-unknown-step", id.as_str(), known)
            }
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
            Refusal::UnknownItem { step, item } => {
                let items = self.routine.step(step).map_or(&[][..], |step| &step.items);
                let what = self.about("refused-unknown-item", step);
                let what = what.with("given", item.to_string());
                let known = items.iter().map(|item| item.id.as_str());
                suggest::among(Failure::refused(what), item.as_str(), known)
            }
            Refusal::NeedsDespite { .. }
            | Refusal::Barred { .. }
            | Refusal::NotAGround { .. }
            | Refusal::Unanswered { .. }
            | Refusal::Undecided { .. } => self.not_yet(refusal),
            _ => self.about_case(refusal),
        }
    }

    fn unknown<'k>(
        &self,
        id: &'static str,
        given: &str,
        known: impl Iterator<Item = &'k str>,
    ) -> Failure {
        let what = Phrase::new(id).with("given", given.to_owned());
        suggest::among(Failure::refused(what), given, known)
    }

    /// A step that cannot be done yet: what it waits for, and what would let it through.
    fn not_yet(&self, refusal: &Refusal) -> Failure {
        match refusal {
            Refusal::NeedsDespite {
                step,
                waits_for,
                grounds,
            } => {
                let blocked = Failure::refused(self.about("refused-needs-despite", step));
                let blocked = self.because_of(blocked, step, waits_for);
                if grounds.is_empty() {
                    return blocked.hint(self.typed("hint-despite-reason", step));
                }
                blocked
                    .hint(choose_among(grounds))
                    .hint(self.typed("hint-despite-ground", step))
            }
            Refusal::Barred { step, waits_for } => {
                let barred = Failure::refused(self.about("refused-barred", step));
                let barred = self.because_of(barred, step, waits_for);
                barred.hint(self.typed("hint-why", step))
            }
            Refusal::NotAGround { given, grounds } => {
                let what = Phrase::new("refused-not-a-ground").with("given", given.clone());
                Failure::refused(what).hint(choose_among(grounds))
            }
            Refusal::Unanswered { step, questions } => {
                let mut unanswered = Failure::refused(self.about("refused-unanswered", step));
                for question in questions {
                    unanswered = unanswered.because(self.question_and_options(question));
                }
                let answers: Vec<_> = questions
                    .iter()
                    .map(|question| {
                        self.words
                            .say("hint-answer-option", &[("id", question.to_string().into())])
                    })
                    .collect();
                let hint = self.typed("hint-done-answers", step);
                unanswered.hint(hint.with("answers", answers.join(" ")))
            }
            Refusal::Undecided { step, waits_for } => {
                let undecided = Failure::refused(self.about("refused-undecided", step));
                let undecided = self.because_of(undecided, step, waits_for);
                match first_question(waits_for) {
                    Some(question) => undecided.hint(
                        self.for_case("hint-answer")
                            .with("id", question.to_string()),
                    ),
                    None => undecided.hint(self.typed("hint-why", step)),
                }
            }
            _ => self.about_case(refusal),
        }
    }

    fn about_case(&self, refusal: &Refusal) -> Failure {
        let titles = Titles::of(self.routine);
        let words = self.words;
        match refusal {
            Refusal::CaseClosed { on } => {
                let what = Phrase::new("refused-closed").with("date", words.date(*on));
                Failure::refused(what).hint(self.for_case("hint-reopen"))
            }
            Refusal::NotClosed => Failure::refused(Phrase::new("refused-not-closed")),
            Refusal::RequiredDate(id) => {
                let what = Phrase::new("refused-required-date").with("title", titles.key_date(id));
                let hint = Phrase::new("hint-date").with("id", id.to_string());
                Failure::refused(what).hint(hint)
            }
            Refusal::DateOrder {
                date,
                on,
                not_before,
                other_on,
            } => Failure::refused(
                Phrase::new("refused-date-order")
                    .with("title", titles.key_date(date))
                    .with("on", words.date(*on))
                    .with("other", titles.key_date(not_before))
                    .with("otherOn", words.date(*other_on)),
            ),
            Refusal::BadAnswer { question, value } => {
                let what = Phrase::new("refused-bad-answer")
                    .with("value", value.clone())
                    .with("question", titles.question(question));
                let expected = self.expected(question);
                Failure::refused(what).hint(Phrase::new("hint-expected").with("expected", expected))
            }
            Refusal::InTheFuture { on, today } => Failure::refused(
                Phrase::new("refused-in-the-future")
                    .with("on", words.date(*on))
                    .with("today", words.date(*today)),
            ),
            Refusal::NotApplicable { step } => {
                Failure::refused(self.about("refused-not-applicable", step))
                    .hint(self.typed("hint-why", step))
            }
            Refusal::Ended { .. } => self.ended(refusal),
            Refusal::NoSuchRound {
                step,
                round,
                current,
            } => Failure::refused(
                self.about("refused-no-such-round", step)
                    .with("round", *round)
                    .with("current", *current),
            ),
            Refusal::ItemSettled { step, item } => Failure::refused(
                self.about("refused-item-settled", step)
                    .with("item", item.to_string()),
            )
            .hint(self.for_case("hint-show")),
            Refusal::ItemNotApplicable { step, item } => Failure::refused(
                self.about("refused-item-not-applicable", step)
                    .with("item", item.to_string()),
            ),
            Refusal::NothingToChoose { step } => {
                Failure::refused(self.about("refused-nothing-to-choose", step))
            }
            Refusal::NotACandidate {
                step,
                role,
                candidates,
            } => Failure::refused(
                self.about("refused-not-a-candidate", step)
                    .with("role", role.to_string()),
            )
            .hint(choose_among(candidates)),
            Refusal::NotExtendable { step, waits_for } => {
                let refused = Failure::refused(self.about("refused-not-extendable", step));
                self.because_of(refused, step, waits_for)
            }
            Refusal::NotLater { to, due, .. } => Failure::refused(
                Phrase::new("refused-not-later")
                    .with("to", words.date(*to))
                    .with("due", words.date(*due)),
            ),
            Refusal::TextMissing(text) => Failure::refused(Phrase::new(match text {
                RequiredText::Reason => "refused-reason-missing",
                RequiredText::DecidedBy => "refused-decided-by-missing",
                RequiredText::Note => "refused-note-missing",
            })),
            Refusal::StepsLeft(left) => {
                let mut refused = Failure::refused(Phrase::new("refused-steps-left"));
                for step in left {
                    refused = refused.because(Phrase::verbatim(titles.step(step, words)));
                }
                refused.hint(self.for_case("hint-close-reason"))
            }
            Refusal::IdentityNumber(place) => self.identity_number(place),
            Refusal::BadReference(given) => {
                Failure::refused(Phrase::new("refused-bad-reference").with("given", given.clone()))
                    .hint(Phrase::new("hint-reference"))
            }
            Refusal::MovedOn => {
                Failure::refused(Phrase::new("refused-moved-on")).hint(self.for_case("hint-log"))
            }
            Refusal::NothingToUndo => Failure::refused(Phrase::new("refused-nothing-to-undo"))
                .hint(self.for_case("hint-log")),
            Refusal::OpeningStands => Failure::refused(Phrase::new("refused-opening-stands"))
                .hint(self.for_case("hint-close-wrong-case")),
            Refusal::StandsOn { seq, step } => {
                let what = match step {
                    Some(step) => self.about("refused-stands-on", step),
                    None => Phrase::new("refused-case-stands-on"),
                };
                Failure::refused(what.with("seq", *seq)).hint(self.for_case("hint-log"))
            }
            _ => Failure::refused(Phrase::new("refused-broken-history"))
                .hint(Phrase::new("hint-ask-the-keeper")),
        }
    }

    fn identity_number(&self, place: &TextPlace) -> Failure {
        let titles = Titles::of(self.routine);
        let place = match place {
            TextPlace::Reference => self.words.say("place-reference", &[]),
            TextPlace::Answer(question) => titles.question(question),
            TextPlace::Holder(role) => titles.role(role),
            TextPlace::Note => self.words.say("place-note", &[]),
            TextPlace::Reason => self.words.say("place-reason", &[]),
            TextPlace::Decider => self.words.say("place-decider", &[]),
            TextPlace::Recorder => self.words.say("place-recorder", &[]),
        };
        Failure::refused(Phrase::new("refused-identity-number").with("place", place))
            .because(Phrase::new("refused-identity-number-why"))
    }

    fn ended(&self, refusal: &Refusal) -> Failure {
        let Refusal::Ended {
            step,
            skipped,
            on,
            by,
            recorded,
            ..
        } = refusal
        else {
            return self.about_case(&Refusal::BrokenHistory);
        };
        let id = match (skipped, on) {
            (true, _) => "refused-skipped",
            (false, None) => "refused-done-unknown",
            (false, Some(_)) => "refused-done",
        };
        let day = |day: &Option<chrono::NaiveDate>| {
            day.map_or_else(String::new, |day| self.words.date(day))
        };
        let what = self
            .about(id, step)
            .with("on", day(on))
            .with("by", by.clone())
            .with("recorded", day(recorded));
        let ended = Failure::refused(what).hint(self.for_case("hint-log"));
        if id == "refused-done-unknown" {
            return ended.hint(self.typed("hint-done-day", step));
        }
        ended
    }

    pub(super) fn about(&self, id: &'static str, step: &StepId) -> Phrase {
        let step = Titles::of(self.routine).numbered(step, self.words);
        Phrase::new(id).with("step", step)
    }

    /// A hint to type, with case and step as they are typed.
    fn typed(&self, id: &'static str, step: &StepId) -> Phrase {
        self.for_case(id).with("step", step.to_string())
    }

    fn for_case(&self, id: &'static str) -> Phrase {
        Phrase::new(id).with("case", self.case.to_string())
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
            failure.because(Phrase::verbatim(text))
        })
    }

    fn question_and_options(&self, id: &QuestionId) -> Phrase {
        let question = Titles::of(self.routine).question(id);
        Phrase::verbatim(format!("{id}: {question} ({})", self.expected(id)))
    }

    /// What a question takes, in words.
    pub(crate) fn expected(&self, id: &QuestionId) -> String {
        self.routine
            .question(id)
            .map_or_else(String::new, |question| expected(question, self.words))
    }
}

/// What a question takes, in words.
pub(crate) fn expected(question: &Question, words: &Words) -> String {
    let id = match &question.kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => return options.join(", "),
        AnswerKind::YesNo => "expected-yes-no",
        AnswerKind::Text => "expected-text",
        AnswerKind::Number => "expected-number",
        AnswerKind::Date => "expected-date",
        AnswerKind::Term => "expected-term",
    };
    words.say(id, &[])
}

fn first_question(waits_for: &[WaitsFor]) -> Option<&QuestionId> {
    use crate::domain::condition::Missing;
    waits_for.iter().find_map(|waits| match waits {
        WaitsFor::Known(Missing::Question(id)) => Some(id),
        _ => None,
    })
}
