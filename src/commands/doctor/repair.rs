//! `doctor --repair`: builds anew what follows from the histories. No event and no text is touched.

use std::path::PathBuf;
use std::rc::Rc;

use crate::commands::support::backups::name_of;
use crate::commands::support::case_file::{self, Trouble};
use crate::commands::support::checkup::{self, Checkup};
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::store::CaseFile;

use super::{json, told};

struct Repaired {
    copy: PathBuf,
    cases: usize,
    after: Checkup,
}

pub(super) fn run(found: &Checkup, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let repaired = case_file::to_repair(ctx, |file| repair(file, found, ctx))?;
    let after = &repaired.after;
    if ctx.is_json() {
        let copy = repaired.copy.display().to_string();
        let json = json::of(after, Some(copy), &ctx.words);
        ctx.ui.print_json(&json)?;
        return Ok(told::outcome(after));
    }
    let _words = Rc::clone(&ctx.words);
    let gaps = [
        ("cases", repaired.cases.into()),
        ("copy", name_of(&repaired.copy).into()),
    ];
    ctx.print_say("doctor-repaired", &gaps)?;
    told::print(after, ctx)?;
    Ok(told::outcome(after))
}

fn repair(file: &mut CaseFile, found: &Checkup, ctx: &Ctx) -> Result<Repaired, Trouble> {
    let copy = file.copy_aside("before-repair")?;
    let cases = file.write(|change| {
        change.rebuild_objects()?;
        let cases = checkup::rebuild_cases(ctx, change, found)?;
        change.rebuild_totals()?;
        Ok::<_, Trouble>(cases)
    })?;
    Ok(Repaired {
        copy,
        cases,
        after: checkup::with_histories(ctx, file)?,
    })
}
