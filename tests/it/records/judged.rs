//! A history from elsewhere is one that could have been recorded here.

use serde_json::{Value, json};

use super::{altered, sha};
use crate::harness::{Env, Told};

/// A home with a case in which something of each sort has happened; written out as `a.json`.
pub(super) fn home() -> Env {
    let env = Env::new().with_file();
    for line in [
        "new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej",
        "note 2026-001 ringde",
        "done 2026-001 1 --on 2026-11-20",
        "extend 2026-001 3 --to 2027-03-01 --reason sjuk --decided-by chefen",
        "set 2026-001 --role socialsekreterare=Team",
        "set 2026-001 --date utskrivning=2027-03-01",
        "undo 2026-001",
    ] {
        env.line(line).success();
    }
    env.line("export 2026-001 --out a.json").success();
    env
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Works all hashes out anew, as somebody could who takes the trouble.
fn chained_anew(whole: &mut Value) {
    let reference = whole["reference"].as_str().unwrap().to_owned();
    let mut head = sha(&[b"sisam case history 1\0", reference.as_bytes()]);
    let events = whole["events"].as_array_mut().unwrap();
    for event in events.iter_mut() {
        let of = |key: &str| event[key].clone();
        let keys = [
            "seq",
            "change",
            "at",
            "day",
            "today_given",
            "who",
            "kind",
            "body",
        ];
        let content = Value::Array(keys.map(of).to_vec());
        head = sha(&[&head, content.to_string().as_bytes()]);
        event["hash"] = hexadecimal(&head).into();
    }
    let last = events.last().unwrap()["seq"].clone();
    whole["head"] = json!({ "seq": last, "hash": hexadecimal(&head) });
}

/// The place of the first event of a kind, from 0.
pub(super) fn place_of(whole: &Value, kind: &str) -> usize {
    let events = whole["events"].as_array().unwrap();
    events
        .iter()
        .position(|event| event["kind"] == kind)
        .unwrap()
}

/// Changes the body of the first event of a kind.
pub(super) fn body(whole: &mut Value, kind: &str, how: impl Fn(&mut Value)) {
    let place = place_of(whole, kind);
    let event = &mut whole["events"][place];
    let mut body: Value = serde_json::from_str(event["body"].as_str().unwrap()).unwrap();
    how(&mut body);
    event["body"] = body.to_string().into();
}

/// Makes the text of the first event of a kind another.
pub(super) fn text(whole: &mut Value, kind: &str, part: &str, text: &str) {
    let place = place_of(whole, kind);
    let texts = whole["events"][place]["texts"].as_array_mut().unwrap();
    let kept = texts.iter_mut().find(|kept| kept["part"] == part).unwrap();
    let salt = kept["salt"].as_str().unwrap();
    let salt: Vec<u8> = (0..salt.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&salt[at..at + 2], 16).unwrap())
        .collect();
    kept["content"] = text.into();
    let hash = hexadecimal(&sha(&[&salt, text.as_bytes()]));
    body(whole, kind, |b| b[part] = json!({ "text": hash }));
}

/// One more event at the end, in a change of its own.
pub(super) fn append(whole: &mut Value, kind: &str, body: &Value) {
    let events = whole["events"].as_array_mut().unwrap();
    let mut event = events.last().unwrap().clone();
    for key in ["seq", "change"] {
        event[key] = (event[key].as_u64().unwrap() + 1).into();
    }
    event["kind"] = kind.into();
    event["body"] = body.to_string().into();
    event["texts"] = json!([]);
    events.push(event);
}

/// The case as it was written out, changed and chained anew, in `x.json`.
pub(super) fn tampered(env: &Env, how: impl Fn(&mut Value)) {
    let text = std::fs::read_to_string(env.path("a.json")).unwrap();
    let mut whole = serde_json::from_str(&text).unwrap();
    how(&mut whole);
    chained_anew(&mut whole);
    std::fs::write(env.path("x.json"), whole.to_string()).unwrap();
}

