//! The wording files, in one list a language. A new file is added here and nowhere else.

use super::Language;

macro_rules! files {
    ($folder:literal) => {
        files!(
            $folder:
            "changes",
            "checklist",
            "commands",
            "copies",
            "dates",
            "doctor",
            "encryption",
            "errors",
            "exchange",
            "first",
            "help",
            "history",
            "many",
            "prompts",
            "refusals",
            "reports",
            "retention",
            "routine-problems",
            "routines",
            "rules",
            "steps",
            "store",
            "typed",
            "usage",
            "walk",
            "why",
        )
    };
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!($folder, "/", $name, ".ftl")))),*]
    };
}

pub(crate) fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Swedish => files!("sv"),
        Language::English => files!("en"),
    }
}
