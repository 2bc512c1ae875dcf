//! Which routine, role or organisation a list is narrowed to. Without this a misspelt one would say, reassuringly, that
//! nothing is late.

use std::collections::BTreeSet;

use crate::ctx::Ctx;
use crate::domain::ids::{RoleId, RoutineId};
use crate::domain::routine::Routine;
use crate::domain::typed::place_named;
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
    for (kind, (((id, asked), names), meant)) in kinds.enumerate() {
        let Some(asked) = asked else { continue };
        let mut found = ids_named(&asked, names);
        if found.is_empty() {
            // One that no case goes by yet is no mistake.
            found = ids_named(&asked, &in_library(ctx)?[kind]);
        }
        let mut ids = found.into_iter();
        *meant = match (ids.next(), ids.next()) {
            (Some(id), None) => Some(id),
            (None, _) => {
                let unknown = Failure::refused(message!(id, given = asked));
                let names = names.iter().map(|(id, _)| id.as_str());
                let names: BTreeSet<&str> = names.collect();
                return Err(suggest::among(unknown, &asked, names.into_iter()));
            }
            (Some(one), Some(other)) => {
                let all: Vec<String> = [one, other].into_iter().chain(ids).collect();
                return Err(suggest::several_fit(&asked, &all));
            }
        };
    }
    let [routine, role, party] = meant;
    Ok(Narrowed {
        routine: routine.map(RoutineId::from),
        role: role.map(RoleId::from),
        party,
    })
}

fn ids_named(typed: &str, names: &BTreeSet<(String, String)>) -> BTreeSet<String> {
    let named = names
        .iter()
        .map(|(id, title)| (id.as_str(), title.as_str()));
    let places = match place_named(typed, named) {
        Ok(place) => vec![place],
        Err(places) => places,
    };
    let fitting = places
        .into_iter()
        .filter_map(|place| names.iter().nth(place));
    fitting.map(|(id, _)| id.clone()).collect()
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
