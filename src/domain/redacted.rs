//! What stands where a text has been taken out of the history.

/// Stands in an event for a text that was taken out: the object replacement character, which nobody types.
/// Whoever shows events puts words in its place.
pub const REDACTED: &str = "\u{FFFC}";
