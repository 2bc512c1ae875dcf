//! `config`: the case file's settings, and with `--me` one's own.

mod me;

use self::me::shown;
use crate::commands::prelude::*;
use crate::ctx::SettingSource;
use crate::desk::file_log::{
    self, ACCESS_LOG, DECISION, HOLDER, KNOWN, KnownSetting, OFF, RETENTION, SOCIAL_SERVICES,
};
use crate::domain::retention::{FileKind, Holder};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "KEY=VALUE", value_parser = values::setting)]
    setting: Option<(String, Option<String>)>,
    /// One's own settings, not the case file's.
    #[arg(long, alias = "mina", conflicts_with_all = ["decision", "reason"])]
    me: bool,
    #[arg(long, value_name = "TEXT", requires = "setting", alias = "beslut", value_parser = values::words)]
    decision: Option<String>,
    /// Why: where the file has cases and other rules come to hold for it, or the access log is switched off.
    #[arg(long, value_name = "TEXT", requires = "setting", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    reason: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    match &args.setting {
        Some((key, value)) if args.me => me::set(ctx, key, value.as_deref()),
        None if args.me => me::list(ctx),
        Some((key, value)) => set(ctx, key, value.as_deref(), args),
        None => list(ctx),
    }
}

fn set(ctx: &mut Ctx, key: &str, value: Option<&str>, args: &Args) -> Attempt {
    for given in [Some(key), value].into_iter().flatten() {
        ctx.desk.refuse_number(given, "place-setting")?;
    }
    let language = ctx.words.language();
    let Some(known) = KnownSetting::named(key) else {
        let what = message!("config-unknown-key", given = key);
        let names = KNOWN.iter().map(|known| known.name(language));
        return Err(Failure::refused(what).among(key, names));
    };
    let (key, name) = (known.key, known.name(language));
    ctx.desk.policy.refuse_change(key)?;
    let value = value.map(|value| known.stored(value));
    if let Some(value) = value
        && known.meaning_of(value).is_none()
    {
        let what = message!("config-unknown-value", key = name, given = value);
        let values: Vec<_> = known.values.iter().map(|(name, _)| *name).collect();
        let values: Vec<_> = values.iter().map(|it| shown(&ctx.words, it)).collect();
        return Err(Failure::refused(what).among(value, values.iter().map(String::as_str)));
    }
    ctx.desk.check_recorder()?;
    let decision = given::optional(ctx, &args.decision, given::DECISION)?;
    let reason = given::optional(ctx, &args.reason, given::REASON)?;
    let has_reason = reason.is_some();
    for text in decision.iter().chain(&reason) {
        ctx.desk.refuse_number(text, "place-reason")?;
    }
    let found = ctx.desk.read(|reading| {
        let holder = ctx.desk.setting(reading, HOLDER)?;
        Ok((reading.setting(key)?, reading.case_ids()?.len(), holder))
    })?;
    let (before, cases, holder) = found.unwrap_or_default();
    let is_other = before.as_deref() != value;
    // Beside a decision the reason stands for itself.
    let (mut why, reason) = match decision {
        Some(decision) => (Some(decision), reason),
        None => (reason, None),
    };
    match (key, value) {
        (RETENTION, Some(value)) => {
            if args.decision.is_none() {
                return Err(Failure::refused(message!("config-needs-decision", value)));
            }
            let holder = holder.as_deref().and_then(Holder::parse);
            let fits = |kind: FileKind| holder.is_none_or(|holder| kind.fits(holder));
            if !FileKind::parse(value).is_none_or(fits) {
                let refused = Failure::refused("config-kind-of-others");
                return Err(refused.hint("purge-kind-hint-plan"));
            }
        }
        (ACCESS_LOG, Some(OFF)) if why.is_none() && holder.as_deref() == Some(SOCIAL_SERVICES) => {
            why = Some(why_no_log(ctx)?);
        }
        _ => {}
    }
    if [HOLDER, RETENTION].contains(&key) && before.is_some() && is_other && cases > 0 {
        // A decision says what the file is, not why somebody else holds it.
        let is_told = has_reason || (why.is_some() && key == RETENTION);
        if !ctx.can_ask && !is_told {
            let change = format!("{name}={}", value.unwrap_or_default());
            let what = message!("config-has-cases", cases, change);
            return Err(Failure::refused(what));
        }
        let before = before.as_deref().unwrap_or_default();
        let before = file_log::setting_in_words(key, before, &ctx.words);
        if !ctx.confirms(message!("config-ask", cases, before))? {
            return Ok(());
        }
    }
    // What was switched off before the file was theirs needed no reason then.
    let is_taken_over = key == HOLDER && value == Some(SOCIAL_SERVICES) && is_other;
    let is_log_on_again = ctx.desk.write(|change| {
        change.set(key, value)?;
        if key == RETENTION {
            change.set(DECISION, value.and(why.as_deref()))?;
        }
        let mut detail = json!({ "key": key, "value": value, "was": before, "why": why });
        if let Some(reason) = &reason {
            detail["reason"] = reason.as_str().into();
        }
        change.log(&file_log::entry(ctx, "setting", detail))?;
        let was = change.read().setting(ACCESS_LOG)?;
        let is_log_on_again = is_taken_over && was.as_deref() == Some(OFF);
        if is_log_on_again {
            change.set(ACCESS_LOG, None)?;
            let detail = json!({ "key": ACCESS_LOG, "value": null, "was": was });
            change.log(&file_log::entry(ctx, "setting", detail))?;
        }
        if key == ACCESS_LOG && why.is_some() && !ctx.desk.logs_access(&change.read()) {
            ctx.desk.log_access("*", why.as_deref())?;
        }
        // Whoever switches the access log on stands in it too.
        ctx.desk.note_opened(&change.read())?;
        Ok(is_log_on_again)
    })?;
    let value = value.unwrap_or_default();
    let told = file_log::setting_in_words(key, value, &ctx.words);
    let shown = shown(&ctx.words, value);
    ctx.ui.print(format!("{name}={shown}"))?;
    ctx.ui.print_wrapped(&told, 0)?;
    if is_log_on_again {
        ctx.tell_say("config-log-is-on")?;
    }
    Ok(())
}

