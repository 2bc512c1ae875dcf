//! What a restore brings back although it had been taken out since the copy was made: whoever had the right to have it
//! taken out still has.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::store::{CaseFile, CaseId, CaseMatch, Reading};
use crate::ui::Tone;

/// More of them than this are not named one by one.
const MOST_NAMED: usize = 20;

#[derive(Debug, Default)]
pub(super) struct BroughtBack {
    texts: Vec<(CaseRef, u32)>,
    cases: Vec<CaseRef>,
    /// How many cases of the file that is replaced the copy does not have, as far as is known.
    pub(super) lost: usize,
}

#[derive(Default)]
struct TakenOut {
    texts: Vec<(CaseRef, u32)>,
    cases: Vec<CaseId>,
    standing: Vec<CaseRef>,
}

impl BroughtBack {
    /// What this copy would bring back. Of a file that cannot be read nothing is known.
    pub(super) fn by(copy: &CaseFile, ctx: &Ctx) -> Result<Self, Failure> {
        let taken_out = ctx.desk.read(|reading| {
            Ok(TakenOut {
                texts: reading.all_taken_out()?,
                cases: reading.removed_cases()?,
                standing: reading
                    .case_ids()?
                    .into_iter()
                    .map(|id| reading.reference_of(id))
                    .collect::<Result<_, _>>()?,
            })
        });
        let taken_out = taken_out.ok().flatten().unwrap_or_default();
        copy.read(|reading| {
            // Once more: a file that could not be read may have been one whose log could not be written.
            ctx.desk.note_opened(reading)?;
            let mut lost = 0;
            for case in taken_out.standing {
                lost += usize::from(!reading.is_taken(&case)?);
            }
            Ok(Self {
                lost,
                texts: texts_standing(taken_out.texts, reading)?,
                cases: cases_there(taken_out.cases, reading)?,
            })
        })
    }

    pub(super) fn tell(&self, ctx: &mut Ctx) -> Result<(), Failure> {
        let words = Rc::clone(&ctx.words);
        let texts = self
            .texts
            .iter()
            .map(|(case, seq)| say!(words, "restore-text-is-back", case, seq));
        let cases = self
            .cases
            .iter()
            .map(|case| say!(words, "restore-case-is-back", case));
        let lines: Vec<_> = texts.chain(cases).collect();
        for line in lines.iter().take(MOST_NAMED) {
            ctx.ui.tell_toned_wrapped(Tone::Warn, line)?;
        }
        let more = lines.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            ctx.warn_say(message!("restore-more-is-back", count = more))?;
        }
        Ok(())
    }
}

fn texts_standing(
    events: Vec<(CaseRef, u32)>,
    copy: &Reading<'_>,
) -> Result<Vec<(CaseRef, u32)>, Failure> {
    let mut standing = Vec::new();
    for (case, seq) in events {
        let texts = match copy.find(case.as_str())? {
            CaseMatch::One(id, found) if found == case => copy.texts_of(id)?,
            _ => continue,
        };
        if texts
            .iter()
            .any(|text| text.seq == seq && text.content.is_some())
        {
            standing.push((case, seq));
        }
    }
    Ok(standing)
}

fn cases_there(removed: Vec<CaseId>, copy: &Reading<'_>) -> Result<Vec<CaseRef>, Failure> {
    let there = copy.case_ids()?;
    let mut back = Vec::new();
    let is_there = |case: &&CaseId| there.binary_search(case).is_ok();
    for case in removed.iter().filter(is_there) {
        back.push(copy.reference_of(*case)?);
    }
    Ok(back)
}
