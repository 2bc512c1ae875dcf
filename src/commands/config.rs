//! `config`: the case file's settings.

use serde::Serialize;
use serde_json::json;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::file_settings::{
    self, ACCESS_LOG, DECISION, HOLDER, KNOWN, OFF, ON, RETENTION, SOCIAL_SERVICES,
};
use crate::desk::{access, asking, file_log, given_text, suggest};
use crate::domain::message::Message;
use crate::domain::retention::{FileKind, Holder};
use crate::error::{Failure, Outcome};
use crate::ui::{Page, Table, Tone, columns};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "KEY=VALUE", value_parser = values::setting)]
    pub(crate) setting: Option<(String, Option<String>)>,
    #[arg(long, value_name = "TEXT", requires = "setting", alias = "beslut", value_parser = values::words)]
    pub(crate) decision: Option<String>,
    /// Why: where the file has cases and other rules come to hold for it, or the access log is switched off.
    #[arg(long, value_name = "TEXT", requires = "setting", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match &args.setting {
        Some((key, value)) => set(ctx, key, value.as_deref(), args).map(|()| Outcome::Fine),
        None => list(ctx),
    }
}

fn set(ctx: &mut Ctx, key: &str, value: Option<&str>, args: &Args) -> Result<(), Failure> {
    // As people write it, `access-log` too.
    let key = key.replace('-', "_");
    let key = key.as_str();
    let Some(known) = KNOWN.iter().find(|known| known.key == key) else {
        let what = message!("config-unknown-key", given = key);
        let keys = KNOWN.iter().map(|known| known.key);
        return Err(suggest::among(Failure::refused(what), key, keys));
    };
    if let Some(value) = value
        && known.meaning_of(value).is_none()
    {
        let what = message!("config-unknown-value", key, given = value);
        let values = known.values.iter().map(|(name, _)| *name);
        return Err(suggest::among(Failure::refused(what), value, values));
    }
    ctx.desk.check_recorder()?;
    let asked;
    let decision = given_text::optional(ctx, &args.decision, given_text::DECISION)?;
    let reason = given_text::optional(ctx, &args.reason, given_text::REASON)?;
    let mut why = decision.as_deref().or(reason.as_deref());
    if key == ACCESS_LOG && value.is_some_and(|value| value != ON) && why.is_none() {
        asked = reason_to_switch_off(ctx)?;
        why = asked.as_deref();
    }
    // Beside a decision.
    let reason = decision.as_ref().and(reason.as_deref());
    for text in why.into_iter().chain(reason) {
        ctx.desk.refuse_number(text, "place-reason")?;
    }
    if key == RETENTION && value.is_some() && decision.is_none() {
        let value = value.unwrap_or_default();
        return Err(Failure::refused(message!("config-needs-decision", value)));
    }
    let found = ctx.desk.read(|reading| {
        let holder = reading.setting(HOLDER)?;
        Ok((reading.setting(key)?, reading.case_ids()?.len(), holder))
    })?;
    let (before, cases, holder) = found.unwrap_or_default();
    let holder = holder.as_deref().and_then(Holder::parse);
    let kind = value.filter(|_| key == RETENTION).and_then(FileKind::parse);
    if kind.is_some_and(|kind| holder.is_some_and(|holder| !kind.fits(holder))) {
        let refused = Failure::refused("config-kind-of-others");
        return Err(refused.hint("purge-kind-hint-plan"));
    }
    let is_other = before.is_some() && before.as_deref() != value;
    if [HOLDER, RETENTION].contains(&key) && is_other && cases > 0 {
        if !ctx.can_ask && why.is_none() {
            let change = format!("{key}={}", value.unwrap_or_default());
            return Err(Failure::refused(message!(
                "config-has-cases",
                cases,
                change
            )));
        }
        let was = file_settings::in_words(key, before.as_deref().unwrap_or_default(), &ctx.words);
        let question = say!(ctx, "config-ask", cases, before = was);
        if ctx.can_ask && !ctx.yes && !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.say("told-nothing-changed"))?;
            return Ok(());
        }
    }
    // What was switched off before the file was theirs needed no reason then.
    let is_taken_over =
        key == HOLDER && value == Some(SOCIAL_SERVICES) && before.as_deref() != value;
    let is_log_on_again = ctx.desk.write(|change| {
        change.set(key, value)?;
        if key == RETENTION {
            change.set(DECISION, value.and(why))?;
        }
        let mut detail = json!({ "key": key, "value": value, "was": before, "why": why });
        if let Some(reason) = reason {
            detail["reason"] = reason.into();
        }
        change.log(&file_log::entry(ctx, "setting", detail))?;
        let was = change.read().setting(ACCESS_LOG)?;
        let is_log_on_again = is_taken_over && was.as_deref() == Some(OFF);
        if is_log_on_again {
            change.set(ACCESS_LOG, None)?;
            let detail = json!({ "key": ACCESS_LOG, "value": null, "was": was });
            change.log(&file_log::entry(ctx, "setting", detail))?;
        }
        if key == ACCESS_LOG && why.is_some() && !access::is_on(&change.read()) {
            ctx.desk.log_access("*", why)?;
        }
        // Whoever switches the access log on stands in it too.
        ctx.desk.note_opened(&change.read())?;
        Ok(is_log_on_again)
    })?;
    let told = file_settings::in_words(key, value.unwrap_or_default(), &ctx.words);
    ctx.ui
        .print(format!("{key}={}", value.unwrap_or_default()))?;
    ctx.ui.print_wrapped(&told, 0)?;
    if is_log_on_again {
        let told = ctx.words.say("config-log-is-on");
        ctx.ui.tell_wrapped(&told, 0)?;
    }
    Ok(())
}

