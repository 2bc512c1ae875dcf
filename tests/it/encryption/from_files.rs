//! Keys in files, and what is said when they are not right.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::{FILE, SECRET, encrypted, home, log, shows};

#[test]
fn a_file_is_encrypted_read_with_its_key_and_decrypted_again() {
    let env = home();
    let before = log(&env, "");
    assert!(before.contains(SECRET) && shows(&env));

    let told = env.line("kryptera --ny-nyckelfil key").success();
    assert_snapshot!(told.out, @"$HOME/cases.db är krypterad.");
    assert_snapshot!(told.err, @"
    Nyckeln ligger i key. Förvara en kopia på ett annat säkert ställe: utan den går
    filen aldrig att läsa igen. Ange den med --nyckelfil eller SISAM_KEY_FILE.
    ");
    assert!(!shows(&env));
    assert_eq!(env.files().len(), 2, "file and key");
    assert_eq!(log(&env, "--key-file key"), before);
    env.line("klar A 1 --nyckelfil key").success();
    assert!(!shows(&env));

    let env = env.with("SISAM_KEY_FILE", "key");
    let told = env.line("dekryptera").fails(1);
    assert_snapshot!(told.err, @"
    fel: Utan kryptering kan alla läsa filen som kommer åt den. Inget är ändrat.
    tips: är det meningen: sisam dekryptera --ja
    ");
    let told = env.line("dekryptera --ja").success();
    assert_snapshot!(told.out, @"$HOME/cases.db är inte längre krypterad.");
    assert!(shows(&env));
    let env = env.without("SISAM_KEY_FILE");
    assert!(log(&env, "").starts_with(before.trim_end().trim_end_matches(']').trim_end()));
    let told = env.line("dekryptera --ja").fails(1);
    assert_snapshot!(told.err, @"fel: $HOME/cases.db är inte krypterad.");
}

#[test]
fn a_reading_command_changes_no_byte_of_an_encrypted_file() {
    let env = encrypted().with("SISAM_KEY_FILE", "key");
    let before = env.files();
    for line in [
        "lista",
        "visa A",
        "logg A",
        "nästa",
        "rapport",
        "varför A 1",
    ] {
        env.line(line).success();
    }
    assert_eq!(env.files(), before);
}

#[test]
fn a_key_that_is_missing_open_to_others_or_no_key_is_told_apart() {
    let env = encrypted();
    let env = env.with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    assert_snapshot!(env.line("lista").fails(1).err, @"
    fel: $HOME/cases.db är krypterad, och nyckeln saknas.
      Nyckelringen går inte att använda: Platform failure: zbus error: Failed to connect to address `unix:path=/nowhere`: No such file or directory (os error 2)
    tips: ange nyckeln med --nyckelfil FIL eller SISAM_KEY_FILE, lägg den i nyckelringen, eller kör kommandot i en terminal och skriv lösenfrasen
    ");
    assert_snapshot!(env.line("lista --key-file none").fails(1).err, @"
    fel: Nyckelfilen none finns inte.
    tips: ange nyckeln med --nyckelfil FIL eller SISAM_KEY_FILE, lägg den i nyckelringen, eller kör kommandot i en terminal och skriv lösenfrasen
    ");
    env.write("text", "hej");
    fs::set_permissions(env.path("text"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_snapshot!(env.line("lista --key-file text").fails(1).err, @"
    fel: I text finns ingen nyckel.
    tips: ange nyckeln med --nyckelfil FIL eller SISAM_KEY_FILE, lägg den i nyckelringen, eller kör kommandot i en terminal och skriv lösenfrasen
    ");
    for mode in [0o640, 0o604, 0o620] {
        fs::set_permissions(env.path("key"), fs::Permissions::from_mode(mode)).unwrap();
        let told = env.line("lista --key-file key").fails(1).err;
        assert!(told.contains("chmod 600 key"), "{told}");
    }
    fs::set_permissions(env.path("key"), fs::Permissions::from_mode(0o600)).unwrap();
    env.line("lista --key-file key").success();
}

#[test]
fn another_files_key_is_told_from_a_damaged_file() {
    let (env, other) = (encrypted(), encrypted());
    fs::copy(other.path("key"), env.path("other")).unwrap();
    assert_snapshot!(env.line("lista --key-file other").fails(1).err, @"
    fel: Nyckeln passar inte till $HOME/cases.db.
      Ingen del av filen går att läsa med den. Det är en annan fils nyckel, eller så är filens början skadad. Filen är orörd.
    tips: ange rätt nyckel eller lösenfras; är du säker på att den är rätt, ta fram en säkerhetskopia: sisam --fil KOPIA lista
    ");
    let mut bytes = fs::read(env.path(FILE)).unwrap();
    bytes[2000] ^= 1;
    fs::write(env.path(FILE), bytes).unwrap();
    let told = env.line("lista --key-file key").fails(1).err;
    assert!(told.contains("är skadad"), "{told}");
    let told = env.line("lista --key-file other").fails(1).err;
    assert!(told.contains("passar inte"), "{told}");
}

#[test]
fn nothing_a_command_says_or_stores_holds_the_key() {
    let env = home();
    let told = env.line("kryptera --ny-nyckelfil key").success();
    let key = fs::read_to_string(env.path("key")).unwrap();
    let key = key.trim();
    assert_eq!(key.len(), 96);
    assert_eq!(
        fs::metadata(env.path("key")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let mut all = vec![told.out, told.err];
    for line in ["logg A", "lista", "kryptera --ny-nyckelfil key"] {
        let told = env.line(&format!("{line} --key-file key --format json"));
        let told = if line.starts_with("kry") {
            told.fails(1)
        } else {
            told.success()
        };
        all.extend([told.out, told.err]);
    }
    for text in all {
        assert!(!text.contains(&key[..16]), "{text}");
    }
    // Given where no key is asked for, it is not repeated either.
    let told = env.line(&format!("kryptera --passphrase={key}")).fails(2);
    assert!(!told.err.contains(&key[..16]), "{}", told.err);
}

#[test]
fn what_cannot_be_encrypted_is_left_alone_and_no_key_is_left() {
    let env = home();
    let before = env.files();
    for line in [
        "kryptera",
        "kryptera --lösenfras",
        "kryptera --ny-nyckelfil none/key",
    ] {
        let told = env.line(line).fails(1).err;
        assert!(
            told.contains("tips: ") && told.contains("--ny-nyckelfil"),
            "{told}"
        );
        assert_eq!(env.files(), before);
    }
    env.write("key", "kept");
    let told = env.line("kryptera --ny-nyckelfil key").fails(1).err;
    assert!(told.contains("skrivs inte över"), "{told}");
    assert_eq!(fs::read_to_string(env.path("key")).unwrap(), "kept");
    let env = env.with("SISAM_DB", "nothing.db");
    env.line("kryptera --ny-nyckelfil new").fails(1);
    assert!(!env.path("new").exists() && !env.path("nothing.db").exists());

    // A case was tampered with: it is not taken along as if it were whole.
    let env = home();
    let mut bytes = fs::read(env.path(FILE)).unwrap();
    let at = bytes
        .windows(11)
        .position(|window| window == SECRET.as_bytes())
        .unwrap();
    bytes[at] ^= 1;
    fs::write(env.path(FILE), bytes).unwrap();
    let before = env.files();
    env.line("kryptera --ny-nyckelfil key").fails(1);
    assert_eq!(env.files(), before, "no key either");
}

#[test]
fn copies_that_anybody_can_read_are_named_and_one_is_kept_when_asked_for() {
    let env = home();
    fs::copy(env.path(FILE), env.path("cases.db.v0.bak")).unwrap();
    let told = env
        .line("kryptera --ny-nyckelfil key --behåll-kopia")
        .success();
    for name in ["cases.db.v0.bak", "cases.db.old.bak"] {
        assert!(told.err.contains(name), "{}", told.err);
        let line = format!("lista --db {name}");
        assert!(env.line(&line).success().out.contains('A'));
    }
}

#[test]
fn the_key_can_be_changed_and_a_new_file_made_with_one() {
    let env = encrypted();
    let before = log(&env, "--key-file key");
    env.line("kryptera --key-file key --ny-nyckelfil second")
        .success();
    env.line("lista --key-file key").fails(1);
    assert_eq!(log(&env, "--key-file second"), before);

    // A key that is there already is taken for a file that is not encrypted.
    env.line("dekryptera --ja --key-file second").success();
    env.line("kryptera --key-file key").success();
    assert_eq!(log(&env, "--key-file key"), before);
    let told = env.line("kryptera --key-file key").fails(1).err;
    assert!(told.contains("var nyckeln ska finnas"), "{told}");

    let env = env
        .with("SISAM_DB", "new.db")
        .with("SISAM_KEY_FILE", "second");
    env.line("lista").fails(1);
    env.line("ny --rutin nacka --ref B --datum inskrivning=2026-12-02")
        .success();
    env.line(&format!("anteckna B {SECRET}")).success();
    assert!(!shows(&env));
    let env = env.without("SISAM_KEY_FILE");
    env.line("lista").fails(1);
    let env = env
        .with("SISAM_DB", "newer.db")
        .with("SISAM_KEY_FILE", "missing");
    env.line("ny --rutin nacka --ref C").fails(1);
    assert!(!env.path("newer.db").exists());
}
