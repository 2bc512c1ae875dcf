//! Files: what is replaced, named or left behind.

use std::fs;
use std::time::Duration;

use crate::harness::Env;

const OPEN: &str = "ny --rutin nacka --ref A --datum inskrivning=2026-12-02";

/// A home with a case in `x.db`, which is named.
fn home() -> Env {
    let env = Env::new().with("SISAM_DB", "x.db");
    env.line(OPEN).success();
    env
}

/// Names that the program or SQLite gives to what lies beside a case file, whatever path leads there.
const OWN: [&str; 15] = [
    "x.db-journal",
    "x.db-wal",
    "x.db-shm",
    "x.db.part",
    "x.db.access.log",
    "x.db.convert-1.part",
    "x.db.restore-2.part",
    "x.db.before-restore.bak",
    "x.db.before-repair-2.bak",
    "x.db.v1.bak",
    "x.db.old-3.bak",
    "./x.db-journal",
    "mapp/../x.db.part",
    "X.DB-JOURNAL",
    "annan.db-journal",
];

#[cfg(unix)]
#[test]
fn no_file_is_written_under_a_name_that_the_program_or_the_database_owns() {
    let env = home();
    fs::create_dir(env.path("mapp")).unwrap();
    // Beside the home, so that looking through it comes to an end.
    let outside = tempfile::tempdir().unwrap();
    let link = outside.path().join("länk");
    std::os::unix::fs::symlink(env.path(""), &link).unwrap();
    let through_link = link.join("x.db-wal");
    let own = OWN.into_iter().chain(through_link.to_str());
    env.line("backup k.db").success();
    for name in own {
        let before = env.files();
        for line in ["export A --out", "backup", "restore k.db --db"] {
            let told = env.line(&format!("{line} {name}")).fails(1).err;
            assert!(told.contains("får inte heta"), "{line} {name}: {told}");
            assert!(env.files() == before, "{line} {name}");
        }
        let line = format!("{OPEN} --ref B --db {name}");
        env.line(&line.replace("--ref A ", "")).fails(1);
        assert!(env.files() == before, "{name}");
    }
    for name in [
        "x.db.json",
        "x.db.nyckel",
        "party",
        "wal",
        "x.part.db",
        "bak",
    ] {
        env.line(&format!("export A --out {name}")).success();
    }
    env.line("backup x.db.2026-11-21.bak").success();
}

#[test]
fn a_file_that_lies_where_a_copy_is_to_be_written_first_is_left_alone() {
    let env = home();
    for (name, line) in [("k.db", "backup k.db"), ("e.json", "export A --out e.json")] {
        let part = env.write(&format!("{name}.part"), "kvar");
        env.line(line).fails(1);
        assert_eq!(fs::read_to_string(part).unwrap(), "kvar");
        assert!(!env.path(name).exists(), "{line}");
    }
}

/// Commands of every kind.
const ALL_KINDS: [&str; 12] = [
    "",
    "lista",
    "lista --format json",
    "nästa",
    "rapport --försenade --check",
    "rapport --saknas --format json",
    "visa A",
    "logg A",
    "kontrollera",
    "kontrollera --format json",
    "gallra",
    "backup k.db",
];
const WRITING: [&str; 4] = [
    OPEN,
    "anteckna A x",
    "import a.json",
    "inställningar holder=skola",
];

#[test]
fn a_case_file_named_in_a_folder_that_is_not_there_is_an_error_for_every_command() {
    let env = home();
    env.line("export A --out a.json").success();
    let before = env.files();
    for place in [
        "borta/x.db",
        "/borta-enhet/x.db",
        "borta/",
        "x.db/y.db",
        "x.db/",
        "./borta/mer/x.db",
    ] {
        for line in ALL_KINDS.iter().chain(&WRITING) {
            let told = env.line(&format!("{line} --db {place}")).fails(1).err;
            assert!(
                told.starts_with("fel: ") && told.contains("tips: "),
                "{told}"
            );
            assert!(
                told.contains("går inte att använda"),
                "{line} {place}: {told}"
            );
        }
        assert!(env.files() == before, "{place}");
    }
    let env = env.with("SISAM_DB", "borta/x.db");
    env.line("rapport --försenade --check").fails(1);
    env.line("").fails(1);
}

