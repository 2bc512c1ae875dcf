//! What a case comes to after its latest event: what the case file keeps beside the history, so that
//! reports need not fold it again.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{missing::unanswered, row::ReportRow};
use crate::domain::{
    case::Case,
    condition::Missing,
    ids::QuestionId,
    plan::{Plan, Row, Span, Status, WaitsFor},
    routine::Routine,
    school_gap::first_day_untold,
    slips::Slips,
};

/// What a case comes to: its report rows and whether it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub open: bool,
    /// It has facts to bring over to the akt. A closed one counts only where some were brought over before.
    pub not_in_akt: bool,
    /// The rows of its plan, in order; `ordinal` counts from 0.
    pub rows: Vec<ReportRow>,
    pub span: Span,
}

impl Standing {
    /// The standing of a case on a day.
    pub fn of(routine: &Routine, case: &Case, slips: &Slips, today: NaiveDate) -> Self {
        Self::of_plan(routine, case, slips, Plan::of(routine, case, today))
    }

    /// The standing of a case whose plan these rows are, in which no round was ever late. A row whose step the routine
    /// does not have is left out.
    pub fn new(routine: &Routine, case: &Case, plan: impl IntoIterator<Item = Row>) -> Self {
        let (rows, span) = (plan.into_iter().collect(), Span::default());
        Self::of_plan(routine, case, &Slips::default(), Plan { rows, span })
    }

    fn of_plan(routine: &Routine, case: &Case, slips: &Slips, mut plan: Plan) -> Self {
        add_those_gone(routine, slips, &mut plan.rows);
        let pressed = plan.pressed(routine, case);
        let on_rows = plan.rows.iter().map(|row| plan.pressure_on(row, &pressed));
        let on_rows: Vec<_> = on_rows.collect();
        let rows = plan.rows.into_iter().zip(on_rows);
        let known =
            rows.filter_map(|(row, pressed)| Some((routine.step(&row.step)?, row, pressed)));
        let rows = (0..).zip(known).map(|(ordinal, (step, row, pressed))| {
            let slip = slips.0.get(&(row.step.clone(), row.round)).copied();
            ReportRow {
                pressed,
                ..ReportRow::new(ordinal, row, slip, step, (routine, case))
            }
        });
        let mut rows: Vec<_> = rows.collect();
        // It stands with the last step, by which the child's schooling is followed up.
        if let Some(date) = first_day_untold(routine, case)
            && let Some(last) = rows.last_mut()
        {
            last.untold = Some(Missing::Date(date));
            last.missing.date = true;
        }
        Self {
            open: case.is_open(),
            not_in_akt: case.akt.has_news() && (case.is_open() || case.akt.up_to > 0),
            rows,
            span: plan.span,
        }
    }

    /// What became of rounds that were late, as the rows tell it.
    pub fn slips(&self) -> Slips {
        let slips = self.rows.iter().filter_map(|row| {
            let key = (row.row.step.clone(), row.row.round);
            Some((key, row.slip?))
        });
        Slips(slips.collect())
    }

    /// The unanswered questions that decide something, each once; of rows up to `last` in the plan, if that is given.
    pub fn questions(&self, last: Option<u32>) -> BTreeSet<QuestionId> {
        let rows = self.rows.iter().filter(|row| row.missing.answer);
        let rows = rows.filter(|row| last.is_none_or(|last| row.ordinal <= last));
        let missing = rows.flat_map(|row| unanswered(&row.row));
        let questions = missing.filter_map(|missing| match missing {
            Missing::Question(id) => Some(id.clone()),
            _ => None,
        });
        questions.collect()
    }

    /// Everything unknown that rows wait for or that would change their dates.
    pub fn missing(&self) -> impl Iterator<Item = &Missing> {
        self.rows.iter().flat_map(|row| {
            let waited = row.row.waits_for.iter().filter_map(WaitsFor::known);
            waited.chain(&row.row.date_depends_on).chain(&row.untold)
        })
    }

    /// The case in numbers.
    pub fn numbers(&self) -> CaseNumbers {
        let mut numbers = CaseNumbers {
            not_in_akt: self.not_in_akt.into(),
            ..CaseNumbers::default()
        };
        let mut questions = BTreeSet::new();
        for row in &self.rows {
            let status = row.row.status;
            numbers.steps += u32::from(status != Status::NotApplicable);
            numbers.to_do += u32::from(status.is_to_do());
            numbers.ended += u32::from(status.is_ended());
            numbers.without_date += u32::from(row.missing.date);
            numbers.without_owner += u32::from(row.missing.owner);
            if row.missing.answer {
                questions.extend(unanswered(&row.row));
            }
            if status.is_to_do() && !row.optional {
                let sooner = [numbers.next_due, row.row.dates.due].into_iter().flatten();
                numbers.next_due = sooner.min();
            }
        }
        numbers.unanswered = u32::try_from(questions.len()).unwrap_or(u32::MAX);
        numbers
    }
}

/// Adds a row for every round that was late and is not in the plan any more, after the others of its step.
fn add_those_gone(routine: &Routine, slips: &Slips, rows: &mut Vec<Row>) {
    for (step, round) in slips.0.keys() {
        let of_step = |row: &Row| row.step == *step;
        if routine.step(step).is_none()
            || rows.iter().any(|row| of_step(row) && row.round == *round)
        {
            continue;
        }
        let after = rows
            .iter()
            .rposition(of_step)
            .map_or(rows.len(), |last| last + 1);
        rows.insert(after, Row::gone(step.clone(), *round));
    }
}

/// What one case comes to in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseNumbers {
    /// Rows of its plan that apply or may come to.
    pub steps: u32,
    pub to_do: u32,
    pub ended: u32,
    /// Those that wait for a date somebody could tell.
    pub without_date: u32,
    pub without_owner: u32,
    /// Different questions that decide something and are not answered.
    pub unanswered: u32,
    /// Whether it has facts to bring over to the akt: 0 or 1.
    pub not_in_akt: u32,
    /// The earliest date of an open or blocked step that is not optional.
    pub next_due: Option<NaiveDate>,
}

/// Sums over the cases of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub open_cases: i64,
    pub closed_cases: i64,
    pub cases_without_date: i64,
    pub steps_without_owner: i64,
    pub unanswered_questions: i64,
    pub cases_not_in_akt: i64,
}

impl Totals {
    /// What one case adds to the sums.
    pub fn of_case(open: bool, numbers: &CaseNumbers) -> Self {
        let of_open = |count: u32| if open { count.into() } else { 0 };
        Self {
            open_cases: open.into(),
            closed_cases: (!open).into(),
            cases_without_date: of_open(numbers.without_date.min(1)),
            steps_without_owner: of_open(numbers.without_owner),
            unanswered_questions: of_open(numbers.unanswered),
            cases_not_in_akt: numbers.not_in_akt.into(),
        }
    }

    /// Both together; what a damaged file holds may be beyond all sums.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.with(other, i64::saturating_add)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.with(other, i64::saturating_sub)
    }

    fn with(self, other: Self, sum: fn(i64, i64) -> i64) -> Self {
        Self {
            open_cases: sum(self.open_cases, other.open_cases),
            closed_cases: sum(self.closed_cases, other.closed_cases),
            cases_without_date: sum(self.cases_without_date, other.cases_without_date),
            steps_without_owner: sum(self.steps_without_owner, other.steps_without_owner),
            unanswered_questions: sum(self.unanswered_questions, other.unanswered_questions),
            cases_not_in_akt: sum(self.cases_not_in_akt, other.cases_not_in_akt),
        }
    }
}
