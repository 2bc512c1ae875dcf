//! Whose turn a step is: a sort of organisation, never a person, a place or a school by name.

use std::collections::BTreeSet;

use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::report::ReportRow;
use crate::domain::retention::Holder;
use crate::domain::routine::Routine;

/// In the order they are counted in, which ranks nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// Those whose case file it is.
    Ours,
    SocialServices,
    School,
    Administration,
    /// As the routine calls it.
    Other(String),
    /// Several answer for it together.
    Several,
    /// Nobody does yet, or one of several is to be chosen.
    Open,
}

impl Turn {
    /// `we` are those who hold the case file.
    pub(super) fn of(report: &ReportRow, routine: &Routine, we: Option<Holder>) -> Self {
        let roles = match report.row.responsible.is_empty() {
            true => &report.owners,
            false => &report.row.responsible,
        };
        let parties = roles.iter().map(|role| routine.role(role)?.party.as_ref());
        let mut turns: BTreeSet<Self> = parties
            .map(|party| party.map_or(Self::Open, |party| Self::of_party(party, we)))
            .collect();
        match (turns.pop_first(), turns.is_empty()) {
            (Some(turn), true) => turn,
            (Some(_), false) if !report.choice_open => Self::Several,
            _ => Self::Open,
        }
    }

    /// Told by what routines call organisations.
    fn of_party(party: &str, we: Option<Holder>) -> Self {
        let name = party.to_lowercase();
        let ours = |holder, turn| if we == Some(holder) { Self::Ours } else { turn };
        match name.as_str() {
            name if name.contains("social") => ours(Holder::SocialServices, Self::SocialServices),
            name if name.contains("förvaltning") => Self::Administration,
            name if name.contains("skola") => ours(Holder::School, Self::School),
            _ => Self::Other(party.to_owned()),
        }
    }
}

impl ToArgument for Turn {
    fn to_argument(&self) -> Argument {
        Argument::Message(Message::from(match self {
            Self::Ours => "turn-ours",
            Self::SocialServices => "turn-social-services",
            Self::School => "turn-school",
            Self::Administration => "turn-administration",
            Self::Several => "turn-several",
            Self::Open => "turn-open",
            Self::Other(party) => return Argument::Text(party.clone()),
        }))
    }
}
