//! The id of a routine file, read without reading the rest: listing a folder must not parse all that is in it.

use toml::de::DeTable;

use crate::domain::ids::is_plain_id;

/// The id that a text gives itself, even if the text is broken elsewhere or cut off.
pub(super) fn id(text: &str) -> Option<String> {
    id_in(head(text)).or_else(|| id_in(text))
}

/// What stands before the first table.
fn head(text: &str) -> &str {
    let table = text.match_indices("\n[").next();
    table.map_or(text, |(at, _)| &text[..=at])
}

fn id_in(text: &str) -> Option<String> {
    let (root, _) = DeTable::parse_recoverable(text);
    let id = root.get_ref().get("id")?.get_ref().as_str()?;
    is_plain_id(id).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_id_in_whole_and_broken_texts() {
        for (text, found) in [
            (
                "format = 1\nid = \"nacka\"\n[source]\nid = \"x\"",
                Some("nacka"),
            ),
            (
                "title = \"\"\"\n[x]\n\"\"\"\nid = \"a\"\n[[role]]",
                Some("a"),
            ),
            ("id = \"a\"\ntitle = oj oj\n[source", Some("a")),
            ("id = \"a\"\nnotice = \"\"\"utan slut", Some("a")),
            ("[source]\nid = \"x\"", None),
            ("id = \"Nacka!\"", None),
            ("id = 3", None),
            ("", None),
        ] {
            assert_eq!(id(text).as_deref(), found, "{text}");
        }
    }
}
