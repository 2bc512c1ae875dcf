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
    let pairs = (0..digits.len()).step_by(2);
    let byte = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let bytes: Vec<u8> = pairs.map(byte).collect::<Option<_>>()?;
    // Upper-case digits and signs would be read too.
    (hexadecimal(&bytes) == digits).then_some(bytes)
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
