//! What the walk remembers while it goes on. Nothing of it is stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::RoleId;

use super::agenda::RoundKey;

#[derive(Debug, Default)]
pub(super) struct Session {
    pub(super) role: Option<RoleId>,
    /// The case that is walked through, for the line that goes on where it was left.
    pub(super) current: Option<String>,
    pub(super) cases: BTreeMap<String, Memory>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) later: BTreeSet<RoundKey>,
    /// The round whose whole card was shown last.
    pub(super) shown: Option<RoundKey>,
    pub(super) not_known: BTreeSet<Fact>,
    pub(super) left_out_told: bool,
    pub(super) close_offered: bool,
    pub(super) is_over: bool,
}

/// Something that somebody may not know yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Answer(String),
    Date(String),
    WhoTakes(String),
}
