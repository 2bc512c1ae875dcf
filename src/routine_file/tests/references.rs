//! References between key dates and questions, and what nothing refers to.

use super::*;

#[test]
fn key_dates_and_questions_do_not_go_in_circles() {
    let report = problems(
        &HEAD
            .replace(
                "title = \"Inskrivning\"",
                "title = \"I\", not_before = \"ut\", expected_after = [\"x\"]",
            )
            .replace(
                "title = \"Utskrivning\"",
                "title = \"U\", expected_after = [\"in\"]",
            )
            .replace(
                "kind = \"yes-no\"",
                "kind = \"yes-no\", when = { question = \"val\", is = \"ja\" }",
            )
            .replace(
                "kind = \"choice\"",
                "kind = \"choice\", when = { question = \"akut\", is = \"ja\" }",
            ),
    );
    insta::assert_snapshot!(without_unused(&report), @r#"
    ~1:1 '' NoSteps
    8:20 '"in"' Cycle { what: KeyDate, ids: ["in", "ut"] }
    8:76 '"x"' UnknownId { what: KeyDate, id: "x", suggestion: None }
    10:20 '"akut"' Cycle { what: Question, ids: ["akut", "val"] }
    "#);
}

#[test]
fn a_form_shows_questions_that_exist() {
    let report = problems(&HEAD.replace(
        "{ id = \"tom\"",
        "{ asks = \"akut\" }, { asks = \"akuta\" }, { asks = \"tom\" }, { id = \"tom\"",
    ));
    insta::assert_snapshot!(without_unused(&report), @r#"
    ~1:1 '' NoSteps
    11:85 '"akuta"' UnknownId { what: Question, id: "akuta", suggestion: Some("akut") }
    11:105 '"tom"' BlankHasNoAnswer { id: "tom" }
    "#);
}

#[test]
fn what_nothing_uses_is_a_warning() {
    let text = HEAD
        .replace(
            "title = \"Rektor\"",
            "title = \"Rektor\", must_be_held = true",
        )
        .replace(
            "kind = \"yes-no\"",
            "kind = \"yes-no\", ask = \"when-needed\"",
        );
    insta::assert_snapshot!(problems(&text), @r#"
    ~1:1 '' NoSteps
    ~6:13 'osl' Unused { what: Grounds, id: "osl" }
    ~7:16 '"s"' Unused { what: Role, id: "s" }
    ~10:20 '"akut"' Unused { what: Question, id: "akut" }
    ~11:20 '"form"' Unused { what: Document, id: "form" }
    "#);
}

#[test]
fn an_id_that_could_not_be_read_makes_no_reference_unknown() {
    let report = after_head(&format!(
        "{STEP}asks = [\"x\"]\n[[phase.step]]\ntitle = \"Utan id\"\nresponsible = [\"s\"]\nrequires = [{{ step = \"9\" }}]\n"
    ));
    insta::assert_snapshot!(report, @r#"
    20:9 '"x"' UnknownId { what: Question, id: "x", suggestion: None }
    21:1 '[[phase.step]]' MissingKey { key: "id", table: "phase.step" }
    "#);
}
