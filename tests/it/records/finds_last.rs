//! What was found last, by trying.

use rusqlite::Connection;
use serde_json::{Value, json};

use super::finds_files::flat;
use super::judged::{append, home, place_of, refused, tampered, text};
use crate::harness::Env;
use crate::keeping::tamper;

/// Nothing is to be seen of any of them.
const UNSEEN: [&str; 5] = [
    " ",
    "\u{a0}\t",
    "\u{200b}",
    "\u{3164}\u{2800}",
    "\u{1}\u{9b}",
];

fn who(whole: &mut Value, kind: &str, who: &str) {
    let place = place_of(whole, kind);
    whole["events"][place]["who"] = who.into();
}

#[test]
fn a_name_or_text_with_nothing_to_see_is_taken_in_by_no_door() {
    let env = home();
    for unseen in UNSEEN {
        let table: [&dyn Fn(&mut Value); 7] = [
            &|w: &mut Value| who(w, "noted", unseen),
            &|w: &mut Value| who(w, "undone", unseen),
            &|w: &mut Value| text(w, "noted", "text", unseen),
            &|w: &mut Value| text(w, "extended", "reason", unseen),
            &|w: &mut Value| text(w, "extended", "decided_by", unseen),
            &|w: &mut Value| text(w, "role-held", "by", unseen),
            &|w: &mut Value| text(w, "answered", "value", unseen),
        ];
        for how in table {
            let said = refused(&env, how);
            assert!(said.contains("tom"), "{unseen:?}: {said}");
        }
        let extend = "extend 2026-001 4 --to 2027-03-02 --decided-by x --reason";
        for line in ["note 2026-001", "note 2026-001 x --as", extend] {
            let line = line.split(' ').chain([unseen]);
            env.sisam(line).fails(2);
        }
    }
}

#[test]
fn a_routine_has_no_text_with_nothing_to_see() {
    let env = Env::english();
    let shipped = include_str!("../../../routines/nacka.toml");
    for (from, to) in [
        ("\"Socialsekreterare\"", "\"\u{3164}\""),
        ("\"Nacka\"", "\"\u{200b}\""),
        ("\"Nacka\"", "\"\\u00ad\\u2060\""),
    ] {
        env.write("r.toml", &shipped.replacen(from, to, 1));
        let said = env.line("routine check r.toml").ends(1);
        assert!(said.out.contains("title"), "{from}: {said:?}");
    }
}

#[test]
fn what_was_recorded_as_done_was_not_done_later() {
    let env = home();
    env.line("done 2026-001 2 --on unknown").success();
    let env = env.with("SISAM_TODAY", "2026-11-24");
    // By the step alone, by its round, and with others.
    for line in [
        "done 2026-001 2 --on 2026-11-22",
        "done 2026-001 2 --on 2026-11-24",
        "done 2026-001 2 --on 2026-11-22 --round 1",
    ] {
        let before = env.files();
        let said = env.line(line).fails(1).err;
        assert!(said.contains("kan inte ha gjorts"), "{line}: {said}");
        assert!(said.contains("21 nov 2026"), "{line}: {said}");
        assert!(env.files() == before);
    }
    // Yesterday's program took it, so it comes in and is told.
    std::fs::remove_file(env.path("a.json")).unwrap();
    env.line("export 2026-001 --out a.json").success();
    tampered(&env, |w| {
        let known = json!({ "step": "2", "round": 1, "on": "2026-11-22" });
        append(w, "day-known", &known);
        let last = w["events"].as_array_mut().unwrap().last_mut().unwrap();
        (last["day"], last["at"]) = ("2026-11-24".into(), "2026-11-24T00:00:00Z".into());
    });
    let told = env.line("import x.json --db ny.db").success().err;
    assert!(told.contains("kan inte ha"), "{told}");
    // The day itself and those before it are taken.
    env.line("done 2026-001 2 --on 2026-11-21").success();
}

#[test]
fn a_parsed_form_stops_nothing() {
    for form in [
        "replace(value, 'hemskolan', 'skolan')",
        "'{}'",
        "CAST(x'00ff' AS TEXT)",
        "'null'",
        "replace(hex(zeroblob(500000)), '00', '[')",
    ] {
        let env = home();
        let db = Connection::open(env.path("arenden.db")).unwrap();
        let wrong = format!("UPDATE settings SET value = {form} WHERE key GLOB 'routine_form *'");
        assert_eq!(db.execute(&wrong, []).unwrap(), 1);
        drop(db);
        // What can be read and is not what the text gives is told until it is made anew.
        let is_told = env.line("doctor --format json").ends_with_data();
        assert_eq!(
            is_told.contains("routine-form"),
            !form.starts_with("CAST"),
            "{form}"
        );
        for line in [
            "list",
            "show 2026-001",
            "backup b.db",
            "restore b.db --force",
            "export 2026-001 --out e.json",
            "import arenden.db --db ny.db",
            "note 2026-001 x",
        ] {
            env.line(line).success();
        }
        env.line("doctor --repair").success();
        env.line("doctor").success();
    }
}

