//! Key dates that have come: did it happen that day?

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::cases::OpenedCase;
use crate::domain::ids::KeyDateId;
use crate::error::Failure;

use super::facts::{head, tell};
use super::meanwhile::{self, About};
use super::session::{Fact, Memory};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Yes,
    AnotherDay,
    PutOff,
    NotKnown,
}

const CHOICES: [(Choice, &str); 4] = [
    (Choice::Yes, "happened-yes"),
    (Choice::AnotherDay, "happened-another-day"),
    (Choice::PutOff, "happened-put-off"),
    (Choice::NotKnown, "happened-not-known"),
];

/// Asks of the first key date that has come and that nobody has confirmed, unless it was asked already; whether it did.
pub(super) fn ask(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let today = ctx.today();
    let come = opened.routine.key_dates.iter().find_map(|date| {
        let dated = opened.case.dates.get(&date.id)?;
        let fact = Fact::Date(date.id.to_string());
        let is_asked = !dated.confirmed && dated.on <= today && !memory.not_known.contains(&fact);
        is_asked.then_some((date.id.clone(), dated.on))
    });
    let Some((id, on)) = come else {
        return Ok(false);
    };
    let title = ctx.words.of(&opened.routine).text(&id);
    head(ctx, opened, &ctx.words.say("happened-why"))?;
    let question = say!(ctx, "happened-ask", title, date = on);
    let options: Vec<String> = CHOICES.iter().map(|(_, id)| ctx.words.say(*id)).collect();
    let place = ctx.prompt.select(&question, &options, CHOICES.len() - 1)?;
    match CHOICES.get(place).map(|(choice, _)| *choice) {
        Some(Choice::Yes) => {
            let confirmed = meanwhile::record(ctx, opened, About::Date(&id), |draft| {
                draft.confirm_date(&id)
            });
            tell(ctx, confirmed)?;
        }
        Some(Choice::AnotherDay) => {
            let day = asking::day(ctx, &title, None, NoDay::Refused, Some(today))?;
            set(ctx, opened, &id, day)?;
        }
        Some(Choice::PutOff) => {
            let day = asking::day(ctx, &title, None, NoDay::Refused, None)?;
            set(ctx, opened, &id, day)?;
        }
        Some(Choice::NotKnown) | None => {
            memory.not_known.insert(Fact::Date(id.to_string()));
        }
    }
    Ok(true)
}

fn set(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    id: &KeyDateId,
    day: Option<NaiveDate>,
) -> Result<(), Failure> {
    let set = meanwhile::record(ctx, opened, About::Date(id), |draft| {
        draft.set_date(id, day)
    });
    tell(ctx, set)
}
