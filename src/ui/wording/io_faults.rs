//! What the system says when it refuses, in words.

use std::io::ErrorKind;

pub(crate) fn io_fault_id(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-not-permitted",
        ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::InvalidInput => {
            "io-wrong-kind"
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-full",
        _ => "io-other",
    }
}
