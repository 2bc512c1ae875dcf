//! Backups of an encrypted file, and copies that take its place.

use std::fs;

use super::{FILE, SECRET, encrypted, home, log, shows};
use crate::harness::Env;

#[test]
fn a_backup_is_encrypted_with_the_same_key_and_can_be_restored() {
    let env = encrypted().with("SISAM_KEY_FILE", "key");
    let before = log(&env, "");
    env.line("backup copy.db").success();
    assert!(!shows(&env));
    assert_eq!(log(&env, "--db copy.db"), before);

    env.line("klar A 1").success();
    env.line("restore copy.db --force").success();
    assert_eq!(log(&env, ""), before);
    env.line("doctor").success();
    env.line("doctor --db cases.db.before-restore.bak")
        .success();
    for place in ["gone", "empty"] {
        fs::remove_file(env.path(FILE)).unwrap();
        if place == "empty" {
            env.write(FILE, "");
        }
        env.line("restore copy.db").success();
        assert_eq!(log(&env, ""), before, "{place}");
        env.line("klar A 1").success();
    }
    assert!(!shows(&env), "nor any copy");
    assert_eq!(env.files().len(), 4, "file, copy, copy aside and key");
    let env = env.without("SISAM_KEY_FILE");
    env.line("lista").fails(1);
    env.line("lista --db copy.db").fails(1);
}

#[test]
fn a_damaged_file_is_found_by_doctor_and_replaced_by_its_backup() {
    let env = encrypted().with("SISAM_KEY_FILE", "key");
    env.line("backup copy.db").success();
    let before = log(&env, "");
    for at in [2000, 4096 * 5 + 7] {
        let mut bytes = fs::read(env.path(FILE)).unwrap();
        bytes[at] ^= 1;
        fs::write(env.path(FILE), bytes).unwrap();
        env.line("doctor").ends(1);
        env.line("backup other.db").fails(1);
        assert!(!env.path("other.db").exists());
        env.line("restore copy.db --force").success();
        assert_eq!(log(&env, ""), before);
        env.line("doctor").success();
    }
    assert!(!shows(&env));
}

#[test]
fn what_is_encrypted_and_what_is_not_never_take_each_others_place() {
    let env = home();
    fs::copy(env.path(FILE), env.path("plain.db")).unwrap();
    env.line("kryptera --ny-nyckelfil key").success();
    let env = env.with("SISAM_KEY_FILE", "key");
    env.line("backup copy.db").success();
    let before = env.files();
    env.line("restore plain.db --force").fails(1);
    env.line("restore copy.db --force --db plain.db").fails(1);
    assert_eq!(env.files(), before);

    // Nor when the file is damaged.
    for at in [2000, 4096 * 5 + 7] {
        fs::copy(env.path("copy.db"), env.path(FILE)).unwrap();
        let mut bytes = fs::read(env.path(FILE)).unwrap();
        bytes[at] ^= 1;
        fs::write(env.path(FILE), bytes).unwrap();
        let before = env.files();
        env.line("restore plain.db --force").fails(1);
        assert_eq!(env.files(), before);
    }
}

#[test]
fn a_copy_with_another_key_changes_nothing() {
    let (env, other) = (encrypted(), encrypted());
    fs::copy(other.path(FILE), env.path("copy.db")).unwrap();
    fs::copy(other.path("key"), env.path("other")).unwrap();
    let before = env.files();
    for key in ["key", "other"] {
        env.line(&format!("restore copy.db --force --key-file {key}"))
            .fails(1);
        assert_eq!(env.files(), before);
    }
}

#[test]
fn what_was_purged_from_an_encrypted_file_is_gone_and_it_stays_sound() {
    let env = encrypted().with("SISAM_KEY_FILE", "key").on_the_real_day();
    let day = Env::days_from_now(60);
    let open = format!("ny --rutin nacka --ref B --datum inskrivning={day}");
    env.line(&format!("{open} --roll socialsekreterare={SECRET}"))
        .success();
    env.line("purge B --mistake --reason fel --yes").success();
    assert!(!env.line("lista").success().out.contains(SECRET));
    env.line("visa B").fails(1);
    env.line("visa A").success();
    env.line("doctor").success();
    assert!(!shows(&env));
}
