//! Abbreviations are spelt out where they first stand on a page; what each stands for is in the wording files.

use std::ops::Range;

use super::wording::Words;

const KNOWN: [&str; 9] = [
    "BBIC", "ESTER", "IFO", "LVU", "OSL", "SES", "SiS", "SoL", "SPSM",
];

/// Those that have not been spelt out yet.
pub(super) struct Unspelt<'w> {
    left: Vec<&'static str>,
    words: &'w Words,
}

impl<'w> Unspelt<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        let left = KNOWN.to_vec();
        Self { left, words }
    }

    /// The text with what each in it stands for in brackets: "SES (…)", "OSL (…, 2009:400)".
    pub(super) fn spell(&mut self, text: &str) -> String {
        let mut spelt = text.to_owned();
        for (short, meaning) in self.met(text) {
            let Some(word) = word_with(short, &spelt) else {
                continue;
            };
            let (before, after) = (&spelt[..word.start], &spelt[word.end..]);
            let name = match spelt[word.clone()].trim_end_matches(":s") == short {
                true => meaning,
                false => format!("{short}: {meaning}"),
            };
            let figures = after
                .strip_prefix(" (")
                .filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
            let is_spelt =
                after.starts_with(" (") || before.ends_with('(') && after.starts_with(')');
            spelt = match figures {
                Some(rest) => format!("{}{} ({name}, {rest}", before, &spelt[word]),
                None if is_spelt => continue,
                None => format!("{}{} ({name}){after}", before, &spelt[word]),
            };
        }
        spelt
    }

    /// What those in these texts stand for, on a line of its own; nothing where none is new.
    pub(super) fn note<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Option<String> {
        let texts: Vec<_> = texts.collect();
        let met = self.met(&texts.join("\n")).into_iter();
        let notes = met.map(|(short, meaning)| format!("{short}: {meaning}"));
        notes.reduce(|notes, note| format!("{notes} · {note}"))
    }

    /// Those in a text, each with what it stands for. They count as spelt out from now on.
    fn met(&mut self, text: &str) -> Vec<(&'static str, String)> {
        let is_met = |short: &&'static str| word_with(short, text).is_some();
        let met: Vec<_> = self.left.iter().copied().filter(is_met).collect();
        self.left.retain(|short| !met.contains(short));
        let meaning = |short: &str| {
            self.words
                .say(format!("abbreviation-{}", short.to_lowercase()))
        };
        met.into_iter()
            .map(|short| (short, meaning(short)))
            .collect()
    }
}

/// The first word that begins with it, with what is hung on that: "LVU-utredningen", "BBIC:s".
fn word_with(short: &str, text: &str) -> Option<Range<usize>> {
    let places = text.match_indices(short).map(|(place, _)| place);
    places.into_iter().find_map(|start| {
        let (before, rest) = (text.get(..start)?, text.get(start + short.len()..)?);
        let is_letter = |c: char| c.is_alphanumeric();
        if before.ends_with(is_letter) || rest.starts_with(is_letter) {
            return None;
        }
        let hung = |c: char| !is_letter(c) && c != '-' && c != ':';
        let hung = rest.find(hung).map_or(rest, |end| &rest[..end]);
        Some(start..start + short.len() + hung.trim_end_matches(['-', ':']).len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::wording::Language;

    #[test]
    fn only_the_first_is_spelt_out() {
        let words = Words::new(Language::Swedish);
        let mut unspelt = Unspelt::new(&words);
        for (text, spelt) in [
            (
                "Involvera när LVU utreds",
                "Involvera när LVU (lagen om vård av unga) utreds",
            ),
            ("LVU igen", "LVU igen"),
            (
                "BBIC:s dokument: SoL (2025:400)",
                "BBIC:s (Barns behov i centrum) dokument: SoL (socialtjänstlagen, 2025:400)",
            ),
            (
                "Individ- och familjeomsorgen (IFO)",
                "Individ- och familjeomsorgen (IFO)",
            ),
            ("IFO igen", "IFO igen"),
            ("OSLO, ISiS", "OSLO, ISiS"),
        ] {
            assert_eq!(unspelt.spell(text), spelt);
        }
        let note = unspelt.note(["SiS placeringsenhet", "LVU"].into_iter());
        assert_eq!(note.as_deref(), Some("SiS: Statens institutionsstyrelse"));
        let hung = Unspelt::new(&words).spell("LVU-utredningen inleds");
        assert_eq!(hung, "LVU-utredningen (LVU: lagen om vård av unga) inleds");
    }
}
