//! What may stand in a text, a reference or a table.

use serde_json::Value;

use crate::harness::{Env, TODAY};

/// A routine whose questions take every kind of answer.
const ROUTINE: &str = r#"format = 1
id = "svar"
version = "1"
title = "Svar"
[source]
publisher = "P"
document = "D"
[[role]]
id = "r"
title = "R"
[[question]]
id = "text"
text = "Text?"
kind = "text"
[[question]]
id = "tal"
text = "Tal?"
kind = "number"
[[question]]
id = "ja"
text = "Ja?"
kind = "yes-no"
[[question]]
id = "val"
text = "Val?"
kind = "choice"
options = ["3–5 år", "annat"]
[[question]]
id = "dag"
text = "Dag?"
kind = "date"
[grounds]
skal = ["10:28 – lag"]
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "1"
title = "Ett"
responsible = ["r"]
[[phase.step]]
id = "2"
title = "Två"
responsible = ["r"]
requires = [{ question = "ja", is = "yes", despite = "skal" }]
"#;

/// A home with that routine and a case of it.
pub(super) fn home() -> Env {
    let env = Env::new().with_file().with("SISAM_ROUTINES", "rutiner");
    std::fs::create_dir_all(env.path("rutiner")).unwrap();
    env.write("rutiner/svar.toml", ROUTINE);
    env.line("new-case --routine svar --ref A").success();
    env
}

/// The last event of the case.
fn last(env: &Env) -> Value {
    let log = env.json(TODAY, "log A");
    log.as_array().unwrap().last().unwrap().clone()
}

#[test]
fn a_text_answer_is_taken_out_whatever_it_looks_like() {
    for (id, answer) in [
        ("text", "4711"),
        ("text", "12,5"),
        ("text", "2026-03-01"),
        ("text", "3 weeks"),
        ("text", "no"),
        ("text", "yes"),
        ("tal", "4711"),
        ("ja", "ja"),
        ("val", "annat"),
        ("dag", "2012-03-15"),
    ] {
        let env = home();
        env.sisam(["set", "A", "--answer", &format!("{id}={answer}")])
            .success();
        let number = last(&env)["seq"].clone();
        let seq = number.to_string();
        let stored = last(&env)["value"].as_str().unwrap().to_owned();
        env.sisam(["redact", "A", &seq, "--reason", "hörde inte hit"])
            .success();
        let log = env.json(TODAY, "log A");
        let event = log.as_array().unwrap().iter().find(|e| e["seq"] == number);
        assert_eq!(
            event.unwrap()["redacted"],
            serde_json::json!(["value"]),
            "{id}={answer}"
        );
        let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
        let left: u32 = db
            .query_row(
                "SELECT (SELECT count(*) FROM event WHERE instr(body, ?1) > 0)
                      + (SELECT count(*) FROM text WHERE content = ?1)",
                [format!("\"{stored}\"")],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(left, 0, "{id}={answer}");
        env.line("doctor").success();
    }
}

#[test]
fn a_number_keeps_its_digits_in_one_form() {
    let env = home();
    for (typed, stored) in [
        ("9007199254740993", "9007199254740993"),
        (
            "0,1000000000000000055511151231257827",
            "0.1000000000000000055511151231257827",
        ),
        ("123456789123456789123", "123456789123456789123"),
        ("+007,50", "7.5"),
        ("\u{2212}0,0", "0"),
        ("\u{2013}3", "-3"),
    ] {
        env.sisam(["set", "A", "--answer", &format!("tal={typed}")])
            .success();
        assert_eq!(last(&env)["value"], stored, "{typed}");
    }
    for typed in ["1e3", "inf", "nan", "1_000", "0x10", "."] {
        env.sisam(["set", "A", "--answer", &format!("tal={typed}")])
            .fails(1);
    }
}

#[test]
fn whoever_takes_out_what_was_recorded_under_a_given_day_is_told_that_it_may_be_guessed() {
    let env = home();
    env.line("note A kort").success();
    let seq = last(&env)["seq"].to_string();
    let told = env
        .sisam(["redact", "A", &seq, "--reason", "fel"])
        .success();
    let said = told.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("prova sig fram till en kort text"), "{said}");
    // Recorded on the real day it cannot, and nothing is said.
    let env = home();
    std::fs::remove_file(env.path("arenden.db")).unwrap();
    let env = env.without("SISAM_TODAY");
    env.line("new-case --routine svar --ref A").success();
    env.line("note A kort").success();
    let told = env.line("redact A 2 --reason fel").success();
    assert!(!told.err.contains("prova"), "{}", told.err);
}

#[test]
fn options_and_grounds_are_known_with_any_dash_and_space() {
    let env = home();
    for typed in ["3-5 år", "3–5\u{a0}år", "3\u{2011}5 ÅR", "3–5\u{200b} år"] {
        env.sisam(["set", "A", "--answer", &format!("val={typed}")])
            .success();
        assert_eq!(last(&env)["value"], "3–5 år", "{typed:?}");
    }
    env.line("set A --answer ja=nej").success();
    env.sisam(["done", "A", "2", "--despite", "10:28 - lag"])
        .success();
}

#[test]
fn tables_take_what_excel_writes_and_tell_what_it_means() {
    let env = home();
    for (name, table) in [
        (
            "a.csv",
            "sep=;\nref;date:inskrivning;done:1\nT1;2026-12-02 00:00:00;20261120\n",
        ),
        (
            "b.csv",
            "\u{feff}sep=,\r\nref,datum:inskrivning\r\nT2,20261202\r\n",
        ),
        (
            "c.csv",
            "SEP=\t\nref\tdate:inskrivning\nT3\t2026-12-02T00:00:00\n",
        ),
        (
            "d.csv",
            "re\u{ad}f;date:inskriv\u{200b}ning\nT\u{2011}4;2026\u{2011}12\u{2013}02\n",
        ),
        (
            "e.csv",
            "\"sep=;\"\nref;date:inskrivning\nT5;2026-12-02 00:00\n",
        ),
    ] {
        env.write(name, table);
        env.line(&format!("new-case --from {name} --routine nacka --yes"))
            .success();
    }
    for reference in ["T1", "T2", "T3", "T-4", "T5"] {
        let shown = env.json(TODAY, &format!("show {reference}"));
        assert_eq!(shown["dates"]["inskrivning"], "2026-12-02", "{reference}");
    }
    for (cell, said) in [
        ("46358", "Excels löpnummer för en dag, 2026-12-02"),
        ("46358,4375", "Excels löpnummer för en dag, 2026-12-02"),
        (
            "02/11/2026",
            "kan vara mån 2 nov 2026 eller ons 11 feb 2026",
        ),
        ("2.11.26", "kan vara mån 2 nov 2026 eller ons 11 feb 2026"),
        ("2026-12-02 10:30:00", "är nog 2026-12-02"),
        ("20261302", "finns inte i kalendern"),
        ("2026", "är ingen dag"),
    ] {
        env.write("x.csv", &format!("sep=;\nref;date:inskrivning\nX;{cell}\n"));
        let told = env
            .line("new-case --from x.csv --routine nacka --yes")
            .fails(1);
        assert!(told.err.contains(said), "{cell}: {}", told.err);
        assert!(
            told.err.contains("rad 3"),
            "lines are those of the file: {}",
            told.err
        );
    }
}
