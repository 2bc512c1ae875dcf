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

/// Ids of routines and roles, and names of organisations.
type Names = [BTreeSet<String>; 3];

/// Refuses what neither the cases' routines nor the library know.
pub(crate) fn check(to: Narrowed<'_>, reading: &Reading<'_>, ctx: &Ctx) -> Result<(), Failure> {
    let asked = [
        ("error-unknown-routine", to.routine.map(RoutineId::as_str)),
        ("report-unknown-role", to.role.map(RoleId::as_str)),
        ("report-unknown-party", to.party),
    ];
    let is_known = |names: &Names| {
        let mut both = asked.iter().zip(names);
        both.all(|((_, asked), names)| asked.is_none_or(|asked| names.contains(asked)))
    };
    let mut of_cases = Names::default();
    if is_known(&of_cases) {
        return Ok(());
    }
    for hash in reading.routine_text_hashes()? {
        add(&mut of_cases, &*ctx.desk.routine(&hash, reading)?);
    }
    if is_known(&of_cases) {
        return Ok(());
    }
    // A routine of the library that no case goes by yet is no mistake.
    let mut all = of_cases.clone();
    for (id, routine) in ctx.desk.library()?.all() {
        if let Ok(loaded) = &routine {
            add(&mut all, &loaded.routine);
        }
        let [routines, ..] = &mut all;
        routines.insert(id.to_owned());
    }
    for (((id, asked), of_cases), all) in asked.into_iter().zip(&of_cases).zip(&all) {
        if let Some(asked) = asked.filter(|asked| !all.contains(*asked)) {
            let unknown = Failure::refused(message!(id, given = asked));
            let names = of_cases.iter().map(String::as_str);
            return Err(suggest::among(unknown, asked, names));
        }
    }
    Ok(())
}

fn add([routines, roles, parties]: &mut Names, routine: &Routine) {
    routines.insert(routine.id.to_string());
    for role in &routine.roles {
        roles.insert(role.id.to_string());
        parties.extend(role.party.clone());
    }
}
