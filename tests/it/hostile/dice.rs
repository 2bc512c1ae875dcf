//! Chance that is the same every time.

/// Numbers that look random and are the same every time (xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number from 0, below this one.
    pub(crate) fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap()
    }

    /// Flips some bits, overwrites a few bytes, or copies a piece elsewhere.
    pub(crate) fn spoil(&mut self, bytes: &mut [u8]) {
        for _ in 0..=self.next(3) {
            let at = self.next(bytes.len());
            match self.next(4) {
                0 => bytes[at] ^= 1 << self.next(8),
                1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][self.next(5)],
                2 => bytes[at] = u8::try_from(self.next(256)).unwrap(),
                _ => {
                    let length = 1 + self.next(64.min(bytes.len() - at));
                    let from = self.next(bytes.len() - length);
                    bytes.copy_within(from..from + length, at);
                }
            }
        }
    }
}

/// A number that is said by who starts a test by hand.
#[expect(
    clippy::disallowed_methods,
    reason = "how long is said by who starts it"
)]
pub(crate) fn told(name: &str, otherwise: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}
