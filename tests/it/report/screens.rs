//! The screens over many cases: how long they are, and what they never tell.

use crate::cases::several;
use crate::harness::Env;

const DAY: &str = "2026-11-24";

/// Eight of the cases are late, all of them opened after their steps' dates.
const TWELVE: &str = "\
ref;routine;date:inskrivning;date:placering;answer:akut;answer:skolbyte;done:1
2026-201;nacka;2026-09-15;;nej;;2026-09-10
2026-202;nacka;2026-09-20;;nej;;2026-09-10
2026-203;nacka;2026-10-08;;nej;;2026-10-01
2026-204;nacka;2026-10-26;;nej;;
2026-205;nacka;2026-11-01;;;;2026-10-30
2026-206;nacka;2026-11-10;;nej;;2026-10-30
2026-207;soderkoping;;2026-11-16;nej;nej;
2026-208;soderkoping;;2026-12-16;;;
2026-209;nacka;2026-11-30;;nej;;
2026-210;nacka;2026-12-06;;;;
2026-211;nacka;2026-12-20;;nej;;
SK-2026/07;soderkoping;;2026-10-01;nej;nej;
";

fn twelve() -> Env {
    let env = Env::new().with_file();
    let table = env.write("tabell.csv", TWELVE);
    env.on(DAY, &format!("new-case --from {}", table.display()));
    env
}

#[cfg(unix)]
#[test]
fn they_fit_eighty_columns_and_are_short() {
    let env = twelve();
    let mut terminal = env.at_terminal(&format!("next 2026-204 --today {DAY}"));
    terminal.sees("Rutin 1 · Vad har hänt?").presses("p");
    terminal.sees("Påminnelsen är antecknad.");
    terminal.leaves();
    env.on(DAY, "done 2026-205 2026-206 3");
    assert_eq!(env.rows(DAY, "report --overdue").len(), 22);
    for (line, most) in [
        ("", 24),
        ("report --overdue", 32),
        ("report --missing", 16),
        ("list", 14),
    ] {
        let told = env.line(&format!("{line} --today {DAY}")).success().out;
        assert!(told.lines().count() <= most, "{line}:\n{told}");
        let widest = told.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{line}:\n{told}");
    }
}

#[test]
fn a_case_opened_after_a_date_is_not_accused() {
    let env = twelve();
    for (line, said) in [
        ("", "(14 sep)"),
        ("report --overdue", "(14 sep)"),
        ("show 2026-201", "öppnat tis 24 nov 2026"),
    ] {
        let told = env.line(&format!("{line} --today {DAY}")).success().out;
        assert!(
            told.contains(said) && !told.contains("dagar försenat"),
            "{told}"
        );
    }
    assert_eq!(
        env.json(DAY, "report --overdue")[0]["days_late"],
        71,
        "late in figures"
    );
}

#[test]
fn over_several_cases_neither_a_consent_nor_hidden_whereabouts_are_told() {
    let lines = [
        "",
        "report",
        "report --overdue",
        "report --details",
        "report --by who",
        "report --missing --overdue",
        "list",
        "next",
    ];
    let told = |env: &Env| {
        let told = lines.map(|line| {
            ["table", "json"]
                .map(|format| env.line(&format!("{line} --format {format}")).success().out)
        });
        told.concat().concat()
    };
    let env = several(Env::new());
    let unanswered = told(&env);
    env.on("2026-11-21", "set 2026-002 --answer samtycke=nej");
    let refused = told(&env);
    assert_eq!(
        unanswered, refused,
        "whether a consent was refused or never asked for"
    );
    env.on("2026-11-21", "set 2026-002 --protect");
    assert_eq!(told(&env), refused, "whether whereabouts are hidden");
    for delicate in ["kräver först", "svaret", "Finns samtycke", "\"samtycke\""] {
        assert!(!refused.contains(delicate), "{delicate}");
    }
    let refused: Vec<_> = refused.matches("kan inte gå vidare").collect();
    assert!(refused.len() > 5);
}

#[test]
fn times_are_filtered_by_who_states_them() {
    let env = several(Env::new());
    let rows = |line: &str| env.rows("2026-11-21", line);
    let (all, local) = (
        rows("report --overdue"),
        rows("report --overdue --grund eget"),
    );
    let stated = rows("report --overdue --basis source");
    assert_eq!(local, ["2026-001/3", "2026-002/4", "2026-002/6"]);
    assert_eq!(local.len() + stated.len(), all.len());
    assert_eq!(rows("report --overdue --basis law"), [""; 0]);
}

#[test]
fn a_first_school_day_that_nobody_told_is_asked_for_and_nothing_is_counted() {
    let env = several(Env::new());
    let set = "set 2026-003 --date sista-skoldag=2026-11-02 --answer i-skola=ja";
    let asked = env
        .line(&format!("{set} --today 2026-11-20 --yes"))
        .success();
    assert!(
        asked.err.contains("--datum forsta-skoldag="),
        "{}",
        asked.err
    );
    let told = |line: &str| {
        env.line(&format!("{line} --today 2027-10-20"))
            .success()
            .out
    };
    assert!(!told("show 2026-003").contains("utan skola"));
    let missing = told("report --missing");
    assert!(
        missing.contains("Första dagen i ungdomshemmets skola"),
        "{missing}"
    );
    env.on(
        "2027-10-20",
        "set 2026-003 --date forsta-skoldag=2026-11-09",
    );
    assert!(told("show 2026-003").contains("4 vardagar utan skola"));
    assert!(!told("report --missing").contains("Första dagen i ungdomshemmets skola"));
}
