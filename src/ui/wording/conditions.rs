//! Conditions in words: "Innebär placeringen skolbyte? = ja"; and answers.

use super::Words;
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::ids::QuestionId;
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::routine::Owner;
use crate::domain::term::Term;

impl ToArgument for Condition {
    fn to_argument(&self) -> Argument {
        Argument::Message(match self {
            Self::Trigger(title) => message!("condition-trigger", title),
            Self::Question(question, test) => tested(question, test),
            Self::Step(id) => return Argument::StepTitle(id.clone()),
            Self::Date(title) => message!("condition-date", title),
            Self::All(inner) => return joined("condition-and", inner),
            Self::Any(inner) => return joined("condition-or", inner),
            Self::Not(inner) => match &**inner {
                Self::Trigger(title) => message!("condition-other-trigger", title),
                condition => message!("condition-not", condition),
            },
        })
    }
}

impl ToArgument for Owner {
    fn to_argument(&self) -> Argument {
        match &self.when {
            None => self.role.to_argument(),
            Some(condition) => message!("owner-only-if", role = self.role, condition).to_argument(),
        }
    }
}

fn joined(word: &'static str, inner: &[Condition]) -> Argument {
    let parts = inner.iter().map(|condition| match condition {
        Condition::All(_) | Condition::Any(_) => {
            message!("condition-group", condition).to_argument()
        }
        condition => condition.to_argument(),
    });
    Argument::Joined(word, parts.collect())
}

fn tested(question: &QuestionId, test: &AnswerTest) -> Message {
    let answer = |value: &String| Argument::Answer(question.clone(), value.clone());
    let (id, value) = match test {
        AnswerTest::Is(value) => ("condition-is", answer(value)),
        AnswerTest::IsNot(value) => ("condition-is-not", answer(value)),
        AnswerTest::In(values) => {
            let values = values.iter().map(answer).collect();
            ("condition-is", Argument::Joined("condition-or", values))
        }
        AnswerTest::AtLeast(limit) => ("condition-at-least", Argument::Text(limit.to_string())),
        AnswerTest::AtMost(limit) => ("condition-at-most", Argument::Text(limit.to_string())),
    };
    message!(id, question, value)
}

impl Words {
    /// An answer as people read it: yes, no, days and terms in their language, several with commas.
    pub(crate) fn answer(&self, value: &str) -> String {
        let parts = value.split('|').map(|part| match part.trim() {
            "yes" => self.say("yes"),
            "no" => self.say("no"),
            other => match (other.parse(), Term::parse(other)) {
                (Ok(day), _) => self.date(day),
                (_, Ok(term)) => self.say(term.message()),
                _ => other.to_owned(),
            },
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}
