//! Narrow terminals, and one made narrower while the walk goes on.

use super::*;

/// The text of a screen without what only moves the cursor or colours.
pub(super) fn bare(screen: &str) -> String {
    let mut bare = String::new();
    let mut characters = screen.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            bare.push(character);
            continue;
        }
        // An escape sequence ends with a letter.
        let _ = characters.find(char::is_ascii_alphabetic);
    }
    bare
}

fn too_wide(screen: &str, columns: usize) -> Vec<String> {
    let bare = bare(screen);
    // What is typed and drawn anew stands after a carriage return.
    let lines = bare.lines().flat_map(|line| line.split('\r'));
    lines
        .filter(|line| line.chars().count() > columns && line.trim().contains(' '))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_case_is_opened_and_walked_in_40_columns() {
    let env = Env::new();
    let mut terminal = env.at_terminal_of(
        40,
        "new-case --date utredning= --date beslut= --date ansokan= --date sista-skoldag= \
         --date forsta-skoldag= --date utskrivning=",
    );
    terminal
        .chooses("Vilken rutin gäller?", "Frånvaro: skola", 0)
        .sees("[2026-001]")
        .enters("N1")
        .sees("ungdomshemmet")
        .enters("2 dec")
        .answers("Är placeringen akut?", 2, 1)
        .sees("vilken roll nu?")
        .sees("nej")
        .types(ENTER)
        .chooses("Öppna ärendet?", "ändra", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert_eq!(too_wide(&screen, 40), [""; 0], "{screen}");

    let mut terminal = env.at_terminal_of(40, "next");
    terminal
        .sees("RUTIN 1 av 7")
        .does("N1 · Rutin 1", "")
        .says("N1 · Rutin 2", DONE)
        // The parts are too long for the menu: they stand above it, whole.
        .sees("- BBIC:s konsultationsdokument finns hos")
        .ticks("[ ] Skoldelen", &[0, 1])
        .day("")
        .sees("Klart: Rutin 2")
        .says("N1 · Rutin 3", LEAVE);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert_eq!(too_wide(&screen, 40), [""; 0], "{screen}");
    assert_eq!(status(&case(&env, "N1"), "2"), "done");
}

#[test]
fn a_terminal_made_narrower_is_heeded_from_the_next_screen_on() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .sees("N1 · Rutin 1 · Vad har hänt?")
        .sees("u Ångra");
    terminal
        .resizes(40)
        .types("k")
        .sees("> k ")
        .types(ENTER)
        .day("")
        .sees("Klart: Rutin 1")
        .says("N1 · Rutin 2", LEAVE);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    let (before, after) = screen.split_once("Klart: Rutin 1").unwrap();
    assert_ne!(too_wide(before, 40), [""; 0], "it was 80 columns wide");
    let (_, after) = after.split_once('\n').unwrap();
    assert_eq!(too_wide(after, 40), [""; 0], "{after}");
}

#[test]
fn english_speaks_english_all_the_way() {
    let env = Env::english();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .sees("N1 · Rutin 1 · What happened?")
        .sees("u Undo")
        .types("d")
        .sees("> d Done")
        .types(ENTER)
        .sees("On which day was it done?")
        .enters("yesterday")
        .sees("Done: Rutin 1")
        .sees("What happened?")
        .sees("u Undo");
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 0);
    assert!(
        screen.contains("Everything recorded is stored."),
        "{screen}"
    );
}
