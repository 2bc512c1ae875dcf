//! Due rules: one table, or a list of them with a `when` each.

use super::table::{FromToml, TomlTable};
use super::value::TomlValue;
use crate::domain::condition::Condition;
use crate::domain::due_rule::{
    Among, Anchor, DueChoice, DueKind, DueRule, Interval, Repeating, Roll, Series, WhichDate,
    YearMark,
};
use crate::domain::routine_problem::ProblemKind;
use crate::domain::term::{Term, Unit};

/// The keys that say which rule it is, each with the other keys that rule may have.
const RULES: &[(&str, &[&str])] = &[
    ("on", &[]),
    ("before", &["term", "earliest", "or_at_once"]),
    ("after", &["term", "earliest", "promptly"]),
    (
        "every",
        &["from", "until", "at_least_once", "counted", "missed"],
    ),
    ("each_year", &["from", "until", "at_least_once", "missed"]),
    ("each", &["from", "until", "at_least_once", "missed"]),
    ("answer", &[]),
];

/// The keys of a list of terms, beside `after`.
const OF_TERMS: &[&str] = &["terms", "until", "at_least_once"];

const EVERYWHERE: &[&str] = &["roll", "basis", "cite", "when"];

/// The keys of a table of rules of which one counts.
const OF_SEVERAL: [(&str, WhichDate); 2] =
    [("first_of", WhichDate::First), ("last_of", WhichDate::Last)];

/// The rules of a step, those that can be read.
pub(super) fn read(step: &TomlTable) -> Vec<DueChoice> {
    let Some(value) = step.value("due") else {
        return Vec::new();
    };
    let is_list = !value.get().is_table();
    let entries = match is_list {
        false => vec![value],
        true => value.list(),
    };
    let is_optional = step.get("optional");
    let mut tables: Vec<(TomlValue, Vec<DueChoice>)> = Vec::new();
    for (place, value) in entries.into_iter().enumerate() {
        let Some(table) = value.table() else { continue };
        let choices = match OF_SEVERAL.into_iter().find(|(key, _)| table.has(key)) {
            Some(several) => one_of_several(&table, several, place, is_list),
            None => choice(&table).into_iter().collect(),
        };
        for choice in &choices {
            check_optional(&table, choice, is_optional);
        }
        if !choices.is_empty() {
            tables.push((value, choices));
        }
    }
    // What the rules of one step have to do with each other.
    let report = |kind, is_wrong: fn(&DueChoice, &DueChoice) -> bool| {
        let pairs = tables
            .array_windows()
            .filter_map(|[(_, before), (value, after)]| {
                Some((value, before.first()?, after.first()?))
            });
        let mut wrong = pairs.filter(|(_, before, after)| is_wrong(before, after));
        if let Some((value, ..)) = wrong.next() {
            value.problem(kind);
        }
    };
    report(ProblemKind::MixedDue, |before, after| {
        before.rule.repeating().is_some() != after.rule.repeating().is_some()
    });
    report(ProblemKind::UnreachableRule, |before, _| {
        before.table_when().is_none()
    });
    tables
        .into_iter()
        .flat_map(|(_, choices)| choices)
        .collect()
}

/// What a rule may not be of a step that need not be done, or of one that must.
fn check_optional(table: &TomlTable, choice: &DueChoice, is_optional: bool) {
    let rule = &choice.rule;
    if is_optional && rule.repeating().is_some_and(|rule| rule.at_least_once) {
        table.together("optional", "at_least_once");
    }
    let is_dateless = rule.kind == DueKind::Promptly && rule.term.is_none();
    if !is_optional && is_dateless && choice.among.is_none() {
        table.key_problem("promptly", ProblemKind::NeverLate);
    }
}

