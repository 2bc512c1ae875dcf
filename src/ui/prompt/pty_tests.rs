//! Prompts in a pseudo-terminal. This test binary runs itself there: the ignored tests below are the other end.

use std::process::Command;
use std::time::Duration;

use console::measure_text_width;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

const HIDE_CURSOR: &str = "\u{1b}[?25l";
const SHOW_CURSOR: &str = "\u{1b}[?25h";
const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";
const ESCAPE: &str = "\u{1b}";
const PATIENCE_IN_PRESSES: usize = 20;
const DOWN: &str = "\u{1b}[B";

/// Starts `asked::KIND` in a pseudo-terminal, waits for its question, types, and gives all that was on the screen.
fn typed_at(kind: &str, keys: &str) -> String {
    typed_in(80, kind, keys)
}

/// The same in a terminal this wide.
fn typed_in(columns: u16, kind: &str, keys: &str) -> String {
    let mut session = started(columns, kind);
    let asked = session.expect("Vad gäller nu?").unwrap();
    let mut screen = text(asked.as_bytes());
    session.send(keys).unwrap();
    if keys == CTRL_C {
        // Pressed between the drawing and the reading of a menu it is only remembered: a person presses again.
        session.set_expect_timeout(Some(Duration::from_millis(500)));
        for _ in 0..PATIENCE_IN_PRESSES {
            match session.expect(Eof) {
                Err(expectrl::Error::ExpectTimeout) => session.send(keys).unwrap(),
                rest => return screen + &text(rest.unwrap().as_bytes()),
            }
        }
    }
    let rest = session.expect(Eof).unwrap();
    screen.push_str(&text(rest.as_bytes()));
    screen
}

/// Starts `asked::KIND` in a pseudo-terminal.
fn started(columns: u16, kind: &str) -> OsSession {
    // The test waits for a line until the width is right: expectrl sets its own after the start.
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "read _ && exec \"$0\" \"$@\""]);
    command.arg(std::env::current_exe().unwrap());
    let test = format!("ui::prompt::pty_tests::asked::{kind}");
    command.env("TERM", "xterm");
    command.args(["--exact", &test, "--ignored", "--nocapture"]);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(30)));
    session
        .get_process_mut()
        .set_window_size(columns, 24)
        .unwrap();
    session.send_line("").unwrap();
    session
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn assert_cursor_is_visible(screen: &str) {
    let hidden = screen.rfind(HIDE_CURSOR);
    let shown = screen.rfind(SHOW_CURSOR);
    assert!(hidden.is_none() || hidden < shown, "{screen:?}");
}

#[test]
fn ctrl_c_leaves_every_kind_of_prompt_with_the_cursor_visible() {
    for kind in [
        "select",
        "search",
        "select_many",
        "text",
        "plain_text",
        "whole_lines",
        "confirm",
        "numbered",
    ] {
        let screen = typed_at(kind, CTRL_C);
        assert!(
            screen.contains("svar: Err(Interrupted)"),
            "{kind}: {screen:?}"
        );
        assert_cursor_is_visible(&screen);
    }
}

#[test]
fn escape_goes_back_and_the_end_of_input_leaves() {
    for (kind, key) in [
        ("text", ESCAPE),
        ("text", CTRL_D),
        ("plain_text", ESCAPE),
        ("whole_lines", CTRL_D),
        ("select", ESCAPE),
        ("search", ESCAPE),
        ("select_many", ESCAPE),
        ("confirm", ESCAPE),
        ("numbered", CTRL_D),
    ] {
        let screen = typed_at(kind, key);
        let how = if key == ESCAPE { "Back" } else { "Interrupted" };
        assert!(
            screen.contains(&format!("svar: Err({how})")),
            "{kind}: {screen:?}"
        );
        assert_cursor_is_visible(&screen);
    }
}

#[test]
fn answers_arrive_with_their_swedish_letters() {
    for (kind, keys, answer) in [
        ("select", format!("{DOWN}\r"), "Ok(1)"),
        ("search", format!("{DOWN}\r"), "Ok(1)"),
        ("select_many", format!(" {DOWN}{DOWN} \r"), "Ok([0, 2])"),
        ("text", "  Åsa Öberg é\r".to_owned(), "Ok(\"Åsa Öberg é\")"),
        ("confirm", format!("{DOWN}{DOWN}\r"), "Ok(false)"),
        ("numbered", "öve\r".to_owned(), "Ok(1)"),
    ] {
        let screen = typed_at(kind, &keys);
        assert!(
            screen.contains(&format!("svar: {answer}")),
            "{kind}: {screen:?}"
        );
        assert_cursor_is_visible(&screen);
    }
}

