//! What must hold after every change and on every day.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::Value;

use super::player::{CASE, Player};

/// The dates of a round that ended.
#[derive(Debug, PartialEq)]
pub(super) struct Ended {
    recorded_at: Value,
    dates: [Value; 3],
}

fn rows(value: &Value) -> Vec<&Value> {
    value.as_array().unwrap().iter().collect()
}

fn round_of(row: &Value) -> (String, u64) {
    (
        row["step"].as_str().unwrap().to_owned(),
        row["round"].as_u64().unwrap(),
    )
}

fn is_to_do(row: &Value) -> bool {
    matches!(row["status"].as_str(), Some("open" | "blocked"))
}

/// A row as every list gives it: owners' names are for one case alone.
fn shared(row: &Value) -> Value {
    let mut row = row.clone();
    let fields = row.as_object_mut().unwrap();
    // So are the facts that are missing said in lists alone, and over several cases not why a step cannot go on.
    for of_one in [
        "assigned",
        "missing",
        "waits_for",
        "waits_for_ids",
        "despite",
        "decided_by",
    ] {
        fields.remove(of_one);
    }
    row
}

fn sorted(rows: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(round_of);
    rows
}

impl Player {
    /// Lists give the rows that `show` has, on this day and on later ones, without a write.
    pub(super) fn check_lists(&mut self) {
        for ahead in [0, 1, 45] {
            let day = self.day + Duration::days(ahead);
            let shown = self.json_on(day, &format!("show {CASE}"));
            let at = format!("seed {} on {day}", self.seed);
            let steps = rows(&shown["steps"]);
            let is_open = shown["status"] == "open";
            let wanted = |keep: fn(&Value) -> bool| {
                let kept = steps.iter().filter(|row| is_open && keep(row));
                sorted(kept.map(|row| shared(row)))
            };
            let listed =
                |line: &str| sorted(rows(&self.json_on(day, line)).into_iter().map(shared));
            assert_eq!(listed("report"), wanted(is_to_do), "report, {at}");
            assert_eq!(
                listed("report --overdue"),
                wanted(|row| row["overdue"] == true),
                "--overdue, {at}"
            );
            let today = Value::from(day.to_string());
            let come = wanted(is_to_do).into_iter();
            let come = come.filter(|row| row["earliest"].as_str() <= today.as_str());
            assert_eq!(listed("next"), sorted(come), "next, {at}");
            let cases = self.json_on(day, "list --all");
            let overdue = wanted(|row| row["overdue"] == true).len();
            if is_open {
                assert_eq!(cases[0]["overdue"], overdue, "list, {at}");
            }
            for row in listed("report --missing") {
                let same = steps.iter().find(|step| round_of(step) == round_of(&row));
                assert_eq!(same.map(|same| shared(same)), Some(row), "--missing, {at}");
            }
        }
        let overdue: Vec<_> = rows(&self.json("report --overdue"))
            .into_iter()
            .map(round_of)
            .collect();
        self.late.extend(overdue);
        self.check_nothing_late_is_hidden();
    }

    /// What was late on some day is late still, or the reports say what became of it.
    fn check_nothing_late_is_hidden(&self) {
        let told: BTreeSet<_> = ["--overdue", "--late", "--extended"]
            .iter()
            .flat_map(|filter| {
                let found = self.json(&format!("report {filter}"));
                rows(&found).into_iter().map(round_of).collect::<Vec<_>>()
            })
            .collect();
        let hidden: Vec<_> = self.late.difference(&told).collect();
        assert!(
            hidden.is_empty(),
            "seed {} on {}: {hidden:?}",
            self.seed,
            self.day
        );
    }

    /// A day that passes moves no date of a round; where an optional round moves on by itself, what counts from it may.
    pub(super) fn check_a_day_that_passed(&self, before: &Value) {
        let now = self.shown();
        let before = rows(&before["steps"]);
        if before.iter().any(|row| row["optional"] == true) {
            return;
        }
        let dates = |row: &Value| {
            ["due", "raw_due", "original_due", "earliest"].map(|key| row[key].clone())
        };
        let dates = |rows: &[&Value]| -> Vec<_> {
            rows.iter().map(|row| (round_of(row), dates(row))).collect()
        };
        assert_eq!(
            dates(&rows(&now["steps"])),
            dates(&before),
            "seed {} on {}",
            self.seed,
            self.day
        );
    }

    /// What has ended keeps its dates, and a reason stands at the round it was given for.
    pub(super) fn check_rounds(&mut self) {
        let shown = self.shown();
        let mut standing = BTreeSet::new();
        for row in rows(&shown["steps"]) {
            let round = round_of(row);
            if let Some(reason) = row["despite"].as_str()
                && let Some(given_for) = self.reasons.get(reason)
            {
                assert_eq!(given_for, &round, "seed {}: {reason}", self.seed);
            }
            if round.1 > 1 {
                self.occurred.insert("rounds opened");
            }
            if !matches!(row["status"].as_str(), Some("done" | "skipped")) {
                continue;
            }
            standing.insert(round.clone());
            let ended = Ended {
                recorded_at: row["recorded_at"].clone(),
                dates: ["due", "raw_due", "original_due"].map(|key| row[key].clone()),
            };
            let before = self.ended.get(&round);
            if let Some(before) = before.filter(|before| before.recorded_at == ended.recorded_at) {
                assert_eq!(before, &ended, "seed {} {round:?}", self.seed);
            }
            self.ended.insert(round, ended);
        }
        self.ended.retain(|round, _| standing.contains(round));
    }

    /// Taking the latest change back restores what was shown before it.
    pub(super) fn check_taking_back(&mut self, before: &Value) {
        self.runs(&format!("undo {CASE}")).unwrap();
        let after = self.shown();
        let strip = |shown: &Value| {
            let mut shown = shown.clone();
            let steps = shown["steps"].as_array_mut().unwrap();
            // A round that was late stays in the lists when what brought it is taken back: `check_nothing_late_is_hidden`.
            steps.retain(|row| row["ended_by"] != "fell-away");
            for row in steps {
                let row = row.as_object_mut().unwrap();
                // What became of lateness is told also when what hid it was taken back.
                for key in ["moved_from", "moved_by"] {
                    row.remove(key);
                }
            }
            shown
        };
        assert_eq!(
            strip(&after),
            strip(before),
            "seed {} on {}",
            self.seed,
            self.day
        );
        self.occurred.insert("undo");
    }

    /// The file is sound, and the case goes out and in again as it is.
    pub(super) fn leave(&mut self) {
        assert!(self.runs("doctor").is_some(), "seed {}", self.seed);
        self.runs(&format!("export {CASE} --out ut.json")).unwrap();
        let other = self.env.path("in.db").display().to_string();
        self.runs(&format!("import ut.json --db {other}")).unwrap();
        let here = self.shown();
        let there = self.json(&format!("show {CASE} --db {other}"));
        assert_eq!(here, there, "seed {}", self.seed);
        for list in [
            "report",
            "report --late",
            "report --missing",
            "report --extended",
        ] {
            let there = self.json(&format!("{list} --db {other}"));
            assert_eq!(self.json(list), there, "seed {} {list}", self.seed);
        }
        assert!(
            self.runs(&format!("doctor --db {other}")).is_some(),
            "seed {}",
            self.seed
        );
    }
}
