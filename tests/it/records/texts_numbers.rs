//! Identity numbers come in nowhere, however they are written, and other numbers do.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::texts::home;
use crate::harness::{Env, TODAY};

/// A number that the check digit makes valid, as people write it.
const WRITTEN: [&str; 10] = [
    "2012-03-15 2382",
    "2012-03-15-2382",
    "120315 - 2382",
    "120315\u{2011}2382",
    "120315\t2382",
    "2012.03.15.2382",
    "20120315/2382",
    "120315\n2382",
    "pnr120315-2382ok",
    "\u{ff11}\u{ff12}\u{ff10}\u{ff13}\u{ff11}\u{ff15}-2382",
];

#[test]
fn a_number_is_refused_at_every_door_however_it_is_written() {
    for number in WRITTEN {
        let env = home();
        let before = env.files();
        for line in [
            &["note", "A", number][..],
            &["set", "A", "--answer", &format!("text={number}")],
            &["set", "A", "--role", &format!("r={number}")],
            &["skip", "A", "1", "--reason", number],
            &["close", "A", "--reason", number],
            &[
                "extend",
                "A",
                "1",
                "--to",
                "2027-01-01",
                "--reason",
                "x",
                "--decided-by",
                number,
            ],
            &["done", "A", "2", "--despite", number],
            &["redact", "A", "1", "--reason", number],
            &["config", "holder=skola", "--as", number],
            &["note", "A", "x", "--as", number],
            &["new-case", "--routine", "svar", "--ref", number],
        ] {
            env.sisam(line).fails(1);
        }
        assert!(env.files() == before, "{number:?}");
    }
}

#[test]
fn a_number_cut_into_other_parts_is_refused_in_references_and_notes() {
    let env = home();
    let before = env.files();
    for number in [
        "20120315-23-82",
        "120315-23-82",
        "20120315/2-3-8-2",
        "120315.2-382",
        "20120315 2 3 8 2",
        "120315-2 3 8 2",
        "120315 23 8 2",
        "201203 152382",
        "2012031523 82",
        "2012031-52382",
    ] {
        env.sisam(["note", "A", &format!("barnet {number} ok")])
            .fails(1);
        env.sisam(["new-case", "--routine", "svar", "--ref", number])
            .fails(1);
    }
    assert!(env.files() == before);
}

#[test]
fn a_telephone_number_a_date_and_a_case_pass_at_every_door() {
    let env = home();
    for text in [
        "0701234567",
        "070-123 45 67",
        "+46 70 123 45 67",
        "0701011239",
        "2026-12-01 2026-12-15",
        "2026-12-01 10:30",
        "2026-014, dnr SN 2026/1234, SoL (2025:400)",
    ] {
        env.sisam(["note", "A", text]).success();
        env.sisam(["set", "A", "--role", &format!("r={text}")])
            .success();
    }
}

#[test]
fn a_path_or_setting_in_the_files_own_log_holds_no_number() {
    let env = home();
    std::fs::create_dir_all(env.path("120315 2382")).unwrap();
    for line in [
        &["backup", "120315 2382/x.db"][..],
        &["backup", "2012-03-15-2382.db"],
        &["export", "A", "--out", "120315_2382.json"],
    ] {
        env.sisam(line).fails(1);
    }
    // The copy aside, beside a case file in such a folder.
    env.line("backup kopia.db").success();
    std::fs::copy(env.path("kopia.db"), env.path("120315 2382/y.db")).unwrap();
    let before = env.files();
    let told = env
        .sisam([
            "restore",
            "kopia.db",
            "--force",
            "--yes",
            "--db",
            "120315 2382/y.db",
        ])
        .fails(1);
    assert!(told.err.contains("personnummer"), "{}", told.err);
    assert!(env.files() == before);
}

