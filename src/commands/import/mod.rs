//! `import`: takes in a whole case that was written out, and refuses one that was altered.

mod file;
mod refused;

use std::path::PathBuf;
use std::rc::Rc;

use serde_json::json;

use crate::commands::new_case::checked_reference;
use crate::commands::show;
use crate::commands::support::refusals::Refusals;
use crate::commands::support::routines::OpenedCase;
use crate::commands::support::{access, case_file, file_log, recorder};
use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::plan::Plan;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::error::{Failure, Outcome};
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::routine_file::{self, Loaded};
use crate::store::{RoutineText, SoundHistory};

use self::refused::Refused;

/// What `import` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// A case that may be taken in.
struct Checked {
    routine: Loaded,
    history: SoundHistory,
    case: Case,
    head: String,
}

/// Runs `import`.
///
/// # Errors
/// When the file is no case, or not the one that was written out, or a case of that reference exists; nothing is
/// changed then.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let name = file::name(&args.file, &ctx.words);
    let bytes = file::read(&args.file, &name, &ctx.words)?;
    // Checked before the case file is touched, so that a refusal makes none.
    let whole = WholeCaseJson::read(&bytes).map_err(|fault| refused::not_a_case(&name, &fault))?;
    drop(bytes);
    let checked = check(whole).map_err(|fault| refused::altered(&name, &fault))?;
    names_nobody(ctx, &checked)?;
    let opened = store(ctx, checked)?;
    if ctx.is_json() {
        let json = show::json(ctx, &opened);
        ctx.ui.print_json(&json)?;
        return Ok(Outcome::Fine);
    }
    let words = Rc::clone(&ctx.words);
    ctx.ui.tell(opened.heading(&words).line())?;
    let case = opened.reference.to_string();
    let gaps = [
        ("case", case.clone().into()),
        ("count", opened.events.len().into()),
    ];
    ctx.ui
        .print_wrapped(&words.say("told-imported", &gaps), 0)?;
    ctx.ui
        .print(words.say("told-imported-next", &[("case", case.into())]))?;
    Ok(Outcome::Fine)
}

/// Whether everything in the file fits together: the text its hash, the history its chain, the case its routine.
fn check(whole: WholeCaseJson) -> Result<Checked, Refused> {
    let routine = loaded(&whole.routine)?;
    let (reference, head) = (whole.reference.clone(), whole.head.hash.clone());
    let history = SoundHistory::new(reference, &whole.into_history()).map_err(Refused::History)?;
    let case = Case::fold(history.events()).map_err(|_| Refused::NoCase)?;
    let told = &routine.routine;
    if (&case.routine, &case.version, &case.text_hash)
        != (&told.id, &told.version, &routine.text_hash)
    {
        return Err(Refused::AnotherRoutine);
    }
    Ok(Checked {
        routine,
        history,
        case,
        head,
    })
}

fn loaded(text: &RoutineTextJson) -> Result<Loaded, Refused> {
    if routine_file::text_hash(&text.text) != text.hash {
        return Err(Refused::RoutineAltered);
    }
    let loaded = routine_file::load(&text.text).map_err(|_| Refused::RoutineUnusable)?;
    let said = (&text.id, &text.version);
    if said != (&loaded.routine.id, &loaded.routine.version) {
        return Err(Refused::RoutineAltered);
    }
    Ok(loaded)
}

/// Neither the reference nor whoever takes the case in is a personnummer.
fn names_nobody(ctx: &Ctx, checked: &Checked) -> Result<(), Failure> {
    let reference = checked.history.reference();
    checked_reference(reference.as_str()).map_err(|refusal| {
        let refusals = Refusals {
            words: &ctx.words,
            routine: &checked.routine.routine,
            case: reference,
        };
        refusals.failure(&refusal)
    })?;
    recorder::check(ctx)
}

/// Stores the case, and in the file's own log that it came in: an event of the case would make it another.
fn store(ctx: &Ctx, checked: Checked) -> Result<OpenedCase, Failure> {
    let Checked {
        routine,
        history,
        case,
        head,
    } = checked;
    let text = RoutineText {
        hash: routine.text_hash,
        id: routine.routine.id.clone(),
        version: routine.routine.version.clone(),
        text: routine.text,
    };
    let standing = standing(ctx, &routine.routine, &case);
    let id = case_file::write(ctx, |change| {
        let id = change.import_case(&history, &text, &standing)?;
        access::note(ctx, history.reference().as_str())?;
        // By its number: the file's own log outlives a case that is removed, and must not name it.
        let detail = json!({ "case": id.number(), "head": head });
        change.log(&file_log::entry(ctx, "import", detail))?;
        Ok(id)
    })?;
    Ok(OpenedCase {
        id,
        reference: history.reference().clone(),
        routine: Rc::new(routine.routine),
        events: history.into_events(),
        case,
    })
}

fn standing(ctx: &Ctx, routine: &Routine, case: &Case) -> Standing {
    let plan = Plan::of(routine, case, ctx.today());
    Standing::new(routine, case, plan.rows)
}
