//! What is to be said, before the language is known: a message's id and its typed arguments. The words lie in Fluent
//! files, and one renderer (`ui::wording`) makes text of id and arguments: "Rutin 4" of a step, "ons 2 dec 2026" of a
//! day. A new message is a variant of an enum (`messages!`) or a `message!`, and its text in each language.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use super::ids::{
    CaseRef, DocumentId, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId,
};

/// An id of the wording files and what stands in the gaps of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    id: Cow<'static, str>,
    arguments: Vec<(&'static str, Argument)>,
}

/// What stands in a gap, as typed as it was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    Text(String),
    /// Also chooses among the text's forms for one and many.
    Number(i64),
    Day(NaiveDate),
    Step(StepId),
    /// A round of a step, the round named from the second on.
    Round(StepId, u32),
    /// With its title.
    StepTitle(StepId),
    /// A part of a step.
    Item(StepId, ItemId),
    KeyDate(KeyDateId),
    /// With a small letter, where it begins no sentence.
    KeyDateInText(KeyDateId),
    Question(QuestionId),
    Role(RoleId),
    Trigger(TriggerId),
    Message(Message),
    /// What was answered to a question, as it is stored.
    Answer(QuestionId, String),
    /// The same of a question that takes no text.
    Value(String),
    /// With commas between.
    List(Vec<Argument>),
    /// The same with dots.
    Dotted(Vec<Argument>),
    /// The same with what a message says.
    Joined(&'static str, Vec<Argument>),
}

impl Argument {
    fn with_texts(&self, change: fn(&str) -> String) -> Self {
        match self {
            Self::Text(text) => Self::Text(change(text)),
            Self::Message(message) => Self::Message(message.with_texts(change)),
            Self::List(list) => Self::List(list.iter().map(|one| one.with_texts(change)).collect()),
            other => other.clone(),
        }
    }

    /// What each of a list says, with dots between.
    pub fn dotted(list: &[impl ToArgument]) -> Self {
        Self::Dotted(list.iter().map(ToArgument::to_argument).collect())
    }

    /// What each of a list says, with what a message says between.
    pub fn joined(word: &'static str, list: &[impl ToArgument]) -> Self {
        Self::Joined(word, list.iter().map(ToArgument::to_argument).collect())
    }
}

impl Message {
    /// A text that is not ours to word: what a file or the system said.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::from("verbatim").with("text", text.into())
    }

    /// Its id in the wording files.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What fills its gaps, by their names.
    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }

    /// Whether it has a gap of that name.
    pub fn has(&self, gap: &str) -> bool {
        self.arguments.iter().any(|(name, _)| *name == gap)
    }

    /// The same with a gap filled; anew, if it was filled before.
    pub fn with(mut self, gap: &'static str, value: impl ToArgument) -> Self {
        self.arguments.retain(|(name, _)| *name != gap);
        self.arguments.push((gap, value.to_argument()));
        self
    }

    /// The same with every text in its gaps changed.
    pub fn with_texts(&self, change: fn(&str) -> String) -> Self {
        let arguments = self.arguments.iter();
        let arguments = arguments.map(|(gap, argument)| (*gap, argument.with_texts(change)));
        Self {
            id: self.id.clone(),
            arguments: arguments.collect(),
        }
    }

    /// Another message of the same arguments.
    pub fn under(&self, id: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.into(),
            arguments: self.arguments.clone(),
        }
    }

    /// What belongs to it, and has its id with this after it: `-why`, `-hint`.
    pub fn part(&self, ending: &str) -> Self {
        self.under(format!("{}{ending}", self.id))
    }
}

impl From<&'static str> for Message {
    fn from(id: &'static str) -> Self {
        Self {
            id: id.into(),
            arguments: Vec::new(),
        }
    }
}

impl From<String> for Message {
    fn from(id: String) -> Self {
        Self {
            id: id.into(),
            arguments: Vec::new(),
        }
    }
}

impl From<&Message> for Message {
    fn from(message: &Message) -> Self {
        message.clone()
    }
}

/// Can stand in the gap of a message.
pub trait ToArgument {
    fn to_argument(&self) -> Argument;
}

impl<T: ToArgument + ?Sized> ToArgument for &T {
    fn to_argument(&self) -> Argument {
        (**self).to_argument()
    }
}

/// Nothing is said of what there is not.
impl<T: ToArgument> ToArgument for Option<T> {
    fn to_argument(&self) -> Argument {
        let some = self.as_ref().map(ToArgument::to_argument);
        some.unwrap_or_else(|| Argument::Text(String::new()))
    }
}

impl<T: ToArgument> ToArgument for [T] {
    fn to_argument(&self) -> Argument {
        Argument::List(self.iter().map(ToArgument::to_argument).collect())
    }
}

