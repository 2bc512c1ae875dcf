//! The languages, and the wording files of each. A new file is added to the list here and nowhere else.

use unic_langid::LanguageIdentifier;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// Swedish.
    #[value(name = "sv")]
    Swedish,
    /// English.
    #[value(name = "en")]
    English,
}

impl Language {
    /// The language of a code as options and the environment write it; `None` when sisam does not speak it.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// English when the system's locale is English, else Swedish.
    pub(crate) fn of_locale(locale: Option<&str>) -> Self {
        let code = locale.and_then(|locale| locale.split(['-', '_', '.']).next());
        match code {
            Some("en") => Self::English,
            _ => Self::Swedish,
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        let code = match self {
            Self::Swedish => "sv-SE",
            Self::English => "en-GB",
        };
        // Both codes are well formed; a test of plurals would see the undetermined language.
        code.parse().unwrap_or_default()
    }
}

macro_rules! files {
    ($folder:literal) => {
        files!(
            $folder:
            "akt",
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
