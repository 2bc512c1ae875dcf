//! What the walk remembers while it goes on. Nothing of it is stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::RoleId;

use super::agenda::RoundKey;

/// One sitting with `next`.
#[derive(Debug, Default)]
pub(super) struct Session {
    /// Whose steps come first.
    pub(super) role: Option<RoleId>,
    /// The case that is walked through, for the line that goes on where it was left.
    pub(super) current: Option<String>,
    /// What is remembered of each case.
    pub(super) cases: BTreeMap<String, Memory>,
}

/// What is remembered of a case.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    /// Rounds put off until later.
    pub(super) later: BTreeSet<RoundKey>,
    /// The round whose whole card was shown last.
    pub(super) shown: Option<RoundKey>,
    /// What was asked for and not known.
    pub(super) not_known: BTreeSet<Fact>,
    /// It was said which steps are not shown.
    pub(super) left_out_told: bool,
    /// It was asked whether the case should be closed.
    pub(super) close_offered: bool,
    /// Everything there was to do has been gone through.
    pub(super) is_over: bool,
}

/// Something that somebody may not know yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// The answer to a question.
    Answer(String),
    /// A key date.
    Date(String),
    /// Who takes a step.
    WhoTakes(String),
}
