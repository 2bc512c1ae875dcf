//! What is the matter with a history, in words.

use crate::ctx::Ctx;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::judge::{Doubt, Finding, judge};
use crate::domain::routine::Routine;

use super::checkup::DoubtfulEvent;
use super::clock_check;
use super::refusals::Refusals;

/// What a history holds that could not have been recorded, and then what this program would not record.
pub(crate) fn of(
    ctx: &Ctx,
    routine: &Routine,
    case: &CaseRef,
    events: &[Event],
) -> [Vec<DoubtfulEvent>; 2] {
    let words = &ctx.words;
    let refusals = Refusals::new(words, routine, case);
    let mut found = [Vec::new(), Vec::new()];
    for finding in judge(
        routine,
        case,
        events,
        ctx.today(),
        clock_check::now(&ctx.desk),
    ) {
        let [faults, remarks] = &mut found;
        let of_its_kind = if finding.is_fault { faults } else { remarks };
        of_its_kind.push(DoubtfulEvent {
            case: case.clone(),
            seq: finding.seq,
            why: in_words(&finding, &refusals),
        });
    }
    found
}

/// What is the matter with an event of a case. No answer and no text of anybody's is repeated: this stands beside other cases.
fn in_words(finding: &Finding, refusals: &Refusals<'_>) -> String {
    let id = match &finding.doubt {
        Doubt::Refused(Refusal::BadAnswer { .. }) => "judged-answer",
        Doubt::Refused(Refusal::NotAGround { .. }) => "judged-ground",
        Doubt::Refused(Refusal::NeedsDespite { .. } | Refusal::Barred { .. }) => "judged-barred",
        Doubt::Refused(Refusal::UnlikelyDay(_)) => "judged-unlikely-day",
        Doubt::Refused(refusal) => return refusals.failure(refusal).in_words(refusals.words),
        doubt => return refusals.words.say(doubt),
    };
    refusals.words.say(id)
}
