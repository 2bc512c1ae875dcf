//! Rules and conditions in the words that the expectation files use.

use sisam::domain::condition::{AnswerTest, Condition};
use sisam::domain::due_rule::{
    Anchor, Basis, DueChoice, DueKind, DueRule, Interval, Repeating, Roll, Series, YearMark,
};
use sisam::domain::routine::{AnswerKind, CountsAs, Gate, Requirement, StepOutcome};

/// `skolbyte is yes and annan-kommun is yes`; nothing for no condition.
pub(crate) fn condition(of: Option<&Condition>) -> String {
    of.map(in_words).unwrap_or_default()
}

/// A phase's condition and its step's together.
pub(crate) fn both(phase: Option<&Condition>, step: Option<&Condition>) -> String {
    let parts: Vec<&Condition> = phase.into_iter().chain(step).collect();
    match parts.as_slice() {
        [] => String::new(),
        [one] => in_words(one),
        several => joined(several.iter().copied(), " and "),
    }
}

fn in_words(condition: &Condition) -> String {
    match condition {
        Condition::Trigger(id) => format!("trigger {id}"),
        Condition::Question(id, AnswerTest::Is(answer)) => format!("{id} is {answer}"),
        Condition::Question(id, AnswerTest::IsNot(answer)) => format!("{id} is not {answer}"),
        Condition::Question(id, AnswerTest::In(answers)) => {
            format!("{id} in {}", answers.join("|"))
        }
        Condition::Question(id, AnswerTest::AtLeast(limit)) => format!("{id} at least {limit}"),
        Condition::Question(id, AnswerTest::AtMost(limit)) => format!("{id} at most {limit}"),
        Condition::Step(id) => format!("step {id} done"),
        Condition::Date(id) => format!("date {id} known"),
        Condition::All(inner) => joined(inner.iter(), " and "),
        Condition::Any(inner) => joined(inner.iter(), " or "),
        Condition::Not(inner) => format!("not {}", part(inner)),
    }
}

fn joined<'c>(conditions: impl Iterator<Item = &'c Condition>, between: &str) -> String {
    conditions.map(part).collect::<Vec<_>>().join(between)
}

/// In brackets where it has parts of its own.
fn part(condition: &Condition) -> String {
    match condition {
        Condition::All(_) | Condition::Any(_) => format!("({})", in_words(condition)),
        _ => in_words(condition),
    }
}

/// `source: before placering`; a local rule has no basis in front.
pub(crate) fn due_choice(choice: &DueChoice) -> String {
    let basis = match choice.rule.basis {
        Basis::Local => String::new(),
        stated => format!("{}: ", stated.as_str()),
    };
    let when = match &choice.when {
        None => String::new(),
        Some(condition) => format!(" when {}", in_words(condition)),
    };
    format!("{basis}{}{when}", rule(&choice.rule))
}

fn rule(rule: &DueRule) -> String {
    let mut words = kind(rule);
    words += match rule.roll {
        Roll::None => "",
        Roll::Next => ", rolled to the next working day",
        Roll::Previous => ", rolled to the working day before",
        Roll::Statutory => ", rolled by statute",
        Roll::SchoolNext => ", rolled to the next school day",
        Roll::SchoolPrevious => ", rolled to the school day before",
    };
    if rule.or_at_once {
        words += ", or at once";
    }
    words
}

fn kind(rule: &DueRule) -> String {
    let from = anchor(&rule.anchor);
    let mut words = match (&rule.kind, &rule.anchor, rule.term) {
        (DueKind::On, Anchor::Answer(question), _) => format!("on the day of answer {question}"),
        (DueKind::On, ..) => format!("on {from}"),
        (DueKind::Before, _, None) => format!("before {from}"),
        (DueKind::Before, _, Some(term)) => format!("before {from} by {term}"),
        (DueKind::After, _, term) => format!("after {from} within {}", term.unwrap()),
        (DueKind::Promptly, _, None) => format!("promptly after {from}"),
        (DueKind::Promptly, _, Some(term)) => format!("promptly after {from} within {term}"),
        (DueKind::Repeating(repeating), ..) => series(repeating, &rule.anchor),
    };
    if let Some(earliest) = rule.earliest {
        words += &format!(", opening {earliest}");
    }
    words
}

