//! Names: what is called what.

use std::collections::BTreeSet;

use crate::domain::signs::folded;

/// The place of the one that is meant among ids with their labels: an exact id wins, then an exact label, then either
/// without regard to capitals, dots, spaces and hyphens.
///
/// # Errors
/// The places of those that fit as well as each other; of none, where none fits.
pub fn place_named<'n>(
    typed: &str,
    named: impl Iterator<Item = (&'n str, &'n str)>,
) -> Result<usize, Vec<usize>> {
    let (typed, bare) = (typed.trim(), folded(typed));
    let named: Vec<_> = named.collect();
    let fits = |way: usize, id: &str, label: &str| match way {
        0 => id == typed,
        1 => label == typed,
        _ => [id, label].iter().any(|name| folded(name) == bare),
    };
    for way in 0..if bare.is_empty() { 1 } else { 3 } {
        let places = (0..).zip(&named);
        let fitting = places.filter(|(_, (id, label))| fits(way, id, label));
        let fitting: Vec<usize> = fitting.map(|(place, _)| place).collect();
        match fitting[..] {
            [] => {}
            [place] => return Ok(place),
            _ => return Err(fitting),
        }
    }
    Err(Vec::new())
}

/// The id that is meant; `None` where none fits. One that is there under several labels is one.
///
/// # Errors
/// The ids of those that fit as well as each other.
pub fn id_named<'n>(
    typed: &str,
    named: impl Iterator<Item = (&'n str, &'n str)> + Clone,
) -> Result<Option<&'n str>, Vec<String>> {
    let places =
        place_named(typed, named.clone()).map_or_else(|places| places, |place| vec![place]);
    let ids = named
        .enumerate()
        .filter(|(place, _)| places.contains(place));
    let ids: BTreeSet<&str> = ids.map(|(_, (id, _))| id).collect();
    match ids.len() {
        0 | 1 => Ok(ids.first().copied()),
        _ => Err(ids.into_iter().map(str::to_owned).collect()),
    }
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
        for (typed, place) in [
            ("malmote", Ok(0)),
            ("Målmöte", Ok(0)),
            ("MÖTE", Ok(1)),
            (" Mote ", Ok(1)),
            ("målmote", Err(vec![0, 1])),
            ("annan åtgärd", Err(vec![2, 3])),
            ("Annan  Åtgärd", Ok(3)),
            ("annan-atgard", Ok(2)),
            ("annan", Err(vec![])),
            ("", Err(vec![])),
            ("-", Err(vec![])),
        ] {
            assert_eq!(place_named(typed, named.into_iter()), place, "{typed}");
        }
    }
}
