//! `purge`: what must stay, what must go and by when; removes one case that is named.

mod judged;
mod one;
mod rules;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::cases::to_change;
use crate::desk::file_settings::{self, HOLDER, RETENTION};
use crate::desk::lists::reading;
use crate::desk::{file_log, given_text};
use crate::error::{Failure, Outcome};
use crate::store::{Among, CaseFilter, Reading};
use crate::ui::wording::Words;
use crate::ui::{MOST_ROWS, Page, Tone};

use self::judged::Judged;
use self::rules::Standards;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case to remove: its reference or an unambiguous beginning of it. Without one all closed cases are listed.
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// Why; kept, so it must say nothing of the case.
    #[arg(long, value_name = "TEXT", requires = "case", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    /// It was opened by mistake and is no record of a child: no rule stands in the way.
    #[arg(long, requires = "case", alias = "misstag")]
    pub(crate) mistake: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(case) = &args.case else {
        return list(ctx);
    };
    let case = to_change(ctx, case, Among::All)?.reference;
    let reason = given_text::required(ctx, &args.reason, given_text::REASON)?;
    one::run(case.as_str(), &reason, args.mistake, ctx)?;
    Ok(Outcome::Fine)
}

fn list(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(standards) = ctx.desk.read(|reading| Ok(Standards::of(reading)?))? else {
        return ctx.tell_no_cases();
    };
    let said = standards.said();
    file_log::show_removals(ctx, &standards.log, said.is_ok())?;
    said?;
    let mut has_given_days = false;
    let read = reading(ctx, |reading, ctx, ui| {
        let mut rows = ui.rows(&ctx.words);
        each_closed(&standards, reading, ctx, |judged| {
            has_given_days |= judged.has_given_days;
            Ok(rows.add(&judged.line(ctx.today(), &ctx.words))?)
        })?;
        Ok((rows.end()?, reading.totals()?.open_cases))
    })?;
    let Some((read, open)) = read else {
        return ctx.tell_no_cases();
    };
    ctx.emit_read(|ctx| {
        let mut page = Page::default();
        page.hanging(0, standards.in_words(&ctx.words));
        if ctx.stamp().today_given {
            page.toned(Tone::Warn, ctx.say("purge-list-given-today"));
        }
        page.gap();
        let count = read.count;
        match count {
            0 => page.line(ctx.say("list-none-closed")),
            _ => page.table(read.table),
        }
        page.gap();
        let more = count.saturating_sub(MOST_ROWS);
        for (id, is_said) in [
            ("list-more", more > 0),
            ("purge-open", open > 0),
            ("purge-given-days", has_given_days),
            ("purge-research", true),
            ("purge-by-hand", true),
        ] {
            if is_said {
                page.hanging(0, say!(ctx, id, more, all = count, count = open));
            }
        }
        page
    })
}

impl Standards {
    /// Who holds the file, what it is, and by which decision.
    fn in_words(&self, words: &Words) -> String {
        let [holder, kind, decision] = &self.set;
        let in_words = |key, value: &Option<String>| {
            file_settings::in_words(key, value.as_deref().unwrap_or_default(), words)
        };
        let (holder, kind) = (in_words(HOLDER, holder), in_words(RETENTION, kind));
        say!(words, "purge-held-by", holder, kind, decision)
    }
}

/// Calls `each` with the closed cases by reference, one in memory at a time.
fn each_closed(
    standards: &Standards,
    reading: &Reading<'_>,
    ctx: &Ctx,
    mut each: impl FnMut(Judged<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    reading.cases(CaseFilter::Closed, ctx.today(), |heading| {
        let opened = ctx.desk.open(reading.case_by_id(heading.id)?)?;
        each(Judged::of(standards, &opened, ctx))
    })
}
