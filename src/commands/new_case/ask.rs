//! Asking what case is to be opened.

use crate::ctx::Ctx;
use crate::error::Failure;

use super::Args;
use super::wanted::Wanted;

pub(super) fn wanted(args: &Args, ctx: &mut Ctx) -> Result<Option<Wanted>, Failure> {
    Wanted::from_options(args, ctx).map(Some)
}
