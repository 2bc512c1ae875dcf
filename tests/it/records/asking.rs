//! Nothing is recorded by a paste, by Enter alone, or by what was typed before a question: in a pseudo-terminal.

use std::time::Duration;

use serde_json::Value;

use crate::harness::Env;
use crate::terminal::{AtTerminal, DOWN, ENTER, ESCAPE, UP};

/// A mail, with lines that drive menus when they are taken for keys, and one that says yes.
const MAIL: &str = "Hej! Det är jag, ”Åsa” på 'Öberga' skola.\r\n\r\njag ringde rektorn kl 10\toch\rk q 1 2 3\r\n\
    ----------\r2026-12-01\rj\rja\r\n\r\nVi hörs igen på \"fredag\"!\r\nÅsa";

/// Its words, with one space for each break.
const WORDS: &str = "Hej! Det är jag, ”Åsa” på 'Öberga' skola. jag ringde rektorn kl 10 och k q 1 2 3 ---------- \
    2026-12-01 j ja Vi hörs igen på \"fredag\"! Åsa";

/// The mail as terminals paste it: with marks around it, or bare.
fn pastes() -> [String; 2] {
    [format!("\u{1b}[200~{MAIL}\r\n\u{1b}[201~"), MAIL.to_owned()]
}

fn nacka() -> Env {
    let env = Env::new();
    env.line(
        "new-case --routine nacka --ref N1 --date inskrivning=2026-12-02 --answer akut=nej \
         --takes 4=rektor-hemskola",
    )
    .success();
    env
}

/// The history of a case.
fn log(env: &Env, case: &str) -> Vec<Value> {
    let log = env.line(&format!("log {case} --format json")).success().out;
    serde_json::from_str(&log).unwrap()
}

/// What came to the history since it was this long, and nothing else may have.
fn only_event_since(env: &Env, case: &str, before: usize) -> Value {
    let mut events = log(env, case);
    assert_eq!(events.len(), before + 1, "{:#?}", &events[before..]);
    events.pop().unwrap()
}

impl AtTerminal {
    /// Lets the program take what was sent, as it would come from a hand.
    fn rests(&mut self) -> &mut Self {
        std::thread::sleep(Duration::from_millis(300));
        self
    }

    /// Pastes, and presses Enter when it is all there.
    fn pastes(&mut self, text: &str) -> &mut Self {
        self.types(text).rests().types(ENTER)
    }
}

#[test]
fn a_mail_pasted_into_a_text_question_is_that_text_and_nothing_else() {
    for plain in ["", "--plain ", "dumb"] {
        for paste in pastes() {
            let mut env = nacka();
            let mut options = plain;
            if plain == "dumb" {
                (env, options) = (env.with("TERM", "dumb"), "");
            }
            let before = log(&env, "N1").len();
            let mut terminal = env.at_terminal(&format!("{options}anteckna N1"));
            terminal.sees("Anteckning").pastes(&paste);
            assert_eq!(terminal.ends().0, 0);
            let noted = only_event_since(&env, "N1", before);
            assert_eq!(noted["text"], WORDS, "{plain}");

            let mut terminal = env.at_terminal(&format!("{options}förläng N1 2 --till 2026-12-20"));
            terminal.sees("Varför?").pastes(&paste);
            terminal.sees("Vem har beslutat det").pastes(&paste);
            assert_eq!(terminal.ends().0, 0);
            let extended = only_event_since(&env, "N1", before + 1);
            assert_eq!(extended["reason"], WORDS, "{plain}");
            assert_eq!(extended["decided_by"], WORDS, "{plain}");
        }
    }
}

#[test]
fn a_mail_pasted_in_the_walk_stays_in_its_question() {
    for paste in pastes() {
        let env = nacka();
        let before = log(&env, "N1").len();
        let mut terminal = env.at_terminal("next N1");
        terminal.sees("Rutin 1 · Vad har hänt?").presses("a");
        terminal.sees("[?2004h").pastes(&paste);
        // Enter goes on, and nothing of the mail is left to answer with.
        terminal.sees("Anteckningen är sparad.").presses("");
        terminal.sees("Rutin 2 · Vad har hänt?");
        terminal.leaves();
        assert_eq!(only_event_since(&env, "N1", before)["text"], WORDS);
    }
}

