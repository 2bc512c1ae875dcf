//! Removing one case: refused unless the rules let it go, and never without a record.

use std::rc::Rc;

use crate::commands::redact::tell_leftovers;
use crate::commands::support::case_file::{self, Trouble};
use crate::commands::support::routines::{OpenedCase, Routines};
use crate::commands::support::{access, cases, known_copies, recorder};
use crate::ctx::Ctx;
use crate::domain::ids::CaseRef;
use crate::domain::plan::{Row, Status};
use crate::domain::retention::{Holder, Retention};
use crate::error::Failure;
use crate::store::{Change, LogEntry, Reading, Removal};
use crate::ui::wording::Phrase;
use crate::ui::{Line, Tone};

use super::holder;
use super::judged::Judged;

/// The case with what a removal needs to know.
struct Found {
    opened: OpenedCase,
    texts: usize,
    continued_by: Vec<CaseRef>,
    log: Vec<LogEntry>,
}

/// What is asked for, and by whose rules.
struct Wanted<'a> {
    typed: &'a str,
    reason: &'a str,
    /// `None` with `--mistake`: no rule stands in the way.
    holder: Option<Holder>,
}

pub(super) fn run(typed: &str, reason: &str, mistake: bool, ctx: &mut Ctx) -> Result<(), Failure> {
    let holder = match mistake {
        true => None,
        false => Some(holder::of_file(ctx)?.ok_or_else(|| cases::none_yet(typed))?),
    };
    let wanted = Wanted {
        typed,
        reason,
        holder,
    };
    let found = case_file::read(ctx, |reading| wanted.find(ctx, reading))?;
    let found = found.ok_or_else(|| cases::none_yet(typed))?;
    show(&wanted, &found, ctx)?;
    if ctx.can_ask && !ctx.yes {
        let gaps = [("case", found.opened.reference.to_string().into())];
        let question = ctx.words.say("purge-ask", &gaps);
        if !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.words.say("told-nothing-changed", &[]))?;
            return Ok(());
        }
    }
    let seen = found.opened.events.len();
    let ((), left) = case_file::write_and_scrub(ctx, |change| wanted.remove(ctx, change, seen))?;
    tell(&found, ctx)?;
    tell_leftovers(ctx, left)
}

impl Wanted<'_> {
    /// The case that is meant, if it may be removed.
    fn find(&self, ctx: &Ctx, reading: &Reading<'_>) -> Result<Found, Trouble> {
        let (id, _) = cases::find(ctx, reading, self.typed)?;
        let opened = Routines::default().open(reading.case_by_id(id)?, ctx)?;
        self.check(ctx, &opened)?;
        Ok(Found {
            texts: reading.texts_of(id)?.len(),
            continued_by: reading.continued_by(&opened.reference)?,
            log: reading.log()?,
            opened,
        })
    }

    fn check(&self, ctx: &Ctx, opened: &OpenedCase) -> Result<(), Failure> {
        recorder::check(ctx)?;
        recorder::refuse_number(ctx, self.reason, "place-reason")?;
        let reference = opened.reference.as_str().to_lowercase();
        let is_sign = |c: char| !c.is_alphanumeric() && !"-_./".contains(c);
        let reason = self.reason.to_lowercase();
        let mut words = reason.split(is_sign).map(|word| word.trim_end_matches('.'));
        if words.any(|word| word == reference) {
            return Err(Failure::refused(Phrase::new("purge-reason-names-case"))
                .because(Phrase::new("purge-reason-names-case-why")));
        }
        match self.holder {
            Some(holder) => lets_go(ctx, holder, opened),
            None if may_be_a_mistake(ctx, opened) => Ok(()),
            None => {
                let about = |id| Phrase::new(id).with("case", opened.reference.to_string());
                Err(Failure::refused(about("purge-no-mistake"))
                    .hint(about("purge-no-mistake-hint")))
            }
        }
    }

    /// Removes it, if it is still as it was shown.
    fn remove(&self, ctx: &Ctx, change: &mut Change<'_>, seen: usize) -> Result<(), Trouble> {
        let (id, _) = cases::find(ctx, &change.read(), self.typed)?;
        let opened = Routines::default().open(change.read().case_by_id(id)?, ctx)?;
        self.check(ctx, &opened)?;
        if opened.events.len() != seen {
            let hint = Phrase::new("hint-log").with("case", opened.reference.to_string());
            return Err(Failure::refused(Phrase::new("refused-moved-on"))
                .hint(hint)
                .into());
        }
        let stamp = ctx.stamp();
        let removal = Removal {
            stamp: &stamp,
            mistake: self.holder.is_none(),
            reason: self.reason,
        };
        Ok(change.remove_case(id, &removal)?)
    }
}

