//! `export`: a whole case with its history as one JSON file.
//!
//! What leaves the case file is recorded first: the event is stored before the file gets its name, or before the first
//! byte is printed. A program that is killed in between has recorded an export that nobody got; the other way round a
//! copy could be somewhere that the history does not know of.

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::desk::new_file;
use crate::domain::decide::exported;
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::files::NewFile;
use crate::ui::{Format, json_text};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    /// The file; `-` is standard output.
    #[arg(long, value_name = "FILE", alias = "till")]
    out: Option<PathBuf>,
}

struct Export {
    changed: Changed,
    whole: WholeCaseJson,
    file: Option<NewFile>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    if ctx.format == Some(Format::Table) {
        let what = Failure::usage("usage-export-is-json");
        return Err(what.hint("hint-export-show"));
    }
    let opened = to_change(ctx, &args.case, CaseFilter::All)?;
    let case = &opened.reference;
    let desk = &ctx.desk;
    let export = desk.in_its_case(case.as_str(), |change| args.export(&opened, ctx, change))?;
    let (Some(file), Some(path)) = (export.file, args.file()) else {
        ctx.ui.print_json(&export.whole)?;
        return Ok(());
    };
    new_file::keep(file, path)?;
    feedback::case_line(ctx, &export.changed)?;
    let count = export.whole.events.len();
    ctx.print_say(message!("told-exported", count, file = path))?;
    ctx.tell_say("told-exported-care")?;
    Ok(())
}

impl Args {
    fn export(&self, opened: &OpenedCase, ctx: &Ctx, change: &mut Change<'_>) -> Attempt<Export> {
        let id = opened.id;
        refuse_unsound(&change.read(), id)?;
        let whole = whole_case(&change.read(), id)?;
        let file = match self.file() {
            None => None,
            Some(path) => {
                let text = json_text(&whole).map_err(|error| Failure::bug(error.to_string()))?;
                Some(new_file::write(path, text.as_bytes())?)
            }
        };
        let changed = ctx.desk.decide(change, opened.reference.as_str(), |case| {
            let head = whole.head.hash.clone();
            exported(&case.events, ctx.stamp(), head, self.file_name())
        })?;
        // By its number: the file's own log outlives a case that is removed, and must not name it.
        let detail = json!({ "case": id.number() });
        change.log(&file_log::entry(ctx, "export", detail))?;
        Ok(Export {
            changed,
            whole,
            file,
        })
    }

    fn file(&self) -> Option<&Path> {
        self.out.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// The name alone: the folders above it may tell more than they should.
    fn file_name(&self) -> Option<String> {
        let name = self.file()?.file_name()?;
        Some(name.to_string_lossy().into_owned())
    }
}

/// A case that was altered is not written out: nobody could take it in.
fn refuse_unsound(reading: &Reading<'_>, id: CaseId) -> Attempt {
    let Some(found) = reading.verify_chain(id)? else {
        return Ok(());
    };
    let case = reading.reference_of(id)?;
    let refused = Failure::refused(message!("export-not-sound", case, seq = found.seq));
    Err(refused.hint("hint-doctor"))
}

/// The case with its history as it is kept.
pub(super) fn whole_case(reading: &Reading<'_>, id: CaseId) -> Result<WholeCaseJson, StoreError> {
    let stored = reading.case_by_id(id)?;
    let text = reading.text_of_case(&stored.text_hash)?;
    let routine = RoutineTextJson {
        id: text.id,
        version: text.version,
        hash: text.hash,
        text: text.text,
    };
    Ok(WholeCaseJson::new(
        stored.reference,
        routine,
        reading.chained_history(id)?,
    ))
}
