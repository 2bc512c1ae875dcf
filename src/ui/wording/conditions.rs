//! Conditions in words: "Innebär placeringen skolbyte? = ja".

use super::{Titles, Words};
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::term::Term;

impl Words {
    pub(crate) fn condition(&self, condition: &Condition, titles: Titles<'_>) -> String {
        let here = self.of(titles);
        match condition {
            Condition::Trigger(title) => say!(here, "condition-trigger", title),
            Condition::Question(id, test) => self.test(&titles.question(id), test),
            Condition::Step(id) => titles.step(id, self),
            Condition::Date(title) => say!(here, "condition-date", title),
            Condition::All(inner) => self.joined(inner, titles, "condition-and"),
            Condition::Any(inner) => self.joined(inner, titles, "condition-or"),
            Condition::Not(inner) => match &**inner {
                Condition::Trigger(title) => say!(here, "condition-other-trigger", title),
                inner => say!(
                    self,
                    "condition-not",
                    condition = self.condition(inner, titles)
                ),
            },
        }
    }

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

    fn joined(&self, inner: &[Condition], titles: Titles<'_>, word: &'static str) -> String {
        let parts = inner.iter().map(|c| match c {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.condition(c, titles)),
            _ => self.condition(c, titles),
        });
        let word = format!(" {} ", self.say(word));
        parts.collect::<Vec<_>>().join(&word)
    }

    fn test(&self, question: &str, test: &AnswerTest) -> String {
        let (id, value) = match test {
            AnswerTest::Is(value) => ("condition-is", self.answer(value)),
            AnswerTest::IsNot(value) => ("condition-is-not", self.answer(value)),
            AnswerTest::In(values) => ("condition-is", self.one_of(values)),
            AnswerTest::AtLeast(limit) => ("condition-at-least", limit.to_string()),
            AnswerTest::AtMost(limit) => ("condition-at-most", limit.to_string()),
        };
        say!(self, id, question, value)
    }

    fn one_of(&self, values: &[String]) -> String {
        let or = format!(" {} ", self.say("condition-or"));
        let values: Vec<_> = values.iter().map(|value| self.answer(value)).collect();
        values.join(&or)
    }
}
