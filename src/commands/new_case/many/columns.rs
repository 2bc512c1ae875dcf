//! The columns of a table of cases, as its first line names them, and what a cell in each says of a case.

use ColumnKind as Kind;

use crate::cli::values::BadValue;
use crate::commands::prelude::*;
use crate::domain::answer::says_unknown;
use crate::domain::decide::TextPlace;
use crate::domain::ids::{KeyDateId, QuestionId};
use crate::domain::nearest::nearest;
use crate::domain::signs::{folded, plain};
use crate::domain::typed::{BadDay, Named, day_in_table};

use super::super::request::CaseRequest;
use super::problems::cut;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ColumnKind {
    Reference,
    Routine,
    Trigger,
    Date,
    Answer,
    Role,
    Takes,
    Done,
}

/// What each is called, first in the contract. Those from `date` on are of an id: `date:ID`.
const KINDS: [(Kind, &[&str]); 8] = [
    (Kind::Reference, &["ref", "referens"]),
    (Kind::Routine, &["routine", "rutin"]),
    (
        Kind::Trigger,
        &["trigger", "startorsak", "utlösare", "utlosare"],
    ),
    (Kind::Date, &["date", "datum"]),
    (Kind::Answer, &["answer", "svar"]),
    (Kind::Role, &["role", "roll"]),
    (Kind::Takes, &["takes", "tar"]),
    (Kind::Done, &["done", "klart", "klar"]),
];

impl ColumnKind {
    fn has_id(self) -> bool {
        self >= Self::Date
    }
}

/// A column; the id is empty where its kind has none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Column {
    kind: Kind,
    id: String,
}

/// The columns of a table with the names they have there, in order. A column without a name holds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns(Vec<(String, Option<Column>)>);

messages! {
    pub(super) enum BadColumn {
        Unknown(name: String) => "many-unknown-column",
        UnknownNear(name: String, suggestion: String) => "many-unknown-column-near",
        Useless(name: String) => "many-useless-column",
        UselessNear(name: String, suggestion: String) => "many-useless-column-near",
        Twice(name: String) => "many-column-twice",
    }
}

impl Column {
    pub(super) fn of(kind: Kind, id: impl ToString) -> Self {
        let id = id.to_string();
        Self { kind, id }
    }

    pub(super) fn plain(kind: Kind) -> Self {
        Self::of(kind, "")
    }

    /// The column of a name; else the name that may have been meant, of those with an id or without one.
    fn named(name: &str) -> Result<Self, Option<String>> {
        let (kind, id) = match name.split_once(':') {
            Some((kind, id)) if !id.trim().is_empty() => (kind.trim(), Some(id.trim())),
            _ => (name, None),
        };
        let kinds = KINDS.iter().filter(|(it, _)| it.has_id() == id.is_some());
        let lower = kind.to_lowercase();
        let known = kinds
            .clone()
            .find(|(_, names)| names.contains(&lower.as_str()));
        if let Some((known, _)) = known {
            return Ok(Self::of(*known, id.unwrap_or_default()));
        }
        let near = nearest(kind, kinds.flat_map(|(_, names)| names.iter().copied()));
        Err(near.map(|near| match id {
            Some(id) => format!("{near}:{id}"),
            None => near,
        }))
    }

    /// The name it has in the contract.
    pub(super) fn name(&self) -> String {
        let of_kind = KINDS.iter().find(|(kind, _)| *kind == self.kind);
        let name = of_kind.map_or("", |(_, names)| names[0]);
        match self.kind.has_id() {
            true => format!("{name}:{}", self.id),
            false => name.to_owned(),
        }
    }

    /// The one that is meant in a routine; one that means none stays as it is.
    fn meant(&self, routine: &Routine) -> Result<Self, Refusal> {
        fn meant<I: Named>(routine: &Routine, id: &str) -> Result<String, Refusal> {
            Ok(routine.meant(&I::from(id.to_owned()))?.to_string())
        }
        let meant = match self.kind {
            Kind::Date => meant::<KeyDateId>,
            Kind::Answer => meant::<QuestionId>,
            Kind::Role => meant::<RoleId>,
            Kind::Takes | Kind::Done => meant::<StepId>,
            Kind::Reference | Kind::Routine | Kind::Trigger => return Ok(self.clone()),
        };
        Ok(Self::of(self.kind, meant(routine, &self.id)?))
    }

