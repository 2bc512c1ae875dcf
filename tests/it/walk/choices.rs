//! What may be said of a step beside that it is done: reminded, not relevant, a new date, a note, later.

use super::*;
use crate::terminal::ESCAPE;

#[test]
fn each_is_recorded_and_the_walk_goes_on() {
    let env = Env::new();
    nacka(&env, "--takes 4=rektor-hemskola");
    let mut terminal = env.at_terminal("next N1");
    terminal
        // A note leaves the question standing, without the whole card again.
        .says("N1 · Rutin 1", NOTE)
        .sees("inga namn")
        // An empty answer goes back from a question.
        .enters("")
        .says("N1 · Rutin 1", NOTE)
        .sees("inga namn")
        .enters("Ringt rektorn")
        .sees("Anteckningen är sparad.")
        // Whoever is reminded has it: on to the next.
        .says("N1 · Rutin 1", REMINDED)
        .sees("Påminnelsen är antecknad.")
        .says("N1 · Rutin 2", NEW_DATE)
        .sees("Det ursprungliga datumet, tis 1 dec 2026,")
        .sees("Vilken dag ska det senast vara klart?")
        // What cannot be is said where it was typed.
        .enters("2026-12-01")
        .sees("är inte senare än")
        .enters("2026-12-08")
        .sees("Varför?")
        .enters("Skolan har lov")
        .sees("Vem har beslutat det")
        .enters("Enhetschefen")
        .sees("Ny tid: Rutin 2")
        .says("N1 · Rutin 3", NOT_RELEVANT)
        .must_answer("Vad är inte aktuellt?", "Samlat in", 0)
        .sees("Varför är det inte aktuellt?")
        .enters("Platsen är redan klar")
        .sees("Överhoppat: Rutin 3")
        .says("N1 · Rutin 4", LATER)
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
    terminal.sees("påmint 21 nov").says("N1 · Rutin 1", LEAVE);
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
fn the_cases_that_call_come_one_after_another_and_any_can_be_searched() {
    let env = Env::new();
    nacka(&env, "");
    for line in [
        "new-case --routine bbic-flode --ref B1 --date start=2026-06-01",
        // Neither late nor due soon.
        "new-case --routine nacka --ref LUGN --date inskrivning=2027-06-01 --answer akut=nej",
    ] {
        env.line(line).success();
    }
    let before = env.files();
    let mut terminal = env.at_terminal("next");
    terminal
        .sees("1 av 2")
        .says("B1 · Steg 1", LATER)
        .sees("2 av 2")
        .says("N1 · Rutin 1", LATER)
        .sees("Alla 2 ärenden är genomgångna.")
        .sees("Visa det som kommer?")
        .sees("nej")
        .types(ENTER);
    let (code, screen) = terminal.ends();
    assert_eq!((code, screen.contains("LUGN")), (0, false), "{screen}");
    assert_eq!(env.files(), before, "a round stores nothing");

    let mut terminal = env.at_terminal("next");
    terminal
        .says("B1 · Steg 1", SEARCH)
        .finds("Vilket ärende?", "LUGN")
        .sees("Hur ofta ges")
        .enters("")
        .sees("Utskrivning")
        .enters("")
        // What is far off is shown when somebody asks for it.
        .sees("Inget mer att göra just nu.")
        .sees("Visa det som kommer?")
        .sees("nej")
        .types(UP)
        .types(ENTER)
        .says("LUGN · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(env.files(), before);
}

#[test]
fn an_attempt_in_vain_is_recorded_and_seen() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .says("N1 · Rutin 1", TRIED)
        .sees("Försöket är antecknat.")
        .says("N1 · Rutin 2", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let shown = case(&env, "N1");
    assert_eq!(round(&shown, "1", 1)["tried_on"], "2026-11-21");
    assert_eq!(round(&shown, "1", 1)["reminded_on"], Value::Null);
    let mut terminal = env.at_terminal("next N1");
    terminal.sees("sökt 21 nov").says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    assert!(env.line("log N1").success().out.contains("inget svar"));
}

#[test]
fn a_date_an_answer_and_a_role_are_changed_and_a_change_is_taken_back() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .says("N1 · Rutin 1", CHANGE)
        .finds("Vad ska ändras?", "inskrivning på")
        .sees("Inskrivning på ungdomshemmet\u{1b}[0m ")
        .enters("9 dec")
        .sees("Rutin 1: tis 1 dec 2026 → tis 8 dec 2026")
        .says("N1 · Rutin 1", CHANGE)
        .finds("Vad ska ändras?", "akut")
        // Esc goes back to the step.
        .sees("(senast: nej)")
        .sees("vet inte än")
        .types(ESCAPE)
        .says("N1 · Rutin 1", CHANGE)
        .finds("Vad ska ändras?", "socialsekr")
        .sees("Vem har rollen")
        .enters("Enhet unga")
        .sees("Sparat.")
        .sees("Socialsekreterare: Enhet unga")
        .says("N1 · Rutin 1", UNDO)
        .sees("Det här tas tillbaka:")
        .sees("Enhet unga")
        .must_answer("Ta tillbaka det?", "nej", 0)
        .sees("Taget tillbaka")
        .says("N1 · Rutin 1", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let shown = case(&env, "N1");
    assert_eq!(shown["dates"]["inskrivning"], "2026-12-09");
    assert_eq!(shown["answers"]["akut"], "no");
    assert_eq!(shown["roles"], serde_json::json!({}));
}
