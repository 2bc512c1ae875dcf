//! What `report` was told, and the rows it asks for.

use chrono::{Days, NaiveDate};
use clap::ValueEnum;

use crate::cli::values;
use crate::desk::known::Narrowed;
use crate::domain::ids::{RoleId, RoutineId};
use crate::store::{Pick, RowQuery};

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "försenade", alias = "forsenade")]
    pub(crate) overdue: bool,
    #[arg(long, alias = "för-sent", alias = "for-sent")]
    pub(crate) late: bool,
    /// Due from today to this many days on.
    #[arg(long, value_name = "DAYS", alias = "inom", value_parser = values::days)]
    pub(crate) within: Option<u32>,
    #[arg(long, alias = "saknas")]
    pub(crate) missing: bool,
    #[arg(long, alias = "förlängda", alias = "forlangda")]
    pub(crate) extended: bool,
    #[arg(long, value_name = "ROLE", alias = "roll")]
    pub(crate) role: Option<RoleId>,
    #[arg(long, value_name = "WHO", alias = "vem", value_parser = values::name)]
    pub(crate) who: Option<String>,
    #[arg(long, value_name = "ID", alias = "rutin")]
    pub(crate) routine: Option<RoutineId>,
    #[arg(long, value_name = "PARTY", alias = "part", value_parser = values::name)]
    pub(crate) party: Option<String>,
    #[arg(long, value_name = "BY", alias = "per")]
    pub(crate) by: Option<By>,
    #[arg(long, alias = "detaljer")]
    pub(crate) details: bool,
    #[arg(long, alias = "kontroll")]
    pub(crate) check: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    #[value(aliases = ["ärende", "arende"])]
    Case,
    #[value(alias = "roll")]
    Role,
    #[value(alias = "vem")]
    Who,
    #[value(alias = "rutin")]
    Routine,
}

impl Args {
    pub(super) fn query(&self, today: NaiveDate, to: Narrowed) -> RowQuery {
        let within = self.within.map(|days| {
            // A number beyond the calendar means all there is.
            let last = today.checked_add_days(Days::new(days.into()));
            Pick::Within(today, last.unwrap_or(LAST_DAY).min(LAST_DAY))
        });
        let chosen = [
            self.overdue.then_some(Pick::Overdue(today)),
            self.late.then_some(Pick::Late),
            within,
            self.missing.then_some(Pick::Missing),
            self.extended.then_some(Pick::Extended),
        ];
        let mut picks: Vec<_> = chosen.into_iter().flatten().collect();
        if picks.is_empty() {
            picks.push(Pick::ToDo);
        }
        RowQuery {
            picks,
            role: to.role,
            who: self.who.clone(),
            party: to.party,
            routine: to.routine,
            opens_by: None,
        }
    }

    pub(super) fn is_narrowed(&self) -> bool {
        self.role.is_some() || self.who.is_some() || self.routine.is_some() || self.party.is_some()
    }

    pub(super) fn narrowed(&self) -> Narrowed {
        Narrowed {
            routine: self.routine.clone(),
            role: self.role.clone(),
            party: self.party.clone(),
        }
    }

    pub(super) fn says_who(&self) -> bool {
        self.details || self.by == Some(By::Who)
    }
}

/// The last day that is written with four digits of year, as the case file compares days.
const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_filter_what_is_to_do_and_the_first_five_add_up() {
        let today = "2026-11-21".parse().unwrap();
        let none = Args::default();
        assert_eq!(none.query(today, Narrowed::default()).picks, [Pick::ToDo]);
        let all = Args {
            overdue: true,
            late: true,
            within: Some(14),
            missing: true,
            extended: true,
            ..Args::default()
        };
        let to = "2026-12-05".parse().unwrap();
        assert_eq!(
            all.query(today, Narrowed::default()).picks,
            [
                Pick::Overdue(today),
                Pick::Late,
                Pick::Within(today, to),
                Pick::Missing,
                Pick::Extended
            ]
        );
        let far = Args {
            within: Some(u32::MAX),
            ..Args::default()
        };
        assert_eq!(
            far.query(today, Narrowed::default()).picks,
            [Pick::Within(today, LAST_DAY)]
        );
    }
}
