//! What a report's rows come to: steps and cases, who states their times, and whose turn they are. Nobody is ranked.

use crate::commands::prelude::*;
use crate::domain::due_rule::Basis;
use crate::view::Turn;

#[derive(Debug, Default)]
pub(super) struct Sums {
    steps: usize,
    cases: BTreeSet<CaseId>,
    by_basis: BTreeMap<&'static str, usize>,
    by_turn: BTreeMap<Turn, usize>,
    stopped: usize,
    opened_late: bool,
}

impl Sums {
    pub(super) fn add(&mut self, selected: &ListRow, view: &StepView<'_>) {
        let row = &selected.found.row;
        self.steps += 1;
        self.cases.insert(selected.found.case);
        let basis = row.row.dates.basis.map(|basis| match basis {
            Basis::Law => "tally-law",
            Basis::Source => "tally-source",
            Basis::Local => "tally-local",
        });
        if let Some(basis) = basis {
            *self.by_basis.entry(basis).or_default() += 1;
        }
        *self.by_turn.entry(view.turn()).or_default() += 1;
        self.stopped += usize::from(row.row.status == Status::Blocked);
        self.opened_late |= row.opened_late.is_some() && view.is_overdue();
    }

    /// "22 steg i 8 ärenden · 11 rutinens tid, 11 eget riktvärde".
    pub(super) fn heading(&self, words: &Words) -> String {
        let (steps, cases) = (self.steps, self.cases.len());
        let by_basis = ["tally-law", "tally-source", "tally-local"].into_iter();
        let by_basis = by_basis.map(|id| Some(say!(words, id, count = *self.by_basis.get(id)?)));
        let counts = say!(words, "tally-steps", steps, cases);
        joined(" · ", [counts, joined(", ", by_basis)])
    }

    /// "Vems tur: vi 6 · skolan 9 · SiS 7", and what else the rows together tell.
    pub(super) fn below(&self, words: &Words) -> Vec<String> {
        let turns = self.by_turn.iter();
        let turns = turns.map(|(turn, count)| format!("{} {count}", words.text(turn)));
        let stopped =
            (self.stopped > 0).then(|| say!(words, "tally-stopped", count = self.stopped));
        let opened_late = self.opened_late.then(|| words.say("tally-opened-late"));
        let turns = say!(words, "tally-turns", turns = joined(" · ", turns));
        let beside = joined(" · ", [stopped, opened_late]);
        let lines = [turns, beside].into_iter();
        lines.filter(|line| !line.is_empty()).collect()
    }
}
