//! Why the domain refused, as a failure with the next command to type.

use crate::domain::condition::Missing;
use crate::domain::decide::Refusal;
use crate::domain::ids::{CaseRef, QuestionId, StepId};
use crate::domain::likely_day::UnlikelyDay;
use crate::domain::message::Message;
use crate::domain::plan::WaitsFor;
use crate::domain::routine::{AnswerKind, Question, Routine};
use crate::error::Failure;
use crate::ui::wording::{Naming, Words};

pub(crate) struct Refusals<'a> {
    pub(crate) words: &'a Words,
    here: Naming<'a>,
    routine: &'a Routine,
    /// The case, as commands take it; something readable before it has a reference.
    case: &'a CaseRef,
}

impl<'a> Refusals<'a> {
    pub(crate) fn new(words: &'a Words, routine: &'a Routine, case: &'a CaseRef) -> Self {
        let here = words.of(routine);
        Self {
            words,
            here,
            routine,
            case,
        }
    }

    pub(crate) fn failure(&self, refusal: &Refusal) -> Failure {
        let mut what = refusal.message();
        if let Refusal::Ended { step, round, .. } = refusal {
            let in_round = self.here.with_round(self.here.text(step), (step, *round));
            what = what.with("step", in_round);
        }
        let refused = Failure::wording(refusal, self.here.filled(what));
        let refused = self.with_reasons(refused, refusal);
        // Ids as they are typed.
        let hints = hints(refusal).iter();
        hints.fold(refused, |refused, id| {
            refused.hint(refusal.message().under(*id).with("case", self.case))
        })
    }

    /// What stands in the way, and what may be given instead.
    fn with_reasons(&self, refused: Failure, refusal: &Refusal) -> Failure {
        use Refusal as R;
        let routine = self.routine;
        macro_rules! among_ids {
            ($id:ident, $all:expr) => {
                refused.among($id.as_str(), $all.into_iter().map(|it| it.id.as_str()))
            };
        }
        match refusal {
            R::UnknownTrigger(id) => among_ids!(id, &routine.triggers),
            R::UnknownStep(id) => among_ids!(id, routine.steps()),
            R::UnknownItem { step, item } => {
                among_ids!(
                    item,
                    routine.step(step).into_iter().flat_map(|step| &step.items)
                )
            }
            R::UnknownDate(id) => among_ids!(id, &routine.key_dates),
            R::UnknownQuestion(id) => among_ids!(id, routine.questions()),
            R::UnknownPhase(id) => among_ids!(id, &routine.phases),
            R::UnknownRole(id) => among_ids!(id, &routine.roles),
            R::BadAnswer { question, value } => {
                let expected = self.expected(question);
                let refused = refused.naming_odd_sign(value);
                refused.hint(message!("hint-expected", expected))
            }
            R::UnlikelyDay(day) => with_likely_day(refused, day),
            R::BadReference(given) => refused.naming_odd_sign(given),
            R::SeveralFit(_, ids) => refused.choices(ids),
            R::NotAGround { grounds, .. } => refused.choices(grounds),
            R::NotACandidate { candidates, .. } => refused.choices(candidates),
            R::Barred { step, waits_for } | R::NotExtendable { step, waits_for } => {
                self.because_of(refused, step, waits_for)
            }
            R::Undecided { step, waits_for } => {
                let question = waits_for.iter().find_map(|waits| match waits {
                    WaitsFor::Known(Missing::Question(id)) => Some(id),
                    _ => None,
                });
                let case = self.case;
                self.because_of(refused, step, waits_for)
                    .hint(match question {
                        Some(id) => message!("hint-answer", case, id),
                        None => message!("hint-why", case, step),
                    })
            }
            R::NeedsDespite {
                step,
                waits_for,
                grounds,
            } => {
                let refused = self.because_of(refused, step, waits_for);
                match grounds.is_empty() {
                    true => refused.hint(self.whole_line("hint-despite-reason", step)),
                    false => refused
                        .choices(grounds)
                        .hint(self.whole_line("hint-despite-ground", step)),
                }
            }
            R::WhichRound {
                step,
                rounds,
                opens,
            } => {
                let opens = opens.map(|date| message!("which-round-opens", date));
                let refused = opens.into_iter().fold(refused, Failure::because);
                rounds.iter().fold(refused, |refused, round| {
                    let line = self.whole_line("hint-which-round", step);
                    refused.hint(line.with("round", round).with("command", "none"))
                })
            }
            R::Unanswered { step, questions } => {
                let refused = because(
                    refused,
                    questions.iter().map(|id| {
                        let question = self.here.text(id);
                        format!("{question} ({})", self.expected(id))
                    }),
                );
                let option = |id: &QuestionId| say!(self.words, "hint-answer-option", id);
                let answers: Vec<_> = questions.iter().map(option).collect();
                let line = self.whole_line("hint-done-answers", step);
                refused.hint(line.with("answers", answers.join(" ")))
            }
            R::StepsLeft(left) => {
                let steps = left.iter().map(|step| self.here.step(step));
                because(refused, steps)
            }
            R::StepsLate(late) => because(
                refused,
                late.iter().map(|(step, days)| {
                    let step = self.here.step(step);
                    format!("{step}: {}", self.words.days_late(*days))
                }),
            ),
            _ => refused,
        }
    }

