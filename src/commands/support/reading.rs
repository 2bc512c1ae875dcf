//! Reading the case file and writing to the screen as it is read.

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::Reading;
use crate::ui::Ui;

use super::case_file::{self, Trouble};
use super::no_cases;

/// Reads the case file as it is at one moment, with the screen at hand; `None` while no case has been opened. What is
/// written goes out when the reading is over, so that nobody who writes to the file waits for whoever reads the list.
pub(crate) fn reading<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Ui) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    let mut ui = std::mem::replace(&mut ctx.ui, Ui::unheard());
    let lender: &Ctx = ctx;
    let done = ui.holding(|ui| case_file::read(lender, |reading| work(reading, lender, ui)));
    ctx.ui = ui;
    if matches!(done, Ok(None)) {
        no_cases::refuse_missing(ctx)?;
    }
    done
}
