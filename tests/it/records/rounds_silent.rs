//! Where the contract was silent about rounds, dates and taking back.

use super::rounds::{opened, rows, step};
use crate::lines::{refused, said, told};

/// A step whose answer opens others anew, or lets the case end.
fn evaluation(more: &str) -> String {
    step(
        "e",
        &format!(
            "asks = [\"nasta\"]\n[[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"choice\"\n\
             options = [\"bra\", \"igen\"]\n[[phase.step.outcome]]\n\
             when = {{ question = \"hur\", is = \"igen\" }}\nreopen = [\"s\", \"e\"]\n{more}"
        ),
    )
}

#[test]
fn an_answer_given_in_the_command_that_opens_rounds_anew_counts_in_them() {
    let steps = step("s", "due = { answer = \"nasta\" }") + &evaluation("");
    let env = opened(&steps, "2026-11-01", "--answer nasta=2026-11-10");
    said(&env, "done A s --on 2026-11-09");
    said(&env, "done A e --answer hur=igen --answer nasta=2026-12-15");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-10 2026-11-09 | open 2026-12-15"
    );
    // The required questions are asked again.
    refused(&env, "done A e --round 2");
    // An answer of before does not count, until it is given again.
    let env = opened(&steps, "2026-11-01", "--answer nasta=2026-11-10");
    said(&env, "done A s --on 2026-11-09");
    said(&env, "set A --answer nasta=2026-12-15");
    said(&env, "done A e --answer hur=igen");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-10 2026-11-09 | waiting"
    );
    said(&env, "set A --answer nasta=2026-12-15");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-10 2026-11-09 | open 2026-12-15"
    );
}

#[test]
fn a_round_opened_anew_is_entered_no_earlier_than_that_day() {
    let before = "due = { before = \"b\", term = \"8 weeks\", or_at_once = true }";
    let steps = step("s", before) + &evaluation("");
    let env = opened(&steps, "2026-09-01", "--date b=2026-12-20");
    said(&env, "done A s --on 2026-10-20");
    said(
        &env,
        "done A e --on 2026-11-18 --answer hur=igen --answer nasta=2026-12-01",
    );
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-10-25 2026-10-20 | open 2026-11-18"
    );
}

#[test]
fn a_repeating_step_whose_dates_are_used_up_gets_a_round_when_opened_anew() {
    let monthly = "due = { every = \"1 month\", from = \"a\", until = \"b\" }";
    let steps = step("s", monthly) + &evaluation("");
    // Before `until`, and after it.
    for (until, due) in [("2026-11-30", "2026-11-30"), ("2026-11-10", "2026-11-20")] {
        let env = opened(
            &steps,
            "2026-10-01",
            &format!("--date a=2026-10-01 --date b={until}"),
        );
        said(&env, "done A s --on 2026-11-05");
        assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-01 2026-11-05");
        said(
            &env,
            "done A e --on 2026-11-20 --answer hur=igen --answer nasta=2026-12-01",
        );
        assert_eq!(
            rows(&env, "s", "2026-11-21"),
            format!("done 2026-11-01 2026-11-05 | open {due}")
        );
        said(&env, "done A s");
        let shown = rows(&env, "s", "2026-11-21");
        assert!(
            shown.ends_with(&format!("| done {due} 2026-11-21")),
            "{shown}"
        );
    }
}

#[test]
fn a_later_date_where_there_was_none_is_the_only_one_to_be_late_from() {
    let env = opened(&step("s", ""), "2026-11-01", "");
    said(
        &env,
        "extend A s --to 2026-11-10 --reason lov --decided-by chef --today 2026-11-02",
    );
    let row = || {
        let shown = said(&env, "show A --format json");
        serde_json::from_str::<serde_json::Value>(&shown).unwrap()["steps"][0].clone()
    };
    assert_eq!(
        (&row()["days_late"], &row()["days_late_original"]),
        (&11.into(), &serde_json::Value::Null)
    );
    said(&env, "done A s --on 2026-11-12");
    assert_eq!(
        (&row()["days_late"], &row()["days_late_original"]),
        (&2.into(), &serde_json::Value::Null)
    );
    let listed = said(&env, "report --late --format json");
    assert!(listed.contains("\"days_late_original\": null"), "{listed}");
}

#[test]
fn a_later_date_moved_once_more_when_it_had_passed_is_listed_and_no_original_one() {
    let env = opened(&step("s", ""), "2026-11-01", "");
    for (to, today) in [("2026-11-20", "2026-11-02"), ("2026-12-01", "2026-11-25")] {
        let extend = format!("extend A s --to {to} --reason lov --decided-by chef --today {today}");
        said(&env, &extend);
    }
    said(&env, "done A s --on 2026-12-03 --today 2026-12-04");
    for list in ["show A", "report --late"] {
        let listed = env.json("2026-12-04", list);
        let row = listed.get("steps").unwrap_or(&listed)[0].clone();
        assert_eq!(
            [&row["original_due"], &row["days_late_original"]],
            [&serde_json::Value::Null; 2],
            "{list}: {row}"
        );
        assert_eq!(row["days_late"], 2, "{list}: {row}");
        assert_eq!(row["moved_from"], "2026-11-20", "{list}: {row}");
    }
}

