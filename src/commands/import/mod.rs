//! `import`: takes in a case that was written out, or all of another case file, and refuses what was altered. To a case that
//! is here already what is newer is added, when its history begins with all that is here.

mod refused;
mod sound_case;

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::commands::export::whole_case;
use crate::commands::new_case::tell_resemblance;
use crate::commands::redact::tell_leftovers;
use crate::commands::show;
use crate::ctx::Ctx;
use crate::desk::{clock_check, file_log, opening, typed_again, whole_text};
use crate::domain::case::Case;
use crate::domain::event::What;
use crate::domain::ids::CaseRef;
use crate::domain::message::Message;
use crate::domain::signs::are_alike;
use crate::error::{Failure, Outcome};
use crate::export::WholeCaseJson;
use crate::store::{CaseFile, Change, Reading, Restoring};
use crate::ui::{Page, Tone};

use self::refused::Rejection;
use self::sound_case::{Routines, SoundCase};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// No case is nearly as large; a larger file could take the memory.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;
/// More remarks than this nobody reads before the case itself.
const MOST_REMARKS: usize = 10;

/// How many of a case's events are here already; `None` where it is not.
type Held = Option<usize>;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let name = whole_text::name(&args.file, &ctx.words);
    let is_piped = whole_text::is_standard_input(&args.file);
    let is_file = !is_piped && CaseFile::is_one(&args.file);
    let cases = match is_file {
        true => cases_in_file(&args.file, ctx)?,
        false => vec![exported_case(&args.file, &name, ctx)?],
    };
    clock_check::must_be_right(&ctx.desk)?;
    ctx.desk.check_recorder()?;
    ctx.desk.make_ready()?;
    let held = |reading: &Reading<'_>| {
        let held = cases.iter().map(|case| reading.held_of(&case.history));
        let held = held.map(|held| Ok(held?.map(|(_, held)| held)));
        held.collect::<Result<Vec<Held>, Failure>>()
    };
    let held = ctx.desk.read(held)?;
    let mut held = held.unwrap_or_else(|| vec![None; cases.len()]);
    let summary = ImportSummary::of(&cases, &held);
    let may_ask = ctx.can_ask && !ctx.yes && !is_piped && (is_file || summary.newer > 0);
    if summary.has_something() {
        if may_ask {
            ctx.tell_say(summary.message("import-would", &name))?;
            if !ctx.goes_on(&ctx.say("import-ask"))? {
                return Ok(Outcome::Fine);
            }
        }
        held = store(ctx, &cases, &held)?;
    }
    tell_remarks(ctx, &cases, &held)?;
    match (is_file, &cases[..]) {
        (false, [case]) => answer(ctx, case, held[0]),
        _ => answer_for_file(ctx, &cases, &held, &name),
    }
}

fn exported_case(path: &Path, name: &str, ctx: &Ctx) -> Result<SoundCase, Failure> {
    let is_encrypted = |path| CaseFile::salt_of(path).is_ok_and(|salt| salt.is_some());
    if !whole_text::is_standard_input(path) && is_encrypted(path) {
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
    SoundCase::of(whole, name, &mut Routines::default(), ctx)
}

/// All cases of a case file, of which a copy is read: whatever version and state it is of, it stays as it is.
fn cases_in_file(path: &Path, ctx: &Ctx) -> Result<Vec<SoundCase>, Failure> {
    let in_it = |failure: Failure| failure.in_file(path);
    let copy = Restoring::of(path, &ctx.db()?, &opening(None));
    let mut copy = copy.map_err(|error| in_it(error.into()))?;
    let mut routines = Routines::default();
    let cases = copy.file().read(|reading| {
        let ids = reading.case_ids()?.into_iter();
        let cases = ids.map(|id| {
            let whole = whole_case(reading, id)?;
            let name = format!("{} ({})", path.display(), whole.reference);
            SoundCase::of(whole, &name, &mut routines, ctx)
        });
        cases.collect()
    });
    cases.map_err(in_it)
}

struct ImportSummary {
    new: usize,
    newer: usize,
    same: usize,
}

impl ImportSummary {
    fn of(cases: &[SoundCase], held: &[Held]) -> Self {
        let new = held.iter().filter(|held| held.is_none()).count();
        let same = cases.iter().zip(held);
        let same = same.filter(|(case, held)| **held == Some(case.history.events().len()));
        let same = same.count();
        Self {
            new,
            newer: cases.len() - new - same,
            same,
        }
    }

    fn has_something(&self) -> bool {
        self.new + self.newer > 0
    }

    fn message(&self, id: &'static str, file: &str) -> Message {
        let Self { new, newer, same } = *self;
        message!(id, file, new, newer, same)
    }
}

/// Stores all of them or none, and in the file's own log that they came in: an event of a case would make it another. Says
/// what was here of each.
fn store(ctx: &mut Ctx, cases: &[SoundCase], held: &[Held]) -> Result<Vec<Held>, Failure> {
    // What was taken out there is then here.
    let takes_out = |(case, held): (&SoundCase, &Held)| {
        let newer = held.map_or(&[][..], |held| &case.history.events()[held..]);
        let mut newer = newer.iter();
        newer.any(|event| matches!(event.what, What::Redacted { .. }))
    };
    let work = |change: &mut Change<'_>| {
        let all = cases.iter().map(|case| take_in(ctx, change, case));
        let held: Vec<Held> = all.collect::<Result<_, _>>()?;
        let mut orphans = Vec::new();
        for (case, _) in cases.iter().zip(&held).filter(|(_, held)| held.is_none()) {
            let (reference, it) = (case.history.reference(), &case.case);
            if !has_forebears(&change.read(), reference, it)? {
                orphans.extend(it.continues.clone());
            }
        }
        Ok((held, orphans))
    };
    let ((held, orphans), left) = match cases.iter().zip(held).any(takes_out) {
        true => ctx.desk.write_and_scrub(work)?,
        false => (ctx.desk.write(work)?, None),
    };
    tell_leftovers(ctx, left)?;
    for case in orphans {
        ctx.warn_say(message!("import-continues-unknown", case))?;
    }
    Ok(held)
}