#[test]
fn a_hint_names_the_file_it_is_about() {
    let env = Env::english();
    for line in [
        "show A",
        "done A 1",
        "note A x",
        "purge A --reason x",
        "redact A 1 --reason x",
        "backup k.db",
        "list",
    ] {
        let said = env.line(&format!("{line} --db c.db")).fails(1).err;
        assert!(said.contains("no file c.db"), "{line}: {said}");
        assert!(said.contains("sisam --db c.db new-case"), "{line}: {said}");
    }
    // One that is taken in and is damaged, and an older one with a space in its name.
    let env = home().with("SISAM_LANG", "en");
    let mut bytes = std::fs::read(env.path("arenden.db")).unwrap();
    bytes[5000..9000].fill(0x55);
    std::fs::write(env.path("bad.db"), bytes).unwrap();
    let said = env.line("import bad.db").fails(1).err;
    assert!(said.contains("sisam doctor --db bad.db"), "{said}");
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/case-files/v2.db");
    std::fs::copy(old, env.path("an old.db")).unwrap();
    let said = env.sisam(["list", "--db", "an old.db"]).fails(1).err;
    assert!(said.contains(" --db 'an old.db'"), "{said}");
}

#[test]
fn who_changes_a_code_word_is_told_the_way_back() {
    let env = home();
    let word = env.json(crate::harness::TODAY, "show 2026-001")["code_word"].clone();
    let word = word.as_str().unwrap().to_owned();
    let told = env.line("set 2026-001 --code-word kastanj").success().out;
    assert!(told.contains("ångra gör det inte"), "{told}");
    let (_, back) = told.trim_end().split_once("sisam ").unwrap();
    assert!(back.ends_with(&word), "{back}");
    let told = env.line(back).success().out;
    assert!(told.contains(&word), "{told}");
    let told = env.line(back).success().out;
    assert!(!told.contains("ångra"), "{told}");
}

#[test]
#[cfg(unix)]
fn own_settings_that_are_no_file_are_called_that() {
    let env = home();
    env.line("config --me horizon=7").success();
    let path = env.path(".config/sisam/me.toml");
    let within = std::time::Duration::from_secs(60);
    for made in ["mkfifo", "mkdir", "ln -s /dev/zero", "ln -s /dev/tty"] {
        let made = format!("rm -rf {0}; {made} {0}", path.display());
        let made = std::process::Command::new("sh")
            .args(["-c", &made])
            .status();
        assert!(made.unwrap().success());
        for line in ["config --me", "config --me horizon=8", "list"] {
            let told = env.line(line).output_within(within);
            assert_eq!(told.status.code(), Some(1), "{line}");
            let said = env.normalised(&told.stderr);
            assert!(said.contains("den är ingen vanlig fil"), "{line}: {said}");
        }
    }
}

#[test]
fn a_last_event_or_a_case_that_another_hand_took_away_is_seen() {
    let last =
        "DELETE FROM text WHERE case_id = 2 AND seq = (SELECT head_seq FROM cases WHERE id = 2);
        DELETE FROM event WHERE case_id = 2 AND seq = (SELECT head_seq FROM cases WHERE id = 2);
        UPDATE cases SET head_seq = head_seq - 1, head_hash =
            (SELECT hash FROM event WHERE case_id = cases.id AND seq = head_seq - 1) WHERE id = 2;";
    let cut_out = |id: u32| {
        let tables = ["text", "event", "step_row"]
            .map(|table| format!("DELETE FROM {table} WHERE case_id = {id};"));
        format!("{} DELETE FROM cases WHERE id = {id};", tables.concat())
    };
    let all_forged = "DELETE FROM settings WHERE key = 'histories_end'";
    for (sql, is_seen) in [
        ("SELECT 1".to_owned(), false),
        (last.to_owned(), true),
        // The last of all with the database's own counter set back; one before, passed by for good.
        (
            format!(
                "{} UPDATE sqlite_sequence SET seq = 2 WHERE name = 'cases'",
                cut_out(3)
            ),
            true,
        ),
        (
            format!(
                "{} INSERT INTO settings VALUES ('passed_numbers', '[[1,1]]')",
                cut_out(1)
            ),
            true,
        ),
        (
            "UPDATE settings SET value = '' WHERE key = 'histories_end'".to_owned(),
            true,
        ),
        (format!("{last} {all_forged}"), false),
    ] {
        let env = home();
        for case in ["B", "C"] {
            let new = format!(
                "new-case --routine nacka --date inskrivning=2026-12-02 --ref {case} --yes"
            );
            env.line(&new).success();
            env.line(&format!("note {case} x")).success();
        }
        tamper(&env.path("arenden.db"), &sql);
        // What can be built anew from what is left is no help, nor is what is recorded after.
        env.line("doctor --repair").ends(i32::from(is_seen));
        env.line("note B y").success();
        let told = env.line("doctor").ends(i32::from(is_seen)).out;
        assert_eq!(
            told.contains("Historikerna slutar inte"),
            is_seen,
            "{sql}: {told}"
        );
        // A copy of it is better than none, and says the same.
        env.line("backup k.db").success();
        env.line("restore k.db --force").success();
        env.line("doctor").ends(i32::from(is_seen));
    }
}

#[test]
fn an_impossible_year_in_a_history_is_told() {
    for year in ["0001", "1026", "9999"] {
        let env = home();
        tampered(&env, |w| {
            let booked = json!({ "step": "4", "on": format!("{year}-12-02") });
            append(w, "planned", &booked);
        });
        let told = env.line("import x.json --db ny.db").success().err;
        assert!(
            flat(&told).contains("mer än tjugo år bakåt"),
            "{year}: {told}"
        );
        let told = env.line("doctor --db ny.db").success().out;
        assert!(flat(&told).contains("mer än tjugo år"), "{year}: {told}");
        env.line("show 2026-001 --db ny.db").success();
    }
}
