//! Söderköping: change of school or not, consent refused and given, who takes a step.

use super::*;

fn soderkoping(env: &Env, answers: &str) {
    env.line(&format!(
        "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
         --answer folkbokford=ja {answers}"
    ))
    .success();
}

#[test]
fn consent_refused_stops_or_needs_a_ground_and_given_later_opens() {
    let env = Env::new();
    soderkoping(&env, "--answer skolbyte=ja --answer annan-kommun=nej");
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 1", DONE)
        .must_answer("Finns samtycke", "nej", 2)
        .day("")
        // Who takes it is asked the first time, when the step has been seen.
        .sees("Ta kontakt med mottagande skola")
        .sees("Stoppat")
        .picks("Vem tar steget?", "inte bestämt än", 2, 1)
        .sees("Kontaktperson")
        // Going no further is proposed.
        .says("S1 · Steg 3", DONE)
        .picks("Vilken grund finns", "Gå inte vidare", 3, 3)
        .sees("Steget står kvar som stoppat.")
        .says("S1 · Steg 4", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let refused = case(&env, "S1");
    assert_eq!(refused["answers"]["samtycke"], "nej");
    assert_eq!(status(&refused, "3"), "blocked");
    let taken_by = &round(&refused, "3", 1)["responsible"];
    assert_eq!(taken_by[0], "kontaktperson-ses");

    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 3", DONE)
        .picks("Vilken grund finns", "Gå inte vidare", 3, 0)
        .sees("Vem har beslutat det")
        .enters("enhetschef")
        .day("")
        .sees("Klart: Steg 3")
        .says("S1 · Steg 4", LATER)
        .sees("Stoppat")
        .picks("Vem tar steget?", "inte bestämt än", 2, 2)
        .says("S1 · Steg 5", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let on_a_ground = case(&env, "S1");
    let despite = round(&on_a_ground, "3", 1)["despite"].as_str().unwrap();
    assert!(despite.starts_with("uppgiftsskyldighet"), "{despite}");
    assert_eq!(round(&on_a_ground, "5", 1)["choice_open"], true);

    env.sisam([
        "set",
        "S1",
        "--answer",
        "samtycke=ja",
        "--answer",
        "samtycke-av=vårdnadshavare 1",
    ])
    .success();
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 4", LATER)
        .picks("Vem tar steget?", "inte bestämt än", 2, 0)
        .does("S1 · Steg 5", "")
        .sees("Klart: Steg 5");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("Stoppat"), "{screen}");
    let given = case(&env, "S1");
    assert_eq!(status(&given, "5"), "done");
    assert_eq!(round(&given, "5", 1)["despite"], Value::Null);
}

#[test]
fn without_a_change_of_school_its_steps_are_not_walked() {
    let env = Env::new();
    soderkoping(&env, "--answer skolbyte=nej");
    let mut terminal = env.at_terminal("next S1");
    terminal
        .sees("· Söderköping · Placeringen börjar ons 2 dec 2026")
        .says("S1 · Steg 1", LATER)
        .does("S1 · Steg 4", "")
        .sees("Svaret avgör")
        .answers("Blir det ett skolbyte", 2, 2)
        .sees("Klart för i dag.")
        // The contact with the school is half a year off.
        .picks("Visa det som kommer?", "nej", 1, 0)
        .says("S1 · Steg 7", LEAVE);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    // What was left open is not asked again in the same sitting.
    assert_eq!(screen.matches("Svaret avgör").count(), 1, "{screen}");
    for step in [2, 3, 5, 6] {
        let asked = format!("S1 · Steg {step} av 14");
        assert!(!screen.contains(&asked), "{screen}");
    }
}

#[test]
fn a_consent_in_part_is_told_and_grounded_alike_by_option_and_in_the_walk() {
    const TOLD: &str = "Samtycket är delvis: vad som ryms i det avgör den som har delegation.";
    const IN_PART: &str = "uppgiften ryms i det delvisa samtycket";
    let env = Env::new();
    soderkoping(
        &env,
        "--answer skolbyte=ja --answer annan-kommun=nej --takes 3=socialsekreterare --answer samtycke=nej",
    );
    let mut terminal = env.at_terminal("done S1 3");
    terminal.sees("Vilken grund finns").sees("> Gå inte vidare");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains(IN_PART), "{screen}");
    let given = "set S1 --answer samtycke=delvis --answer samtycke-av=barnet";
    let given = env.line(given).success();
    assert!(given.err.contains(TOLD), "{}", given.err);
    let mut terminal = env.at_terminal("done S1 3");
    terminal.sees(TOLD).sees("Vilken grund finns").sees(IN_PART);
    terminal.leaves();
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 1", LATER)
        .sees("Stoppat")
        .sees("Samtycket är delvis")
        .says("S1 · Steg 3", DONE)
        .sees(TOLD)
        .sees("Vilken grund finns")
        .sees(IN_PART);
    terminal.leaves();
}

#[test]
fn a_question_that_depends_on_another_waits_for_it() {
    let env = Env::new();
    soderkoping(&env, "");
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 1", LATER)
        .answers("Innebär placeringen att barnet byter skola?", 2, 2)
        .sees("S1 · Steg 4")
        .sees("u Ångra");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("annan kommun?"), "{screen}");
}
