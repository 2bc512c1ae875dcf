//! What is to be seen and asked: consent that has run out, dates that have come, a child placed anew.

use super::*;

#[test]
fn a_consent_that_has_run_out_is_seen_at_the_step_that_stands_on_it() {
    let env = Env::new();
    env.line(
        "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
         --answer folkbokford=ja --answer skolbyte=ja --answer annan-kommun=nej \
         --takes 3=socialsekreterare",
    )
    .success();
    env.sisam([
        "done",
        "S1",
        "1",
        "--answer",
        "samtycke=ja",
        "--answer",
        "samtycke-av=barnet",
        "--answer",
        "samtycke-till=2026-11-30",
    ])
    .success();
    let mut terminal = env.at_terminal("next S1 --today 2026-12-01");
    terminal
        .sees("STEG 3 av 14")
        .sees("Samtycket gällde till mån 30 nov 2026.")
        .says("S1 · Steg 3", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    // Withdrawn, it holds the step up again.
    env.line("set S1 --answer samtycke=nej").success();
    assert_eq!(status(&case(&env, "S1"), "3"), "blocked");
    env.line("done S1 3").fails(1);
    // The handover between the schools never stands on it.
    assert_eq!(status(&case(&env, "S1"), "6"), "open");
}

#[test]
fn a_date_that_has_come_is_confirmed_moved_or_left_open() {
    let env = Env::new();
    nacka(&env, "");
    let confirmed = |today: &str| case_on(&env, "N1", today)["dates_confirmed"].clone();
    assert_eq!(confirmed("2026-12-02"), serde_json::json!([]));
    let mut terminal = env.at_terminal("next N1 --today 2026-12-02");
    terminal
        .must_answer("ons 2 dec 2026. Blev det så?", "Vet inte", 3)
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(confirmed("2026-12-02"), serde_json::json!([]));
    let mut terminal = env.at_terminal("next N1 --today 2026-12-02");
    terminal
        .must_answer("ons 2 dec 2026. Blev det så?", "Vet inte", 2)
        .sees("Inskrivning på ungdomshemmet\u{1b}[0m ")
        .enters("9 dec")
        .sees("Rutin 4: ons 2 dec 2026 → ons 9 dec 2026")
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let mut terminal = env.at_terminal("next N1 --today 2026-12-09");
    terminal
        .must_answer("ons 9 dec 2026. Blev det så?", "Vet inte", 0)
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(confirmed("2026-12-09"), serde_json::json!(["inskrivning"]));
}

#[test]
fn a_child_placed_anew_goes_on_in_a_case_of_its_own() {
    let env = Env::new();
    env.sisam([
        "new-case",
        "--routine",
        "sams",
        "--ref",
        "A",
        "--date",
        "placering=2026-10-01",
        "--answer",
        "skolbyte=ja",
        "--answer",
        "akut=nej",
        "--answer",
        "annan-kommun=nej",
        "--role",
        "socialsekreterare=Enhet 3",
    ])
    .success();
    env.line("done A folj-skolgangen --answer i-skola=ja --answer omplacering=ja")
        .success();
    let mut terminal = env.at_terminal("next A");
    terminal
        .must_answer("Barnet placeras om", "Låt ärendet vara öppet", 0)
        .sees("Varför?")
        .enters("Omplacering")
        .sees("[2026-001]")
        .enters("B");
    // Key dates are asked anew, the required one first.
    terminal
        .sees("Placeringen börjar")
        .enters("2026-11-23")
        .picks("Skriva fler datum nu?", "nej", 1, 0)
        .sees("(Enter");
    terminal.leaves();
    // Nothing is stored before the new case is opened.
    assert_eq!(case(&env, "A")["status"], "open");
    env.line("new-case --continues A --ref B --date placering=2026-11-23 --reason omplacering")
        .success();
    let (old, new) = (case(&env, "A"), case(&env, "B"));
    assert_eq!(old["status"], "closed");
    assert_eq!(new["continues"], "A");
    assert_eq!(new["roles"]["socialsekreterare"], "Enhet 3");
    assert_eq!(new["answers"]["skolbyte"], "yes");
    assert_eq!(new["answers"].get("omplacering"), None);
}
