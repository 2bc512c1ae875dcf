//! Who holds the file: asked once, then a setting of the file.

use crate::commands::config;
use crate::commands::support::case_file;
use crate::commands::support::file_settings::{HOLDER, KNOWN};
use crate::commands::support::recorder;
use crate::commands::support::suggest::choose_among;
use crate::ctx::Ctx;
use crate::domain::retention::Holder;
use crate::error::Failure;
use crate::ui::prompt::NOTHING;
use crate::ui::wording::Phrase;

/// Who holds the file; asks at a terminal and stores the answer. `None` while there is no case file.
///
/// # Errors
/// In a script, while it is not set.
pub(super) fn of_file(ctx: &mut Ctx) -> Result<Option<Holder>, Failure> {
    let Some(setting) = case_file::read(ctx, |reading| Ok(reading.setting(HOLDER)?))? else {
        return Ok(None);
    };
    if let Some(holder) = setting.as_deref().and_then(Holder::parse) {
        return Ok(Some(holder));
    }
    if !ctx.can_ask {
        let names = Holder::ALL.map(|holder| format!("holder={}", holder.as_str()));
        return Err(Failure::refused(Phrase::new("purge-holder-unknown"))
            .hint(Phrase::new("purge-holder-hint"))
            .hint(choose_among(&names)));
    }
    recorder::check(ctx)?;
    let options: Vec<_> = Holder::ALL.map(|holder| name(ctx, holder)).into();
    let question = ctx.words.say("purge-ask-holder", &[]);
    let place = ctx.prompt.select(&question, &options, NOTHING)?;
    let chosen = Holder::ALL.get(place).copied();
    if let Some(holder) = chosen {
        config::store(ctx, HOLDER, Some(holder.as_str()), None)?;
    }
    Ok(chosen)
}

/// What a holder is called.
pub(super) fn name(ctx: &Ctx, holder: Holder) -> String {
    let values = KNOWN.iter().find(|known| known.key == HOLDER);
    let values = values.map_or(&[][..], |known| known.values);
    let meaning = values.iter().find(|(value, _)| *value == holder.as_str());
    meaning.map_or_else(String::new, |(_, id)| ctx.words.say(id, &[]))
}
