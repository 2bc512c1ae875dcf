//! What went wrong: what, why, a hint, and which exit code it is. Said once, here.

use std::fmt::Display;
use std::io;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::process::ExitCode;

use crate::domain::decide::Refusal;
use crate::domain::message::Message;
use crate::domain::nearest::nearest;
use crate::domain::signs::odd_sign;
use crate::store::StoreError;
use crate::ui::prompt::Unasked;
use crate::ui::wording::{Language, Words};
use crate::ui::{Style, Tone, Ui, quoted};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Fine,
    FaultFound,
    OverdueFound,
}

/// What only does what it was told.
impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Fine
    }
}

impl Outcome {
    /// What a check comes to.
    pub(crate) fn of_check(is_sound: bool) -> Self {
        match is_sound {
            true => Self::Fine,
            false => Self::FaultFound,
        }
    }

    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::FaultFound => 1,
            Self::OverdueFound => 3,
        }
    }
}

/// What comes of work that may fail.
pub(crate) type Attempt<T = ()> = Result<T, Failure>;

/// Why a command did not do what it was told. Unless it says otherwise, nothing was changed. What the wording files have
/// under its own id with `-why` and `-hint` is said with it, before other causes and hints.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Failure {
    kind: Kind,
    what: Message,
    why: Vec<Message>,
    hints: Vec<Message>,
    tells_hints: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Refused,
    /// The domain's refusal, in words.
    Refusal(Box<Refusal>),
    /// The store's own error: it gets its words from whoever knows which file it was ([`Failure::in_file`]).
    Store(Box<StoreError>),
    Usage,
    Bug,
    /// Somebody left where they were asked.
    Interrupted,
    /// The same, to go back to where the question came from.
    Back,
    /// Somebody left and knows it.
    Left,
    /// It was told where it came up.
    Told,
    /// Nobody reads any more, which is no error.
    NobodyReads,
}

const BUG: u8 = 70;

impl Failure {
    fn of(kind: Kind, what: impl Into<Message>) -> Self {
        Self {
            kind,
            what: what.into(),
            why: Vec::new(),
            hints: Vec::new(),
            tells_hints: true,
        }
    }

    /// It cannot be done: exit code 1.
    pub(crate) fn refused(what: impl Into<Message>) -> Self {
        Self::of(Kind::Refused, what)
    }

    /// Names the first sign of what was typed that is on no keyboard, where there is one: what is quoted looks right.
    pub(crate) fn naming_odd_sign(self, typed: &str) -> Self {
        match odd_sign(typed) {
            Some((place, sign)) => self.because(message!(
                "odd-sign",
                place,
                sign = format!("U+{:04X}", u32::from(sign))
            )),
            None => self,
        }
    }