/// Why an import is refused, and that nothing came of it.
pub(super) fn refused(env: &Env, how: impl Fn(&mut Value)) -> String {
    tampered(env, how);
    let said = env.line("import x.json --db ny.db").fails(1).err;
    assert!(!env.path("ny.db").exists());
    said.lines().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_history_that_never_could_have_been_recorded_is_not_taken_in() {
    let env = home();
    type How = fn(&mut Value);
    let table: [(How, &str); 16] = [
        (
            |w| body(w, "done", |b| b["on"] = json!("2026-11-22")),
            "har inte varit än",
        ),
        (
            |w| body(w, "done", |b| b["on"] = json!("2099-01-01")),
            "har inte varit än",
        ),
        (
            |w| body(w, "done", |b| b["dates"]["due"] = json!("2026-12-24")),
            "datum är inga som rutinen ger",
        ),
        (
            |w| body(w, "done", |b| b["dates"] = json!({})),
            "datum är inga som rutinen ger",
        ),
        (|w| body(w, "done", |b| b["step"] = json!("99")), "99"),
        (
            |w| body(w, "done", |b| b["round"] = json!(2)),
            "går inte ihop",
        ),
        (
            |w| body(w, "answered", |b| b["question"] = json!("finns-inte")),
            "finns-inte",
        ),
        (
            |w| text(w, "answered", "value", "kanske"),
            "inget som frågan tar",
        ),
        (
            |w| body(w, "role-held", |b| b["role"] = json!("finns-inte")),
            "finns-inte",
        ),
        (
            |w| body(w, "date-set", |b| b["date"] = json!("finns-inte")),
            "finns-inte",
        ),
        (
            |w| body(w, "extended", |b| b["to"] = json!("2026-11-30")),
            "är inte senare än",
        ),
        (|w| w["events"][3]["at"] = json!("i går"), "Tiden är ingen"),
        (
            |w| w["events"][3]["day"] = json!("2026-12-24"),
            "Dagen är inte den",
        ),
        (
            |w| append(w, "undone", &json!({ "undoes": 99 })),
            "nämner en händelse eller ändring",
        ),
        (
            |w| append(w, "trigger-set", &json!({ "trigger": "x" })),
            "x",
        ),
        (
            |w| append(w, "protected", &json!({ "hidden": false })),
            "redan gällde",
        ),
    ];
    for (how, why) in table {
        let said = refused(&env, how);
        assert!(said.starts_with("Händelse "), "{said}");
        assert!(said.contains(why), "{why}: {said}");
    }
    // As it was, it comes in, and is sound where it lies.
    tampered(&env, |_| ());
    let told = env.line("import x.json --db ny.db").success();
    assert!(!told.err.contains("Händelse"), "{}", told.err);
    env.line("doctor --db ny.db").success();
}

#[test]
fn what_an_older_program_may_have_recorded_is_taken_in_and_told() {
    let env = home();
    type How = fn(&mut Value);
    let table: [(How, &str); 4] = [
        (
            |w| body(w, "done", |b| b["on"] = json!("2019-01-01")),
            "mer än ett år före",
        ),
        (
            |w| body(w, "extended", |b| b["to"] = json!("2126-12-02")),
            "mer än tjugo år bakåt",
        ),
        (
            |w| {
                for event in w["events"].as_array_mut().unwrap().iter_mut().skip(4) {
                    event["today_given"] = json!(false);
                    event["at"] = json!("2026-11-21T09:00:00Z");
                }
                w["events"][5]["at"] = json!("2026-11-21T08:00:00Z");
            },
            "före den i händelsen innan",
        ),
        (
            |w| {
                let last = w["events"].as_array_mut().unwrap().last_mut().unwrap();
                last["day"] = json!("2099-01-01");
                last["at"] = json!("2099-01-01T00:00:00Z");
                append(
                    w,
                    "done",
                    &json!({ "step": "2", "round": 1, "on": "2026-11-20", "dates": {}, "despite": null }),
                );
                w["events"].as_array_mut().unwrap().pop();
            },
            "tjugo år bakåt eller tio framåt",
        ),
    ];
    for (number, (how, why)) in table.into_iter().enumerate() {
        let db = format!("{number}.db");
        tampered(&env, how);
        let Told { err, .. } = env.line(&format!("import x.json --db {db}")).success();
        let err = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains(why), "{why}: {err}");
        let found = env
            .line(&format!("doctor --format json --db {db}"))
            .success();
        let found: Value = serde_json::from_str(&found.out).unwrap();
        let kinds = found["remarks"].as_array().unwrap().iter();
        assert!(
            kinds.clone().any(|remark| remark["kind"] == "doubtful"),
            "{found:#}"
        );
    }
}

