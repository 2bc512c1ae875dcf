//! Files as the system has them: only a regular one is opened, what is made is its owner's alone, and what is to be
//! whole is whole or not there.

mod held;

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub(crate) use held::hold_folder_of;

/// What SQLite may open beside a file, by what is added to its name.
pub(crate) const DATABASE_FILES: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Opens a regular file to read it. Anything else is refused: a pipe that nobody writes to would be waited for, and a
/// device does something when it is opened. `InvalidInput` for what is none.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    regular(&fs::metadata(path)?)?;
    let file = options().read(true).open(path)?;
    // Something else may have come there since.
    regular(&file.metadata()?)?;
    Ok(file)
}

/// At most so many bytes of a regular file.
pub(crate) fn read_limited(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Adds a line to a file of the owner's alone, and makes it when it is missing. One write in append mode, so that the
/// lines of several programs do not mix. No link is followed, and none by another name of the same file either.
pub(crate) fn append_line(path: &Path, line: &str) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        there => there.map_or(Ok(()), |there| regular(&there))?,
    }
    let mut options = options();
    #[cfg(unix)]
    with_flags(&mut options, rustix::fs::OFlags::NOFOLLOW);
    let mut file = options.append(true).create(true).open(path)?;
    let opened = file.metadata()?;
    regular(&opened)?;
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&opened) > 1 {
        return Err(ErrorKind::InvalidInput.into());
    }
    // One that was torn off is a line of its own, and takes none with it.
    let broken = if ends_a_line(path) { "" } else { "\n" };
    file.write_all(format!("{broken}{line}\n").as_bytes())
}

/// Whether a file is empty or its last line has an end; also where that cannot be read.
fn ends_a_line(path: &Path) -> bool {
    let mut last = [b'\n'];
    let read = open(path).and_then(|mut file| {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)
    });
    read.is_err() || last == [b'\n']
}

fn regular(found: &Metadata) -> io::Result<()> {
    match found.is_file() {
        true => Ok(()),
        false => Err(ErrorKind::InvalidInput.into()),
    }
}

/// To open a file without waiting for anybody; one that is made is its owner's alone.
#[cfg(unix)]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    with_flags(&mut options, rustix::fs::OFlags::empty());
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// There the folder's own permissions hold, and nothing is waited for.
#[cfg(not(unix))]
fn options() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(unix)]
fn with_flags(options: &mut OpenOptions, more: rustix::fs::OFlags) {
    let flags = (rustix::fs::OFlags::NONBLOCK | more).bits();
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.cast_signed());
}

/// Whether SQLite or this program gives that name to a file beside another, and may write over it or take it away. Told
/// by its end alone, whatever path leads there; letters, spaces and dots as the least particular system takes them.
pub(crate) fn is_own_name(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    // There what follows a colon names a part of the file.
    let end = name.find(':').filter(|_| cfg!(windows));
    let name = name[..end.unwrap_or(name.len())].trim_end_matches([' ', '.']);
    let ends = DATABASE_FILES.into_iter().chain([".part", ".access.log"]);
    let is_copy_aside = |name: &str| {
        let label = name.rsplit('.').next().unwrap_or_default();
        let without_number = |label| str::trim_end_matches(label, |c: char| c.is_ascii_digit());
        let label = without_number(without_number(label).trim_end_matches('-'));
        matches!(label, "v" | "old" | "before-restore" | "before-repair")
    };
    ends.into_iter().any(|end| name.ends_with(end))
        || name.strip_suffix(".bak").is_some_and(is_copy_aside)
}

/// A file under way, for the owner alone; gone when this is dropped.
pub(crate) struct PartFile(pub(crate) PathBuf);

impl PartFile {
    /// Makes an empty one under the first name in the row that is free. `AlreadyExists` when none is.
    pub(crate) fn first_free(names: impl Iterator<Item = PathBuf>) -> io::Result<Self> {
        // What SQLite finds beside a file it takes for a part of it.
        let is_whole = |name: &PathBuf| {
            let mut beside = DATABASE_FILES.iter().map(|end| with_added(name, end));
            !beside.any(|path| path.symlink_metadata().is_ok())
        };
        first_free(names.filter(is_whole), |name| make(name).map(drop)).map(Self)
    }

    /// Lets it be; says where it lies.
    pub(crate) fn keep(mut self) -> PathBuf {
        std::mem::take(&mut self.0)
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        // What is not whole is of no use; when the system refuses, nothing can be done here.
        let _ = fs::remove_file(&self.0);
    }
}

/// Makes something under the first of these names that is free. `AlreadyExists` when none is.
pub(crate) fn first_free(
    mut names: impl Iterator<Item = PathBuf>,
    make: impl Fn(&Path) -> io::Result<()>,
) -> io::Result<PathBuf> {
    let made = names.find_map(|name| match make(&name) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => None,
        made => Some(made.map(|()| name)),
    });
    made.unwrap_or_else(|| Err(ErrorKind::AlreadyExists.into()))
}

/// Names in a row, by their number from 1. When more than so many are taken something else is wrong.
pub(crate) fn numbered(name: impl Fn(u32) -> PathBuf) -> impl Iterator<Item = PathBuf> {
    (1..=1000).map(name)
}

