//! What the walk remembers while it goes on, and which case it goes through next. Nothing of it is stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::ctx::Ctx;
use crate::desk::selection::{ListRow, More};
use crate::domain::ids::RoleId;
use crate::domain::report::ReportRow;
use crate::error::Failure;
use crate::store::Pick;
use crate::view::Discretion;

use super::agenda::{RoundKey, calls, each_picked};
use super::record::Subject;

#[derive(Debug, Default)]
pub(super) struct Session {
    pub(super) role: Option<RoleId>,
    /// The case that is walked through, for the line that goes on where it was left.
    pub(super) current: Option<String>,
    pub(super) cases: BTreeMap<String, Memory>,
    /// Which case it is of those that are gone through, and of how many.
    pub(super) turn: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) later: BTreeSet<RoundKey>,
    /// What somebody did not know.
    pub(super) not_known: BTreeSet<Subject>,
    pub(super) left_out_told: bool,
    pub(super) school_told: bool,
    pub(super) close_offered: bool,
    pub(super) is_over: bool,
    /// What is far off is shown too.
    pub(super) looks_ahead: bool,
}

impl Memory {
    pub(super) fn may_know(&self, subject: &Subject) -> bool {
        !self.not_known.contains(subject)
    }
}

/// More cases are not chosen among on a screen.
const MOST_CASES: usize = 200;

impl Session {
    /// Asks which case, among those that have not been gone through in this sitting: those with something of the role's
    /// own first. `None`: the person leaves, or is told that there is nothing to do.
    pub(super) fn choose(&self, ctx: &mut Ctx) -> Result<Option<String>, Failure> {
        let urgent = self.cases_with(ctx, &[Pick::ToDo], |_| true)?;
        let no_cases = urgent.is_none();
        let (mut references, mut options): (Vec<_>, Vec<_>) = urgent.into_iter().flatten().unzip();
        if references.is_empty() {
            // After a walk its end has been told.
            if self.cases.is_empty() {
                ctx.ui.print(ctx.say("next-nothing"))?;
            }
            if no_cases {
                ctx.ui.print(ctx.say("hint-new-case"))?;
            }
            return Ok(None);
        }
        options.push(ctx.say("walk-leave-all"));
        let place = ctx.prompt.search(&ctx.say("walk-which-case"), &options)?;
        Ok((place < references.len()).then(|| references.swap_remove(place)))
    }

    /// The cases that call for something now, most urgent first. `None` while no case has been opened.
    pub(super) fn calling(&self, ctx: &Ctx) -> Result<Vec<String>, Failure> {
        let today = ctx.today();
        let cases = self.cases_with(ctx, &[Pick::ToDo, Pick::Missing], |row| calls(row, today))?;
        Ok(cases
            .into_iter()
            .flatten()
            .map(|(reference, _)| reference)
            .collect())
    }

    /// The references of cases with such a row that was not gone through, a line each, most urgent first. `None` while
    /// no case has been opened.
    fn cases_with(
        &self,
        ctx: &Ctx,
        picks: &[Pick],
        wanted: impl Fn(&ReportRow) -> bool,
    ) -> Result<Option<Vec<(String, String)>>, Failure> {
        ctx.desk.read(|reading| {
            let mut seen = BTreeSet::new();
            let mut cases = Vec::new();
            each_picked(ctx, reading, picks, self.role.as_ref(), |selected| {
                let ListRow { found, routine } = selected;
                let reference = found.reference.to_string();
                let is_over = self.cases.get(&reference).is_some_and(|case| case.is_over);
                if !wanted(&found.row) || is_over || !seen.insert(found.case) {
                    return Ok(More::Continue(()));
                }
                // How urgent comes before what: a narrow screen cuts the end.
                let view = selected.view(ctx, Discretion::SeveralCases { names: false });
                let (title, (_, standing)) = (view.marked_title(), view.standing_of_date());
                let line = format!("{reference} · {standing} · {} · {title}", routine.name());
                cases.push((reference, line));
                Ok(match cases.len() < MOST_CASES {
                    true => More::Continue(()),
                    false => More::Break(()),
                })
            })?;
            Ok(cases)
        })
    }
}
