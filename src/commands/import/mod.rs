//! `import`: takes in a case that was written out, or all of another case file, and refuses what was altered. To a case that
//! is here already what is newer is added, when its history begins with all that is here.

mod refused;
mod sound_case;

use crate::commands::export::whole_case;
use crate::commands::new_case::tell_resemblance;
use crate::commands::prelude::*;
use crate::commands::redact::tell_leftovers;
use crate::commands::show;
use crate::desk::routines::is_not_as_shipped;
use crate::domain::signs::are_alike;
use crate::export::WholeCaseJson;
use crate::store::Restoring;

use self::refused::Rejection;
use self::sound_case::SoundCase;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// No case is nearly as large; a larger file could take the memory.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;
/// More remarks than this nobody reads before the case itself.
const MOST_REMARKS: usize = 10;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let name = whole_text::name(&args.file, &ctx.words);
    let is_piped = whole_text::is_standard_input(&args.file);
    let is_file = !is_piped && CaseFile::is_one(&args.file);
    let mut cases = match is_file {
        true => cases_in_file(&args.file, ctx)?,
        false => vec![exported_case(&args.file, &name, ctx)?],
    };
    clock_check::must_be_right(&ctx.desk)?;
    ctx.desk.check_recorder()?;
    ctx.desk.make_ready()?;
    ctx.desk.read(|reading| {
        for case in &mut cases {
            case.held = reading.held_of(&case.history)?.map(|(_, held)| held);
        }
        Ok(())
    })?;
    if cases.iter().any(|case| !case.newer().is_empty()) {
        let is_plain = !is_file && cases.iter().all(|case| case.held.is_none());
        if ctx.can_ask && !ctx.yes && !is_piped && !is_plain {
            ctx.tell_say(counted("import-would", &name, &cases))?;
            if !ctx.goes_on(&ctx.say("import-ask"))? {
                return Ok(());
            }
        }
        store(ctx, &mut cases)?;
    }
    tell_remarks(ctx, &cases)?;
    match &cases[..] {
        [case] if !is_file => answer(ctx, case),
        _ => answer_for_file(ctx, &cases, &name),
    }
}

fn exported_case(path: &Path, name: &str, ctx: &Ctx) -> Attempt<SoundCase> {
    let salt = CaseFile::salt_of(path);
    if !whole_text::is_standard_input(path) && salt.is_ok_and(|salt| salt.is_some()) {
        let file = typed_again::path(path);
        let refused = Failure::refused(message!("import-encrypted", file = name));
        return Err(refused.hint(message!("hint-import-encrypted", file)));
    }
    let bytes = whole_text::read(path, LARGEST_BYTES + 1, &ctx.words)?;
    if bytes.len() > LARGEST_BYTES {
        return Err(Rejection::TooLarge.failure(name));
    }
    let whole = WholeCaseJson::read(&bytes);
    let whole = whole.map_err(|fault| Rejection::NotACase(fault).failure(name))?;
    SoundCase::of(whole, name, ctx)
}

/// All cases of a case file, of which a copy is read: whatever version and state it is of, it stays as it is.
fn cases_in_file(path: &Path, ctx: &Ctx) -> Attempt<Vec<SoundCase>> {
    let in_copy = |failure: Failure| failure.in_file(path);
    let copy = Restoring::of(path, &ctx.db()?, &opening(None));
    let cases = copy
        .map_err(|error| in_copy(error.into()))?
        .file()
        .read(|reading| {
            let cases = reading.case_ids()?.into_iter().map(|id| {
                let whole = whole_case(reading, id)?;
                let name = format!("{} ({})", path.display(), whole.reference);
                SoundCase::of(whole, &name, ctx)
            });
            cases.collect()
        });
    cases.map_err(in_copy)
}

/// How many cases of the file are new, have something newer, or have nothing newer.
fn counted(id: &'static str, file: &str, cases: &[SoundCase]) -> Message {
    let count = |is_it: fn(&&SoundCase) -> bool| cases.iter().filter(is_it).count();
    let new = count(|case| case.held.is_none());
    let same = count(|case| case.newer().is_empty());
    message!(id, file, new, newer = cases.len() - new - same, same)
}

