//! What conditions come to in a case, on a day: an answer may stand for a time, as a consent does, and is compared on the
//! day it is used.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    case::Case,
    condition::{Condition, Lapse, Missing, Truth},
    event::{Event, What},
    ids::QuestionId,
    plan::WaitsFor,
    routine::{Question, Routine, Stands, Step},
    texts::still_told,
};

/// A case as conditions see it.
#[derive(Debug, Clone, Copy)]
pub struct CaseOn<'a> {
    case: &'a Case,
    /// Says which answers stand for a time; without it the latest ones count, whatever the day.
    routine: Option<&'a Routine>,
    day: NaiveDate,
    /// Answers are compared as they were told by the day, whether they stand or not.
    as_told: bool,
}

/// An answer that was given or withdrawn, whatever became of it.
#[derive(Clone, Copy)]
struct Reply<'a> {
    question: &'a QuestionId,
    /// In the form answers are stored; `None` when withdrawn.
    value: Option<&'a str>,
    event: &'a Event,
}

/// The case with its latest answers, whatever the day.
impl<'a> From<&'a Case> for CaseOn<'a> {
    fn from(case: &'a Case) -> Self {
        Self {
            case,
            routine: None,
            day: NaiveDate::default(),
            as_told: false,
        }
    }
}

impl Condition {
    /// Its value on these facts.
    pub fn value<'a>(&self, facts: impl Into<CaseOn<'a>>) -> Truth {
        let facts = facts.into();
        let case = facts.case;
        match self {
            Self::Trigger(wanted) => match &case.trigger {
                Some(chosen) => (chosen == wanted).into(),
                None => Truth::Unknown([Missing::Trigger].into()),
            },
            Self::Question(question, test) => match facts.answer(question) {
                Ok(answer) => test.passes(answer).into(),
                Err(WaitsFor::Known(missing)) => Truth::Unknown([missing].into()),
                Err(_) => Truth::False,
            },
            Self::Step(step) => case.latest_done(step).is_some().into(),
            Self::Date(date) => case.dates.contains_key(date).into(),
            Self::All(conditions) => all_hold(conditions, facts),
            Self::Any(conditions) => {
                all(conditions.iter().map(|c| c.value(facts).negated())).negated()
            }
            Self::Not(condition) => condition.value(facts).negated(),
        }
    }
}

/// False as soon as one is false; else unknown with all that is missing; else true.
fn all(values: impl Iterator<Item = Truth>) -> Truth {
    let mut missing = BTreeSet::new();
    for value in values {
        match value {
            Truth::True => {}
            Truth::False => return Truth::False,
            Truth::Unknown(more) => missing.extend(more),
        }
    }
    match missing.is_empty() {
        true => Truth::True,
        false => Truth::Unknown(missing),
    }
}

/// Whether all of several hold; none at all do.
pub(crate) fn all_hold<'c>(
    conditions: impl IntoIterator<Item = &'c Condition>,
    facts: CaseOn<'_>,
) -> Truth {
    let conditions = conditions.into_iter();
    all(conditions.map(|condition| condition.value(facts)))
}

/// An optional condition: absent holds.
pub(crate) fn holds<'a>(condition: Option<&Condition>, facts: impl Into<CaseOn<'a>>) -> Truth {
    condition.map_or(Truth::True, |condition| condition.value(facts))
}

impl<'a> CaseOn<'a> {
    /// The case on that day.
    pub fn new(routine: &'a Routine, case: &'a Case, day: NaiveDate) -> Self {
        Self {
            routine: Some(routine),
            day,
            ..case.into()
        }
    }

