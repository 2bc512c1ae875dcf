//! `purge`: what must stay, what must go and by when; removes one case that is named.

mod judged;
mod rules;

use crate::commands::prelude::*;
use crate::commands::redact::tell_leftovers;
use crate::desk::cases::to_change;
use crate::desk::file_log::{self, HOLDER, RETENTION};
use crate::desk::selection;
use crate::domain::retention::Retention;
use crate::store::Removal;
use crate::ui::MOST_ROWS;

use self::judged::{Judged, last_day};
use self::rules::Standards;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case to remove: its reference or an unambiguous beginning of it. Without one all closed cases are listed.
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// Why; kept, so it must say nothing of the case.
    #[arg(long, value_name = "TEXT", requires = "case", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    reason: Option<String>,
    /// It was opened by mistake and is no record of a child: no rule stands in the way.
    #[arg(long, requires = "case", alias = "misstag")]
    mistake: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let Some(case) = &args.case else {
        return list(ctx);
    };
    let case = to_change(ctx, case, CaseFilter::All)?.reference;
    let reason = given::required(ctx, &args.reason, given::REASON)?;
    let (typed, reason) = (case.as_str(), reason.as_str());
    let request = RemovalRequest {
        typed,
        reason,
        mistake: args.mistake,
    };
    request.run(ctx)
}

fn list(ctx: &mut Ctx) -> Attempt {
    let Some(standards) = ctx
        .desk
        .read(|reading| Ok(Standards::of(&ctx.desk, reading)?))?
    else {
        return ctx.tell_no_cases();
    };
    let said = standards.said(&ctx.words);
    file_log::show_removals(ctx, &standards.log, said.is_ok())?;
    said?;
    selection::answer(
        ctx,
        |reading, ctx, rows| {
            let mut has_given_days = false;
            // One case in memory at a time.
            reading.cases(CaseFilter::Closed, ctx.today(), |heading| {
                let opened = ctx.desk.open(reading, reading.case_by_id(heading.id)?)?;
                let judged = Judged::of(&standards, &opened, ctx);
                has_given_days |= judged.has_given_days;
                Ok::<_, Failure>(rows.add(&judged.line(ctx.today(), &ctx.words))?)
            })?;
            Ok(Some((has_given_days, reading.totals()?.open_cases)))
        },
        |ctx, read, (has_given_days, open)| {
            let mut page = Page::running(standards.in_words(&ctx.words));
            if ctx.stamp().today_given {
                page.toned(Tone::Warn, ctx.say("purge-list-given-today"));
            }
            page.gap();
            let count = read.count;
            match count {
                0 => page.line(ctx.say("list-none-closed")),
                _ => page.table(read.table),
            }
            page.gap();
            let more = count.saturating_sub(MOST_ROWS);
            for (id, is_said) in [
                ("list-more", more > 0),
                ("purge-open", open > 0),
                ("purge-given-days", has_given_days),
                ("purge-research", true),
                ("purge-by-hand", true),
            ] {
                if is_said {
                    page.hanging(0, say!(ctx, id, more, all = count, count = open));
                }
            }
            page
        },
    )
}

impl Standards {
    /// Who holds the file, what it is, and by which decision.
    fn in_words(&self, words: &Words) -> String {
        let [holder, kind, decision] = &self.set;
        let in_words = |key, value: &Option<String>| {
            file_log::setting_in_words(key, value.as_deref().unwrap_or_default(), words)
        };
        let (holder, kind) = (in_words(HOLDER, holder), in_words(RETENTION, kind));
        say!(words, "purge-held-by", holder, kind, decision)
    }
}

struct RemovalRequest<'a> {
    typed: &'a str,
    reason: &'a str,
    mistake: bool,
}

impl RemovalRequest<'_> {
    fn run(&self, ctx: &mut Ctx) -> Attempt {
        if ctx.stamp().today_given {
            return Err(Failure::refused("purge-given-today"));
        }
        let found = ctx.desk.read(|reading| {
            clock_check::must_be_plausible(&ctx.desk, reading)?;
            let (opened, standards) = self.permitted(ctx, reading)?;
            let texts = reading.texts_of(opened.id)?.len();
            let next = reading.continued_by(&opened.reference)?;
            Ok((opened, standards, texts, next))
        })?;
        let (opened, standards, texts, next) =
            found.ok_or_else(|| ctx.desk.none_yet(self.typed))?;
        let (case, events) = (&opened.reference, opened.events.len());
        ctx.ui.tell(opened.view(ctx).line())?;
        ctx.tell_say(message!("purge-what", events, texts))?;
        let why = match self.mistake {
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
            let cases = joined(" · ", next.iter().map(ToString::to_string));
            ctx.warn_say(message!("purge-continued-by", cases))?;
        }
        backups::tell_known(ctx, &standards.log, &opened.events)?;
        let log = access::path_beside(&ctx.db()?);
        if log.exists() {
            ctx.warn_say(message!("purge-access-log", file = log))?;
        }
        if !ctx.confirms(message!("purge-ask", case))? {
            return Ok(());
        }
        let ((), left) = ctx
            .desk
            .write_and_scrub(|change| self.remove(ctx, change, events))?;
        let told = say!(ctx, "told-purged", case);
        ctx.ui.print(told)?;
        ctx.print_say("told-purged-record")?;
        tell_leftovers(ctx, left)
    }

    /// The case that is meant and the rules it goes by, where they let it go.
    fn permitted(&self, ctx: &Ctx, reading: &Reading<'_>) -> Attempt<(OpenedCase, Standards)> {
        let opened = ctx.desk.case_in(reading, self.typed)?;
        let standards = Standards::of(&ctx.desk, reading)?;
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
            standards.said(&ctx.words)?;
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

    fn remove(&self, ctx: &Ctx, change: &mut Change<'_>, seen: usize) -> Attempt {
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
fn lets_go(ctx: &Ctx, standards: &Standards, opened: &OpenedCase) -> Attempt {
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
