//! Which message stands for which error. The words themselves lie with the user interface.

use std::path::Path;

use super::StoreError;
use super::file;

/// An error in words: what is wrong, why, and what to type next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreWords {
    pub what: String,
    /// Why, and what has become of the file.
    pub why: String,
    pub hint: String,
}

/// Gives the text of a message's id and arguments.
pub type Say<'a> = dyn Fn(&str, &[(&str, String)]) -> String + 'a;

impl StoreError {
    /// The message's id and arguments. The id with `-why` and `-hint` after it has the rest of the message.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NotADatabase => ("store-not-a-database", Vec::new()),
            Self::AnotherProgramsFile => ("store-another-programs-file", Vec::new()),
            Self::Encrypted if file::IS_BUILT_IN => ("store-encrypted", Vec::new()),
            Self::Encrypted => ("store-encrypted-for-another-build", Vec::new()),
            Self::WrongKey => ("store-wrong-key", Vec::new()),
            Self::EncryptionDiffers => ("store-encryption-differs", Vec::new()),
            Self::Newer { found, ours } => ("store-newer", versions(*found, *ours)),
            Self::NeedsMigration { found, ours } => {
                ("store-needs-migration", versions(*found, *ours))
            }
            Self::Interrupted => ("store-interrupted", Vec::new()),
            Self::Busy => ("store-busy", Vec::new()),
            Self::ReadOnly => ("store-read-only", Vec::new()),
            Self::Full => ("store-full", Vec::new()),
            Self::WriteFailed(detail) => ("store-write-failed", vec![("detail", detail.clone())]),
            Self::Unconfirmed(detail) => ("store-unconfirmed", vec![("detail", detail.clone())]),
            Self::OwnName => ("store-own-name", Vec::new()),
            Self::NoLocks => ("store-no-locks", Vec::new()),
            Self::NotPermitted => ("store-not-permitted", Vec::new()),
            Self::NoSuchPlace => ("store-no-such-place", Vec::new()),
            Self::NotAFile(path) => ("store-not-a-file", vec![("path", path.clone())]),
            Self::IdentityNumber => ("store-identity-number", Vec::new()),
            Self::LogBeside => ("store-log-beside", Vec::new()),
            Self::ForeignRule(name) => ("store-foreign-rule", vec![("name", name.clone())]),
            Self::DuplicateReference(reference) => (
                "store-duplicate-reference",
                vec![("reference", reference.to_string())],
            ),
            Self::NoSuchCase(reference) => (
                "store-no-such-case",
                vec![("reference", reference.to_string())],
            ),
            Self::HistoryMovedOn { expected, found } => (
                "store-history-moved-on",
                vec![
                    ("expected", expected.to_string()),
                    ("found", found.to_string()),
                ],
            ),
            Self::UnreadableEvent { case, seq } => (
                "store-unreadable-event",
                vec![("case", case.to_string()), ("seq", seq.to_string())],
            ),
            Self::UnreadableRow { case, ordinal } => (
                "store-unreadable-row",
                vec![("case", case.to_string()), ("ordinal", ordinal.to_string())],
            ),
            Self::Damaged(detail) => ("store-damaged", vec![("detail", detail.clone())]),
            Self::Other(detail) => ("store-other", vec![("detail", detail.clone())]),
        }
    }

    /// The error in words, with `say` giving the text of a message's id and arguments.
    pub fn words(&self, file: &Path, say: &Say<'_>) -> StoreWords {
        let (id, mut arguments) = self.message();
        arguments.push(("file", file.display().to_string()));
        StoreWords {
            what: say(id, &arguments),
            why: say(&format!("{id}-why"), &arguments),
            hint: say(&format!("{id}-hint"), &arguments),
        }
    }
}

fn versions(found: u32, ours: u32) -> Vec<(&'static str, String)> {
    vec![("found", found.to_string()), ("ours", ours.to_string())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

    fn every_error() -> Vec<StoreError> {
        let (found, ours, case) = (3, 2, 1);
        vec![
            StoreError::NotADatabase,
            StoreError::AnotherProgramsFile,
            StoreError::Encrypted,
            StoreError::WrongKey,
            StoreError::EncryptionDiffers,
            StoreError::Newer { found, ours },
            StoreError::NeedsMigration { found, ours },
            StoreError::Interrupted,
            StoreError::Busy,
            StoreError::ReadOnly,
            StoreError::Full,
            StoreError::WriteFailed("disk I/O error".to_owned()),
            StoreError::Unconfirmed("disk I/O error".to_owned()),
            StoreError::OwnName,
            StoreError::NoLocks,
            StoreError::NotPermitted,
            StoreError::NoSuchPlace,
            StoreError::NotAFile("/x/cases.db-journal".to_owned()),
            StoreError::LogBeside,
            StoreError::IdentityNumber,
            StoreError::ForeignRule("extra".to_owned()),
            StoreError::DuplicateReference("2026-001".into()),
            StoreError::NoSuchCase("2026-001".into()),
            StoreError::HistoryMovedOn { expected: 4, found },
            StoreError::UnreadableEvent { case, seq: 9 },
            StoreError::UnreadableRow { case, ordinal: 9 },
            StoreError::Damaged("row 1 missing".to_owned()),
            StoreError::Other("disk I/O error".to_owned()),
        ]
    }

    fn say_from(source: &str) -> impl Fn(&str, &[(&str, String)]) -> String {
        let mut bundle = FluentBundle::default();
        let resource = FluentResource::try_new(source.to_owned()).unwrap();
        bundle.add_resource(resource).unwrap();
        bundle.set_use_isolating(false);
        move |id, arguments| {
            let message = bundle.get_message(id).and_then(|message| message.value());
            let mut args = FluentArgs::new();
            for (key, value) in arguments {
                args.set(*key, value.clone());
            }
            let mut errors = Vec::new();
            let pattern = message.unwrap_or_else(|| panic!("no message {id}"));
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            assert!(errors.is_empty(), "{id}: {errors:?}");
            text.into_owned()
        }
    }

    #[test]
    fn every_error_has_words_in_both_languages_and_they_name_what_matters() {
        for source in [
            include_str!("../ui/wording/sv/store.ftl"),
            include_str!("../ui/wording/en/store.ftl"),
        ] {
            let say = say_from(source);
            for error in every_error() {
                let words = error.words(Path::new("/x/cases.db"), &say);
                let all = format!("{} {} {}", words.what, words.why, words.hint);
                for (name, value) in error.message().1 {
                    assert!(all.contains(&value), "{error:?} does not say its {name}");
                }
                assert!(!words.why.is_empty() && !words.hint.is_empty());
            }
        }
    }
}
