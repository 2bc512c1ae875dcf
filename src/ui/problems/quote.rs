//! What a file says, quoted back: on one line and not at length.

use crate::ui::wording::Phrase;

/// More is not quoted back.
const LONGEST: usize = 60;

/// Gaps that hold what a file says.
pub(super) trait Quote {
    /// The same with a text in a gap, cut short if it is long.
    fn quote(self, gap: &'static str, text: &str) -> Self;
    fn list<T: AsRef<str>>(self, gap: &'static str, texts: &[T]) -> Self;
}

impl Quote for Phrase {
    fn quote(self, gap: &'static str, text: &str) -> Self {
        self.with(gap, quoted(text))
    }

    fn list<T: AsRef<str>>(self, gap: &'static str, texts: &[T]) -> Self {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text.as_ref())).collect();
        self.with(gap, texts.join(", "))
    }
}

fn quoted(text: &str) -> String {
    let mut line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .take(LONGEST + 1)
        .collect();
    if line.chars().count() > LONGEST {
        line.pop();
        line.push('…');
    }
    line
}