    /// A hint to type where more may have been typed, for the command that knows it to fill in.
    fn whole_line(&self, id: &'static str, step: &StepId) -> Message {
        message!(id, case = self.case, step, typed = "")
    }

    fn because_of(&self, failure: Failure, step: &StepId, waits_for: &[WaitsFor]) -> Failure {
        let step = self.routine.step(step);
        let texts = step.into_iter().flat_map(|step| {
            let text = |waits| self.here.waits(waits, step);
            waits_for.iter().map(text)
        });
        because(failure, texts)
    }

    fn expected(&self, id: &QuestionId) -> String {
        let question = self.routine.question(id);
        question.map_or_else(String::new, |question| expected(question, self.words))
    }
}

/// What to type next, where the refusal alone says it.
fn hints(refusal: &Refusal) -> &'static [&'static str] {
    use Refusal as R;
    match refusal {
        R::BrokenHistory => &["hint-doctor"],
        R::CaseClosed { .. } => &["hint-reopen"],
        R::RequiredDate(_) | R::DateOrder { .. } => &["hint-date"],
        R::InTheFuture { .. } => &["hint-planned"],
        R::BadReference(_) => &["hint-reference"],
        R::OpeningStands => &["hint-close-wrong-case"],
        R::StepsLeft(_) | R::StepsLate(_) => &["hint-close-reason"],
        R::NotApplicable { .. }
        | R::Barred { .. }
        | R::NotExtendable { .. }
        | R::NotLater { .. } => &["hint-why"],
        R::ItemSettled { .. } | R::ItemNotApplicable { .. } | R::NothingToChoose { .. } => {
            &["hint-show"]
        }
        R::Ended {
            skipped: false,
            on: None,
            ..
        } => &["hint-log", "hint-done-day"],
        R::Ended { .. }
        | R::OrderOfRounds { .. }
        | R::NoSuchRound { .. }
        | R::MovedOn { .. }
        | R::NothingToUndo
        | R::StandsOn { .. } => &["hint-log"],
        _ => &[],
    }
}

fn because(failure: Failure, texts: impl Iterator<Item = String>) -> Failure {
    texts.fold(failure, |failure, text| {
        failure.because(Message::verbatim(text))
    })
}

/// A day too far off to be stored, with the span that is and the day that was perhaps meant.
pub(crate) fn unlikely_day(day: &UnlikelyDay) -> Failure {
    with_likely_day(Failure::refused(day.message()), day)
}

fn with_likely_day(refused: Failure, day: &UnlikelyDay) -> Failure {
    match day.meant {
        Some(meant) => refused.hint(message!("hint-day-meant", meant = meant.to_string())),
        None => refused,
    }
}

pub(crate) fn expected(question: &Question, words: &Words) -> String {
    let id = match &question.kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => {
            return say!(words, "expected-choice", options = options.join(", "));
        }
        AnswerKind::Roles(roles) => {
            let titles: Vec<_> = roles.iter().map(|(_, title)| title.as_str()).collect();
            return say!(words, "expected-choice", options = titles.join(", "));
        }
        AnswerKind::YesNo => "expected-yes-no",
        AnswerKind::Text => "expected-text",
        AnswerKind::Number => "expected-number",
        AnswerKind::Date => "expected-date",
        AnswerKind::Term => "expected-term",
    };
    words.say(id)
}
