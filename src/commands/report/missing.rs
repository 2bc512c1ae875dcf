//! What is missing over all cases: a row a fact, with the cases that lack it.

use crate::commands::prelude::*;
use crate::view::Lack;

/// References in a row; more of them are a number.
const MOST_CASES: usize = 12;

/// The cases by what they lack, in the order of their references.
#[derive(Debug, Default)]
pub(super) struct CasesByFact(BTreeMap<(u8, String), BTreeMap<String, CaseRef>>);

impl CasesByFact {
    pub(super) fn add(&mut self, selected: &ListRow, view: &StepView<'_>) {
        let found = &selected.found;
        for lack in view.lacks() {
            let sort = match lack {
                Lack::Fact(_) => 0,
                Lack::Owner => 1,
            };
            let cases = self.0.entry((sort, view.called_lack(lack))).or_default();
            cases.insert(found.case_key(), found.reference.clone());
        }
    }

    pub(super) fn table(self, words: &Words) -> Table {
        let lines = self.0.into_iter().map(|((_, fact), cases)| FactLine {
            fact,
            cases: cases.into_values().collect(),
        });
        Table::of(lines, words)
    }
}

#[derive(Serialize)]
struct FactLine {
    fact: String,
    cases: Vec<CaseRef>,
}

columns! { FactLine, |line, words|
    "report-missing" words => line.fact.as_str(),
    "heading-cases" words => shortened(&line.cases),
}

/// "2026-202, -204, -205": what a reference has in common with the one before it is left out.
fn shortened(cases: &[CaseRef]) -> String {
    let mut before = "";
    let shown = cases.iter().take(MOST_CASES).map(|case| {
        let (start, end) = case
            .as_str()
            .rsplit_once('-')
            .unwrap_or(("", case.as_str()));
        let is_same = start.len() >= 4 && start == before;
        before = start;
        if is_same {
            format!("-{end}")
        } else {
            case.to_string()
        }
    });
    let more = cases.len().saturating_sub(MOST_CASES);
    let more = (more > 0).then(|| format!("+{more}"));
    joined(
        ", ",
        shown
            .collect::<Vec<_>>()
            .into_iter()
            .map(Some)
            .chain([more]),
    )
}
