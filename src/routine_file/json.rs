//! A routine file's own tables as JSON: every key as it stands, days and times as texts.

use serde_json::{Map, Number, Value as Json};
use toml::{Table, Value};

/// The tables of a text; `None` when it is not TOML.
pub fn tables_as_json(text: &str) -> Option<Json> {
    let table: Table = text.parse().ok()?;
    Some(object(table))
}

fn object(table: Table) -> Json {
    let entries = table.into_iter().map(|(key, value)| (key, json(value)));
    Json::Object(entries.collect::<Map<_, _>>())
}

fn json(value: Value) -> Json {
    match value {
        Value::String(text) => Json::String(text),
        Value::Integer(number) => number.into(),
        // JSON has no word for infinity.
        Value::Float(number) => Number::from_f64(number).map_or(Json::Null, Json::Number),
        Value::Boolean(yes) => yes.into(),
        Value::Datetime(day) => Json::String(day.to_string()),
        Value::Array(values) => values.into_iter().map(json).collect(),
        Value::Table(table) => object(table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_texts_and_the_rest_is_as_it_stands() {
        let text = "a = 2026-05-11\n[[b]]\nc = [true, 1, \"å\", 1.5]\n[b.d]\ne = {f = 1}";
        let found = tables_as_json(text).unwrap().to_string();
        assert_eq!(
            found,
            r#"{"a":"2026-05-11","b":[{"c":[true,1,"å",1.5],"d":{"e":{"f":1}}}]}"#
        );
        assert_eq!(tables_as_json("a = "), None);
    }
}
