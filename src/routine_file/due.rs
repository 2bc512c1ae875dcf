//! Due rules: one table, or a list of them with a `when` each.

use super::table::{FromToml, TomlTable};
use super::value::TomlValue;
use crate::domain::due_rule::{
    Anchor, DueChoice, DueKind, DueRule, Interval, Repeating, Roll, Series, YearMark,
};
use crate::domain::routine_problem::ProblemKind;
use crate::domain::term::{Term, Unit};

/// The keys that say which rule it is, each with the other keys that rule may have.
const RULES: &[(&str, &[&str])] = &[
    ("on", &[]),
    ("before", &["term", "earliest", "or_at_once"]),
    ("after", &["term", "earliest", "promptly"]),
    ("every", &["from", "until", "counted", "missed"]),
    ("each_year", &["from", "until", "missed"]),
    ("each", &["from", "until", "missed"]),
    ("answer", &[]),
];

const EVERYWHERE: &[&str] = &["roll", "basis", "cite", "when"];

/// The rules of a step, those that can be read.
pub(super) fn read(step: &TomlTable) -> Vec<DueChoice> {
    let Some(value) = step.value("due") else {
        return Vec::new();
    };
    let entries = match value.get().is_table() {
        true => vec![value],
        false => value.list(),
    };
    let choices = entries.iter();
    let choices: Vec<_> = choices
        .filter_map(|value| Some((value, choice(&value.table()?)?)))
        .collect();
    // What the rules of one step have to do with each other.
    let report = |kind, is_wrong: fn(&DueChoice, &DueChoice) -> bool| {
        let mut pairs = choices.windows(2);
        if let Some([_, (value, _)]) = pairs.find(|pair| is_wrong(&pair[0].1, &pair[1].1)) {
            value.problem(kind);
        }
    };
    report(ProblemKind::MixedDue, |before, after| {
        before.rule.repeating().is_some() != after.rule.repeating().is_some()
    });
    report(ProblemKind::UnreachableRule, |before, _| {
        before.when.is_none()
    });
    choices.into_iter().map(|(_, choice)| choice).collect()
}

fn choice(table: &TomlTable) -> Option<DueChoice> {
    let date = date(table);
    let (when, roll) = (table.get("when"), table.get("roll"));
    let (or_at_once, basis) = (table.get("or_at_once"), table.get("basis"));
    let cite = table.get("cite");
    let (kind, anchor, [term, earliest]) = date?;
    let choice = DueChoice {
        when,
        rule: DueRule {
            kind,
            anchor,
            term,
            earliest,
            roll,
            or_at_once,
            basis,
            cite,
        },
    };
    let problem = match (roll, &choice.rule.kind) {
        (Roll::Next, DueKind::Before) => ProblemKind::RollsPast { roll: "next" },
        (Roll::Statutory, DueKind::Before) => ProblemKind::RollsPast { roll: "statutory" },
        (Roll::Statutory, DueKind::On) => ProblemKind::StatutoryNotHere,
        _ => return Some(choice),
    };
    table.problem("roll", problem);
    Some(choice)
}

/// What a rule's date comes from: its kind, its anchor, its term and its earliest.
type RuleDate = (DueKind, Anchor, [Option<Term>; 2]);

fn date(table: &TomlTable) -> Option<RuleDate> {
    let names = RULES.iter().map(|(name, _)| *name);
    let several = |keys| ProblemKind::MixedRule { keys };
    let rule = table.one_of(names, ProblemKind::RuleWithoutKind, several)?;
    let own = RULES.iter().find(|(name, _)| *name == rule)?.1;
    for key in table.keys() {
        if key != rule && !own.contains(&key) && !EVERYWHERE.contains(&key) {
            table.key_problem(key, ProblemKind::NotInRule { key, rule });
        }
    }
    match rule {
        "on" => Some((DueKind::On, table.read(rule)?, [None; 2])),
        "before" | "after" => single(table, rule),
        "answer" => Some((DueKind::On, Anchor::Answer(table.read(rule)?), [None; 2])),
        _ => repeating(table, rule),
    }
}

/// The rules of a single date that have a term.
fn single(table: &TomlTable, rule: &'static str) -> Option<RuleDate> {
    let anchor = table.read(rule);
    let (term, earliest): (Option<Term>, Option<Term>) = (table.get("term"), table.get("earliest"));
    let is_before = rule == "before";
    if table.get("promptly") {
        if table.has("earliest") {
            table.together("promptly", "earliest");
        }
        return Some((DueKind::Promptly, anchor?, [term, None]));
    }
    if !is_before {
        missing_in_rule(table, "term", rule);
    }
    // Without a term `before` means the day before.
    let day = Term::new(1, Unit::Day).ok();
    let limit = term.or(day.filter(|_| is_before && !table.has("term")));
    let is_too_late = |(earliest, term): &(Term, Term)| match is_before {
        true => term.exceeds(*earliest),
        false => earliest.exceeds(*term),
    };
    if let Some((earliest, term)) = earliest.zip(limit).filter(is_too_late) {
        let (earliest, term) = (earliest.to_string(), term.to_string());
        table.problem("earliest", ProblemKind::EarliestTooLate { earliest, term });
    }
    let anchor = anchor?;
    match (is_before, term) {
        (true, _) => Some((DueKind::Before, anchor, [term, earliest])),
        (false, Some(_)) => Some((DueKind::After, anchor, [term, earliest])),
        (false, None) => None,
    }
}

fn missing_in_rule(table: &TomlTable, key: &'static str, rule: &'static str) {
    if !table.has(key) {
        table.problem_here(ProblemKind::MissingInRule { key, rule });
    }
}

fn repeating(table: &TomlTable, rule: &'static str) -> Option<RuleDate> {
    missing_in_rule(table, "from", rule);
    let (from, until): (Option<Anchor>, Option<Anchor>) = (table.get("from"), table.get("until"));
    if until.is_some() && until == from {
        table.problem("until", ProblemKind::NeverDue);
    }
    let keep_missed = table.is_said("missed");
    let series = match rule {
        "every" => {
            let is_rolling = table.is_said("counted");
            table.read(rule).map(match is_rolling {
                true => Series::Rolling,
                false => Series::Grid,
            })
        }
        "each" => table.is_said(rule).then_some(Series::EachSchoolTerm),
        _ => {
            let marks: Vec<YearMark> = table.get(rule);
            (!marks.is_empty()).then_some(Series::EachYear(marks))
        }
    };
    let repeating = Repeating {
        series: series?,
        until,
        keep_missed,
    };
    Some((DueKind::Repeating(repeating), from?, [None; 2]))
}

/// What a rule counts from: a key date's id, `{ step = … }` or `{ answer = … }`.
impl FromToml for Anchor {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        if value.get().is_str() {
            return value.text().map(|id| Self::KeyDate(id.into()));
        }
        let table = value.table()?;
        match table.keys()[..] {
            ["step"] => table.read("step").map(Self::Step),
            ["answer"] => table.read("answer").map(Self::Answer),
            _ => {
                table.problem_here(ProblemKind::BadAnchor);
                None
            }
        }
    }
}

/// How long between two rounds: a term, or `{ answer = … }`.
impl FromToml for Interval {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        match value.get().is_table() {
            true => value.table()?.read("answer").map(Self::Answer),
            false => value.term().map(Self::Fixed),
        }
    }
}

impl FromToml for YearMark {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        let text = value.text()?;
        let mark = Self::parse(text);
        if mark.is_none() {
            let found = text.to_owned();
            value.problem(ProblemKind::BadYearMark { found });
        }
        mark
    }
}
