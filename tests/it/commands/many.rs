//! `new-case --from`: the cases of a table, all of them or none.

use insta::assert_snapshot;

use super::{line, said, steps};
use crate::harness::Env;

const TABLE: &str = "\
ref;rutin;datum:inskrivning;datum:placering;svar:akut;roll:socialsekreterare;klart:2;klart:1
P-1;nacka;2026-10-01;;nej;Enhet barn, grupp 2;2026-09-25;2026-09-20
;nacka;2026-12-02;;ja;;;
P-2;sams;;2026-11-01;;Enhet unga;;
;nacka;2026-11-10;;;;;okänt
";

#[test]
fn every_line_becomes_the_case_that_the_options_would_have_opened() {
    let (many, single) = (Env::new(), Env::new());
    many.write("t.csv", TABLE);
    assert_snapshot!(said(&many, "ny --från t.csv"), @"
    4 ärenden är öppnade: P-1, 2026-001, P-2, 2026-002
    Härnäst: sisam rapport --försenade
    ");
    for options in [
        "--ref P-1 --routine nacka --date inskrivning=2026-10-01 --answer akut=nej \
         --role socialsekreterare=Enhet~barn,~grupp~2 --done 1=2026-09-20 --done 2=2026-09-25",
        "--routine nacka --date inskrivning=2026-12-02 --answer akut=ja",
        "--ref P-2 --routine sams --date placering=2026-11-01 --role socialsekreterare=Enhet~unga",
        "--routine nacka --date inskrivning=2026-11-10 --done 1=unknown",
    ] {
        said(&single, &format!("new-case {options}"));
    }
    for case in ["P-1", "2026-001", "P-2", "2026-002"] {
        for what in ["show", "log"] {
            let text = format!("{what} {case} --format json");
            assert_eq!(said(&many, &text), said(&single, &text));
        }
    }
}

#[test]
fn a_step_that_is_done_already_can_be_taken_back_by_itself() {
    let env = Env::new();
    env.write("t.csv", TABLE);
    said(&env, "new-case --from t.csv");
    said(&env, "undo P-1");
    assert!(steps(&env, "P-1").starts_with("1: done 2026-09-30\n2: open 2026-09-30\n"));
}

#[test]
fn excels_ways_of_writing_a_table_give_the_same_cases() {
    let expected = {
        let env = Env::new();
        env.write("t.csv", TABLE);
        said(&env, "new-case --from t.csv --format json")
    };
    let commas = TABLE
        .replace("Enhet barn, grupp 2", "\"Enhet barn\0 grupp 2\"")
        .replace([';', '\0'], ",");
    for table in [
        format!("\u{feff}{TABLE}"),
        TABLE.replace('\n', "\r\n"),
        TABLE.replace(';', "\t"),
        TABLE.replace(";;;\n", "\n"),
        format!("{TABLE};;;;;;;\r\n\r\n"),
        commas,
    ] {
        let env = Env::new();
        env.write("t.csv", &table);
        let told = said(&env, "new-case --from t.csv --format json");
        assert_eq!(told, expected, "{table}");
    }
}

#[test]
fn a_program_is_told_which_line_became_which_case() {
    let env = Env::new();
    env.write("t.csv", "ref,routine,answer:akut,date:inskrivning\n\nB,nacka,\"ja\n\",2026-12-02\n,nacka,,2026-12-03\n");
    assert_snapshot!(said(&env, "new-case --from t.csv --format json"), @r#"
    [
      {
        "case": "B",
        "routine": "nacka",
        "version": "1 (källan är odaterad)",
        "status": "open",
        "opened": "2026-11-21",
        "line": 3
      },
      {
        "case": "2026-001",
        "routine": "nacka",
        "version": "1 (källan är odaterad)",
        "status": "open",
        "opened": "2026-11-21",
        "line": 5
      }
    ]
    "#);
}

#[test]
fn options_hold_for_the_lines_that_do_not_say_it_themselves() {
    let env = Env::new();
    env.write(
        "t.csv",
        "ref,routine,date:inskrivning,done:1\nA,,2026-12-02,\nB,bbic-flode,,\nC,,,2026-11-02\n",
    );
    // Söderköping has neither of the dates, but no line follows it.
    let told = line(
        &env,
        "new-case --from t.csv --routine nacka --date inskrivning=2026-12-24",
    );
    let told = told.fails(1).err;
    assert!(told.contains("rad 3, date:inskrivning"), "{told}");
    env.write(
        "t.csv",
        "ref,routine,date:inskrivning,done:1\nA,,2026-12-02,\nC,,,2026-11-02\n",
    );
    said(
        &env,
        "new-case --from t.csv --routine nacka --date inskrivning=2026-12-24 --done 1=2026-11-01",
    );
    let day = |case: &str, key: &str| {
        let shown = env.json(crate::harness::TODAY, &format!("show {case}"));
        let place = format!("/{key}");
        shown.pointer(&place).unwrap().as_str().unwrap().to_owned()
    };
    assert_eq!(day("A", "dates/inskrivning"), "2026-12-02");
    assert_eq!(day("C", "dates/inskrivning"), "2026-12-24");
    assert_eq!(day("A", "steps/0/done_on"), "2026-11-01");
    assert_eq!(day("C", "steps/0/done_on"), "2026-11-02");
}

#[test]
fn numbers_are_given_after_those_that_the_table_and_the_file_have() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine nacka --ref 2026-004 --date inskrivning=2026-12-02",
    );
    env.write(
        "t.csv",
        "ref,routine,date:inskrivning\n,nacka,2026-12-02\n2026-017,nacka,2026-12-02\n,nacka,2026-12-02\n",
    );
    let told = said(&env, "new-case --from t.csv");
    assert!(told.contains("2026-018, 2026-017, 2026-019"), "{told}");
}

#[test]
fn a_table_can_be_piped_in() {
    let env = Env::new();
    let piped = || env.line("new-case --from -").piped(TABLE);
    let told = piped().success().out;
    assert!(told.contains("4 ärenden"), "{told}");
    let told = piped().fails(1).err;
    assert!(told.contains("det som skickades in"), "{told}");
}

/// The file's log keeps when something was really recorded under a given day.
fn without_real_seconds(mut bytes: Vec<u8>) -> Vec<u8> {
    let moment = "0000-00-00T00:00:00Z";
    let is_moment = |part: &[u8]| {
        let digits = part
            .iter()
            .map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte });
        digits.eq(moment.bytes())
    };
    for place in 0..bytes.len().saturating_sub(moment.len()) {
        let part = &mut bytes[place..place + moment.len()];
        if is_moment(part) {
            part.copy_from_slice(moment.as_bytes());
        }
    }
    bytes
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let file = || {
        let env = Env::new();
        env.write("t.csv", TABLE);
        said(&env, "new-case --from t.csv");
        let files = env.files().into_values();
        files.map(without_real_seconds).collect::<Vec<_>>()
    };
    assert!(file() == file());
}