#[test]
fn a_mail_pasted_into_each_text_question_of_the_walk_is_that_text() {
    for paste in pastes() {
        let env = nacka();
        let mut terminal = env.at_terminal("next N1 --role socialsekreterare");
        terminal.presses("t").sees("senast vara klart?");
        terminal.enters("2026-12-20").sees("Varför?").pastes(&paste);
        terminal.sees("Vem har beslutat det").pastes(&paste);
        terminal.sees("Ny tid: Rutin 1").presses("i");
        terminal.sees("Vad är inte aktuellt?").sees("Skoldelen");
        terminal.types(DOWN).types(ENTER);
        terminal.sees("Varför är det inte").pastes(&paste);
        terminal.sees("Överhoppat: Rutin 2").presses("ä");
        terminal.sees("Vad ska ändras?").sees("> ");
        terminal.types("socialsekr").rests().types(ENTER);
        terminal.sees("Vem har rollen").pastes(&paste);
        terminal.sees("Sparat.").presses("k");
        terminal.sees("Vad är klart?").sees("Samlat in");
        terminal.types(" ").types(ENTER);
        terminal.sees("Vilken dag blev").enters("");
        terminal.sees("Vem har gett besked").pastes(&paste);
        terminal.sees("Registrerat, men mer är kvar");
        terminal.leaves();
        let log = log(&env, "N1");
        let texts = ["reason", "decided_by", "by", "text"].map(|key| {
            let texts = log.iter().filter_map(|event| event[key].as_str());
            texts.filter(|text| text.contains(WORDS)).count()
        });
        assert_eq!(texts, [2, 1, 1, 1], "{log:#?}");
    }
}

#[test]
fn a_mail_pasted_where_a_day_a_number_or_a_reference_is_asked_is_refused_whole() {
    for paste in pastes() {
        let env = nacka();
        let before = env.files();
        // A day.
        let mut terminal = env.at_terminal("next N1");
        terminal.sees("Rutin 1 · Vad har hänt?").presses("k");
        terminal.sees("Vilken dag blev").pastes(&paste);
        terminal.sees("Skriv till exempel");
        terminal.leaves();
        // A term, and a number among choices.
        let mut terminal = env.at_terminal("--plain next N1");
        terminal
            .sees("Rutin 1 · Vad har hänt?")
            .sees("Enter = Inget än");
        terminal.pastes(&paste);
        terminal.sees("Skriv en av bokstäverna");
        terminal.leaves();
        // A reference, and a key date.
        let mut terminal = env.at_terminal("new-case --routine nacka");
        terminal.sees("[2026-001]").pastes(&paste);
        terminal
            .sees("går inte som")
            .sees("[2026-001]")
            .enters("N2");
        terminal.sees("Inskrivning på ungdomshemmet").pastes(&paste);
        terminal.sees("Skriv till exempel");
        terminal.leaves();
        assert_eq!(env.files(), before);
    }
}

#[test]
fn a_mail_pasted_as_holder_of_a_role_and_as_free_answer_is_that_alone() {
    for paste in pastes() {
        let env = Env::new();
        let mut terminal =
            env.at_terminal("new-case --routine bbic-flode --ref B1 --date start=2026-11-21");
        terminal.sees("vem som har vilken roll nu?").sees("nej");
        terminal.types(DOWN).types(ENTER);
        terminal
            .sees("Mentor (funktion eller grupp, inte namn; Enter = hoppa över)")
            .pastes(&paste);
        terminal.sees("Arbetslag (funktion eller grupp, inte namn; Enter = hoppa över)");
        let (code, screen) = terminal.leaves();
        assert_eq!(code, 1);
        // What was typed stands in the line to go on with, and nowhere else.
        assert!(
            screen.contains("Vi hörs igen på \"fredag\"! Åsa"),
            "{screen}"
        );
        assert!(env.files().is_empty());

        env.line(
            "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
             --answer skolbyte=nej",
        )
        .success();
        let mut terminal = env.at_terminal("next S1");
        terminal.sees("Steg 1 · Vad har hänt?").presses("k");
        terminal.sees("Finns samtycke").sees("delvis").sees("nej");
        terminal.types(&DOWN.repeat(2)).types(ENTER);
        terminal
            .sees("Vilka har samtyckt?")
            .sees("barnet")
            .types(" ")
            .types(ENTER);
        terminal.sees("Vad omfattar samtycket?");
        let before = log(&env, "S1").len();
        terminal.pastes(&paste);
        terminal.sees("Till och med vilken dag");
        terminal.leaves();
        let answered = only_event_since(&env, "S1", before);
        assert!(
            answered.to_string().contains("Vi hörs igen på"),
            "{answered}"
        );
    }
}

