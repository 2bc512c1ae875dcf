//! `akt`: what was recorded of a case, as text for the case system; or the cases that have any to bring over.

use crate::commands::list;
use crate::commands::prelude::*;
use crate::domain::decide::brought_over;
use crate::domain::typed::TypedDay;
use crate::store::CaseSummary;
use crate::view::AktLine;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(super) case: Option<String>,
    #[arg(long, value_name = "DATE", requires = "case", alias = "sedan", value_parser = values::day_past)]
    since: Option<TypedDay>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let Some(case) = &args.case else {
        let said = ("akt-nothing", Some("akt-type"));
        let has_news = |heading: &CaseSummary| heading.numbers.not_in_akt > 0;
        return list::of_cases(ctx, CaseFilter::All, said, has_news);
    };
    if ctx.yes {
        ctx.desk.make_ready()?;
    }
    let opened = ctx.desk.case(case)?;
    asking::tell_typed(ctx, args.since.as_ref())?;
    let since = args.since.as_ref().map(|since| since.on(ctx.today()));
    let mark = opened.case.akt;
    let lines = opened.view(ctx).akt(&opened.events, |fact| match since {
        Some(since) => fact.recorded >= since,
        None => fact.seq > mark.up_to,
    });
    ctx.emit(|_| &lines, |ctx| page(ctx, &opened, &lines))?;
    let seen = opened.events.last().map_or(0, |event| event.seq);
    if !mark.has_news() || !is_brought_over(args, ctx)? {
        return Ok(());
    }
    let desk = &ctx.desk;
    desk.in_its_case(case, |change| {
        // What somebody else has recorded since it was shown is left for the next time.
        desk.decide(change, case, |now| {
            brought_over(&now.events, seen, desk.stamp())
        })
    })?;
    Ok(ctx.tell_say("told-brought-over")?)
}

/// Said with `--yes`, or answered; what is shown once more is no question.
fn is_brought_over(args: &Args, ctx: &mut Ctx) -> Attempt<bool> {
    if ctx.yes || !ctx.can_ask || args.since.is_some() {
        return Ok(ctx.yes);
    }
    let question = ctx.say("akt-ask");
    Ok(ctx.prompt.confirm(&question, Some(false))?)
}

fn page(ctx: &Ctx, opened: &OpenedCase, lines: &[AktLine]) -> Page {
    let mut page = Page::default();
    page.tell(opened.view(ctx).line());
    for line in lines {
        page.line(line.line());
    }
    if lines.is_empty() {
        page.line(match opened.case.akt.on {
            Some(date) => say!(ctx, "akt-nothing-since", date),
            None => ctx.say("akt-nothing"),
        });
    }
    page
}