fn take_in(ctx: &Ctx, change: &mut Change<'_>, case: &SoundCase) -> Result<Held, Failure> {
    let (history, head) = (&case.history, &case.head);
    let count = history.events().len();
    ctx.desk.note_access(history.reference().as_str())?;
    let here = change.read().held_of(history)?;
    // By its number: the file's own log outlives a case that is removed, and must not name it.
    let detail = match here {
        Some((_, held)) if held == count => return Ok(Some(held)),
        Some((id, held)) => {
            change.add_newer((id, held), history, &case.standing(ctx))?;
            json!({ "case": id.number(), "head": head, "newer": count - held })
        }
        None => {
            let text = case.routine_text();
            let id = change.import_case(history, &text, &case.standing(ctx))?;
            json!({ "case": id.number(), "head": head })
        }
    };
    change.log(&file_log::entry(ctx, "import", detail))?;
    Ok(here.map(|(_, held)| held))
}

/// Whether the case that this one continues is in the file, where it continues any.
///
/// # Errors
/// When that one goes on after this: a line of cases does not come back to itself.
fn has_forebears(reading: &Reading<'_>, reference: &CaseRef, case: &Case) -> Result<bool, Failure> {
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
fn tell_remarks(ctx: &mut Ctx, cases: &[SoundCase], held: &[Held]) -> Result<(), Failure> {
    let id = match cases.len() {
        1 => "import-doubtful",
        _ => "doctor-doubtful",
    };
    let came = || cases.iter().zip(held.iter().map(|held| held.unwrap_or(0)));
    let doubtful = came().flat_map(|(case, held)| {
        let doubtful = case.doubtful.iter();
        doubtful.filter(move |event| event.seq as usize > held)
    });
    let mut remarks: Vec<_> = doubtful.map(|event| ctx.say(event.message(id))).collect();
    let more = remarks.len().saturating_sub(MOST_REMARKS);
    if more > 0 {
        remarks.truncate(MOST_REMARKS);
        remarks.push(say!(ctx, "import-more-doubtful", count = more));
    }
    let mut new = came().filter(|(_, held)| *held == 0);
    if new.any(|(case, _)| case.is_not_as_shipped()) {
        remarks.push(ctx.say("import-not-as-shipped"));
    }
    for remark in &remarks {
        ctx.ui.tell_toned_wrapped(Tone::Warn, remark)?;
    }
    for (case, _) in came().filter(|(_, held)| *held == 0) {
        tell_resemblance(ctx, case.history.reference())?;
    }
    Ok(())
}

fn answer(ctx: &mut Ctx, case: &SoundCase, held: Held) -> Result<Outcome, Failure> {
    let opened = ctx.desk.case(case.history.reference().as_str())?;
    let count = case.history.events().len() - held.unwrap_or(0);
    let id = match held {
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

fn answer_for_file(
    ctx: &mut Ctx,
    cases: &[SoundCase],
    held: &[Held],
    name: &str,
) -> Result<Outcome, Failure> {
    let rows = cases.iter().zip(held).map(|(case, held)| {
        let events = case.history.events().len() - held.unwrap_or(0);
        json!({ "case": case.history.reference(), "new": held.is_none(), "events": events })
    });
    ctx.emit(
        |_| rows.collect::<Vec<_>>(),
        |ctx| {
            let mut page = Page::default();
            let told = ImportSummary::of(cases, held).message("told-imported-file", name);
            page.hanging(0, ctx.say(told));
            page.line(ctx.say("told-imported-file-next"));
            page
        },
    )
}
