//! Rows gathered by case, role, who or routine in the order of their names: nobody is ranked.

use super::args::By;
use crate::commands::prelude::*;

/// The rows of each group, by their places in the report. Those without a group come last.
pub(super) struct Groups {
    by: By,
    rows: usize,
    /// Whether it is the group of those that have none, the name as it is sorted, and as it is written.
    groups: BTreeMap<(bool, String, String), Vec<usize>>,
}

impl Groups {
    pub(super) fn by(by: By) -> Self {
        Self {
            by,
            rows: 0,
            groups: BTreeMap::new(),
        }
    }

    /// Adds the next row to its groups: of each role that answers for it or a part, of each who holds one.
    pub(super) fn add(&mut self, selected: &Selected, words: &Words) {
        let (found, routine) = (&selected.found, &selected.routine);
        let role = |role| words.of(routine).text(role);
        let mut names = match self.by {
            By::Case => vec![found.reference.to_string()],
            By::Routine => vec![routine.title.clone()],
            By::Role => found.row.owners.iter().map(role).collect(),
            By::Who => found.row.holders.clone(),
        };
        if names.is_empty() {
            names.push(String::new());
        }
        for name in names {
            let key = (name.is_empty(), name.to_lowercase(), name);
            self.groups.entry(key).or_default().push(self.rows);
        }
        self.rows += 1;
    }

    /// The groups under their headings.
    pub(super) fn named(self, words: &Words) -> Vec<(String, Vec<usize>)> {
        let nobody = words.say(match self.by {
            By::Who => "report-nobody",
            _ => "owner-nobody",
        });
        let groups = self.groups.into_iter().map(|((is_none, _, name), rows)| {
            let name = if is_none { nobody.clone() } else { name };
            (say!(words, "report-group", name, steps = rows.len()), rows)
        });
        groups.collect()
    }
}