/// Why the access log is switched off: where social services hold the file it must be said, and is asked for.
fn reason_to_switch_off(ctx: &mut Ctx) -> Result<Option<String>, Failure> {
    let holder = ctx
        .desk
        .read(|reading| Ok(reading.setting(HOLDER)?))?
        .flatten();
    if holder.as_deref() != Some(SOCIAL_SERVICES) {
        return Ok(None);
    }
    if ctx.can_ask {
        let question = ctx.say("config-why-no-log");
        return Ok(Some(asking::text(ctx, &question, None)?));
    }
    let what = Message::from("config-no-log-needs-reason");
    Err(Failure::refused(what).hint("config-no-log-hint"))
}

fn list(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let found = ctx.desk.read(|reading| {
        let values = KNOWN.iter().map(|known| reading.setting(known.key));
        Ok((
            values.collect::<Result<Vec<_>, _>>()?,
            reading.setting(DECISION)?,
        ))
    })?;
    let (values, decision) = found.unwrap_or_else(|| (vec![None; KNOWN.len()], None));
    let settings = KNOWN.iter().zip(values).map(|(known, value)| SettingLine {
        key: known.key,
        value,
        values: known.values.iter().map(|(name, _)| *name).collect(),
        meaning: known.meaning,
        decision: decision.as_deref().filter(|_| known.key == RETENTION),
    });
    let settings: Vec<_> = settings.collect();
    ctx.emit(
        |_| &settings,
        |ctx| {
            let mut page = Page::from(Table::of(&settings, &ctx.words));
            page.gap();
            page.toned(Tone::Quiet, ctx.say("config-how"));
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
}

columns! { SettingLine<'_>, |line, words|
    let value = line.value.as_deref();
    let in_words = file_settings::in_words(line.key, value.unwrap_or_default(), words);
    let decision = line.decision.map(|decision| say!(words, "config-decision", decision));
    let means = [Some(words.say(line.meaning)), Some(in_words), decision];
    "config-key" lines => line.key,
    "config-value" lines => value.map_or_else(|| words.say("config-unset"), str::to_owned),
    "config-means" words => means.into_iter().flatten().collect::<Vec<_>>().join(" "),
    "config-choices" words => line.values.join(" · "),
}
