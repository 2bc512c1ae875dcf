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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    Trigger,
    Question(QuestionId),
    Date(KeyDateId),
    /// A step is not done, or done on an unknown day.
    Step(StepId),
    /// No day is booked for a step.
    Booking(StepId),
    SchoolCalendar,
}

impl Missing {
    /// Its id; `trigger` for the trigger, `calendar` for school terms.
    pub fn id(&self) -> &str {
        match self {
            Self::Trigger => "trigger",
            Self::Question(id) => id.as_str(),
            Self::Date(id) => id.as_str(),
            Self::Step(id) | Self::Booking(id) => id.as_str(),
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

impl Condition {
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

    /// All it looks at, in order.
    pub fn looks_at(&self) -> impl Iterator<Item = Missing> {
        self.parts().into_iter().filter_map(|part| match part {
            Self::Trigger(_) => Some(Missing::Trigger),
            Self::Question(id, _) => Some(Missing::Question(id.clone())),
            Self::Step(id) => Some(Missing::Step(id.clone())),
            Self::Date(id) => Some(Missing::Date(id.clone())),
            Self::All(_) | Self::Any(_) | Self::Not(_) => None,
        })
    }

    /// The ids of all it looks at, in order, each once; `trigger` for the trigger.
    pub fn ids(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for fact in self.looks_at() {
            if !found.iter().any(|known| known == fact.id()) {
                found.push(fact.id().to_owned());
            }
        }
        found
    }

    /// The questions it looks at.
    pub fn questions(&self) -> BTreeSet<QuestionId> {
        let questions = self.looks_at().filter_map(|fact| match fact {
            Missing::Question(id) => Some(id),
            _ => None,
        });
        questions.collect()
    }
}

impl AnswerTest {
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
