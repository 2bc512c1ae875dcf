//! Which rows a report shows: the first five filters add up, the rest narrow.

use crate::cases::several;
use crate::harness::{Env, TODAY};

#[test]
fn overdue_is_most_days_late_first() {
    let env = several(Env::new());
    let overdue = [
        "2026-001/3",
        "2026-001/4",
        "2026-002/1",
        "2026-002/3",
        "2026-002/4",
        "2026-002/5",
        "2026-002/6",
        "2026-001/2",
    ];
    assert_eq!(env.rows(TODAY, "report --overdue"), overdue);
    let json = env.json(TODAY, "report --overdue");
    let days: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["days_late"].as_i64().unwrap())
        .collect();
    assert_eq!(days, [12, 11, 6, 6, 6, 6, 6, 3]);
}

#[test]
fn each_filter_alone() {
    let env = several(Env::new());
    let rows = |line: &str| env.rows(TODAY, &format!("report {line}"));
    assert_eq!(
        rows("--late"),
        [
            "2026-001/1",
            "2026-004/1",
            "2026-004/2",
            "2026-004/3",
            "2026-004/4"
        ],
        "in closed cases too"
    );
    assert_eq!(rows("--extended"), ["2026-001/2"]);
    assert_eq!(
        rows("--within 9"),
        ["2026-003/1", "2026-003/2", "2026-003/3"],
        "to the day"
    );
    assert_eq!(rows("--within 8"), [""; 0]);
    assert_eq!(
        rows("--missing --routine nacka"),
        ["2026-001/5", "2026-001/6", "2026-001/7", "2026-003/5"]
    );
    let to_do = rows("--routine nacka");
    assert_eq!(to_do.len(), 9, "open and blocked: {to_do:?}");
}

#[test]
fn the_first_five_add_up_and_each_row_comes_once() {
    let env = several(Env::new());
    let rows = env.rows(TODAY, "report --overdue --extended --late --routine nacka");
    assert_eq!(
        rows,
        [
            "2026-001/1",
            "2026-004/1",
            "2026-004/2",
            "2026-004/3",
            "2026-004/4",
            "2026-001/3",
            "2026-001/4",
            "2026-001/2"
        ]
    );
}

#[test]
fn the_rest_narrow() {
    let env = several(Env::new());
    let rows = |line: &str| env.rows(TODAY, &format!("report --overdue {line}"));
    assert_eq!(rows("--role rektor-hemskola"), ["2026-001/4"]);
    assert_eq!(
        rows("--routine nacka"),
        ["2026-001/3", "2026-001/4", "2026-001/2"]
    );
    assert_eq!(rows("--party SiS"), ["2026-001/3"]);
    assert_eq!(rows("--party SiS --role rektor-hemskola"), [""; 0]);
    let who = env
        .sisam(["report", "--who", "Team Nord", "--format", "json"])
        .success()
        .out;
    let who: serde_json::Value = serde_json::from_str(&who).unwrap();
    assert_eq!(who.as_array().unwrap().len(), 1);
    assert_eq!(who[0]["step"], "4");
}

#[test]
fn who_has_a_step_is_told_only_when_asked_for() {
    let env = several(Env::new());
    let assigned = |line: &str| {
        env.json(TODAY, &format!("report --role rektor-hemskola {line}"))[0]["assigned"].clone()
    };
    assert_eq!(assigned(""), serde_json::Value::Null);
    assert_eq!(assigned("--details"), "Team Nord");
    assert_eq!(assigned("--by who"), "Team Nord");
    let table = |line: &str| env.line(&format!("report --overdue {line}")).success().out;
    assert!(!table("").contains("Team Nord"));
    assert!(table("--details").contains("Team Nord"));
}

#[test]
fn an_id_nobody_knows_is_refused_with_suggestions() {
    let env = several(Env::new());
    let said = |line: &str| env.line(line).fails(1).err;
    insta::assert_snapshot!(said("report --role rektor-hemskolan"), @r"
    fel: Ingen rutin har rollen rektor-hemskolan.
    tips: menade du rektor-hemskola?
    tips: välj bland: avlamnande-skola · elev · funktion-forvaltning · institutionschef · kontaktperson-ses · mottagande-skola · pedagogisk-ledare · placeringshandlaggare-sis · rektor-hemskola · socialsekreterare · specialpedagog-ses
    ");
    insta::assert_snapshot!(said("report --routine naka --format json"), @r"
    fel: Det finns ingen rutin naka.
    tips: menade du nacka?
    tips: välj bland: nacka · soderkoping
    ");
    insta::assert_snapshot!(said("report --party skolen"), @r"
    fel: Ingen rutin har en organisation som heter skolen.
    tips: menade du Skolan?
    tips: välj bland: Avlämnande skola · Barn- och utbildningsförvaltningen · Eleven · Mottagande skola · SiS · Skolan · Socialtjänsten · Utbildningsförvaltningen
    ");
    // Known, though no case goes by it.
    assert_eq!(env.rows(TODAY, "report --routine bbic-flode"), [""; 0]);
    assert_eq!(env.rows(TODAY, "report --role natverksledare"), [""; 0]);
}
