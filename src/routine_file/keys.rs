//! Every key of the format, table by table: the one list of what is known.

/// A table's name, as problems call it, and the keys it may have.
#[derive(Debug)]
pub struct TableKeys {
    /// As the file writes it, such as `phase.step`.
    pub name: &'static str,
    pub keys: &'static [&'static str],
}

macro_rules! tables {
    ($list:ident; $($constant:ident $name:literal: $($key:literal)*;)*) => {
        $(pub(super) const $constant: TableKeys = TableKeys { name: $name, keys: &[$($key),*] };)*
        /// All its tables.
        pub const $list: &[TableKeys] = &[$($constant),*];
    };
}

tables! {
    ALL;
    ROUTINE "routine": "format" "id" "version" "title" "short_title" "summary" "status" "owner" "review_by" "step_word" "notice"
        "placed_child" "source" "grounds" "role" "key_date" "question" "trigger" "phase" "document" "test";
    SOURCE "source": "publisher" "document" "revised" "url";
    ROLE "role": "id" "title" "party" "must_be_held";
    KEY_DATE "key_date": "id" "title" "ask" "required" "not_before" "expected_after";
    QUESTION "question": "id" "text" "kind" "options" "ask" "required" "when" "place" "help";
    TRIGGER "trigger": "id" "title";
    PHASE "phase": "id" "title" "when" "step";
    STEP "phase.step": "id" "title" "purpose" "activity" "responsible" "choose_responsible" "proposed" "participants"
        "optional" "documents" "law" "notice" "when" "requires" "due" "asks" "counts_as" "item" "question" "outcome";
    PARTICIPANT "participants": "role" "when";
    REQUIREMENT "requires": "trigger" "question" "is" "is_not" "in" "at_least" "at_most" "step" "date" "all" "any" "not"
        "despite" "gate";
    CONDITION "when": "trigger" "question" "is" "is_not" "in" "at_least" "at_most" "step" "date" "all" "any" "not";
    DUE "due": "on" "before" "after" "every" "each_year" "each" "answer" "term" "earliest" "promptly" "from" "until" "counted"
        "missed" "roll" "or_at_once" "basis" "cite" "when";
    ANCHOR "anchor": "step" "answer";
    INTERVAL "every": "answer";
    ITEM "phase.step.item": "id" "title" "responsible" "when";
    OUTCOME "phase.step.outcome": "when" "reopen" "close";
    DOCUMENT "document": "id" "title" "field";
    FIELD "document.field": "id" "text" "kind" "options" "ask" "required" "when" "place" "help" "section" "asks";
    TEST "test": "name" "dates" "answers" "trigger" "done" "today" "expect";
}

// A school calendar is a file of its own.
tables! {
    ALL_OF_CALENDAR;
    CALENDAR "calendar": "format" "title" "term" "off";
    SCHOOL_TERM "term": "title" "first" "last";
    TIME_OFF "off": "title" "first" "last";
}
