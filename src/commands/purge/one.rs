//! Removing one case: refused unless the rules let it go, and never without a record.

use crate::commands::redact::tell_leftovers;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::{access, backups, cases, clock_check};
use crate::domain::ids::CaseRef;
use crate::domain::message::Message;
use crate::domain::retention::Retention;
use crate::error::Failure;
use crate::store::{Change, Reading, Removal};
use crate::ui::{Line, Tone};

use super::judged::{Judged, last_day};
use super::rules::Standards;

struct Found {
    opened: OpenedCase,
    texts: usize,
    continued_by: Vec<CaseRef>,
    standards: Standards,
}

struct Wanted<'a> {
    typed: &'a str,
    reason: &'a str,
    mistake: bool,
}

pub(super) fn run(typed: &str, reason: &str, mistake: bool, ctx: &mut Ctx) -> Result<(), Failure> {
    if ctx.stamp().today_given {
        return Err(Failure::refused("purge-given-today"));
    }
    let wanted = Wanted {
        typed,
        reason,
        mistake,
    };
    let found = ctx.desk.read(|reading| {
        clock_check::must_be_plausible(&ctx.desk, reading)?;
        wanted.find(ctx, reading)
    })?;
    let found = found.ok_or_else(|| cases::none_yet(typed))?;
    show(&wanted, &found, ctx)?;
    let question = say!(ctx, "purge-ask", case = found.opened.reference);
    if ctx.can_ask && !ctx.yes && !ctx.goes_on(&question)? {
        return Ok(());
    }
    let seen = found.opened.events.len();
    let ((), left) = ctx
        .desk
        .write_and_scrub(|change| wanted.remove(ctx, change, seen))?;
    tell(&found, ctx)?;
    tell_leftovers(ctx, left)
}

impl Wanted<'_> {
    fn find(&self, ctx: &Ctx, reading: &Reading<'_>) -> Result<Found, Failure> {
        let (id, _) = ctx.desk.find(reading, self.typed)?;
        let opened = ctx.desk.open(reading.case_by_id(id)?)?;
        let standards = Standards::of(reading)?;
        self.check(ctx, &standards, &opened)?;
        Ok(Found {
            texts: reading.texts_of(id)?.len(),
            continued_by: reading.continued_by(&opened.reference)?,
            standards,
            opened,
        })
    }

    fn check(&self, ctx: &Ctx, standards: &Standards, opened: &OpenedCase) -> Result<(), Failure> {
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
            return lets_go(ctx, standards, opened);
        }
        let Some(why) = standards.no_mistake(opened, ctx) else {
            return Ok(());
        };
        let about = |id| message!(id, case = opened.reference);
        let refused = Failure::refused(about("purge-no-mistake")).because(why);
        Err(match opened.case.is_open() {
            true => refused.hint(about("hint-close-instead")),
            false => refused,
        })
    }

    fn remove(&self, ctx: &Ctx, change: &mut Change<'_>, seen: usize) -> Result<(), Failure> {
        let (id, _) = ctx.desk.find(&change.read(), self.typed)?;
        let opened = ctx.desk.open(change.read().case_by_id(id)?)?;
        self.check(ctx, &Standards::of(&change.read())?, &opened)?;
        if opened.events.len() != seen {
            let hint = message!("hint-log", case = opened.reference);
            return Err(Failure::refused("refused-moved-on").hint(hint));
        }
        let stamp = ctx.stamp();
        let removal = Removal {
            stamp: &stamp,
            mistake: self.mistake,
            reason: self.reason,
        };
        Ok(change.remove_case(id, &removal)?)
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
    let causes = match judged.retention {
        Retention::Open => vec![],
        _ => vec![
            Some(judged.why(&ctx.words)),
            judged.law(&ctx.words),
            (judged.has_given_days).then(|| ctx.say("purge-given-days")),
        ],
    };
    let causes = causes.into_iter().flatten().map(Message::verbatim);
    let refused = causes.fold(refused, Failure::because);
    // The way past the rules is shown only where it may be taken.
    Err(match standards.no_mistake(opened, ctx) {
        None => refused.hint(about("purge-mistake-hint")),
        Some(_) => refused,
    })
}

fn show(wanted: &Wanted<'_>, found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    let opened = &found.opened;
    ctx.ui.tell(opened.view(ctx).line())?;
    let (events, texts) = (opened.events.len(), found.texts);
    ctx.tell_say(message!("purge-what", events, texts))?;
    match wanted.mistake {
        true => ctx.ui.tell_wrapped(&ctx.words.say("purge-by-mistake"), 2)?,
        false => {
            let why = Judged::of(&found.standards, opened, ctx).why(&ctx.words);
            ctx.ui.tell_wrapped(&why, 2)?;
            let research = ctx.words.say("purge-research");
            ctx.ui.tell_wrapped(&research, 2)?;
        }
    }
    if !found.continued_by.is_empty() {
        let named: Vec<_> = found.continued_by.iter().map(ToString::to_string).collect();
        let line = say!(ctx, "purge-continued-by", cases = named.join(" · "));
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    backups::tell_known(ctx, &found.standards.log, &opened.events)?;
    let log = access::path_beside(&ctx.db()?);
    if log.exists() {
        let line = say!(ctx, "purge-access-log", file = log);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    Ok(())
}

fn tell(found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    ctx.ui.print(Line::from(
        say!(ctx, "told-purged", case = found.opened.reference).as_str(),
    ))?;
    ctx.print_say("told-purged-record")?;
    Ok(())
}
