//! A case that may end: closed, continued or left open.

use crate::commands::new_case;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::given_text;
use crate::domain::condition::Facts;
use crate::domain::ids::QuestionId;
use crate::domain::report::Standing;
use crate::error::Failure;
use crate::ui::Tone;

use super::meanwhile::{self, About};

pub(super) fn offer(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
) -> Result<(), Failure> {
    ctx.ui.print("")?;
    ctx.ui.print_wrapped(&opened.view(ctx).line().text(), 0)?;
    let is_left = standing.rows.iter().any(|row| row.row.status.is_to_do());
    let id = if is_left {
        "walk-may-end"
    } else {
        "walk-may-close"
    };
    ctx.ui.print_toned_wrapped(Tone::Good, &ctx.words.say(id))?;
    if opened.case.answer(&QuestionId::from(RE_PLACEMENT)) == Some("yes") {
        return offer_to_continue(ctx, opened);
    }
    if ctx
        .prompt
        .confirm(&ctx.words.say("walk-close"), Some(false))?
    {
        close(ctx, opened)?;
    }
    Ok(())
}

fn close(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let why = given_text::why_late(ctx, opened)?;
    meanwhile::record(ctx, opened, About::Case, |draft| {
        draft.close(why.as_deref())
    })?;
    Ok(())
}

/// The question that says that the child is placed anew, the same in every routine that asks it.
const RE_PLACEMENT: &str = "omplacering";

/// After a re-placement the process begins again, in a case that continues this one.
fn offer_to_continue(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let options = ["walk-continue", "walk-close-only", "walk-leave-open"];
    let options = options.map(|id| ctx.words.say(id));
    match ctx
        .prompt
        .select(&ctx.words.say("walk-re-placement"), &options, 2)?
    {
        0 => {
            new_case::run(&new_case::Args::continuing(&opened.reference), ctx)?;
        }
        1 => {
            close(ctx, opened)?;
        }
        _ => {}
    }
    Ok(())
}
