//! Steps: owners, requirements, outcomes, and what waits for what.

use super::*;

#[test]
fn owners_requirements_and_outcomes() {
    let report: String = [
        "choose_responsible = [\"s\"]",
        "proposed = \"s\"",
        "participants = [\"s\", { role = \"q\", when = { date = \"in\" } }, {}]",
        "asks = [\"akut\", \"ofta\", \"tom\", \"x\"]",
        "requires = [{ date = \"in\", despite = \"osl\", gate = \"never\" }]",
        "requires = [{ date = \"in\", despite = \"oslo\" }, { date = \"in\", gate = \"alltid\" }, {}, \"in\"]",
        "counts_as = \"handovr\"",
        "outcome = [{ reopen = [\"1\", \"8\"] }, { when = { date = \"in\" } }, { reopen = [\"1\"], close = true }, { close = false }]",
        "item = [{ id = \"a\", title = \"A\", responsible = [\"rektor\"] }]",
    ]
    .iter()
    .map(|keys| format!("{keys}\n{}", in_step(&format!("{keys}\n"))))
    .collect();
    insta::assert_snapshot!(report, @r#"
    choose_responsible = ["s"]
    20:1 'choose_responsible' KeysTogether { first: "responsible", second: "choose_responsible" }
    proposed = "s"
    20:1 'proposed' KeyWithout { key: "proposed", needs: "choose_responsible" }
    participants = ["s", { role = "q", when = { date = "in" } }, {}]
    20:31 '"q"' UnknownId { what: Role, id: "q", suggestion: None }
    20:62 '{}' MissingKey { key: "role", table: "participants" }
    asks = ["akut", "ofta", "tom", "x"]
    20:17 '"ofta"' NotOfTheCase { id: "ofta" }
    20:25 '"tom"' NotOfTheCase { id: "tom" }
    20:32 '"x"' UnknownId { what: Question, id: "x", suggestion: None }
    requires = [{ date = "in", despite = "osl", gate = "never" }]
    20:45 'gate' KeysTogether { first: "despite", second: "gate" }
    requires = [{ date = "in", despite = "oslo" }, { date = "in", gate = "alltid" }, {}, "in"]
    20:38 '"oslo"' UnknownId { what: Grounds, id: "oslo", suggestion: Some("osl") }
    20:70 '"alltid"' UnknownWord { key: "gate", found: "alltid", allowed: ["never"], suggestion: None }
    20:82 '{}' EmptyCondition
    20:86 '"in"' WrongShape { key: "requires", wanted: Table, found: Text }
    counts_as = "handovr"
    20:13 '"handovr"' UnknownWord { key: "counts_as", found: "handovr", allowed: ["first-contact", "consent", "handover", "agreement", "feedback", "discharge-meeting", "three-month-follow-up"], suggestion: Some("handover") }
    outcome = [{ reopen = ["1", "8"] }, { when = { date = "in" } }, { reopen = ["1"], close = true }, { close = false }]
    20:29 '"8"' UnknownId { what: Step, id: "8", suggestion: None }
    20:37 '{ when = { date = "in" } }' EmptyOutcome
    20:83 'close' KeysTogether { first: "reopen", second: "close" }
    20:99 '{ close = false }' EmptyOutcome
    item = [{ id = "a", title = "A", responsible = ["rektor"] }]
    20:49 '"rektor"' UnknownId { what: Role, id: "rektor", suggestion: None }
    "#);
}

#[test]
fn documents_are_forms_or_plain_titles() {
    let report = after_head(&STEP.replace(
        "[\"form\"]",
        "[\"form\", \"blankett\", \"En blankett\", \"form\"]",
    ));
    insta::assert_snapshot!(report, @r#"
    19:22 '"blankett"' UnknownId { what: Document, id: "blankett", suggestion: None }
    19:49 '"form"' DuplicateEntry { key: "documents", entry: "form" }
    "#);
}

#[test]
fn the_one_proposed_is_one_of_those_who_may() {
    let step = |proposed: &str| {
        after_head(&format!(
            "[[phase.step]]\nid = \"1\"\ntitle = \"S\"\nchoose_responsible = [\"s\"]\nproposed = \"{proposed}\"\n"
        ))
    };
    insta::assert_snapshot!([step("s"), step("r"), step("x")].concat(), @r#"
    19:12 '"r"' ProposedNotCandidate { role: "r" }
    19:12 '"x"' UnknownId { what: Role, id: "x", suggestion: None }
    "#);
}

#[test]
fn a_step_that_nobody_answers_for_is_a_warning() {
    let report = after_head("[[phase.step]]\nid = \"1\"\ntitle = \"S\"\n");
    insta::assert_snapshot!(report, @r#"~16:6 '"1"' NoOwner { step: "1" }"#);
}

/// The circles of steps a, b, c with these keys each.
fn circles(steps: [&str; 3]) -> String {
    let text: String = ["a", "b", "c"]
        .iter()
        .zip(steps)
        .map(|(id, keys)| {
            format!("[[phase.step]]\nid = \"{id}\"\ntitle = \"S\"\nresponsible = [\"s\"]\n{keys}\n")
        })
        .collect();
    format!("{steps:?}\n{}", after_head(&text))
}

#[test]
fn what_waits_for_itself() {
    let report: String = [
        ["due = { on = { step = \"a\" } }", "", ""],
        [
            "due = { on = { step = \"b\" } }",
            "due = { every = \"1 week\", from = { step = \"c\" } }",
            "due = [{ on = \"in\", when = { date = \"in\" } }, { on = { step = \"a\" } }]",
        ],
        [
            "requires = [{ step = \"b\" }]",
            "when = { all = [{ date = \"in\" }, { step = \"a\" }] }",
            "",
        ],
        [
            "when = { any = [{ step = \"b\" }, { all = [{ step = \"b\" }, { step = \"c\" }] }] }",
            "requires = [{ step = \"a\" }]",
            "",
        ],
    ]
    .map(circles)
    .concat();
    insta::assert_snapshot!(report, @r#"
    ["due = { on = { step = \"a\" } }", "", ""]
    16:6 '"a"' Cycle { what: Step, ids: ["a"] }
    ["due = { on = { step = \"b\" } }", "due = { every = \"1 week\", from = { step = \"c\" } }", "due = [{ on = \"in\", when = { date = \"in\" } }, { on = { step = \"a\" } }]"]
    16:6 '"a"' Cycle { what: Step, ids: ["a", "b", "c"] }
    ["requires = [{ step = \"b\" }]", "when = { all = [{ date = \"in\" }, { step = \"a\" }] }", ""]
    16:6 '"a"' Cycle { what: Step, ids: ["a", "b"] }
    ["when = { any = [{ step = \"b\" }, { all = [{ step = \"b\" }, { step = \"c\" }] }] }", "requires = [{ step = \"a\" }]", ""]
    16:6 '"a"' Cycle { what: Step, ids: ["a", "b"] }
    "#);
}

#[test]
fn what_only_looks_like_waiting_for_itself() {
    let report: String = [
        [
            "due = { every = \"1 week\", from = \"in\", until = { step = \"b\" } }",
            "requires = [{ step = \"a\" }]",
            "",
        ],
        [
            "when = { not = { step = \"b\" } }",
            "requires = [{ step = \"a\" }]",
            "",
        ],
        [
            "when = { any = [{ step = \"b\" }, { step = \"c\" }] }",
            "requires = [{ step = \"a\" }]",
            "",
        ],
        [
            "due = [{ when = { step = \"b\" }, on = { step = \"b\" } }, { on = \"in\" }]",
            "requires = [{ step = \"a\" }]",
            "",
        ],
        [
            "",
            "requires = [{ step = \"a\" }]",
            "outcome = [{ reopen = [\"a\", \"c\"] }]\nrequires = [{ step = \"b\" }]",
        ],
    ]
    .map(circles)
    .concat();
    assert!(!report.contains("Cycle"), "{report}");
}

#[test]
fn a_phase_does_not_wait_for_its_own_step() {
    let report = after_head(&format!("when = {{ step = \"1\" }}\n{STEP}"));
    insta::assert_snapshot!(report, @r#"17:6 '"1"' Cycle { what: Step, ids: ["1"] }"#);
}
