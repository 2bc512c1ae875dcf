//! A case's steps by phase: as a table, or with how every date has come about; and what is in neither.

use std::collections::BTreeMap;

use super::{CaseView, StepView};
use crate::domain::condition::Missing;
use crate::domain::consent::CaseOn;
use crate::domain::due_rule::Basis;
use crate::domain::ids::StepId;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::ReportRow;
use crate::domain::routine::Phase;
use crate::domain::why::Why;
use crate::ui::wording::WhyInWords;
use crate::ui::{Cell, Page, Table, TableColumn, Tone};

#[derive(Debug, Clone)]
pub(crate) struct Checklist<'a> {
    case: CaseView<'a>,
    steps: Vec<StepView<'a>>,
}

const COLUMNS: [TableColumn; 4] = [
    TableColumn::words("heading-step"),
    TableColumn::words("heading-title"),
    TableColumn::words("heading-responsible"),
    TableColumn::words("heading-due"),
];

impl<'a> Checklist<'a> {
    pub(crate) fn new(case: CaseView<'a>, rows: &'a [ReportRow]) -> Self {
        let steps = rows.iter().map(|row| case.step(row)).collect();
        Self { case, steps }
    }

    /// The steps that apply or may come to, by the phases that have any.
    fn by_phase(&self) -> impl Iterator<Item = (&'a Phase, Vec<&StepView<'a>>)> {
        let phases = self.case.routine.phases.iter().map(|phase| {
            let of_phase = |view: &&StepView<'_>| {
                let mut steps = phase.steps.iter();
                steps.any(|step| step.id == view.row.row.step)
            };
            let applies = |view: &&StepView<'_>| view.status != Status::NotApplicable;
            let steps = self.steps.iter().filter(of_phase).filter(applies);
            (phase, steps.collect::<Vec<_>>())
        });
        phases.filter(|(_, steps)| !steps.is_empty())
    }

    pub(crate) fn table(&self) -> Table {
        let mut table = Table::new(&COLUMNS, self.case.words);
        for (phase, steps) in self.by_phase() {
            let title = Cell::toned(Tone::Strong, phase.title.as_str());
            table.add(vec![Cell::default(), title]);
            steps.iter().for_each(|view| table.add(self.cells(view)));
        }
        table
    }

    fn cells(&self, view: &StepView<'_>) -> Vec<Cell> {
        let words = self.case.words;
        let on = |id: &'static str, date| say!(words, id, date);
        let due = view.due.map(|due| {
            let due = words.date(due);
            match view.basis {
                Some(Basis::Local) => format!("{due} ({})", words.basis_short(Basis::Local)),
                _ => due,
            }
        });
        let (tone, standing) = self.standing(view);
        let ended = view.row.row.ended.as_ref();
        let decided_by = ended.and_then(|ended| ended.decided_by.as_deref());
        let decided_by =
            decided_by.map(|who| say!(words, "checklist-decided-by", who = words.text(who)));
        let late = view.lateness(words);
        let lines = [
            due,
            Some(standing),
            Some(late).filter(|late| !late.is_empty()),
            decided_by,
            view.original().map(|day| on("card-original", day)),
            view.planned.map(|day| on("checklist-booked", day)),
        ];
        let lines: Vec<_> = lines.into_iter().flatten().collect();
        let (step, round) = (&view.row.row.step, view.row.row.round);
        vec![
            match round {
                0 | 1 => step.as_str().into(),
                _ => format!("{step} ({round})").into(),
            },
            view.title.into(),
            view.owners(words).into(),
            Cell::toned(tone, lines.join("\n")),
        ]
    }

    /// Where a round stands; in a plan that looks ahead, whether its date is only assumed.
    fn standing(&self, view: &StepView<'_>) -> (Tone, String) {
        let (row, words) = (&view.row.row, self.case.words);
        let (tone, standing) = view.standing(words);
        if !row.assumed {
            return (tone, standing);
        }
        let assumed = words.say("plan-assumed");
        let own_round = WaitsFor::Known(Missing::Step(row.step.clone()));
        match row.waits_for == [own_round] {
            true => (tone, assumed),
            false => (tone, format!("{assumed} · {standing}")),
        }
    }

    /// What "(eget)" beside a date means, when there is one.
    pub(crate) fn explanation(&self) -> Option<String> {
        let is_local =
            |view: &&StepView<'_>| view.due.is_some() && view.basis == Some(Basis::Local);
        self.steps.iter().find(is_local)?;
        let words = self.case.words;
        let short = words.basis_short(Basis::Local);
        Some(say!(words, "checklist-local", short, basis = Basis::Local))
    }

    /// "2 steg visas inte (9a, 10): gäller inte: bara om … = ja", a line for each reason.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let CaseView {
            case,
            routine,
            words,
            today,
            ..
        } = self.case;
        let facts = CaseOn::new(routine, case, today);
        let mut by_reason: BTreeMap<String, Vec<&StepId>> = BTreeMap::new();
        for view in &self.steps {
            if view.status == Status::NotApplicable && view.whole_step.is_some() {
                let reason = view.why_not_applicable(&facts, words);
                by_reason
                    .entry(reason)
                    .or_default()
                    .push(&view.row.row.step);
            }
        }
        let lines = by_reason.into_iter().map(|(reason, steps)| {
            let ids: Vec<_> = steps.iter().map(|step| step.as_str()).collect();
            let (count, steps) = (ids.len(), ids.join(", "));
            say!(words, "checklist-left-out", count, steps, reason)
        });
        lines.collect()
    }

    /// The steps that apply or may come to, each with where its date came from.
    pub(crate) fn explained(&self) -> Page {
        let mut page = Page::default();
        for (phase, steps) in self.by_phase() {
            page.heading(phase.title.as_str());
            for view in steps {
                page.text(1, self.heading(view));
                // The rounds still to come of a repeating rule come about as the one before them.
                let row = &view.row.row;
                let how = row.derivation.as_ref();
                let is_dated = how.is_some_and(|how| how.anchor.is_some());
                let is_later_round = row.assumed && !is_dated;
                let how = self.how(view);
                if !is_later_round && !how.is_empty() {
                    page.text(2, how);
                }
            }
        }
        page
    }

    /// "Rutin 7 Följ upp … · senast fre 24 sep 2027 (antaget)".
    fn heading(&self, view: &StepView<'_>) -> String {
        let (words, row) = (self.case.words, &view.row.row);
        let round = self.case.titles().round(&row.step, row.round, words);
        let (_, standing) = view.standing(words);
        let when = match row.dates.due.map(|due| words.no_later_than(due)) {
            None => standing,
            Some(due) if row.status.is_ended() => format!("{standing} ({due})"),
            Some(due) if row.assumed => format!("{due} ({})", words.say("plan-assumed")),
            Some(due) => due,
        };
        format!("{round} {} · {when}", view.title)
    }

    fn how(&self, view: &StepView<'_>) -> String {
        let CaseView {
            case,
            routine,
            words,
            today,
            ..
        } = self.case;
        let why = Why::of(routine, case, &view.row.row, today);
        let told = WhyInWords {
            why: &why,
            routine,
            today,
            words,
        };
        told.line()
    }
}
