//! A line of text in pieces, each with a tone; colours come last.

use console::style;

use super::clean::clean;
use super::wrap::width_of;

/// How a piece of text is meant; never the only bearer of a meaning. Its colours are legible on white and on black.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tone {
    #[default]
    Plain,
    Strong,
    Quiet,
    Bad,
    Warn,
    Good,
}

impl Tone {
    pub(super) fn paint(self, text: &str) -> String {
        let styled = style(text).force_styling(true);
        match self {
            Self::Plain => return text.to_owned(),
            Self::Strong => styled.bold(),
            Self::Quiet => styled.dim(),
            Self::Bad => styled.red(),
            Self::Warn => styled.magenta(),
            Self::Good => styled.green(),
        }
        .to_string()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line(Vec<(Tone, String)>);

impl Line {
    pub(crate) fn toned(tone: Tone, text: impl Into<String>) -> Self {
        Self(vec![(tone, text.into())])
    }

    /// The same with one more piece at its end.
    pub(crate) fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push((tone, text.into()));
        self
    }

    /// The same with another line's pieces at its end.
    pub(crate) fn join(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    pub(crate) fn tone(&self) -> Tone {
        self.0.first().map_or(Tone::Plain, |(tone, _)| *tone)
    }

    pub(crate) fn width(&self) -> usize {
        width_of(&clean(&self.text()))
    }

    /// The line in at most `width` columns, its end cut off.
    pub(super) fn cut(self, width: usize) -> Self {
        let mut room = width;
        let mut cut = Vec::new();
        for (tone, text) in self.0 {
            if room == 0 {
                break;
            }
            let text = console::truncate_str(&clean(&text), room, "…").into_owned();
            room = room.saturating_sub(width_of(&text));
            cut.push((tone, text));
        }
        Self(cut)
    }

    pub(super) fn render(&self, coloured: bool) -> String {
        let pieces = self.0.iter().map(|(tone, text)| {
            let text = clean(text);
            if coloured {
                tone.paint(&text)
            } else {
                text.into_owned()
            }
        });
        pieces.collect()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::toned(Tone::Plain, text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::toned(Tone::Plain, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_wraps_only_toned_pieces_and_stored_text_brings_none() {
        let line = Line::from("a\u{1b}[1m ").and(Tone::Bad, "b");
        assert_eq!(line.render(false), "a[1m b");
        assert_eq!(line.render(true), "a[1m \u{1b}[31mb\u{1b}[0m");
    }
}
