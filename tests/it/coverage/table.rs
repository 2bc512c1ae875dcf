//! The rows of `tests/data/coverage/*.toml`: one row for each thing that a sentence of a source states.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The rows of one routine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub(crate) row: Vec<Row>,
}

/// One row: what must be found where, and what says so.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub(crate) struct Row {
    /// Unique in its table.
    pub(crate) id: String,
    /// `004:26`: the source's number and line; `domain: LAW`: what stands on top of the sources.
    pub(crate) at: String,
    /// The step's id; `*` for whichever step it is; nothing for the routine as a whole.
    pub(crate) step: Option<String>,
    /// What must hold of it; all of one step.
    pub(crate) claims: BTreeMap<String, String>,
}

impl From<BTreeMap<String, String>> for Row {
    fn from(mut keys: BTreeMap<String, String>) -> Self {
        let id = keys.remove("id").unwrap_or_default();
        let at = keys.remove("at").unwrap_or_default();
        assert!(
            !id.is_empty() && !at.is_empty(),
            "a row without id or place: {keys:?}"
        );
        let step = keys.remove("step");
        assert!(!keys.is_empty(), "{id} claims nothing");
        Self {
            id,
            at,
            step,
            claims: keys,
        }
    }
}

impl Row {
    /// The claims whose patterns are looked for in texts.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &str> {
        const TEXTS: [&str; 10] = [
            "text",
            "title",
            "purpose",
            "law",
            "parts",
            "documents",
            "head",
            "notice",
            "form",
            "fields",
        ];
        let texts = TEXTS.iter().filter_map(|key| self.claims.get(*key));
        texts.flat_map(|claim| super::words::patterns(claim))
    }

    /// One claim's words.
    pub(crate) fn claim(&self, name: &str) -> &str {
        self.claims.get(name).map_or("", String::as_str)
    }
}
