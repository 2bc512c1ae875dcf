//! Case files, folders and routine files that are not what they should be.

use insta::assert_snapshot;

use super::{nacka, refused, said};
use crate::harness::Env;

const OPEN: &str = "new-case --routine nacka --date inskrivning=2026-12-01";

#[test]
fn a_case_file_that_is_not_one() {
    let env = Env::new();
    env.write(
        "brev.txt",
        "Hej! Det här är ett brev och ingen ärendefil, hur långt det än är.\n",
    );
    for line in ["list", "show 2026-001", "done 2026-001 1", OPEN] {
        let err = refused(&env, &format!("{line} --db brev.txt"));
        insta::allow_duplicates! { assert_snapshot!(err, @"
        fel: brev.txt är ingen ärendefil.
          Innehållet är inte en databas som sisam kan läsa. Filen är orörd.
        tips: ange rätt fil: sisam --fil FIL lista. Är det rätt fil är den skadad: hämta tillbaka en säkerhetskopia med sisam återställ KOPIA --tvinga
        "); }
    }
}

#[test]
fn a_database_of_another_program() {
    let env = Env::new();
    let db = rusqlite::Connection::open(env.path("annan.db")).unwrap();
    db.execute_batch("CREATE TABLE x (y); INSERT INTO x VALUES (1);")
        .unwrap();
    drop(db);
    for line in ["list", OPEN] {
        let err = refused(&env, &format!("{line} --db annan.db"));
        insta::allow_duplicates! { assert_snapshot!(err, @"
        fel: annan.db hör till ett annat program.
          Det är en databas, men inte en som sisam har skapat. Filen är orörd.
        tips: ange rätt fil: sisam --fil FIL lista
        "); }
    }
}

#[test]
fn a_newer_case_file() {
    let env = Env::new();
    said(&env, &format!("{OPEN} --db arenden.db"));
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(db);
    for line in ["list", "done 2026-001 1", "report --overdue", OPEN] {
        let err = refused(&env, &format!("{line} --db arenden.db"));
        insta::allow_duplicates! { assert_snapshot!(err, @r"
        fel: arenden.db är skriven av en nyare sisam.
          Filen har version 99; den här sisam känner till version 4. Filen är orörd.
        tips: installera den nyare versionen. Vilken du har nu visar: sisam --version
        "); }
    }
}

#[test]
fn a_folder_where_a_file_should_be() {
    let env = Env::new();
    env.write("mapp/fil.txt", "");
    for line in ["list", OPEN] {
        let err = refused(&env, &format!("{line} --db mapp"));
        insta::allow_duplicates! { assert_snapshot!(err, @"
        fel: mapp går inte att använda som ärendefil.
          Mappen finns inte, eller så är det något annat än en fil.
        tips: ange en annan fil: sisam --fil FIL lista
        "); }
    }
}

#[test]
fn an_empty_file_is_an_empty_case_file() {
    let env = Env::new();
    env.write("tom.db", "");
    said(&env, "list --db tom.db");
    assert!(env.files().values().all(Vec::is_empty));
    said(&env, &format!("{OPEN} --db tom.db"));
}

#[test]
fn a_folder_of_routines_that_is_not_there() {
    let env = Env::new();
    assert_snapshot!(refused(&env, "routine list --routines finns-inte"), @"fel: Mappen finns-inte går inte att läsa: den finns inte");
    assert_snapshot!(refused(&env, &format!("{OPEN} --routines finns-inte")), @"fel: Mappen finns-inte går inte att läsa: den finns inte");
}

/// Root reads everything, so there is nothing to see then.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;

    let env = Env::new();
    env.write("stängd/egen.toml", "");
    let folder = env.path("stängd");
    let allow = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode));
    allow(0o000).unwrap();
    let is_root = std::fs::read_dir(&folder).is_ok();
    let told = super::line(&env, "routine list --routines stängd");
    if is_root {
        allow(0o700).unwrap();
        return;
    }
    let err = told.fails(1).err;
    allow(0o700).unwrap();
    assert_snapshot!(err, @"");
}

#[test]
fn a_routine_file_with_errors_spoils_its_own_id_alone() {
    let env = nacka();
    env.write(
        "rutiner/nacka.toml",
        "format = 1\nid = \"nacka\"\ntitel = \"Fel\"\n",
    );
    env.write(
        "rutiner/egen.toml",
        "format = 1\nid = \"egen\"\n[[phase.step\n",
    );
    // The built-in one is never served in the place of a broken one.
    assert_snapshot!(refused(&env, &format!("{OPEN} --routines rutiner")), @"
    fel: Rutinen ”nacka” går inte att använda: filen rutiner/nacka.toml har fel.
    tips: Se felen med: sisam rutin kontrollera rutiner/nacka.toml
    ");
    assert_snapshot!(refused(&env, "new-case --routine egen --routines rutiner"), @"
    fel: Rutinen ”egen” går inte att använda: filen rutiner/egen.toml har fel.
    tips: Se felen med: sisam rutin kontrollera rutiner/egen.toml
    ");
    // The others load, and a case keeps the text it was opened with.
    said(
        &env,
        "new-case --routine bbic-flode --date start=2026-11-02 --routines rutiner",
    );
    said(&env, "done 2026-001 1 --routines rutiner");
    said(&env, "routine show sams --routines rutiner");
}

#[test]
fn a_draft_or_retired_routine_opens_no_case() {
    let env = Env::new();
    let built_in = include_str!("../../../routines/bbic-flode.toml");
    for (status, name) in [("draft", "a"), ("retired", "b")] {
        let text = built_in
            .replacen("\"bbic-flode\"", &format!("\"{name}\""), 1)
            .replacen("\"active\"", &format!("\"{status}\""), 1);
        env.write(&format!("rutiner/{name}.toml"), &text);
    }
    let open = "--date start=2026-11-02 --routines rutiner";
    assert_snapshot!(refused(&env, &format!("new-case --routine a {open}")), @"fel: Rutinen a är utkast; nya ärenden öppnas bara från rutiner i bruk.");
    assert_snapshot!(refused(&env, &format!("new-case --routine b {open}")), @"fel: Rutinen b är ur bruk; nya ärenden öppnas bara från rutiner i bruk.");
}
