//! `routine show`: a routine's content.

use crate::commands::prelude::*;
use crate::routine_file::tables_as_json;
use crate::view::RoutineSheet;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "ID")]
    routine: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let loaded = ctx.desk.id_or_file(&args.routine)?;
    let sheet = |ctx: &Ctx| {
        let sheet = RoutineSheet {
            routine: &loaded.routine,
            today: ctx.today(),
            here: ctx.words.of(&loaded.routine),
        };
        sheet.page().spelt_out(&ctx.words)
    };
    // A text that was loaded is TOML.
    ctx.emit(|_| tables_as_json(&loaded.text), sheet)
}
