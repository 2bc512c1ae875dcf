//! Where data goes, and how it is held back while the case file is being read.

use std::io::{self, Write};

/// So much is held back at most; a list of 100,000 cases has as many bytes.
const MOST_HELD: usize = 34 * 1024 * 1024;

/// Standard output. What is held back goes out when whoever holds it lets go, or is more than may be held.
pub(super) struct Output {
    to: Box<dyn Write>,
    held: Option<Vec<u8>>,
}

impl Output {
    pub(super) fn new(to: Box<dyn Write>) -> Self {
        Self { to, held: None }
    }

    pub(super) fn hold(&mut self) {
        self.held = Some(Vec::new());
    }

    /// What was held back goes out, and everything after it at once.
    pub(super) fn let_go(&mut self) -> io::Result<()> {
        self.to.write_all(&self.held.take().unwrap_or_default())
    }

    /// What was held back never goes out.
    pub(super) fn forget(&mut self) {
        self.held = None;
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.held {
            Some(held) if held.len() + bytes.len() <= MOST_HELD => return held.write(bytes),
            Some(_) => self.let_go()?,
            None => {}
        }
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.held {
            Some(_) => Ok(()),
            None => self.to.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::captured::Stream;

    fn output() -> (Output, Stream) {
        let stream = Stream::default();
        (Output::new(Box::new(stream.clone())), stream)
    }

    #[test]
    fn what_is_held_goes_out_in_order_when_it_is_let_go() {
        let (mut output, stream) = output();
        output.write_all(b"a").unwrap();
        output.hold();
        output.write_all(b"b").unwrap();
        output.write_all(&[b'c'; 65_537]).unwrap();
        output.write_all(b"d").unwrap();
        output.flush().unwrap();
        assert_eq!(stream.text(), "a");
        output.let_go().unwrap();
        output.write_all(b"e").unwrap();
        let expected = format!("ab{}de", "c".repeat(65_537));
        assert!(stream.text() == expected);
    }

    #[test]
    fn what_is_forgotten_never_goes_out() {
        let (mut output, stream) = output();
        output.hold();
        output.write_all(b"a").unwrap();
        output.forget();
        output.write_all(b"b").unwrap();
        assert_eq!(stream.text(), "b");
    }

    #[test]
    fn more_than_may_be_held_goes_out() {
        let (mut output, stream) = output();
        output.hold();
        let piece = [b'x'; 1024];
        for _ in 0..MOST_HELD / piece.len() {
            output.write_all(&piece).unwrap();
        }
        assert_eq!(stream.text(), "");
        output.write_all(b"y").unwrap();
        assert_eq!(stream.text().len(), MOST_HELD + 1);
        assert!(stream.text().ends_with("xy"));
    }
}