#[test]
fn typing_narrows_every_menu_and_enter_takes_what_the_arrow_stands_at() {
    for (kind, typed, seen, then, answer) in [
        // The only one left is stood at; å is found with and without its ring.
        ("search", "NY ti", "1 av 3", "\r", "Ok(2)"),
        ("select", "over", "1 av 3", "\r", "Ok(1)"),
        ("select_many", "över", "1 av 3", " \r", "Ok([1])"),
        ("confirm", "ne", "1 av 2", "\r", "Ok(false)"),
        // Both hold a j; one begins with it.
        ("confirm", "j", "> ja", "\r", "Ok(true)"),
        // What holds the letters in that order with others between is another.
        (
            "search",
            "kart",
            "inget hittades",
            "\u{7f}\u{7f}\u{7f}\u{7f}\r",
            "Ok(0)",
        ),
        // The arrow stays where it is while that fits.
        ("select", "t", "3 av 3", "\r", "Ok(0)"),
    ] {
        let mut session = started(80, kind);
        session.expect("Vad gäller nu?").unwrap();
        session.expect("n").unwrap();
        for letter in typed.chars() {
            std::thread::sleep(Duration::from_millis(30));
            session.send(letter.to_string()).unwrap();
        }
        session.expect(seen).unwrap();
        for key in then.chars() {
            std::thread::sleep(Duration::from_millis(30));
            session.send(key.to_string()).unwrap();
        }
        session.expect(format!("svar: {answer}")).unwrap();
    }
}

#[test]
fn enter_takes_nothing_that_is_not_seen() {
    let mut session = started(80, "confirm");
    session.expect("Vad gäller nu?").unwrap();
    session.expect("nej").unwrap();
    for key in ["x", "\r", "\u{7f}", "\r"] {
        std::thread::sleep(Duration::from_millis(100));
        session.send(key).unwrap();
    }
    session.set_expect_timeout(Some(Duration::from_millis(500)));
    assert!(session.expect("svar:").is_err());
    session.set_expect_timeout(Some(Duration::from_secs(30)));
    session.send(DOWN).unwrap();
    session.send("\r").unwrap();
    session.expect("svar: Ok(true)").unwrap();
}

#[test]
fn a_refused_text_is_asked_for_again() {
    let mut session = started(80, "text");
    session.expect("Vad gäller nu?").unwrap();
    session.send("nej\r").unwrap();
    session.expect("inte nej").unwrap();
    session.expect("Vad gäller nu?").unwrap();
    session.send("ja\r").unwrap();
    session.expect("svar: Ok(\"ja\")").unwrap();
}

/// A mail with what drives menus when it is taken for keys.
const MAIL: &str = "Hej! Det är jag, ”Åsa” på 'Öberga' skola.\r\n\r\njag ringde kl 10\tpå fredag.\rk q 1 2\r\n\
    ----------\r0 ja\r\r\rqq slut, \"klart\"";

/// Its words, each break a space.
const WORDS: &str = "Hej! Det är jag, ”Åsa” på 'Öberga' skola. jag ringde kl 10 på fredag. k q 1 2 ---------- 0 ja qq \
    slut, \"klart\"";

#[test]
fn each_break_of_a_paste_is_a_space_and_only_enter_alone_is_an_answer() {
    for kind in ["text", "plain_text", "whole_lines"] {
        let bare = MAIL.to_owned();
        let marked = format!("\u{1b}[200~{MAIL}\r\n\u{1b}[201~");
        let typed_on = format!("Obs:\u{1b}[200~ {MAIL}\u{1b}[201~ Hej.");
        for (pasted, before, after) in [
            (bare, "", ""),
            (marked, "", ""),
            (typed_on, "Obs: ", " Hej."),
        ] {
            let mut session = started(40, kind);
            session.expect("Vad gäller nu?").unwrap();
            session.send(&pasted).unwrap();
            // Nothing is answered before Enter is pressed on its own.
            session.set_expect_timeout(Some(Duration::from_millis(500)));
            assert!(session.expect("svar:").is_err(), "{kind} {pasted:?}");
            session.set_expect_timeout(Some(Duration::from_secs(30)));
            session.send("\r").unwrap();
            let answer = format!("svar: Ok({:?})", format!("{before}{WORDS}{after}"));
            session.expect(answer).unwrap();
        }
    }
}

