//! `restore`: a copy takes the place of the case file, once it has been checked.

mod brought_back;

use crate::clock::local_of;
use crate::commands::prelude::*;
use crate::files::same_file;
use crate::store::{Glance, Restoring};

use self::brought_back::BroughtBack;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", value_parser = values::path())]
    file: PathBuf,
    /// In the place of a case file that is there.
    #[arg(long, alias = "tvinga")]
    force: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    backups::check(ctx, &args.file)?;
    // By the file that is there; the copy's own times are looked at when it is written to.
    clock_check::must_be_right(&ctx.desk)?;
    let path = ctx.db()?;
    let about = |id| message!(id, file = args.file);
    if !args.file.is_file() {
        return Err(Failure::refused(about(match args.file.exists() {
            true => "restore-not-a-file",
            false => "restore-no-file",
        })));
    }
    if same_file(&args.file, &path) {
        return Err(Failure::refused(about("restore-same-file")));
    }
    let in_copy = |error: StoreError| Failure::from(error).in_file(&args.file);
    let key = keys::for_opening(&ctx.desk, &args.file)?;
    let mut restoring = Restoring::of(&args.file, &path, &opening(key)).map_err(in_copy)?;
    let checkup = checkup::of_file(ctx, restoring.file(), false)
        .map_err(|trouble| trouble.in_file(&args.file))?;
    if !checkup.is_sound() {
        let typed_file = typed_again::path(&args.file);
        let what = about("restore-unsound").with("typed_file", typed_file);
        return Err(backups::because_of(Failure::refused(what), &checkup));
    }
    let mut brought_back = BroughtBack::default();
    let replaced = if CaseFile::is_there(&path) {
        brought_back = BroughtBack::by(restoring.file(), ctx)
            .map_err(|trouble| trouble.in_file(&args.file))?;
        if !may_replace(args, &path, &checkup, &brought_back, ctx)? {
            return Ok(());
        }
        let key = keys::for_opening(&ctx.desk, &path)?;
        let aside = restoring.replace(&path, &opening(key), |copy, aside| {
            let replaced = Some((aside, &brought_back));
            log(copy, &args.file, replaced, &checkup, ctx)
                .map_err(|trouble| trouble.in_file(&args.file))
        });
        Some(aside.map_err(|trouble| trouble.in_file(&path))?)
    } else {
        log(restoring.file(), &args.file, None, &checkup, ctx)
            .map_err(|trouble| trouble.in_file(&args.file))
            .and_then(|()| Ok(restoring.take_place(&path, &opening(None))?))
            .map_err(|trouble| trouble.in_file(&path))?;
        None
    };
    ctx.desk.cache.has_stored.set(true);
    tell(&args.file, replaced.as_deref(), &checkup, ctx)?;
    brought_back.tell(ctx)?;
    Ok(())
}

fn may_replace(
    args: &Args,
    path: &Path,
    checkup: &Checkup,
    brought_back: &BroughtBack,
    ctx: &mut Ctx,
) -> Attempt<bool> {
    let key = keys::for_opening(&ctx.desk, path)?;
    let there = match CaseFile::glance(path, &opening(key)) {
        Ok(found) => holds("restore-there", path, found.unwrap_or_default(), &ctx.words),
        Err(_) => message!("restore-there-unreadable", file = path),
    };
    let in_copy = Glance {
        cases: checkup.cases,
        events: checkup.events,
        latest: checkup.latest.clone(),
    };
    let copy = holds("restore-copy", &args.file, in_copy, &ctx.words);
    if !args.force {
        let hint = message!("restore-force-hint", file = typed_again::path(&args.file));
        return Err(Failure::refused(there)
            .because(copy)
            .because("told-nothing-changed")
            .hint(hint));
    }
    if ctx.yes || !ctx.can_ask {
        return Ok(true);
    }
    ctx.tell_say(there)?;
    ctx.tell_say(copy)?;
    brought_back.tell(ctx)?;
    ctx.goes_on(&ctx.say("restore-ask"))
}

fn holds(id: &'static str, file: &Path, held: Glance, words: &Words) -> Message {
    let latest = held.latest.map_or_else(
        || words.say("restore-no-event"),
        |latest| local_of(&latest).map_or(latest, |local| words.moment(local)),
    );
    message!(id, file, cases = held.cases, events = held.events, latest)
}

/// Writes into the copy itself that it was restored: the entry is there as soon as the content is.
fn log(
    copy: &mut CaseFile,
    from: &Path,
    replaced: Option<(&Path, &BroughtBack)>,
    checkup: &Checkup,
    ctx: &Ctx,
) -> Attempt {
    let (aside, brought_back) = replaced.unzip();
    let detail = json!({
        "file": backups::whole_path(from),
        "cases": checkup.cases,
        "aside": aside.map(backups::whole_path),
        "lost_cases": brought_back.map(|brought_back| brought_back.lost),
    });
    let entry = file_log::entry(ctx, "restore", detail);
    copy.write(|change| {
        ctx.desk.note_opened(&change.read())?;
        clock_check::must_store(&ctx.desk, change)?;
        change.log(&entry)?;
        // The copy's own may be anybody's.
        change.forget_forms()?;
        ctx.desk.keep_forms(change)?;
        clock_check::note(&ctx.desk, change)
    })
}

fn tell(from: &Path, aside: Option<&Path>, checkup: &Checkup, ctx: &mut Ctx) -> Attempt {
    let value = json!({
        "file": from, "cases": checkup.cases, "events": checkup.events, "latest": checkup.latest,
        "aside": aside,
    });
    ctx.emit(
        |_| value,
        |ctx| {
            let (cases, events) = (checkup.cases, checkup.events);
            let mut page = Page::default();
            page.hanging(0, say!(ctx, "restore-done", file = from, cases, events));
            if let Some(aside) = aside.map(backups::name_of) {
                page.hanging(0, say!(ctx, "restore-aside", aside));
            }
            page
        },
    )
}
