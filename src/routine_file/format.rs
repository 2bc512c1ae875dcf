//! The format, stated once: every table, its keys, what they hold, which must be there and what they mean. The readers
//! know their keys from it, and `docs/routines/format.md` is made of it.

use toml::de::DeTable;

use crate::domain::routine_problem::IdKind::{
    self, Document, Grounds, Item, KeyDate, Phase, Question, Role, Step, Trigger,
};

/// A table of the format.
#[derive(Debug)]
pub struct TableFormat {
    /// As problems call it, such as `phase.step`.
    pub name: &'static str,
    pub about: &'static str,
    pub keys: &'static [KeyFormat],
    /// Another table whose keys it may have too.
    pub extends: Option<&'static TableFormat>,
}

/// A key of a table.
#[derive(Debug)]
pub struct KeyFormat {
    pub name: &'static str,
    pub holds: Holds,
    pub presence: Presence,
    /// The version of the format that the key came with: one in a file of an earlier version is an error.
    pub since: i64,
    pub meaning: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Optional,
    Required,
    /// Required where the table has no key `asks`.
    UnlessAsks,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    Text,
    Texts,
    Number,
    Date,
    /// `true` or `false`.
    Flag,
    Term,
    /// What the table's own thing goes by.
    OwnId(IdKind),
    /// What the whole file goes by.
    FileId,
    Id(IdKind),
    Ids(IdKind),
    /// Ids of questions, of the case or not.
    Answers,
    /// The id of a question with this kind of answer.
    QuestionOf(&'static str),
    Word(&'static [&'static str]),
    /// One word, or a list of them.
    Words(&'static [&'static str]),
    Condition,
    Conditions,
    /// What rules count from.
    Anchor,
    /// `[[…]]`.
    Tables(&'static TableFormat),
    /// A table of lists of texts, each the thing that its key names.
    Lists(IdKind),
    /// Ids of forms, or their titles.
    Documents,
    /// Such a table among what it may hold, in words.
    Mixed(&'static str, &'static TableFormat),
    /// Something else, in words.
    Other(&'static str),
}

impl TableFormat {
    /// Its keys, then those of the table it extends.
    pub(super) fn all_keys(&self) -> impl Iterator<Item = &'static KeyFormat> + '_ {
        let inherited = self.extends.map_or(&[][..], |table| table.keys).iter();
        let own = |key: &&KeyFormat| !self.keys.iter().any(|own| own.name == key.name);
        self.keys.iter().chain(inherited.filter(own))
    }

    pub(super) fn key(&self, name: &str) -> Option<&'static KeyFormat> {
        self.all_keys().find(|key| key.name == name)
    }
}

impl KeyFormat {
    pub(super) fn is_required_in(&self, table: &DeTable) -> bool {
        match self.presence {
            Presence::Optional => false,
            Presence::Required => true,
            Presence::UnlessAsks => !table.contains_key("asks"),
        }
    }
}

impl Holds {
    /// The tables that it holds, if any.
    pub(super) fn table(self) -> Option<&'static TableFormat> {
        match self {
            Self::Tables(table) | Self::Mixed(_, table) => Some(table),
            Self::Condition | Self::Conditions => Some(&CONDITION),
            Self::Anchor => Some(&ANCHOR),
            _ => None,
        }
    }
}

/// The newest version of a routine file.
pub const NEWEST: i64 = 2;

/// The newest version of a school calendar.
pub const NEWEST_OF_CALENDAR: i64 = 1;

/// Words that came with version 2, whatever key they stand under.
pub(super) const WORDS_OF_VERSION_2: &[&str] = &["roles", "school-next", "school-previous"];

macro_rules! tables {
    (@since) => { 1 };
    (@since $since:literal) => { $since };
    (@presence) => { Presence::Optional };
    (@presence $presence:ident) => { Presence::$presence };
    (@extends) => { None };
    (@extends $table:ident) => { Some(&$table) };
    ($($list:ident [$($table:ident $name:literal $about:literal $(+ $extends:ident)? {
        $($key:ident $(@$since:literal)? $([$presence:ident])? $holds:ident $(($($of:tt)*))? $meaning:literal)*
    })*])*) => {$(
        $(pub(super) static $table: TableFormat = TableFormat {
            name: $name,
            about: $about,
            keys: &[$(KeyFormat {
                name: stringify!($key),
                holds: Holds::$holds$(($($of)*))?,
                presence: tables!(@presence $($presence)?),
                since: tables!(@since $($since)?),
                meaning: $meaning,
            }),*],
            extends: tables!(@extends $($extends)?),
        };)*
        /// All tables of such a file.
        pub static $list: &[&TableFormat] = &[$(&$table),*];
    )*};
}

