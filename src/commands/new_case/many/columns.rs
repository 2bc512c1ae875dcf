//! The columns of a table of cases, as its first line names them.

use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::nearest::nearest;
use crate::domain::routine::Routine;
use crate::domain::signs::plain;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    Reference,
    Routine,
    Trigger,
    Date(KeyDateId),
    Answer(QuestionId),
    Role(RoleId),
    Takes(StepId),
    Done(StepId),
}

/// The columns of a table with the names they have there, in order. A column without a name holds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns(Vec<(String, Option<Column>)>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadColumn {
    Unknown {
        name: String,
        suggestion: Option<String>,
    },
    Twice {
        name: String,
    },
}

const PLAIN: [(&str, Column); 8] = [
    ("ref", Column::Reference),
    ("referens", Column::Reference),
    ("routine", Column::Routine),
    ("rutin", Column::Routine),
    ("trigger", Column::Trigger),
    ("startorsak", Column::Trigger),
    ("utlösare", Column::Trigger),
    ("utlosare", Column::Trigger),
];

type OfId = fn(&str) -> Column;

const WITH_ID: [(&str, OfId); 11] = [
    ("date", |id| Column::Date(id.into())),
    ("datum", |id| Column::Date(id.into())),
    ("answer", |id| Column::Answer(id.into())),
    ("svar", |id| Column::Answer(id.into())),
    ("role", |id| Column::Role(id.into())),
    ("roll", |id| Column::Role(id.into())),
    ("takes", |id| Column::Takes(id.into())),
    ("tar", |id| Column::Takes(id.into())),
    ("done", |id| Column::Done(id.into())),
    ("klart", |id| Column::Done(id.into())),
    ("klar", |id| Column::Done(id.into())),
];

impl Column {
    fn named(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        if let Some((_, column)) = PLAIN.iter().find(|(known, _)| *known == lower) {
            return Some(column.clone());
        }
        let (kind, id) = name.split_once(':')?;
        let (kind, id) = (kind.trim().to_lowercase(), id.trim());
        let (_, column) = WITH_ID.iter().find(|(known, _)| *known == kind)?;
        (!id.is_empty()).then(|| column(id))
    }

    /// The name it has in the contract.
    pub(super) fn name(&self) -> String {
        let (kind, id) = match self {
            Self::Reference => return "ref".to_owned(),
            Self::Routine => return "routine".to_owned(),
            Self::Trigger => return "trigger".to_owned(),
            Self::Date(id) => ("date", id.as_str()),
            Self::Answer(id) => ("answer", id.as_str()),
            Self::Role(id) => ("role", id.as_str()),
            Self::Takes(id) => ("takes", id.as_str()),
            Self::Done(id) => ("done", id.as_str()),
        };
        format!("{kind}:{id}")
    }

    /// The id that is most like its own among columns of its kind.
    pub(super) fn like(&self, others: &[Self]) -> Option<String> {
        let own = self.name();
        let (kind, id) = own.split_once(':')?;
        let others: Vec<String> = others.iter().map(Self::name).collect();
        let of_its_kind = others.iter().filter_map(|other| {
            let (other_kind, other_id) = other.split_once(':')?;
            (other_kind == kind).then_some(other_id)
        });
        nearest(id, of_its_kind)
    }

    pub(super) fn of_routine(routine: &Routine) -> Vec<Self> {
        let dates = routine.key_dates.iter().map(|d| Self::Date(d.id.clone()));
        let questions = routine.questions().map(|q| Self::Answer(q.id.clone()));
        let roles = routine.roles.iter().map(|r| Self::Role(r.id.clone()));
        let steps = routine.steps().map(|(_, step)| &step.id);
        let steps = steps.flat_map(|id| [Self::Takes(id.clone()), Self::Done(id.clone())]);
        let all = dates.chain(questions).chain(roles).chain(steps);
        all.collect()
    }

    pub(super) fn has_id(&self) -> bool {
        !matches!(self, Self::Reference | Self::Routine | Self::Trigger)
    }
}

impl Columns {
    /// The columns that a first line names; all that is wrong with it, if anything is.
    pub(super) fn named<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, Vec<BadColumn>> {
        let mut columns = Vec::new();
        let mut wrong = Vec::new();
        for name in names {
            let name = plain(name);
            let name = name.trim();
            let column = Column::named(name);
            if column.is_none() && !name.is_empty() {
                wrong.push(BadColumn::Unknown {
                    name: name.to_owned(),
                    suggestion: meant(name),
                });
            }
            columns.push((name.to_owned(), column));
        }
        // Sorted, so that ten thousand columns are no matter.
        let mut names: Vec<_> = columns.iter().filter_map(|(_, c)| c.as_ref()).collect();
        names.sort_by_key(|column| column.name());
        let twice = names.windows(2).filter(|pair| pair[0] == pair[1]);
        wrong.extend(twice.map(|pair| BadColumn::Twice {
            name: pair[0].name(),
        }));
        if wrong.is_empty() {
            Ok(Self(columns))
        } else {
            Err(wrong)
        }
    }

    pub(super) fn at(&self, place: usize) -> Option<(&str, &Column)> {
        let (name, column) = self.0.get(place)?;
        Some((name, column.as_ref()?))
    }

    pub(super) fn place_of(&self, wanted: &Column) -> Option<usize> {
        self.0
            .iter()
            .position(|(_, column)| column.as_ref() == Some(wanted))
    }

    pub(super) fn name_of(&self, column: &Column) -> String {
        let named = self.place_of(column).and_then(|place| self.0.get(place));
        named.map_or_else(|| column.name(), |(name, _)| name.clone())
    }

    pub(super) fn with_id(&self) -> impl Iterator<Item = (&str, &Column)> {
        let named = self.0.iter();
        named
            .filter_map(|(name, column)| Some((name.as_str(), column.as_ref()?)))
            .filter(|(_, column)| column.has_id())
    }
}

fn meant(name: &str) -> Option<String> {
    match name.split_once(':') {
        Some((kind, id)) if !id.trim().is_empty() => {
            let kinds = WITH_ID.iter().map(|(known, _)| *known);
            Some(format!("{}:{}", nearest(kind.trim(), kinds)?, id.trim()))
        }
        _ => nearest(name, PLAIN.iter().map(|(known, _)| *known)),
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
            ("ref", Column::Reference),
            (" Referens ", Column::Reference),
            ("Rutin", Column::Routine),
            ("utlösare", Column::Trigger),
            ("date:inskrivning", Column::Date("inskrivning".into())),
            ("Datum: inskrivning", Column::Date("inskrivning".into())),
            ("svar:akut", Column::Answer("akut".into())),
            ("roll:mentor", Column::Role("mentor".into())),
            ("tar:3", Column::Takes("3".into())),
            ("klart:9a", Column::Done("9a".into())),
        ] {
            assert_eq!(named(&[name]), Ok(vec![Some(column)]), "{name}");
        }
        assert_eq!(named(&["", "ref"]), Ok(vec![None, Some(Column::Reference)]));
    }

    #[test]
    fn every_column_that_is_not_known_or_there_twice_is_named() {
        let unknown = |name: &str, suggestion: Option<&str>| BadColumn::Unknown {
            name: name.to_owned(),
            suggestion: suggestion.map(str::to_owned),
        };
        let wrong = named(&[
            "refens", "dates:x", "xyz", "date:", "done:1", "klart:1", "done:1",
        ]);
        let twice = || BadColumn::Twice {
            name: "done:1".to_owned(),
        };
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
