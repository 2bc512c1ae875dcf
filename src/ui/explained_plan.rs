//! A plan with how every date has come about.

use super::Page;
use super::checklist::Checklist;
use super::wording::{Titles, WhyInWords};
use crate::domain::plan::Status;
use crate::domain::report::ReportRow;
use crate::domain::why::Why;

#[derive(Debug, Clone, Copy)]
pub(crate) struct ExplainedPlan<'a>(pub(crate) Checklist<'a>);

impl ExplainedPlan<'_> {
    /// The steps that apply or may come to, each with where its date came from.
    pub(crate) fn page(&self) -> Page {
        let mut page = Page::default();
        for phase in &self.0.routine.phases {
            let of_phase = |row: &&ReportRow| phase.steps.iter().any(|s| s.id == row.row.step);
            let applies = |row: &&ReportRow| row.row.status != Status::NotApplicable;
            let mut rows = self
                .0
                .rows
                .iter()
                .filter(of_phase)
                .filter(applies)
                .peekable();
            if rows.peek().is_none() {
                continue;
            }
            page.heading(phase.title.as_str());
            for row in rows {
                page.text(1, self.heading(row));
                // The rounds still to come of a repeating rule come about as the one before them.
                let how = row.row.derivation.as_ref();
                let is_dated = how.is_some_and(|how| how.anchor.is_some());
                let is_later_round = row.row.assumed && !is_dated;
                let how = self.how(row);
                if !is_later_round && !how.is_empty() {
                    page.text(2, how);
                }
            }
        }
        page
    }

    /// "Rutin 7 Följ upp … · senast fre 24 sep 2027 (antaget)".
    fn heading(&self, row: &ReportRow) -> String {
        let (words, planned) = (self.0.words, &row.row);
        let titles = Titles::of(self.0.routine);
        let step = self.0.routine.step(&planned.step);
        let title = step.map_or("", |step| step.title.as_str());
        let round = titles.round(&planned.step, planned.round, words);
        let (_, standing) = words.standing(row, self.0.routine, self.0.today);
        match planned.dates.due {
            None => format!("{round} {title} · {standing}"),
            Some(due) if planned.status.is_ended() => {
                format!(
                    "{round} {title} · {standing} ({})",
                    words.no_later_than(due)
                )
            }
            Some(due) if planned.assumed => {
                let assumed = words.say("plan-assumed");
                format!("{round} {title} · {} ({assumed})", words.no_later_than(due))
            }
            Some(due) => format!("{round} {title} · {}", words.no_later_than(due)),
        }
    }

    fn how(&self, row: &ReportRow) -> String {
        let list = &self.0;
        let why = Why::of(list.routine, list.case, &row.row, list.today);
        let told = WhyInWords {
            why: &why,
            routine: list.routine,
            today: list.today,
            words: list.words,
        };
        told.line()
    }
}
