//! `[[test]]`.

use super::*;

#[test]
fn tests_speak_of_the_routine() {
    let report = in_step(
        "[[test]]\nname = \"T\"\ndates = { inn = 2026-01-01, ut = \"2026-01-01\" }\nanswers = { akut = \"kanske\", x = \"1\", tom = \"1\", val = \"\", antal = true }\n\
         trigger = \"sex\"\ndone = { \"2\" = 2026-01-01, \"1/2\" = 2026-01-01, \"1\" = \"klar\", \"1/x\" = 2026-01-01, \"1/0\" = 2026-01-01 }\n\
         expect = { \"1\" = \"klar\", \"1/1\" = \"done\", \"3\" = 2026-01-01, \"/1\" = \"open\" }\n[[test]]\nname = \"Tom\"\nexpect = {}\n",
    );
    insta::assert_snapshot!(report, @r#"
    22:11 'inn' UnknownId { what: KeyDate, id: "inn", suggestion: Some("in") }
    22:34 '"2026-01-01"' WrongShape { key: "dates", wanted: Date, found: Text }
    23:20 '"kanske"' NeverTheAnswer { question: "akut", value: "kanske", kind: "yes-no", options: ["yes", "no"], suggestion: None }
    23:30 'x' UnknownId { what: Question, id: "x", suggestion: None }
    23:39 'tom' BlankHasNoAnswer { id: "tom" }
    23:56 '""' EmptyText { key: "answers" }
    23:68 'true' WrongShape { key: "answers", wanted: Text, found: YesNo }
    24:11 '"sex"' UnknownId { what: Trigger, id: "sex", suggestion: None }
    25:10 '"2"' UnknownId { what: Step, id: "2", suggestion: None }
    25:28 '"1/2"' NoSuchRound { step: "1" }
    25:54 '"klar"' UnknownWord { key: "done", found: "klar", allowed: ["skipped"], suggestion: None }
    25:62 '"1/x"' BadRoundName { found: "1/x" }
    25:82 '"1/0"' BadRoundName { found: "1/0" }
    26:18 '"klar"' UnknownWord { key: "expect", found: "klar", allowed: ["open", "blocked", "waiting", "undecided", "done", "skipped", "not-applicable"], suggestion: None }
    26:42 '"3"' UnknownId { what: Step, id: "3", suggestion: None }
    26:60 '"/1"' BadRoundName { found: "/1" }
    29:10 '{}' EmptyList { key: "expect" }
    "#);
}

#[test]
fn a_test_says_which_day_it_is_where_that_matters() {
    let test = |keys: &str| {
        in_step(&format!(
            "due = {{ before = \"ut\", term = \"1 week\", or_at_once = true }}\n[[test]]\nname = \"T\"\n{keys}\n"
        ))
    };
    for (keys, needed) in [
        (
            "dates = { ut = 2026-01-01 }\nexpect = { \"1\" = 2025-12-25 }",
            true,
        ),
        (
            "dates = { ut = 2026-01-01 }\nexpect = { \"1\" = 2025-12-25 }\ntoday = 2025-01-01",
            false,
        ),
        (
            "dates = { ut = 2026-01-01 }\nexpect = { \"1\" = \"open\" }",
            false,
        ),
        ("expect = { \"1\" = \"waiting\" }", false),
        (
            "done = { \"1\" = \"skipped\" }\nexpect = { \"1\" = \"skipped\" }",
            true,
        ),
        (
            "done = { \"1\" = 2026-01-01 }\nexpect = { \"1\" = \"done\" }",
            false,
        ),
    ] {
        assert_eq!(
            test(keys).contains("NeedsToday"),
            needed,
            "{keys}\n{}",
            test(keys)
        );
    }
}

#[test]
fn tests_are_kept_in_the_order_they_are_written() {
    let text = format!(
        "{HEAD}{STEP}[[test]]\nname = \"T\"\ndates = {{ ut = 2026-02-01, in = 2026-01-01 }}\ndone = {{ \"1\" = 2026-01-10 }}\nexpect = {{ \"1/1\" = \"done\", \"1\" = \"done\" }}\n"
    );
    insta::assert_debug_snapshot!(load(&text).unwrap().routine.tests, @r#"
    [
        RoutineTest {
            name: "T",
            dates: [
                (
                    KeyDateId(
                        "ut",
                    ),
                    2026-02-01,
                ),
                (
                    KeyDateId(
                        "in",
                    ),
                    2026-01-01,
                ),
            ],
            answers: [],
            trigger: None,
            planned: [],
            done: [
                (
                    RoundName {
                        step: StepId(
                            "1",
                        ),
                        round: None,
                    },
                    Done(
                        2026-01-10,
                    ),
                ),
            ],
            today: None,
            expect: [
                (
                    RoundName {
                        step: StepId(
                            "1",
                        ),
                        round: Some(
                            1,
                        ),
                    },
                    Status(
                        Done,
                    ),
                ),
                (
                    RoundName {
                        step: StepId(
                            "1",
                        ),
                        round: None,
                    },
                    Status(
                        Done,
                    ),
                ),
            ],
        },
    ]
    "#);
}
