//! `report`: steps over all open cases.

mod missing;
mod sums;

use chrono::Days;
use clap::ValueEnum;

use self::missing::CasesByFact;
use self::sums::Sums;
use crate::commands::prelude::*;
use crate::desk::selection;
use crate::domain::due_rule::Basis;

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "försenade", alias = "forsenade")]
    overdue: bool,
    #[arg(long, alias = "för-sent", alias = "for-sent")]
    late: bool,
    /// Due from today to this many days on.
    #[arg(long, value_name = "DAYS", alias = "inom", value_parser = values::days)]
    within: Option<u32>,
    #[arg(long, alias = "saknas")]
    missing: bool,
    #[arg(long, alias = "förlängda", alias = "forlangda")]
    extended: bool,
    #[arg(long, value_name = "ROLE", alias = "roll")]
    role: Option<RoleId>,
    #[arg(long, value_name = "WHO", alias = "vem", value_parser = values::name)]
    who: Option<String>,
    #[arg(long, value_name = "ID", alias = "rutin")]
    routine: Option<RoutineId>,
    #[arg(long, value_name = "PARTY", alias = "part", value_parser = values::name)]
    party: Option<String>,
    /// Whose times.
    #[arg(long, value_name = "BASIS", alias = "grund")]
    basis: Option<StatedBy>,
    #[arg(long, value_name = "BY", alias = "per")]
    by: Option<By>,
    #[arg(long, alias = "detaljer")]
    details: bool,
    #[arg(long, alias = "kontroll")]
    check: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatedBy {
    #[value(alias = "lag")]
    Law,
    #[value(aliases = ["källa", "kalla", "rutin"])]
    Source,
    #[value(alias = "eget")]
    Local,
}

impl From<StatedBy> for Basis {
    fn from(stated: StatedBy) -> Self {
        match stated {
            StatedBy::Law => Self::Law,
            StatedBy::Source => Self::Source,
            StatedBy::Local => Self::Local,
        }
    }
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
    fn query(&self, today: NaiveDate) -> RowQuery {
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
            role: self.role.clone(),
            who: self.who.clone(),
            party: self.party.clone(),
            routine: self.routine.clone(),
            basis: self.basis.map(Basis::from),
            opens_by: None,
        }
    }

    fn is_narrowed(&self) -> bool {
        let words = [&self.who, &self.party].into_iter().any(Option::is_some);
        words || self.role.is_some() || self.routine.is_some() || self.basis.is_some()
    }

    /// Whether people are shown a row a missing fact, and not a row a step.
    fn is_by_fact(&self) -> bool {
        let others = [
            self.overdue,
            self.late,
            self.extended,
            self.within.is_some(),
        ];
        self.missing && !others.contains(&true) && !self.is_narrowed() && self.by.is_none()
    }

    fn says_who(&self) -> bool {
        self.details || self.by == Some(By::Who)
    }
}

/// The last day that is written with four digits of year, as the case file compares days.
const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt<Outcome> {
    if args.check {
        clock_check::must_know_today(&ctx.desk)?;
    }
    let mut query = args.query(ctx.today());
    let names = args.says_who();
    let mut has_overdue = false;
    selection::answer(
        ctx,
        |reading, ctx, rows| {
            // How many cases there are is no matter of planning, so these sums are always good for that.
            let totals = reading.totals()?;
            // Whoever reads is told how a first case is opened; a program that there is nobody of the role it names.
            if rows.shows_next() && totals.open_cases + totals.closed_cases == 0 {
                return Ok(None);
            }
            selection::settle_known(&mut query, reading, ctx)?;
            let (mut groups, mut sums) = (Groups::new(), Sums::default());
            let mut facts = args.is_by_fact().then(CasesByFact::default);
            let totals = each_row(ctx, reading, &query, |selected| {
                let mut view = selected.view(ctx, Discretion::SeveralCases { names });
                has_overdue |= view.is_overdue();
                sums.add(selected, &view);
                if let Some(facts) = &mut facts {
                    facts.add(selected, &view);
                }
                if rows.shows_next() {
                    if args.missing {
                        view = view.with_missing();
                    }
                    for key in By::keys(args.by, selected, &ctx.words) {
                        groups.entry(key).or_default().push(rows.count);
                    }
                }
                rows.add(&view)?;
                Ok(More::Continue(()))
            })?;
            Ok(Some((groups, sums, facts, totals)))
        },
        |ctx, mut read, (groups, sums, facts, totals)| {
            let (words, count) = (&ctx.words, read.count);
            let mut below = Vec::new();
            let mut page = match (count, facts) {
                (0, _) => Page::running(words.say(nothing(args))),
                (_, Some(facts)) => facts.table(words).into(),
                (_, None) => {
                    read.table = match args.by {
                        Some(by) => read.table.grouped(by.headings(groups, words)),
                        None => read
                            .table
                            .ordered(&groups.into_values().flatten().collect::<Vec<_>>()),
                    };
                    let mut page = Page::default();
                    if args.by != Some(By::Who) {
                        page.hanging(0, sums.heading(words));
                        page.gap();
                    }
                    page.append(read.page("report-more", words));
                    if args.by != Some(By::Who) {
                        below = sums.below(words);
                    }
                    page
                }
            };
            if count == 0 && args.is_narrowed() {
                page.hanging(0, words.say("report-nothing-narrowed"));
            }
            below.extend(not_shown(args, totals, words));
            page.section(below);
            page
        },
    )?;
    Ok(match has_overdue && args.check {
        true => Outcome::OverdueFound,
        false => Outcome::Fine,
    })
}

