//! What `doctor` says to people.

use std::rc::Rc;

use crate::commands::support::checkup::Checkup;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::Tone;

use super::words;

/// More faults than this nobody reads on a screen.
const MOST_FAULTS: usize = 100;

pub(super) fn outcome(checkup: &Checkup) -> Outcome {
    match checkup.is_sound() {
        true => Outcome::Fine,
        false => Outcome::FaultFound,
    }
}

pub(super) fn print(checkup: &Checkup, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let counts = [
        ("faults", checkup.faults.len().into()),
        ("cases", checkup.cases.into()),
        ("events", checkup.events.into()),
    ];
    if checkup.is_sound() {
        ctx.ui
            .print_toned_wrapped(Tone::Good, &words.say("doctor-sound", &counts))?;
    } else {
        ctx.ui
            .print_toned_wrapped(Tone::Bad, &words.say("doctor-faults", &counts))?;
    }
    for fault in checkup.faults.iter().take(MOST_FAULTS) {
        let text = words.phrase(&words::of_fault(fault));
        ctx.ui.print_wrapped(&format!("- {text}"), 2)?;
    }
    let more = checkup.faults.len().saturating_sub(MOST_FAULTS);
    if more > 0 {
        let more = words.say("doctor-more-faults", &[("count", more.into())]);
        ctx.ui.print_wrapped(&format!("- {more}"), 2)?;
    }
    for hint in words::advice(checkup) {
        ctx.ui.print_wrapped(&words.phrase(&hint), 2)?;
    }
    for remark in checkup.remarks.iter().take(MOST_FAULTS) {
        let text = words.phrase(&words::of_remark(remark, &words));
        ctx.ui.print_wrapped(&text, 2)?;
    }
    let more = checkup.remarks.len().saturating_sub(MOST_FAULTS);
    if more > 0 {
        let more = words.say("doctor-more-doubtful", &[("count", more.into())]);
        ctx.ui.print_wrapped(&more, 2)?;
    }
    Ok(())
}
