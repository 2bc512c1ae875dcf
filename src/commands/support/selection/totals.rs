//! The sums over all cases: kept ones where they are good.

use crate::ctx::Ctx;
use crate::domain::report::Totals;
use crate::store::Reading;

use super::super::case_file::Trouble;
use super::anew;

/// The sums over all cases.
pub(crate) fn totals(ctx: &Ctx, reading: &Reading<'_>) -> Result<Totals, Trouble> {
    if reading.rows_are_current()? {
        return Ok(reading.totals()?);
    }
    let mut totals = Totals::default();
    anew::each_case(ctx, reading, |opened| {
        let standing = opened.standing(ctx.today());
        totals = totals.plus(Totals::of_case(standing.open, &standing.numbers()));
        Ok(())
    })?;
    Ok(totals)
}
