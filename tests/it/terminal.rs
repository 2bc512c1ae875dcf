//! The real program in a pseudo-terminal.

use std::process::Command;
use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect};

use crate::harness::{Env, program};

/// Ctrl-C.
pub(crate) const CTRL_C: &str = "\u{3}";
/// The end of input.
pub(crate) const CTRL_D: &str = "\u{4}";
/// Escape.
pub(crate) const ESCAPE: &str = "\u{1b}";
/// Arrow down.
pub(crate) const DOWN: &str = "\u{1b}[B";
/// Arrow up.
pub(crate) const UP: &str = "\u{1b}[A";
/// Enter.
pub(crate) const ENTER: &str = "\r";

/// The program at a terminal, and all that has been on the screen so far.
pub(crate) struct AtTerminal {
    session: OsSession,
    screen: String,
}

impl Env {
    /// Starts the program in a pseudo-terminal of 80 columns.
    pub(crate) fn at_terminal(&self, line: &str) -> AtTerminal {
        let mut command = Command::new(program());
        self.prepare(&mut command);
        command.env("TERM", "xterm").args(line.split_whitespace());
        let mut session = OsSession::spawn(command).unwrap();
        session.set_expect_timeout(Some(Duration::from_secs(30)));
        session.get_process_mut().set_window_size(80, 24).unwrap();
        AtTerminal {
            session,
            screen: String::new(),
        }
    }
}

impl AtTerminal {
    /// Makes the terminal this wide.
    pub(crate) fn columns(mut self, columns: u16) -> Self {
        self.session
            .get_process_mut()
            .set_window_size(columns, 24)
            .unwrap();
        self
    }

    /// Waits until this is on the screen.
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => self
                .screen
                .push_str(&String::from_utf8_lossy(found.as_bytes())),
            Err(error) => panic!("never saw {text:?} ({error}) after {:?}", self.screen),
        }
        self
    }

    /// Types.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        self.session.send(keys).unwrap();
        self
    }

    /// Types a line.
    pub(crate) fn enters(&mut self, text: &str) -> &mut Self {
        self.types(text).types(ENTER)
    }

    /// Waits for the program's end; its exit code and all that was on the screen. The cursor must be visible.
    pub(crate) fn ends(mut self) -> (i32, String) {
        let rest = self.session.expect(Eof).unwrap();
        self.screen
            .push_str(&String::from_utf8_lossy(rest.as_bytes()));
        self.finished()
    }

    /// Presses Ctrl-C until the program ends. Pressed between the drawing and the reading of a menu it is only
    /// remembered, and a person presses again.
    pub(crate) fn leaves(mut self) -> (i32, String) {
        self.session
            .set_expect_timeout(Some(Duration::from_millis(500)));
        for _ in 0..20 {
            // When the program has just ended there is nobody to send to.
            let _ = self.session.send(CTRL_C);
            if let Ok(rest) = self.session.expect(Eof) {
                self.screen
                    .push_str(&String::from_utf8_lossy(rest.as_bytes()));
                return self.finished();
            }
        }
        panic!("Ctrl-C does not leave {:?}", self.screen);
    }

    fn finished(self) -> (i32, String) {
        use expectrl::process::unix::WaitStatus;

        let hidden = self.screen.rfind("\u{1b}[?25l");
        let shown = self.screen.rfind("\u{1b}[?25h");
        assert!(
            hidden.is_none() || hidden < shown,
            "the cursor is hidden: {:?}",
            self.screen
        );
        match self.session.get_process().wait().unwrap() {
            WaitStatus::Exited(_, code) => (code, self.screen),
            other => panic!("{other:?} after {:?}", self.screen),
        }
    }
}

#[test]
fn help_fits_the_terminal() {
    let (code, screen) = Env::new().at_terminal("--help").columns(60).ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Kommandon:"), "{screen}");
}

#[test]
fn an_error_is_coloured_only_at_a_terminal_that_wants_it() {
    let (code, screen) = Env::new()
        .at_terminal("--db x list --color always extra")
        .ends();
    assert_eq!(code, 2);
    assert!(screen.starts_with("fel: "), "{screen:?}");
}
