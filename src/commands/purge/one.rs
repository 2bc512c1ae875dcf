//! Removing one case: refused unless the rules let it go, and never without a record.

use crate::commands::redact::tell_leftovers;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::{access, backups, cases, clock_check};
use crate::domain::message::Message;
use crate::domain::retention::Retention;
use crate::error::Failure;
use crate::store::{Change, Reading, Removal};

use super::judged::{Judged, last_day};
use super::rules::Standards;

struct RemovalRequest<'a> {
    typed: &'a str,
    reason: &'a str,
    mistake: bool,
}

pub(super) fn run(typed: &str, reason: &str, mistake: bool, ctx: &mut Ctx) -> Result<(), Failure> {
    if ctx.stamp().today_given {
        return Err(Failure::refused("purge-given-today"));
    }
    let request = RemovalRequest {
        typed,
        reason,
        mistake,
    };
    let found = ctx.desk.read(|reading| {
        clock_check::must_be_plausible(&ctx.desk, reading)?;
        let (opened, standards) = request.permitted(ctx, reading)?;
        let texts = reading.texts_of(opened.id)?.len();
        let next = reading.continued_by(&opened.reference)?;
        Ok((opened, standards, texts, next))
    })?;
    let (opened, standards, texts, next) = found.ok_or_else(|| cases::none_yet(typed))?;
    let (case, events) = (&opened.reference, opened.events.len());
    ctx.ui.tell(opened.view(ctx).line())?;
    ctx.tell_say(message!("purge-what", events, texts))?;
    let why = match mistake {
        true => vec![ctx.say("purge-by-mistake")],
        false => {
            let why = Judged::of(&standards, &opened, ctx).why(&ctx.words);
            vec![why, ctx.say("purge-research")]
        }
    };
    for line in why {
        ctx.ui.tell_wrapped(&line, 2)?;
    }
    if !next.is_empty() {
        let cases: Vec<_> = next.iter().map(ToString::to_string).collect();
        ctx.warn_say(message!("purge-continued-by", cases = cases.join(" · ")))?;
    }
    backups::tell_known(ctx, &standards.log, &opened.events)?;
    let log = access::path_beside(&ctx.db()?);
    if log.exists() {
        ctx.warn_say(message!("purge-access-log", file = log))?;
    }
    let question = say!(ctx, "purge-ask", case);
    if ctx.can_ask && !ctx.yes && !ctx.goes_on(&question)? {
        return Ok(());
    }
    let ((), left) = ctx
        .desk
        .write_and_scrub(|change| request.remove(ctx, change, events))?;
    let told = say!(ctx, "told-purged", case);
    ctx.ui.print(told)?;
    ctx.print_say("told-purged-record")?;
    tell_leftovers(ctx, left)
}

impl RemovalRequest<'_> {
    /// The case that is meant and the rules it goes by, where they let it go.
    fn permitted(
        &self,
        ctx: &Ctx,
        reading: &Reading<'_>,
    ) -> Result<(OpenedCase, Standards), Failure> {
        let opened = ctx.desk.case_in(reading, self.typed)?;
        let standards = Standards::of(reading)?;
        ctx.desk.check_recorder()?;
        ctx.desk.refuse_number(self.reason, "place-reason")?;
        let reference = opened.reference.as_str().to_lowercase();
        let is_sign = |c: char| !c.is_alphanumeric() && !"-_./".contains(c);
        let reason = self.reason.to_lowercase();
        let mut words = reason.split(is_sign).map(|word| word.trim_end_matches('.'));
        if words.any(|word| word == reference) {
            return Err(Failure::refused("purge-reason-names-case"));
        }
        if !self.mistake {
            standards.said()?;
            lets_go(ctx, &standards, &opened)?;
        } else if let Some(why) = standards.no_mistake(&opened, ctx) {
            let about = |id| message!(id, case = opened.reference);
            let refused = Failure::refused(about("purge-no-mistake")).because(why);
            return Err(match opened.case.is_open() {
                true => refused.hint(about("hint-close-instead")),
                false => refused,
            });
        }
        Ok((opened, standards))
    }

    fn remove(&self, ctx: &Ctx, change: &mut Change<'_>, seen: usize) -> Result<(), Failure> {
        let (opened, _) = self.permitted(ctx, &change.read())?;
        if opened.events.len() != seen {
            let hint = message!("hint-log", case = opened.reference);
            return Err(Failure::refused("refused-moved-on").hint(hint));
        }
        let removal = Removal {
            stamp: &ctx.stamp(),
            mistake: self.mistake,
            reason: self.reason,
        };
        Ok(change.remove_case(opened.id, &removal)?)
    }
}

/// Refuses a case that is open, must stay, or whose day has not come.
fn lets_go(ctx: &Ctx, standards: &Standards, opened: &OpenedCase) -> Result<(), Failure> {
    let judged = Judged::of(standards, opened, ctx);
    let about = |id| message!(id, case = opened.reference);
    let refused = match judged.retention {
        Retention::MustGo { from, .. } if ctx.today() >= from => return Ok(()),
        Retention::Open => Failure::refused(about("purge-is-open")),
        Retention::MustStay => Failure::refused(about("purge-must-stay-this")),
        Retention::MustGo { from, by, .. } => Failure::refused(
            about("purge-not-yet")
                .with("from", ctx.words.date(from))
                .with("by", last_day(by, &ctx.words)),
        ),
    };
    let causes = [
        Some(judged.why(&ctx.words)),
        judged.law(&ctx.words),
        (judged.has_given_days).then(|| ctx.say("purge-given-days")),
    ];
    let is_open = judged.retention == Retention::Open;
    let causes = causes.into_iter().flatten().filter(|_| !is_open);
    let refused = causes
        .map(Message::verbatim)
        .fold(refused, Failure::because);
    // The way past the rules is shown only where it may be taken.
    Err(match standards.no_mistake(opened, ctx) {
        None => refused.hint(about("purge-mistake-hint")),
        Some(_) => refused,
    })
}
