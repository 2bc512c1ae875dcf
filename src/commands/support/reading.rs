//! Reading the case file and writing to the screen as it is read.

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::Reading;
use crate::ui::Ui;

use super::case_file::{self, Trouble};

/// Reads the case file as it is at one moment, with the screen at hand; `None` while no case has been opened.
pub(crate) fn reading<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Ui) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    let mut ui = std::mem::replace(&mut ctx.ui, Ui::unheard());
    let lender: &Ctx = ctx;
    let done = case_file::read(lender, |reading| work(reading, lender, &mut ui));
    ctx.ui = ui;
    done
}
