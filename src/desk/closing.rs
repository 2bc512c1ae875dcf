//! What is said before a case is closed: what is still open in it, and how the child's schooling stands.

use crate::ctx::Ctx;
use crate::domain::plan::Status;
use crate::domain::report::Standing;
use crate::error::Failure;

use super::cases::OpenedCase;

/// Says all that is left of a case: its steps, its questions, whether the child is in school.
pub(crate) fn tell_what_is_left(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
) -> Result<(), Failure> {
    let view = opened.view(ctx);
    let here = ctx.words.of(&opened.routine);
    let is_left = |status: Status| !status.is_ended() && status != Status::NotApplicable;
    let rows = standing.rows.iter().filter(|row| is_left(row.row.status));
    let steps = rows.map(|row| {
        let (_, stands) = view.step(row).standing();
        let step = here.in_round(here.step(&row.row.step), row.row.round);
        say!(here, "closing-step", step, stands)
    });
    let questions = standing.questions().into_iter();
    let questions = questions.map(|question| say!(here, "closing-question", question));
    let mut lines: Vec<String> = steps.chain(questions).collect();
    lines.extend(
        view.schooling()
            .map(|school| say!(here, "closing-school", school)),
    );
    for line in lines {
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}
