//! What may be said of a step beside that it is done: reminded, not relevant, a new date, a note, later.

use super::*;

#[test]
fn each_is_recorded_and_the_walk_goes_on() {
    let env = Env::new();
    nacka(&env, "--takes 4=rektor-hemskola");
    let mut terminal = env.at_terminal("next N1");
    terminal
        // A note leaves the question standing, without the whole card again.
        .says("N1 · Rutin 1 av 7", NOTE)
        .sees("Anteckning\u{1b}[0m ")
        .enters("")
        .sees("Skriv något")
        .enters("Ringt rektorn")
        .sees("Anteckningen är sparad.")
        // Whoever is reminded has it: on to the next.
        .says("N1 · Rutin 1 av 7", REMINDED)
        .sees("Påminnelsen är antecknad.")
        .says("N1 · Rutin 2 av 7", NEW_DATE)
        .sees("Det ursprungliga datumet, tis 1 dec 2026,")
        .sees("Vilken dag ska det senast vara klart?")
        .enters("2026-12-08")
        .sees("Varför?")
        .enters("Skolan har lov")
        .sees("Vem har beslutat det")
        .enters("Enhetschefen")
        .sees("Ny tid: Rutin 2")
        .says("N1 · Rutin 3 av 7", NOT_RELEVANT)
        .picks("Vad är inte aktuellt?", "Samlat in", 0, 0)
        .sees("Varför är det inte aktuellt?")
        .enters("Platsen är redan klar")
        .sees("Överhoppat: Rutin 3")
        .says("N1 · Rutin 4 av 7", LATER)
        .sees("Hur ofta ges återkoppling");
    let (_, screen) = terminal.leaves();
    assert_eq!(screen.matches("Ta tidigt in elevens skola").count(), 1);

    let case = case(&env, "N1");
    assert_eq!(status(&case, "1"), "open");
    let extended = round(&case, "2", 1);
    assert_eq!(extended["due"], "2026-12-08");
    assert_eq!(extended["original_due"], "2026-12-01");
    assert_eq!(status(&case, "3"), "skipped");
    assert_eq!(status(&case, "4"), "open");
    let log = log(&env, "N1");
    for recorded in ["Ringt rektorn", "Skolan har lov", "Platsen är redan klar"] {
        assert!(log.contains(recorded), "{log}");
    }

    // The card shows what was recorded.
    let mut terminal = env.at_terminal("next N1");
    terminal
        .sees("Påmint")
        .sees("lör 21 nov 2026")
        .says("N1 · Rutin 1 av 7", LEAVE);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(!screen.contains("Fortsätt där du var"), "{screen}");
}

#[test]
fn without_cases_it_says_how_to_open_one() {
    let env = Env::new();
    let (code, screen) = env.at_terminal("next").ends();
    assert_eq!(code, 0);
    assert!(screen.contains("sisam ny"), "{screen}");
    assert!(env.files().is_empty());
}

#[test]
fn several_cases_are_walked_one_after_another_and_typing_finds_one() {
    let env = Env::new();
    nacka(&env, "");
    env.line("new-case --routine bbic-flode --ref B1 --date start=2026-06-01")
        .success();
    let mut terminal = env.at_terminal("next");
    terminal
        .sees("Vilket ärende?")
        .sees("Gå ut")
        .types("N1")
        .types(ENTER)
        .says("N1 · Rutin 1 av 7", LEAVE);
    assert_eq!(terminal.ends().0, 0);

    let mut terminal = env.at_terminal("next");
    terminal
        .picks("Vilket ärende?", "Gå ut", 0, 0)
        .says("B1 · Steg 1 av 4", LATER)
        .sees("Klart för i dag.")
        .sees("Vilket ärende?")
        .sees("N1 ·")
        .sees("Gå ut")
        .types(DOWN)
        .types(ENTER);
    assert_eq!(terminal.ends().0, 0);
}
