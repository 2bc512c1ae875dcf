//! `config --me`: what somebody has set for themselves, and where each value comes from.

use crate::commands::prelude::*;
use crate::ctx::SettingSource;
use crate::own_settings::{self, FILE, HORIZON, KNOWN, LANGUAGE, OwnSetting, PLAIN, ROLE};

pub(super) fn set(ctx: &mut Ctx, name: &str, value: Option<&str>) -> Attempt {
    for given in [Some(name), value].into_iter().flatten() {
        ctx.desk.refuse_number(given, "place-setting")?;
    }
    let Some(path) = ctx.own_settings.clone() else {
        return Err(Failure::refused("own-settings-no-folder"));
    };
    ctx.desk.policy.refuse_change(own_settings::key_of(name))?;
    let mut own = ctx.own.clone();
    let language = ctx.words.language();
    let (setting, stored) = own.set(name, value, language)?;
    own.write(&path)?;
    let value = stored
        .map(|value| shown(&ctx.words, &value))
        .unwrap_or_default();
    let name = setting.name(language);
    ctx.ui.print(format!("{name}={value}"))?;
    ctx.print_say(setting.meaning)?;
    // What goes before it goes on doing so.
    if let Some(SettingSource::Option | SettingSource::Environment) = ctx.sources.get(setting.key) {
        ctx.tell_say("own-set-but")?;
    }
    Ok(())
}

pub(super) fn list(ctx: &mut Ctx) -> Attempt {
    let lines = KNOWN.iter().map(|setting| line(ctx, setting));
    let lines = lines.collect::<Attempt<Vec<_>>>()?;
    ctx.emit(
        |_| &lines,
        |ctx| {
            let mut page = Page::from(Table::of(&lines, &ctx.words));
            page.gap();
            let path = ctx
                .own_settings
                .as_ref()
                .map(|path| path.display().to_string());
            page.toned(
                Tone::Quiet,
                say!(ctx, "own-how", path = path.unwrap_or_default()),
            );
            if let Some(told) = ctx.desk.policy.told() {
                page.toned(Tone::Quiet, ctx.say(told));
            }
            page
        },
    )
}

fn line(ctx: &Ctx, setting: &'static OwnSetting) -> Attempt<OwnLine> {
    let value = match setting.key {
        LANGUAGE => Some(ctx.words.language().code().to_owned()),
        PLAIN => Some(own_settings::switched(ctx.ui.style().plain).to_owned()),
        ROLE => ctx.role.as_ref().map(ToString::to_string),
        FILE => Some(ctx.db()?.display().to_string()),
        HORIZON => Some(ctx.horizon.to_string()),
        _ => None,
    };
    let source = ctx.sources.get(setting.key).copied();
    Ok(OwnLine {
        key: setting.key,
        value,
        source: source.unwrap_or(SettingSource::System),
        setting,
    })
}

/// A switch by its name, all else as it is stored.
pub(super) fn shown(words: &Words, value: &str) -> String {
    match value {
        "on" => words.say("own-on"),
        "off" => words.say("own-off"),
        other => other.to_owned(),
    }
}

/// What holds, and where that was said.
#[derive(Serialize)]
struct OwnLine {
    key: &'static str,
    value: Option<String>,
    source: SettingSource,
    #[serde(skip)]
    setting: &'static OwnSetting,
}

columns! { OwnLine, |line, words|
    let value = line.value.as_deref();
    "config-key" lines => line.setting.name(words.language()),
    "config-value" words => value.map_or_else(|| words.say("config-unset"), |value| shown(words, value)),
    "config-source" lines => words.say(line.source.said()),
    "config-means" words => words.say(line.setting.meaning),
    "config-choices" words => words.say(line.setting.choices),
}