    pub(super) fn of_routine(routine: &Routine) -> Vec<Self> {
        let dates = routine.key_dates.iter();
        let dates = dates.map(|date| Self::of(Kind::Date, &date.id));
        let questions = routine.questions();
        let questions = questions.map(|question| Self::of(Kind::Answer, &question.id));
        let roles = routine.roles.iter();
        let roles = roles.map(|role| Self::of(Kind::Role, &role.id));
        let of_step = |id: &StepId| [Kind::Takes, Kind::Done].map(|kind| Self::of(kind, id));
        let steps = routine.steps().flat_map(|step| of_step(&step.id));
        dates.chain(questions).chain(roles).chain(steps).collect()
    }

    /// Puts what a cell says into a request.
    pub(super) fn put(&self, cell: &str, request: &mut CaseRequest) -> Attempt {
        let id = self.id.as_str();
        let facts = &mut request.facts;
        let bad = |bad: BadValue| bad.failure();
        match self.kind {
            Kind::Reference => request.reference = Some(cell.to_owned()),
            Kind::Routine => request.routine = Some(cell.into()),
            Kind::Trigger => request.trigger = Some(cell.into()),
            Kind::Date => {
                let day = day_in_table(cell).map_err(|it| bad_day(it, "hint-many-day"))?;
                facts.date.push((id.into(), Some(day.into())));
            }
            Kind::Answer => facts.answer.push((id.into(), Some(cell.to_owned()))),
            Kind::Role => {
                let who = values::name(cell).map_err(bad)?;
                facts.role.push((id.into(), Some(who)));
            }
            Kind::Takes => {
                let role = values::name(cell).map_err(bad)?;
                facts.takes.push((id.into(), Some(role.into())));
            }
            Kind::Done => {
                let on = match says_unknown(cell) {
                    true => None,
                    false => {
                        let day = day_in_table(cell).map_err(|it| bad_day(it, "hint-many-done"))?;
                        Some(day.into())
                    }
                };
                request.done.push((id.into(), on));
            }
        }
        Ok(())
    }

    /// The column that holds what is refused, or that it is missing from.
    pub(super) fn of_refusal(refusal: &Refusal, request: &CaseRequest) -> Option<Self> {
        use Refusal as R;
        Some(match refusal {
            R::UnknownTrigger(_) => Self::plain(Kind::Trigger),
            R::BadReference(_) | R::IdentityNumber(TextPlace::Reference) => {
                Self::plain(Kind::Reference)
            }
            R::UnknownDate(id) | R::RequiredDate(id) | R::DateOrder { date: id, .. } => {
                Self::of(Kind::Date, id)
            }
            R::UnknownQuestion(id)
            | R::BadAnswer { question: id, .. }
            | R::IdentityNumber(TextPlace::Answer(id)) => Self::of(Kind::Answer, id),
            R::UnknownRole(id) | R::IdentityNumber(TextPlace::Holder(id)) => {
                Self::of(Kind::Role, id)
            }
            R::NothingToChoose { step } | R::NotACandidate { step, .. } => {
                Self::of(Kind::Takes, step)
            }
            R::UnknownStep(step) if request.facts.takes.iter().any(|(id, _)| id == step) => {
                Self::of(Kind::Takes, step)
            }
            R::InTheFuture { on, today } => {
                let mut done = request.done.iter();
                let (step, _) =
                    done.find(|(_, done)| done.as_ref().is_some_and(|it| it.on(*today) == *on))?;
                Self::of(Kind::Done, step)
            }
            R::UnknownStep(step)
            | R::NotApplicable { step }
            | R::Undecided { step, .. }
            | R::Ended { step, .. }
            | R::NeedsDespite { step, .. }
            | R::Barred { step, .. }
            | R::Unanswered { step, .. } => Self::of(Kind::Done, step),
            _ => return None,
        })
    }
}

/// A day that no table holds, told with what one looks like there where the refusal does not say it.
pub(super) fn bad_day(bad: BadDay, hint: &'static str) -> Failure {
    let is_unread = matches!(bad, BadDay::Unreadable(_));
    let failure = BadValue::from(bad).failure().without_hints();
    if is_unread {
        failure.hint(hint)
    } else {
        failure
    }
}

impl Columns {
    /// The columns that a first line names; all that is wrong with it, if anything is.
    pub(super) fn named<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, Vec<BadColumn>> {
        let mut columns = Vec::new();
        let mut wrong = Vec::new();
        for name in names {
            let name = plain(name).trim().to_owned();
            let column = Column::named(&name);
            match &column {
                Err(Some(meant)) if !name.is_empty() => {
                    wrong.push(BadColumn::UnknownNear(cut(&name), meant.clone()));
                }
                Err(None) if !name.is_empty() => wrong.push(BadColumn::Unknown(cut(&name))),
                _ => {}
            }
            columns.push((name, column.ok()));
        }
        // Sorted, so that ten thousand columns are no matter.
        let mut known: Vec<_> = columns.iter().filter_map(|(_, c)| c.as_ref()).collect();
        known.sort();
        let twice = known.windows(2).filter(|pair| pair[0] == pair[1]);
        wrong.extend(twice.map(|pair| BadColumn::Twice(cut(&pair[0].name()))));
        match wrong.is_empty() {
            true => Ok(Self(columns)),
            false => Err(wrong),
        }
    }

