//! Where data goes, and how it is held back while the case file is being read.

use std::io::{self, Write};

/// So much is held back at most; a list of 100,000 cases has as many bytes.
const MOST_HELD: usize = 34 * 1024 * 1024;
/// HeldBlocks in blocks, so that nothing is copied as it grows.
const BLOCK: usize = 64 * 1024;

/// Standard output. What is held back goes out when whoever holds it lets go, or is more than may be held.
pub(super) struct Output {
    to: Box<dyn Write>,
    held: Option<HeldBlocks>,
}

#[derive(Default)]
struct HeldBlocks {
    blocks: Vec<Vec<u8>>,
    bytes: usize,
}

impl Output {
    pub(super) fn new(to: Box<dyn Write>) -> Self {
        Self { to, held: None }
    }

    pub(super) fn hold(&mut self) {
        self.held = Some(HeldBlocks::default());
    }

    /// What was held back goes out, and everything after it at once.
    pub(super) fn let_go(&mut self) -> io::Result<()> {
        let held = self.held.take().unwrap_or_default();
        held.blocks
            .iter()
            .try_for_each(|block| self.to.write_all(block))
    }

    /// What was held back never goes out.
    pub(super) fn forget(&mut self) {
        self.held = None;
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.held {
            Some(held) if held.bytes + bytes.len() <= MOST_HELD => held.add(bytes),
            Some(_) => {
                self.let_go()?;
                self.to.write_all(bytes)?;
            }
            None => return self.to.write(bytes),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.held {
            Some(_) => Ok(()),
            None => self.to.flush(),
        }
    }
}

impl HeldBlocks {
    fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        match self.blocks.last_mut() {
            Some(block) if block.len() + bytes.len() <= block.capacity() => {
                block.extend_from_slice(bytes);
            }
            _ => {
                let mut block = Vec::with_capacity(bytes.len().max(BLOCK));
                block.extend_from_slice(bytes);
                self.blocks.push(block);
            }
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
        output.write_all(&[b'c'; BLOCK + 1]).unwrap();
        output.write_all(b"d").unwrap();
        output.flush().unwrap();
        assert_eq!(stream.text(), "a");
        output.let_go().unwrap();
        output.write_all(b"e").unwrap();
        let expected = format!("ab{}de", "c".repeat(BLOCK + 1));
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
