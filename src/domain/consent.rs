//! Answers that stand for a time, as a consent does: a condition compares one on the day it is used.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    case::{Case, Reply},
    condition::{AnswerTest, Condition, Facts, Lapse, Missing, Truth, holds},
    ids::{KeyDateId, QuestionId, StepId, TriggerId},
    plan::WaitsFor,
    routine::{Routine, Stands},
};

/// A case as conditions see it on a day.
#[derive(Debug, Clone, Copy)]
pub struct CaseOn<'a> {
    routine: &'a Routine,
    case: &'a Case,
    day: NaiveDate,
    /// Answers are compared as they were told, whether they stand or not.
    as_told: bool,
}

impl Facts for CaseOn<'_> {
    fn trigger(&self) -> Option<&TriggerId> {
        self.case.trigger()
    }

    fn answer(&self, question: &QuestionId) -> Option<&str> {
        match self.as_told {
            true => self.reply_on_day(question)?.value.as_deref(),
            false => self.case.answer(question),
        }
    }

    fn is_done(&self, step: &StepId) -> bool {
        self.case.is_done(step)
    }

    fn has_date(&self, date: &KeyDateId) -> bool {
        self.case.has_date(date)
    }

    fn compare(&self, question: &QuestionId, test: &AnswerTest) -> Truth {
        match self.standing_answer(question) {
            None => test.truth(self.answer(question), question),
            Some(Ok(answer)) => test.passes(answer).into(),
            Some(Err(WaitsFor::Known(missing))) => Truth::Unknown([missing].into()),
            Some(Err(_)) => Truth::False,
        }
    }
}

impl<'a> CaseOn<'a> {
    /// The case on that day.
    pub fn new(routine: &'a Routine, case: &'a Case, day: NaiveDate) -> Self {
        Self {
            routine,
            case,
            day,
            as_told: false,
        }
    }

    /// Why answers that a condition looks at do not stand.
    pub fn lapses(&self, condition: &Condition) -> Vec<WaitsFor> {
        let why = |question: QuestionId| {
            let why = self.standing_answer(&question)?.err()?;
            Some(why).filter(|why| *why != unanswered(&question))
        };
        condition.questions().into_iter().filter_map(why).collect()
    }

    /// The days from which answers stand, or no longer stand.
    pub fn changes(&self) -> BTreeSet<NaiveDate> {
        let of = |question: &QuestionId| {
            let Stands { until, with } = self.routine.stands(question)?;
            // Whether a question beside it is asked may be decided by others.
            let with = with.iter().filter_map(|with| self.routine.question(with));
            let asked = with.filter_map(|with| with.when.as_ref());
            let asked = asked.flat_map(Condition::questions);
            let given: Vec<NaiveDate> = std::iter::once(question.clone())
                .chain(asked)
                .flat_map(|question| self.given_on(&question))
                .collect();
            let ended = until.iter().flat_map(|until| self.replies(until));
            let ended = ended.filter_map(|reply| last_day(reply)?.succ_opt());
            Some(given.into_iter().chain(ended).collect::<Vec<_>>())
        };
        let questions = self.routine.questions();
        questions.filter_map(|q| of(&q.id)).flatten().collect()
    }

    /// An answer that stands for a time, or why it does not stand; `None` for one that simply is.
    fn standing_answer(&self, question: &QuestionId) -> Option<Result<&'a str, WaitsFor>> {
        let stands = self.routine.stands(question).filter(|_| !self.as_told)?;
        let Some(reply) = self.reply_on_day(question) else {
            let later = self.replies(question).filter(|reply| reply.value.is_some());
            let first = later.map(|reply| self.given(reply)).min();
            let lapsed = first.map(|day| WaitsFor::Lapsed(Lapse::GivenLater(day)));
            return Some(Err(lapsed.unwrap_or_else(|| unanswered(question))));
        };
        let Some(answer) = &reply.value else {
            return Some(Err(unanswered(question)));
        };
        // What was said beside an answer goes for it until the next one is given, and not for one that is given anew
        // after another answer: a last day may have been said since that one, who gave it is said with it or later.
        let next = self.replies(question).find(|n| n.change > reply.change);
        let end = next.map_or(u32::MAX, |next| next.change);
        let (other_since, since) = self.since(reply);
        let beside = |other, since| {
            let said = self.replies(other).take_while(|said| said.change < end);
            said.last()
                .filter(|said| said.value.is_some() && said.change >= since)
        };
        let until = stands.until.as_ref();
        let last = until.and_then(|until| last_day(beside(until, other_since)?));
        if let Some(last) = last.filter(|last| *last < self.day) {
            return Some(Err(WaitsFor::Lapsed(Lapse::RanOut(last))));
        }
        let told = Self {
            as_told: true,
            ..*self
        };
        let is_asked = |other: &QuestionId| {
            let other = self.routine.question(other);
            holds(other.and_then(|other| other.when.as_ref()), &told) != Truth::False
        };
        let mut lacking = stands
            .with
            .iter()
            .filter(|with| beside(with, since).is_none());
        let lacking = lacking.find(|other| is_asked(other));
        Some(lacking.map_or(Ok(answer), |lacking| Err(unanswered(lacking))))
    }

    /// The changes in which another answer took the place of such a one, and in which it was given anew; 0 if never.
    fn since(&self, reply: &Reply) -> (u32, u32) {
        let earlier = self.replies(&reply.question);
        let earlier = earlier.take_while(|earlier| earlier.seq <= reply.seq);
        let (mut other_since, mut since, mut before) = (0, 0, &reply.value);
        for earlier in earlier {
            match (*before == reply.value, earlier.value == reply.value) {
                (true, false) => other_since = earlier.change,
                (false, true) => since = earlier.change,
                _ => {}
            }
            before = &earlier.value;
        }
        (other_since, since)
    }

    /// The latest answer or withdrawal of those given by the day.
    fn reply_on_day(&self, question: &QuestionId) -> Option<&'a Reply> {
        let replies = self.replies(question);
        replies.filter(|reply| self.given(reply) <= self.day).last()
    }

    /// The day an answer was given: that of the round it was answered in, if that lies before the day it was recorded.
    fn given(&self, reply: &Reply) -> NaiveDate {
        let steps = self.routine.steps().map(|(_, step)| step);
        let asking = steps.filter(|step| {
            let mut asked = self.routine.questions_of(step);
            asked.any(|asked| asked.id == reply.question)
        });
        let rounds = asking.flat_map(|step| self.case.rounds_of(&step.id));
        let ends = rounds.filter_map(|round| round.end.as_ref());
        let later = ends.filter(|end| end.seq > reply.seq);
        let answered_in = later.min_by_key(|end| end.seq);
        let on = answered_in.and_then(|end| end.on.filter(|_| end.skipped.is_none()));
        on.map_or(reply.day, |on| on.min(reply.day))
    }

    fn given_on(&self, question: &QuestionId) -> Vec<NaiveDate> {
        let replies = self.replies(question);
        replies.map(|reply| self.given(reply)).collect()
    }

    fn replies(&self, question: &QuestionId) -> impl Iterator<Item = &'a Reply> {
        let replies = self.case.replies.iter();
        replies.filter(move |reply| reply.question == *question)
    }
}

fn unanswered(question: &QuestionId) -> WaitsFor {
    WaitsFor::Known(Missing::Question(question.clone()))
}

fn last_day(reply: &Reply) -> Option<NaiveDate> {
    reply.value.as_ref()?.parse().ok()
}