#[test]
fn a_routine_or_a_calendar_with_a_number_is_refused_with_its_place() {
    let env = home();
    let routine = std::fs::read_to_string(env.path("rutiner/svar.toml")).unwrap();
    for (place, text) in [
        (4, routine.replace("\"Svar\"", "\"Svar 120315 2382\"")),
        (7, routine.replace("\"D\"", "\"D\" # 2012-03-15-2382")),
        (4, routine.replace("\"Svar\"", "\"12031\\u0035-2382\"")),
        (
            4,
            routine.replace("\"Svar\"", "\"\"\"\n2012-03-15\n2382\"\"\""),
        ),
    ] {
        env.write("x.toml", &text);
        let told = env.line("routine check x.toml").ends(1);
        let said = told.out + &told.err;
        assert!(
            said.contains("personnummer") && said.contains(&format!("x.toml:{place}:")),
            "{said}"
        );
    }
    let year = |title: &str| {
        format!(
            "format = 1\ntitle = \"Läsåret\"\nterm = [{{ title = \"H\", first = 2026-08-17, last = 2026-12-18 }},\n {{ title = \"V\", first = 2027-01-11, last = 2027-06-15 }}]\noff = [{{ title = \"{title}\", first = 2026-11-02 }}]\n"
        )
    };
    env.write("ar.toml", &year("120315-2382"));
    env.line("set A --calendar ar.toml").fails(1);
    env.write("ar.toml", &year("Lov"));
    env.line("set A --calendar ar.toml").success();
}

#[test]
fn a_reference_that_is_nearly_a_number_is_warned_of_where_nobody_is_asked() {
    let env = home();
    for (place, reference) in ["19800101-T123", "800101-TF12", "20120315a2382"]
        .iter()
        .enumerate()
    {
        let told = env
            .sisam(["new-case", "--routine", "svar", "--ref", reference])
            .success();
        assert!(
            told.err.contains("reservnummer"),
            "{reference}: {}",
            told.err
        );
        env.write("x.csv", &format!("ref\nx{place}y-{reference}\n"));
        let told = env
            .line("new-case --from x.csv --routine svar --yes")
            .success();
        assert!(
            told.err.contains("reservnummer"),
            "{reference}: {}",
            told.err
        );
    }
    let told = env
        .line("new-case --routine svar --ref 2026-0123")
        .success();
    assert!(!told.err.contains("reservnummer"), "{}", told.err);
}

#[cfg(unix)]
#[test]
fn a_reference_written_as_a_number_is_refused_whatever_its_check_digit() {
    let env = home();
    for reference in ["121212-1213", "20120315.2383", "20120304-1234"] {
        let told = env
            .sisam(["new-case", "--routine", "svar", "--ref", reference])
            .fails(1);
        assert!(!told.err.contains(reference), "{}", told.err);
        env.write("x.csv", &format!("ref\nxy-{reference}\n"));
        env.line("new-case --from x.csv --routine svar --yes")
            .fails(1);
    }
    let mut terminal = env.at_terminal("new-case --routine svar");
    terminal.sees("[2026-001]").enters("121212-1213");
    terminal
        .sees("personnummer")
        .sees("[2026-001]")
        .enters("LVU-Kalle07");
    terminal
        .sees("liknar ett namn eller en lag")
        .sees("Använda den ändå?")
        .enters("");
    terminal.sees("[2026-001]");
    assert_eq!(terminal.leaves().0, 1);
}

#[cfg(unix)]
#[test]
fn a_reference_that_is_nearly_a_number_is_asked_about_at_a_terminal() {
    let env = home();
    let mut terminal = env.at_terminal("new-case --routine svar --ref 19800101-T123");
    terminal
        .sees("reservnummer")
        .sees("Använda den ändå?")
        .enters("");
    terminal.sees("[2026-001]");
    let (code, _) = terminal.leaves();
    assert_eq!(code, 1);
}

