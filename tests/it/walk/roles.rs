//! `next --role`: what is mine first, then what I watch at others.

use super::*;

#[test]
fn mine_comes_first_and_what_others_do_is_heard_of() {
    let env = Env::new();
    // The application is already late, but it is not the social worker's own.
    nacka(&env, "--date ansokan=2026-11-16 --takes 4=rektor-hemskola");
    let mut terminal = env.at_terminal("next N1 --role socialsekreterare");
    terminal
        .says("N1 · Rutin 1", LATER)
        .says("N1 · Rutin 2", LATER)
        .sees("du bevakar")
        .sees("N1 · Rutin 3 · Vad har hänt?")
        .sees("> Inget än, visa nästa")
        .sees("Fått besked: klart")
        .presses("k")
        .ticks("[ ] Samlat in", &[0, 1, 2])
        .day("")
        .sees("Vem har gett besked (funktion, inte namn)?")
        .enters("placeringsenheten")
        .sees("Klart: Rutin 3")
        .says("N1 · Rutin 4", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(status(&case(&env, "N1"), "3"), "done");
    let log = log(&env, "N1");
    assert!(log.contains("Besked om att det är klart från"), "{log}");
}

#[test]
fn the_role_of_the_environment_counts_too() {
    let env = Env::new().with("SISAM_ROLE", "rektor-hemskola");
    nacka(&env, "--takes 4=rektor-hemskola");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .says("N1 · Rutin 4", LATER)
        .sees("du bevakar")
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
}
