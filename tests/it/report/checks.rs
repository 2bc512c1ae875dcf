//! `report --check`, files without cases, and that reading changes nothing.

use crate::cases::several;
use crate::harness::{Env, TODAY};

#[test]
fn a_check_ends_with_three_when_a_row_is_overdue() {
    let env = several(Env::new());
    for (line, code) in [
        ("report --check", 3),
        ("report --overdue --check", 3),
        ("report --overdue --check --format json", 3),
        ("report --overdue", 0),
        ("report --within 30 --check", 0),
        ("report --late --check", 0),
        ("report --extended --check", 3),
        ("report --overdue --check --role pedagogisk-ledare", 0),
        ("report --overdue --check --routine naka", 1),
    ] {
        env.line(line).ends(code);
    }
}

#[test]
fn without_a_case_there_is_nothing_to_be_late() {
    let env = Env::new();
    insta::assert_snapshot!(env.line("report --overdue --check").success().out, @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    assert_eq!(
        env.line("report --role x --format json").success().out,
        "[]\n"
    );
    assert!(env.files().is_empty(), "reading makes no file");
}

#[test]
fn a_report_changes_nothing() {
    let env = several(Env::new());
    let before = env.files();
    for line in [
        "report",
        "report --missing",
        "report --late --format json",
        "list",
        "list --format json",
    ] {
        env.line(line).success();
    }
    env.sisam([""; 0]).success();
    assert_eq!(env.files(), before);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (several(Env::new()), several(Env::new()));
    for line in [
        "report --overdue --late --missing",
        "report --format json",
        "list --all",
    ] {
        assert_eq!(one.line(line).success().out, other.line(line).success().out);
    }
    assert_eq!(
        one.json(TODAY, "report")[0]["recorded_at"],
        serde_json::Value::Null
    );
}