/// Why the access log is switched off where social services hold the file: it must be said, and is asked for.
fn why_no_log(ctx: &mut Ctx) -> Attempt<String> {
    if ctx.can_ask {
        let why = asking::text(ctx, "config-why-no-log", None)?;
        return ctx.desk.refuse_number(&why, "place-reason").map(|()| why);
    }
    Err(Failure::refused("config-no-log-needs-reason").hint("config-no-log-hint"))
}

fn list(ctx: &mut Ctx) -> Attempt {
    let found = ctx.desk.read(|reading| {
        let values = KNOWN.iter().map(|it| ctx.desk.setting(reading, it.key));
        Ok((
            values.collect::<Result<Vec<_>, _>>()?,
            reading.setting(DECISION)?,
        ))
    })?;
    let by_policy = |key| ctx.desk.policy.get(key).map(str::to_owned);
    let nothing = || KNOWN.iter().map(|it| by_policy(it.key)).collect();
    let (values, decision) = found.unwrap_or_else(|| (nothing(), None));
    let settings = KNOWN.iter().zip(values).map(|(known, value)| SettingLine {
        key: known.key,
        value,
        values: known.values.iter().map(|(name, _)| *name).collect(),
        meaning: known.meaning,
        decision: decision.as_deref().filter(|_| known.key == RETENTION),
        set_by: ctx
            .desk
            .policy
            .get(known.key)
            .map(|_| SettingSource::Policy),
    });
    let settings: Vec<_> = settings.collect();
    ctx.emit(
        |_| &settings,
        |ctx| {
            let mut page = Page::from(Table::of(&settings, &ctx.words));
            page.gap();
            page.toned(Tone::Quiet, ctx.say("config-how"));
            if let Some(told) = ctx.desk.policy.told() {
                page.toned(Tone::Quiet, ctx.say(told));
            }
            page
        },
    )
}

/// A setting, for people also in words.
#[derive(Debug, Serialize)]
struct SettingLine<'a> {
    key: &'static str,
    value: Option<String>,
    values: Vec<&'static str>,
    #[serde(skip)]
    meaning: &'static str,
    #[serde(skip)]
    decision: Option<&'a str>,
    /// Who has set it, where that was not done in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_by: Option<SettingSource>,
}

impl SettingLine<'_> {
    fn name(&self, words: &Words) -> &'static str {
        KnownSetting::named(self.key).map_or(self.key, |known| known.name(words.language()))
    }
}

columns! { SettingLine<'_>, |line, words|
    let value = line.value.as_deref();
    let in_words = file_log::setting_in_words(line.key, value.unwrap_or_default(), words);
    let decision = line.decision.map(|decision| say!(words, "config-decision", decision));
    let set_by = line.set_by.map(|_| words.say("config-set-by-policy"));
    let means = [Some(words.say(line.meaning)), Some(in_words), decision, set_by];
    "config-key" lines => line.name(words),
    "config-value" lines => value.map_or_else(|| words.say("config-unset"), |value| shown(words, value)),
    "config-means" words => joined(" ", means),
    "config-choices" words => joined(" · ", line.values.iter().map(|value| shown(words, value))),
}
