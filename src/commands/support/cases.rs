//! Finding the case somebody means.

use crate::ctx::Ctx;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::store::{CaseId, Found, Reading};

use super::access;
use super::case_file::{self, Trouble};
use super::routines::{OpenedCase, Routines};
use super::suggest::choose_among;

/// The case that a reference or its beginning leads to. Whoever opens a case comes by here, and is noted.
pub(crate) fn find(
    ctx: &Ctx,
    reading: &Reading<'_>,
    typed: &str,
) -> Result<(CaseId, CaseRef), Trouble> {
    match reading.find(typed)? {
        Found::One(id, reference) => {
            access::note(ctx, reference.as_str())?;
            Ok((id, reference))
        }
        Found::Several(references) => {
            let what = message!("error-ambiguous-case", given = typed);
            Err(Failure::refused(what)
                .hint(choose_among(&references))
                .into())
        }
        Found::None(near) => {
            let unknown = unknown(typed).hint("hint-list");
            if near.is_empty() {
                return Err(unknown.into());
            }
            Err(unknown.hint(choose_among(&near)).into())
        }
    }
}

fn unknown(typed: &str) -> Failure {
    let what = message!("error-unknown-case", given = typed);
    Failure::refused(what).naming_odd_sign(typed)
}

pub(crate) fn read(ctx: &Ctx, typed: &str) -> Result<OpenedCase, Failure> {
    let opened = case_file::read(ctx, |reading| {
        let (id, _) = find(ctx, reading, typed)?;
        let stored = reading.case_by_id(id)?;
        Ok(Routines::default().open(stored, ctx)?)
    })?;
    opened.ok_or_else(|| none_yet(typed))
}

pub(crate) fn none_yet(typed: &str) -> Failure {
    unknown(typed).hint("hint-new-case")
}