fn sha(parts: &[&[u8]]) -> Vec<u8> {
    parts
        .iter()
        .fold(Sha256::new(), |sha, part| sha.chain_update(part))
        .finalize()
        .to_vec()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The history of a case as somebody writes it who works every hash out anew.
fn chained_anew(whole: &mut Value) {
    let reference = whole["reference"].as_str().unwrap().to_owned();
    let mut before = sha(&[b"sisam case history 1\0", reference.as_bytes()]);
    for event in whole["events"].as_array_mut().unwrap() {
        let mut body: Value = serde_json::from_str(event["body"].as_str().unwrap()).unwrap();
        for text in event["texts"].as_array().unwrap() {
            let salt = text["salt"].as_str().unwrap();
            let salt: Vec<u8> = (0..salt.len())
                .step_by(2)
                .map(|place| u8::from_str_radix(&salt[place..place + 2], 16).unwrap())
                .collect();
            let hash = sha(&[&salt, text["content"].as_str().unwrap().as_bytes()]);
            body[text["part"].as_str().unwrap()] = json!({ "text": hexadecimal(&hash) });
        }
        event["body"] = body.to_string().into();
        let content = json!([
            event["seq"],
            event["change"],
            event["at"],
            event["day"],
            event["today_given"],
            event["who"],
            event["kind"],
            event["body"],
        ]);
        before = sha(&[&before, content.to_string().as_bytes()]);
        event["hash"] = hexadecimal(&before).into();
    }
    let seq = whole["events"].as_array().unwrap().len();
    whole["head"] = json!({ "seq": seq, "hash": hexadecimal(&before) });
}

/// A case with a note, a holder, a ground and a calendar, and its export.
fn exported() -> (Env, Value) {
    let env = home();
    env.line("set A --role r=Rektorn --answer ja=nej").success();
    env.sisam(["done", "A", "2", "--despite", "10:28 – lag"])
        .success();
    env.line("note A ringde").success();
    env.line("export A --out a.json").success();
    let whole =
        serde_json::from_str(&std::fs::read_to_string(env.path("a.json")).unwrap()).unwrap();
    (env, whole)
}

fn imported(env: &Env, whole: &Value) -> Result<(), String> {
    env.write("x.json", &whole.to_string());
    let run = env
        .line("import x.json --db ny.db")
        .output_within(std::time::Duration::from_secs(60));
    match run.status.code() {
        Some(0) => Ok(()),
        Some(1) => Err(env.normalised(&run.stderr)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_imported_history_with_a_number_or_a_zero_in_any_text_is_refused() {
    let (env, whole) = exported();
    let mut same = whole.clone();
    chained_anew(&mut same);
    assert_eq!(same, whole, "the chain is worked out as the program does");
    let events = whole["events"].as_array().unwrap().len();
    let mut texts = 0;
    for event in 0..events {
        let count = whole["events"][event]["texts"].as_array().unwrap().len();
        for (text, bad) in (0..count).flat_map(|text| [(text, "120315 - 2382"), (text, "a\0b")]) {
            let mut other = whole.clone();
            other["events"][event]["texts"][text]["content"] = bad.into();
            chained_anew(&mut other);
            let said = imported(&env, &other).unwrap_err();
            let seq = &whole["events"][event]["seq"];
            assert!(said.contains(&format!("Händelse {seq}:")), "{said}");
            assert!(!said.contains("2382"), "{said}");
            texts += 1;
        }
        let mut other = whole.clone();
        other["events"][event]["who"] = "2012-03-15-2382".into();
        chained_anew(&mut other);
        let said = imported(&env, &other).unwrap_err();
        assert!(said.contains("personnummer"), "{said}");
    }
    assert!(texts >= 8, "{texts}");
    assert!(!env.path("ny.db").exists());
    imported(&env, &whole).unwrap();
}

#[test]
fn an_imported_text_that_could_never_be_taken_out_is_refused() {
    let (env, whole) = exported();
    for event in 0..whole["events"].as_array().unwrap().len() {
        let mut other = whole.clone();
        let texts = other["events"][event]["texts"].as_array().unwrap().clone();
        let Some(text) = texts.first() else { continue };
        let mut body: Value =
            serde_json::from_str(other["events"][event]["body"].as_str().unwrap()).unwrap();
        body[text["part"].as_str().unwrap()] = text["content"].clone();
        other["events"][event]["body"] = body.to_string().into();
        other["events"][event]["texts"] = json!([]);
        chained_anew(&mut other);
        // A yes or no stood there in files of earlier versions, and is read.
        let is_old = matches!(text["content"].as_str(), Some("yes" | "no"));
        assert_eq!(imported(&env, &other).is_ok(), is_old, "event {event}");
        let _ = std::fs::remove_file(env.path("ny.db"));
    }
}

#[test]
fn an_imported_routine_with_a_number_is_refused_and_says_so() {
    let (env, whole) = exported();
    let mut other = whole;
    let text = other["routine"]["text"]
        .as_str()
        .unwrap()
        .replace("\"D\"", "\"D\" # 120315-2382");
    other["routine"]["hash"] = hexadecimal(&sha(&[text.as_bytes()])).into();
    other["routine"]["text"] = text.into();
    let said = imported(&env, &other).unwrap_err();
    assert!(
        said.contains("personnummer") && !said.contains("2382"),
        "{said}"
    );
}

#[test]
fn who_looks_is_in_the_access_log_without_a_number() {
    let env = home();
    env.line("config access_log=on").success();
    for number in WRITTEN {
        env.sisam(["show", "A", "--as", number, "--today", TODAY])
            .success();
    }
    let log = std::fs::read_to_string(env.path("arenden.db.access.log")).unwrap();
    assert!(log.lines().count() > 3);
    assert!(!log.contains("2382"), "{log}");
}