fn series(repeating: &Repeating, from: &Anchor) -> String {
    let (dates, counted) = match &repeating.series {
        Series::Grid(every) => (format!("every {}", interval(every)), ""),
        Series::Rolling(every) => (
            format!("every {}", interval(every)),
            ", counted from the last done",
        ),
        Series::Terms(terms) => {
            let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
            (terms.join(" then "), "")
        }
        Series::EachSchoolTerm => ("each school term".to_owned(), ""),
        Series::EachYear(marks) => {
            let marks: Vec<String> = marks.iter().map(year_mark).collect();
            (format!("each year {}", marks.join(", ")), "")
        }
    };
    let until = repeating.until.as_ref().map(anchor);
    let until = until.map_or(String::new(), |until| format!(" until {until}"));
    format!("{dates} from {}{until}{counted}", anchor(from))
}

fn interval(interval: &Interval) -> String {
    match interval {
        Interval::Fixed(term) => term.to_string(),
        Interval::Answer(question) => format!("answer {question}"),
    }
}

fn year_mark(mark: &YearMark) -> String {
    match mark {
        YearMark::Month(month) => format!("{month:02}"),
        YearMark::Day { month, day } => format!("{month:02}-{day:02}"),
        YearMark::Week(week) => format!("W{week:02}"),
    }
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::KeyDate(id) => id.to_string(),
        Anchor::Step(id) => format!("step {id}"),
        Anchor::Answer(id) => format!("answer {id}"),
        Anchor::Booking(id) => format!("the day booked for {id}"),
    }
}

/// `samtycke is ja, or a ground of osl`.
pub(crate) fn gate(requirement: &Requirement) -> String {
    let passed = match &requirement.gate {
        Gate::AnyReason => ", or any reason".to_owned(),
        Gate::Grounds(list) => format!(", or a ground of {list}"),
        Gate::Never => String::new(),
    };
    format!("{}{passed}", in_words(&requirement.condition))
}

/// `resultat is positivt: may close`.
pub(crate) fn outcome(outcome: &StepOutcome) -> String {
    let mut leads_to = Vec::new();
    if !outcome.reopen.is_empty() {
        let steps: Vec<&str> = outcome.reopen.iter().map(|id| id.as_str()).collect();
        leads_to.push(format!("reopens {}", steps.join(", ")));
    }
    if outcome.close {
        leads_to.push("may close".to_owned());
    }
    let when = condition(outcome.when.as_ref());
    format!("{when}: {}", leads_to.join(" and "))
}

/// The kind's word in the routine format, and its options.
pub(crate) fn answer_kind(kind: &AnswerKind) -> (&'static str, &[String]) {
    match kind {
        AnswerKind::YesNo => ("yes-no", &[]),
        AnswerKind::Choice(options) => ("choice", options),
        AnswerKind::Choices(options) => ("choices", options),
        AnswerKind::Text => ("text", &[]),
        AnswerKind::Number => ("number", &[]),
        AnswerKind::Date => ("date", &[]),
        AnswerKind::Term => ("term", &[]),
        AnswerKind::Roles(_) => ("roles", &[]),
    }
}

/// The figures' words in the routine format, with commas; nothing for none.
pub(crate) fn counts_as(figures: &[CountsAs]) -> String {
    let word = |figure: &CountsAs| match figure {
        CountsAs::FirstContact => "first-contact",
        CountsAs::Consent => "consent",
        CountsAs::Handover => "handover",
        CountsAs::Agreement => "agreement",
        CountsAs::Feedback => "feedback",
        CountsAs::DischargeMeeting => "discharge-meeting",
        CountsAs::ThreeMonthFollowUp => "three-month-follow-up",
    };
    figures.iter().map(word).collect::<Vec<_>>().join(", ")
}
