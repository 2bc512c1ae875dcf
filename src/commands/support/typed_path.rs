//! Paths as they can be typed.

use std::path::Path;

/// The name of a file that lies beside another.
pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A path as it can be typed on a command line.
pub(crate) fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    if path.chars().any(char::is_whitespace) {
        format!("\"{path}\"")
    } else {
        path
    }
}
