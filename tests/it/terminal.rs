//! The real program in a pseudo-terminal.

use std::path::Path;
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
        self.at_terminal_of(80, line)
    }

    /// Starts the program in a pseudo-terminal this wide.
    pub(crate) fn at_terminal_of(&self, columns: u16, line: &str) -> AtTerminal {
        self.started(columns, &[program()], line, false)
    }

    /// Starts the program in a pseudo-terminal that shows what is typed, as people's terminals do.
    #[cfg(feature = "encryption")]
    pub(crate) fn at_echoing_terminal(&self, line: &str) -> AtTerminal {
        self.started(80, &[program()], line, true)
    }

    /// Starts what stands first in `programs`, perhaps with another program to run.
    pub(crate) fn started(
        &self,
        columns: u16,
        programs: &[&Path],
        line: &str,
        echoes: bool,
    ) -> AtTerminal {
        // The program waits for a line until the width is right: expectrl sets its own after the start.
        let mut command = Command::new("/bin/sh");
        self.prepare(&mut command);
        command
            .args(["-c", "read _ && exec \"$0\" \"$@\""])
            .args(programs)
            .args(line.split_whitespace());
        let mut session = OsSession::spawn(command).unwrap();
        session.set_expect_timeout(Some(Duration::from_secs(30)));
        session
            .get_process_mut()
            .set_window_size(columns, 24)
            .unwrap();
        session.get_process_mut().set_echo(echoes, None).unwrap();
        session.send_line("").unwrap();
        AtTerminal {
            session,
            screen: String::new(),
        }
    }
}

impl AtTerminal {
    /// Makes the terminal this wide while the program runs.
    pub(crate) fn resizes(&mut self, columns: u16) -> &mut Self {
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
            Err(error) => {
                let rest = self.rest();
                panic!(
                    "never saw {text:?} ({error}) after {:?}, then {rest:?}",
                    self.screen
                )
            }
        }
        self
    }

    /// What has come to the screen since, without waiting for more.
    fn rest(&mut self) -> String {
        let everything = expectrl::Regex("(?s).+");
        let found = self.session.check(everything);
        found.map_or_else(
            |error| error.to_string(),
            |found| String::from_utf8_lossy(found.as_bytes()).into_owned(),
        )
    }

    /// Types.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        self.session.send(keys).unwrap();
        self
    }

    /// Says with a letter what has happened to the step whose menu comes next; nothing is Enter alone.
    pub(crate) fn presses(&mut self, letter: &str) -> &mut Self {
        self.sees("u Ångra").types(letter);
        match letter {
            "" => self.types(ENTER),
            "m" | "g" | "ä" | "/" => self,
            // A hand waits for the arrow to go there.
            letter => self.sees(&format!("> {letter} ")).types(ENTER),
        }
    }

    /// Sends bytes as they are.
    pub(crate) fn types_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.session.send(bytes).unwrap();
        self
    }

    /// Types, unless the program has ended. What is on the screen by then is read, or the program would wait for that.
    pub(crate) fn types_if_anybody_reads(&mut self, keys: &str) {
        if let Ok(found) = self.session.check(expectrl::Regex("(?s).+")) {
            let read = String::from_utf8_lossy(found.as_bytes());
            self.screen.push_str(&read);
        }
        let _ = self.session.send(keys);
    }

    /// Types a line.
    pub(crate) fn enters(&mut self, text: &str) -> &mut Self {
        self.types(text).types(ENTER)
    }

    /// Whether the terminal shows what is typed.
    #[cfg(feature = "encryption")]
    pub(crate) fn is_echoing(&self) -> bool {
        self.session.get_process().get_echo().unwrap()
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
    for columns in [40, 60] {
        let (code, screen) = Env::new().at_terminal_of(columns, "list --help").ends();
        assert_eq!(code, 0);
        assert!(screen.contains("Allmänna val:"), "{screen}");
        // The usage line and a line's only word are not broken.
        let too_wide = screen
            .lines()
            .filter(|line| line.chars().count() > columns.into() && line.trim().contains("  "));
        assert_eq!(too_wide.collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn an_error_is_coloured_only_at_a_terminal_that_wants_it() {
    let coloured = "\u{1b}[31mfel: ";
    for (env, line, expected) in [
        (Env::new(), "show x", coloured),
        (Env::new(), "show x --color never", "fel: "),
        (Env::new().with("NO_COLOR", "1"), "show x", "fel: "),
        (
            Env::new().with("NO_COLOR", "1"),
            "show x --color always",
            coloured,
        ),
    ] {
        let (code, screen) = env.at_terminal(line).ends();
        assert_eq!(code, 1);
        assert!(screen.starts_with(expected), "{line}: {screen:?}");
    }
    assert!(Env::new().line("show x").fails(1).err.starts_with("fel: "));
    let forced = Env::new().line("show x --color always").fails(1);
    assert!(forced.err.starts_with(coloured));
}
