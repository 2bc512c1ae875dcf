//! Which routine, role or organisation a list is narrowed to. Without this a misspelt one would say, reassuringly, that
//! nothing is late.

use std::collections::BTreeSet;

use crate::ctx::Ctx;
use crate::domain::ids::{RoleId, RoutineId};
use crate::domain::routine::Routine;
use crate::domain::typed::id_named;
use crate::error::Failure;
use crate::store::Reading;

use super::suggest;

#[derive(Debug, Clone, Default)]
pub(crate) struct Narrowed {
    pub(crate) routine: Option<RoutineId>,
    pub(crate) role: Option<RoleId>,
    pub(crate) party: Option<String>,
}

/// Routines and roles, and organisations: their ids, and what they are called.
type Names = [BTreeSet<(String, String)>; 3];

/// The ones that are meant. Refuses what neither the cases' routines nor the library know.
pub(crate) fn meant(to: Narrowed, reading: &Reading<'_>, ctx: &Ctx) -> Result<Narrowed, Failure> {
    let routine = to.routine.map(|id| id.to_string());
    let role = to.role.map(|id| id.to_string());
    let asked = [
        ("error-unknown-routine", routine),
        ("report-unknown-role", role),
        ("report-unknown-party", to.party),
    ];
    if asked.iter().all(|(_, asked)| asked.is_none()) {
        return Ok(Narrowed::default());
    }
    let mut of_cases = Names::default();
    for text in reading.routine_texts()? {
        let routine = ctx.desk.routine_of_text(&text.hash, &text.text)?;
        add(&mut of_cases, &routine);
    }
    let mut meant = [None, None, None];
    let kinds = asked.into_iter().zip(&of_cases).zip(&mut meant);
    for (kind, (((unknown, asked), names), meant)) in kinds.enumerate() {
        let Some(asked) = asked else { continue };
        let several = |ids: Vec<String>| suggest::several_fit(&asked, &ids);
        *meant = one_of(&asked, names).map_err(several)?;
        if meant.is_none() {
            // One that no case goes by yet is no mistake.
            *meant = one_of(&asked, &in_library(ctx)?[kind]).map_err(several)?;
        }
        if meant.is_none() {
            let names: BTreeSet<&str> = names.iter().map(|(id, _)| id.as_str()).collect();
            let unknown = Failure::refused(message!(unknown, given = asked));
            return Err(suggest::among(unknown, &asked, names.into_iter()));
        }
    }
    let [routine, role, party] = meant;
    Ok(Narrowed {
        routine: routine.map(RoutineId::from),
        role: role.map(RoleId::from),
        party,
    })
}

fn one_of(typed: &str, names: &BTreeSet<(String, String)>) -> Result<Option<String>, Vec<String>> {
    let named = names
        .iter()
        .map(|(id, title)| (id.as_str(), title.as_str()));
    Ok(id_named(typed, named)?.map(str::to_owned))
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