/// Stores all of them or none, and in the file's own log that they came in: an event of a case would make it another.
fn store(ctx: &mut Ctx, cases: &mut [SoundCase]) -> Attempt {
    // What was taken out there is then here.
    let takes_out = cases.iter().filter(|case| case.held.is_some()).any(|case| {
        let mut newer = case.newer().iter();
        newer.any(|event| matches!(event.what, What::Redacted { .. }))
    });
    let work = |change: &mut Change<'_>| {
        for case in &mut *cases {
            take_in(ctx, change, case)?;
        }
        let mut orphans = Vec::new();
        for case in cases.iter().filter(|case| case.held.is_none()) {
            let reference = case.history.reference();
            if !has_forebears(&change.read(), reference, &case.case)? {
                orphans.extend(case.case.continues.clone());
            }
        }
        Ok(orphans)
    };
    let (orphans, left) = match takes_out {
        true => ctx.desk.write_and_scrub(work)?,
        false => (ctx.desk.write(work)?, None),
    };
    tell_leftovers(ctx, left)?;
    for case in orphans {
        ctx.warn_say(message!("import-continues-unknown", case))?;
    }
    Ok(())
}

fn take_in(ctx: &Ctx, change: &mut Change<'_>, case: &mut SoundCase) -> Attempt {
    ctx.desk.note_access(case.history.reference().as_str())?;
    let here = change.read().held_of(&case.history)?;
    case.held = here.map(|(_, held)| held);
    let (history, newer) = (&case.history, case.newer().len());
    if newer == 0 {
        return Ok(());
    }
    let standing = case.standing(ctx);
    let id = match here {
        Some(here) => change.add_newer(here, history, &standing)?,
        None => change.import_case(history, &case.text, &standing)?,
    };
    // By its number: the file's own log outlives a case that is removed, and must not name it.
    let mut detail = json!({ "case": id.number(), "head": case.head });
    if here.is_some() {
        detail["newer"] = newer.into();
    }
    Ok(change.log(&file_log::entry(ctx, "import", detail))?)
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

/// Says what of that which came in would not be recorded like that today.
fn tell_remarks(ctx: &mut Ctx, cases: &[SoundCase]) -> Attempt {
    let id = match cases.len() {
        1 => "import-doubtful",
        _ => "doctor-doubtful",
    };
    let doubtful = cases.iter().flat_map(|case| {
        let first = case.newer().first().map_or(u32::MAX, |event| event.seq);
        let doubtful = case.doubtful.iter();
        doubtful.filter(move |event| event.seq >= first)
    });
    let mut remarks: Vec<_> = doubtful.map(|event| ctx.say(event.message(id))).collect();
    let more = remarks.len().saturating_sub(MOST_REMARKS);
    if more > 0 {
        remarks.truncate(MOST_REMARKS);
        remarks.push(say!(ctx, "import-more-doubtful", count = more));
    }
    let new = || cases.iter().filter(|case| case.held.is_none());
    if new().any(|case| is_not_as_shipped(&case.routine, &case.text.hash)) {
        remarks.push(ctx.say("import-not-as-shipped"));
    }
    for remark in &remarks {
        ctx.ui.tell_toned_wrapped(Tone::Warn, remark)?;
    }
    new().try_for_each(|case| tell_resemblance(ctx, case.history.reference()))
}

fn answer(ctx: &mut Ctx, case: &SoundCase) -> Attempt {
    let opened = ctx.desk.case(case.history.reference().as_str())?;
    let count = case.newer().len();
    let id = match case.held {
        None => "told-imported",
        Some(_) if count == 0 => "told-imported-nothing",
        Some(_) => "told-imported-newer",
    };
    show::answer(ctx, &opened, |ctx, _| {
        let mut page = Page::default();
        page.tell(opened.view(ctx).line());
        let case = &opened.reference;
        page.hanging(0, say!(ctx, id, case, count));
        page.line(say!(ctx, "told-imported-next", case));
        page
    })
}

fn answer_for_file(ctx: &mut Ctx, cases: &[SoundCase], name: &str) -> Attempt {
    let rows = cases.iter().map(|case| {
        let (reference, events) = (case.history.reference(), case.newer().len());
        json!({ "case": reference, "new": case.held.is_none(), "events": events })
    });
    ctx.emit(
        |_| rows.collect::<Vec<_>>(),
        |ctx| {
            let mut page = Page::default();
            page.hanging(0, ctx.say(counted("told-imported-file", name, cases)));
            page.line(ctx.say("told-imported-file-next"));
            page
        },
    )
}
