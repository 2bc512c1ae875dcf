//! `import`: takes in a whole case that was written out, and refuses one that was altered.

mod refused;

use crate::commands::new_case::{checked_reference, tell_resemblance};
use crate::commands::prelude::*;
use crate::commands::show;
use crate::desk::routines::is_not_as_shipped;
use crate::domain::decide;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::signs::are_alike;
use crate::domain::slips::Slips;
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::routine_file;
use crate::store::SoundHistory;

use self::refused::Rejection;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// More remarks than this nobody reads before the case itself.
const MOST_REMARKS: usize = 10;

struct SoundCase {
    routine: Loaded,
    history: SoundHistory,
    case: Case,
    head: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let name = refused::file_name(&args.file, &ctx.words);
    let bytes = refused::read_file(&args.file, &name)?;
    // Checked before the case file is touched, so that a refusal makes none.
    let whole =
        WholeCaseJson::read(&bytes).map_err(|fault| Rejection::NotACase(fault).failure(&name))?;
    drop(bytes);
    let sound = check(whole).map_err(|fault| fault.failure(&name))?;
    names_nobody(ctx, &name, &sound)?;
    let remarks = judged(ctx, &name, &sound)?;
    let (opened, is_orphan) = store(ctx, sound)?;
    for remark in &remarks {
        ctx.ui.tell_toned_wrapped(Tone::Warn, remark)?;
    }
    if let Some(case) = opened.case.continues.as_ref().filter(|_| is_orphan) {
        ctx.warn_say(message!("import-continues-unknown", case))?;
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
fn check(whole: WholeCaseJson) -> Result<SoundCase, Rejection> {
    let routine = loaded(&whole.routine)?;
    let (reference, head) = (whole.reference.clone(), whole.head.hash.clone());
    let history = SoundHistory::new(reference, &whole.into_history())?;
    let case = Case::fold(history.events())?;
    let told = &routine.routine;
    if (&case.routine, &case.version, &case.text_hash)
        != (&told.id, &told.version, &routine.text_hash)
    {
        return Err(Rejection::AnotherRoutine);
    }
    Ok(SoundCase {
        routine,
        history,
        case,
        head,
    })
}

fn loaded(text: &RoutineTextJson) -> Result<Loaded, Rejection> {
    if routine_file::text_hash(&text.text) != text.hash {
        return Err(Rejection::RoutineAltered);
    }
    let loaded = routine_file::load(&text.text).map_err(|problems| {
        let is_number = |problem: &Problem| problem.kind == ProblemKind::IdentityNumber;
        match problems.iter().any(is_number) {
            true => Rejection::RoutineNamesSomebody,
            false => Rejection::RoutineUnusable,
        }
    })?;
    let said = (&text.id, &text.version);
    if said != (&loaded.routine.id, &loaded.routine.version) {
        return Err(Rejection::RoutineAltered);
    }
    Ok(loaded)
}

/// Neither the reference nor any text, nor whoever takes the case in, is a personnummer.
fn names_nobody(ctx: &Ctx, name: &str, sound: &SoundCase) -> Attempt {
    let reference = sound.history.reference();
    let refusals = Refusals::new(&ctx.words, &sound.routine.routine, reference);
    let Case {
        continues,
        continued_by,
        ..
    } = &sound.case;
    for named in [reference].into_iter().chain(continues).chain(continued_by) {
        let plain = checked_reference(named.as_str());
        // It cannot be made plain: the history is chained to it as it is.
        let as_it_is = plain.and_then(|plain| match plain == *named {
            true => Ok(()),
            false => Err(Refusal::BadReference(named.to_string())),
        });
        as_it_is.map_err(|refusal| refusals.failure(&refusal))?;
    }
    for event in sound.history.events() {
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
fn judged(ctx: &Ctx, name: &str, sound: &SoundCase) -> Attempt<Vec<String>> {
    let routine = &sound.routine.routine;
    let history = &sound.history;
    let [faults, doubtful] = checkup::judged(ctx, routine, history.reference(), history.events());
    if let Some(fault) = faults.into_iter().next() {
        return Err(refused::because(name, fault.message("import-impossible")));
    }
    let more = doubtful.len().saturating_sub(MOST_REMARKS);
    let shown = doubtful.iter().take(MOST_REMARKS);
    let shown = shown.map(|event| ctx.say(event.message("import-doubtful")));
    let mut remarks: Vec<_> = shown.collect();
    if more > 0 {
        remarks.push(say!(ctx, "import-more-doubtful", count = more));
    }
    if is_not_as_shipped(routine, &sound.routine.text_hash) {
        remarks.push(ctx.say("import-not-as-shipped"));
    }
    Ok(remarks)
}

/// Stores the case, and in the file's own log that it came in: an event of the case would make it another. Says also
/// whether the case that it continues is missing.
fn store(ctx: &Ctx, sound: SoundCase) -> Attempt<(OpenedCase, bool)> {
    let SoundCase {
        routine,
        history,
        case,
        head,
    } = sound;
    let text = RoutineText {
        hash: routine.text_hash,
        id: routine.routine.id.clone(),
        version: routine.routine.version.clone(),
        text: routine.text,
    };
    // A history that folds can be gone through.
    let slips = Slips::of(&routine.routine, history.events()).unwrap_or_default();
    let standing = Standing::of(&routine.routine, &case, &slips, ctx.today());
    let (id, code_word, is_orphan) = ctx.desk.write(|change| {
        let is_orphan = !has_forebears(&change.read(), history.reference(), &case)?;
        let id = change.import_case(&history, &text, &standing)?;
        ctx.desk.note_access(history.reference().as_str())?;
        // By its number: the file's own log outlives a case that is removed, and must not name it.
        let detail = json!({ "case": id.number(), "head": head });
        change.log(&file_log::entry(ctx, "import", detail))?;
        Ok((id, change.read().code_word_of(id)?, is_orphan))
    })?;
    let opened = OpenedCase {
        id,
        code_word,
        reference: history.reference().clone(),
        routine: Rc::new(routine.routine),
        events: history.into_events(),
        case,
        slips,
    };
    Ok((opened, is_orphan))
}

/// Whether the case that this one continues is in the file, where it continues any.
///
/// # Errors
/// When that one goes on after this: a line of cases does not come back to itself.
fn has_forebears(reading: &Reading<'_>, reference: &CaseRef, case: &Case) -> Attempt<bool> {
    let mut before = case.continues.clone();
    let mut passed = Vec::new();
    while let Some(other) = before {
        if are_alike(other.as_str(), reference.as_str()) || passed.contains(&other) {
            let case = passed.last().unwrap_or(reference);
            return Err(Failure::refused(message!("import-goes-round", case)));
        }
        if !reading.is_taken(&other)? {
            return Ok(!passed.is_empty());
        }
        // One that cannot be read says nothing of those before it.
        let found = reading.case(&other).ok();
        before = found.and_then(|found| Case::fold(&found.events).ok()?.continues);
        passed.push(other);
    }
    Ok(true)
}
