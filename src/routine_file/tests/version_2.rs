//! What came with version 2: what it says, what it may not, and that a file of version 1 has none of it.

use super::*;

/// A step with this, in a file of version 2.
fn in_step_of_2(rest: &str) -> String {
    let text = format!("{HEAD}{STEP}{rest}").replacen("format = 1", "format = 2", 1);
    without_unused(&problems(&text))
}

fn each(rules: &[&str]) -> String {
    let reports = rules.iter();
    let reports = reports.map(|rule| format!("{rule}\n{}", in_step_of_2(&format!("{rule}\n"))));
    reports.collect()
}

#[test]
fn a_file_of_version_1_that_uses_it_is_told_so() {
    let report = in_step(
        "requires = [{ step = \"2\", from_round = 2 }]\n\
         due = { first_of = [{ on = { planned = \"2\" } }, { on = \"in\", roll = \"school-next\" }] }\n\
         [[phase.step]]\nid = \"2\"\ntitle = \"S\"\nresponsible = [\"s\"]\n\
         due = { after = \"in\", terms = [\"1 day\"], until = \"ut\", at_least_once = true }\n\
         [[test]]\nname = \"T\"\nplanned = { \"2\" = 2026-01-01 }\nexpect = { \"1\" = \"open\" }\n",
    );
    insta::assert_snapshot!(report, @r#"
    20:27 'from_round' OfLaterVersion { word: "from_round", since: 2 }
    21:9 'first_of' OfLaterVersion { word: "first_of", since: 2 }
    21:30 'planned' OfLaterVersion { word: "planned", since: 2 }
    21:69 '"school-next"' OfLaterVersion { word: "school-next", since: 2 }
    26:23 'terms' OfLaterVersion { word: "terms", since: 2 }
    26:56 'at_least_once' OfLaterVersion { word: "at_least_once", since: 2 }
    29:1 'planned' OfLaterVersion { word: "planned", since: 2 }
    "#);
}

#[test]
fn what_it_can_say_is_fine() {
    let report = each(&[
        "due = { first_of = [{ on = \"in\", basis = \"source\", cite = \"§\" }, { before = \"ut\", or_at_once = true }] }",
        "due = { last_of = [{ after = \"in\", term = \"1 week\", roll = \"next\" }, { answer = \"dag\", when = { date = \"ut\" } }] }",
        "due = [{ when = { date = \"ut\" }, first_of = [{ on = \"in\" }, { on = \"ut\" }] }, { on = \"in\" }]",
        "due = { before = { planned = \"1\" }, term = \"2 weeks\" }",
        "due = { every = \"6 months\", from = \"in\", until = \"ut\", at_least_once = true }",
        "due = { each_year = [\"03\"], from = \"in\", until = { planned = \"1\" }, at_least_once = true }",
        "due = { after = \"in\", terms = [\"3 days\", \"1 month\", \"3 days\"], roll = \"statutory\", basis = \"law\", cite = \"§\" }",
        "due = { before = \"ut\", roll = \"school-previous\" }",
        "due = { each = \"school-term\", from = \"in\", until = \"ut\" }",
        "due = { after = \"in\", term = \"10 schooldays\" }",
        "optional = true\ndue = { after = \"in\", promptly = true }",
        "requires = [{ date = \"in\", from_round = 2, despite = \"osl\" }, { question = \"akut\", is = \"ja\", from_round = 3, gate = \"never\" }]",
    ]);
    assert!(!report.contains('\''), "{report}");
}

#[test]
fn what_it_may_not_say() {
    insta::assert_snapshot!(each(&[
        "due = { first_of = [] }",
        "due = { first_of = [{ on = \"in\" }] }",
        "due = { first_of = { on = \"in\" } }",
        "due = { first_of = [{ on = \"in\" }, { every = \"1 week\", from = \"in\" }] }",
        "due = { last_of = [{ on = \"in\" }, { after = \"ut\", terms = [\"1 day\"] }] }",
        "due = { last_of = [{ on = \"in\" }, { after = \"ut\", promptly = true }] }",
        "due = { first_of = [{ on = \"in\" }, { last_of = [{ on = \"in\" }, { on = \"ut\" }] }] }",
        "due = { first_of = [{ on = \"in\" }, { on = \"ut\" }], last_of = [{ on = \"in\" }, { on = \"ut\" }] }",
        "due = { first_of = [{ on = \"in\" }, { on = \"ut\" }], basis = \"law\", when = { date = \"in\" } }",
        "due = [{ first_of = [{ on = \"in\" }, { on = \"ut\" }] }, { on = \"in\" }]",
        "due = [{ when = { date = \"in\" }, first_of = [{ on = \"in\" }, { on = \"ut\" }] }, { every = \"1 week\", from = \"in\" }]",
        "due = { every = \"1 week\", from = \"in\", at_least_once = true }",
        "optional = true\ndue = { every = \"1 week\", from = \"in\", until = \"ut\", at_least_once = true }",
        "due = { on = \"in\", at_least_once = true }",
        "due = { after = \"in\", terms = [] }",
        "due = { after = \"in\", terms = \"1 day\" }",
        "due = { after = \"in\", terms = [\"1 dag\", \"en vecka\"] }",
        "due = { after = \"in\", terms = [\"1 day\"], term = \"1 day\", earliest = \"1 day\", promptly = true, or_at_once = true }",
        "due = { after = \"in\", terms = [\"1 day\"], counted = \"last-done\", missed = \"keep\", from = \"in\" }",
        "due = { before = \"in\", terms = [\"1 day\"] }",
        "due = { after = \"in\", term = \"1 day\", until = \"ut\" }",
        "due = { before = \"ut\", roll = \"school-next\" }",
        "due = { on = { planned = \"9\" } }",
        "requires = [{ date = \"in\", from_round = 1 }, { date = \"ut\", from_round = \"2\" }, { step = \"1\", from_round = -2 }]",
        "due = { after = \"1\", term = \"1 week\" }",
    ]), @r#"
    due = { first_of = [] }
    20:20 '[]' EmptyList { key: "first_of" }
    due = { first_of = [{ on = "in" }] }
    20:20 '[{ on = "in" }]' TooFewEntries { key: "first_of" }
    due = { first_of = { on = "in" } }
    20:20 '{ on = "in" }' WrongShape { key: "first_of", wanted: List, found: Table }
    due = { first_of = [{ on = "in" }, { every = "1 week", from = "in" }] }
    20:36 '{ every = "1 week", from = "in" }' NoSingleDate { key: "first_of" }
    ~20:36 '{ every = "1 week", from = "in" }' SameAnchor { key: "first_of" }
    due = { last_of = [{ on = "in" }, { after = "ut", terms = ["1 day"] }] }
    20:35 '{ after = "ut", terms = ["1 day"] }' NoSingleDate { key: "last_of" }
    due = { last_of = [{ on = "in" }, { after = "ut", promptly = true }] }
    20:35 '{ after = "ut", promptly = true }' NoSingleDate { key: "last_of" }
    due = { first_of = [{ on = "in" }, { last_of = [{ on = "in" }, { on = "ut" }] }] }
    20:36 '{ last_of = [{ on = "in" }, { on = "ut" }] }' RuleWithoutKind
    20:38 'last_of' NotInRule { key: "last_of", rule: "first_of" }
    due = { first_of = [{ on = "in" }, { on = "ut" }], last_of = [{ on = "in" }, { on = "ut" }] }
    20:52 'last_of' NotInRule { key: "last_of", rule: "first_of" }
    due = { first_of = [{ on = "in" }, { on = "ut" }], basis = "law", when = { date = "in" } }
    20:52 'basis' NotInRule { key: "basis", rule: "first_of" }
    20:67 'when' NotInRule { key: "when", rule: "first_of" }
    due = [{ first_of = [{ on = "in" }, { on = "ut" }] }, { on = "in" }]
    ~20:55 '{ on = "in" }' UnreachableRule
    due = [{ when = { date = "in" }, first_of = [{ on = "in" }, { on = "ut" }] }, { every = "1 week", from = "in" }]
    20:79 '{ every = "1 week", from = "in" }' MixedDue
    due = { every = "1 week", from = "in", at_least_once = true }
    20:40 'at_least_once' KeyWithout { key: "at_least_once", needs: "until" }
    optional = true
    due = { every = "1 week", from = "in", until = "ut", at_least_once = true }
    21:54 'at_least_once' KeysTogether { first: "optional", second: "at_least_once" }
    due = { on = "in", at_least_once = true }
    20:20 'at_least_once' NotInRule { key: "at_least_once", rule: "on" }
    due = { after = "in", terms = [] }
    20:31 '[]' EmptyList { key: "terms" }
    due = { after = "in", terms = "1 day" }
    20:31 '"1 day"' WrongShape { key: "terms", wanted: List, found: Text }
    due = { after = "in", terms = ["1 dag", "en vecka"] }
    20:41 '"en vecka"' BadTerm { found: "en vecka", why: NotATerm }
    due = { after = "in", terms = ["1 day"], term = "1 day", earliest = "1 day", promptly = true, or_at_once = true }
    20:42 'term' NotInRule { key: "term", rule: "terms" }
    20:58 'earliest' NotInRule { key: "earliest", rule: "terms" }
    20:78 'promptly' NotInRule { key: "promptly", rule: "terms" }
    20:95 'or_at_once' NotInRule { key: "or_at_once", rule: "terms" }
    due = { after = "in", terms = ["1 day"], counted = "last-done", missed = "keep", from = "in" }
    20:42 'counted' NotInRule { key: "counted", rule: "terms" }
    20:65 'missed' NotInRule { key: "missed", rule: "terms" }
    20:82 'from' NotInRule { key: "from", rule: "terms" }
    due = { before = "in", terms = ["1 day"] }
    20:24 'terms' NotInRule { key: "terms", rule: "before" }
    due = { after = "in", term = "1 day", until = "ut" }
    20:39 'until' NotInRule { key: "until", rule: "after" }
    due = { before = "ut", roll = "school-next" }
    20:31 '"school-next"' RollsPast { roll: "school-next" }
    due = { on = { planned = "9" } }
    20:26 '"9"' UnknownId { what: Step, id: "9", suggestion: None }
    requires = [{ date = "in", from_round = 1 }, { date = "ut", from_round = "2" }, { step = "1", from_round = -2 }]
    16:6 '"1"' Cycle { what: Step, ids: ["1"] }
    20:41 '1' NotALaterRound
    20:74 '"2"' WrongShape { key: "from_round", wanted: Number, found: Text }
    20:108 '-2' NotALaterRound
    due = { after = "1", term = "1 week" }
    20:17 '"1"' StepAsDate { id: "1" }
    "#);
}

#[test]
fn what_is_worth_a_second_look() {
    insta::assert_snapshot!(each(&[
        "due = { first_of = [{ on = \"in\" }, { after = \"in\", term = \"1 week\" }] }",
        "due = { first_of = [{ on = \"in\" }, { after = \"in\", term = \"1 week\", when = { date = \"ut\" } }] }",
        "due = { after = \"in\", promptly = true }",
        "[[phase.step]]\nid = \"2\"\ntitle = \"S\"\nresponsible = [\"s\"]\ndue = { before = { step = \"1\" } }",
    ]), @r#"
    due = { first_of = [{ on = "in" }, { after = "in", term = "1 week" }] }
    ~20:36 '{ after = "in", term = "1 week" }' SameAnchor { key: "first_of" }
    due = { first_of = [{ on = "in" }, { after = "in", term = "1 week", when = { date = "ut" } }] }
    due = { after = "in", promptly = true }
    ~20:23 'promptly' NeverLate
    [[phase.step]]
    id = "2"
    title = "S"
    responsible = ["s"]
    due = { before = { step = "1" } }
    ~24:18 '{ step = "1" }' BeforeStep { step: "1" }
    "#);
}

/// Every entry is an edge; a booking is none, nor is what is required from a later round on.
#[test]
fn what_waits_for_itself() {
    let two = "\n[[phase.step]]\nid = \"2\"\ntitle = \"S\"\nresponsible = [\"s\"]\ndue = { after = { step = \"1\" }, term = \"1 week\" }";
    let rules = [
        "due = { first_of = [{ on = \"in\" }, { after = { step = \"2\" }, term = \"1 week\" }] }",
        "due = { first_of = [{ on = \"in\" }, { after = { planned = \"2\" }, term = \"1 week\" }] }",
        "requires = [{ step = \"2\", from_round = 2 }]",
    ];
    let rules = rules.map(|rule| format!("{rule}{two}"));
    insta::assert_snapshot!(each(&rules.each_ref().map(String::as_str)), @r#"
    due = { first_of = [{ on = "in" }, { after = { step = "2" }, term = "1 week" }] }
    [[phase.step]]
    id = "2"
    title = "S"
    responsible = ["s"]
    due = { after = { step = "1" }, term = "1 week" }
    16:6 '"1"' Cycle { what: Step, ids: ["1", "2"] }
    due = { first_of = [{ on = "in" }, { after = { planned = "2" }, term = "1 week" }] }
    [[phase.step]]
    id = "2"
    title = "S"
    responsible = ["s"]
    due = { after = { step = "1" }, term = "1 week" }
    requires = [{ step = "2", from_round = 2 }]
    [[phase.step]]
    id = "2"
    title = "S"
    responsible = ["s"]
    due = { after = { step = "1" }, term = "1 week" }
    "#);
}