#[test]
fn nothing_is_said_of_the_cases_in_a_file_that_is_named_and_not_there() {
    let env = Env::new().with("SISAM_DB", "ny.db");
    for line in ALL_KINDS {
        let told = env.line(line).fails(1).err;
        assert!(told.contains("tips: "), "{line}: {told}");
    }
    insta::assert_snapshot!(env.line("rapport --försenade --check").fails(1).err, @"
    fel: Filen ny.db finns inte.
      Antingen är namnet fel, eller så har inget ärende öppnats i den än.
    tips: öppna det första ärendet i den med sisam --fil ny.db ny
    tips: ange filen med --fil FIL
    ");
    assert!(env.files().is_empty(), "and none is made");
    env.line(OPEN).success();
    env.line("rapport --försenade --check").success();
    // An empty file is there, and one that nobody named may come.
    env.write("tom.db", "");
    env.line("lista --db tom.db").success();
    env.without("SISAM_DB").line("lista").success();
}

#[test]
fn other_paths_that_are_named_and_not_there_are_errors_too() {
    let env = home();
    for line in [
        "rutin lista --rutiner borta",
        "ny --rutin nacka --rutiner borta --ref B",
        "rutin plan nacka --calendar borta.toml",
        "sätt A --calendar borta.toml",
        "backup borta/k.db",
        "restore borta.db --force",
        "import borta.json",
        "ny --from borta.csv",
        "export A --out borta/a.json",
    ] {
        let before = env.files();
        let told = env.line(line).fails(1).err;
        assert!(told.contains("finns"), "{line}: {told}");
        assert!(env.files() == before, "{line}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::path::Path;
    use std::process::Command;

    /// Nothing here may take long, however busy the machine is.
    const SOON: Duration = Duration::from_secs(60);

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    /// What ends by itself has an exit code.
    fn ends(env: &Env, line: &str) -> (i32, String) {
        let output = env.line(line).output_within(SOON);
        let told = String::from_utf8(output.stderr).unwrap();
        let code = output.status.code();
        (code.unwrap_or_else(|| panic!("{line} hangs: {told}")), told)
    }

    #[test]
    fn an_access_log_that_is_no_file_of_its_own_is_neither_waited_for_nor_written() {
        let log = "x.db.access.log";
        for kind in [
            "pipe", "link", "loose", "knot", "folder", "socket", "device", "hard", "itself",
        ] {
            let env = home();
            env.line("inställningar access_log=on").success();
            fs::remove_file(env.path(log)).unwrap();
            env.write("annat", "kvar\n");
            let at = env.path(log);
            let mut socket = None;
            match kind {
                "pipe" => pipe(&at),
                "link" => symlink("annat", &at).unwrap(),
                "loose" => symlink("ingenstans", &at).unwrap(),
                "knot" => symlink(log, &at).unwrap(),
                "folder" => fs::create_dir(&at).unwrap(),
                "socket" => socket = Some(UnixListener::bind(&at).unwrap()),
                "device" => symlink("/dev/full", &at).unwrap(),
                "hard" => fs::hard_link(env.path("annat"), &at).unwrap(),
                _ => fs::hard_link(env.path("x.db"), &at).unwrap(),
            }
            let before = fs::read(env.path("x.db")).unwrap();
            let (_, told) = ends(&env, "visa A");
            assert!(told.contains("tkomstloggen"), "{kind}: {told}");
            assert_eq!(fs::read_to_string(env.path("annat")).unwrap(), "kvar\n");
            assert!(!env.path("ingenstans").exists(), "{kind}");
            assert!(fs::read(env.path("x.db")).unwrap() == before, "{kind}");
            drop(socket);
        }
    }

    #[test]
    fn whatever_path_leads_to_a_pipe_a_device_or_a_folder_is_told_and_not_waited_for() {
        let env = home();
        pipe(&env.path("rör"));
        symlink("rör", env.path("till-rör")).unwrap();
        symlink("knut", env.path("knut")).unwrap();
        fs::create_dir(env.path("mapp")).unwrap();
        for place in ["rör", "till-rör", "knut", "mapp", "/dev/zero", "/dev/tty"] {
            for line in [
                "import",
                "ny --from",
                "restore --force",
                "sätt A --calendar",
                "rutin plan nacka --calendar",
                "rutin kontrollera",
                "rutin plan",
                "lista --db",
            ] {
                let (code, told) = ends(&env, &format!("{line} {place}"));
                assert!(matches!(code, 1 | 2), "{line} {place}: {code} {told}");
                assert!(told.starts_with("fel: "), "{line} {place}: {told}");
            }
        }
    }
}
