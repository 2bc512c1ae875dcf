//! `list`: the cases.

use insta::assert_snapshot;

use crate::cases::several;
use crate::harness::{Env, TODAY};

#[test]
fn the_open_cases_with_what_is_next_and_late() {
    let env = several(Env::new());
    assert_snapshot!(env.line("list").success().out, @r"
    Ärende             Rutin        Öppnat  Senast  Försenat  Läge
    ───────────────────────────────────────────────────────────────
    2026-001 topas     Nacka        2 nov   9 nov   3 steg    öppet
    2026-002 gullregn  Söderköping  2 nov   15 nov  5 steg    öppet
    2026-003 norrsken  Nacka        2 nov   30 nov            öppet
    ");
    assert_snapshot!(env.line("lista --stängda").success().out, @r"
    Ärende           Rutin  Öppnat  Läge
    ──────────────────────────────────────
    2026-004 timjan  Nacka  2 nov   stängt
    ");
    assert_snapshot!(several(Env::english()).line("list --plain").success().out, @r"
    Case: 2026-001 topas
    Routine: Nacka
    Opened: 2 Nov
    Due by: 9 Nov
    Late: 3 steps
    Standing: open

    Case: 2026-002 gullregn
    Routine: Söderköping
    Opened: 2 Nov
    Due by: 15 Nov
    Late: 5 steps
    Standing: open

    Case: 2026-003 norrsken
    Routine: Nacka
    Opened: 2 Nov
    Due by: 30 Nov
    Standing: open
    ");
}

#[test]
fn as_json() {
    let env = several(Env::new());
    let cases = |line: &str| -> Vec<String> {
        let cases = env.json(TODAY, line);
        let name = |case: &serde_json::Value| {
            format!("{} {}", case["case"], case["status"]).replace('"', "")
        };
        cases.as_array().unwrap().iter().map(name).collect()
    };
    let open = ["2026-001 open", "2026-002 open", "2026-003 open"];
    assert_eq!(cases("list"), open);
    assert_eq!(cases("list --closed"), ["2026-004 closed"]);
    assert_eq!(cases("list --all").len(), 4);
    let first = serde_json::to_string_pretty(&env.json(TODAY, "list")[0]).unwrap();
    assert_snapshot!(first, @r#"
    {
      "case": "2026-001",
      "code_word": "topas",
      "ended": 1,
      "next_due": "2026-11-09",
      "opened": "2026-11-02",
      "overdue": 3,
      "routine": "nacka",
      "status": "open",
      "steps": 7,
      "to_do": 3,
      "unanswered": 1,
      "version": "1 (källan är odaterad)",
      "without_date": 3,
      "without_owner": 0
    }
    "#);
}

#[test]
fn without_cases() {
    let env = Env::new();
    assert_snapshot!(env.line("list").success().out, @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    assert_eq!(env.line("list --format json").success().out, "[]\n");
    env.on(
        "2026-11-02",
        "new-case --routine bbic-flode --ref a --date start=2026-11-20",
    );
    assert_snapshot!(env.line("list --closed").success().out, @"Inga ärenden är stängda.");
    env.on("2026-11-03", "close a --reason misstag");
    assert_snapshot!(env.line("list").success().out, @"Inga ärenden är öppna. sisam lista --stängda visar de stängda.");
}
