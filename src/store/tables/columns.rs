//! Values as cells of rows, both ways: a type says once which cells it fills, one or several beside each other.

use std::error::Error;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, Type, Value, ValueRef};
use rusqlite::{Error as SqlError, Result, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::ids::{CaseRef, RoleId, RoutineId, StepId};

/// The cells of a row, from left to right.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    next: usize,
}

pub(super) trait FromCells: Sized {
    fn take(cells: &mut Cells<'_>) -> Result<Self>;
}

pub(super) trait ToCells {
    fn put(&self, cells: &mut Vec<Value>);
}

impl<'r> Cells<'r> {
    pub(super) fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    pub(super) fn take<T: FromCells>(&mut self) -> Result<T> {
        T::take(self)
    }

    pub(super) fn cell<T: FromSql>(&mut self) -> Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    pub(super) fn text<T, E: Into<Box<dyn Error + Send + Sync>>>(
        &mut self,
        parse: impl FnOnce(&'r str) -> Result<T, E>,
    ) -> Result<T> {
        let column = self.next;
        self.next += 1;
        parse(self.row.get_ref(column)?.as_str()?)
            .map_err(|error| SqlError::FromSqlConversionFailure(column, Type::Text, error.into()))
    }

    pub(super) fn json<T: DeserializeOwned>(&mut self) -> Result<T> {
        self.text(serde_json::from_str)
    }
}

pub(super) fn values(of: impl ToCells) -> Vec<Value> {
    let mut cells = Vec::new();
    of.put(&mut cells);
    cells
}

/// What cannot be said as JSON becomes a NULL, which no such column takes.
pub(super) fn json(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// Types that fill one cell: what they are made of, and what they become.
macro_rules! cells {
    ($($($type:ty),* => |$cells:ident| $take:expr, |$value:ident| $put:expr;)*) => {$($(
        impl FromCells for $type {
            fn take($cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
                $take
            }
        }

        impl ToCells for $type {
            fn put(&self, cells: &mut Vec<rusqlite::types::Value>) {
                let $value = self;
                cells.push($put.into());
            }
        }
    )*)*};
}
pub(super) use cells;

cells! {
    bool, u32, i64 => |cells| cells.cell(), |value| *value;
    String, Vec<u8> => |cells| cells.cell(), |value| value.clone();
    CaseRef, RoutineId, StepId, RoleId =>
        |cells| cells.cell::<String>().map(Self::from), |id| id.as_str().to_owned();
    Vec<String>, Vec<RoleId> => |cells| cells.json(), |list| json(list);
    // ISO 8601.
    NaiveDate => |cells| cells.text(day_of), |day| day.to_string();
}

/// A day as it is written; `chrono` reads the same, and takes much longer over the many that rows hold.
fn day_of(text: &str) -> chrono::ParseResult<NaiveDate> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let parts = || match text.as_bytes() {
        [year @ .., b'-', m, n, b'-', d, e] if year.len() == 4 => {
            let (year, month, day) = (number(year)?, number(&[*m, *n])?, number(&[*d, *e])?);
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        }
        _ => None,
    };
    parts().map_or_else(|| text.parse(), Ok)
}

impl ToCells for str {
    fn put(&self, cells: &mut Vec<Value>) {
        cells.push(self.to_owned().into());
    }
}

impl<T: FromCells> FromCells for Option<T> {
    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        if cells.row.get_ref(cells.next)? == ValueRef::Null {
            cells.next += 1;
            return Ok(None);
        }
        cells.take().map(Some)
    }
}

impl<T: ToCells> ToCells for Option<T> {
    fn put(&self, cells: &mut Vec<Value>) {
        match self {
            Some(value) => value.put(cells),
            None => cells.push(Value::Null),
        }
    }
}

impl<T: ToCells + ?Sized> ToCells for &T {
    fn put(&self, cells: &mut Vec<Value>) {
        (*self).put(cells);
    }
}

/// No parameters.
impl ToCells for () {
    fn put(&self, _: &mut Vec<Value>) {}
}

macro_rules! tuples {
    ($($($one:ident)*;)*) => {$(
        impl<$($one: FromCells),*> FromCells for ($($one,)*) {
            fn take(cells: &mut Cells<'_>) -> Result<Self> {
                Ok(($(cells.take::<$one>()?,)*))
            }
        }

        impl<$($one: ToCells),*> ToCells for ($($one,)*) {
            #[expect(non_snake_case, reason = "values are named as their types are")]
            fn put(&self, cells: &mut Vec<Value>) {
                let ($($one,)*) = self;
                $($one.put(cells);)*
            }
        }
    )*};
}
tuples! { A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; }

/// Types whose fields are cells, in this order; what lies beside the row begins empty.
macro_rules! columns {
    ($($type:ident { $($field:ident),* $(; $other:ident)? })*) => {$(
        impl FromCells for $type {
            fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
                Ok(Self { $($field: cells.take()?,)* $($other: Default::default(),)? })
            }
        }

        impl ToCells for $type {
            fn put(&self, cells: &mut Vec<rusqlite::types::Value>) {
                $(self.$field.put(cells);)*
            }
        }
    )*};
}
pub(super) use columns;
