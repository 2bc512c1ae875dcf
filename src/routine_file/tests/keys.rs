//! Keys and values: unknown, missing, of the wrong sort.

use super::*;

#[test]
fn an_empty_file_lacks_all_that_is_required() {
    insta::assert_snapshot!(problems(""), @r#"
    1:1 '' MissingKey { key: "format", table: "routine" }
    1:1 '' MissingKey { key: "id", table: "routine" }
    1:1 '' MissingKey { key: "version", table: "routine" }
    1:1 '' MissingKey { key: "title", table: "routine" }
    1:1 '' MissingKey { key: "source", table: "routine" }
    ~1:1 '' NoSteps
    "#);
}

#[test]
fn everything_required_is_asked_for() {
    let report = problems(
        "[source]\n[[role]]\n[[key_date]]\n[[trigger]]\n[[question]]\n[[phase]]\n[[phase.step]]\n[[phase.step.item]]\n\
         [[phase.step.question]]\n[[phase.step.outcome]]\n[[document]]\n[[document.field]]\n[[test]]\n",
    );
    insta::assert_snapshot!(report, @r#"
    1:1 '' MissingKey { key: "format", table: "routine" }
    1:1 '' MissingKey { key: "id", table: "routine" }
    1:1 '' MissingKey { key: "version", table: "routine" }
    1:1 '' MissingKey { key: "title", table: "routine" }
    1:1 '[source]' MissingKey { key: "publisher", table: "source" }
    1:1 '[source]' MissingKey { key: "document", table: "source" }
    2:1 '[[role]]' MissingKey { key: "id", table: "role" }
    2:1 '[[role]]' MissingKey { key: "title", table: "role" }
    3:1 '[[key_date]]' MissingKey { key: "id", table: "key_date" }
    3:1 '[[key_date]]' MissingKey { key: "title", table: "key_date" }
    4:1 '[[trigger]]' MissingKey { key: "id", table: "trigger" }
    4:1 '[[trigger]]' MissingKey { key: "title", table: "trigger" }
    5:1 '[[question]]' MissingKey { key: "kind", table: "question" }
    5:1 '[[question]]' MissingKey { key: "id", table: "question" }
    5:1 '[[question]]' MissingKey { key: "text", table: "question" }
    6:1 '[[phase]]' MissingKey { key: "id", table: "phase" }
    6:1 '[[phase]]' MissingKey { key: "title", table: "phase" }
    7:1 '[[phase.step]]' MissingKey { key: "id", table: "phase.step" }
    7:1 '[[phase.step]]' MissingKey { key: "title", table: "phase.step" }
    8:1 '[[phase.step.item]]' MissingKey { key: "id", table: "phase.step.item" }
    8:1 '[[phase.step.item]]' MissingKey { key: "title", table: "phase.step.item" }
    9:1 '[[phase.step.question]]' MissingKey { key: "kind", table: "question" }
    9:1 '[[phase.step.question]]' MissingKey { key: "id", table: "question" }
    9:1 '[[phase.step.question]]' MissingKey { key: "text", table: "question" }
    10:1 '[[phase.step.outcome]]' EmptyOutcome
    11:1 '[[document]]' MissingKey { key: "id", table: "document" }
    11:1 '[[document]]' MissingKey { key: "title", table: "document" }
    12:1 '[[document.field]]' MissingKey { key: "kind", table: "document.field" }
    12:1 '[[document.field]]' MissingKey { key: "id", table: "document.field" }
    12:1 '[[document.field]]' MissingKey { key: "text", table: "document.field" }
    13:1 '[[test]]' MissingKey { key: "expect", table: "test" }
    13:1 '[[test]]' MissingKey { key: "name", table: "test" }
    "#);
}

#[test]
fn unknown_keys_get_suggestions() {
    let report = after_head(
        "[[phase.step]]\nid = \"1\"\ntitel = \"Steg\"\ntitle = \"Steg\"\nresponsable = [\"s\"]\nfrist = 3\nresponsible = [\"s\"]\n\
         due = { after = \"in\", terms = \"1 week\", term = \"1 week\" }\nwhen = { questions = \"akut\", question = \"akut\", is = \"ja\" }\n",
    );
    insta::assert_snapshot!(report, @r#"
    17:1 'titel' UnknownKey { key: "titel", table: "phase.step", suggestion: Some("title") }
    19:1 'responsable' UnknownKey { key: "responsable", table: "phase.step", suggestion: Some("responsible") }
    20:1 'frist' UnknownKey { key: "frist", table: "phase.step", suggestion: None }
    22:23 'terms' OfLaterVersion { word: "terms", since: 2 }
    22:31 '"1 week"' WrongShape { key: "terms", wanted: List, found: Text }
    22:41 'term' NotInRule { key: "term", rule: "terms" }
    23:10 'questions' UnknownKey { key: "questions", table: "when", suggestion: Some("question") }
    "#);
}

#[test]
fn values_of_the_wrong_sort() {
    let report = problems(
        "format = \"1\"\nid = 7\nversion = 2026-05-11\ntitle = \"\"\nsummary = [\"a\"]\nstatus = \"aktiv\"\nreview_by = \"2027-05-11\"\n\
         notice = \"  \"\nplaced_child = \"ja\"\nsource = \"Nacka\"\ngrounds = [\"a\"]\nrole = \"s\"\n\n[key_date]\nid = \"in\"\n\
         title = \"In\"\nask = \"at start\"\nexpected_after = \"ut\"\n\n[[test]]\nname = 1.5\ndates = { in = 2026-01-01T10:00:00 }\n\
         expect = []\ntoday = 10:00:00\n",
    );
    insta::assert_snapshot!(report, @r#"
    ~1:1 '' NoSteps
    1:10 '"1"' WrongShape { key: "format", wanted: Number, found: Text }
    2:6 '7' WrongShape { key: "id", wanted: Text, found: Number }
    3:11 '2026-05-11' WrongShape { key: "version", wanted: Text, found: Date }
    4:9 '""' EmptyText { key: "title" }
    5:11 '["a"]' WrongShape { key: "summary", wanted: Text, found: TextList }
    6:10 '"aktiv"' UnknownWord { key: "status", found: "aktiv", allowed: ["draft", "active", "retired"], suggestion: Some("active") }
    7:13 '"2027-05-11"' WrongShape { key: "review_by", wanted: Date, found: Text }
    8:10 '"  "' EmptyText { key: "notice" }
    9:16 '"ja"' WrongShape { key: "placed_child", wanted: YesNo, found: Text }
    10:10 '"Nacka"' WrongShape { key: "source", wanted: Table, found: Text }
    11:11 '["a"]' WrongShape { key: "grounds", wanted: Table, found: TextList }
    12:8 '"s"' WrongShape { key: "role", wanted: Tables, found: Text }
    14:1 '[key_date]' WrongShape { key: "key_date", wanted: Tables, found: Table }
    17:7 '"at start"' UnknownWord { key: "ask", found: "at start", allowed: ["at-start", "when-known"], suggestion: Some("at-start") }
    18:18 '"ut"' WrongShape { key: "expected_after", wanted: TextList, found: Text }
    18:18 '"ut"' UnknownId { what: KeyDate, id: "ut", suggestion: None }
    21:8 '1.5' WrongShape { key: "name", wanted: Text, found: Number }
    22:16 '2026-01-01T10:00:00' WrongShape { key: "dates", wanted: Date, found: Time }
    23:10 '[]' WrongShape { key: "expect", wanted: Table, found: TextList }
    24:9 '10:00:00' WrongShape { key: "today", wanted: Date, found: Time }
    "#);
}

#[test]
fn lists_are_neither_empty_nor_repetitive() {
    let report = in_step(
        "asks = []\nparticipants = [3, \"s\"]\nchoose_responsible = [\"s\", \"s\", \"\"]\n",
    );
    insta::assert_snapshot!(report, @r#"
    20:8 '[]' EmptyList { key: "asks" }
    21:17 '3' WrongShape { key: "participants", wanted: Text, found: Number }
    22:1 'choose_responsible' KeysTogether { first: "responsible", second: "choose_responsible" }
    22:28 '"s"' DuplicateEntry { key: "choose_responsible", entry: "s" }
    22:33 '""' EmptyText { key: "choose_responsible" }
    "#);
}

#[test]
fn questions_have_the_options_their_kind_takes() {
    let report = after_head(
        "[[phase.step]]\nid = \"1\"\ntitle = \"S\"\nresponsible = [\"s\"]\nquestion = [\n  { id = \"a\", text = \"A\", kind = \"choice\" },\n\
         \x20 { id = \"b\", text = \"B\", kind = \"yes-no\", options = [\"ja\"] },\n  { id = \"c\", text = \"C\", kind = \"choices\", options = [\"a|b\", \" c\", \"d\", \"d\"] },\n\
         \x20 { id = \"d\", text = \"D\", kind = \"boolean\" },\n  { id = \"e\", text = \"E\", kind = \"blank\" },\n]\n",
    );
    insta::assert_snapshot!(report, @r#"
    20:3 '{ id = "a", text = "A", kind = "choice" }' OptionsMissing { kind: "choice" }
    21:44 'options' OptionsNotTaken { kind: "yes-no" }
    22:56 '"a|b"' BadOption { option: "a|b" }
    22:63 '" c"' BadOption { option: " c" }
    22:74 '"d"' DuplicateEntry { key: "options", entry: "d" }
    23:34 '"boolean"' UnknownWord { key: "kind", found: "boolean", allowed: ["yes-no", "choice", "choices", "text", "number", "date", "term", "roles"], suggestion: None }
    24:34 '"blank"' UnknownWord { key: "kind", found: "blank", allowed: ["yes-no", "choice", "choices", "text", "number", "date", "term", "roles"], suggestion: None }
    "#);
}

#[test]
fn keys_without_effect_are_warned_about() {
    let report = problems(&HEAD.replace("{ id = \"tom\", text = \"Tom\", kind = \"blank\" }", "{ id = \"tom\", text = \"Tom\", kind = \"blank\", place = true }, { asks = \"akut\", text = \"Annan\", section = \"A\" }")
        .replace("title = \"Inskrivning\"", "title = \"Inskrivning\", required = true, ask = \"when-known\""));
    insta::assert_snapshot!(without_unused(&report), @r#"
    ~1:1 '' NoSteps
    ~8:72 '"when-known"' RequiredButLater
    ~11:101 'place' IgnoredKey { key: "place", beside: "kind = \"blank\"" }
    ~11:134 'text' IgnoredKey { key: "text", beside: "asks" }
    "#);
}

#[test]
fn another_format_is_all_that_is_said() {
    insta::assert_snapshot!(problems("format = 3\nid = 3\nnytt = true\n"), @r#"1:10 '3' UnknownFormat { found: "3", newest: 2 }"#);
}

#[test]
fn ids_have_their_shape_and_are_unique() {
    let report = problems(
        "format = 1\nid = \"Nacka kommun\"\nversion = \"1\"\ntitle = \"T\"\nsource = { publisher = \"P\", document = \"D\" }\n\
         grounds = { \"a b\" = [\"x\"] }\nrole = [{ id = \"s/1\", title = \"S\" }, { id = \"å.1\", title = \"Å\" }, { id = \"å.1\", title = \"Ä\" }]\n\
         question = [{ id = \"q\", text = \"Q\", kind = \"text\" }]\n\
         document = [{ id = \"d\", title = \"D\", field = [{ id = \"q\", text = \"Q\", kind = \"blank\" }] }]\n\
         [[phase]]\nid = \"p\"\ntitle = \"P\"\n[[phase.step]]\nid = \"1\"\ntitle = \"E\"\nresponsible = [\"å.1\"]\n\
         item = [{ id = \"a\", title = \"A\" }, { id = \"a\", title = \"B\" }]\n[[phase]]\nid = \"p\"\ntitle = \"P\"\n[[phase.step]]\nid = \"1\"\n\
         title = \"T\"\nresponsible = [\"å.1\"]\nitem = [{ id = \"a\", title = \"A\" }]\n",
    );
    insta::assert_snapshot!(without_unused(&report), @r#"
    2:6 '"Nacka kommun"' BadId { id: "Nacka kommun", plain: true }
    6:13 '"a b"' BadId { id: "a b", plain: false }
    7:16 '"s/1"' BadId { id: "s/1", plain: false }
    7:74 '"å.1"' DuplicateId { what: Role, id: "å.1" } also 7:45
    9:54 '"q"' DuplicateId { what: Question, id: "q" } also 8:20
    17:43 '"a"' DuplicateId { what: Item, id: "a" } also 17:16
    19:6 '"p"' DuplicateId { what: Phase, id: "p" } also 11:6
    22:6 '"1"' DuplicateId { what: Step, id: "1" } also 14:6
    "#);
}
