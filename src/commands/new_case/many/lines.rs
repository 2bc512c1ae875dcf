//! The lines of a table as cases to open: looked over first, then tried, then opened in one transaction.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use chrono::Datelike;

use crate::cli::values::BadValue;
use crate::commands::prelude::*;
use crate::domain::identity_number::resembles_identity_number;
use crate::domain::routine::{AnswerKind, Question};
use crate::domain::signs::{one_line, plain, seen};
use crate::domain::typed::day_in_table;
use crate::ui::progress::Progress;
use crate::ui::terminal;

use super::super::request::{CaseOpening, CaseRequest, active, settle};
use super::columns::{BadColumn, Column, ColumnKind as Kind, bad_day};
use super::problems::Problems;
use super::table::{CsvRow, CsvTable};

/// More lines in one file than this would not be held in memory.
const MOST_LINES: usize = 250_000;
/// As much as a cell in Excel holds, in characters.
const LONGEST_CELL: usize = 32_767;

/// What is wrong with a line, and the column that it lies in; in none where it is the line itself.
type LineProblem = (Option<Column>, Failure);

pub(super) struct CaseLines<'a> {
    table: &'a CsvTable<'a>,
    /// What the options say holds for every line that does not say it itself.
    for_all: CaseRequest,
    pub(super) count: usize,
    routines: BTreeSet<RoutineId>,
    /// The references that are chosen, in lower case as they are compared, with the line each is first on.
    references: HashMap<String, u64>,
    taken: HashSet<String>,
}

/// What would be opened, and what is wrong with it or should be seen.
pub(super) struct Trial {
    pub(super) problems: Problems,
    pub(super) warnings: Problems,
    pub(super) tallies: BTreeMap<RoutineId, Tally>,
}

#[derive(Default)]
pub(super) struct Tally {
    pub(super) title: String,
    pub(super) cases: u64,
    pub(super) done: u64,
}

pub(super) struct OpenedLine {
    pub(super) number: u64,
    pub(super) reference: CaseRef,
    pub(super) loaded: Rc<Loaded>,
}

impl<'a> CaseLines<'a> {
    /// A first look over the whole table.
    pub(super) fn of(table: &'a CsvTable<'a>, for_all: CaseRequest, ctx: &Ctx) -> Attempt<Self> {
        let mut lines = Self {
            table,
            count: 0,
            routines: for_all.routine.iter().cloned().collect(),
            for_all,
            references: HashMap::new(),
            taken: HashSet::new(),
        };
        let places = [Kind::Reference, Kind::Routine];
        let places = places.map(|kind| table.columns.place_of(&Column::plain(kind)));
        table.each(|row| lines.add(row, places))?;
        if lines.count == 0 {
            return Err(Failure::refused("many-no-lines"));
        }
        let taken = ctx.desk.read(|reading| {
            let mut taken = HashSet::new();
            for key in lines.references.keys() {
                if reading.is_taken(&CaseRef::from(key.as_str()))? {
                    taken.insert(key.clone());
                }
            }
            Ok(taken)
        })?;
        lines.taken = taken.unwrap_or_default();
        for id in &lines.routines {
            if let Ok(loaded) = ctx.desk.routine_named(id) {
                given::read_texts(ctx, &loaded.routine, &mut lines.for_all.facts.answer)?;
            }
        }
        Ok(lines)
    }

    fn add(&mut self, row: &CsvRow<'_>, places: [Option<usize>; 2]) -> Attempt {
        self.count += 1;
        if self.count > MOST_LINES {
            let what = message!("many-too-many-lines", most = MOST_LINES);
            return Err(Failure::refused(what).hint("hint-many-split"));
        }
        let [reference, routine] = places.map(|place| {
            let cell = plain(row.cells.get(place?)?).trim().to_owned();
            (!cell.is_empty()).then_some(cell)
        });
        if let Some(reference) = reference {
            let key = reference.to_lowercase();
            self.references.entry(key).or_insert(row.number);
        }
        self.routines.extend(routine.map(RoutineId::from));
        Ok(())
    }

