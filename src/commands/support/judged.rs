//! What is the matter with a history, in words.

use crate::domain::decide::Refusal;
use crate::domain::judge::{Doubt, Finding};

use super::refusals::Refusals;

/// What is the matter with an event of a case. No answer and no text of anybody's is repeated: this stands beside other cases.
pub(crate) fn in_words(finding: &Finding, refusals: &Refusals<'_>) -> String {
    let id = match &finding.doubt {
        Doubt::Refused(Refusal::BadAnswer { .. }) => "judged-answer",
        Doubt::Refused(Refusal::NotAGround { .. }) => "judged-ground",
        Doubt::Refused(Refusal::NeedsDespite { .. } | Refusal::Barred { .. }) => "judged-barred",
        Doubt::Refused(Refusal::UnlikelyDay { .. }) => "judged-unlikely-day",
        Doubt::Refused(refusal) => return refusals.failure(refusal).in_words(refusals.words),
        Doubt::OtherRoutine => "judged-other-routine",
        Doubt::Numbers => "judged-numbers",
        Doubt::Time => "judged-time",
        Doubt::Day => "judged-day",
        Doubt::Backwards => "judged-backwards",
        Doubt::Ahead => "judged-ahead",
        Doubt::Nothing => "judged-nothing",
        Doubt::Otherwise => "judged-otherwise",
        Doubt::Dates => "judged-dates",
        Doubt::Unfollowed => "judged-unfollowed",
        Doubt::Reference => "judged-reference",
        Doubt::LongBefore => "judged-long-before",
        Doubt::PutOffBack => "judged-put-off-back",
    };
    refusals.words.say(id, &[])
}
