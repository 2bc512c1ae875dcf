//! The key ring, where there is none and where it does not answer.

use std::os::unix::net::UnixListener;

use super::{encrypted, home};

#[test]
fn where_there_is_no_key_ring_that_is_said_and_nothing_changed() {
    let env = home().with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    let before = env.files();
    let told = env.line("kryptera --nyckelring").fails(1).err;
    assert!(
        told.contains("nyckelringen") && told.contains("--ny-nyckelfil"),
        "{told}"
    );
    assert_eq!(env.files(), before);
}

#[test]
fn a_key_ring_that_never_answers_is_not_waited_for_for_ever() {
    let env = encrypted();
    // Takes calls and never answers.
    let _silent = UnixListener::bind(env.path("bus")).unwrap();
    let bus = format!("unix:path={}", env.path("bus").display());
    let env = env.with("DBUS_SESSION_BUS_ADDRESS", &bus);
    let told = env.line("lista").fails(1).err;
    assert!(told.contains("svarar inte"), "{told}");
    env.line("lista --key-file key").success();
}
