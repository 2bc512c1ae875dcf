//! Passphrases, at a terminal.

use super::{SECRET, home, shows};
use crate::harness::Env;
use crate::terminal::{AtTerminal, CTRL_C, DOWN, ENTER};

const PHRASE: &str = "blå häst på isen";

fn with_passphrase() -> Env {
    let env = home();
    let mut terminal = env.at_echoing_terminal("kryptera");
    terminal
        .sees("Hur ska filen låsas upp?")
        .sees("med en nyckelfil")
        .types(DOWN)
        .types(ENTER);
    terminal.sees("Kryptera ärendefilen nu?").sees("nej");
    terminal.types("\u{1b}[A").types(ENTER);
    terminal
        .sees("minst 12 tecken")
        .sees(": ")
        .enters("för kort");
    terminal.sees("måste ha minst").sees(": ").enters(PHRASE);
    terminal.sees("en gång till: ").enters("något helt annat");
    terminal
        .sees("inte lika")
        .sees("minst 12 tecken")
        .sees(": ")
        .enters(PHRASE);
    terminal.sees("en gång till: ").enters(PHRASE);
    terminal.sees("är krypterad");
    ends_without(terminal, 0, &[PHRASE, "för kort", "något helt annat"]);
    env
}

/// The program ends so, and none of this was ever on the screen.
fn ends_without(terminal: AtTerminal, code: i32, hidden: &[&str]) {
    let (ended, screen) = terminal.ends();
    assert_eq!(ended, code, "{screen}");
    for text in hidden {
        assert!(!screen.contains(text), "{screen}");
    }
}

#[test]
fn a_passphrase_is_asked_for_twice_when_encrypting_and_never_shown() {
    let env = with_passphrase();
    assert!(!shows(&env));
    assert_eq!(env.files().len(), 1, "there is no key file");
    let mut terminal = env.at_echoing_terminal("logg A");
    terminal
        .sees("Lösenfras för")
        .sees(": ")
        .enters("fel lösenfras");
    terminal.sees("passar inte").sees(": ").enters(PHRASE);
    terminal.sees(SECRET);
    ends_without(terminal, 0, &[PHRASE, "fel lösenfras"]);
    let told = env.line("logg A").fails(1).err;
    assert!(told.contains("nyckeln saknas"), "{told}");
}

#[test]
fn a_walk_asks_once_however_often_it_opens_the_file() {
    let env = with_passphrase();
    let mut terminal = env.at_echoing_terminal("nästa A --plain");
    terminal.sees("Lösenfras för").sees(": ").enters(PHRASE);
    terminal.sees("Är placeringen akut?").sees(": ").enters("2");
    terminal.sees("Vad har hänt?").sees(": ").enters("a");
    terminal.sees("rektorn”):").enters("ringde");
    terminal.sees("Vad har hänt?").sees(": ").enters("g");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(screen.matches("Lösenfras för").count(), 1, "{screen}");
    let mut terminal = env.at_echoing_terminal("logg A");
    terminal.sees("Lösenfras för").sees(": ").enters(PHRASE);
    terminal.sees("ringde");
    ends_without(terminal, 0, &[PHRASE]);
}

#[test]
fn who_leaves_at_a_passphrase_gets_the_terminal_back_as_it_was() {
    let env = with_passphrase();
    let mut terminal = env.at_echoing_terminal("lista");
    terminal.sees("Lösenfras för").sees(": ").types("halva ");
    assert!(!terminal.is_echoing());
    terminal.types(CTRL_C).sees("\n");
    assert!(terminal.is_echoing());
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 1, "{screen}");
    assert!(!screen.contains("halva"), "{screen}");
}

#[test]
fn decrypting_asks_first() {
    let env = with_passphrase();
    let before = env.files();
    let mut terminal = env.at_echoing_terminal("dekryptera");
    terminal.sees("Lösenfras för").sees(": ").enters(PHRASE);
    terminal.sees("krypteringen?").sees("nej").types(ENTER);
    ends_without(terminal, 0, &[PHRASE]);
    assert_eq!(env.files(), before);
}
