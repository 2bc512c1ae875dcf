//! Stored rows are shown only while they are good: else the cases are planned anew, with the same result.

use crate::cases::several;
use crate::harness::Env;

/// Optional steps that come back every week, whoever does them or not, one of them for a while; one that is prompt and
/// has no date.
const ROUTINE: &str = r#"
format = 1
id = "veckor"
version = "1"
title = "Veckor"
source = { publisher = "Prov", document = "Prov" }
role = [{ id = "ifo", title = "IFO", party = "Socialtjänsten" }]
key_date = [{ id = "start", title = "Start", required = true }, { id = "slut", title = "Slut" }]

[[phase]]
id = "a"
title = "A"

[[phase.step]]
id = "1"
title = "Varje vecka vid behov"
responsible = ["ifo"]
optional = true
due = { every = "1 week", from = "start" }

[[phase.step]]
id = "2"
title = "Varje vecka vid behov, ett tag"
responsible = ["ifo"]
optional = true
due = { every = "1 week", from = "start", until = "slut" }

[[phase.step]]
id = "3"
title = "Skyndsamt"
due = { after = "start", promptly = true }
"#;

fn with_renewing(env: Env) -> Env {
    let file = env.write("rutiner/veckor.toml", ROUTINE);
    let folder = file.parent().unwrap().to_str().unwrap().to_owned();
    let env = several(env).with("SISAM_ROUTINES", &folder);
    env.on(
        "2026-11-02",
        "new-case --routine veckor --ref 2026-005 --date start=2026-11-01 --date slut=2026-12-01",
    );
    env
}

const LINES: [&str; 13] = [
    "",
    "next",
    "next --role ifo",
    "next 2026-005",
    "report",
    "report --overdue",
    "report --within 21",
    "report --missing",
    "report --late --extended",
    "report --within 60 --role ifo",
    "report --party Skolan --overdue --late",
    "list",
    "list --all",
];

#[test]
fn rows_of_another_version_are_planned_anew_and_give_the_same() {
    let env = with_renewing(Env::new());
    let days = ["2026-11-02", "2026-11-21", "2026-12-24", "2027-08-01"];
    let lines = days.map(|day| LINES.map(|line| format!("{line} --today {day}")));
    let lines: Vec<_> = lines.iter().flatten().collect();
    let told =
        |line: &str, format: &str| env.line(&format!("{line} --format {format}")).success().out;
    let stored: Vec<_> = lines
        .iter()
        .map(|line| (told(line, "table"), told(line, "json")))
        .collect();
    env.planned_by_another_version();
    let before = env.files();
    for (line, (table, json)) in lines.iter().zip(stored) {
        assert!(
            told(line, "table") == table,
            "{line}:\n{table}{}",
            told(line, "table")
        );
        assert!(told(line, "json") == json, "{line} as JSON");
    }
    assert_eq!(
        env.files(),
        before,
        "readers leave the rows to the next writer"
    );
}

#[test]
fn an_optional_round_whose_day_has_passed_is_shown_where_it_has_moved_to() {
    let env = with_renewing(Env::new());
    let due = |day: &str, line: &str| -> Vec<String> {
        let rows = env.json(day, &format!("report --routine veckor {line}"));
        let rows = rows.as_array().unwrap().iter();
        let told = rows.map(|row| format!("{}/{} {}", row["step"], row["round"], row["due"]));
        told.map(|row| row.replace('"', "")).collect()
    };
    let first = ["3/1 null", "1/1 2026-11-08", "2/1 2026-11-08"];
    assert_eq!(due("2026-11-02", ""), first);
    assert_eq!(due("2026-11-21", "--within 0"), [""; 0]);
    let later = ["1/1 2026-11-22", "2/1 2026-11-22"];
    assert_eq!(
        due("2026-11-21", "--within 1"),
        later,
        "it keeps its number"
    );
    assert_eq!(
        due("2026-12-06", ""),
        ["3/1 null", "1/1 2026-12-06"],
        "the other has ended"
    );
    let all = env.rows("2026-11-29", "report --within 2");
    let expected = [
        "2026-005/1",
        "2026-005/2",
        "2026-003/1",
        "2026-003/2",
        "2026-003/3",
        "2026-003/4",
    ];
    assert_eq!(all, expected, "in the place of its new date");
}
