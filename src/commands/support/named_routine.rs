//! A routine by its id or by its file.

use std::path::Path;

use crate::ctx::Ctx;
use crate::domain::ids::RoutineId;
use crate::error::Failure;
use crate::routine_file::{Loaded, load, read_file};

use super::{broken, routines};

/// The routine of an id or a file. A known id wins; what looks like a path is one.
pub(crate) fn id_or_file(ctx: &Ctx, typed: &str) -> Result<Loaded, Failure> {
    if !is_file(ctx, typed)? {
        return routines::named(ctx, &RoutineId::from(typed));
    }
    let path = Path::new(typed);
    let text =
        read_file(path).map_err(|fault| broken::of_file(path, &fault, &ctx.words).failure())?;
    load(&text).map_err(|_| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        broken::of_text(&name, typed).failure()
    })
}

fn is_file(ctx: &Ctx, typed: &str) -> Result<bool, Failure> {
    if routines::library(ctx)?.ids().any(|id| id == typed) {
        return Ok(false);
    }
    let path = Path::new(typed);
    let names_a_folder = path.components().count() > 1;
    Ok(names_a_folder || path.extension().is_some() || path.exists())
}
