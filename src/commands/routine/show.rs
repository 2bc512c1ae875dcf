//! `routine show`: a routine's content.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::routine_file::tables_as_json;
use crate::ui::RoutineSheet;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "ID")]
    pub(crate) routine: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let loaded = ctx.desk.id_or_file(&args.routine)?;
    if ctx.is_json() {
        // A text that was loaded is TOML.
        ctx.ui.print_json(&tables_as_json(&loaded.text))?;
        return Ok(Outcome::Fine);
    }
    let words = Rc::clone(&ctx.words);
    let sheet = RoutineSheet {
        routine: &loaded.routine,
        today: ctx.today(),
        words: &words,
    };
    ctx.ui.print_page(&sheet.page())?;
    Ok(Outcome::Fine)
}
