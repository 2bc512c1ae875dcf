//! Values as cells of rows, both ways: a type says once which cells it fills, one or several beside each other.

use std::error::Error;

use chrono::NaiveDate;
use rusqlite::types::{Type, Value, ValueRef};
use rusqlite::{Error as SqlError, Result, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::ids::{CaseRef, RoleId, RoutineId, StepId};

/// The cells of a row, from left to right.
pub(super) struct Cells<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

pub(super) trait FromCells: Sized {
    fn take(cells: &mut Cells<'_, '_>) -> Result<Self>;
}

pub(super) trait ToCells {
    fn put(&self, cells: &mut Vec<Value>);
}

impl<'r, 's> Cells<'r, 's> {
    pub(super) fn of(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    pub(super) fn take<T: FromCells>(&mut self) -> Result<T> {
        T::take(self)
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
pub(super) fn put_json(value: &impl Serialize, cells: &mut Vec<Value>) {
    cells.push(serde_json::to_string(value).ok().into());
}

macro_rules! as_sqlite_has_them {
    ($($type:ty),*) => {$(
        impl FromCells for $type {
            fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
                cells.next += 1;
                cells.row.get(cells.next - 1)
            }
        }

        impl ToCells for $type {
            fn put(&self, cells: &mut Vec<Value>) {
                cells.push(self.clone().into());
            }
        }
    )*};
}
as_sqlite_has_them!(bool, u8, u32, i64, String, Vec<u8>);

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl FromCells for $id {
            fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
                cells.take::<String>().map(Self::from)
            }
        }

        impl ToCells for $id {
            fn put(&self, cells: &mut Vec<Value>) {
                self.as_str().put(cells);
            }
        }
    )*};
}
ids!(CaseRef, RoutineId, StepId, RoleId);

macro_rules! lists {
    ($($item:ty),*) => {$(
        impl FromCells for Vec<$item> {
            fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
                cells.json()
            }
        }

        impl ToCells for Vec<$item> {
            fn put(&self, cells: &mut Vec<Value>) {
                put_json(self, cells);
            }
        }
    )*};
}
lists!(String, RoleId);

/// Days are ISO 8601 texts.
impl FromCells for NaiveDate {
    fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
        cells.text(str::parse)
    }
}

impl ToCells for NaiveDate {
    fn put(&self, cells: &mut Vec<Value>) {
        cells.push(self.to_string().into());
    }
}

impl ToCells for str {
    fn put(&self, cells: &mut Vec<Value>) {
        cells.push(self.to_owned().into());
    }
}

impl<T: FromCells> FromCells for Option<T> {
    fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
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
            fn take(cells: &mut Cells<'_, '_>) -> Result<Self> {
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

/// Types whose fields are cells, in this order.
macro_rules! columns {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl FromCells for $type {
            fn take(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
                Ok(Self { $($field: cells.take()?),* })
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
