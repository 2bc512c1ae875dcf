//! Something to be said, before the language is known.

use super::{Value, Words};

/// A message's id and what stands in its gaps, or a text that is ready as it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Phrase {
    Message {
        id: &'static str,
        gaps: Vec<(&'static str, Value<'static>)>,
    },
    /// A text that is not ours to word: what a file or the system said.
    Verbatim(String),
}

impl Phrase {
    pub(crate) fn new(id: &'static str) -> Self {
        Self::Message {
            id,
            gaps: Vec::new(),
        }
    }

    pub(crate) fn verbatim(text: impl Into<String>) -> Self {
        Self::Verbatim(text.into())
    }

    pub(crate) fn has(&self, gap: &str) -> bool {
        match self {
            Self::Message { gaps, .. } => gaps.iter().any(|(name, _)| *name == gap),
            Self::Verbatim(_) => false,
        }
    }

    /// The same with a gap filled; anew, if it was filled before.
    pub(crate) fn with(mut self, gap: &'static str, value: impl Into<Value<'static>>) -> Self {
        if let Self::Message { gaps, .. } = &mut self {
            gaps.push((gap, value.into()));
        }
        self
    }

    pub(super) fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Message { id, gaps } => words.say(id, gaps),
            Self::Verbatim(text) => text.clone(),
        }
    }
}
