//! Why a line's case cannot be opened: the column it lies in, and the reason in words.

use crate::cli::values::DoneOn;
use crate::ctx::Ctx;
use crate::domain::decide::{Refusal, TextPlace};
use crate::domain::ids::StepId;

use super::super::wanted::Wanted;
use super::columns::{Column, Columns};
use super::line::Problem;

pub(super) fn problem(refusal: &Refusal, wanted: &Wanted, columns: &Columns, ctx: &Ctx) -> Problem {
    let failure = wanted.refused(ctx, refusal);
    Problem {
        column: column_of(refusal, wanted).map(|column| columns.name_of(&column)),
        why: if is_hint_for_a_cell(refusal) {
            failure
        } else {
            failure.without_hints()
        },
    }
}

/// The column that holds what is refused, or that it is missing from.
fn column_of(refusal: &Refusal, wanted: &Wanted) -> Option<Column> {
    let done = |step: &StepId| Column::Done(step.clone());
    let column = match refusal {
        Refusal::UnknownTrigger(_) => Column::Trigger,
        Refusal::BadReference(_) | Refusal::IdentityNumber(TextPlace::Reference) => {
            Column::Reference
        }
        Refusal::UnknownDate(id)
        | Refusal::RequiredDate(id)
        | Refusal::DateOrder { date: id, .. } => Column::Date(id.clone()),
        Refusal::UnknownQuestion(id)
        | Refusal::BadAnswer { question: id, .. }
        | Refusal::IdentityNumber(TextPlace::Answer(id)) => Column::Answer(id.clone()),
        Refusal::UnknownRole(id) | Refusal::IdentityNumber(TextPlace::Holder(id)) => {
            Column::Role(id.clone())
        }
        Refusal::NothingToChoose { step } | Refusal::NotACandidate { step, .. } => {
            Column::Takes(step.clone())
        }
        Refusal::UnknownStep(step) => match wanted.facts.takes.iter().any(|(s, _)| s == step) {
            true => Column::Takes(step.clone()),
            false => done(step),
        },
        Refusal::InTheFuture { on, .. } => {
            let that_day = |(_, done): &&(StepId, DoneOn)| *done == DoneOn::Day(*on);
            done(&wanted.done.iter().find(that_day)?.0)
        }
        Refusal::NotApplicable { step }
        | Refusal::Undecided { step, .. }
        | Refusal::Ended { step, .. }
        | Refusal::NeedsDespite { step, .. }
        | Refusal::Barred { step, .. }
        | Refusal::Unanswered { step, .. } => done(step),
        _ => return None,
    };
    Some(column)
}

/// Whether the hint says what may stand in a cell. Others name a command for a case that is open.
fn is_hint_for_a_cell(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::UnknownTrigger(_)
            | Refusal::UnknownDate(_)
            | Refusal::UnknownQuestion(_)
            | Refusal::UnknownRole(_)
            | Refusal::UnknownStep(_)
            | Refusal::BadAnswer { .. }
            | Refusal::NotACandidate { .. }
            | Refusal::UnlikelyDay(_)
    )
}