    /// Columns for ids that none of the table's routines has: a slip there would be on every line.
    pub(super) fn useless_columns(&self, ctx: &Ctx) -> Vec<BadColumn> {
        let routines: Result<Vec<_>, _> = self.routines.iter().map(|id| active(ctx, id)).collect();
        match routines {
            Ok(routines) if !routines.is_empty() => {
                let routines: Vec<_> = routines.iter().map(|it| &it.routine).collect();
                self.table.columns.useless(&routines)
            }
            // Its lines will tell; which columns a broken one has a use for is not known.
            _ => Vec::new(),
        }
    }

    /// Tries every line; nothing is stored.
    pub(super) fn tried(&self, ctx: &Ctx) -> Trial {
        let mut trial = Trial {
            problems: Problems::none(&ctx.words),
            warnings: Problems::none(&ctx.words),
            tallies: BTreeMap::new(),
        };
        let mut progress = Progress::new(ctx.say("many-checking"), self.count);
        let Ok(()) = self.table.each(|row| {
            progress.step();
            let tried = self.request(row, ctx).and_then(|(loaded, request)| {
                let (opening, decision) = self.decided(row, loaded, &request, ctx)?;
                trial.add(row.number, &opening, request.done.len(), &decision, ctx);
                Ok(())
            });
            for (column, why) in tried.err().into_iter().flatten() {
                let column = column.map(|column| self.table.columns.name_of(&column));
                trial.problems.add(row.number, column.as_deref(), &why);
            }
            Ok::<_, Infallible>(())
        });
        trial
    }

    /// Opens them all, or none.
    pub(super) fn open(&self, ctx: &Ctx) -> Attempt<Vec<OpenedLine>> {
        let mut progress = Progress::new(ctx.say("many-opening"), self.count);
        ctx.desk.write(|change| {
            let mut free = change.read().free_references(ctx.today().year())?;
            for chosen in self.references.keys() {
                free.pass(&CaseRef::from(chosen.as_str()));
            }
            let mut opened = Vec::new();
            self.table.each(|row| {
                progress.step();
                if ctx.can_ask && terminal::take_interrupt() {
                    return Err(Failure::refused("many-interrupted"));
                }
                let (loaded, request) = self.request(row, ctx).map_err(first)?;
                let decided = self.decided(row, loaded, &request, ctx);
                let (opening, decision) = decided.map_err(first)?;
                let reference = opening.reference.clone();
                let reference = reference.unwrap_or_else(|| free.take());
                opening.put(ctx, change, &reference, &decision)?;
                ctx.desk.note_access(reference.as_str())?;
                opened.push(OpenedLine {
                    number: row.number,
                    reference,
                    loaded: opening.loaded,
                });
                Ok::<_, Failure>(())
            })?;
            Ok(opened)
        })
    }

    /// What a line asks for, with what is asked for all; all that is wrong with its cells, if anything is.
    fn request(
        &self,
        row: &CsvRow<'_>,
        ctx: &Ctx,
    ) -> Result<(Rc<Loaded>, CaseRequest), Vec<LineProblem>> {
        if row.is_unclosed {
            return Err(vec![(None, Failure::refused("many-unclosed"))]);
        }
        let mut request = CaseRequest::default();
        let mut problems = Vec::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let cell = one_line(&seen(cell));
            if cell.is_empty() {
                continue;
            }
            let Some(column) = self.table.columns.at(place) else {
                let why = message!("many-no-column", place = place + 1);
                problems.push((None, Failure::refused(why)));
                // Those after it will be in no column either, or in the wrong one.
                break;
            };
            let is_long = cell.len() > LONGEST_CELL && cell.chars().nth(LONGEST_CELL).is_some();
            let put = match is_long {
                true => {
                    let what = message!("many-cell-too-long", most = LONGEST_CELL);
                    Err(Failure::refused(what))
                }
                false => column.put(&cell, &mut request),
            };
            problems.extend(put.err().map(|why| (Some(column.clone()), why)));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let loaded = match request.routine.as_ref().or(self.for_all.routine.as_ref()) {
            Some(id) => active(ctx, id),
            None => Err(Failure::refused("many-no-routine")),
        };
        let loaded = loaded.map_err(|why| vec![(Some(Column::plain(Kind::Routine)), why)])?;
        let routine = &loaded.routine;
        let mut for_all = self.for_all.clone();
        for said in [&mut request, &mut for_all] {
            let settled = settle(said, routine, ctx);
            settled.map_err(|why| vec![refused(why, said)])?;
        }
        for (id, value) in &mut request.facts.answer {
            let is_day = |asked: &Question| asked.kind == AnswerKind::Date;
            if let Some(cell) = value
                && routine.question(id).is_some_and(is_day)
            {
                let day = day_in_table(cell).map_err(|bad| {
                    let column = Some(Column::of(Kind::Answer, &id));
                    vec![(column, bad_day(bad, "hint-many-day"))]
                })?;
                *cell = day.to_string();
            }
        }
        let mut request = request.or(&for_all);
        let mut answers = request.facts.answer.iter();
        if let Some((id, _)) = answers.find(|answer| given::is_dash_for_text(routine, answer)) {
            let column = Some(Column::of(Kind::Answer, id));
            return Err(vec![(column, BadValue::Dash.failure())]);
        }
        // In the order the routine has them, whatever the order of the columns: later ones may stand on earlier ones.
        if request.done.len() > 1 {
            let place = |id: &StepId| routine.steps().position(|step| step.id == *id);
            let done = &mut request.done;
            done.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
        }
        Ok((loaded, request))
    }

