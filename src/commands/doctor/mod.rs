//! `doctor`: whether the case file is sound, what is wrong, and what to do about it.

mod json;
mod repair;
mod told;
mod words;

pub(crate) use self::words::of_fault as in_words;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::store::Reading;

use super::support::case_file::Trouble;
use super::support::checkup::{self, Checkup, Remark};
use super::support::file_settings::{HOLDER, SOCIAL_SERVICES};
use super::support::{access, case_file, no_cases};

/// What `doctor` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Rebuild what can be rebuilt from the histories.
    #[arg(long, alias = "reparera")]
    pub(crate) repair: bool,
}

/// Runs `doctor`.
///
/// # Errors
/// When the case file cannot be opened, or written where it is to be repaired.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let checked = case_file::opened(ctx, |file| {
        let mut checkup = checkup::with_histories(ctx, file)?;
        checkup.note_unfinished_copies(file);
        let settings = |reading: &Reading<'_>| {
            let holder = reading.setting(HOLDER).ok().flatten();
            Ok::<_, Trouble>((access::is_on(reading), holder))
        };
        let (is_on, holder) = file.read(settings)?;
        if is_on {
            let (lines, _) = access::lines(ctx)?.unwrap_or_default();
            let looked_at = lines
                .into_iter()
                .rfind(|line| line.command == access::LOOKED_AT);
            let remark = Remark::AccessLog(looked_at.map(|line| line.at));
            checkup.remarks.push(remark);
        } else if holder.as_deref() == Some(SOCIAL_SERVICES) {
            checkup.remarks.push(Remark::AccessLogOff);
        }
        Ok(checkup)
    })?;
    if checked.is_none() {
        no_cases::refuse_missing(ctx)?;
    }
    // Nothing is wrong with an empty file; for programs that is an object as any other.
    let Some(checkup) = checked.or_else(|| ctx.is_json().then(Checkup::default)) else {
        no_cases::tell(ctx)?;
        return Ok(Outcome::Fine);
    };
    if args.repair && checkup.has_something_to_rebuild() {
        return repair::run(&checkup, ctx);
    }
    if ctx.is_json() {
        let json = json::of(&checkup, None, &ctx.words);
        ctx.ui.print_json(&json)?;
    } else {
        told::print(&checkup, ctx)?;
    }
    Ok(told::outcome(&checkup))
}