    pub(super) fn at(&self, place: usize) -> Option<&Column> {
        self.0.get(place)?.1.as_ref()
    }

    pub(super) fn place_of(&self, wanted: &Column) -> Option<usize> {
        let (kind, id) = (wanted.kind, folded(&wanted.id));
        let is_it = |column: &Column| column.kind == kind && folded(&column.id) == id;
        let mut columns = self.0.iter();
        columns.position(|(_, column)| column.as_ref().is_some_and(is_it))
    }

    pub(super) fn name_of(&self, column: &Column) -> String {
        let named = self.place_of(column).and_then(|place| self.0.get(place));
        named.map_or_else(|| column.name(), |(name, _)| name.clone())
    }

    /// Those of an id that none of the routines has, and those that one routine takes for the same.
    pub(super) fn useless(&self, routines: &[&Routine]) -> Vec<BadColumn> {
        let useful: Vec<Column> = routines
            .iter()
            .flat_map(|it| Column::of_routine(it))
            .collect();
        let is_useful = |column: &Column| {
            let mut meant = routines.iter().map(|routine| column.meant(routine));
            meant.any(|meant| meant.is_ok_and(|meant| useful.contains(&meant)))
        };
        let with_id = self.0.iter().filter_map(|(name, column)| {
            let column = column.as_ref().filter(|column| column.kind.has_id())?;
            Some((name, column))
        });
        let named = with_id.clone().filter(|(_, column)| !is_useful(column));
        let mut twice = BTreeSet::new();
        for routine in routines {
            let mut known = BTreeSet::new();
            let same = with_id.clone().filter(|(_, column)| {
                let meant = column.meant(routine);
                meant.is_ok_and(|meant| !known.insert(meant))
            });
            twice.extend(same.map(|(name, _)| name));
        }
        let twice = twice.into_iter().map(|name| BadColumn::Twice(cut(name)));
        let bad = named.map(|(name, column)| {
            let of_its_kind = useful.iter().filter(|useful| useful.kind == column.kind);
            let kind = name.split(':').next().unwrap_or_default();
            match nearest(&column.id, of_its_kind.map(|useful| useful.id.as_str())) {
                Some(id) => BadColumn::UselessNear(cut(name), format!("{kind}:{id}")),
                None => BadColumn::Useless(cut(name)),
            }
        });
        bad.chain(twice).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Result<Vec<Option<Column>>, Vec<BadColumn>> {
        let columns = Columns::named(names.iter().copied())?;
        Ok(columns.0.into_iter().map(|(_, column)| column).collect())
    }

    #[test]
    fn columns_have_english_and_swedish_names() {
        for (name, column) in [
            ("ref", Column::plain(Kind::Reference)),
            (" Referens ", Column::plain(Kind::Reference)),
            ("Rutin", Column::plain(Kind::Routine)),
            ("utlösare", Column::plain(Kind::Trigger)),
            ("date:inskrivning", Column::of(Kind::Date, "inskrivning")),
            ("Datum: inskrivning", Column::of(Kind::Date, "inskrivning")),
            ("svar:akut", Column::of(Kind::Answer, "akut")),
            ("roll:mentor", Column::of(Kind::Role, "mentor")),
            ("tar:3", Column::of(Kind::Takes, "3")),
            ("klart:9a", Column::of(Kind::Done, "9a")),
        ] {
            assert_eq!(named(&[name]), Ok(vec![Some(column)]), "{name}");
        }
        assert_eq!(
            named(&["", "ref"]),
            Ok(vec![None, Some(Column::plain(Kind::Reference))])
        );
    }

    #[test]
    fn every_column_that_is_not_known_or_there_twice_is_named() {
        let unknown = |name: &str, suggestion: Option<&str>| match suggestion {
            None => BadColumn::Unknown(name.to_owned()),
            Some(near) => BadColumn::UnknownNear(name.to_owned(), near.to_owned()),
        };
        let wrong = named(&[
            "refens", "dates:x", "xyz", "date:", "done:1", "klart:1", "done:1",
        ]);
        let twice = || BadColumn::Twice("done:1".to_owned());
        assert_eq!(
            wrong,
            Err(vec![
                unknown("refens", Some("referens")),
                unknown("dates:x", Some("date:x")),
                unknown("xyz", None),
                unknown("date:", None),
                twice(),
                twice(),
            ])
        );
    }
}
