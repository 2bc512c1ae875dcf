//! What version 2 of the format says of answers and people.

use super::*;

/// The problems of further keys of a step of version 2.
fn in_new_step(keys: &str) -> String {
    let text = format!("{HEAD}{STEP}{keys}").replacen("format = 1", "format = 2", 1);
    without_unused(&problems(&text))
}

#[test]
fn answers_that_stand_book_and_are_carried() {
    let question = |keys: &str| {
        let question = "question = [{ id = \"q\", text = \"Q?\", kind = \"KIND\", KEYS }]";
        let kind = if keys.contains("books") {
            "date"
        } else {
            "yes-no"
        };
        question.replace("KIND", kind).replace("KEYS", keys)
    };
    let report: String = [
        question("stands_until = \"dag\", stands_with = [\"akut\", \"antal\"]"),
        question("stands_until = \"akut\", stands_with = [\"tom\", \"x\"]"),
        question("books = \"1\", on_continue = \"carry\""),
        question("books = \"2\", on_continue = \"ja\""),
        question("on_continue = \"carry\"") + "\ncounts_as = \"consent\"",
        question("books = \"1\"").replace("\"date\"", "\"text\""),
    ]
    .iter()
    .map(|keys| format!("{keys}\n{}", in_new_step(&format!("{keys}\n"))))
    .collect();
    insta::assert_snapshot!(report, @r#"
    question = [{ id = "q", text = "Q?", kind = "yes-no", stands_until = "dag", stands_with = ["akut", "antal"] }]
    question = [{ id = "q", text = "Q?", kind = "yes-no", stands_until = "akut", stands_with = ["tom", "x"] }]
    20:70 '"akut"' WrongKind { question: "akut", wanted: "date", found: "yes-no" }
    20:93 '"tom"' BlankHasNoAnswer { id: "tom" }
    20:100 '"x"' UnknownId { what: Question, id: "x", suggestion: None }
    question = [{ id = "q", text = "Q?", kind = "date", books = "1", on_continue = "carry" }]
    question = [{ id = "q", text = "Q?", kind = "date", books = "2", on_continue = "ja" }]
    20:61 '"2"' UnknownId { what: Step, id: "2", suggestion: None }
    20:80 '"ja"' UnknownWord { key: "on_continue", found: "ja", allowed: ["carry", "again"], suggestion: None }
    question = [{ id = "q", text = "Q?", kind = "yes-no", on_continue = "carry" }]
    counts_as = "consent"
    20:20 '"q"' ConsentCarried { question: "q" }
    question = [{ id = "q", text = "Q?", kind = "text", books = "1" }]
    20:61 '"1"' WrongKind { question: "q", wanted: "date", found: "text" }
    "#);
    let own = "[[phase.step]]\nid = \"egen-1\"\ntitle = \"T\"\nresponsible = [\"s\"]\n";
    insta::assert_snapshot!(in_new_step(own), @r#"21:6 '"egen-1"' OwnStepId { id: "egen-1", version: 2 }"#);
    insta::assert_snapshot!(in_step(own), @r#"~21:6 '"egen-1"' OwnStepId { id: "egen-1", version: 1 }"#);
    insta::assert_snapshot!(in_step(&question("books = \"1\"")), @r#"20:53 'books' OfLaterVersion { word: "books", since: 2 }"#);
}

#[test]
fn who_answers_and_who_takes_part() {
    let report: String = [
        "question = [{ id = \"q\", text = \"Q?\", kind = \"roles\", options = [\"s\"] }]",
        "question = [{ id = \"q\", text = \"Q?\", kind = \"roles\" }]\nparticipants = [{ asked = \"q\" }, { asked = \"akut\" }, { role = \"s\", asked = \"q\" }, {}]",
        "question = [{ id = \"q\", text = \"Q?\", kind = \"roles\" }]\nrequires = [{ question = \"q\", in = [\"s\", \"rektor\"] }, { question = \"q\", at_least = 2 }]",
        "item = [{ id = \"a\", title = \"A\", responsible = [\"s\", { role = \"x\" }, { role = \"r\", when = { date = \"in\" } }, 3] }]",
    ]
    .iter()
    .map(|keys| format!("{keys}\n{}", in_new_step(&format!("{keys}\n"))))
    .collect();
    insta::assert_snapshot!(report, @r#"
    question = [{ id = "q", text = "Q?", kind = "roles", options = ["s"] }]
    20:54 'options' OptionsNotTaken { kind: "roles" }
    question = [{ id = "q", text = "Q?", kind = "roles" }]
    participants = [{ asked = "q" }, { asked = "akut" }, { role = "s", asked = "q" }, {}]
    21:44 '"akut"' WrongKind { question: "akut", wanted: "roles", found: "yes-no" }
    21:54 '{ role = "s", asked = "q" }' KeysTogether { first: "role", second: "asked" }
    21:83 '{}' MissingKey { key: "role", table: "participants" }
    question = [{ id = "q", text = "Q?", kind = "roles" }]
    requires = [{ question = "q", in = ["s", "rektor"] }, { question = "q", at_least = 2 }]
    21:42 '"rektor"' NeverTheAnswer { question: "q", value: "rektor", kind: "roles", options: ["s", "r"], suggestion: None }
    21:84 '2' NotANumber { question: "q", kind: "roles" }
    item = [{ id = "a", title = "A", responsible = ["s", { role = "x" }, { role = "r", when = { date = "in" } }, 3] }]
    20:63 '"x"' UnknownId { what: Role, id: "x", suggestion: None }
    20:110 '3' WrongShape { key: "responsible", wanted: Text, found: Number }
    "#);
    let roles = "item = [{ id = \"a\", title = \"A\", responsible = [{ role = \"s\" }] }]\n";
    insta::assert_snapshot!(in_step(roles), @r#"20:51 'role' OfLaterVersion { word: "role", since: 2 }"#);
}
