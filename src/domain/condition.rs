//! Conditions, three-valued: what depends on an unanswered question is unknown, and names the question.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{KeyDateId, QuestionId, StepId, TriggerId};

/// A condition of a routine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Condition {
    Trigger(TriggerId),
    Question(QuestionId, AnswerTest),
    Step(StepId),
    Date(KeyDateId),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

/// What is asked of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AnswerTest {
    /// Is this; of `choices`, has this among them.
    Is(String),
    IsNot(String),
    In(Vec<String>),
    AtLeast(f64),
    AtMost(f64),
}

/// The value of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    Unknown(BTreeSet<Missing>),
}

/// What a condition, rule or plan waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    Trigger,
    Question(QuestionId),
    Date(KeyDateId),
    /// A step is not done, or done on an unknown day.
    Step(StepId),
    SchoolCalendar,
}

impl Missing {
    /// Its id; `trigger` for the trigger, `calendar` for school terms.
    pub fn id(&self) -> &str {
        match self {
            Self::Trigger => "trigger",
            Self::Question(id) => id.as_str(),
            Self::Date(id) => id.as_str(),
            Self::Step(id) => id.as_str(),
            Self::SchoolCalendar => "calendar",
        }
    }
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

/// What conditions look at.
pub trait Facts {
    fn trigger(&self) -> Option<&TriggerId>;
    /// A question's latest answer, in the form it is stored.
    fn answer(&self, question: &QuestionId) -> Option<&str>;
    fn is_done(&self, step: &StepId) -> bool;
    fn has_date(&self, date: &KeyDateId) -> bool;
    fn compare(&self, question: &QuestionId, test: &AnswerTest) -> Truth {
        test.truth(self.answer(question), question)
    }
}

impl Condition {
    /// Its value on these facts.
    pub fn value(&self, facts: &impl Facts) -> Truth {
        match self {
            Self::Trigger(wanted) => match facts.trigger() {
                Some(chosen) => (chosen == wanted).into(),
                None => Truth::Unknown([Missing::Trigger].into()),
            },
            Self::Question(question, test) => facts.compare(question, test),
            Self::Step(step) => facts.is_done(step).into(),
            Self::Date(date) => facts.has_date(date).into(),
            Self::All(conditions) => all(conditions.iter().map(|c| c.value(facts))),
            Self::Any(conditions) => {
                all(conditions.iter().map(|c| c.value(facts).negated())).negated()
            }
            Self::Not(condition) => condition.value(facts).negated(),
        }
    }

    /// This condition and every one inside it.
    fn parts(&self) -> Vec<&Self> {
        let inner: &[Self] = match self {
            Self::All(inner) | Self::Any(inner) => inner,
            Self::Not(inner) => std::slice::from_ref(inner),
            _ => &[],
        };
        let inner = inner.iter().flat_map(Self::parts);
        std::iter::once(self).chain(inner).collect()
    }

    /// The ids of all it looks at, in order, each once; `trigger` for the trigger.
    pub fn ids(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for part in self.parts() {
            let id = match part {
                Self::Trigger(_) => "trigger",
                Self::Question(id, _) => id.as_str(),
                Self::Step(id) => id.as_str(),
                Self::Date(id) => id.as_str(),
                Self::All(_) | Self::Any(_) | Self::Not(_) => continue,
            };
            if !found.iter().any(|known| known == id) {
                found.push(id.to_owned());
            }
        }
        found
    }

    /// The questions it looks at.
    pub fn questions(&self) -> BTreeSet<QuestionId> {
        let questions = self.parts().into_iter().filter_map(|part| match part {
            Self::Question(id, _) => Some(id.clone()),
            _ => None,
        });
        questions.collect()
    }
}

impl AnswerTest {
    pub(super) fn truth(&self, answer: Option<&str>, question: &QuestionId) -> Truth {
        match answer {
            Some(answer) => self.passes(answer).into(),
            None => Truth::Unknown([Missing::Question(question.clone())].into()),
        }
    }

    /// Whether an answer, in the form it is stored, passes.
    pub fn passes(&self, answer: &str) -> bool {
        let mut parts = answer.split('|').map(str::trim);
        match self {
            Self::Is(wanted) => parts.any(|part| part == wanted),
            Self::IsNot(wanted) => parts.all(|part| part != wanted),
            Self::In(wanted) => parts.any(|part| wanted.iter().any(|w| w == part)),
            Self::AtLeast(limit) => answer.parse::<f64>().is_ok_and(|n| n >= *limit),
            Self::AtMost(limit) => answer.parse::<f64>().is_ok_and(|n| n <= *limit),
        }
    }
}

impl Truth {
    /// True and false exchanged; unknown stays.
    pub fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            unknown => unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
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
    facts: &impl Facts,
) -> Truth {
    all(conditions
        .into_iter()
        .map(|condition| condition.value(facts)))
}

/// An optional condition: absent holds.
pub(crate) fn holds(condition: Option<&Condition>, facts: &impl Facts) -> Truth {
    condition.map_or(Truth::True, |condition| condition.value(facts))
}
