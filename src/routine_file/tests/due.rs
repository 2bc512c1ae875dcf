//! Due rules.

use super::*;

fn each(rules: &[&str]) -> String {
    rules
        .iter()
        .map(|rule| format!("{rule}\n{}", in_step(&format!("due = {rule}\n"))))
        .collect()
}

#[test]
fn every_rule_of_the_format_is_fine() {
    let report = each(&[
        "{ on = \"in\" }",
        "{ before = \"ut\", term = \"2 weeks\", roll = \"previous\" }",
        "{ before = \"ut\", or_at_once = true, earliest = \"6 weeks\" }",
        "{ after = \"ut\", term = \"3 months\", roll = \"statutory\" }",
        "{ after = \"ut\", earliest = \"2 months\", term = \"3 months\" }",
        "{ after = { answer = \"dag\" }, promptly = true, term = \"1 day\" }",
        "{ every = \"6 months\", from = \"in\", until = \"ut\", roll = \"next\", missed = \"keep\" }",
        "{ every = \"6 months\", from = \"in\", counted = \"last-done\" }",
        "{ every = { answer = \"ofta\" }, from = \"in\" }",
        "{ each_year = [\"03\", \"09-15\", \"W11\", \"02-29\"], from = \"in\", until = \"ut\" }",
        "{ each = \"school-term\", from = \"in\", until = \"ut\", missed = \"keep\", roll = \"previous\" }",
        "{ after = \"in\", term = \"10 schooldays\", earliest = \"1 schoolday\", basis = \"law\", cite = \"§\" }",
        "{ before = \"ut\", term = \"5 skoldagar\", earliest = \"2 weeks\" }",
        "{ after = \"in\", promptly = true, term = \"1 schoolday\" }",
        "{ every = \"30 schooldays\", from = \"in\", counted = \"last-done\" }",
        "{ answer = \"dag\" }",
        "[{ when = { date = \"ut\" }, on = \"ut\", basis = \"law\", cite = \"§\" }, { on = \"in\" }]",
        "{ when = { date = \"ut\" }, on = \"ut\" }",
    ]);
    assert!(!report.contains("'"), "{report}");
}

