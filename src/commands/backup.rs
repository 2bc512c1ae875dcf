//! `backup`: a consistent copy of the case file, checked before it gets its name.

use crate::commands::prelude::*;
use crate::desk::new_file::refuse_own_name;
use crate::files::{self, DATABASE_FILES, folder_named_by, same_file, with_added};
use crate::store::Heads;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", value_parser = values::path())]
    file: PathBuf,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    backups::check(ctx, &args.file)?;
    let path = ctx.db()?;
    if !CaseFile::is_there(&path) {
        ctx.desk.refuse_missing()?;
        return Err(Failure::refused("backup-nothing").hint("hint-new-case"));
    }
    let names = names(&args.file, &path, ctx)?;
    let (copy, checkup) = ctx
        .desk
        .repair(|file| back_up(file, names, &args.file, ctx))?;
    let value = json!({
        "file": copy, "cases": checkup.cases, "events": checkup.events, "latest": checkup.latest,
    });
    ctx.emit(
        |_| value,
        |ctx| {
            let (cases, events) = (checkup.cases, checkup.events);
            let mut page = Page::default();
            page.hanging(0, say!(ctx, "backup-done", file = copy, cases, events));
            // A line of its own, unbroken, so that it can be copied.
            page.line(say!(ctx, "backup-back", file = typed_again::path(&copy)));
            page
        },
    )
}

fn names(file: &Path, case_file: &Path, ctx: &Ctx) -> Attempt<Vec<PathBuf>> {
    if file.is_dir() {
        let day = ctx.today();
        let names = files::numbered(|number| match number {
            1 => file.join(format!("sisam-{day}.db")),
            _ => file.join(format!("sisam-{day}-{number}.db")),
        });
        return Ok(names.collect());
    }
    let about = |id| message!(id, file);
    let folder = folder_named_by(file);
    let hint = message!("backup-folder-hint", folder = typed_again::path(folder));
    if same_file(file, case_file) {
        return Err(Failure::refused(about("backup-same-file")).hint(hint));
    }
    refuse_own_name(file)?;
    let ends = DATABASE_FILES.iter().chain(&[".part"]);
    let mut beside = ends.map(|end| with_added(file, end));
    if let Some(file) = beside.find(|path| path.symlink_metadata().is_ok()) {
        return Err(Failure::refused(message!("file-is-there", file)).hint(hint));
    }
    if file.symlink_metadata().is_ok() {
        return Err(Failure::refused(about("backup-exists")).hint(hint));
    }
    if !folder.is_dir() {
        let folder = folder.display().to_string();
        let what = message!("backup-no-folder", folder);
        return Err(Failure::refused(what));
    }
    Ok(vec![file.to_path_buf()])
}

fn back_up(
    file: &mut CaseFile,
    names: Vec<PathBuf>,
    typed: &Path,
    ctx: &Ctx,
) -> Attempt<(PathBuf, Checkup)> {
    file.write(|change| clock_check::must_store(&ctx.desk, change))?;
    let mut checked = None;
    let copy = file
        .back_up(names.into_iter(), |part, heads| {
            let found = verify(part, heads, ctx).map_err(|trouble| trouble.in_file(typed))?;
            checked = Some(found);
            Ok::<_, Failure>(())
        })
        .map_err(|failure| at_the_copy(failure, typed))?;
    let checkup = checked.unwrap_or_default();
    let detail = json!({ "file": backups::whole_path(&copy), "cases": checkup.cases });
    let entry = file_log::entry(ctx, "backup", detail);
    let logged = file.write(|change| {
        change.log(&entry)?;
        clock_check::note(&ctx.desk, change)
    });
    if let Err(failure) = logged {
        // Copies that nobody knows of could not be found when a case is to be destroyed.
        if !matches!(failure.store_error(), Some(StoreError::Unconfirmed(_))) {
            let _ = std::fs::remove_file(&copy);
        }
        return Err(failure);
    }
    Ok((copy, checkup))
}

fn verify(part: &Path, heads: &Heads, ctx: &Ctx) -> Attempt<Checkup> {
    let lost = || Failure::refused("backup-differs");
    let key = keys::for_opening(&ctx.desk, part)?;
    let Some(copy) = CaseFile::open_for_reading(part, &opening(key))? else {
        return Err(lost());
    };
    let checkup = checkup::of_file(ctx, &copy, false)?;
    if !checkup.is_sound() {
        let failure = Failure::refused("backup-unsound");
        let failure = backups::because_of(failure, &checkup);
        return Err(failure);
    }
    if copy.read(|reading| reading.heads())? != *heads {
        return Err(lost());
    }
    Ok(checkup)
}

/// What goes wrong where the copy is written concerns that place and not the case file.
fn at_the_copy(failure: Failure, copy: &Path) -> Failure {
    match failure.store_error() {
        Some(
            StoreError::Full
            | StoreError::NotPermitted
            | StoreError::ReadOnly
            | StoreError::NoSuchPlace,
        ) => failure.in_file(copy),
        _ => failure,
    }
}
