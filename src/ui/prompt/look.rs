//! How menus and fields look: the question as it is put, an arrow at the choice, colours only as an extra. What is
//! written passes here, and is cleaned here.

use console::style;

use crate::ui::clean::clean_line;

#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) coloured: bool,
}

impl Look {
    pub(super) fn strong(self, text: &str) -> String {
        let text = clean_line(text);
        if self.coloured {
            return style(text).force_styling(true).bold().to_string();
        }
        text
    }

    pub(super) fn chosen(self, question: &str, chosen: &str) -> String {
        format!("{} {}", self.strong(question), clean_line(chosen))
    }

    pub(super) fn item(self, text: &str, is_active: bool) -> String {
        let text = clean_line(text);
        if !is_active {
            return format!("  {text}");
        }
        let line = format!("> {text}");
        if self.coloured {
            return style(line).force_styling(true).cyan().to_string();
        }
        line
    }

    /// What stands before a field. A question too long for the line stands above it.
    pub(super) fn field(self, question: &str, default: Option<&str>) -> String {
        let question = self.strong(if question.is_empty() { ">" } else { question });
        match default {
            Some(default) => format!("{question} [{}] ", clean_line(default)),
            None => format!("{question} "),
        }
    }
}
