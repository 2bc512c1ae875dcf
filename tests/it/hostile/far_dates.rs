//! Days at both ends of the calendar, and counts beyond all sense.

use super::{STEERING, survives};
use crate::harness::Env;

const DAYS: [&str; 6] = [
    "9999-12-31",
    "9999-12-30",
    "9999-10-01",
    "0001-01-01",
    "0000-01-01",
    "2026-11-21",
];

#[test]
fn every_routine_is_planned_at_both_ends_of_the_calendar() {
    let env = Env::new();
    for (routine, date) in [
        ("nacka", "inskrivning"),
        ("sisam", "inskrivning"),
        ("sams", "placering"),
        ("soderkoping", "placering"),
        ("bbic-flode", "start"),
        ("skolfranvaro", "anmalan"),
    ] {
        for today in [DAYS[0], DAYS[3]] {
            for on in [DAYS[0], DAYS[3]] {
                let given = format!("{date}={on}");
                let line = [
                    "routine", "plan", routine, "--today", today, "--date", &given,
                ];
                let more = ["--why", "--until", "9999-12-31"];
                survives(env.sisam(line.iter().chain(&more)), &format!("{line:?}"));
            }
        }
    }
}

#[test]
fn a_case_at_both_ends_of_the_calendar_is_read_on_any_day() {
    for on in [DAYS[0], DAYS[3]] {
        let env = Env::new();
        survives(env.line(&format!("new-case --routine soderkoping --ref N1 --date placering={on} --answer akut=nej --answer skolbyte=ja --answer annan-kommun=nej --answer folkbokford=ja --today {on}")), on);
        for today in [DAYS[0], DAYS[4], DAYS[5]] {
            for line in [
                "show N1",
                "next",
                "report --within 4294967295",
                "report --overdue --late",
                "report --missing",
                "why N1 1",
                "why N1 7 --round 4294967295",
                "list",
                "log N1",
                "set N1 --protect",
                "done N1 7",
                "done N1 8 --on 9999-12-31",
                "extend N1 7 --to 9999-12-31 --reason a --decided-by b",
                "undo N1",
            ] {
                survives(
                    env.line(&format!("{line} --today {today}")),
                    &format!("{on}: {line} --today {today}"),
                );
            }
        }
        // No date is written in a form that sorts before all others.
        let rows = env
            .line("report --format json --today 9999-12-31")
            .success()
            .out;
        assert!(!rows.contains("\"+1"), "{on}: {rows}");
    }
}

#[test]
fn counts_beyond_all_sense_are_refused() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej")
        .success();
    for number in [
        "-1",
        "4294967296",
        "99999999999999999999",
        "1e9",
        "0x10",
        "٣",
        STEERING,
    ] {
        for line in [["report", "--within", number], ["why", "N1", number]] {
            let output = survives(env.sisam(line), number);
            assert!(matches!(output.status.code(), Some(1 | 2)), "{line:?}");
        }
    }
}
