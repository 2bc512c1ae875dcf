//! What a report does not show, said at its end.

use crate::domain::report::Totals;
use crate::ui::wording::Words;

use super::super::support::totals_in_words;
use super::Args;

/// What the rows above leave out, and how to see it; `None` when that is nothing or the report is of something else.
pub(super) fn not_shown(args: &Args, totals: Totals, words: &Words) -> Option<[String; 2]> {
    let is_of_the_past = (args.late || args.extended) && !args.overdue && args.within.is_none();
    if args.missing || is_of_the_past {
        return None;
    }
    let parts = totals_in_words::missing(totals, words)?;
    let id = match args.is_narrowed() {
        true => "report-not-shown-everywhere",
        false => "report-not-shown",
    };
    let line = words.say(id, &[("parts", parts.into())]);
    Some([line, words.say("report-see-missing", &[])])
}
