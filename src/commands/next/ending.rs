//! A case that may end: closed, continued or left open.

use crate::commands::close::ask_why;
use crate::commands::new_case;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::{asking, feedback};
use crate::domain::decide::Draft;
use crate::domain::ids::QuestionId;
use crate::domain::report::Standing;
use crate::error::Failure;
use crate::ui::Tone;
use crate::ui::prompt::NOTHING;

use super::record::{OwnChanges, Subject, record_if_unchanged};

pub(super) fn offer(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
) -> Result<(), Failure> {
    ctx.ui.print("")?;
    ctx.ui.print_wrapped(&opened.view(ctx).line().text(), 0)?;
    let is_left = standing.rows.iter().any(|row| row.row.status.is_to_do());
    let id = match is_left {
        true => "walk-may-end",
        false => "walk-may-close",
    };
    ctx.ui.print_toned_wrapped(Tone::Good, &ctx.words.say(id))?;
    feedback::what_is_left(ctx, opened, standing)?;
    if opened.case.answer(&QuestionId::from(RE_PLACEMENT)) == Some("yes") {
        return offer_to_continue(ctx, opened);
    }
    match ctx.prompt.confirm(&ctx.say("walk-close"), None)? {
        true => close(ctx, opened),
        false => Ok(()),
    }
}

fn close(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let why = ask_why(ctx, opened)?;
    let own = &mut OwnChanges::default();
    let edit = |draft: &mut Draft<'_>| draft.close(why.as_deref());
    record_if_unchanged(ctx, opened, own, &[Subject::Case], edit)?;
    Ok(())
}

/// The question that says that the child is placed anew, the same in every routine that asks it.
const RE_PLACEMENT: &str = "omplacering";

/// After a re-placement the process begins again, in a case that continues this one.
fn offer_to_continue(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let options = [
        (AfterPlacement::Continue, "walk-continue"),
        (AfterPlacement::Close, "walk-close-only"),
        (AfterPlacement::LeaveOpen, "walk-leave-open"),
    ];
    match asking::one_of(ctx, &ctx.say("walk-re-placement"), &options, NOTHING)? {
        AfterPlacement::Continue => {
            new_case::run(&new_case::Args::continuing(&opened.reference), ctx)?;
        }
        AfterPlacement::Close => close(ctx, opened)?,
        AfterPlacement::LeaveOpen => {}
    }
    Ok(())
}

#[derive(Debug, Clone, Copy)]
enum AfterPlacement {
    Continue,
    Close,
    LeaveOpen,
}
