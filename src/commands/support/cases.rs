//! Finding the case somebody means.

use crate::ctx::Ctx;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::store::{CaseId, CaseMatch, Reading};
use crate::ui::wording::Phrase;

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
        CaseMatch::One(id, reference) => {
            access::note(ctx, reference.as_str())?;
            Ok((id, reference))
        }
        CaseMatch::Several(references) => {
            let what = Phrase::new("error-ambiguous-case").with("given", typed.to_owned());
            Err(Failure::refused(what)
                .hint(choose_among(&references))
                .into())
        }
        CaseMatch::None(near) => {
            let unknown = unknown(typed).hint(Phrase::new("hint-list"));
            if near.is_empty() {
                return Err(unknown.into());
            }
            Err(unknown.hint(choose_among(&near)).into())
        }
    }
}

fn unknown(typed: &str) -> Failure {
    let what = Phrase::new("error-unknown-case").with("given", typed.to_owned());
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
    unknown(typed).hint(Phrase::new("hint-new-case"))
}