/// A whole file under a name beside its own, down on the disk. It gets its own with [`Self::keep`]; dropped before that,
/// it is gone.
pub(crate) struct NewFile {
    path: PathBuf,
    part: PartFile,
}

impl NewFile {
    /// Writes it. `AlreadyExists` when something lies there or beside it, which is left alone; nothing is left then.
    pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let part = with_added(path, ".part");
        let mut file = make(&part)?;
        let part = PartFile(part);
        file.write_all(bytes).and_then(|()| file.sync_all())?;
        let path = path.to_path_buf();
        Ok(Self { path, part })
    }

    /// Where it lies until it gets its name.
    pub(crate) fn part(&self) -> &Path {
        &self.part.0
    }

    /// Gives it its name, never over another file. It is not taken away again, whatever comes of that. An error
    /// when it still lies beside its name, or the disk has not confirmed that it does not.
    pub(crate) fn keep(self) -> io::Result<()> {
        let (part, path) = (self.part.keep(), self.path);
        // A second name, unlike a new one, is never given over somebody else's file; but not every disk has them.
        match fs::hard_link(&part, &path) {
            // As ordinary as the next: an error although it happened. Windows does not tell whether they are the same.
            linked if cfg!(windows) && linked.is_ok() || same_file(&part, &path) => {
                drop(fs::remove_file(&part));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            _ => replace(&part, &path)?,
        }
        sync_folder_of(&path)
    }
}

/// Writes a whole file of the owner's alone in the place of the one that lies there, or leaves that one.
pub(crate) fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = PartFile::first_free(numbered(|n| with_added(path, &format!("-{n}.part"))))?;
    let mut file = OpenOptions::new().write(true).open(&part.0)?;
    file.write_all(bytes).and_then(|()| file.sync_all())?;
    replace(&part.0, path)?;
    part.keep();
    sync_folder_of(path)
}

/// Puts a file in the place of another. Network drives report errors of what has happened: what is there decides;
/// `StaleNetworkFileHandle` when nobody can say.
pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let Err(error) = fs::rename(from, to) else {
        return Ok(());
    };
    match fs::symlink_metadata(from) {
        Ok(_) => Err(error),
        Err(gone) if gone.kind() == ErrorKind::NotFound && fs::symlink_metadata(to).is_ok() => {
            Ok(())
        }
        Err(_) => Err(io::Error::new(ErrorKind::StaleNetworkFileHandle, error)),
    }
}

/// The folder a file lies in, or would; of a link the one it leads to.
fn folder_of(file: &Path) -> PathBuf {
    let whole = fs::canonicalize(file);
    folder_named_by(whole.as_deref().unwrap_or(file)).to_path_buf()
}

pub(crate) fn folder_named_by(file: &Path) -> &Path {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Makes the folder a file is to lie in, unless it is there, and those above it; for the owner alone.
pub(crate) fn make_folder_of(file: &Path) -> io::Result<()> {
    let folder = folder_named_by(file);
    if folder.is_dir() {
        return Ok(());
    }
    for_the_owner_alone(DirBuilder::new().recursive(true)).create(folder)
}

/// Makes a folder for the owner alone. `AlreadyExists` when there is something of that name: it may be somebody else's.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    for_the_owner_alone(&mut DirBuilder::new()).create(folder)
}

fn for_the_owner_alone(builder: &mut DirBuilder) -> &mut DirBuilder {
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
    builder
}

/// Makes an empty file for the owner alone. `AlreadyExists` when there is one; it is left alone.
fn make(path: &Path) -> io::Result<File> {
    options().write(true).create_new(true).open(path)
}

/// Makes an empty file for the owner alone where nothing lies.
pub(crate) fn make_empty_unless_there(path: &Path) -> io::Result<()> {
    match make(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// The same path with something added to the file's name.
pub(crate) fn with_added(path: &Path, added: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(added);
    path.with_file_name(name)
}

pub(crate) fn sync(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Sees to it that a folder's list of files is on the disk, where the system lets us.
pub(crate) fn sync_folder_of(file: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder_of(file))?.sync_all()?;
    }
    Ok(())
}

pub(crate) fn copy_into(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = OpenOptions::new().write(true).truncate(true).open(to)?;
    io::copy(&mut open(from)?, &mut target)?;
    Ok(())
}

/// Copies a file into a new one for the owner alone.
pub(crate) fn copy_into_new(from: &Path, to: &Path) -> io::Result<()> {
    make(to)?;
    copy_into(from, to)
}

/// What tells one file from another, whatever it is called: its device and its number there.
pub(crate) type FileIdentity = (u64, u64);

/// Of what a path leads to; `None` where nothing is, or the system does not tell.
pub(crate) fn identity_of(path: &Path) -> Option<FileIdentity> {
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
    let identity = identity_of(&one);
    one == other || (identity.is_some() && identity == identity_of(&other))
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
        make(&file).unwrap();
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
        let first_free = || PartFile::first_free(names()).map(PartFile::keep);
        assert_eq!(first_free().unwrap(), home.path().join("x-2"));
        assert_eq!(first_free().unwrap(), home.path().join("x-3"));
        assert!(first_free().is_err());
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
