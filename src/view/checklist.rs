//! A case's steps by phase: as a table, or with how every date has come about; and what is in neither.

use std::collections::BTreeMap;

use super::{CaseView, StepView};
use crate::domain::condition::{Condition, Missing};
use crate::domain::due_rule::Basis;
use crate::domain::facts::CaseOn;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::ReportRow;
use crate::domain::routine::Phase;
use crate::domain::why::Why;
use crate::ui::wording::WhyInWords;
use crate::ui::{Cell, Page, Table, TableColumn, Tone, joined};

#[derive(Debug, Clone)]
pub(crate) struct Checklist<'a> {
    case: CaseView<'a>,
    steps: Vec<StepView<'a>>,
    /// What is not known and is told below, each under its letter.
    told_below: Vec<&'a Missing>,
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
        let told_below = Vec::new();
        Self {
            case,
            steps,
            told_below,
        }
    }

    /// The same, where these facts are told below under their letters.
    pub(crate) fn telling_below(self, told_below: Vec<&'a Missing>) -> Self {
        Self { told_below, ..self }
    }

    /// The steps that apply or may come to, by the phases that have any.
    fn by_phase(&self) -> impl Iterator<Item = (&'a Phase, Vec<&StepView<'a>>)> {
        let phases = self.case.routine.phases.iter().map(|phase| {
            let is_shown = |view: &&StepView<'_>| {
                let mut steps = phase.steps.iter();
                view.row.status != Status::NotApplicable
                    && steps.any(|step| step.id == view.row.step)
            };
            (
                phase,
                self.steps.iter().filter(is_shown).collect::<Vec<_>>(),
            )
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

    /// What "(eget)" beside a date means, when there is one.
    pub(crate) fn explanation(&self) -> Option<String> {
        let is_local = |view: &StepView<'_>| {
            let dates = &view.row.dates;
            dates.due.is_some() && dates.basis == Some(Basis::Local)
        };
        if !self.steps.iter().any(is_local) {
            return None;
        }
        let short = self.case.words.basis_short(Basis::Local);
        Some(say!(
            self.case.words,
            "checklist-local",
            short,
            basis = Basis::Local
        ))
    }

    /// "2 steg visas inte (9a, 10): gäller inte: bara om … = ja", a line for each reason.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let CaseView { case, routine, .. } = self.case;
        let facts = CaseOn::new(routine, case, self.case.today);
        let mut by_reason: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for view in &self.steps {
            if view.row.status == Status::NotApplicable && view.step.is_some() {
                let steps = by_reason.entry(view.why_not_applicable(facts));
                steps.or_default().push(view.here.in_list(&view.row.step));
            }
        }
        let lines = by_reason.into_iter().map(|(reason, steps)| {
            let (count, steps) = (steps.len(), steps.join(", "));
            say!(self.case.words, "checklist-left-out", count, steps, reason)
        });
        lines.collect()
    }

    fn cells(&self, view: &StepView<'_>) -> Vec<Cell> {
        let (here, row) = (view.here, view.row);
        let due = row.dates.due.map(|due| {
            let due = match row.status.is_ended() {
                true => here.date(due),
                false => here.last_day(due),
            };
            match row.dates.basis {
                Some(Basis::Local) => format!("{due} ({})", here.basis_short(Basis::Local)),
                _ => due,
            }
        });
        let (tone, standing) = self.standing(view);
        let ended = row.ended.as_ref();
        let decided_by = ended.and_then(|ended| ended.decided_by.as_ref());
        let (original, booked) = (view.original(), row.planned);
        let reminded = view.report.reminded_on;
        let lines = [
            due,
            Some(standing),
            Some(view.lateness()),
            decided_by.map(|who| say!(here, "checklist-decided-by", who)),
            view.no_school_day(),
            original.map(|date| say!(here, "card-original", date)),
            booked.map(|date| say!(here, "checklist-booked", date)),
            reminded.map(|date| say!(here, "checklist-reminded", date)),
        ];
        let number = here.number(&row.step).unwrap_or_default();
        vec![
            match row.round {
                0 | 1 => number.into(),
                round => format!("{number} ({round})").trim_start().into(),
            },
            view.marked_title().into(),
            view.owners().into(),
            Cell::toned(tone, joined("\n", lines)),
        ]
    }

    /// Where a round stands; in a plan that looks ahead, whether its date is only assumed.
    fn standing(&self, view: &StepView<'_>) -> (Tone, String) {
        let (tone, whole) = view.standing();
        let standing = match view.row.status {
            Status::Waiting | Status::Undecided => self.waits(view),
            Status::Blocked => {
                let left = view.row.dates.due.map(|_| view.standing_of_date().1);
                let blocked = view.here.say(&Status::Blocked);
                joined(" · ", [left, Some(blocked), Some(self.waits(view))])
            }
            _ => whole,
        };
        if !view.row.assumed {
            return (tone, standing);
        }
        let assumed = view.here.say("plan-assumed");
        let own_round = WaitsFor::Known(Missing::Step(view.row.step.clone()));
        match view.row.waits_for == [own_round] {
            true => (tone, assumed),
            false => (tone, format!("{assumed} · {standing}")),
        }
    }

    /// What a round waits for: what is told below by its letter, a consent in a word.
    fn waits(&self, view: &StepView<'_>) -> String {
        let (here, row) = (view.here, view.row);
        let mut below: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut texts = Vec::new();
        for waits in &row.waits_for {
            let fact = waits.known();
            let place = fact.and_then(|fact| self.told_below.iter().position(|told| *told == fact));
            let requirement = match waits {
                WaitsFor::Requirement { index, .. } => {
                    view.step.and_then(|step| step.requires.get(*index))
                }
                _ => None,
            };
            let consent = requirement.filter(|requirement| match &requirement.condition {
                Condition::Question(question, _) => self.case.routine.is_consent(question),
                _ => false,
            });
            match (place, fact, consent) {
                (Some(place), Some(Missing::Question(_)), _) => {
                    below
                        .entry("checklist-question")
                        .or_default()
                        .push(letter(place));
                }
                (Some(place), ..) => below
                    .entry("checklist-fact")
                    .or_default()
                    .push(letter(place)),
                (None, _, Some(_)) => texts.push(here.say("checklist-no-consent")),
                _ => texts.extend(view.step.map(|step| here.waits(waits, step))),
            }
        }
        let below = below.into_iter().map(|(id, mut letters)| {
            letters.sort();
            letters.dedup();
            say!(here, id, letters = letters.join(", "))
        });
        let texts: Vec<_> = below.chain(texts).collect();
        texts.join(" · ")
    }

    /// The steps that apply or may come to, each with where its date came from.
    pub(crate) fn explained(&self) -> Page {
        let CaseView { case, routine, .. } = self.case;
        let mut page = Page::default();
        for (phase, steps) in self.by_phase() {
            page.heading(phase.title.as_str());
            for view in steps {
                page.text(1, heading(view));
                // The rounds still to come of a repeating rule come about as the one before them.
                let how = view.row.derivation.as_ref();
                let is_dated = how.is_some_and(|how| how.anchor.is_some());
                let told = WhyInWords {
                    why: Why::of(routine, case, view.row, self.case.today),
                    here: view.here,
                    today: self.case.today,
                };
                let how = told.line();
                if (is_dated || !view.row.assumed) && !how.is_empty() {
                    page.text(2, how);
                }
            }
        }
        page
    }
}

/// "Rutin 7 Följ upp … · senast fre 24 sep 2027 (antaget)".
fn heading(view: &StepView<'_>) -> String {
    let (here, row) = (view.here, view.row);
    let round = here.in_round(here.step(&row.step), row.round);
    let (_, standing) = view.standing();
    let when = match row.dates.due.map(|due| here.no_later_than(due)) {
        None => standing,
        Some(due) if row.status.is_ended() => format!("{standing} ({due})"),
        Some(due) if row.assumed => format!("{due} ({})", here.say("plan-assumed")),
        Some(due) => due,
    };
    format!("{round} · {when}")
}

/// What a fact that is told below is called: A, B, …
pub(crate) fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26);
    let letter = letter.map(|place| char::from(b'A' + place).to_string());
    letter.unwrap_or_else(|| (place + 1).to_string())
}
