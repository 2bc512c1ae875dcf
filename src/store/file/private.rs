//! Files and folders that only their owner may read.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Makes the folder a file is to lie in, unless it is there, and those above it; for the owner alone.
pub(crate) fn make_folder_of(file: &Path) -> io::Result<()> {
    let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    else {
        return Ok(());
    };
    if folder.is_dir() {
        return Ok(());
    }
    for_the_owner_alone(DirBuilder::new().recursive(true)).create(folder)
}

/// Makes a folder for the owner alone.
///
/// # Errors
/// `AlreadyExists` when there is something of that name: it may be somebody else's.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    for_the_owner_alone(&mut DirBuilder::new()).create(folder)
}

fn for_the_owner_alone(builder: &mut DirBuilder) -> &mut DirBuilder {
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
    builder
}

/// Makes an empty file for the owner alone.
///
/// # Errors
/// `AlreadyExists` when there is one; it is left alone.
pub(crate) fn make_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Makes an empty file for the owner alone where nothing lies.
pub(crate) fn make_empty_unless_there(path: &Path) -> io::Result<()> {
    match make_file(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Makes an empty file under the first name in the row that is free, and says which.
pub(crate) fn make_first_free(names: impl Iterator<Item = PathBuf>) -> io::Result<PathBuf> {
    for name in names {
        match make_file(&name) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// The same path with something added to the file's name.
pub(crate) fn with_added(path: &Path, added: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(added);
    path.with_file_name(name)
}

/// Sees to it that what was written to a file is on the disk.
pub(crate) fn sync(path: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Sees to it that a folder's list of files is on the disk, where the system lets us.
pub(crate) fn sync_folder_of(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        let folder = match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        };
        fs::File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Copies a file into one that is there.
pub(crate) fn copy_into(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = OpenOptions::new().write(true).truncate(true).open(to)?;
    io::copy(&mut fs::File::open(from)?, &mut target)?;
    Ok(())
}

/// Copies a file into a new one for the owner alone.
pub(crate) fn copy_into_new(from: &Path, to: &Path) -> io::Result<()> {
    make_file(to)?;
    copy_into(from, to)
}

/// What tells one file from another, whatever it is called: its device and its number there.
pub(crate) type Place = (u64, u64);

/// The place of what a path leads to; `None` where nothing is, or the system does not tell.
pub(crate) fn place_of(path: &Path) -> Option<Place> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(path).map(|m| (m.dev(), m.ino())).ok()
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Whether two paths lead to the same file, by whatever links.
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (fs::canonicalize(one), fs::canonicalize(other)) else {
        return false;
    };
    let place = place_of(&one);
    one == other || (place.is_some() && place == place_of(&other))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_we_make_is_for_the_owner_alone() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a/b/cases.db");
        make_folder_of(&file).unwrap();
        make_file(&file).unwrap();
        assert_eq!(mode(&home.path().join("a")), 0o700);
        assert_eq!(mode(&home.path().join("a/b")), 0o700);
        assert_eq!(mode(&file), 0o600);
    }

    #[test]
    fn nothing_is_made_over_what_is_there() {
        let home = tempfile::tempdir().unwrap();
        let names = || {
            ["x", "x-2", "x-3"]
                .into_iter()
                .map(|name| home.path().join(name))
        };
        fs::write(home.path().join("x"), "kept").unwrap();
        assert_eq!(make_first_free(names()).unwrap(), home.path().join("x-2"));
        assert_eq!(make_first_free(names()).unwrap(), home.path().join("x-3"));
        assert!(make_first_free(names()).is_err());
        assert_eq!(fs::read_to_string(home.path().join("x")).unwrap(), "kept");
    }

    #[test]
    fn a_folder_that_is_there_keeps_its_mode() {
        let home = tempfile::tempdir().unwrap();
        let shared = home.path().join("shared");
        fs::create_dir(&shared).unwrap();
        fs::set_permissions(&shared, fs::Permissions::from_mode(0o755)).unwrap();
        make_folder_of(&shared.join("cases.db")).unwrap();
        assert_eq!(mode(&shared), 0o755);
    }
}
