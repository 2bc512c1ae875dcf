//! Whether a case may be said to have been opened by mistake.

use crate::commands::support::routines::OpenedCase;
use crate::ctx::Ctx;
use crate::domain::retention::{is_just_opened, is_mere_opening};
use crate::ui::wording::Phrase;

use super::rules::Standards;

/// Why a case is none that was opened by mistake; `None` when it may be one.
pub(super) fn refusal(ctx: &Ctx, standards: &Standards, opened: &OpenedCase) -> Option<Phrase> {
    if !is_mere_opening(&opened.events) {
        return Some(Phrase::new("purge-mistake-begun"));
    }
    let first = opened.events.first()?;
    let really = standards.really_recorded(opened.id, first);
    let is_new = |day| is_just_opened(day, ctx.today());
    if !is_new(first.stamp.day) || !really.is_some_and(is_new) {
        return Some(Phrase::new("purge-mistake-old"));
    }
    let standing = opened.standing(ctx.today());
    if standing.rows.iter().any(|row| row.is_overdue(ctx.today())) {
        return Some(Phrase::new("purge-mistake-late"));
    }
    // Of an older copy nobody knows what had happened since.
    let day = really.unwrap_or(first.stamp.day);
    let mut restores = standards.log.iter().filter(|e| e.kind == "restore");
    let is_later = restores.any(|entry| entry.real_day().is_none_or(|restored| restored >= day));
    is_later.then(|| Phrase::new("purge-mistake-restored"))
}
