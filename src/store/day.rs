//! Days as ISO 8601 texts.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::Type;

pub(crate) fn text(day: NaiveDate) -> String {
    day.to_string()
}

pub(crate) fn text_if(day: Option<NaiveDate>) -> Option<String> {
    day.map(text)
}

pub(crate) fn get(row: &Row<'_>, column: usize) -> rusqlite::Result<NaiveDate> {
    parse(row.get_ref(column)?.as_str()?, column)
}

pub(crate) fn get_if(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    row.get_ref(column)?
        .as_str_or_null()?
        .map(|text| parse(text, column))
        .transpose()
}

fn parse(text: &str, column: usize) -> rusqlite::Result<NaiveDate> {
    text.parse().map_err(|error: chrono::ParseError| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
    })
}
