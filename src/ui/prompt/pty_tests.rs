//! Prompts in a pseudo-terminal. This test binary runs itself there: the ignored tests below are the other end.

use std::process::Command;
use std::rc::Rc;
use std::time::Duration;

use console::measure_text_width;
use expectrl::{Eof, Expect, Session};

use super::{Asked, Dialog, Prompt, Typed};
use crate::ui::wording::{Language, Words};

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
    // The test waits for a line until the width is right: expectrl sets its own after the start.
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "read _ && exec \"$0\" \"$@\""]);
    command.arg(std::env::current_exe().unwrap());
    let test = format!("ui::prompt::pty_tests::asked::{kind}");
    command.args(["--exact", &test, "--ignored", "--nocapture"]);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(30)));
    session
        .get_process_mut()
        .set_window_size(columns, 24)
        .unwrap();
    session.send_line("").unwrap();
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
fn escape_leaves_menus_and_the_end_of_input_leaves_typed_questions() {
    for (kind, key) in [
        ("select", ESCAPE),
        ("search", ESCAPE),
        ("select_many", ESCAPE),
        ("confirm", ESCAPE),
        ("numbered", CTRL_D),
    ] {
        let screen = typed_at(kind, key);
        assert!(
            screen.contains("svar: Err(Interrupted)"),
            "{kind}: {screen:?}"
        );
        assert_cursor_is_visible(&screen);
    }
}

#[test]
fn answers_arrive_with_their_swedish_letters() {
    for (kind, keys, answer) in [
        ("select", format!("{DOWN}\r"), "Ok(1)"),
        ("search", "ny ti\r".to_owned(), "Ok(2)"),
        ("select_many", format!(" {DOWN}{DOWN} \r"), "Ok([0, 2])"),
        ("text", "  Åsa Öberg é\r".to_owned(), "Ok(\"Åsa Öberg é\")"),
        ("confirm", format!("{DOWN}\r"), "Ok(false)"),
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
fn a_refused_text_is_asked_for_again() {
    let screen = typed_at("text", "nej\rja\r");
    assert!(screen.contains("inte nej"), "{screen:?}");
    assert!(screen.contains("svar: Ok(\"ja\")"), "{screen:?}");
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

/// The other end, each with one prompt.
mod asked {
    use super::*;

    const QUESTION: &str = "Vad gäller nu?";

    fn words() -> Rc<Words> {
        Rc::new(Words::new(Language::Swedish))
    }

    fn options() -> Vec<String> {
        ["klart", "överhoppat", "ny tid"]
            .map(str::to_owned)
            .to_vec()
    }

    fn dialog() -> Dialog {
        Dialog::new(false, words())
    }

    #[expect(
        clippy::print_stdout,
        reason = "this end of the test is read from the terminal"
    )]
    fn tell<T: std::fmt::Debug>(answer: Asked<T>) {
        println!("svar: {answer:?}");
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn select() {
        tell(dialog().select(QUESTION, &options(), 0));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn long() {
        let question = format!("{QUESTION} Frågan är längre än raden, så den bryts vid ord.");
        let options = ["klart", "Överlämningskonferens med alla som har varit med"];
        tell(dialog().select(&question, &options.map(str::to_owned), 0));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn search() {
        tell(dialog().search(QUESTION, &options()));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn select_many() {
        tell(dialog().select_many(QUESTION, &options(), &[]));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn text() {
        let check = |text: &str| match text {
            "nej" => Err("inte nej".to_owned()),
            _ => Ok(()),
        };
        tell(dialog().text(QUESTION, None, &check));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn confirm() {
        tell(dialog().confirm(QUESTION, true));
    }

    #[test]
    #[ignore = "run by the tests above in a pseudo-terminal"]
    fn numbered() {
        tell(Typed::at_keyboard(words()).select(QUESTION, &options(), 0));
    }
}