/// The entries of a `first_of` or `last_of`.
fn one_of_several(
    table: &TomlTable,
    (key, pick): (&'static str, WhichDate),
    place: usize,
    is_in_list: bool,
) -> Vec<DueChoice> {
    for other in table.keys() {
        if other != key && (other != "when" || !is_in_list) {
            table.key_problem(
                other,
                ProblemKind::NotInRule {
                    key: other,
                    rule: key,
                },
            );
        }
    }
    let when: Option<Condition> = table.get("when");
    let entries = table.list(key);
    if let [_] = entries[..] {
        table.problem(key, ProblemKind::TooFewEntries { key });
    }
    let mut choices: Vec<DueChoice> = Vec::new();
    for value in entries {
        let Some(entry) = value.table() else { continue };
        let nested = entry.present(OF_SEVERAL.map(|(key, _)| key));
        for &inner in &nested {
            entry.key_problem(
                inner,
                ProblemKind::NotInRule {
                    key: inner,
                    rule: key,
                },
            );
        }
        let Some(choice) = choice(&entry).filter(|_| nested.is_empty()) else {
            continue;
        };
        let rule = &choice.rule;
        if rule.repeating().is_some() || rule.kind == DueKind::Promptly && rule.term.is_none() {
            value.problem(ProblemKind::NoSingleDate { key });
        }
        let is_same = |other: &DueChoice| {
            other.rule.anchor == rule.anchor && other.when.is_none() && choice.when.is_none()
        };
        if choices.iter().any(is_same) {
            value.problem(ProblemKind::SameAnchor { key });
        }
        let (table, when) = (place, when.clone());
        let among = Some(Among { pick, table, when });
        choices.push(DueChoice { among, ..choice });
    }
    choices
}

fn choice(table: &TomlTable) -> Option<DueChoice> {
    let date = date(table);
    let (when, roll) = (table.get("when"), table.get("roll"));
    let (or_at_once, basis) = (table.get("or_at_once"), table.get("basis"));
    let cite = table.get("cite");
    let (kind, anchor, [term, earliest]) = date?;
    if let (DueKind::Before, Anchor::Step(step)) = (&kind, &anchor) {
        let step = step.to_string();
        table.problem("before", ProblemKind::BeforeStep { step });
    }
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
        among: None,
    };
    let problem = match (roll, &choice.rule.kind) {
        (Roll::Next, DueKind::Before) => ProblemKind::RollsPast { roll: "next" },
        (Roll::Statutory, DueKind::Before) => ProblemKind::RollsPast { roll: "statutory" },
        (Roll::SchoolNext, DueKind::Before) => ProblemKind::RollsPast {
            roll: "school-next",
        },
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
    let lists_terms = rule == "after" && table.has("terms");
    let (said, own) = match lists_terms {
        true => ("terms", OF_TERMS),
        false => (rule, RULES.iter().find(|(name, _)| *name == rule)?.1),
    };
    for key in table.keys() {
        if key != rule && !own.contains(&key) && !EVERYWHERE.contains(&key) {
            table.key_problem(key, ProblemKind::NotInRule { key, rule: said });
        }
    }
    match rule {
        "after" if lists_terms => repeating(table, rule),
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
    let from = match rule {
        "after" => rule,
        _ => "from",
    };
    missing_in_rule(table, from, rule);
    let (from, until): (Option<Anchor>, Option<Anchor>) = (table.get(from), table.get("until"));
    let at_least_once = table.get("at_least_once");
    if at_least_once && !table.has("until") {
        let (key, needs) = ("at_least_once", "until");
        table.key_problem(key, ProblemKind::KeyWithout { key, needs });
    }
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
        "after" => {
            let terms: Vec<Term> = table.get("terms");
            (!terms.is_empty()).then_some(Series::Terms(terms))
        }
        _ => {
            let marks: Vec<YearMark> = table.get(rule);
            (!marks.is_empty()).then_some(Series::EachYear(marks))
        }
    };
    let repeating = Repeating {
        series: series?,
        until,
        keep_missed,
        at_least_once,
    };
    Some((DueKind::Repeating(repeating), from?, [None; 2]))
}

/// What a rule counts from: a key date's id, `{ step = … }`, `{ answer = … }` or `{ planned = … }`.
impl FromToml for Anchor {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        if value.get().is_str() {
            return value.text().map(|id| Self::KeyDate(id.into()));
        }
        let table = value.table()?;
        match table.keys()[..] {
            ["step"] => table.read("step").map(Self::Step),
            ["answer"] => table.read("answer").map(Self::Answer),
            ["planned"] => table.read("planned").map(Self::Booking),
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
