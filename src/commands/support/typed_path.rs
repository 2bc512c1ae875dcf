//! Paths as they can be typed.

use std::path::Path;

/// A path as it can be typed on a command line.
pub(crate) fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    if path.chars().any(char::is_whitespace) {
        format!("\"{path}\"")
    } else {
        path
    }
}
