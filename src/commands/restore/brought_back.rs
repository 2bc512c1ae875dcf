//! What a restore brings back although it had been taken out since the copy was made: whoever had the right to have it
//! taken out still has.

use crate::commands::prelude::*;
use crate::store::CaseMatch;

/// More of them than this are not named one by one.
const MOST_NAMED: usize = 20;

#[derive(Debug, Default)]
pub(super) struct BroughtBack {
    texts: Vec<(CaseRef, u32)>,
    cases: Vec<CaseRef>,
    /// How many cases of the file that is replaced the copy does not have, as far as is known.
    pub(super) lost: usize,
}

impl BroughtBack {
    /// What this copy would bring back. Of a file that cannot be read nothing is known.
    pub(super) fn by(copy: &CaseFile, ctx: &Ctx) -> Attempt<Self> {
        let known = ctx.desk.read(|reading| {
            let cases = reading.case_ids()?.into_iter();
            let cases = cases.map(|id| reading.reference_of(id));
            let cases: Vec<_> = cases.collect::<Result<_, _>>()?;
            Ok((reading.all_taken_out()?, reading.removed_cases()?, cases))
        });
        let (texts, removed, cases) = known.ok().flatten().unwrap_or_default();
        copy.read(|reading| {
            // Once more: a file that could not be read may have been one whose log could not be written.
            ctx.desk.note_opened(reading)?;
            let mut brought_back = Self::default();
            for case in cases {
                brought_back.lost += usize::from(!reading.is_taken(&case)?);
            }
            for (case, seq) in texts {
                let texts = match reading.find(case.as_str(), CaseFilter::All)? {
                    CaseMatch::One(id, found) if found == case => reading.texts_of(id)?,
                    _ => continue,
                };
                let mut texts = texts.iter();
                if texts.any(|text| text.seq == seq && text.content.is_some()) {
                    brought_back.texts.push((case, seq));
                }
            }
            let there = reading.case_ids()?;
            for case in removed {
                if there.binary_search(&case).is_ok() {
                    brought_back.cases.push(reading.reference_of(case)?);
                }
            }
            Ok(brought_back)
        })
    }

    pub(super) fn tell(&self, ctx: &mut Ctx) -> Attempt {
        let texts = self.texts.iter();
        let texts = texts.map(|(case, seq)| say!(ctx, "restore-text-is-back", case, seq));
        let cases = self.cases.iter();
        let cases = cases.map(|case| say!(ctx, "restore-case-is-back", case));
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
