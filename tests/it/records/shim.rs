//! A disk that reports errors: of what has happened, and of what has not.

use std::process::Command;
use std::sync::OnceLock;

use crate::harness::Env;

/// Stands between the program and the system. `SISAM_FAULT` says what goes wrong.
const SOURCE: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int fault(const char *name) {
    const char *set = getenv("SISAM_FAULT");
    return set && strcmp(set, name) == 0;
}
static int fails(void) { errno = EIO; return -1; }
static int unlinked = 0;

#include <stdio.h>
#include <unistd.h>
#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

int rename(const char *from, const char *to) {
    REAL(rename);
    int converts = strstr(from, ".convert-") != 0;
    if (converts && fault("convert-dies")) _exit(9);
    if (fault("names-not") || (converts && fault("convert-not"))) return fails();
    int done = real(from, to);
    return fault("names-done") || (converts && fault("convert-done")) ? fails() : done;
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    REAL(linkat);
    if (fault("names-not")) return fails();
    int done = real(a, from, b, to, flags);
    return fault("names-done") ? fails() : done;
}
int unlink(const char *path) {
    REAL(unlink);
    int is_journal = strstr(path, "/x.db-journal") != 0;
    if (is_journal && fault("journal-stays")) return fails();
    if (is_journal) unlinked = 1;
    return real(path);
}
static int sync_fails(int fd) {
    struct stat found;
    if (fstat(fd, &found) != 0) return 0;
    if (!S_ISDIR(found.st_mode)) return fault("file-sync");
    if (fault("folder-sync")) return 1;
    if (fault("last-folder-sync-once") && unlinked) { unlinked = 0; return 1; }
    return 0;
}
int fsync(int fd) {
    REAL(fsync);
    return sync_fails(fd) ? fails() : real(fd);
}
int fdatasync(int fd) {
    REAL(fdatasync);
    return sync_fails(fd) ? fails() : real(fd);
}
"#;

impl Env {
    /// The same with a disk that fails so; built with the compiler that SQLite is built with.
    pub(crate) fn failing(self, fault: &str) -> Self {
        static BUILT: OnceLock<tempfile::TempDir> = OnceLock::new();
        let folder = BUILT.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("shim.c"), SOURCE).unwrap();
            let mut compiler = Command::new("cc");
            compiler.current_dir(folder.path());
            compiler.args(["-shared", "-fPIC", "-o", "shim.so", "shim.c", "-ldl"]);
            assert!(compiler.status().unwrap().success());
            folder
        });
        let library = folder.path().join("shim.so");
        self.with("LD_PRELOAD", library.to_str().unwrap())
            .with("SISAM_FAULT", fault)
    }

    /// The same with a disk that works.
    pub(crate) fn healed(self) -> Self {
        self.without("LD_PRELOAD").without("SISAM_FAULT")
    }
}
