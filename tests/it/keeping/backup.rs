//! `backup`: whole, checked, the owner's alone, and never over anything.

use std::process::{Child, Command, Stdio};

use insta::assert_snapshot;

use super::{home, line, names, refused, rows, said, tamper};
use crate::harness::{Env, program};

#[test]
fn no_personnummer_gets_into_the_files_own_log() {
    let env = home();
    said(&env, "backup k.db");
    for text in [
        "backup a.db --as 121212-1212",
        "restore k.db --force --as 121212-1212",
        "backup 121212-1212.db",
        "restore 121212-1212.db --force",
    ] {
        let err = refused(&env, text);
        assert!(err.contains("personnummer"), "{text}: {err}");
        assert!(!err.contains("1212-1212"), "{text}: {err}");
    }
}

#[test]
fn a_backup_holds_every_case_and_event_and_the_log_knows_of_it() {
    let env = home();
    assert_snapshot!(said(&env, "säkerhetskopiera k.db"), @"
    Säkerhetskopian k.db är skriven och kontrollerad: 3 ärenden, 10 händelser. Den
    är lika känslig som ärendefilen.
    Tillbaka från den: sisam återställ k.db
    ");
    for query in [
        "SELECT * FROM cases ORDER BY id",
        "SELECT * FROM event ORDER BY case_id, seq",
        "SELECT * FROM text ORDER BY case_id, seq, part",
        "SELECT * FROM step_row ORDER BY case_id, ordinal",
        "SELECT * FROM routine_text",
        "SELECT * FROM settings",
        "SELECT name, sql FROM sqlite_schema ORDER BY name",
    ] {
        let (file, copy) = (env.path("s.db"), env.path("k.db"));
        assert_eq!(rows(&file, query), rows(&copy, query), "{query}");
    }
    said(&env, "doctor --db k.db");
    let logged = rows(
        &env.path("s.db"),
        "SELECT who, kind, detail FROM file_log WHERE kind <> 'recorded-under-given-day'",
    );
    assert_eq!(logged.len(), 1);
    let whole_path = env.path("k.db");
    let whole_path = whole_path.to_str().unwrap();
    for part in ["test", "backup", "cases", whole_path] {
        assert!(logged[0].contains(part), "{logged:?}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(env.path("k.db")).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }
}

#[test]
fn a_folder_gets_the_first_free_name_of_the_day() {
    let env = home();
    std::fs::create_dir(env.path("k")).unwrap();
    let first = said(&env, "backup k --format json");
    assert!(first.contains("k/sisam-2026-11-21.db"), "{first}");
    said(&env, "backup k");
    said(&env, "backup k");
    assert_eq!(
        names(&env.path("k")),
        [
            "sisam-2026-11-21-2.db",
            "sisam-2026-11-21-3.db",
            "sisam-2026-11-21.db"
        ]
    );
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let env = home();
    env.write("k.db", "kvar");
    assert_snapshot!(refused(&env, "backup k.db"), @"
    fel: k.db finns redan. En säkerhetskopia skrivs aldrig över något. Inget är ändrat.
    tips: ange bara mappen, så får kopian ett ledigt namn med dagens datum: sisam säkerhetskopiera .
    ");
    assert_snapshot!(refused(&env, "backup s.db"), @"
    fel: s.db är ärendefilen själv. Inget är ändrat.
    tips: ange bara mappen, så får kopian ett ledigt namn med dagens datum: sisam säkerhetskopiera .
    ");
    assert_snapshot!(refused(&env, "backup saknas/k.db"), @"
    fel: Mappen saknas finns inte. Inget är ändrat.
    tips: ange en mapp som finns: sisam säkerhetskopiera MAPP
    ");
}

#[cfg(unix)]
#[test]
fn the_case_file_itself_is_known_by_any_path() {
    let env = home();
    std::os::unix::fs::symlink(env.path("s.db"), env.path("länk.db")).unwrap();
    std::fs::hard_link(env.path("s.db"), env.path("namn.db")).unwrap();
    std::os::unix::fs::symlink(env.path("."), env.path("mapp")).unwrap();
    std::os::unix::fs::symlink(env.path("finns-inte.db"), env.path("tom.db")).unwrap();
    for path in ["./s.db", "länk.db", "namn.db", "mapp/s.db"] {
        let told = line(&env, &format!("backup {path}")).fails(1).err;
        assert!(told.contains("är ärendefilen själv"), "{told}");
        let told = line(&env, &format!("restore {path} --force --yes"))
            .fails(1)
            .err;
        assert!(told.contains("är ärendefilen själv"), "{told}");
    }
    let told = line(&env, "backup tom.db").fails(1).err;
    assert!(told.contains("finns redan"), "{told}");
    said(&env, "doctor");
}

#[test]
fn where_no_case_has_been_opened_there_is_nothing_to_copy() {
    let env = Env::new();
    assert_snapshot!(refused(&env, "backup k.db"), @"
    fel: Det finns inget att kopiera: inget ärende har öppnats än.
    tips: öppna det första ärendet med sisam ny
    ");
}

#[test]
fn a_faulty_file_gives_no_backup_and_nothing_is_left_behind() {
    let env = home();
    tamper(
        &env.path("s.db"),
        "UPDATE event SET who = 'annan' WHERE seq = 2",
    );
    assert_snapshot!(refused(&env, "backup k.db"), @"
    fel: Kopian blev inte godkänd när den kontrollerades, så den är borttagen. Felen finns i ärendefilen:
      Ärende 2026-001: händelse 2 stämmer inte med det som registrerades. Det som står före den stämmer.
      Ärende 2026-002: händelse 2 stämmer inte med det som registrerades. Det som står före den stämmer.
      Ärende 2026-003: händelse 2 stämmer inte med det som registrerades. Det som står före den stämmer.
    tips: se vad som kan göras: sisam kontrollera
    ");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_gives_no_backup() {
    use std::os::unix::fs::PermissionsExt;
    let env = home();
    let folder = env.path("k");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o555)).unwrap();
    if std::fs::write(folder.join("prov"), "").is_ok() {
        return; // The system's own administrator may write everywhere.
    }
    let told = refused(&env, "backup k");
    assert!(told.contains("fel: k får inte öppnas"), "{told}");
}

#[test]
fn backups_are_whole_while_others_write() {
    let env = home();
    let mut writers: Vec<Child> = Vec::new();
    for round in 0..6 {
        for case in 1..=2 {
            let mut writer = Command::new(program());
            env.prepare(&mut writer);
            let text = format!("omgång {round}");
            writer.args(["note", &format!("2026-00{case}"), &text]);
            writer.stdout(Stdio::null()).stderr(Stdio::null());
            writers.push(writer.spawn().unwrap());
        }
        said(&env, &format!("backup k{round}.db"));
    }
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    for round in 0..6 {
        said(&env, &format!("doctor --db k{round}.db"));
    }
    let notes = rows(
        &env.path("s.db"),
        "SELECT 1 FROM event WHERE kind = 'noted'",
    );
    assert_eq!(notes.len(), 13);
}