    fn decided<'r>(
        &self,
        row: &CsvRow<'_>,
        loaded: Rc<Loaded>,
        request: &'r CaseRequest,
        ctx: &Ctx,
    ) -> Result<(CaseOpening<'r>, Decision), Vec<LineProblem>> {
        let refused = |why| vec![refused(why, request)];
        let opening = CaseOpening::by(loaded, request, ctx).map_err(refused)?;
        let reference = opening.reference.as_ref();
        if let Some(what) = reference.and_then(|it| self.not_free(it, row.number)) {
            let column = Some(Column::plain(Kind::Reference));
            return Err(vec![(column, Failure::refused(what))]);
        }
        let decision = opening.decide(ctx).map_err(refused)?;
        Ok((opening, decision))
    }

    fn not_free(&self, reference: &CaseRef, line: u64) -> Option<Message> {
        let key = reference.as_str().to_lowercase();
        let what = match self.references.get(&key) {
            Some(first) if *first < line => message!("many-reference-twice", line = *first),
            _ if self.taken.contains(&key) => Message::from("many-reference-taken"),
            _ => return None,
        };
        Some(what.with("case", reference.to_string()))
    }
}

/// Why a line's case cannot be opened. Hints stay that say what may stand in a cell; others name a command for a case that
/// is open.
fn refused(why: Failure, request: &CaseRequest) -> LineProblem {
    use Refusal as R;
    let Some(refusal) = why.refusal() else {
        return (None, why);
    };
    let column = Column::of_refusal(refusal, request);
    match refusal {
        R::UnknownTrigger(_)
        | R::SeveralFit(..)
        | R::UnknownDate(_)
        | R::UnknownQuestion(_)
        | R::UnknownRole(_)
        | R::UnknownStep(_)
        | R::BadAnswer { .. }
        | R::NotACandidate { .. }
        | R::UnlikelyDay(_) => (column, why),
        _ => (column, why.without_hints()),
    }
}

/// The text is the one that was tried, so that only the case file can have changed since.
fn first(problems: Vec<LineProblem>) -> Failure {
    let first = problems.into_iter().next();
    first.map_or_else(|| Failure::bug("new-case --from"), |(_, why)| why)
}

impl Trial {
    fn add(
        &mut self,
        line: u64,
        opening: &CaseOpening<'_>,
        done: usize,
        decision: &Decision,
        ctx: &Ctx,
    ) {
        let routine = &opening.loaded.routine;
        let tally = self.tallies.entry(routine.id.clone()).or_default();
        if tally.cases == 0 {
            tally.title.clone_from(&routine.title);
        }
        tally.cases += 1;
        tally.done += done as u64;
        let unnamed = CaseRef::from("…");
        let reference = opening.reference.as_ref().unwrap_or(&unnamed);
        if resembles_identity_number(reference.as_str()) {
            let text = ctx.say("reference-resembles");
            self.warnings.add_text(line, None, &text);
        }
        for warning in &decision.warnings {
            let text = ctx.words.of(routine).say(warning);
            self.warnings.add_text(line, None, &text);
        }
    }
}