tables! {
ALL [
ROUTINE "routine" "The head of the file." {
    format [Required] Number "The version of this format: `1` or `2`. A key or word that came with version 2 is an error in a file of version 1."
    id [Required] FileId "a–z, 0–9 and `-`; a routine of one's own with the id of a shipped one takes its place."
    version [Required] Text "Free text. A case keeps the exact text that it was opened with."
    title [Required] Text "What it is called."
    short_title Text "What it is called where there is little room."
    summary Text "What it is for, in a sentence."
    status Word(&["draft", "active", "retired"]) "Cases are opened from an active one. Without it: `active`."
    owner Text "Who keeps it up to date: functions, not persons."
    review_by Date "Past it, listings say that it should be reviewed."
    step_word Text "What a step is called on screen. Without it: `Steg`."
    notice Text "Shown with every plan and print."
    placed_child Flag "Its cases concern a placed child, whose records must be kept."
    source [Required] Mixed("a table", &SOURCE) "Whose routine it is."
    grounds Lists(Grounds) "Named lists of reasons that may be given for going past a requirement; see `despite`."
    role Tables(&ROLE) "Who does things."
    key_date Tables(&KEY_DATE) "The dates that rules count from, in the order they are asked for."
    question Tables(&QUESTION) "Facts about the case."
    trigger Tables(&TRIGGER) "What may start a case; one may be chosen when it opens."
    phase Tables(&PHASE) "Its stretches, with the steps in them."
    document Tables(&DOCUMENT) "Forms that steps name."
    test Tables(&TEST) "Its own tests, which `sisam routine test` runs."
}
SOURCE "source" "Whose routine it is." {
    publisher [Required] Text "Who published it."
    document [Required] Text "What the document is called."
    revised Date "When it was last changed."
    url Text "Where it can be read."
}
ROLE "role" "A function that holds duties." {
    id [Required] OwnId(Role) "Letters, digits, `-` and `.`, as of all that follow."
    title [Required] Text "What it is called."
    party Text "The organisation it belongs to, which matters for secrecy."
    must_be_held Flag "Warn while nobody holds it."
    school @2 Flag "It works in a school: a step in which it has part says so when it is due on a day when schools are closed."
}
KEY_DATE "key_date" "A date that rules count from." {
    id [Required] OwnId(KeyDate) "What it goes by."
    title [Required] Text "What it is called."
    ask Word(&["at-start", "when-known"]) "When it is asked for. Without it: `when-known`."
    required Flag "No case opens without it."
    not_before Id(KeyDate) "An earlier date than that one's is refused."
    expected_after Ids(KeyDate) "An earlier date than theirs is worth a warning."
}
QUESTION "question" "A fact about the case; of a step, what is asked when it is done." {
    kind [UnlessAsks] Word(&["yes-no", "choice", "choices", "text", "number", "date", "term", "roles"])
        "What sort of answer it takes. A `term` may be given in Swedish too: `3 veckor` is taken for `3 weeks`. `roles` (version 2) takes several of the routine's roles and has no `options`; conditions compare it as `choices`."
    id [UnlessAsks] OwnId(Question) "Questions and form fields share one namespace."
    text [UnlessAsks] Text "The question."
    options Texts "The answers to choose from: of `choice` and `choices` only, which need them. Without `|`."
    ask Word(&["at-start", "when-needed"]) "Of the case: when it opens, or when a step waits for it or names it. Without it: `at-start`."
    required Flag "Of a step: no round is done without an answer. Without it: `true`."
    when Condition "Asked only if it holds."
    place Flag "The answer tells where the child is: never exported from a protected case."
    help Text "Shown beside the question."
    stands_until @2 QuestionOf("date") "The answer stands for a time, and this question tells its last day. What compares it asks of a day: before the answer was given and after its last day the comparison is false."
    stands_with @2 Answers "The same: while one of these lacks an answer it is unknown whether it stands. In version 1 the ids `samtycke`, `samtycke-till` and `samtycke-av` say both."
    books @2 Id(Step) "Of a `date`: an answer also books that step, the round that has not ended once all else is recorded. An empty answer cancels the booking."
    on_continue @2 Word(&["carry", "again"]) "In a case that goes on after a re-placement: the answer is carried along, or asked for anew. Without it `carry` for a question of the case that is asked at the start, `again` for any other; what a step that counts as `consent` asks is never carried."
}
TRIGGER "trigger" "What may start a case." {
    id [Required] OwnId(Trigger) "What it goes by."
    title [Required] Text "What it is called."
}
PHASE "phase" "A stretch of the routine." {
    id [Required] OwnId(Phase) "What it goes by."
    title [Required] Text "What it is called."
    when Condition "Its steps apply only if it holds."
    step Tables(&STEP) "What is to be done."
}
STEP "phase.step" "Something that somebody is to do." {
    id [Required] OwnId(Step) "As the source numbers it."
    title [Required] Text "What is to be done."
    purpose Text "Why."
    activity Text "How."
    responsible Mixed("ids of roles, or tables", &OWNER) "Who answers for it; several do so jointly. While it is unknown whether somebody does, the step says what that hangs on."
    choose_responsible Ids(Role) "Instead of `responsible`: the case decides which of them."
    proposed Id(Role) "The one of `choose_responsible` that counts until the case has decided."
    participants Mixed("ids of roles, or tables", &PARTICIPANT) "Who is invited and does not answer for it."
    optional Flag "\"Vid behov\": offered, never late, holds nothing up."
    documents Documents "A text of a–z, 0–9 and `-` is the id of a `[[document]]`; any other is a title."
    law Text "The paragraph that asks for it."
    notice Text "Shown with the step."
    when Condition "It applies only if it holds."
    requires Mixed("list of tables", &REQUIREMENT) "What must hold before it is done."
    due Mixed("a due rule, or a list of them", &DUE) "When it is due. Of a list, all repeat or none does, and the first whose `when` holds counts."
    asks Ids(Question) "Questions of the case that are asked when it is done."
    counts_as Words(&["first-contact", "consent", "handover", "agreement", "feedback", "discharge-meeting", "three-month-follow-up"])
        "The outcome figures that it feeds."
    item Tables(&ITEM) "Its parts, each with a tick of its own."
    question Tables(&QUESTION) "What is asked when it is done; keys as of [`[[question]]`](#question)."
    outcome Tables(&OUTCOME) "What the answers lead to."
}
OWNER "responsible" "Who answers for a step or part, if a condition holds." {
    role @2 [Required] Id(Role) "Who."
    when @2 Condition "Answers for it only if it holds."
}
PARTICIPANT "participants" "Somebody invited to a step: `role` or `asked`." {
    role Id(Role) "Who."
    asked @2 QuestionOf("roles") "Those whom the latest answer to it names, each once."
    when Condition "Invited only if it holds."
}
REQUIREMENT "requires" "What must hold before a step is done: a condition, and how it may be passed if it does not hold. With neither key: with any reason that is recorded." + CONDITION {
    despite Id(Grounds) "It may be passed by naming one of the reasons of this list of `[grounds]`."
    gate Word(&["never"]) "It may not be passed at all."
    from_round @2 Number "It counts from that round on of the step that requires it, 2 or more; rounds that were skipped count too."
}
CONDITION "when" "A condition: one of `trigger`, `question`, `step`, `date`, `all`, `any`, `not`. What rests on an unanswered question is unknown, and the step says which question it waits for." {
    trigger Id(Trigger) "This trigger was chosen; unknown while none is."
    question Id(Question) "Its answer, which one of the next five keys is about."
    is Other("an answer") "It is this one; of `choices`, this is among them."
    is_not Other("an answer") "It is not; of `choices`, this is not among them."
    in Other("list of answers") "It is one of these; of `choices`, any of these is among them."
    at_least Other("number") "Of a `number`: so much or more."
    at_most Other("number") "Of a `number`: so much or less."
    step Id(Step) "The step is done. Written directly in `requires` it also holds when the step is optional, skipped or not applicable."
    date Id(KeyDate) "The date is known."
    all Conditions "All of these hold."
    any Conditions "One of these holds."
    not Condition "This does not hold."
}
DUE "due" "A due rule: one of `on`, `before`, `after`, `every`, `each_year`, `each`, `answer`, `first_of`, `last_of`." {
    on Anchor "The same day."
    before Anchor "A `term` before; without one, the day before."
    after Anchor "A `term` after."
    every Mixed("a term, or a table", &INTERVAL) "Again and again: `from` and so many terms."
    each_year Texts "Every year: a month (`\"03\"`, due its last day and open from its first), a day (`\"09-15\"`) or an ISO week (`\"W11\"`, due its Friday and open from its Monday)."
    each Word(&["school-term"]) "Every school term: due its last school day, open from its first. Waits without a school calendar."
    answer QuestionOf("date") "The day that was answered."
    first_of @2 Mixed("list of due rules", &DUE) "Two or more rules that give a single date, each with its own keys and `when`: the earliest date that is known counts, of equal ones the first listed. Beside it only a `when`, where it stands in a list."
    last_of @2 Mixed("list of due rules", &DUE) "The same with the latest date."
    terms @2 Other("list of terms") "With `after`, instead of `term`: round after round, each of them after the same day, in the order listed. None is passed over."
    term Term "With `before` and `after`: how long, such as `\"2 weeks\"`."
    earliest Term "With `before` and `after`: a term too, and the day that it gives is when the step opens in lists. It is the longer of the two with `before`, the shorter with `after`, never rolls, and doing the step sooner is not refused."
    promptly Flag "With `after`: at once. The `term` is the hard limit; without one it has no date and is never late."
    at_least_once @2 Flag "Of a repeating rule with `until`: where none of its dates fits, it has one round on that day. Not of an optional step."
    from Anchor "Of a repeating rule, which needs it: what it counts from."
    until Anchor "Of a repeating rule: nothing falls due later. A `step` ends it each time it is done (**2**): not while it is to be done again, and nothing falls due between the day it was done and the day it was opened anew."
    counted Word(&["last-done"]) "With `every`: from the day it was last done, instead of from `from` each time."
    missed Word(&["keep"]) "Of a repeating rule: a date that passed while the round before was not done gets a round all the same."
    roll Word(&["none", "next", "previous", "statutory", "school-next", "school-previous"]) "To the nearest working day that way. `statutory`: lag (1930:173) 2 §, for `after` and repeating rules. `school-next` and `school-previous` (**2**): to a school day of the case's school calendar, and to a working day where it does not know. With `before` only those that go back. Without it: `none`."
    or_at_once Flag "With `before`: a date that lies before the day its anchor was entered becomes that day."
    basis Word(&["source", "law", "local"]) "Who says so. Without it: `local`."
    cite Text "Where it stands."
    when Condition "In a list of rules: it counts only if it holds."
}
ANCHOR "anchor" "What a rule counts from: the id of a key date as a text, or a table with one of these. While it is unknown the step waits." {
    step Id(Step) "The day the step was done."
    answer QuestionOf("date") "The day that was answered."
    planned @2 Id(Step) "The day booked for the step: of its round that has not ended, else the one its latest ended round had. It is never assumed, and makes no circle."
}
INTERVAL "every" "The case says how often." {
    answer [Required] QuestionOf("term") "The answer is the term."
}
ITEM "phase.step.item" "A part of a step." {
    id [Required] OwnId(Item) "Unique within its step."
    title [Required] Text "What is to be done."
    responsible Mixed("ids of roles, or tables", &OWNER) "Who answers for it, if not the step's."
    when Condition "It applies only if it holds."
}
OUTCOME "phase.step.outcome" "What the answers of the round just done lead to: `reopen` or `close`." {
    when Condition "Only if it holds."
    reopen Ids(Step) "A new round of these."
    close Flag "The case may end here."
}
DOCUMENT "document" "A form that steps name." {
    id [Required] OwnId(Document) "As steps name it."
    title [Required] Text "What it is called."
    field Tables(&FIELD) "Its lines."
}
FIELD "document.field" "A line of a form: a question of its own, one that there is (`asks`), or a line that is filled in by hand (`kind = \"blank\"`) and never stored." + QUESTION {
    kind [UnlessAsks] Word(&["yes-no", "choice", "choices", "text", "number", "date", "term", "roles", "blank"]) "As of a question, or `blank`."
    section Text "The heading it stands under."
    asks Id(Question) "Shows this question instead of one of its own."
}
TEST "test" "A newly opened case, what was done in it, and what is expected." {
    expect [Required] Other("a table") "What a round is, by `step` (its latest) or `step/round`: its due date, or one of `open blocked waiting undecided done skipped not-applicable`."
    name [Required] Text "What it shows."
    dates Other("a table") "Key dates by id."
    answers Other("a table") "Answers by question."
    trigger Id(Trigger) "The one chosen."
    planned @2 Other("a table") "The day booked for a step, by `step`: before anything is done, where it can be booked then."
    done Other("a table") "The day a round was done, or `\"skipped\"`, by `step` (its first) or `step/round`."
    today Date "Which day it is; needed where something depends on it."
}
]
ALL_OF_CALENDAR [
CALENDAR "calendar" "A school calendar, which is a file of its own." {
    format [Required] Number "The version of this format: `1`."
    title [Required] Text "Whose it is and for when."
    term Tables(&SCHOOL_TERM) "The terms, in any order."
    off Tables(&TIME_OFF) "Breaks and study days, in any order; days outside the terms count for nothing."
}
SCHOOL_TERM "term" "A term." {
    title [Required] Text "What it is called."
    first [Required] Date "Its first school day."
    last [Required] Date "Its last school day."
}
TIME_OFF "off" "Days when schools are closed." {
    title [Required] Text "What it is called."
    first [Required] Date "The first day."
    last Date "The last day. Without it: a single day."
}
]
}