fn nothing(args: &Args) -> &'static str {
    let kinds = [
        (args.overdue, "report-nothing-overdue"),
        (args.late, "report-nothing-late"),
        (args.within.is_some(), "report-nothing-within"),
        (args.missing, "report-nothing-missing"),
        (args.extended, "report-nothing-extended"),
    ];
    let mut chosen = kinds.into_iter().filter(|(is_chosen, _)| *is_chosen);
    match (chosen.next(), chosen.next()) {
        (None, _) => "report-nothing-to-do",
        (Some((_, id)), None) => id,
        _ => "report-nothing",
    }
}

/// What the rows leave out, and how to see it; nothing where that is nothing or the report is of something else.
fn not_shown(args: &Args, totals: Totals, words: &Words) -> Option<String> {
    let is_of_the_past = (args.late || args.extended) && !args.overdue && args.within.is_none();
    let parts = missing_over_all(totals, words).filter(|_| !args.missing && !is_of_the_past);
    let id = match args.is_narrowed() {
        true => "report-not-shown-everywhere",
        false => "report-not-shown",
    };
    parts.map(|parts| say!(words, id, parts))
}

/// The rows of each group, by their places in the report.
type Groups = BTreeMap<GroupKey, Vec<usize>>;

/// Whether it is the group of those that have none, which comes last, its name as it is sorted, by which nobody is ranked,
/// and as it is written.
type GroupKey = (bool, String, String);

impl By {
    /// A row's groups: of each role that answers for it or a part, of each who holds one; of its case, unasked.
    fn keys(by: Option<Self>, selected: &ListRow, words: &Words) -> Vec<GroupKey> {
        let (found, routine) = (&selected.found, &selected.routine);
        let role = |role| words.of(routine).text(role);
        let mut names = match by {
            None | Some(Self::Case) => {
                return vec![(false, found.case_key(), found.reference.to_string())];
            }
            Some(Self::Routine) => vec![routine.title.clone()],
            Some(Self::Role) => found.row.owners.iter().map(role).collect(),
            Some(Self::Who) => found.row.holders.clone(),
        };
        if names.is_empty() {
            names.push(String::new());
        }
        let keys = names.into_iter();
        keys.map(|name| (name.is_empty(), name.to_lowercase(), name))
            .collect()
    }

    /// The groups under their headings.
    fn headings(self, groups: Groups, words: &Words) -> Vec<(String, Vec<usize>)> {
        let nobody = words.say(match self {
            Self::Who => "report-nobody",
            _ => "owner-nobody",
        });
        let groups = groups.into_iter().map(|((is_none, _, name), rows)| {
            let name = if is_none { &nobody } else { &name };
            (say!(words, "report-group", name, steps = rows.len()), rows)
        });
        groups.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_filter_what_is_to_do_and_the_first_five_add_up() {
        let today = "2026-11-21".parse().unwrap();
        let none = Args::default();
        assert_eq!(none.query(today).picks, [Pick::ToDo]);
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
            all.query(today).picks,
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
        assert_eq!(far.query(today).picks, [Pick::Within(today, LAST_DAY)]);
    }
}