#[test]
fn an_answer_to_what_the_step_does_not_ask_is_told() {
    let env = opened(&step("s", "asks = [\"nasta\"]"), "2026-11-01", "");
    let done = told(&env, "done A s --answer nasta=2026-12-01 --answer q=ja");
    assert!(
        done.contains("Steg 1 frågar inte ”Q?”. Svaret är sparat ändå."),
        "{done}"
    );
    assert!(!done.contains("frågar inte ”Nästa?”"), "{done}");
    assert!(said(&env, "log A").contains("Q? ja"));
}

#[test]
fn a_set_of_what_stands_says_so_and_undo_names_what_it_takes() {
    let env = opened(&step("s", ""), "2026-11-01", "--date a=2026-12-01");
    said(&env, "done A s --on 2026-11-10 --today 2026-11-12");
    for line in ["set A --date a=2026-12-01", "set A --trigger "] {
        let set = env.sisam(line.splitn(4, ' ')).success().out;
        assert!(set.contains("Inget är ändrat: så stod det redan."), "{set}");
    }
    let undone = env.line("undo A").success();
    assert!(
        undone
            .err
            .contains("test, tor 12 nov 2026: Steg 1 klart tis 10 nov 2026"),
        "{undone:?}"
    );
    assert!(
        undone
            .out
            .contains("Taget tillbaka: Steg 1 klart tis 10 nov 2026."),
        "{undone:?}"
    );
}

#[test]
fn a_plan_takes_as_done_what_is_undecided_or_does_not_apply() {
    let only_if = "when = { question = \"q\", is = \"yes\" }";
    let steps =
        step("s", only_if) + &step("t", "due = { after = { step = \"s\" }, term = \"1 week\" }");
    let env = opened(&steps, "2026-11-01", "");
    for answer in ["", "--answer q=nej"] {
        let plan = said(
            &env,
            &format!("routine plan prov {answer} --done s=2026-11-20 --format json"),
        );
        let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
        assert_eq!(plan[0]["status"], "done", "{plan:#}");
        assert_eq!(plan[1]["due"], "2026-11-27", "{plan:#}");
    }
}

#[test]
fn whether_a_case_may_end_is_settled_when_the_round_ends() {
    let close = "[[phase.step.outcome]]\nwhen = { question = \"hur\", is = \"bra\" }\nclose = true";
    let steps = step("s", "") + &evaluation(close);
    let env = opened(&steps, "2026-11-01", "");
    let may_close = || {
        let shown = said(&env, "show A --format json");
        serde_json::from_str::<serde_json::Value>(&shown).unwrap()["may_close"].clone()
    };
    said(&env, "done A e --answer hur=bra --answer nasta=2026-12-01");
    assert_eq!(may_close(), true);
    said(&env, "set A --answer hur=igen");
    assert_eq!(may_close(), true);
    said(&env, "undo A");
    said(&env, "undo A e");
    // And no answer of afterwards lets it end.
    said(&env, "done A s");
    said(&env, "done A e --answer hur=igen --answer nasta=2026-12-01");
    assert_eq!(may_close(), false);
    said(&env, "set A --answer hur=bra");
    assert_eq!(may_close(), false);
    refused(&env, "close A");
}

#[test]
fn a_rule_that_rests_on_what_the_step_asks_is_warned_of() {
    let warned = |rest: &str| {
        let env = opened(&step("s", ""), "2026-11-01", "");
        let text = std::fs::read_to_string(env.path("r/prov.toml")).unwrap();
        env.write("ny.toml", &format!("{text}{}", step("t", rest)));
        let checked = env.line("routine check ny.toml").success();
        format!("{}{}", checked.out, checked.err).contains("räknas från nästa omgång")
    };
    assert!(warned("due = { answer = \"nasta\" }\nasks = [\"nasta\"]"));
    assert!(warned(
        "due = { after = { answer = \"nasta\" }, term = \"1 week\" }\nasks = [\"nasta\"]"
    ));
    assert!(warned(
        "when = { question = \"q\", is = \"yes\" }\nasks = [\"q\"]"
    ));
    assert!(warned(
        "asks = [\"q\"]\ndue = [{ when = { question = \"q\", is = \"yes\" }, on = \"a\" }]"
    ));
    assert!(!warned(
        "due = { every = { answer = \"hur-ofta\" }, from = \"a\" }\nasks = [\"hur-ofta\"]"
    ));
    assert!(!warned("due = { answer = \"nasta\" }\nasks = [\"q\"]"));
}