impl<T: ToArgument> ToArgument for Vec<T> {
    fn to_argument(&self) -> Argument {
        self.as_slice().to_argument()
    }
}

macro_rules! arguments {
    ($($type:ty: |$value:ident| $argument:expr;)*) => {$(
        impl ToArgument for $type {
            fn to_argument(&self) -> Argument {
                let $value = self;
                $argument
            }
        }
    )*};
}

arguments! {
    str: |text| Argument::Text(text.to_owned());
    String: |text| Argument::Text(text.clone());
    Cow<'_, str>: |text| Argument::Text(text.to_string());
    char: |sign| Argument::Text(sign.to_string());
    bool: |flag| Argument::Text(flag.to_string());
    Path: |path| Argument::Text(path.display().to_string());
    PathBuf: |path| path.as_path().to_argument();
    i64: |number| Argument::Number(*number);
    i32: |number| Argument::Number(i64::from(*number));
    u8: |number| Argument::Number(i64::from(*number));
    u32: |number| Argument::Number(i64::from(*number));
    u64: |number| Argument::Number(i64::try_from(*number).unwrap_or(i64::MAX));
    usize: |number| (*number as u64).to_argument();
    (&StepId, u32): |round| Argument::Round(round.0.clone(), round.1);
    NaiveDate: |day| Argument::Day(*day);
    StepId: |id| Argument::Step(id.clone());
    KeyDateId: |id| Argument::KeyDate(id.clone());
    QuestionId: |id| Argument::Question(id.clone());
    RoleId: |id| Argument::Role(id.clone());
    TriggerId: |id| Argument::Trigger(id.clone());
    ItemId: |id| Argument::Text(id.to_string());
    RoutineId: |id| Argument::Text(id.to_string());
    DocumentId: |id| Argument::Text(id.to_string());
    CaseRef: |case| Argument::Text(case.to_string());
    Message: |message| Argument::Message(message.clone());
    Argument: |argument| argument.clone();
}

/// A message and what stands in its gaps: `message!("id", step, date = row.due)`; a gap alone is filled by what has its name.
macro_rules! message {
    ($id:expr $(, $gap:ident $(= $value:expr)?)* $(,)?) => {
        $crate::domain::message::Message::from($id)
            $(.with(stringify!($gap), message!(@value $gap $(= $value)?)))*
    };
    (@value $gap:ident) => { &$gap };
    (@value $gap:ident = $value:expr) => { &$value };
}

/// The text of a message, as `words` say it: `say!(words, "id", step, date = row.due)`.
macro_rules! say {
    ($words:expr, $($message:tt)*) => { $words.say(message!($($message)*)) };
}

/// An enum of which each variant says something: `Variant { gap: Type; other: Type } => "id"`, or another message of its
/// own in place of the id. Its fields fill the gaps of their names; those after `;` fill none.
macro_rules! messages {
    ($(#[$of_all:meta])* $vis:vis enum $name:ident {$(
        $(#[$doc:meta])*
        $variant:ident
            $({ $($(#[$of_field:meta])* $field:ident: $type:ty),* $(; $($(#[$of_other:meta])* $other:ident: $other_type:ty),+)? $(,)? })?
            $(( $($gap:ident: $gap_type:ty),* $(; $held:ident: $held_type:ty)? ))?
        => $message:expr
    ),+ $(,)?}) => {
        $(#[$of_all])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {$(
            $(#[$doc])*
            $variant
                $({ $($(#[$of_field])* $field: $type,)* $($($(#[$of_other])* $other: $other_type,)+)? })?
                $(( $($gap_type,)* $($held_type,)? ))?
        ),+}

        impl $name {
            /// What it says, before the language is known.
            #[allow(unused_variables, reason = "a field may only fill a gap, or only choose the message")]
            $vis fn message(&self) -> $crate::domain::message::Message {
                match self {$(
                    Self::$variant $({ $($field,)* $($($other,)+)? })? $(( $($gap,)* $($held,)? ))? =>
                        $crate::domain::message::Message::from($message)
                            $($(.with(stringify!($field), $field))*)?
                            $($(.with(stringify!($gap), $gap))*)?
                ),+}
            }
        }

        impl From<&$name> for $crate::domain::message::Message {
            fn from(said: &$name) -> Self {
                said.message()
            }
        }

        impl $crate::domain::message::ToArgument for $name {
            fn to_argument(&self) -> $crate::domain::message::Argument {
                $crate::domain::message::Argument::Message(self.message())
            }
        }
    };
}

/// The words that files, JSON and settings have for an enum without fields, in order.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every one there is, in order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one of that word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.as_str() == word)
            }
        }
    };
}