#[test]
fn a_mail_pasted_where_a_command_asks_for_a_text_is_that_text() {
    for paste in pastes() {
        let env = nacka();
        let only = |case: &str, line: &str, key: &str, answers: &dyn Fn(&mut AtTerminal)| {
            let before = log(&env, case).len();
            let mut terminal = env.at_terminal(line);
            answers(&mut terminal);
            let (_, screen) = terminal.ends();
            let event = only_event_since(&env, case, before);
            assert_eq!(event[key], WORDS, "{line}: {screen}");
        };
        for line in ["skip N1 1", "close N1", "reopen N1"] {
            only("N1", line, "reason", &|terminal| {
                terminal.sees("Varför?").pastes(&paste);
            });
        }
        env.line(
            "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
             --answer skolbyte=ja --answer annan-kommun=nej --answer samtycke=nej \
             --takes 3=socialsekreterare",
        )
        .success();
        only("S1", "done S1 3", "decided_by", &|terminal| {
            terminal.sees("Vilken grund finns").sees("> Gå inte vidare");
            terminal.types(UP).types(ENTER);
            terminal.sees("Vem har beslutat det").pastes(&paste);
        });
        for (thing, key) in [("kontaktperson", "by"), ("omfattar", "value")] {
            if key == "value" {
                env.line("set S1 --answer samtycke=delvis").success();
            }
            only("S1", "set S1", key, &|terminal| {
                terminal.sees("Vad ska ändras?").sees("folkbokfört");
                terminal.types(thing).rests().types(ENTER);
                terminal.sees("[?2004h").pastes(&paste);
            });
        }
    }
}

#[test]
fn a_mail_pasted_at_a_menu_chooses_nothing() {
    let env = nacka();
    let before = env.files();
    let on = "next N1 --today 2026-12-02";
    let mut terminal = env.at_terminal(on);
    terminal
        .sees("Blev det så?")
        .sees("Vet inte")
        .types(MAIL)
        .rests()
        .types(ENTER)
        .rests()
        .types(ESCAPE);
    terminal
        .sees("Rutin 1 · Vad har hänt?")
        .sees("u Ångra")
        .types(MAIL)
        .rests();
    // Its letters and its breaks have said nothing; nor does the next, which begins with a letter of the menu.
    terminal.types(&MAIL.replace("Hej", "klart")).rests();
    terminal.types(&format!("k{MAIL}")).rests();
    terminal.types(&DOWN.repeat(5)).types(ENTER);
    terminal.sees("Varför är det inte aktuellt?").types(ESCAPE);
    // Whoever goes back from a question is at the step again.
    terminal.sees("Rutin 1 · Vad har hänt?").presses("g");
    terminal.ends();
    let mut terminal = env.at_terminal("next N1");
    terminal.sees("Rutin 1 · Vad har hänt?").presses("");
    terminal.sees("Rutin 2 · Vad har hänt?").presses("k");
    terminal
        .sees("Vad är klart?")
        .sees("Skoldelen")
        .types(MAIL)
        .rests()
        .types(ENTER);
    // No part is done: that is said, and the step stands there again.
    terminal
        .sees("Inget är bockat, så inget är antecknat.")
        .sees("Rutin 2 · Vad har hänt?");
    terminal.leaves();
    assert_eq!(env.files(), before);
}

#[test]
fn what_is_typed_before_a_question_stands_there_answers_nothing() {
    let env = nacka();
    let before = env.files();
    for plain in ["", "--plain "] {
        let mut terminal = env.at_terminal(&format!("{plain}next N1"));
        // Typed while the program starts.
        terminal.types(&format!("{DOWN}{ENTER}2{ENTER}klart{ENTER}"));
        terminal.sees("Rutin 1 · Vad har hänt?");
        terminal.rests();
        let (_, screen) = terminal.leaves();
        assert!(!screen.contains("Vilken dag"), "{screen}");
        assert_eq!(env.files(), before);
    }
}

#[test]
fn a_dumb_terminal_is_asked_in_whole_lines_and_gets_no_signs_it_cannot_show() {
    let env = nacka().with("TERM", "dumb");
    let mut terminal = env.at_terminal("next N1");
    terminal
        .sees("Rutin 1 · Vad har hänt?")
        .sees("Enter = Inget än")
        .enters("anteckning");
    terminal.sees("Anteckning").enters("Ringt Åsa");
    terminal
        .sees("Anteckningen är sparad.")
        .sees("Enter = Inget än");
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 0);
    assert!(!screen.contains('\u{1b}'), "{screen:?}");
    assert_eq!(log(&env, "N1").pop().unwrap()["text"], "Ringt Åsa");
}

#[test]
fn what_is_no_text_is_refused_in_words() {
    let env = nacka();
    let before = env.files();
    let mut terminal = env.at_terminal("note N1");
    terminal
        .sees("[?2004h")
        .types_bytes(b"sk\xe5l")
        .rests()
        .types(ENTER);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 1);
    assert!(screen.contains("inte text i UTF-8"), "{screen}");
    assert_eq!(env.files(), before);
}

#[test]
fn escape_leaves_a_text_question_with_nothing_recorded() {
    let env = nacka();
    let before = env.files();
    for line in ["note N1", "--plain note N1"] {
        let mut terminal = env.at_terminal(line);
        terminal
            .sees("Anteckning")
            .types("Ringt ")
            .rests()
            .types(ESCAPE);
        assert_eq!(terminal.ends().0, 1);
    }
    assert_eq!(env.files(), before);
}
