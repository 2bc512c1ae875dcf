//! The names things go by, one type each, so that a step's id is never taken for a question's.

use std::{
    borrow::{Borrow, Cow},
    fmt,
};

use serde::{Deserialize, Serialize};

use super::signs::{is_unseen, plain};

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it was written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// No id holds a dash but `-`, or a sign that nobody sees: whoever types or pastes one means the plain id.
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(plain(text).into_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match plain(&text) {
                    Cow::Borrowed(_) => Self(text),
                    Cow::Owned(plain) => Self(plain),
                }
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

id_types! {
    /// A routine's id: a–z, 0–9 and `-`.
    RoutineId,
    /// A step's id, as the source numbers it.
    StepId,
    /// The id of a part of a step; unique within its step.
    ItemId,
    /// A question's or a form field's id; the two share one namespace.
    QuestionId,
    KeyDateId,
    RoleId,
    TriggerId,
    DocumentId,
    /// A case's reference, such as `2026-014`: a pseudonym, never a name.
    CaseRef,
}

impl StepId {
    /// Whether it is a number such as 4 or 9a.
    pub fn is_number(&self) -> bool {
        self.0.starts_with(|sign: char| sign.is_ascii_digit())
    }
}

/// Whether a routine's id has the shape the format asks for: a–z, 0–9 and `-`.
pub fn is_plain_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Whether any other id has the shape the format asks for: letters, digits, `-` and `.`.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| (c.is_alphanumeric() && !is_unseen(c)) || c == '-' || c == '.')
}
