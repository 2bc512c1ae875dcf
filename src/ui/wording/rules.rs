//! Due rules in words: "3 månader efter utskrivning från ungdomshemmet".

use super::Words;
use crate::domain::due_rule::{
    Anchor, Basis, DueKind, DueRule, Interval, Repeating, Roll, Series, WhichDate, YearMark,
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
            Roll::None => return unrolled(self),
            Roll::Next => "rule-roll-next",
            Roll::Previous => "rule-roll-previous",
            Roll::Statutory => "rule-roll-statutory",
            Roll::SchoolNext => "rule-roll-school-next",
            Roll::SchoolPrevious => "rule-roll-school-previous",
        };
        Argument::List(vec![unrolled(self), message!(roll).to_argument()])
    }
}

/// What a rule counts from: "inskrivning på ungdomshemmet".
impl ToArgument for Anchor {
    fn to_argument(&self) -> Argument {
        match self {
            Self::KeyDate(date) => Argument::KeyDateInText(date.clone()),
            Self::Step(step) => step.to_argument(),
            Self::Answer(question) => message!("rule-answer-to", question).to_argument(),
            Self::Booking(step) => message!("rule-booked", step).to_argument(),
        }
    }
}

/// Several rules of which one counts: "det tidigaste av: …".
pub(crate) fn picked(pick: WhichDate, rules: Vec<Argument>) -> Message {
    let id = match pick {
        WhichDate::First => "rule-first-of",
        WhichDate::Last => "rule-last-of",
    };
    message!(id, rules = Argument::Joined("condition-and", rules))
}

fn unrolled(rule: &DueRule) -> Argument {
    let (anchor, earliest) = (&rule.anchor, &rule.earliest);
    Argument::Message(match (&rule.kind, &rule.term) {
        (DueKind::Repeating(repeating), _) => return again(repeating, anchor),
        (DueKind::On, _) => match anchor {
            Anchor::Answer(question) => message!("rule-answer-to", question),
            Anchor::Booking(step) => message!("rule-booked", step),
            anchor => message!("rule-on", anchor),
        },
        (DueKind::Before, None) => message!("rule-day-before", anchor),
        (DueKind::Before, Some(term)) => message!("rule-before", anchor, term),
        (DueKind::After, term) => match earliest {
            None => message!("rule-after", anchor, term),
            Some(earliest) => message!("rule-window", anchor, earliest, term),
        },
        (DueKind::Promptly, None) => message!("rule-promptly", anchor),
        (DueKind::Promptly, Some(term)) => message!("rule-promptly-within", anchor, term),
    })
}

fn again(repeating: &Repeating, from: &Anchor) -> Argument {
    let rule = match &repeating.series {
        Series::Grid(pace) => message!("rule-grid", pace = each(pace), from),
        Series::Rolling(pace) => message!("rule-rolling", pace, from),
        Series::EachYear(pace) => message!("rule-each-year", pace, from),
        Series::EachSchoolTerm => message!("rule-school-term", from),
        Series::Terms(terms) => {
            let terms = Argument::joined("condition-and", terms);
            message!("rule-terms", terms, from)
        }
    };
    let until = repeating.until.as_ref();
    let until = until.map(|until| message!("rule-until", until));
    let at_least_once = repeating
        .at_least_once
        .then(|| Message::from("rule-at-least-once"));
    let parts = [Some(rule), until, at_least_once].into_iter().flatten();
    Argument::List(parts.map(Argument::Message).collect())
}

/// How often: "varannan vecka".
fn each(interval: &Interval) -> Message {
    match interval {
        Interval::Fixed(term) => term.message().part("-each"),
        Interval::Answer(question) => message!("rule-each-answer", question),
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
