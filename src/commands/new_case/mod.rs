//! `new-case`: opens a case and shows its plan.

mod ask;
mod many;
mod request;
mod resume;

use crate::commands::prelude::*;
use crate::commands::show;

use self::request::{CaseOpening, CaseRequest};
pub(crate) use self::request::{checked_reference, tell_resemblance};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    request: CaseRequest,
    #[arg(
        long,
        value_name = "FILE",
        alias = "från",
        alias = "fran",
        conflicts_with_all = ["reference", "continues"]
    )]
    from: Option<PathBuf>,
}

impl Args {
    /// What is told when a case goes on in a new one: which it continues, and nothing more.
    pub(crate) fn continuing(old: &CaseRef) -> Self {
        let request = CaseRequest {
            continues: Some(old.to_string()),
            ..CaseRequest::default()
        };
        Self {
            request,
            from: None,
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    clock_check::must_be_right(&ctx.desk)?;
    let mut request = args.request.clone();
    if let Some(file) = &args.from {
        return many::run(file, request, ctx);
    }
    request.reason = given::optional(ctx, &request.reason, given::REASON)?;
    request.carry_over(ctx)?;
    if let Some(id) = &request.routine {
        let loaded = request::active(ctx, id)?;
        request::settle(&mut request, &loaded.routine, ctx)?;
        given::read_texts(ctx, &loaded.routine, &mut request.facts.answer)?;
    }
    let asks = ctx.can_ask && !ctx.yes;
    if asks {
        ctx.desk.make_ready()?;
        if !ask::ask(&mut request, ctx)? {
            return Ok(());
        }
    }
    let opened = match open(ctx, &request) {
        Ok(opened) => opened,
        Err(failure) => {
            if asks {
                // What was answered must not have to be typed again.
                resume::tell_resume_line(ctx, "new-case-not-opened", &request)?;
            }
            return Err(failure);
        }
    };
    if !asks {
        tell_resemblance(ctx, &opened.reference)?;
    }
    show::answer(ctx, &opened, |ctx, standing| page(ctx, &opened, standing))
}

fn open(ctx: &mut Ctx, request: &CaseRequest) -> Attempt<OpenedCase> {
    let mut opening = CaseOpening::of(request, ctx)?;
    // Decided once before the file is touched, so that a refusal makes no case file.
    opening.decide(ctx)?;
    let (opened, decision) = ctx.desk.write(|change| {
        // Somebody may have changed the old case while questions stood: closed it, or hidden the whereabouts.
        if let Some(old) = &mut opening.continues {
            let reading = change.read();
            *old = ctx.desk.open(&reading, reading.case_by_id(old.id)?)?;
        }
        let decision = opening.decide(ctx)?;
        let opened = opening.store(ctx, change, &decision)?;
        Ok::<_, Failure>((opened, decision))
    })?;
    feedback::decision_warnings(ctx, &opened.routine, &decision)?;
    Ok(opened)
}

fn page(ctx: &Ctx, opened: &OpenedCase, standing: &Standing) -> Page {
    let of = |id: &'static str, case: &CaseRef| say!(ctx, id, case);
    let mut page = Page::default();
    page.line(of("told-opened", &opened.reference));
    if let Some(old) = &opened.case.continues {
        page.line(of("told-continues", old));
    }
    if opened.case.protected.is_some() {
        page.hanging(0, ctx.say("told-stays-protected"));
    }
    page.gap();
    page.append(show::opening(ctx, opened, standing));
    page.gap();
    page.line(of("told-next", &opened.reference));
    page
}
