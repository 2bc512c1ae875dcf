//! SHA-256, and how hashes are written.

use sha2::{Digest, Sha256};

pub(crate) type Hash = [u8; 32];

pub(crate) fn of(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

/// The bytes of lower-case hexadecimal digits; `None` for anything else.
pub(crate) fn from_hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(value(*high)? << 4 | value(*low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimals_come_back_and_nothing_else_passes() {
        let bytes = [0, 1, 0x9a, 0xff];
        assert_eq!(from_hexadecimal(&hexadecimal(&bytes)), Some(bytes.to_vec()));
        for other in ["0", "0g", "0A", "+1", " 1", "å"] {
            assert_eq!(from_hexadecimal(other), None, "{other}");
        }
    }

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(
            hexadecimal(&of(&[b"a", b"bc"])),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
