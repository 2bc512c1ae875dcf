//! Two people at one case: what one records while a question stands at the other is told, never overwritten.

use super::*;

#[test]
fn a_step_that_somebody_else_did_meanwhile_is_told() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal.says("N1 · Rutin 1", DONE).sees("Vilken dag blev");
    env.line("done N1 1 --on 2026-11-19 --as Kollegan")
        .success();
    terminal
        .enters("")
        .sees("Någon annan hann före")
        .sees("Kollegan, lör 21 nov 2026: Rutin 1")
        .sees("inte sparat")
        .says("N1 · Rutin 2", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(round(&case(&env, "N1"), "1", 1)["done_on"], "2026-11-19");
}

#[test]
fn a_round_that_somebody_else_ended_does_not_end_the_next() {
    let env = Env::new();
    nacka(&env, "");
    env.sisam(["set", "N1", "--answer", "aterkoppling=3 veckor"])
        .success();
    // Saying the same day again on the day confirms it.
    env.line("set N1 --date inskrivning=2026-12-02 --today 2026-12-02")
        .success();
    for step in 1..=4 {
        env.line(&format!("skip N1 {step} --reason Provat"))
            .success();
    }
    let today = "--today 2026-12-23";
    let mut terminal = env.at_terminal(&format!("next N1 {today}"));
    terminal
        .says("N1 · Rutin 5", DONE)
        .must_answer("Går eleven i skolan nu?", "vet inte", 1)
        .sees("Vilken dag blev");
    env.line(&format!(
        "done N1 5 --as Kollegan --answer i-skola=ja {today}"
    ))
    .success();
    terminal
        .enters("")
        .sees("Någon annan hann före")
        .sees("RUTIN 5 av 7, omgång 2");
    terminal.leaves();
    let case = case_on(&env, "N1", "2026-12-23");
    assert_eq!(round(&case, "5", 1)["status"], "done");
    assert_eq!(round(&case, "5", 2)["status"], "open");
    assert_eq!(case["answers"]["i-skola"], "ja");
}

#[test]
fn an_answer_and_a_choice_that_somebody_else_gave_meanwhile_stand() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-02")
        .success();
    let mut terminal = env.at_terminal("next N1");
    terminal.sees("Är placeringen akut?").sees("vet inte än");
    env.line("set N1 --answer akut=nej --as Kollegan").success();
    // This one says yes.
    terminal
        .types(&UP.repeat(2))
        .types(ENTER)
        .sees("Någon annan hann före")
        .sees("Kollegan, lör 21 nov 2026:")
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(case(&env, "N1")["answers"]["akut"], "no");

    for step in 1..=3 {
        env.line(&format!("skip N1 {step} --reason Provat"))
            .success();
    }
    let mut terminal = env.at_terminal("next N1");
    terminal.sees("Vem tar steget?").sees("inte bestämt än");
    env.line("set N1 --takes 4=funktion-forvaltning --as Kollegan")
        .success();
    terminal
        .types(UP)
        .types(ENTER)
        .sees("Någon annan hann före")
        .says("N1 · Rutin 4", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let case = case(&env, "N1");
    let taken_by = &round(&case, "4", 1)["responsible"][0];
    assert_eq!(taken_by, "funktion-forvaltning");
}

#[test]
fn a_case_that_somebody_else_closed_is_not_touched() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal.says("N1 · Rutin 1", NOTE).sees("inga namn");
    env.line("close N1 --reason Flyttat --as Kollegan")
        .success();
    terminal
        .enters("Ringt")
        .sees("Någon annan hann före")
        .sees("Ärendet är stängt.");
    assert_eq!(terminal.ends().0, 0);
    assert!(!log(&env, "N1").contains("Ringt"));
}
