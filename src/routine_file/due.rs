//! Due rules: one table, or a list of them with a `when` each.

use super::conditions;
use super::keys;
use super::rule_parts::{anchor, counted, interval, year_marks};
use super::table::Table;
use super::value::Value;
use crate::domain::due_rule::{
    Anchor, Basis, DueChoice, DueKind, DueRule, Repeating, Roll, Series,
};
use crate::domain::ids::{KeyDateId, QuestionId};
use crate::domain::routine_problem::ProblemKind;

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

pub(super) fn read(step: &Table) -> Vec<DueChoice> {
    let Some(value) = step.value("due") else {
        return Vec::new();
    };
    if value.get_ref().is_table() {
        return vec![choice(value, step)];
    }
    step.list("due")
        .into_iter()
        .map(|entry| choice(entry, step))
        .collect()
}

fn choice<'a>(value: Value<'a>, step: &Table<'a>) -> DueChoice {
    let Some(table) = Table::open_value(&keys::DUE, "due", value, step.report()) else {
        return stand_in();
    };
    DueChoice {
        when: conditions::optional(&table, "when"),
        rule: DueRule {
            kind: kind(&table).unwrap_or_else(|| stand_in().rule.kind),
            roll: table.word("roll", ROLLS).unwrap_or_default(),
            or_at_once: table.flag("or_at_once").unwrap_or(false),
            basis: table.word("basis", BASES).unwrap_or_default(),
            cite: table.text("cite"),
        },
    }
}

/// Takes the place of a rule that could not be read and is reported, so that its neighbours keep theirs.
fn stand_in() -> DueChoice {
    DueChoice {
        when: Some(conditions::stand_in()),
        rule: DueRule {
            kind: DueKind::On(Anchor::KeyDate(KeyDateId::from(""))),
            roll: Roll::None,
            or_at_once: false,
            basis: Basis::Local,
            cite: None,
        },
    }
}

const ROLLS: &[(&str, Roll)] = &[
    ("none", Roll::None),
    ("next", Roll::Next),
    ("previous", Roll::Previous),
    ("statutory", Roll::Statutory),
];

const BASES: &[(&str, Basis)] = &[
    ("source", Basis::Source),
    ("law", Basis::Law),
    ("local", Basis::Local),
];

fn kind(table: &Table) -> Option<DueKind> {
    let names: Vec<&str> = RULES.iter().map(|(name, _)| *name).collect();
    let present = table.present(&names);
    let [rule] = present[..] else {
        table.problem_here(if present.is_empty() {
            ProblemKind::RuleWithoutKind
        } else {
            ProblemKind::MixedRule { keys: present }
        });
        return None;
    };
    refuse_foreign_keys(table, rule);
    match rule {
        "on" => Some(DueKind::On(anchor(table, rule)?)),
        "before" => before(table),
        "after" => after(table),
        "answer" => Some(DueKind::Answer(QuestionId::from(table.text(rule)?))),
        _ => repeating(table, rule),
    }
}

fn refuse_foreign_keys(table: &Table, rule: &'static str) {
    let own = RULES.iter().find(|(name, _)| *name == rule);
    let own = own.map_or(&[][..], |(_, keys)| keys);
    for key in table.present(keys::DUE.keys) {
        if key != rule && !own.contains(&key) && !EVERYWHERE.contains(&key) {
            table.key_problem(key, ProblemKind::NotInRule { key, rule });
        }
    }
}

fn before(table: &Table) -> Option<DueKind> {
    let anchor = anchor(table, "before");
    let term = table.term("term");
    let earliest = table.term("earliest");
    if term.is_none() && table.has("term") {
        return None;
    }
    Some(DueKind::Before {
        anchor: anchor?,
        term,
        earliest,
    })
}

fn after(table: &Table) -> Option<DueKind> {
    let anchor = anchor(table, "after");
    let term = table.term("term");
    let earliest = table.term("earliest");
    if table.flag("promptly") == Some(true) {
        if table.has("earliest") {
            table.together("earliest", "promptly", "earliest");
        }
        return Some(DueKind::Promptly {
            anchor: anchor?,
            term,
        });
    }
    if !table.has("term") {
        let (key, rule) = ("term", "after");
        table.problem_here(ProblemKind::MissingInRule { key, rule });
    }
    Some(DueKind::After {
        anchor: anchor?,
        term: term?,
        earliest,
    })
}

fn repeating(table: &Table, rule: &'static str) -> Option<DueKind> {
    if !table.has("from") {
        table.problem_here(ProblemKind::MissingInRule { key: "from", rule });
    }
    let from = anchor(table, "from");
    let until = anchor(table, "until");
    let keep_missed = table.word("missed", &[("keep", true)]).unwrap_or(false);
    let series = match rule {
        "every" => {
            let rolling = counted(table);
            interval(table).map(|interval| match rolling {
                true => Series::Rolling(interval),
                false => Series::Grid(interval),
            })
        }
        "each" => table.word("each", &[("school-term", Series::EachSchoolTerm)]),
        _ => year_marks(table).map(Series::EachYear),
    };
    Some(DueKind::Repeating(Repeating {
        series: series?,
        from: from?,
        until,
        keep_missed,
    }))
}
