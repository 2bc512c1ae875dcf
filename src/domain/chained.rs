//! A history exactly as it is kept: events in their chain of hashes, their texts beside them. It is what goes from one
//! case file to another without any of it being read and written anew.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A case's history as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainedHistory {
    /// Oldest first.
    pub events: Vec<ChainedEvent>,
    pub head: ChainEnd,
}

/// Where a chain ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainEnd {
    pub seq: u32,
    /// That event's hash, in lower-case hexadecimals.
    pub hash: String,
}

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainedEvent {
    /// Its place in the history: 1, 2, …
    pub seq: u32,
    pub change: u32,
    /// When it was recorded: RFC 3339, UTC.
    pub at: String,
    pub day: NaiveDate,
    pub today_given: bool,
    pub who: String,
    pub kind: String,
    /// The rest of it: JSON, to the letter as it was hashed.
    pub body: String,
    /// The texts the body names by their hashes.
    pub texts: Vec<KeptText>,
    /// The hash over the event before and this one, in lower-case hexadecimals.
    pub hash: String,
}

/// A free text, which lies beside its event so that it can be taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptText {
    /// The body's key that names it.
    pub part: String,
    /// What is hashed before it, in lower-case hexadecimals; `None` once the text was taken out.
    pub salt: Option<String>,
    /// The text; `None` once it was taken out.
    pub content: Option<String>,
}