/// A case in which something is done was not opened by mistake: something is recorded about a child.
fn may_be_a_mistake(ctx: &Ctx, opened: &OpenedCase) -> bool {
    let plan = opened.plan(ctx.today());
    let is_begun = |row: &Row| {
        row.status == Status::Done || row.items.iter().any(|item| item.settled && !item.skipped)
    };
    !plan.rows.iter().any(is_begun)
}

/// Refuses a case that is open, must stay, or whose day has not come.
fn lets_go(ctx: &Ctx, holder: Holder, opened: &OpenedCase) -> Result<(), Failure> {
    let judged = Judged::of(holder, opened);
    let about = |id| Phrase::new(id).with("case", opened.reference.to_string());
    // The way past the rules is shown only where it may be taken.
    let mistaken = |refused: Failure| match may_be_a_mistake(ctx, opened) {
        true => refused.hint(about("purge-mistake-hint")),
        false => refused,
    };
    let refused = match judged.retention {
        Retention::NoKnownRule(_) => return Ok(()),
        Retention::MustGo { from, .. } if ctx.today() >= from => return Ok(()),
        Retention::Open => {
            let refused = Failure::refused(about("purge-is-open"));
            return Err(mistaken(refused.hint(about("purge-is-open-hint"))));
        }
        Retention::MustStay(_) => about("purge-must-stay-this"),
        Retention::MustGo { from, by } => about("purge-not-yet")
            .with("from", ctx.words.date(from))
            .with("by", ctx.words.date(by)),
    };
    let refused = Failure::refused(refused).because(Phrase::verbatim(judged.why(&ctx.words)));
    let refused = match judged.law(&ctx.words) {
        Some(law) => refused.because(Phrase::verbatim(law)),
        None => refused,
    };
    Err(mistaken(refused))
}

/// Says what will go, by what rule, and where it stays all the same.
fn show(wanted: &Wanted<'_>, found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let opened = &found.opened;
    ctx.ui.tell(opened.heading(&words).line())?;
    let gaps = [
        ("events", opened.events.len().into()),
        ("texts", found.texts.into()),
    ];
    ctx.ui.tell_wrapped(&words.say("purge-what", &gaps), 0)?;
    match wanted.holder {
        None => ctx
            .ui
            .tell_wrapped(&words.say("purge-by-mistake", &[]), 2)?,
        Some(holder) => {
            let why = Judged::of(holder, opened).why(&words);
            ctx.ui.tell_wrapped(&why, 2)?;
            let research = words.say("purge-research", &[]);
            ctx.ui.tell_wrapped(&research, 2)?;
        }
    }
    if !found.continued_by.is_empty() {
        let named: Vec<_> = found.continued_by.iter().map(ToString::to_string).collect();
        let line = words.say_texts("purge-continued-by", &[("cases", named.join(" · "))]);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    known_copies::tell(ctx, &found.log, &opened.events)?;
    let log = access::path_beside(&ctx.db()?);
    if log.exists() {
        let gaps = [("file", log.display().to_string())];
        let line = words.say_texts("purge-access-log", &gaps);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    Ok(())
}

fn tell(found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let gaps = [("case", found.opened.reference.to_string().into())];
    ctx.ui
        .print(Line::from(words.say("told-purged", &gaps).as_str()))?;
    ctx.ui
        .print_wrapped(&words.say("told-purged-record", &[]), 0)?;
    Ok(())
}
