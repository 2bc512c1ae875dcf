//! Due rules in words: "3 månader efter utskrivning från ungdomshemmet".

use super::Words;
use crate::domain::due_rule::{
    Anchor, Basis, DueKind, DueRule, Interval, Repeating, Roll, Series, YearMark,
};
use crate::domain::message::{Argument, Message, ToArgument};

impl Words {
    /// Who states a time, in a word for columns: "lag", "rutin", "eget".
    pub(crate) fn basis_short(&self, basis: Basis) -> String {
        match basis {
            Basis::Local => self.say("basis-local-short"),
            stated => self.say(&stated),
        }
    }
}

impl ToArgument for DueRule {
    fn to_argument(&self) -> Argument {
        let roll = match self.roll {
            Roll::None => return self.kind.to_argument(),
            Roll::Next => "rule-roll-next",
            Roll::Previous => "rule-roll-previous",
            Roll::Statutory => "rule-roll-statutory",
        };
        Argument::List(vec![self.kind.to_argument(), message!(roll).to_argument()])
    }
}

/// What a rule counts from: "inskrivning på ungdomshemmet".
impl ToArgument for Anchor {
    fn to_argument(&self) -> Argument {
        match self {
            Self::KeyDate(date) => Argument::KeyDateInText(date.clone()),
            Self::Step(step) => step.to_argument(),
            Self::Answer(question) => message!("rule-answer-to", question).to_argument(),
        }
    }
}

impl ToArgument for DueKind {
    fn to_argument(&self) -> Argument {
        let message = match self {
            Self::On(anchor) => message!("rule-on", anchor),
            Self::Before { anchor, term, .. } => match term {
                None => message!("rule-day-before", anchor),
                Some(term) => message!("rule-before", anchor, term),
            },
            Self::After {
                anchor,
                term,
                earliest,
            } => match earliest {
                None => message!("rule-after", anchor, term),
                Some(earliest) => message!("rule-window", anchor, earliest, term),
            },
            Self::Promptly { anchor, term } => match term {
                None => message!("rule-promptly", anchor),
                Some(term) => message!("rule-promptly-within", anchor, term),
            },
            Self::Repeating(repeating) => return repeating.to_argument(),
            Self::Answer(question) => message!("rule-answer-to", question),
        };
        Argument::Message(message)
    }
}

impl ToArgument for Repeating {
    fn to_argument(&self) -> Argument {
        let from = &self.from;
        let rule = match &self.series {
            Series::Grid(pace) => message!("rule-grid", pace, from),
            Series::Rolling(pace) => message!("rule-rolling", pace, from),
            Series::EachYear(pace) => message!("rule-each-year", pace, from),
            Series::EachSchoolTerm => message!("rule-school-term", from),
        };
        let until = self.until.as_ref();
        let until = until.map(|until| message!("rule-until", until));
        let parts = [Some(rule), until].into_iter().flatten();
        Argument::List(parts.map(Argument::Message).collect())
    }
}

impl ToArgument for Interval {
    fn to_argument(&self) -> Argument {
        match self {
            Self::Fixed(term) => term.to_argument(),
            Self::Answer(question) => message!("rule-interval-answer", question).to_argument(),
        }
    }
}

impl ToArgument for YearMark {
    fn to_argument(&self) -> Argument {
        Argument::Message(match *self {
            Self::Month(month) => Message::from(format!("month-name-{month}")),
            Self::Day { month, day } => {
                let month = Message::from(format!("month-{month}"));
                message!("why-date-short", day, month)
            }
            Self::Week(week) => message!("rule-week", week),
        })
    }
}
