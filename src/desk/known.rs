//! Whether anybody knows the routine, role or organisation that a list is narrowed to. Without this a misspelt one
//! would say, reassuringly, that nothing is late.

use std::collections::BTreeSet;

use crate::ctx::Ctx;
use crate::domain::ids::{RoleId, RoutineId};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::Reading;

use super::suggest;

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Narrowed<'a> {
    pub(crate) routine: Option<&'a RoutineId>,
    pub(crate) role: Option<&'a RoleId>,
    pub(crate) party: Option<&'a str>,
}

/// Refuses what neither the cases' routines nor the library know.
pub(crate) fn check(to: Narrowed<'_>, reading: &Reading<'_>, ctx: &Ctx) -> Result<(), Failure> {
    let role = to.role.map(RoleId::as_str);
    let routine = to.routine.map(RoutineId::as_str);
    if role.is_none() && routine.is_none() && to.party.is_none() {
        return Ok(());
    }
    let mut known = Known::default();
    for text in reading.routine_texts()? {
        known.add(&*ctx.desk.routine_of_text(&text.hash, &text.text)?);
    }
    let asked = [
        ("error-unknown-routine", routine, &known.routines),
        ("report-unknown-role", role, &known.roles),
        ("report-unknown-party", to.party, &known.parties),
    ];
    let is_known = |asked: Option<&str>, known: &BTreeSet<String>| {
        asked.is_none_or(|asked| known.contains(asked))
    };
    if asked
        .iter()
        .all(|(_, asked, known)| is_known(*asked, known))
    {
        return Ok(());
    }
    let everywhere = known.clone().with_library(ctx)?;
    let everywhere = [&everywhere.routines, &everywhere.roles, &everywhere.parties];
    for ((id, asked, here), everywhere) in asked.into_iter().zip(everywhere) {
        if let Some(asked) = asked.filter(|asked| !everywhere.contains(*asked)) {
            let unknown = Failure::refused(message!(id, given = asked));
            return Err(suggest::among(
                unknown,
                asked,
                here.iter().map(String::as_str),
            ));
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Default)]
struct Known {
    routines: BTreeSet<String>,
    roles: BTreeSet<String>,
    parties: BTreeSet<String>,
}

impl Known {
    fn add(&mut self, routine: &Routine) {
        self.routines.insert(routine.id.to_string());
        self.roles
            .extend(routine.roles.iter().map(|role| role.id.to_string()));
        self.parties
            .extend(routine.roles.iter().filter_map(|role| role.party.clone()));
    }

    /// A routine of the library that no case goes by yet is no mistake.
    fn with_library(mut self, ctx: &Ctx) -> Result<Self, Failure> {
        for entry in ctx.desk.library()?.all() {
            if let Ok(loaded) = &entry.result {
                self.add(&loaded.routine);
            }
            self.routines.insert(entry.id);
        }
        Ok(self)
    }
}
