//! How menus look: the question as it is put, an arrow at the choice, colours only as an extra. All that dialoguer
//! writes passes here, and is cleaned here.

use std::fmt::{self, Write};

use console::style;
use dialoguer::theme::Theme;

use crate::ui::clean::clean_line;

/// The look of menus and fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// With colours.
    pub(super) coloured: bool,
}

impl Look {
    fn strong(&self, out: &mut dyn Write, text: &str) -> fmt::Result {
        let text = clean_line(text);
        if self.coloured {
            write!(out, "{}", style(text).force_styling(true).bold())
        } else {
            out.write_str(&text)
        }
    }

    /// A question with what was chosen.
    pub(super) fn chosen(self, question: &str, chosen: &str) -> String {
        let (question, chosen) = (clean_line(question), clean_line(chosen));
        if self.coloured {
            let question = style(question).force_styling(true).bold();
            return format!("{question} {chosen}");
        }
        format!("{question} {chosen}")
    }

    fn item(&self, out: &mut dyn Write, text: &str, is_active: bool) -> fmt::Result {
        let text = clean_line(text);
        if !is_active {
            return write!(out, "  {text}");
        }
        if self.coloured {
            let line = format!("> {text}");
            write!(out, "{}", style(line).force_styling(true).cyan())
        } else {
            write!(out, "> {text}")
        }
    }
}

impl Theme for Look {
    fn format_prompt(&self, out: &mut dyn Write, prompt: &str) -> fmt::Result {
        self.strong(out, prompt)
    }

    fn format_error(&self, out: &mut dyn Write, error: &str) -> fmt::Result {
        out.write_str(&clean_line(error))
    }

    fn format_input_prompt(
        &self,
        out: &mut dyn Write,
        prompt: &str,
        default: Option<&str>,
    ) -> fmt::Result {
        // A question too long for the line stands above it.
        let prompt = if prompt.is_empty() { ">" } else { prompt };
        self.strong(out, prompt)?;
        match default {
            Some(default) => write!(out, " [{}] ", clean_line(default)),
            None => out.write_str(" "),
        }
    }

    fn format_input_prompt_selection(
        &self,
        out: &mut dyn Write,
        prompt: &str,
        chosen: &str,
    ) -> fmt::Result {
        let prompt = if prompt.is_empty() { ">" } else { prompt };
        self.strong(out, prompt)?;
        write!(out, " {}", clean_line(chosen))
    }

    fn format_multi_select_prompt_selection(
        &self,
        out: &mut dyn Write,
        prompt: &str,
        chosen: &[&str],
    ) -> fmt::Result {
        self.format_input_prompt_selection(out, prompt, &chosen.join(", "))
    }

    fn format_select_prompt_item(
        &self,
        out: &mut dyn Write,
        text: &str,
        is_active: bool,
    ) -> fmt::Result {
        self.item(out, text, is_active)
    }

    fn format_multi_select_prompt_item(
        &self,
        out: &mut dyn Write,
        text: &str,
        is_checked: bool,
        is_active: bool,
    ) -> fmt::Result {
        let mark = if is_checked { "[x]" } else { "[ ]" };
        self.item(out, &format!("{mark} {text}"), is_active)
    }
}