#[test]
fn a_text_is_not_gone_unless_an_event_says_who_took_it_out() {
    let env = home();
    let blank = |w: &mut Value, kind: &str| {
        let place = place_of(w, kind);
        for text in w["events"][place]["texts"].as_array_mut().unwrap() {
            text["salt"] = Value::Null;
            text["content"] = Value::Null;
        }
    };
    for (kind, seq) in [("noted", 4), ("extended", 6), ("role-held", 7)] {
        let said = refused(&env, |w| blank(w, kind));
        assert_eq!(
            said,
            format!("En text i händelse {seq} är borta, och ingen händelse säger att den togs ut.")
        );
    }
    // Said of a text that stands, of one that is not there, and before it was there.
    let kept = json!({ "part": "reason", "salt": "00".repeat(16), "content": "x" });
    let says = |w: &mut Value, redacts: u64| {
        let hash = hexadecimal(&sha(&[&[0; 16], b"x"]));
        append(
            w,
            "redacted",
            &json!({ "redacts": redacts, "reason": { "text": hash } }),
        );
        w["events"].as_array_mut().unwrap().last_mut().unwrap()["texts"] = json!([kept]);
    };
    let said = refused(&env, |w| says(w, 4));
    assert_eq!(
        said,
        "En händelse säger att texten i händelse 4 togs ut, men det gjordes inte."
    );
    let said = refused(&env, |w| says(w, 99));
    assert!(said.contains("nämner en händelse"), "{said}");
    // With an event that says so it is as if it had been done here.
    tampered(&env, |w| {
        blank(w, "noted");
        says(w, 4);
    });
    env.line("import x.json --db ny.db").success();
    env.line("doctor --db ny.db").success();
    // The same by hand in the file, and what is written out of it.
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch("UPDATE text SET content = NULL, salt = NULL WHERE seq = 4")
        .unwrap();
    drop(db);
    let told = env.line("doctor").ends(1).out;
    assert!(
        told.contains("händelse 4 är borta, och ingen händelse säger"),
        "{told}"
    );
    assert!(
        env.line("export 2026-001")
            .ends(1)
            .err
            .contains("händelse 4")
    );
}

#[test]
fn doctor_finds_what_was_altered_in_the_file_with_its_hashes() {
    for (alter, seq) in [
        ("'$.on', '2026-11-22') WHERE kind = 'done'", 5),
        ("'$.question', 'finns-inte') WHERE kind = 'answered'", 3),
        ("'$.undoes', 99) WHERE kind = 'undone'", 9),
    ] {
        let env = home();
        let update = format!("UPDATE event SET body = json_set(body, {alter}");
        altered(&env, &update, "2026-001");
        let told = env.line("doctor").ends(1).out;
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = format!("händelse {seq} kan inte ha registrerats så");
        assert!(told.contains(&named), "{told}");
        // A file with such an event can still be copied: what is in it must not be lost.
        env.line("doctor --repair").ends(1);
        env.line("backup kopia.db").success();
    }
}

#[test]
fn a_reference_is_no_option() {
    let env = home();
    for reference in ["--yes", "-x", "-", "–den"] {
        tampered(&env, |w| w["reference"] = json!(reference));
        let said = env.line("import x.json --db ny.db").fails(1).err;
        assert!(said.contains(reference), "{said}");
        let typed = format!("--ref={reference}");
        env.sisam([
            "new-case",
            "--routine",
            "nacka",
            "--date",
            "inskrivning=2026-12-02",
            &typed,
        ])
        // A lone dash is refused where it is typed, as for every name.
        .fails(if reference == "-" { 2 } else { 1 });
    }
}

#[test]
fn a_routine_text_that_only_bears_a_shipped_name_is_told() {
    let env = home();
    let shipped = include_str!("../../../routines/nacka.toml");
    let text = shipped.replacen("title", "# anders\ntitle", 1);
    std::fs::create_dir(env.path("rutiner")).unwrap();
    env.write("rutiner/nacka.toml", &text);
    env.line("new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej --db ny.db --routines rutiner")
        .success();
    env.line("export 2026-001 --db ny.db --out b.json")
        .success();
    let told = env.line("import b.json --db tredje.db").success().err;
    assert!(
        told.contains("samma namn och version som följer med"),
        "{told}"
    );
    let told = env.line("doctor --db ny.db").success().out;
    assert!(told.contains("samma namn och version"), "{told}");
    assert!(!env.line("doctor").success().out.contains("samma namn"));
}

#[test]
fn files_of_earlier_versions_and_their_exports_are_without_a_fault() {
    for version in ["v1", "v2"] {
        let env = Env::new();
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/case-files");
        std::fs::copy(data.join(format!("{version}.db")), env.path("f.db")).unwrap();
        env.line("note 2026-004 hej --db f.db").success();
        let told = env.line("doctor --format json --db f.db").success().out;
        assert!(!told.contains("doubtful"), "{told}");
    }
}
