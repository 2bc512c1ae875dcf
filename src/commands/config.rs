//! `config`: the case file's settings.

use std::rc::Rc;

use serde::Serialize;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;
use crate::ui::{Table, Tone};

use super::support::file_settings::{ACCESS_LOG, HOLDER, KNOWN, KnownSetting, ON, SOCIAL_SERVICES};
use super::support::{access, asking, case_file, file_log, recorder, suggest};

/// What `config` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A setting and its value; an empty value removes it.
    #[arg(value_name = "KEY=VALUE", value_parser = values::setting)]
    pub(crate) setting: Option<(String, Option<String>)>,
    /// Why, where the access log is switched off.
    #[arg(long, value_name = "TEXT", requires = "setting", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

/// A setting as JSON.
#[derive(Serialize)]
struct SettingJson {
    key: &'static str,
    value: Option<String>,
    values: Vec<&'static str>,
}

/// Runs `config`.
///
/// # Errors
/// An unknown setting or value; a case file that cannot be read or written.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match &args.setting {
        Some((key, value)) => set(ctx, key, value.as_deref(), args.reason.as_deref())?,
        None => list(ctx)?,
    }
    Ok(Outcome::Fine)
}

fn set(ctx: &mut Ctx, key: &str, value: Option<&str>, reason: Option<&str>) -> Result<(), Failure> {
    // As people write it, `access-log` too.
    let key = &key.replace('-', "_");
    let Some(known) = KNOWN.iter().find(|known| known.key == key) else {
        let what = Phrase::new("config-unknown-key").with("given", key.to_owned());
        let keys = KNOWN.iter().map(|known| known.key);
        return Err(suggest::among(Failure::refused(what), key, keys));
    };
    if let Some(value) = value
        && !known.values.iter().any(|(name, _)| *name == value)
    {
        let what = Phrase::new("config-unknown-value")
            .with("key", key.to_owned())
            .with("given", value.to_owned());
        let values = known.values.iter().map(|(name, _)| *name);
        return Err(suggest::among(Failure::refused(what), value, values));
    }
    recorder::check(ctx)?;
    let asked = reason_to_switch_off(ctx, known.key, value, reason)?;
    let reason = reason.or(asked.as_deref());
    recorder::refuse_number(ctx, reason.unwrap_or_default(), "place-reason")?;
    store(ctx, known.key, value, reason)?;
    let told = in_words(ctx, known, value);
    ctx.ui
        .print(format!("{}={}", known.key, value.unwrap_or_default()))?;
    ctx.ui.print_wrapped(&told, 0)?;
    Ok(())
}

/// Stores a setting, and in the file's own log who set it.
pub(crate) fn store(
    ctx: &Ctx,
    key: &str,
    value: Option<&str>,
    reason: Option<&str>,
) -> Result<(), Failure> {
    case_file::write(ctx, |change| {
        change.set(key, value)?;
        let mut detail = serde_json::json!({ "key": key, "value": value });
        if let Some(reason) = reason {
            detail["why"] = reason.into();
        }
        change.log(&file_log::entry(ctx, "setting", detail))?;
        if key == ACCESS_LOG && reason.is_some() && !access::is_on(&change.read()) {
            access::add(ctx, "*", reason)?;
        }
        // Whoever switches the access log on stands in it too.
        Ok(access::opened(ctx, &change.read())?)
    })
}

/// Why the access log of a file that social services hold is switched off: it must be said, and is asked for.
fn reason_to_switch_off(
    ctx: &mut Ctx,
    key: &str,
    value: Option<&str>,
    reason: Option<&str>,
) -> Result<Option<String>, Failure> {
    if key != ACCESS_LOG || value.is_none_or(|value| value == ON) || reason.is_some() {
        return Ok(None);
    }
    let holder = case_file::read(ctx, |reading| Ok(reading.setting(HOLDER)?))?.flatten();
    if holder.as_deref() != Some(SOCIAL_SERVICES) {
        return Ok(None);
    }
    if ctx.can_ask {
        let question = ctx.words.say("config-why-no-log", &[]);
        return Ok(Some(asking::text(ctx, &question, None)?));
    }
    let what = Phrase::new("config-no-log-needs-reason");
    Err(Failure::refused(what).hint(Phrase::new("config-no-log-hint")))
}

fn list(ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let found = case_file::read(ctx, |reading| {
        let values = KNOWN.iter().map(|known| reading.setting(known.key));
        Ok(values.collect::<Result<Vec<_>, _>>()?)
    })?;
    let values = found.unwrap_or_else(|| vec![None; KNOWN.len()]);
    let settings = KNOWN.iter().zip(values);
    if ctx.is_json() {
        let json: Vec<_> = settings
            .map(|(known, value)| SettingJson {
                key: known.key,
                value,
                values: known.values.iter().map(|(name, _)| *name).collect(),
            })
            .collect();
        ctx.ui.print_json(&json)?;
        return Ok(());
    }
    let headings = [
        "config-key",
        "config-value",
        "config-means",
        "config-choices",
    ];
    let mut table = Table::new(headings.map(|id| words.say(id, &[]))).with_whole_lines_in([0, 1]);
    for (known, value) in settings {
        let choices: Vec<_> = known.values.iter().map(|(name, _)| *name).collect();
        let means = format!(
            "{} {}",
            words.say(known.meaning, &[]),
            in_words(ctx, known, value.as_deref())
        );
        let value = value.unwrap_or_else(|| words.say("config-unset", &[]));
        table.add([known.key.to_owned(), value, means, choices.join(" · ")]);
    }
    ctx.ui.print_table(&table)?;
    let hint = words.say("config-how", &[]);
    ctx.ui.print("")?;
    ctx.ui.print_toned_wrapped(Tone::Quiet, &hint)?;
    Ok(())
}

/// What a setting's value comes to.
fn in_words(ctx: &Ctx, known: &KnownSetting, value: Option<&str>) -> String {
    let of_value = known.values.iter().find(|(name, _)| Some(*name) == value);
    ctx.words
        .say(of_value.map_or(known.unset, |(_, meaning)| meaning), &[])
}
