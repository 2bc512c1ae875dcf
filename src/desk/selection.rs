//! Lists: cases with their numbers, and rows over all cases, most urgent first: the stored ones where they are good, planned from the events where something
//! has changed by itself since they were written, or in all cases after a program update, until the first change has
//! rebuilt the stored rows.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::ids::{RoleId, RoutineId};
use crate::domain::report::{ReportRow, Standing, Totals};
use crate::domain::routine::Routine;
use crate::domain::typed::id_named;
use crate::error::{Attempt, Failure};
use crate::store::{CaseFilter, CaseId, CaseSummary, FoundRow, Reading, RowPlace, RowQuery};
use crate::ui::{Page, Rows, RowsRead, Ui};
use crate::view::{CaseName, Discretion, Reader, StepView};

use super::cases::OpenedCase;

#[derive(Debug, Clone)]
pub(crate) struct ListRow {
    pub(crate) found: FoundRow,
    pub(crate) routine: Rc<Routine>,
}

impl ListRow {
    fn of(opened: &OpenedCase, routine: &Rc<Routine>, row: ReportRow) -> Self {
        Self {
            found: FoundRow {
                case: opened.id,
                reference: opened.reference.clone(),
                code_word: opened.code_word.clone(),
                open: opened.case.is_open(),
                routine: opened.routine.id.clone(),
                text_hash: opened.case.text_hash.clone(),
                row,
            },
            routine: Rc::clone(routine),
        }
    }

    pub(crate) fn view<'a>(&'a self, ctx: &'a Ctx, discretion: Discretion) -> StepView<'a> {
        let reader = Reader {
            today: ctx.today(),
            words: &ctx.words,
            discretion,
            we: ctx.desk.holder(),
        };
        StepView::new(
            Some(CaseName {
                reference: &self.found.reference,
                code_word: self.found.code_word.as_deref(),
            }),
            &self.routine,
            &self.found.row,
            reader,
        )
    }
}

pub(crate) type More = ControlFlow<()>;

enum Stop {
    Enough,
    Failure(Failure),
}

impl<E: Into<Failure>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}

/// Calls `each` with the rows wanted, most urgent first, until it has enough; gives the sums over all cases.
pub(crate) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&ListRow) -> Result<More, Failure>,
) -> Result<Totals, Failure> {
    let mut planned = FreshRows::of(ctx, reading, query)?;
    let totals = planned.totals;
    let mut hand_on = |selected: &ListRow| match each(selected)? {
        More::Continue(()) => Ok(()),
        More::Break(()) => Err(Stop::Enough),
    };
    let mut search = || {
        if !planned.is_all {
            reading.rows(query, |found| {
                if planned.cases.contains(&found.case) {
                    return Ok(());
                }
                while let Some(selected) = planned.next_before(Some(&found.place()))? {
                    hand_on(&selected)?;
                }
                let routine = ctx.desk.routine(&found.text_hash, reading)?;
                hand_on(&ListRow { found, routine })
            })?;
        }
        while let Some(selected) = planned.next_before(None)? {
            hand_on(&selected)?;
        }
        Ok(())
    };
    match search() {
        Ok(()) | Err(Stop::Enough) => Ok(totals),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}

/// The rows wanted of the cases that are planned anew, most urgent first.
///
/// All places are held, which are small, and the rows of one portion of them: its cases are planned once more.
struct FreshRows<'a> {
    ctx: &'a Ctx,
    reading: &'a Reading<'a>,
    query: &'a RowQuery,
    cases: BTreeSet<CaseId>,
    places: VecDeque<(RowPlace, CaseId)>,
    portion: VecDeque<ListRow>,
    /// No stored row is right.
    is_all: bool,
    totals: Totals,
}

const PORTION: usize = 1_000;

