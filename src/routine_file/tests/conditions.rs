//! Conditions that say nothing, too much, or what can never be.

use super::*;

#[test]
fn conditions_that_cannot_be() {
    let report: String = [
        "{}",
        "{ trigger = \"fem\" }",
        "{ trigger = \"sex\" }",
        "{ trigger = \"fem\", is = \"ja\" }",
        "{ question = \"akut\" }",
        "{ question = \"akut\", is = \"ja\", is_not = \"nej\" }",
        "{ question = \"akut\", is = \"ja\" }",
        "{ question = \"akut\", is = \"kanske\" }",
        "{ question = \"akut\", is = true }",
        "{ question = \"akt\", is = \"ja\" }",
        "{ question = \"tom\", is = \"ja\" }",
        "{ question = \"val\", is = \"Vet inte\" }",
        "{ question = \"val\", in = [\"ja\", \"nej\"] }",
        "{ question = \"val\", in = [] }",
        "{ question = \"val\", at_least = 2 }",
        "{ question = \"antal\", at_least = \"2\" }",
        "{ question = \"antal\", at_least = inf }",
        "{ question = \"antal\", at_most = 2.5 }",
        "{ question = \"antal\", is = 3 }",
        "{ question = \"dag\", is = 2026-01-01 }",
        "{ question = \"ofta\", is = \"tre veckor\" }",
        "{ date = \"inn\" }",
        "{ step = \"2\" }",
        "{ step = \"1\", date = \"in\" }",
        "{ all = [] }",
        "{ all = [{ date = \"in\" }, { any = [{ date = \"x\" }, {}] }] }",
        "{ not = { date = \"x\" } }",
        "{ not = [{ date = \"in\" }] }",
        "\"akut\"",
    ]
    .iter()
    .map(|condition| {
        let text = format!("[[phase.step.item]]\nid = \"a\"\ntitle = \"A\"\nwhen = {condition}\n");
        format!("{condition}\n{}", in_step(&text))
    })
    .collect();
    insta::assert_snapshot!(report, @r#"
    {}
    23:8 '{}' EmptyCondition
    { trigger = "fem" }
    { trigger = "sex" }
    23:20 '"sex"' UnknownId { what: Trigger, id: "sex", suggestion: None }
    { trigger = "fem", is = "ja" }
    23:27 'is' KeyWithout { key: "is", needs: "question" }
    { question = "akut" }
    23:8 '{ question = "akut" }' ConditionWithoutTest
    { question = "akut", is = "ja", is_not = "nej" }
    23:8 '{ question = "akut", is = "ja", is_not = "nej" }' MixedCondition { keys: ["is", "is_not"] }
    { question = "akut", is = "ja" }
    { question = "akut", is = "kanske" }
    23:34 '"kanske"' NeverTheAnswer { question: "akut", value: "kanske", kind: "yes-no", options: ["yes", "no"], suggestion: None }
    { question = "akut", is = true }
    23:34 'true' WrongShape { key: "is", wanted: Text, found: YesNo }
    { question = "akt", is = "ja" }
    23:21 '"akt"' UnknownId { what: Question, id: "akt", suggestion: Some("akut") }
    { question = "tom", is = "ja" }
    23:21 '"tom"' BlankHasNoAnswer { id: "tom" }
    { question = "val", is = "Vet inte" }
    23:33 '"Vet inte"' NeverTheAnswer { question: "val", value: "Vet inte", kind: "choice", options: ["ja", "vet inte"], suggestion: Some("vet inte") }
    { question = "val", in = ["ja", "nej"] }
    23:40 '"nej"' NeverTheAnswer { question: "val", value: "nej", kind: "choice", options: ["ja", "vet inte"], suggestion: None }
    { question = "val", in = [] }
    23:33 '[]' EmptyList { key: "in" }
    { question = "val", at_least = 2 }
    23:39 '2' NotANumber { question: "val", kind: "choice" }
    { question = "antal", at_least = "2" }
    23:41 '"2"' WrongShape { key: "at_least", wanted: Number, found: Text }
    { question = "antal", at_least = inf }
    23:41 'inf' WrongShape { key: "at_least", wanted: Number, found: NoNumber }
    { question = "antal", at_most = 2.5 }
    { question = "antal", is = 3 }
    { question = "dag", is = 2026-01-01 }
    { question = "ofta", is = "tre veckor" }
    23:34 '"tre veckor"' NeverTheAnswer { question: "ofta", value: "tre veckor", kind: "term", options: [], suggestion: None }
    { date = "inn" }
    23:17 '"inn"' UnknownId { what: KeyDate, id: "inn", suggestion: Some("in") }
    { step = "2" }
    23:17 '"2"' UnknownId { what: Step, id: "2", suggestion: None }
    { step = "1", date = "in" }
    23:8 '{ step = "1", date = "in" }' MixedCondition { keys: ["step", "date"] }
    { all = [] }
    23:16 '[]' EmptyList { key: "all" }
    { all = [{ date = "in" }, { any = [{ date = "x" }, {}] }] }
    23:52 '"x"' UnknownId { what: KeyDate, id: "x", suggestion: None }
    23:59 '{}' EmptyCondition
    { not = { date = "x" } }
    23:25 '"x"' UnknownId { what: KeyDate, id: "x", suggestion: None }
    { not = [{ date = "in" }] }
    23:16 '[{ date = "in" }]' WrongShape { key: "not", wanted: Table, found: Tables }
    "akut"
    23:8 '"akut"' WrongShape { key: "when", wanted: Table, found: Text }
    "#);
}

#[test]
fn answers_are_compared_in_the_form_they_are_stored() {
    let text = format!(
        "{HEAD}{STEP}when = {{ any = [{{ question = \"akut\", is = \"Ja\" }}, {{ question = \"ofta\", is_not = \"3 veckor\" }}] }}\n\
         [[test]]\nname = \"T\"\nanswers = {{ akut = \"nej\", ofta = \"2 månader\", antal = 3, dag = 2026-01-01 }}\nexpect = {{ \"1\" = \"open\" }}\n"
    );
    let routine = load(&text).unwrap().routine;
    insta::assert_debug_snapshot!(routine.phases[0].steps[0].when, @r#"
    Some(
        Any(
            [
                Question(
                    QuestionId(
                        "akut",
                    ),
                    Is(
                        "yes",
                    ),
                ),
                Question(
                    QuestionId(
                        "ofta",
                    ),
                    IsNot(
                        "3 weeks",
                    ),
                ),
            ],
        ),
    )
    "#);
    insta::assert_debug_snapshot!(routine.tests[0].answers, @r#"
    [
        (
            QuestionId(
                "akut",
            ),
            "no",
        ),
        (
            QuestionId(
                "ofta",
            ),
            "2 months",
        ),
        (
            QuestionId(
                "antal",
            ),
            "3",
        ),
        (
            QuestionId(
                "dag",
            ),
            "2026-01-01",
        ),
    ]
    "#);
}

#[test]
fn conditions_do_not_nest_without_end() {
    let nested = |depth: usize| {
        let when = format!(
            "{}{{ date = \"in\" }}{}",
            "{ not = ".repeat(depth),
            " }".repeat(depth)
        );
        in_step(&format!("when = {when}\n"))
    };
    assert_eq!(nested(15), "");
    assert!(nested(16).contains("ConditionTooDeep { limit: 16 }"));
    assert!(nested(200).contains("Syntax(TooDeep)"));
    let dotted = format!("when = {{ {}date = \"in\" }}\n", "not.".repeat(60));
    assert!(
        in_step(&dotted).contains("ConditionTooDeep"),
        "{}",
        in_step(&dotted)
    );
}