#[test]
fn rules_that_say_too_little_or_too_much() {
    insta::assert_snapshot!(each(&[
        "{}",
        "\"in\"",
        "[]",
        "{ term = \"1 week\" }",
        "{ on = \"in\", after = \"ut\", term = \"1 week\" }",
        "{ on = \"in\", term = \"1 week\" }",
        "{ after = \"in\" }",
        "{ after = \"in\", term = \"1 fortnight\" }",
        "{ after = \"in\", term = \"0 days\" }",
        "{ after = \"in\", term = \"101 years\" }",
        "{ after = \"in\", term = \"1 day\", or_at_once = true }",
        "{ before = \"in\", promptly = true }",
        "{ after = \"in\", promptly = true, earliest = \"1 day\", term = \"2 days\" }",
        "{ every = \"1 week\" }",
        "{ every = {}, from = \"in\" }",
        "{ every = \"1 week\", from = \"in\", counted = \"done\", missed = \"drop\" }",
        "{ each_year = [\"3\", \"13\", \"02-30\", \"W54\", \"03\"], from = \"in\" }",
        "{ each_year = \"03\", from = \"in\" }",
        "{ each_year = [\"03\"], from = \"in\", counted = \"last-done\" }",
        "{ each = \"term\", from = \"in\" }",
        "{ each = \"school-terms\", from = \"in\" }",
        "{ each = [\"school-term\"], from = \"in\" }",
        "{ each = \"school-term\" }",
        "{ each = \"school-term\", from = \"in\", term = \"1 week\", counted = \"last-done\", earliest = \"1 day\", promptly = true }",
        "{ each = \"school-term\", each_year = [\"03\"], from = \"in\" }",
        "{ each = \"school-term\", after = \"in\", term = \"1 week\" }",
        "{ after = \"in\", term = \"0 schooldays\" }",
        "{ after = \"in\", term = \"10 school days\" }",
        "{ every = \"99999 schooldays\", from = \"in\" }",
        "{ on = { step = \"1\", answer = \"dag\" } }",
        "{ on = {} }",
        "{ on = \"in\", roll = \"nästa\", basis = \"lag\" }",
    ]), @r#"
    {}
    20:7 '{}' RuleWithoutKind
    "in"
    20:7 '"in"' WrongShape { key: "due", wanted: List, found: Text }
    []
    20:7 '[]' EmptyList { key: "due" }
    { term = "1 week" }
    20:7 '{ term = "1 week" }' RuleWithoutKind
    { on = "in", after = "ut", term = "1 week" }
    20:7 '{ on = "in", after = "ut", term = "1 week" }' MixedRule { keys: ["on", "after"] }
    { on = "in", term = "1 week" }
    20:20 'term' NotInRule { key: "term", rule: "on" }
    { after = "in" }
    20:7 '{ after = "in" }' MissingInRule { key: "term", rule: "after" }
    { after = "in", term = "1 fortnight" }
    20:30 '"1 fortnight"' BadTerm { found: "1 fortnight", why: NotATerm }
    { after = "in", term = "0 days" }
    20:30 '"0 days"' BadTerm { found: "0 days", why: Zero }
    { after = "in", term = "101 years" }
    20:30 '"101 years"' BadTerm { found: "101 years", why: TooLong }
    { after = "in", term = "1 day", or_at_once = true }
    20:39 'or_at_once' NotInRule { key: "or_at_once", rule: "after" }
    { before = "in", promptly = true }
    20:24 'promptly' NotInRule { key: "promptly", rule: "before" }
    ~20:24 'promptly' NeverLate
    { after = "in", promptly = true, earliest = "1 day", term = "2 days" }
    20:40 'earliest' KeysTogether { first: "promptly", second: "earliest" }
    { every = "1 week" }
    20:7 '{ every = "1 week" }' MissingInRule { key: "from", rule: "every" }
    { every = {}, from = "in" }
    20:17 '{}' MissingKey { key: "answer", table: "every" }
    { every = "1 week", from = "in", counted = "done", missed = "drop" }
    20:50 '"done"' UnknownWord { key: "counted", found: "done", allowed: ["last-done"], suggestion: None }
    20:67 '"drop"' UnknownWord { key: "missed", found: "drop", allowed: ["keep"], suggestion: None }
    { each_year = ["3", "13", "02-30", "W54", "03"], from = "in" }
    20:22 '"3"' BadYearMark { found: "3" }
    20:27 '"13"' BadYearMark { found: "13" }
    20:33 '"02-30"' BadYearMark { found: "02-30" }
    20:42 '"W54"' BadYearMark { found: "W54" }
    { each_year = "03", from = "in" }
    20:21 '"03"' WrongShape { key: "each_year", wanted: TextList, found: Text }
    { each_year = ["03"], from = "in", counted = "last-done" }
    20:42 'counted' NotInRule { key: "counted", rule: "each_year" }
    { each = "term", from = "in" }
    20:16 '"term"' UnknownWord { key: "each", found: "term", allowed: ["school-term"], suggestion: None }
    { each = "school-terms", from = "in" }
    20:16 '"school-terms"' UnknownWord { key: "each", found: "school-terms", allowed: ["school-term"], suggestion: Some("school-term") }
    { each = ["school-term"], from = "in" }
    20:16 '["school-term"]' WrongShape { key: "each", wanted: Text, found: TextList }
    { each = "school-term" }
    20:7 '{ each = "school-term" }' MissingInRule { key: "from", rule: "each" }
    { each = "school-term", from = "in", term = "1 week", counted = "last-done", earliest = "1 day", promptly = true }
    20:44 'term' NotInRule { key: "term", rule: "each" }
    20:61 'counted' NotInRule { key: "counted", rule: "each" }
    20:84 'earliest' NotInRule { key: "earliest", rule: "each" }
    20:104 'promptly' NotInRule { key: "promptly", rule: "each" }
    { each = "school-term", each_year = ["03"], from = "in" }
    20:7 '{ each = "school-term", each_year = ["03"], from = "in" }' MixedRule { keys: ["each_year", "each"] }
    { each = "school-term", after = "in", term = "1 week" }
    20:7 '{ each = "school-term", after = "in", term = "1 week" }' MixedRule { keys: ["after", "each"] }
    { after = "in", term = "0 schooldays" }
    20:30 '"0 schooldays"' BadTerm { found: "0 schooldays", why: Zero }
    { after = "in", term = "10 school days" }
    20:30 '"10 school days"' BadTerm { found: "10 school days", why: NotATerm }
    { every = "99999 schooldays", from = "in" }
    20:17 '"99999 schooldays"' BadTerm { found: "99999 schooldays", why: TooLong }
    { on = { step = "1", answer = "dag" } }
    20:14 '{ step = "1", answer = "dag" }' BadAnchor
    { on = {} }
    20:14 '{}' BadAnchor
    { on = "in", roll = "nästa", basis = "lag" }
    20:27 '"nästa"' UnknownWord { key: "roll", found: "nästa", allowed: ["none", "next", "previous", "statutory", "school-next", "school-previous"], suggestion: None }
    20:44 '"lag"' UnknownWord { key: "basis", found: "lag", allowed: ["source", "law", "local"], suggestion: Some("law") }
    "#);
}

#[test]
fn rules_that_cannot_be_kept() {
    insta::assert_snapshot!(each(&[
        "{ on = \"inn\" }",
        "{ on = { step = \"9\" } }",
        "{ on = { answer = \"ofta\" } }",
        "{ on = { answer = \"tom\" } }",
        "{ every = { answer = \"dag\" }, from = \"in\", until = { answer = \"akut\" } }",
        "{ answer = \"val\" }",
        "{ before = \"ut\", roll = \"next\" }",
        "{ before = \"ut\", roll = \"statutory\" }",
        "{ on = \"ut\", roll = \"statutory\" }",
        "{ after = \"ut\", earliest = \"4 months\", term = \"3 months\" }",
        "{ after = \"ut\", earliest = \"30 days\", term = \"1 month\" }",
        "{ before = \"ut\", earliest = \"1 week\", term = \"2 weeks\" }",
        "{ after = \"ut\", earliest = \"11 schooldays\", term = \"10 schooldays\" }",
        "{ before = \"ut\", earliest = \"4 workdays\", term = \"5 workdays\" }",
        "{ after = \"ut\", earliest = \"6 months\", term = \"10 schooldays\" }",
        "{ each = \"school-term\", from = \"inn\", until = { step = \"9\" } }",
        "{ each = \"school-term\", from = \"in\", until = \"in\" }",
        "[{ each = \"school-term\", from = \"in\", when = { date = \"in\" } }, { after = \"in\", term = \"5 schooldays\" }]",
        "{ every = \"1 week\", from = \"in\", until = \"in\" }",
        "[{ on = \"in\", when = { date = \"in\" } }, { every = \"1 week\", from = \"in\" }]",
        "[{ on = \"in\" }, { on = \"ut\" }]",
        "[{ on = \"inn\", when = { date = \"x\" } }, { every = \"1 wek\" }, { on = \"utt\" }]",
    ]), @r#"
    { on = "inn" }
    20:14 '"inn"' UnknownId { what: KeyDate, id: "inn", suggestion: Some("in") }
    { on = { step = "9" } }
    20:23 '"9"' UnknownId { what: Step, id: "9", suggestion: None }
    { on = { answer = "ofta" } }
    20:25 '"ofta"' WrongKind { question: "ofta", wanted: "date", found: "term" }
    { on = { answer = "tom" } }
    20:25 '"tom"' BlankHasNoAnswer { id: "tom" }
    { every = { answer = "dag" }, from = "in", until = { answer = "akut" } }
    20:28 '"dag"' WrongKind { question: "dag", wanted: "term", found: "date" }
    20:69 '"akut"' WrongKind { question: "akut", wanted: "date", found: "yes-no" }
    { answer = "val" }
    20:18 '"val"' WrongKind { question: "val", wanted: "date", found: "choice" }
    { before = "ut", roll = "next" }
    20:31 '"next"' RollsPast { roll: "next" }
    { before = "ut", roll = "statutory" }
    20:31 '"statutory"' RollsPast { roll: "statutory" }
    { on = "ut", roll = "statutory" }
    20:27 '"statutory"' StatutoryNotHere
    { after = "ut", earliest = "4 months", term = "3 months" }
    20:34 '"4 months"' EarliestTooLate { earliest: "4 months", term: "3 months" }
    { after = "ut", earliest = "30 days", term = "1 month" }
    { before = "ut", earliest = "1 week", term = "2 weeks" }
    20:35 '"1 week"' EarliestTooLate { earliest: "1 week", term: "2 weeks" }
    { after = "ut", earliest = "11 schooldays", term = "10 schooldays" }
    20:34 '"11 schooldays"' EarliestTooLate { earliest: "11 schooldays", term: "10 schooldays" }
    { before = "ut", earliest = "4 workdays", term = "5 workdays" }
    20:35 '"4 workdays"' EarliestTooLate { earliest: "4 workdays", term: "5 workdays" }
    { after = "ut", earliest = "6 months", term = "10 schooldays" }
    20:34 '"6 months"' EarliestTooLate { earliest: "6 months", term: "10 schooldays" }
    { each = "school-term", from = "inn", until = { step = "9" } }
    20:38 '"inn"' UnknownId { what: KeyDate, id: "inn", suggestion: Some("in") }
    20:62 '"9"' UnknownId { what: Step, id: "9", suggestion: None }
    { each = "school-term", from = "in", until = "in" }
    20:52 '"in"' NeverDue
    [{ each = "school-term", from = "in", when = { date = "in" } }, { after = "in", term = "5 schooldays" }]
    20:71 '{ after = "in", term = "5 schooldays" }' MixedDue
    { every = "1 week", from = "in", until = "in" }
    20:48 '"in"' NeverDue
    [{ on = "in", when = { date = "in" } }, { every = "1 week", from = "in" }]
    20:47 '{ every = "1 week", from = "in" }' MixedDue
    [{ on = "in" }, { on = "ut" }]
    ~20:23 '{ on = "ut" }' UnreachableRule
    [{ on = "inn", when = { date = "x" } }, { every = "1 wek" }, { on = "utt" }]
    20:15 '"inn"' UnknownId { what: KeyDate, id: "inn", suggestion: Some("in") }
    20:38 '"x"' UnknownId { what: KeyDate, id: "x", suggestion: None }
    20:47 '{ every = "1 wek" }' MissingInRule { key: "from", rule: "every" }
    20:57 '"1 wek"' BadTerm { found: "1 wek", why: NotATerm }
    20:75 '"utt"' UnknownId { what: KeyDate, id: "utt", suggestion: Some("ut") }
    "#);
}