    /// The same of a name that is not known: with the one most like it, if any is, and all there are.
    pub(crate) fn among<'k>(self, given: &str, known: impl Iterator<Item = &'k str>) -> Self {
        let known: Vec<&str> = known.collect();
        let mut failure = self.naming_odd_sign(given);
        if let Some(near) = nearest(given, known.iter().copied()) {
            failure = failure.did_you_mean(&near);
        }
        match known.is_empty() {
            true => failure,
            false => failure.choices(&known),
        }
    }

    pub(crate) fn did_you_mean(self, suggestion: &str) -> Self {
        self.hint(message!("hint-did-you-mean", suggestion))
    }

    /// What was typed stands for several: all of them.
    pub(crate) fn several_fit(given: &str, ids: &[impl Display]) -> Self {
        Self::refused(message!("refused-several-fit", given)).choices(ids)
    }

    /// The same with all that may be said instead.
    pub(crate) fn choices(self, all: &[impl Display]) -> Self {
        let all: Vec<_> = all.iter().map(ToString::to_string).collect();
        self.hint(message!("hint-choices", choices = all.join(" · ")))
    }

    /// The command line is wrong: exit code 2.
    pub(crate) fn usage(what: impl Into<Message>) -> Self {
        Self::of(Kind::Usage, what)
    }

    /// Somebody left, and has been told what became of it: exit code 1, nothing more to say.
    pub(crate) fn left() -> Self {
        Self::of(Kind::Left, Message::from("error-left"))
    }

    /// It has been told where it came up: nothing more to say.
    pub(crate) fn told() -> Self {
        Self::of(Kind::Told, Message::from("error-left"))
    }

    /// The program is wrong, at `place`: exit code 70.
    pub(crate) fn bug(place: impl Into<String>) -> Self {
        let what = message!("error-bug", where = place.into());
        Self::of(Kind::Bug, what).hint("hint-bug")
    }

    pub(crate) fn because(mut self, why: impl Into<Message>) -> Self {
        self.why.push(why.into());
        self
    }

    /// The same with a hint, after those it has: best the next command to type.
    pub(crate) fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same with its hints for a whole line to type naming this command and these cases, and keeping these options.
    pub(crate) fn with_typed(mut self, command: &str, cases: &str, options: &str) -> Self {
        for hint in self.hints.iter_mut().filter(|hint| hint.has("typed")) {
            let line = hint.clone().with("typed", options.to_owned());
            let line = line.with("command", command.to_owned());
            *hint = line.with("case", cases.to_owned());
        }
        self
    }

    /// Something could not be read or written that is not the case file.
    pub(crate) fn is_of_output(&self) -> bool {
        self.what.id() == "error-read-write"
    }

    /// What the domain's refusal says, in words.
    pub(crate) fn wording(refusal: &Refusal, what: Message) -> Self {
        Self::of(Kind::Refusal(Box::new(refusal.clone())), what)
    }

    /// The domain's refusal, for whoever can ask for what is missing.
    pub(crate) fn refusal(&self) -> Option<&Refusal> {
        match &self.kind {
            Kind::Refusal(refusal) => Some(refusal),
            _ => None,
        }
    }

    pub(crate) fn is_told(&self) -> bool {
        self.kind == Kind::Told
    }

    pub(crate) fn is_interruption(&self) -> bool {
        matches!(self.kind, Kind::Interrupted | Kind::Back)
    }

    /// Somebody went back from a question.
    pub(crate) fn is_back(&self) -> bool {
        self.kind == Kind::Back
    }

    /// The same in words, where it is the store's error: of this file.
    pub(crate) fn in_file(self, path: &Path) -> Self {
        let Kind::Store(error) = self.kind else {
            return self;
        };
        let typed_file = quoted::path(path);
        Self::refused(
            error
                .message()
                .with("file", path)
                .with("typed_file", typed_file),
        )
    }

    /// The store's error that has no words yet.
    pub(crate) fn store_error(&self) -> Option<&StoreError> {
        match &self.kind {
            Kind::Store(error) => Some(error),
            _ => None,
        }
    }

    pub(crate) fn code(&self) -> u8 {
        match self.kind {
            Kind::Usage => 2,
            Kind::Bug => BUG,
            Kind::NobodyReads => 0,
            _ => 1,
        }
    }

    /// What went wrong and why, on one line, for where it is not the command itself that failed.
    pub(crate) fn in_words(&self, words: &Words) -> String {
        let said = std::iter::once(words.say(&self.what)).chain(self.whys(words));
        said.reduce(|said, more| {
            // A sentence that ends in a name has no full stop where it stands alone on a line.
            let stop = if said.ends_with(char::is_alphanumeric) {
                "."
            } else {
                ""
            };
            format!("{said}{stop} {more}")
        })
        .unwrap_or_default()
    }

    pub(crate) fn without_hints(mut self) -> Self {
        self.hints.clear();
        self.tells_hints = false;
        self
    }

    fn whys<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = String> + 'a {
        let own = words.part(&self.what, "-why");
        own.into_iter()
            .chain(self.why.iter().map(|why| words.say(why)))
    }

    pub(crate) fn hints<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = String> + 'a {
        let own = words.part(&self.what, "-hint").filter(|_| self.tells_hints);
        own.into_iter()
            .chain(self.hints.iter().map(|hint| words.say(hint)))
    }

    /// Says it on standard error: `fel: …`, its causes, `tips: …`.
    pub(crate) fn tell(&self, ui: &mut Ui, words: &Words) -> io::Result<()> {
        if matches!(self.kind, Kind::NobodyReads | Kind::Left | Kind::Told) {
            return Ok(());
        }
        ui.tell_labelled(Tone::Bad, &words.say("label-error"), &words.say(&self.what))?;
        for why in self.whys(words) {
            let mut lines = why.lines();
            lines.try_for_each(|line| ui.tell_labelled(Tone::Plain, "", line))?;
        }
        for hint in self.hints(words) {
            ui.tell_labelled(Tone::Strong, &words.say("label-hint"), &hint)?;
        }
        Ok(())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::of(Kind::NobodyReads, Message::from("error-left"));
        }
        Self::refused(message!("error-read-write", cause = error.to_string()))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let what = Message::verbatim(format!("{error:?}"));
        Self::of(Kind::Store(Box::new(error)), what)
    }
}

impl From<Unasked> for Failure {
    fn from(unasked: Unasked) -> Self {
        match unasked {
            Unasked::Interrupted => Self::of(Kind::Interrupted, Message::from("error-left")),
            Unasked::Back => Self::of(Kind::Back, Message::from("error-left")),
            Unasked::Failed(error) if error.kind() == io::ErrorKind::InvalidData => {
                Self::refused("error-typed-not-text")
            }
            Unasked::Failed(error) => error.into(),
        }
    }
}

/// Runs the program so that a bug in it ends with a kind word and exit code 70.
pub(crate) fn guarded(run: impl FnOnce() -> u8) -> ExitCode {
    panic::set_hook(Box::new(tell_bug));
    let code = panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or(BUG);
    ExitCode::from(code)
}

/// In Swedish whatever the language: what has gone wrong may be the very choice of it. Only the place is named: the
/// panic's own words may quote what somebody has written about a child.
fn tell_bug(info: &PanicHookInfo<'_>) {
    let place = info
        .location()
        .map_or_else(String::new, ToString::to_string);
    let words = Words::new(Language::Swedish);
    // When standard error is gone too, nobody can be told.
    let _ = Failure::bug(place).tell(&mut Ui::new(Style::bare()), &words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::captured;

    fn told(failure: &Failure) -> String {
        let (mut ui, out, err) = captured::ui(Style::bare());
        let words = Words::new(Language::Swedish);
        failure.tell(&mut ui, &words).unwrap();
        assert_eq!(out.text(), "", "talk is not data");
        err.text()
    }

    #[test]
    fn says_what_why_and_what_to_do() {
        let failure = Failure::refused("error-no-home")
            .because(Message::verbatim("en\ntvå"))
            .hint("hint-db");
        assert_eq!(failure.code(), 1);
        insta::assert_snapshot!(told(&failure), @r"
        fel: Det går inte att hitta en mapp för ärendefilen.
          en
          två
        tips: ange filen med --fil FIL
        ");
    }

    #[test]
    fn a_broken_pipe_is_no_error() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!((failure.code(), told(&failure)), (0, String::new()));
        let failure = Failure::from(io::Error::from(io::ErrorKind::PermissionDenied));
        assert_eq!(failure.code(), 1);
    }

    #[test]
    fn a_panic_is_a_bug_and_not_a_crash() {
        let code = guarded(|| panic!("on purpose"));
        assert_eq!(code, ExitCode::from(70));
        drop(panic::take_hook());
    }
}
