//! The only module that touches the terminal itself: its streams, its width, its cursor.
#![expect(
    clippy::disallowed_methods,
    reason = "every other module writes through Ui and reads through Prompt"
)]

use std::io::{self, BufWriter, IsTerminal, Read, Write};

use console::Term;

/// Where data goes. On a terminal each line is written at once, so that a question never comes before it.
pub(super) fn output() -> Box<dyn Write> {
    if output_is_terminal() {
        return Box::new(io::stdout());
    }
    Box::new(BufWriter::new(io::stdout()))
}

/// Where talk goes.
pub(super) fn messages() -> impl Write {
    io::stderr()
}

/// What is piped in.
pub(crate) fn input() -> impl Read {
    io::stdin()
}

/// Whether somebody can type answers.
pub(crate) fn input_is_terminal() -> bool {
    io::stdin().is_terminal()
}

/// Whether data is read by a person.
pub(crate) fn output_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether talk is read by a person.
pub(crate) fn messages_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// The width data may take, in columns; `None` when it does not go to a terminal.
pub(crate) fn width() -> Option<usize> {
    let (_, columns) = Term::stdout().size_checked()?;
    output_is_terminal().then_some(columns.into())
}

/// A line that was typed, without its end; `None` at the end of input.
pub(super) fn read_line() -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Where typed lines come from, to change how they are shown.
#[cfg(all(unix, feature = "encryption"))]
pub(super) fn keyboard() -> io::Stdin {
    io::stdin()
}

/// Shows the cursor again after a prompt was left half way.
pub(super) fn show_cursor() {
    // When even this fails there is no terminal left to repair.
    let _ = Term::stderr().show_cursor();
}