    fn answer(&self, question: &QuestionId) -> Result<&'a str, WaitsFor> {
        let answer = match self.routine.and_then(|routine| routine.stands(question)) {
            _ if self.as_told => self.reply_on_day(question).and_then(|reply| reply.value),
            Some(stands) => return self.standing_answer(question, stands),
            None => self.case.answer(question),
        };
        answer.ok_or_else(|| unanswered(question))
    }

    /// Why answers that a condition looks at do not stand.
    pub fn lapses(&self, condition: &Condition) -> Vec<WaitsFor> {
        let why = |question: QuestionId| {
            let why = self.answer(&question).err()?;
            Some(why).filter(|why| *why != unanswered(&question))
        };
        condition.questions().into_iter().filter_map(why).collect()
    }

    /// The days from which answers stand, or no longer stand.
    pub fn changes(&self) -> BTreeSet<NaiveDate> {
        let of = |routine: &Routine, question: &Question| {
            let Stands { until, with } = question.stands.as_ref()?;
            // Whether a question beside it is asked may be decided by others.
            let with = with
                .iter()
                .filter_map(|with| routine.question(with)?.when.as_ref());
            let asked = with.flat_map(Condition::questions);
            let given = asked.chain([question.id.clone()]).flat_map(|question| {
                let replies = self.replies(&question);
                replies.map(|reply| self.given(reply)).collect::<Vec<_>>()
            });
            let ended = until.iter().flat_map(|until| self.replies(until));
            let ended = ended.filter_map(|reply| last_day(reply)?.succ_opt());
            Some(given.chain(ended).collect::<Vec<_>>())
        };
        let questions = self.routine.into_iter().flat_map(|routine| {
            let questions = routine.questions();
            questions.filter_map(move |question| of(routine, question))
        });
        questions.flatten().collect()
    }

    /// An answer that stands for a time, or why it does not stand.
    fn standing_answer(&self, question: &QuestionId, stands: &Stands) -> Result<&'a str, WaitsFor> {
        let Some(reply) = self.reply_on_day(question) else {
            let later = self.replies(question).filter(|reply| reply.value.is_some());
            let first = later.map(|reply| self.given(reply)).min();
            let lapsed = first.map(|day| WaitsFor::Lapsed(Lapse::GivenLater(day)));
            return Err(lapsed.unwrap_or_else(|| unanswered(question)));
        };
        let answer = reply.value.ok_or_else(|| unanswered(question))?;
        // What was said beside an answer goes for it until the next one is given, and not for one that is given anew
        // after another answer: a last day may have been said since that one, who gave it is said with it or later.
        let mut changes = self.replies(question).map(|reply| reply.event.change);
        let next = changes.find(|change| *change > reply.event.change);
        let (other_since, since) = self.since(reply);
        let beside = |other, since| {
            let said = self.replies(other);
            let said = said.take_while(|said| next.is_none_or(|next| said.event.change < next));
            said.last()
                .filter(|said| said.value.is_some() && said.event.change >= since)
        };
        let until = stands.until.as_ref();
        let last = until.and_then(|until| last_day(beside(until, other_since)?));
        if let Some(last) = last.filter(|last| *last < self.day) {
            return Err(WaitsFor::Lapsed(Lapse::RanOut(last)));
        }
        let told = Self {
            as_told: true,
            ..*self
        };
        let is_asked = |other: &QuestionId| {
            let other = self.routine.and_then(|routine| routine.question(other));
            holds(other.and_then(|other| other.when.as_ref()), told) != Truth::False
        };
        let with = stands.with.iter();
        let mut lacking = with.filter(|with| beside(with, since).is_none());
        let lacking = lacking.find(|other| is_asked(other));
        lacking.map_or(Ok(answer), |lacking| Err(unanswered(lacking)))
    }

    /// The changes in which another answer took the place of such a one, and in which it was given anew; 0 if never.
    fn since(&self, reply: Reply<'_>) -> (u32, u32) {
        let earlier = self.replies(reply.question);
        let earlier = earlier.take_while(|earlier| earlier.event.seq <= reply.event.seq);
        let (mut other_since, mut since, mut before) = (0, 0, reply.value);
        for earlier in earlier {
            match (before == reply.value, earlier.value == reply.value) {
                (true, false) => other_since = earlier.event.change,
                (false, true) => since = earlier.event.change,
                _ => {}
            }
            before = earlier.value;
        }
        (other_since, since)
    }

    /// The latest answer or withdrawal of those given by the day.
    fn reply_on_day(&self, question: &QuestionId) -> Option<Reply<'a>> {
        let replies = self.replies(question);
        replies
            .filter(|reply| self.given(*reply) <= self.day)
            .last()
    }

    /// The day an answer was given: that of the round it was answered in, if that lies before the day it was recorded.
    fn given(&self, reply: Reply<'_>) -> NaiveDate {
        let asking = self.routine.into_iter().flat_map(|routine| {
            let steps = routine.steps();
            let asks = |step: &&Step| {
                routine
                    .questions_of(step)
                    .any(|asked| asked.id == *reply.question)
            };
            steps.filter(asks)
        });
        let rounds = asking.flat_map(|step| self.case.rounds_of(&step.id));
        let ends = rounds.filter_map(|round| round.end.as_ref());
        let later = ends.filter(|end| end.seq > reply.event.seq);
        let answered_in = later.min_by_key(|end| end.seq);
        let on = answered_in.and_then(|end| end.on.filter(|_| end.skipped.is_none()));
        let recorded = reply.event.stamp.day;
        on.map_or(recorded, |on| on.min(recorded))
    }

    fn replies(&self, question: &QuestionId) -> impl Iterator<Item = Reply<'a>> {
        self.case
            .events
            .iter()
            .filter_map(move |event| match &event.what {
                What::Answered {
                    question: asked,
                    value,
                } if asked == question => Some(Reply {
                    question: asked,
                    value: still_told(value),
                    event,
                }),
                _ => None,
            })
    }
}

fn unanswered(question: &QuestionId) -> WaitsFor {
    WaitsFor::Known(Missing::Question(question.clone()))
}

fn last_day(reply: Reply<'_>) -> Option<NaiveDate> {
    reply.value?.parse().ok()
}
