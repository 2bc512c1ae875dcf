//! The refusals that take more than a sentence: what stands in the way, and what would let it through.

use chrono::NaiveDate;

use crate::desk::suggest::{self, choose_among};
use crate::domain::condition::Missing;
use crate::domain::decide::TextPlace;
use crate::domain::ids::{ItemId, KeyDateId, QuestionId, StepId};
use crate::domain::likely_day::UnlikelyDay;
use crate::domain::message::Message;
use crate::domain::plan::WaitsFor;
use crate::error::Failure;
use crate::ui::wording::Titles;

use super::Refusals;

impl Refusals<'_> {
    pub(super) fn closed(&self, on: NaiveDate) -> Failure {
        let what = message!("refused-closed", date = on);
        Failure::refused(what).hint(self.for_case("hint-reopen"))
    }

    pub(super) fn unknown_item(&self, step: &StepId, item: &ItemId) -> Failure {
        let items = self.routine.step(step).map_or(&[][..], |step| &step.items);
        let what = self.about("refused-unknown-item", step);
        let what = what.with("given", item.to_string());
        let known = items.iter().map(|item| item.id.as_str());
        suggest::among(Failure::refused(what), item.as_str(), known)
    }

    pub(super) fn required_date(&self, id: &KeyDateId) -> Failure {
        let title = Titles::of(self.routine).key_date(id);
        Failure::refused(message!("refused-required-date", title)).hint(message!("hint-date", id))
    }

    pub(super) fn date_order(
        &self,
        (date, on): (&KeyDateId, NaiveDate),
        (not_before, other_on): (&KeyDateId, NaiveDate),
    ) -> Failure {
        let titles = Titles::of(self.routine);
        let what = message!(
            "refused-date-order",
            title = titles.key_date(date),
            on,
            other = titles.key_date(not_before),
            otherOn = other_on
        );
        Failure::refused(what).hint(message!("hint-date", id = date))
    }

    pub(super) fn bad_answer(&self, question: &QuestionId, value: &str) -> Failure {
        let what = message!(
            "refused-bad-answer",
            value,
            question = Titles::of(self.routine).question(question)
        );
        let expected = self.expected(question);
        Failure::refused(what).hint(message!("hint-expected", expected))
    }

    pub(super) fn in_the_future(&self, on: NaiveDate, today: NaiveDate) -> Failure {
        let what = message!("refused-in-the-future", on, today);
        Failure::refused(what).hint(self.for_case("hint-planned"))
    }

    pub(super) fn undecided(&self, step: &StepId, waits_for: &[WaitsFor]) -> Failure {
        let undecided = Failure::refused(self.about("refused-undecided", step));
        let undecided = self.because_of(undecided, step, waits_for);
        let question = waits_for.iter().find_map(|waits| match waits {
            WaitsFor::Known(Missing::Question(id)) => Some(id),
            _ => None,
        });
        undecided.hint(match question {
            Some(id) => self.for_case("hint-answer").with("id", id.to_string()),
            None => self.typed("hint-why", step),
        })
    }

    pub(super) fn ended(
        &self,
        (step, round): (&StepId, u32),
        skipped: bool,
        on: Option<NaiveDate>,
        (by, recorded): (&str, Option<NaiveDate>),
    ) -> Failure {
        let id = match (skipped, on) {
            (true, _) => "refused-skipped",
            (false, None) => "refused-done-unknown",
            (false, Some(_)) => "refused-done",
        };
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| self.words.date(d));
        let titles = Titles::of(self.routine);
        let numbered = titles.numbered(step, self.words);
        let what = message!(
            id,
            step = titles.with_round(numbered, (step, round), self.words),
            on = day(on),
            by,
            recorded = day(recorded)
        );
        let ended = Failure::refused(what).hint(self.for_case("hint-log"));
        match (skipped, on) {
            (false, None) => ended.hint(self.typed("hint-done-day", step)),
            _ => ended,
        }
    }

    pub(super) fn which_round(
        &self,
        step: &StepId,
        rounds: &[u32],
        opens: Option<NaiveDate>,
    ) -> Failure {
        let what = Failure::refused(self.about("refused-which-round", step));
        let opens = opens.map(|on| message!("which-round-opens", date = on));
        let told = opens.into_iter().fold(what, Failure::because);
        rounds.iter().fold(told, |told, round| {
            let line = self
                .whole_line("hint-which-round", step)
                .with("round", *round);
            told.hint(line.with("command", String::new()))
        })
    }

    pub(super) fn no_such_round(&self, step: &StepId, round: u32, current: u32) -> Failure {
        let what = self.about("refused-no-such-round", step);
        let what = what.with("round", round).with("current", current);
        Failure::refused(what).hint(self.for_case("hint-log"))
    }

    pub(super) fn of_item(&self, id: &'static str, step: &StepId, item: &str) -> Failure {
        let what = self.about(id, step).with("item", item.to_owned());
        Failure::refused(what).hint(self.for_case("hint-show"))
    }

    pub(super) fn needs_despite(
        &self,
        step: &StepId,
        waits_for: &[WaitsFor],
        grounds: &[String],
    ) -> Failure {
        let blocked = Failure::refused(self.about("refused-needs-despite", step));
        let blocked = self.because_of(blocked, step, waits_for);
        if grounds.is_empty() {
            return blocked.hint(self.whole_line("hint-despite-reason", step));
        }
        blocked
            .hint(choose_among(grounds))
            .hint(self.whole_line("hint-despite-ground", step))
    }

    pub(super) fn unanswered(&self, step: &StepId, questions: &[QuestionId]) -> Failure {
        let unanswered = Failure::refused(self.about("refused-unanswered", step));
        let unanswered = questions.iter().fold(unanswered, |failure, question| {
            failure.because(self.question_and_options(question))
        });
        let option = |id: &QuestionId| say!(self.words, "hint-answer-option", id);
        let answers: Vec<_> = questions.iter().map(option).collect();
        let hint = self.whole_line("hint-done-answers", step);
        unanswered.hint(hint.with("answers", answers.join(" ")))
    }

    pub(super) fn not_later(&self, step: &StepId, to: NaiveDate, due: NaiveDate) -> Failure {
        let what = message!("refused-not-later", to, due);
        Failure::refused(what).hint(self.typed("hint-why", step))
    }

    pub(super) fn steps_left(&self, left: &[StepId]) -> Failure {
        let titles = Titles::of(self.routine);
        let refused = Failure::refused("refused-steps-left");
        left.iter()
            .fold(refused, |failure, step| {
                failure.because(Message::verbatim(titles.step(step, self.words)))
            })
            .hint(self.for_case("hint-close-reason"))
    }

    pub(super) fn steps_late(&self, late: &[(StepId, i64)]) -> Failure {
        let titles = Titles::of(self.routine);
        let refused = Failure::refused("refused-steps-late");
        late.iter()
            .fold(refused, |failure, (step, days)| {
                let step = titles.step(step, self.words);
                let late = self.words.days_late(*days);
                failure.because(Message::verbatim(format!("{step}: {late}")))
            })
            .hint(self.for_case("hint-close-reason"))
    }

    pub(crate) fn place(&self, place: &TextPlace) -> String {
        let titles = Titles::of(self.routine);
        match place {
            TextPlace::Reference => self.words.say("place-reference"),
            TextPlace::Answer(question) => titles.question(question),
            TextPlace::Holder(role) => titles.role(role),
            TextPlace::FileName => self.words.say("place-file-name"),
            TextPlace::Note => self.words.say("place-note"),
            TextPlace::Reason => self.words.say("place-reason"),
            TextPlace::Decider => self.words.say("place-decider"),
            TextPlace::Recorder => self.words.say("place-recorder"),
            TextPlace::Calendar => self.words.say("place-calendar"),
        }
    }

    pub(super) fn stands_on(&self, seq: u32, step: Option<&StepId>) -> Failure {
        let what = match step {
            Some(step) => self.about("refused-stands-on", step),
            None => Message::from("refused-case-stands-on"),
        };
        Failure::refused(what.with("seq", seq)).hint(self.for_case("hint-log"))
    }
}

/// A day too far off to be stored, with the span that is and the day that was perhaps meant.
pub(crate) fn unlikely_day(day: &UnlikelyDay) -> Failure {
    // As days are typed: what is wrong with one may not show in words.
    let [on, from, to] = [day.on, day.from, day.to].map(|day| day.to_string());
    let refused = Failure::refused(message!("refused-unlikely-day", on, from, to));
    day.meant.into_iter().fold(refused, |refused, meant| {
        refused.hint(message!("hint-day-meant", meant = meant.to_string()))
    })
}
