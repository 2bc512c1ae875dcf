//! A first look over the whole table: how many lines, which routines, which references, and whether its columns are
//! of any use to those routines.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::ctx::Ctx;
use crate::desk::facts::read_texts;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::message::Message;
use crate::domain::signs::plain;
use crate::error::Failure;

use super::super::Args;
use super::columns::Column;
use super::opener::Opener;
use super::table::{Row, Table};

/// More lines in one file than this would not be held in memory.
const MOST_LINES: usize = 250_000;

pub(super) struct Survey {
    pub(super) lines: usize,
    routines: BTreeSet<RoutineId>,
    /// The references that are chosen, in lower case as they are compared, with the line each is first on.
    references: HashMap<String, u64>,
    taken: HashSet<String>,
}

pub(super) enum Chosen {
    Free,
    OnLine(u64),
    Taken,
}

impl Survey {
    pub(super) fn of(table: &Table<'_>, args: &Args, ctx: &Ctx) -> Result<Self, Failure> {
        let mut survey = Self {
            lines: 0,
            routines: args.routine.iter().cloned().collect(),
            references: HashMap::new(),
            taken: HashSet::new(),
        };
        let places = [Column::Reference, Column::Routine].map(|c| table.columns.place_of(&c));
        let [reference, routine] = places;
        table.each(|row| survey.add(row, reference, routine))?;
        if survey.lines == 0 {
            return Err(Failure::refused("many-no-lines"));
        }
        survey.taken = taken(survey.references.keys(), ctx)?;
        Ok(survey)
    }

    fn add(
        &mut self,
        row: &Row<'_>,
        reference: Option<usize>,
        routine: Option<usize>,
    ) -> Result<(), Failure> {
        self.lines += 1;
        if self.lines > MOST_LINES {
            let what = message!("many-too-many-lines", most = MOST_LINES);
            return Err(Failure::refused(what).hint("hint-many-split"));
        }
        let cell = |place: Option<usize>| {
            let cell = plain(row.cells.get(place?)?).trim().to_owned();
            (!cell.is_empty()).then_some(cell)
        };
        if let Some(reference) = cell(reference) {
            let key = reference.to_lowercase();
            self.references.entry(key).or_insert(row.number);
        }
        if let Some(routine) = cell(routine)
            && !self.routines.contains(routine.as_str())
        {
            self.routines.insert(routine.into());
        }
        Ok(())
    }

    pub(super) fn chosen(&self, reference: &CaseRef, line: u64) -> Chosen {
        let key = reference.as_str().to_lowercase();
        match self.references.get(&key) {
            Some(first) if *first < line => Chosen::OnLine(*first),
            _ if self.taken.contains(&key) => Chosen::Taken,
            _ => Chosen::Free,
        }
    }

    pub(super) fn references(&self) -> impl Iterator<Item = &String> {
        self.references.keys()
    }

    /// Reads the answer for all that is given as `-`, where it is a text to one of the routines.
    pub(super) fn read_texts(&self, args: &mut Args, ctx: &Ctx) -> Result<(), Failure> {
        for id in &self.routines {
            if let Ok(loaded) = ctx.desk.routine_named(id) {
                read_texts(ctx, &loaded.routine, &mut args.facts.answer)?;
            }
        }
        Ok(())
    }

    /// Refuses columns for ids that none of the table's routines has: a slip there would be on every line.
    pub(super) fn check_columns(
        &self,
        table: &Table<'_>,
        opener: &mut Opener<'_>,
    ) -> Result<(), Vec<Message>> {
        let mut useful = Vec::new();
        for id in &self.routines {
            match opener.routine(id) {
                Ok(loaded) => useful.extend(Column::of_routine(&loaded.routine)),
                // Its lines will tell; which columns it has a use for is not known.
                Err(_) => return Ok(()),
            }
        }
        let useless = table.columns.with_id().filter(|(_, c)| !useful.contains(c));
        let wrong: Vec<Message> = useless
            .map(|(name, column)| useless_column(name, column.like(&useful)))
            .collect();
        if wrong.is_empty() || self.routines.is_empty() {
            Ok(())
        } else {
            Err(wrong)
        }
    }
}

fn useless_column(name: &str, meant: Option<String>) -> Message {
    let kind = name.split(':').next().unwrap_or_default();
    let suggestion = meant.map(|id| format!("{kind}:{id}"));
    let name = super::problems::cut(name);
    match suggestion {
        None => message!("many-useless-column", name),
        Some(suggestion) => message!("many-useless-column-near", name, suggestion),
    }
}

fn taken<'r>(
    references: impl Iterator<Item = &'r String>,
    ctx: &Ctx,
) -> Result<HashSet<String>, Failure> {
    let taken = ctx.desk.read(|reading| {
        let mut taken = HashSet::new();
        for key in references {
            if reading.is_taken(&CaseRef::from(key.as_str()))? {
                taken.insert(key.clone());
            }
        }
        Ok(taken)
    })?;
    Ok(taken.unwrap_or_default())
}
