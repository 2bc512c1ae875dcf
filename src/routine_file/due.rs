//! Due rules: one table, or a list of them with a `when` each.

use std::ops::Range;

use super::conditions;
use super::format;
use super::report::Report;
use super::table::TomlTable;
use super::value::{term_of, texts_of};
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
    let entries = match value.get_ref().is_table() {
        true => vec![value],
        false => step.list("due"),
    };
    let mut choices = Vec::with_capacity(entries.len());
    for entry in entries {
        let table = TomlTable::open_value(&format::DUE, "due", entry, step.reader);
        if let Some(choice) = table.and_then(|table| choice(&table)) {
            choices.push((entry.span(), choice));
        }
    }
    check_list(&choices, step.report());
    choices.into_iter().map(|(_, choice)| choice).collect()
}

/// What the rules of one step have to do with each other.
fn check_list(choices: &[(Range<usize>, DueChoice)], report: &Report) {
    let after = |is_wrong: fn(&DueChoice, &DueChoice) -> bool| {
        choices.windows(2).find_map(|pair| match pair {
            [(_, before), (span, after)] if is_wrong(before, after) => Some(span.clone()),
            _ => None,
        })
    };
    if let Some(span) = after(|before, after| before.repeats() != after.repeats()) {
        report.add(span, ProblemKind::MixedDue);
    }
    if let Some(span) = after(|before, _| before.when.is_none()) {
        report.add(span, ProblemKind::UnreachableRule);
    }
}

fn choice(table: &TomlTable) -> Option<DueChoice> {
    let kind = kind(table);
    let choice = DueChoice {
        when: conditions::when(table),
        rule: DueRule {
            roll: table.word("roll").unwrap_or_default(),
            or_at_once: table.flag("or_at_once", false),
            basis: table.word("basis").unwrap_or_default(),
            cite: table.text("cite"),
            kind: kind?,
        },
    };
    match (choice.rule.roll, &choice.rule.kind) {
        (Roll::Next, DueKind::Before { .. }) => {
            table.problem("roll", ProblemKind::RollsPast { roll: "next" });
        }
        (Roll::Statutory, DueKind::Before { .. }) => {
            table.problem("roll", ProblemKind::RollsPast { roll: "statutory" });
        }
        (Roll::Statutory, DueKind::On(_) | DueKind::Answer(_)) => {
            table.problem("roll", ProblemKind::StatutoryNotHere);
        }
        _ => {}
    }
    Some(choice)
}

fn kind(table: &TomlTable) -> Option<DueKind> {
    let present = table.present(RULES.iter().map(|(name, _)| *name));
    let [rule] = present[..] else {
        table.problem_here(match present.is_empty() {
            true => ProblemKind::RuleWithoutKind,
            false => ProblemKind::MixedRule { keys: present },
        });
        return None;
    };
    let own = RULES.iter().find(|(name, _)| *name == rule)?.1;
    for key in table.keys() {
        if key != rule && !own.contains(&key) && !EVERYWHERE.contains(&key) {
            table.key_problem(key, ProblemKind::NotInRule { key, rule });
        }
    }
    match rule {
        "on" => Some(DueKind::On(anchor(table, rule)?)),
        "before" => before(table),
        "after" => after(table),
        "answer" => Some(DueKind::Answer(table.text(rule)?)),
        _ => repeating(table, rule),
    }
}

fn before(table: &TomlTable) -> Option<DueKind> {
    let anchor = anchor(table, "before");
    let (term, earliest) = (table.term("term"), table.term("earliest"));
    if term.is_none() && table.has("term") {
        return None;
    }
    // Without a term the rule means the day before.
    let longest = earliest.zip(term.or(Term::new(1, Unit::Day).ok()));
    if let Some((earliest, term)) = longest.filter(|(earliest, term)| term.exceeds(*earliest)) {
        earliest_too_late(table, earliest, term);
    }
    let anchor = anchor?;
    Some(DueKind::Before {
        anchor,
        term,
        earliest,
    })
}

fn after(table: &TomlTable) -> Option<DueKind> {
    let anchor = anchor(table, "after");
    let (term, earliest) = (table.term("term"), table.term("earliest"));
    if table.flag("promptly", false) {
        if table.has("earliest") {
            table.together("earliest", "promptly", "earliest");
        }
        let anchor = anchor?;
        return Some(DueKind::Promptly { anchor, term });
    }
    missing_in_rule(table, "term", "after");
    let (anchor, term) = (anchor?, term?);
    if let Some(earliest) = earliest.filter(|earliest| earliest.exceeds(term)) {
        earliest_too_late(table, earliest, term);
    }
    Some(DueKind::After {
        anchor,
        term,
        earliest,
    })
}

fn missing_in_rule(table: &TomlTable, key: &'static str, rule: &'static str) {
    if !table.has(key) {
        table.problem_here(ProblemKind::MissingInRule { key, rule });
    }
}

fn earliest_too_late(table: &TomlTable, earliest: Term, term: Term) {
    let (earliest, term) = (earliest.to_string(), term.to_string());
    table.problem("earliest", ProblemKind::EarliestTooLate { earliest, term });
}

fn repeating(table: &TomlTable, rule: &'static str) -> Option<DueKind> {
    missing_in_rule(table, "from", rule);
    let (from, until) = (anchor(table, "from"), anchor(table, "until"));
    if until.is_some() && until == from {
        table.problem("until", ProblemKind::NeverDue);
    }
    let keep_missed = table.is_said("missed");
    let series = match rule {
        "every" => {
            let is_rolling = table.is_said("counted");
            interval(table).map(|interval| match is_rolling {
                true => Series::Rolling(interval),
                false => Series::Grid(interval),
            })
        }
        "each" => table.is_said("each").then_some(Series::EachSchoolTerm),
        _ => year_marks(table).map(Series::EachYear),
    };
    Some(DueKind::Repeating(Repeating {
        series: series?,
        from: from?,
        until,
        keep_missed,
    }))
}

/// What a rule counts from: a key date's id, `{ step = … }` or `{ answer = … }`.
fn anchor(table: &TomlTable, key: &str) -> Option<Anchor> {
    if table.value(key)?.get_ref().is_str() {
        return table.text(key).map(Anchor::KeyDate);
    }
    let inner = table.table(key, &format::ANCHOR)?;
    match inner.keys()[..] {
        ["step"] => inner.text("step").map(Anchor::Step),
        ["answer"] => inner.text("answer").map(Anchor::Answer),
        _ => {
            inner.problem_here(ProblemKind::BadAnchor);
            None
        }
    }
}

/// How long between two rounds: a term, or `{ answer = … }`.
fn interval(table: &TomlTable) -> Option<Interval> {
    let value = table.value("every")?;
    if value.get_ref().is_table() {
        let inner = table.table("every", &format::INTERVAL)?;
        return inner.text("answer").map(Interval::Answer);
    }
    term_of(table.report(), "every", value).map(Interval::Fixed)
}

fn year_marks(table: &TomlTable) -> Option<Vec<YearMark>> {
    let value = table.value("each_year")?;
    let texts = texts_of(table.report(), "each_year", value);
    value.get_ref().as_array()?;
    let mut marks = Vec::with_capacity(texts.len());
    for (text, span) in &texts {
        let mark = YearMark::parse(text);
        if mark.is_none() && !text.is_empty() {
            let found = (*text).to_owned();
            table
                .report()
                .add(span.clone(), ProblemKind::BadYearMark { found });
        }
        marks.extend(mark);
    }
    (!marks.is_empty() && marks.len() == texts.len()).then_some(marks)
}
