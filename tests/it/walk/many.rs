//! `new-case --from` at a terminal: summed up, and nothing is stored before a yes.

use super::*;

const LINE: &str = "ny --från t.csv";

fn table(env: &Env) {
    env.write(
        "t.csv",
        "ref;rutin;datum:inskrivning;datum:beslut;klart:1\n\
         A;nacka;2026-10-01;;2026-09-20\n\
         B;nacka;2026-12-02;2026-12-04;\n",
    );
}

#[test]
fn the_table_is_summed_up_and_opened_after_a_yes() {
    let env = Env::new();
    table(&env);
    let mut terminal = env.at_terminal(LINE);
    terminal
        .sees("rad 3: Obs: ")
        .sees("t.csv")
        .sees("2 ärenden, ett steg redan klart")
        .chooses("Öppna alla 2 ärendena?", "nej", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("2 ärenden är öppnade: A, B"), "{screen}");
    assert_eq!(case(&env, "A")["steps"][0]["done_on"], "2026-09-20");
}

#[test]
fn nothing_is_stored_after_a_no_or_when_somebody_leaves() {
    let env = Env::new();
    table(&env);
    let mut terminal = env.at_terminal(LINE);
    terminal.chooses("Öppna alla 2 ärendena?", "nej", 1);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Inget är sparat."), "{screen}");
    let mut terminal = env.at_terminal(LINE);
    terminal.sees("Öppna alla 2 ärendena?").sees("nej");
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 1, "{screen}");
    assert_eq!(env.files().len(), 1, "only the table");
}

#[test]
fn yes_given_beforehand_asks_nothing() {
    let env = Env::new();
    table(&env);
    let (code, screen) = env.at_terminal(&format!("{LINE} --ja")).ends();
    assert_eq!(code, 0);
    assert!(!screen.contains("Öppna alla"), "{screen}");
    assert_eq!(case(&env, "B")["status"], "open");
}
