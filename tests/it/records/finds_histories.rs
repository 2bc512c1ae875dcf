//! Histories that no version of the program has written.

use serde_json::{Value, json};

use super::finds_files::flat;
use super::judged::{append, body, home, place_of, refused, tampered, text};
use crate::harness::Env;

type How = fn(&mut Value);

fn opened(whole: &mut Value, key: &str, value: Value) {
    body(whole, "opened", |body| body[key] = value.clone());
}

#[test]
fn what_no_version_has_written_is_no_history() {
    let env = home();
    let table: [(How, &str); 13] = [
        (
            |w| {
                opened(w, "continues", json!("2026-001"));
                opened(w, "first_opened", json!("2026-11-21"));
            },
            "kan inte vara det som står där",
        ),
        (
            |w| opened(w, "first_opened", json!("2020-01-01")),
            "kan inte vara det som står där",
        ),
        (
            |w| append(w, "closed", &json!({ "continued_by": "2026-001" })),
            "kan inte vara det som står där",
        ),
        (|w| w["events"][3]["who"] = json!(""), "är tomt"),
        (|w| w["events"][0]["who"] = json!(""), "är tomt"),
        (
            |w| w["events"][1]["at"] = json!("2026-11-21T08:00:00Z"),
            "flera tider",
        ),
        (
            |w| {
                w["events"][7]["change"] = w["events"][6]["change"].clone();
                w["events"][7]["day"] = json!("2026-11-22");
                w["events"][7]["at"] = json!("2026-11-22T00:00:00Z");
            },
            "flera tider, dagar eller personer",
        ),
        (
            |w| {
                w["events"][7]["change"] = w["events"][6]["change"].clone();
                w["events"][7]["who"] = json!("Bo");
            },
            "flera tider, dagar eller personer",
        ),
        (
            |w| {
                let twice =
                    r#"{"on":"2026-11-19","dates":{},"on":"2026-11-20","round":1,"step":"1"}"#;
                let place = place_of(w, "done");
                w["events"][place]["body"] = json!(twice);
            },
            "inte förstår",
        ),
        (
            |w| {
                w["events"][0]["body"] =
                    json!(w["events"][0]["body"].as_str().unwrap().replace(':', ": "))
            },
            "inte förstår",
        ),
        (
            |w| {
                let body = w["events"][0]["body"].as_str().unwrap();
                w["events"][0]["body"] = json!(body.replace("nacka", "nack\\u0061"));
            },
            "inte förstår",
        ),
        (|w| text(w, "extended", "reason", ""), "är tomt"),
        (|w| text(w, "noted", "text", ""), "är tomt"),
    ];
    for (how, why) in table {
        let said = refused(&env, how);
        assert!(said.contains(why), "{why}: {said}");
    }
}

#[test]
fn texts_are_taken_out_once_and_with_a_reason() {
    let env = home();
    env.line("redact 2026-001 4 --reason felaktig --yes")
        .success();
    std::fs::remove_file(env.path("a.json")).unwrap();
    env.line("export 2026-001 --out a.json").success();
    let said = refused(&env, |w| {
        let redacted = w["events"][place_of(w, "redacted")].clone();
        append(w, "redacted", &json!({}));
        let last = w["events"].as_array_mut().unwrap().last_mut().unwrap();
        last["body"] = redacted["body"].clone();
        last["texts"] = redacted["texts"].clone();
    });
    assert!(said.contains("inte finns eller inte kan"), "{said}");
    let said = refused(&env, |w| text(w, "redacted", "reason", ""));
    assert!(said.contains("är tomt"), "{said}");
}

#[test]
fn a_name_of_several_lines_or_with_unseen_signs_is_told() {
    let env = home();
    for (number, who) in ["Bo\nEk", "Bo\u{202e}Ek", "Bo\u{1b}[31m"]
        .iter()
        .enumerate()
    {
        tampered(&env, |w| w["events"][3]["who"] = json!(who));
        let db = format!("namn{number}.db");
        let told = env.line(&format!("import x.json --db {db}")).success().err;
        assert!(flat(&told).contains("tecken som inte syns"), "{told}");
        let told = env.line(&format!("doctor --db {db}")).success().out;
        assert!(flat(&told).contains("tecken som inte syns"), "{told}");
    }
}

#[test]
fn a_case_that_continues_another_says_so_where_that_is_not_and_never_in_a_circle() {
    let env = Env::new().with_file();
    for line in [
        "new-case --routine nacka --ref A --date inskrivning=2026-12-02 --answer akut=nej",
        "new-case --continues A --ref B --date inskrivning=2026-12-03 --answer akut=nej",
        "export A --out a.json",
        "export B --out b.json",
    ] {
        env.line(line).success();
    }
    let told = env.line("import b.json --db ny.db").success().err;
    assert!(
        flat(&told).contains("fortsätter A, som inte finns"),
        "{told}"
    );
    tampered(&env, |w| {
        opened(w, "continues", json!("b"));
        opened(w, "first_opened", json!("2026-11-21"));
    });
    let told = env.line("import x.json --db ny.db").fails(1).err;
    assert!(flat(&told).contains("i en ring"), "{told}");
    let told = env.line("import a.json --db ny.db").success().err;
    assert!(!told.contains("som inte finns"), "{told}");
    for other in ["", "--yes", "a\nb", "A\u{202e}"] {
        tampered(&env, |w| {
            opened(w, "continues", json!(other));
            opened(w, "first_opened", json!("2026-11-21"));
        });
        env.line("import x.json --db tredje.db").fails(1);
    }
}

#[test]
fn doctor_finds_a_body_that_was_never_written_so() {
    for update in [
        r#"replace(body, '{', '{"on":"2026-11-19",') WHERE kind = 'date-set' AND seq = 2"#,
        "replace(body, ':', ': ') WHERE seq = 1",
        "json_set(body, '$.continues', '2026-001', '$.first_opened', '2026-11-21') WHERE seq = 1",
    ] {
        let env = home();
        super::altered(
            &env,
            &format!("UPDATE event SET body = {update}"),
            "2026-001",
        );
        env.line("doctor").ends(1);
        env.line("backup kopia.db").success();
    }
}