impl<'a> FreshRows<'a> {
    fn of(ctx: &'a Ctx, reading: &'a Reading<'a>, query: &'a RowQuery) -> Result<Self, Failure> {
        let is_all = !reading.rows_are_current()?;
        let (cases, totals) = match is_all {
            true => (reading.case_ids()?.into_iter().collect(), Totals::default()),
            false => (reading.stale_cases(ctx.today())?, reading.totals()?),
        };
        let mut planned = Self {
            ctx,
            reading,
            query,
            cases: BTreeSet::new(),
            places: VecDeque::new(),
            portion: VecDeque::new(),
            is_all,
            totals,
        };
        let mut places = Vec::new();
        for &case in &cases {
            let (opened, standing) = ctx.desk.planned(reading, case)?;
            if !is_all {
                let (_, stored) = reading.share_of_totals(case)?;
                planned.totals = planned.totals.minus(stored);
            }
            let fresh = Totals::of_case(standing.open, &standing.numbers());
            planned.totals = planned.totals.plus(fresh);
            let wanted = planned.wanted(&opened, standing)?;
            places.extend(wanted.map(|row| (row.found.place(), case)));
        }
        places.sort_unstable();
        planned.places = places.into();
        planned.cases = cases;
        Ok(planned)
    }

    /// The next row, if its place is before that one; any where none is given.
    fn next_before(&mut self, here: Option<&RowPlace>) -> Result<Option<ListRow>, Failure> {
        let next = self.places.front();
        if next.is_none_or(|(place, _)| here.is_some_and(|here| place >= here)) {
            return Ok(None);
        }
        if self.portion.is_empty() {
            self.load_portion()?;
        }
        self.places.pop_front();
        Ok(self.portion.pop_front())
    }

    fn load_portion(&mut self) -> Result<(), Failure> {
        let portion: BTreeSet<_> = self.places.iter().take(PORTION).collect();
        let cases: BTreeSet<_> = portion.iter().map(|(_, case)| *case).collect();
        let mut rows = BTreeMap::new();
        for case in cases {
            let (opened, standing) = self.ctx.desk.planned(self.reading, case)?;
            let wanted = self.wanted(&opened, standing)?;
            let placed = wanted.map(|row| ((row.found.place(), case), row));
            rows.extend(placed.filter(|(place, _)| portion.contains(place)));
        }
        self.portion = rows.into_values().collect();
        Ok(())
    }

    fn wanted(
        &self,
        opened: &OpenedCase,
        standing: Standing,
    ) -> Result<impl Iterator<Item = ListRow>, Failure> {
        // What somebody has added to the case is named nowhere beside others.
        let hash = &opened.case.text_hash;
        let routine = self.ctx.desk.routine(hash, self.reading)?;
        let rows = standing.rows.into_iter();
        let selected = rows.map(move |row| ListRow::of(opened, &routine, row));
        Ok(selected.filter(|selected| self.query.wants(&selected.found)))
    }
}

pub(crate) fn each_heading(
    ctx: &Ctx,
    reading: &Reading<'_>,
    filter: CaseFilter,
    mut each: impl FnMut(CaseSummary) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let current = reading.rows_are_current()?;
    let stale = reading.stale_cases(ctx.today())?;
    reading.cases(filter, ctx.today(), |heading| {
        match current && !stale.contains(&heading.id) {
            true => each(heading),
            false => each(planned_anew(ctx, reading, heading)?),
        }
    })
}

fn planned_anew(
    ctx: &Ctx,
    reading: &Reading<'_>,
    heading: CaseSummary,
) -> Result<CaseSummary, Failure> {
    let (_, standing) = ctx.desk.planned(reading, heading.id)?;
    let overdue = standing
        .rows
        .iter()
        .filter(|row| standing.open && row.is_overdue(ctx.today()));
    Ok(CaseSummary {
        numbers: standing.numbers(),
        overdue: u32::try_from(overdue.count()).unwrap_or(u32::MAX),
        ..heading
    })
}

