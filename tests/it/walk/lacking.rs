//! A command at a terminal that lacks its case, step or day asks for it; in a script it is refused as before.

use super::*;

#[test]
fn a_case_and_a_step_are_asked_for() {
    let env = Env::new();
    nacka(&env, "");
    env.line("new-case --routine soderkoping --ref S1 --date placering=2026-11-02")
        .success();
    let mut terminal = env.at_terminal("done");
    terminal
        .chooses("Vilket ärende?", "S1", 0)
        .chooses("Vilket steg?", "Rutin 2", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("Klart: Rutin 1"), "{screen}");
    assert_eq!(status(&case(&env, "N1"), "1"), "done");
    assert_eq!(env.line("done").fails(2).out, "");
    assert_eq!(env.line("show").fails(2).out, "");
}

#[test]
fn a_case_that_is_alone_is_taken_and_a_new_date_is_refused_where_it_is_typed() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("extend");
    terminal
        .chooses("Vilket steg?", "Rutin 2", 0)
        .sees("Vilken dag ska det senast vara klart?")
        .enters("2026-11-22")
        .sees("är inte senare än")
        .sees("Vilken dag ska det senast vara klart?")
        .enters("2026-12-20")
        .sees("Varför?")
        .enters("väntar på svar")
        .sees("Vem har beslutat")
        .enters("enhetschef");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(round(&case(&env, "N1"), "1", 1)["due"], "2026-12-20");
    for line in ["show", "log"] {
        let (code, screen) = env.at_terminal(line).ends();
        assert_eq!(code, 0, "{screen}");
        assert!(screen.contains("N1"), "{screen}");
    }
}

#[test]
fn without_cases_there_is_nothing_to_choose_among() {
    let env = Env::new();
    let (code, screen) = env.at_terminal("set").ends();
    assert_eq!(code, 0);
    assert!(screen.contains("sisam ny"), "{screen}");
    assert!(env.files().is_empty());
}

#[test]
fn done_asks_which_parts_and_for_what_must_be_answered() {
    let env = Env::new();
    nacka(&env, "--date utskrivning=2026-12-20");
    let mut terminal = env.at_terminal("done N1 7 --on 2026-11-20");
    terminal.sees("Vad är klart?").sees("[ ]");
    assert_eq!(terminal.leaves().0, 1);
    let told = env.line("done N1 7 --answer i-skola=ja --on 2026-11-20");
    let told = told.success().out;
    assert!(told.contains("Därmed klara delar: "), "{told}");
}

#[test]
fn set_asks_what_is_to_be_changed() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("set N1");
    terminal
        .narrows(
            "Vad ska ändras?",
            "Är placeringen akut?",
            "inskrivning på u",
        )
        .sees("Inskrivning på ungdomshemmet (")
        .enters("9/12");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(case(&env, "N1")["dates"]["inskrivning"], "2026-12-09");
    let mut terminal = env.at_terminal("set N1");
    terminal
        .narrows(
            "Vad ska ändras?",
            "Är placeringen akut?",
            "utskrivning från",
        )
        .sees("Utskrivning från ungdomshemmet (")
        .enters("");
    let (_, screen) = terminal.ends();
    assert!(screen.contains("Inget är ändrat"), "{screen}");
    env.line("set N1").fails(2);
}

#[test]
fn closing_lists_all_that_is_left_and_asks() {
    let env = Env::new();
    nacka(&env, "--date utredning=2026-11-02");
    let mut terminal = env.at_terminal("close N1");
    terminal.sees("Kvar: Rutin 1").sees("Kvar: Rutin 2");
    terminal
        .sees("Skolgången: ")
        .sees("Varför?")
        .enters("flyttar");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(case(&env, "N1")["status"], "closed");
}

#[test]
fn a_consent_given_by_option_is_asked_who_what_and_until_when() {
    let env = Env::new();
    env.line("new-case --routine soderkoping --ref S1 --date placering=2026-11-02")
        .success();
    let mut terminal = env.at_terminal("set S1 --answer samtycke=ja");
    terminal.sees("Vilka har samtyckt?").sees("barnet");
    terminal.types(" ").enters("");
    terminal
        .sees("Vad omfattar samtycket?")
        .enters("skolgången");
    terminal.sees("vilken dag gäller").enters("2027-06-01");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("Saknas: "), "{screen}");
    let answers = &case(&env, "S1")["answers"];
    assert_eq!(answers["samtycke-till"], "2027-06-01");
    env.line("set S1 --answer samtycke=").success();
    let told = env.line("new-case --routine soderkoping --ref S2 --date placering=2026-11-02");
    told.success();
    let told = env.line("set S2 --answer samtycke=ja").success();
    assert!(
        told.err.contains("Saknas: Vilka har samtyckt?"),
        "{}",
        told.err
    );
}
