//! What is not known over all cases, in words.

use crate::domain::report::Totals;
use crate::ui::wording::Words;

/// "4 ärenden utan datum · 3 steg utan ansvarig · 2 obesvarade frågor"; `None` when all is known.
pub(crate) fn missing(totals: Totals, words: &Words) -> Option<String> {
    let counts = [
        ("totals-without-date", totals.cases_without_date),
        ("totals-without-owner", totals.steps_without_owner),
        ("totals-unanswered", totals.unanswered_questions),
    ];
    let parts: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.say(id, &[("count", count.into())]))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
