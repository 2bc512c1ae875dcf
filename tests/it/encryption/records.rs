//! A key is never lost, a conversion is whole or not there, and what a stopped one left is told of and taken away.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::time::Duration;

use super::{FILE, SECRET, encrypted, home, log, shows};
use crate::harness::Env;

const MINUTE: Duration = Duration::from_secs(60);
/// A readable copy that a decryption which was killed has left.
const LEFT: &str = "cases.db.convert-1.part";

fn names(env: &Env) -> Vec<String> {
    let names = env.files().into_keys();
    names
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn no_key_is_put_where_the_program_or_the_database_would_take_it_away() {
    let env = home();
    let own = [
        "cases.db.part",
        "cases.db-journal",
        "cases.db-wal",
        "cases.db-shm",
        "cases.db.access.log",
        "cases.db.convert-1.part",
        "cases.db.turn.part",
        "cases.db.old.bak",
        "./cases.db.part",
        "CASES.DB.PART",
        "annan.db-journal",
        "cases.db.restore-1.part-journal",
    ];
    for name in own {
        let before = env.files();
        let told = env
            .line(&format!("kryptera --ny-nyckelfil {name}"))
            .fails(1)
            .err;
        assert!(told.contains("får inte heta"), "{name}: {told}");
        assert!(env.files() == before, "{name}");
    }
    // Nor is one taken that lies there already: it would go the same way.
    let digits = "ab".repeat(48);
    for name in ["cases.db.part", "cases.db-journal"] {
        fs::write(env.path(name), &digits).unwrap();
        fs::set_permissions(env.path(name), fs::Permissions::from_mode(0o600)).unwrap();
        env.line(&format!("kryptera --nyckelfil {name}")).fails(1);
        assert_eq!(fs::read_to_string(env.path(name)).unwrap(), digits);
        fs::remove_file(env.path(name)).unwrap();
    }
    assert!(log(&env, "").contains(SECRET));
    env.line("kryptera --ny-nyckelfil cases.db.nyckel")
        .success();
    assert!(log(&env, "--key-file cases.db.nyckel").contains(SECRET));
}

#[test]
fn a_conversion_that_reports_an_error_although_it_happened_has_happened() {
    let env = home().failing("convert-done");
    env.line("kryptera --ny-nyckelfil key").success();
    assert!(!shows(&env));
    let env = env.with("SISAM_KEY_FILE", "key");
    assert!(log(&env, "").contains(SECRET));
    env.line("kryptera --ny-nyckelfil second").success();
    let env = env.with("SISAM_KEY_FILE", "second");
    env.line("dekryptera --ja --behåll-kopia").success();
    assert!(log(&env, "").contains(SECRET));
    assert_eq!(names(&env), [FILE, "cases.db.old.bak", "key", "second"]);
}

#[test]
fn a_conversion_that_did_not_happen_leaves_the_file_as_it_was_and_every_key() {
    let env = home().failing("convert-not");
    let before = fs::read(env.path(FILE)).unwrap();
    let told = env.line("kryptera --ny-nyckelfil key").fails(1).err;
    assert!(told.contains("Nyckeln ligger kvar i key"), "{told}");
    assert!(fs::read(env.path(FILE)).unwrap() == before);
    assert_eq!(names(&env), [FILE, "key"]);
    // The key that stays can be taken.
    let env = env.healed().with("SISAM_KEY_FILE", "key");
    env.line("kryptera").success();
    assert!(!shows(&env));
    let env = env.failing("convert-not");
    env.line("dekryptera --ja").fails(1);
    env.line("kryptera --ny-nyckelfil second").fails(1);
    assert!(log(&env, "").contains(SECRET));
    assert_eq!(names(&env), [FILE, "key", "second"]);
    assert!(!shows(&env));
}

#[test]
fn what_a_killed_decryption_leaves_is_told_by_who_reads_and_taken_away_by_who_writes() {
    let env = encrypted()
        .with("SISAM_KEY_FILE", "key")
        .failing("convert-dies");
    env.line("dekryptera --ja").ends(9);
    let env = env.healed();
    assert!(
        env.path(LEFT).exists() && shows(&env),
        "else this test sees nothing"
    );
    for line in ["lista", "visa A", "logg A --format json", "kontrollera"] {
        let told = env.line(line).success().err;
        assert!(
            told.contains(LEFT) && told.contains("utan nyckel"),
            "{line}: {told}"
        );
    }
    let told = env.line("anteckna A mer").success().err;
    assert!(!told.contains(LEFT), "{told}");
    assert_eq!(names(&env), [FILE, "key"]);
    // Half of one is taken away too, and the next conversion is not in its way.
    let env = env.failing("convert-dies");
    env.line("dekryptera --ja").ends(9);
    let env = env.healed();
    let whole = fs::read(env.path(LEFT)).unwrap();
    fs::write(env.path(LEFT), &whole[..whole.len() / 2]).unwrap();
    env.line("dekryptera --ja").success();
    assert_eq!(names(&env), [FILE, "key"]);
    env.line("kontrollera").success();
}

#[test]
fn what_holds_more_than_the_case_file_is_never_taken_away() {
    let env = encrypted().with("SISAM_KEY_FILE", "key");
    let other = home();
    fs::copy(env.path(FILE), env.path("copy.db")).unwrap();
    // Another case, another note, a file made anew in the place of one that was lost.
    other.line("anteckna A mer").success();
    for anew in [false, true] {
        fs::copy(other.path(FILE), env.path(LEFT)).unwrap();
        if anew {
            fs::remove_file(env.path(FILE)).unwrap();
            env.line("ny --rutin nacka --ref B --datum inskrivning=2026-12-02")
                .success();
        }
        let case = if anew { "B" } else { "A" };
        let told = env.line(&format!("anteckna {case} x")).success().err;
        assert!(told.contains(LEFT), "{told}");
        assert!(fs::read(env.path(LEFT)).unwrap() == fs::read(other.path(FILE)).unwrap());
        env.line("kryptera --ny-nyckelfil andra")
            .ends(i32::from(anew));
        assert!(env.path(LEFT).exists());
        if !anew {
            fs::copy(env.path("andra"), env.path("key")).unwrap();
        }
    }
    // A key that somebody has put there is no copy of anything.
    fs::copy(env.path("key"), env.path("cases.db.part")).unwrap();
    env.line("anteckna B y").success();
    assert!(env.path("cases.db.part").exists());
}

#[test]
fn a_key_file_that_is_not_there_or_no_file_is_told_and_never_waited_for() {
    for env in [home(), encrypted()] {
        let made = Command::new("mkfifo")
            .arg(env.path("rör"))
            .status()
            .unwrap();
        assert!(made.success());
        symlink("rör", env.path("till-rör")).unwrap();
        symlink("knut", env.path("knut")).unwrap();
        fs::create_dir(env.path("mapp")).unwrap();
        for name in [
            "rör",
            "till-rör",
            "knut",
            "mapp",
            "/dev/zero",
            "/dev/null",
            "borta",
        ] {
            for line in ["lista", "anteckna A x", "kryptera"] {
                let run = env.line(&format!("{line} --nyckelfil {name}"));
                let output = run.output_within(MINUTE);
                let told = String::from_utf8(output.stderr).unwrap();
                assert_eq!(output.status.code(), Some(1), "{line} {name}: {told}");
                assert!(told.contains("Nyckelfilen"), "{line} {name}: {told}");
            }
        }
    }
}
