//! The free texts and names in an event: what may have to be taken out of the file one day.

use super::{
    event::What,
    ids::{QuestionId, RoleId},
};

/// Stands in an event for a text that was taken out: the object replacement character, which nobody types.
/// Whoever shows events puts words in its place.
pub const REDACTED: &str = "\u{FFFC}";

/// An answer or holder, unless its text was taken out: nobody knows it any more, so it decides nothing and is asked
/// for again. The history shows that there was one.
pub(super) fn still_told(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| *text != REDACTED)
}

/// A free text: what it is, the key it has in the event's JSON, and the text.
pub type FreeText<T> = (TextPlace, &'static str, T);

messages! {
    /// What a text is to the event it stands in.
    pub enum TextPlace {
        /// The case's reference, or that of the case it continues.
        Reference => "place-reference",
        Answer(text: QuestionId) => "verbatim",
        Holder(text: RoleId) => "verbatim",
        /// The title of a step that somebody added.
        OwnStep => "place-own-step",
        Note => "place-note",
        FileName => "place-file-name",
        Reason => "place-reason",
        Decider => "place-decider",
        Recorder => "place-recorder",
        Calendar => "place-calendar",
    }
}

macro_rules! texts_of_events {
    ($($kind:ident { $($fact:ident)*; $($text:ident: $place:expr),* })*) => {
        impl What {
            /// Its free texts and names.
            pub fn texts(&self) -> Vec<FreeText<&String>> {
                texts_of_events!(self, &String, $($kind { $($fact)*; $($text: $place),* })*)
            }

            /// The same, to be changed.
            pub fn texts_mut(&mut self) -> Vec<FreeText<&mut String>> {
                texts_of_events!(self, &mut String, $($kind { $($fact)*; $($text: $place),* })*)
            }
        }
    };
    ($what:expr, $one:ty, $($kind:ident { $($fact:ident)*; $($text:ident: $place:expr),* })*) => {
        match $what {
            $(What::$kind { $($fact,)* $($text),* } => {
                $(let _ = $fact;)*
                // A text that may be missing is an option, any other just a text.
                let texts: Vec<(TextPlace, &'static str, Option<$one>)> =
                    vec![$(($place, stringify!($text), Option::from($text))),*];
                let texts = texts.into_iter();
                texts.filter_map(|(place, key, text)| Some((place, key, text?))).collect()
            })*
        }
    };
}

// Every field of every event stands here, before the semicolon or, if it is a text, after it: a new one does not
// compile until somebody has said which.
texts_of_events! {
    Opened { routine version text_hash trigger continues first_opened; }
    TriggerSet { trigger; }
    DateSet { date on; }
    DateConfirmed { date; }
    Answered { question; value: TextPlace::Answer(question.clone()) }
    RoleHeld { role; by: TextPlace::Holder(role.clone()) }
    Taken { step role; }
    Planned { step on; }
    ItemDone { step round item on; despite: TextPlace::Reason, decided_by: TextPlace::Decider }
    ItemSkipped { step round item; reason: TextPlace::Reason }
    Done { step round on dates; despite: TextPlace::Reason, decided_by: TextPlace::Decider }
    DayKnown { step round on; despite: TextPlace::Reason, decided_by: TextPlace::Decider }
    Skipped { step round on dates; reason: TextPlace::Reason }
    RoundsOpened { by on opened kept; }
    Extended { step round to; reason: TextPlace::Reason, decided_by: TextPlace::Decider }
    Reminded { step round unanswered; }
    Exported { events head; file: TextPlace::FileName }
    Added { step to role phase after; title: TextPlace::OwnStep }
    Noted { step; text: TextPlace::Note }
    Protected { hidden since; }
    CalendarSet { calendar; }
    Closed { continued_by; reason: TextPlace::Reason }
    Reopened { ; reason: TextPlace::Reason }
    BroughtOver { up_to; }
    Redacted { redacts; reason: TextPlace::Reason }
    Undone { undoes; }
}
