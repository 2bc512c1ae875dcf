//! Which id somebody means among those that may be meant.

use std::collections::BTreeSet;

use crate::domain::signs::folded;

/// The id that is meant among ids with what they are called: an exact id wins, then an exact label, then either without
/// regard to capitals, dots, spaces and hyphens. `None` where none fits. One may stand there under several labels.
///
/// # Errors
/// The ids of those that fit as well as each other.
pub fn id_named<'n>(
    typed: &str,
    named: impl Iterator<Item = (&'n str, &'n str)> + Clone,
) -> Result<Option<&'n str>, Vec<String>> {
    let (typed, bare) = (typed.trim(), folded(typed));
    for way in 0..if bare.is_empty() { 1 } else { 3 } {
        let fitting = named.clone().filter(|(id, label)| match way {
            0 => *id == typed,
            1 => *label == typed,
            _ => folded(id) == bare || folded(label) == bare,
        });
        let ids: BTreeSet<&str> = fitting.map(|(id, _)| id).collect();
        match ids.len() {
            0 => {}
            1 => return Ok(ids.first().copied()),
            _ => return Err(ids.into_iter().map(str::to_owned).collect()),
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_wins_and_then_a_label_and_what_fits_two_is_neither() {
        let named = [
            ("malmote", "Målmöte"),
            ("Mote", "malmote"),
            ("annan-atgard", "x"),
            ("annan.y", "Annan  Åtgärd"),
        ];
        let both = |one: &str, two: &str| Err(vec![one.to_owned(), two.to_owned()]);
        for (typed, meant) in [
            ("malmote", Ok(Some("malmote"))),
            ("Målmöte", Ok(Some("malmote"))),
            ("MÖTE", Ok(Some("Mote"))),
            (" Mote ", Ok(Some("Mote"))),
            ("målmote", both("Mote", "malmote")),
            ("annan åtgärd", both("annan-atgard", "annan.y")),
            ("Annan  Åtgärd", Ok(Some("annan.y"))),
            ("annan-atgard", Ok(Some("annan-atgard"))),
            ("annan", Ok(None)),
            ("", Ok(None)),
            ("-", Ok(None)),
        ] {
            assert_eq!(id_named(typed, named.into_iter()), meant, "{typed}");
        }
    }
}
