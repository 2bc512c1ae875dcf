//! Answers that stand for a time, as a consent does: a condition compares one on the day it is used.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::{Case, Reply};
use super::condition::{AnswerTest, Condition, Facts, Missing, Truth, holds};
use super::ids::{KeyDateId, QuestionId, StepId, TriggerId};
use super::plan::WaitsFor;
use super::routine::{Routine, Stands};

/// How long the answer to a question of a version 1 text stands, by the ids: `samtycke`, its last day `samtycke-till`,
/// those who gave it `samtycke-av`, as far as they are asked; the same with `-avslut`.
pub fn stands_by_id(id: &QuestionId, is_asked: impl Fn(&QuestionId) -> bool) -> Option<Stands> {
    let ending = id.as_str().strip_prefix("samtycke")?;
    let named = |what: &str| {
        let id = QuestionId::from(format!("samtycke-{what}{ending}"));
        Some(id).filter(&is_asked)
    };
    matches!(ending, "" | "-avslut").then(|| Stands {
        until: named("till"),
        with: named("av").into_iter().collect(),
    })
}

/// Why an answer does not stand on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lapse {
    /// It was given later, on this day.
    GivenLater(NaiveDate),
    /// This was its last day.
    RanOut(NaiveDate),
}

/// What an answer that stands for a time comes to on a day.
enum Validity<'a> {
    Stands(&'a str),
    Lapsed(Lapse),
    Lacks(BTreeSet<Missing>),
}

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
        let judged = (!self.as_told).then(|| self.validity(question)).flatten();
        match judged {
            None => test.truth(self.answer(question), question),
            Some(Validity::Stands(answer)) => test.passes(answer).into(),
            Some(Validity::Lapsed(_)) => Truth::False,
            Some(Validity::Lacks(missing)) => Truth::Unknown(missing),
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

    /// What it comes to that a condition does not hold: which answers do not stand, or lack another one.
    pub fn lapses(&self, condition: &Condition) -> Vec<WaitsFor> {
        let mut found = Vec::new();
        for question in condition.questions() {
            match self.validity(&question) {
                Some(Validity::Lapsed(lapse)) => found.push(WaitsFor::Lapsed { question, lapse }),
                Some(Validity::Lacks(missing)) => {
                    let others = missing.into_iter().map(WaitsFor::Known);
                    found.extend(others.filter(|waits| waits.ids() != [question.to_string()]));
                }
                Some(Validity::Stands(_)) | None => {}
            }
        }
        found
    }

    /// The first day after this one on which an answer may begin to stand, or no longer stand.
    pub fn next_change(&self) -> Option<NaiveDate> {
        let day = self.day;
        self.changes().into_iter().find(|change| *change > day)
    }

    /// The days from which answers stand, or no longer stand.
    pub fn changes(&self) -> BTreeSet<NaiveDate> {
        let standing = self.routine.questions().filter_map(|question| {
            let stands = question.stands.as_ref()?;
            Some((&question.id, stands.until.as_ref()))
        });
        standing
            .flat_map(|(question, until)| {
                let given = self.replies(question).map(|reply| self.given(reply));
                let last_days = until.into_iter().flat_map(|until| self.replies(until));
                let ended = last_days.filter_map(|reply| day_of(reply)?.succ_opt());
                given.chain(ended).collect::<Vec<_>>()
            })
            .collect()
    }

    /// `None` for a question whose answer simply is.
    fn validity(&self, question: &QuestionId) -> Option<Validity<'a>> {
        let stands = self.routine.question(question)?.stands.as_ref()?;
        let lacks = |questions: Vec<&QuestionId>| {
            let missing = questions.into_iter().cloned().map(Missing::Question);
            Some(Validity::Lacks(missing.collect()))
        };
        let Some(reply) = self.reply_on_day(question) else {
            let later = self.replies(question).filter(|reply| reply.value.is_some());
            return match later.map(|reply| self.given(reply)).min() {
                Some(given) => Some(Validity::Lapsed(Lapse::GivenLater(given))),
                None => lacks(vec![question]),
            };
        };
        let Some(answer) = &reply.value else {
            return lacks(vec![question]);
        };
        // What was said beside an answer went for it until the next one was given.
        let next = self
            .replies(question)
            .find(|next| next.change > reply.change);
        let beside = |other: &QuestionId| {
            self.replies(other)
                .take_while(|said| next.is_none_or(|next| said.change < next.change))
                .last()
                .filter(|said| said.value.is_some())
        };
        let last_day = stands.until.as_ref().and_then(beside).and_then(day_of);
        if let Some(last) = last_day.filter(|last| *last < self.day) {
            return Some(Validity::Lapsed(Lapse::RanOut(last)));
        }
        let told = Self {
            as_told: true,
            ..*self
        };
        let is_asked = |other: &&QuestionId| {
            let other = self.routine.question(other);
            holds(other.and_then(|other| other.when.as_ref()), &told) != Truth::False
        };
        let lacking = stands.with.iter().filter(|other| beside(other).is_none());
        let lacking: Vec<_> = lacking.filter(is_asked).collect();
        match lacking.is_empty() {
            true => Some(Validity::Stands(answer)),
            false => lacks(lacking),
        }
    }

    /// The day an answer was given: that of the round it was answered in, if that lies before the day it was recorded.
    fn given(&self, reply: &Reply) -> NaiveDate {
        let asking = self.routine.steps().map(|(_, step)| step);
        let asking = asking.filter(|step| {
            let own = step.questions.iter().map(|question| &question.id);
            own.chain(&step.asks).any(|asked| *asked == reply.question)
        });
        let rounds = asking.flat_map(|step| self.case.rounds_of(&step.id));
        let answered_in = rounds
            .filter_map(|round| round.end.as_ref())
            .filter(|end| end.seq > reply.seq)
            .min_by_key(|end| end.seq);
        let on = answered_in
            .filter(|end| end.skipped.is_none())
            .and_then(|end| end.on);
        on.map_or(reply.day, |on| on.min(reply.day))
    }

    fn reply_on_day(&self, question: &QuestionId) -> Option<&'a Reply> {
        let by_now = self
            .replies(question)
            .filter(|reply| self.given(reply) <= self.day);
        by_now.last()
    }

    fn replies(&self, question: &QuestionId) -> impl Iterator<Item = &'a Reply> {
        let replies = self.case.replies.iter();
        replies.filter(move |reply| reply.question == *question)
    }
}

fn day_of(reply: &Reply) -> Option<NaiveDate> {
    reply.value.as_ref()?.parse().ok()
}
