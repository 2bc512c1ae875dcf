//! Who decided to go on with another ground than a consent.

use serde_json::json;

use super::consent::{GROUND, ROUTINE, consented, on, opened, show, step};
use crate::harness::Env;
use crate::lines::{line, refused, said, told};
#[cfg(unix)]
use crate::terminal::{ENTER, UP};

#[test]
fn who_decided_on_another_ground_is_a_text_like_any_other() {
    let env = opened();
    let missing = on(
        &env,
        "2026-11-20",
        &format!("done K-1 3 --despite {GROUND}"),
    );
    assert!(missing.contains("--beslutat-av"), "{missing}");
    let shown = show(&env, "2026-11-20");
    assert_eq!(step(&shown["steps"], "3").get("decided_by"), None);
    let number = format!("klar K-1 5 --trots {GROUND} --beslutat-av 20120315-2382");
    let why = refused(&env, &number);
    assert!(!why.contains("2382"), "{why}");
    let text = format!("klar K-1 5 --trots {GROUND} --beslutat-av Enhetschefen --today 2026-11-20");
    let given = told(&env, &text);
    assert!(!given.contains("beslutat-av"), "{given}");
    for list in ["show K-1", "log K-1", "why K-1 5"] {
        let told = said(&env, list);
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Enhetschefen"), "{list}: {told}");
        let json = line(&env, &format!("{list} --format json")).success().out;
        assert!(
            json.contains("\"decided_by\": \"Enhetschefen\""),
            "{list}: {json}"
        );
    }
    let log = env.json("2026-11-20", "log K-1");
    let done = log
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["decided_by"] == "Enhetschefen");
    let seq = &done.unwrap()["seq"];
    said(&env, &format!("redact K-1 {seq} --reason fel~namn --yes"));
    let log = said(&env, "log K-1 --format json") + &said(&env, "show K-1 --format json");
    assert!(!log.contains("Enhetschef"), "{log}");
    let file = std::fs::read(env.path(".local/share/sisam/sisam.db")).unwrap_or_default();
    assert!(!String::from_utf8_lossy(&file).contains("Enhetschefen"));
}

#[cfg(unix)]
#[test]
fn at_a_terminal_who_decided_is_asked() {
    let env = Env::new();
    env.write("r/egen.toml", ROUTINE);
    on(
        &env,
        "2026-10-01",
        "new-case --routines r --routine egen --ref K-1 --date start=2026-12-02",
    );
    let mut terminal = env.at_terminal("done K-1 grund --despite ga");
    terminal
        .sees("Vem har beslutat det")
        .enters("Rektor")
        .sees("Klart");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(
        step(&show(&env, "2026-11-21")["steps"], "grund")["decided_by"],
        "Rektor"
    );
}

#[cfg(unix)]
#[test]
fn the_walk_asks_for_a_ground_only_when_the_consent_did_not_stand_on_the_day() {
    let env = consented("2026-11-01");
    on(
        &env,
        "2026-10-20",
        "set K-1 --answer annan-kommun=nej --takes 3=socialsekreterare --takes 5=socialsekreterare",
    );
    let mut terminal = env.at_terminal("next K-1 --today 2026-11-20");
    terminal
        .sees("STEG 3 av 14")
        .sees("Samtycket gällde till")
        .presses("k")
        .sees("Vilken dag blev")
        .enters("2026-11-01")
        .sees("Klart: Steg 3")
        .presses("k")
        .sees("Vilken dag blev")
        .enters("")
        .presses("k")
        .sees("Vilken dag blev")
        .enters("2026-11-02")
        .sees("Vilken grund finns")
        .sees("Gå inte vidare")
        .types(UP)
        .types(ENTER)
        .sees("Vem har beslutat det")
        .enters("Enhetschefen")
        .sees("Klart: Steg 5");
    terminal.leaves();
    let shown = show(&env, "2026-11-20");
    let of = |id| {
        let row = step(&shown["steps"], id);
        (
            row["done_on"].clone(),
            row["despite"].is_null(),
            row.get("decided_by").cloned(),
        )
    };
    assert_eq!(of("3"), (json!("2026-11-01"), true, None));
    assert_eq!(
        of("5"),
        (json!("2026-11-02"), false, Some(json!("Enhetschefen")))
    );
}
