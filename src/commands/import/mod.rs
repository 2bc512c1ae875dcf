//! `import`: takes in a whole case that was written out, and refuses one that was altered.

mod refused;

use std::path::PathBuf;
use std::rc::Rc;

use serde_json::json;

use crate::commands::new_case::{checked_reference, tell_resemblance};
use crate::commands::show;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::checkup::DoubtfulEvent;
use crate::desk::refusals::Refusals;
use crate::desk::routines::is_not_as_shipped;
use crate::desk::{file_log, judged};
use crate::domain::case::{BrokenHistory, Case};
use crate::domain::decide::{self, Refusal};
use crate::domain::report::Standing;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::slips::Slips;
use crate::error::{Failure, Outcome};
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::routine_file::{self, Loaded};
use crate::store::{RoutineText, SoundHistory};
use crate::ui::Page;
use crate::ui::Tone;

use self::refused::Refused;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// More remarks than this nobody reads before the case itself.
const MOST_REMARKS: usize = 10;

struct Checked {
    routine: Loaded,
    history: SoundHistory,
    case: Case,
    head: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let name = refused::file_name(&args.file, &ctx.words);
    let bytes = refused::read_file(&args.file, &name)?;
    // Checked before the case file is touched, so that a refusal makes none.
    let whole =
        WholeCaseJson::read(&bytes).map_err(|fault| Refused::NotACase(fault).failure(&name))?;
    drop(bytes);
    let checked = check(whole).map_err(|fault| fault.failure(&name))?;
    names_nobody(ctx, &name, &checked)?;
    let remarks = judged(ctx, &name, &checked)?;
    let opened = store(ctx, checked)?;
    for remark in &remarks {
        ctx.ui.tell_toned_wrapped(Tone::Warn, remark)?;
    }
    tell_resemblance(ctx, &opened.reference)?;
    show::answer(ctx, &opened, |ctx, _| {
        let mut page = Page::default();
        page.tell(opened.view(ctx).line());
        let (case, count) = (&opened.reference, opened.events.len());
        page.hanging(0, say!(ctx, "told-imported", case, count));
        page.line(say!(ctx, "told-imported-next", case));
        page
    })
}

/// Whether everything in the file fits together: the text its hash, the history its chain, the case its routine.
fn check(whole: WholeCaseJson) -> Result<Checked, Refused> {
    let routine = loaded(&whole.routine)?;
    let (reference, head) = (whole.reference.clone(), whole.head.hash.clone());
    let history = SoundHistory::new(reference, &whole.into_history())?;
    let case = Case::fold(history.events()).map_err(|broken| match broken {
        BrokenHistory::NotOpened => Refused::NoCase(1),
        BrokenHistory::OutOfOrder(seq) => Refused::NoCase(seq),
    })?;
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
    let loaded = routine_file::load(&text.text).map_err(|problems| {
        let is_number = |problem: &Problem| problem.kind == ProblemKind::IdentityNumber;
        match problems.iter().any(is_number) {
            true => Refused::RoutineNamesSomebody,
            false => Refused::RoutineUnusable,
        }
    })?;
    let said = (&text.id, &text.version);
    if said != (&loaded.routine.id, &loaded.routine.version) {
        return Err(Refused::RoutineAltered);
    }
    Ok(loaded)
}

/// Neither the reference nor any text, nor whoever takes the case in, is a personnummer.
fn names_nobody(ctx: &Ctx, name: &str, checked: &Checked) -> Result<(), Failure> {
    let reference = checked.history.reference();
    let refusals = Refusals::new(&ctx.words, &checked.routine.routine, reference);
    let plain = checked_reference(reference.as_str());
    let plain = plain.map_err(|refusal| refusals.failure(&refusal))?;
    // It cannot be made plain: the history is chained to it as it is.
    if plain != *reference {
        return Err(refusals.failure(&Refusal::BadReference(reference.to_string())));
    }
    for event in checked.history.events() {
        decide::names_nobody(&event.what, &event.stamp.who).map_err(|refusal| {
            let why = refusals.failure(&refusal).in_words(&ctx.words);
            let said = message!("import-text-refused", seq = event.seq);
            refused::because(name, said.with("why", why))
        })?;
    }
    ctx.desk.check_recorder()
}

/// What of the history would not be recorded like that today, in words.
///
/// # Errors
/// When something in it never could have been recorded.
fn judged(ctx: &Ctx, name: &str, checked: &Checked) -> Result<Vec<String>, Failure> {
    let routine = &checked.routine.routine;
    let history = &checked.history;
    let [faults, doubtful] = judged::of(ctx, routine, history.reference(), history.events());
    let words = |id, event: DoubtfulEvent| {
        let about = message!(id, seq = event.seq);
        about.with("why", event.why)
    };
    if let Some(fault) = faults.into_iter().next() {
        return Err(refused::because(name, words("import-impossible", fault)));
    }
    let more = doubtful.len().saturating_sub(MOST_REMARKS);
    let shown = doubtful.into_iter().take(MOST_REMARKS);
    let mut remarks: Vec<_> = shown
        .map(|event| ctx.words.say(words("import-doubtful", event)))
        .collect();
    if more > 0 {
        remarks.push(say!(ctx, "import-more-doubtful", count = more));
    }
    if is_not_as_shipped(routine, &checked.routine.text_hash) {
        remarks.push(ctx.say("import-not-as-shipped"));
    }
    Ok(remarks)
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
    // A history that folds can be gone through.
    let slips = Slips::of(&routine.routine, history.events()).unwrap_or_default();
    let standing = Standing::of(&routine.routine, &case, &slips, ctx.today());
    let id = ctx.desk.write(|change| {
        let id = change.import_case(&history, &text, &standing)?;
        ctx.desk.note_access(history.reference().as_str())?;
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
        slips,
    })
}