#[test]
fn a_field_can_be_edited() {
    for (keys, answer) in [
        ("bc\u{1b}[Ha\u{1b}[Fd\r", "abcd"),
        ("xbc\u{1}\u{1b}[3~a\u{5}d\r", "abcd"),
        ("bort\u{15}åäö lång\u{17}ö\u{7f}\r", "åäö"),
        ("bc\u{1b}[D\u{1b}[D\u{1b}Oa\r", "bc"),
        ("b\u{1b}[Da\r", "ab"),
    ] {
        let screen = typed_at("text", keys);
        assert!(
            screen.contains(&format!("svar: Ok({answer:?})")),
            "{screen:?}"
        );
    }
}

#[test]
fn a_text_drives_no_menu() {
    for kind in ["select", "search", "select_many"] {
        let mut session = started(80, kind);
        session.expect("Vad gäller nu?").unwrap();
        session.expect("ny tid").unwrap();
        session.send(MAIL).unwrap();
        session.set_expect_timeout(Some(Duration::from_millis(500)));
        assert!(session.expect("svar:").is_err(), "{kind}");
        session.set_expect_timeout(Some(Duration::from_secs(30)));
        let (keys, answer) = match kind {
            "select" | "search" => ("\r", "Ok(1)"),
            _ => (" \r", "Ok([1])"),
        };
        session.send(format!("{DOWN}{keys}")).unwrap();
        session.expect(format!("svar: {answer}")).unwrap();
    }
}

#[test]
fn letters_say_what_they_say_at_once_or_with_enter() {
    for (keys, answer) in [("\r", 0), ("m", 1), ("M", 1), ("\u{1b}[C\u{1b}[C\r", 3)] {
        let screen = typed_at("letters", keys);
        assert!(
            screen.contains(&format!("svar: Ok({answer})")),
            "{keys:?} {screen:?}"
        );
        assert_cursor_is_visible(&screen);
    }
    let mut session = started(80, "letters");
    session.expect("ny tid").unwrap();
    session.send("\u{1b}[1;5C\u{1b}OP\u{1b}[15~").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    session.send("ö").unwrap();
    session.expect("> ö ny tid").unwrap();
    // With more behind it a letter is a piece of a paste, and so is Enter.
    session.send(format!("k{MAIL}")).unwrap();
    session.set_expect_timeout(Some(Duration::from_millis(500)));
    assert!(session.expect("svar:").is_err());
    session.set_expect_timeout(Some(Duration::from_secs(30)));
    session.send("\r").unwrap();
    session.expect("svar: Ok(3)").unwrap();
}

#[test]
fn a_prompt_is_drawn_again_after_a_stop() {
    for kind in ["letters", "select", "whole_lines"] {
        let mut session = started(80, kind);
        session.expect("Vad gäller nu?").unwrap();
        std::thread::sleep(Duration::from_millis(300));
        use expectrl::process::unix::Signal;
        session.get_process_mut().signal(Signal::SIGSTOP).unwrap();
        std::thread::sleep(Duration::from_millis(1500));
        session.get_process_mut().signal(Signal::SIGCONT).unwrap();
        session.expect("Vad gäller nu?").unwrap();
    }
}

#[test]
fn what_was_typed_before_a_question_is_no_answer_to_it() {
    for kind in ["late_menu", "late_search", "late_field", "late_number"] {
        let mut session = started(80, kind);
        session.expect("Vad gäller nu?").unwrap();
        session.send("1\r1\r").unwrap();
        session.expect("Och sedan?").unwrap();
        session.set_expect_timeout(Some(Duration::from_millis(500)));
        assert!(session.expect("svar:").is_err(), "{kind}");
    }
}

#[test]
fn a_narrow_terminal_shows_long_questions_and_options() {
    let screen = typed_in(40, "long", &format!("{DOWN}\r"));
    assert!(screen.contains("svar: Ok(1)"), "{screen:?}");
    let dialog = screen.split("svar:").next().unwrap_or_default();
    let (_, dialog) = dialog.split_once("Vad gäller").unwrap();
    let width = |line: &str| measure_text_width(line.rsplit('\r').next().unwrap_or(line));
    assert!(dialog.lines().all(|line| width(line) <= 40), "{dialog:?}");
    // Once chosen it stays below its question.
    let below = "bryts vid ord.\r\n";
    assert!(dialog.contains(below), "{dialog:?}");
    assert!(
        dialog.ends_with("Överlämningskonferens med alla …\r\n"),
        "{dialog:?}"
    );
}

#[path = "asked_tests.rs"]
mod asked;