/// Answers with the rows of a list that `work` adds: for people a page of the first of them. Where `work` gives nothing,
/// or no case has been opened, how a first one is.
pub(crate) fn answer<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Rows<'_>) -> Attempt<Option<T>>,
    page: impl FnOnce(&Ctx, RowsRead, T) -> Page,
) -> Attempt {
    let read = reading(ctx, |reading, ctx, ui| {
        let mut rows = ui.rows(&ctx.words);
        match work(reading, ctx, &mut rows)? {
            Some(beside) => Ok(Some((rows.end()?, beside))),
            None => Ok(None),
        }
    })?;
    match read.flatten() {
        Some((read, beside)) => ctx.emit_read(|ctx| page(ctx, read, beside)),
        None => ctx.tell_no_cases(),
    }
}

/// Reads the case file as it is at one moment, with the screen at hand; `None` while no case has been opened. What is
/// written goes out when the reading is over, so that nobody who writes to the file waits for whoever reads the list.
pub(crate) fn reading<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Ui) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let done =
        ctx.lending_ui(|ctx, ui| ui.holding(|ui| ctx.desk.read(|reading| work(reading, ctx, ui))));
    if matches!(done, Ok(None)) {
        ctx.desk.refuse_missing()?;
    }
    done
}

/// Ids of routines and roles and names of organisations, each with what it is called.
type Names = [BTreeSet<(String, String)>; 3];

/// Puts in the routine, role and organisation that are meant. Refuses what neither the cases' routines nor the library
/// know: a misspelt one would say, reassuringly, that nothing is late.
pub(crate) fn settle_known(
    query: &mut RowQuery,
    reading: &Reading<'_>,
    ctx: &Ctx,
) -> Result<(), Failure> {
    let routine = query.routine.as_ref().map(RoutineId::to_string);
    let role = query.role.as_ref().map(RoleId::to_string);
    let mut meant = [routine, role, query.party.take()];
    if meant.iter().all(Option::is_none) {
        return Ok(());
    }
    let mut of_cases = Names::default();
    for hash in reading.routine_text_hashes()? {
        add(&mut of_cases, &*ctx.desk.routine(&hash, reading)?);
    }
    const UNKNOWN: [&str; 3] = [
        "error-unknown-routine",
        "report-unknown-role",
        "report-unknown-party",
    ];
    for (kind, typed) in meant.iter_mut().enumerate() {
        let Some(typed) = typed else { continue };
        // One of the library that no case goes by yet is no mistake.
        *typed = match one_of(typed, &of_cases[kind])? {
            Some(known) => known,
            None => one_of(typed, &in_library(ctx)?[kind])?.ok_or_else(|| {
                let unknown = Failure::refused(message!(UNKNOWN[kind], given = &*typed));
                let ids: BTreeSet<_> = of_cases[kind].iter().map(|(id, _)| id.as_str()).collect();
                unknown.among(typed, ids.into_iter())
            })?,
        };
    }
    let [routine, role, party] = meant;
    query.routine = routine.map(RoutineId::from);
    query.role = role.map(RoleId::from);
    query.party = party;
    Ok(())
}

fn one_of(typed: &str, names: &BTreeSet<(String, String)>) -> Result<Option<String>, Failure> {
    let named = names
        .iter()
        .map(|(id, title)| (id.as_str(), title.as_str()));
    match id_named(typed, named) {
        Ok(id) => Ok(id.map(str::to_owned)),
        Err(ids) => Err(Failure::several_fit(typed, &ids)),
    }
}

fn in_library(ctx: &Ctx) -> Result<Names, Failure> {
    let mut all = Names::default();
    for (id, routine) in ctx.desk.library()?.all() {
        if let Ok(loaded) = &routine {
            add(&mut all, &loaded.routine);
        }
        all[0].insert((id.to_owned(), String::new()));
    }
    Ok(all)
}

fn add([routines, roles, parties]: &mut Names, routine: &Routine) {
    for title in [routine.name(), &routine.title] {
        routines.insert((routine.id.to_string(), title.to_owned()));
    }
    for role in &routine.roles {
        roles.insert((role.id.to_string(), role.title.clone()));
        parties.extend(role.party.clone().map(|party| (party, String::new())));
    }
}
