//! `import`: what was exported and nothing else.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{exported, text};
use crate::harness::{Env, TODAY, Told};

/// Takes a text in that must be refused, into a file that is not there, which must not come to be.
fn refused(env: &Env, name: &str, text: impl AsRef<[u8]>) -> String {
    std::fs::write(env.path(name), text.as_ref()).unwrap();
    let before = env.files();
    let told = env.line(&format!("import {name} --db ny.db")).fails(1);
    assert!(env.files() == before, "a refusal changes nothing");
    told.err
}

/// Why a file is refused.
fn why(env: &Env, how: impl Fn(&mut Value)) -> String {
    let mut whole = serde_json::from_str(&text(env, "a.json")).unwrap();
    how(&mut whole);
    let said = refused(env, "x.json", whole.to_string());
    said.lines().nth(1).unwrap().trim().to_owned()
}

#[test]
fn a_case_comes_in_whole() {
    let env = exported();
    let Told { out, err } = env.line("importera a.json --db ny.db").success();
    assert_snapshot!(err + &out, @r"
    2026-001 topas · BBIC-flödet · Flödet börjar mån 2 nov 2026
    Ärendet 2026-001 är inläst med hela sin historik: 3 händelser.
    Härnäst: sisam visa 2026-001
    ");
    let export = env.line("export 2026-001 --db ny.db").success().out;
    assert!(
        export == text(&env, "a.json"),
        "the same bytes come out again"
    );
    // It goes on there.
    env.line("done 2026-001 1 --db ny.db").success();
    env.line("export 2026-001 --out b.json --db ny.db")
        .success();
    env.line("import b.json --db tredje.db").success();
    let piped = env.line("import - --db fjärde.db --format json");
    let shown: Value =
        serde_json::from_str(&piped.piped(text(&env, "b.json")).success().out).unwrap();
    assert_eq!(shown, env.json(TODAY, "show 2026-001 --db tredje.db"));
    let db = rusqlite::Connection::open(env.path("tredje.db")).unwrap();
    let logged: String = db
        .query_row(
            "SELECT kind || ' ' || who || ' ' || detail FROM file_log",
            [],
            |row| row.get(0),
        )
        .unwrap();
    // By its number in the file: the log outlives a case that is removed.
    assert!(
        logged.starts_with("import test {\"case\":1,\"head\":\""),
        "{logged}"
    );
    assert!(!logged.contains("2026-001"), "{logged}");
}

#[test]
fn a_reference_that_is_taken() {
    let env = exported();
    let before = env.files();
    // The export is newer than what is in its file.
    let said = env.line("import a.json").success().out;
    assert!(env.files() == before);
    assert_snapshot!(said, @"
    Filen har inget nyare om ärendet 2026-001. Inget är ändrat.
    Härnäst: sisam visa 2026-001
    ");
    env.line("new-case --routine bbic-flode --date start=2026-11-02 --db ny.db")
        .success();
    env.line("note 2026-001 annat --db ny.db").success();
    let said = env.line("import a.json --db ny.db").fails(1).err;
    assert_snapshot!(said, @"
    fel: Ärendet 2026-001 finns redan, och dess historik är en annan i filen från och med händelse 3.
      Till ett ärende som finns läggs bara hela ändringar som är nyare, när filens historik börjar med hela den som finns. Inget är ändrat.
    tips: se ärendet: sisam visa 2026-001, sisam logg 2026-001
    ");
    // In capitals or not, it is the same.
    let env = Env::new().with_file();
    let open = "new-case --routine bbic-flode --date start=2026-11-02";
    env.line(&format!("{open} --ref abc")).success();
    env.line(&format!("{open} --ref ABC --db ny.db")).success();
    env.line("export ABC --db ny.db --out a.json").success();
    assert!(
        env.line("import a.json")
            .fails(1)
            .err
            .contains("finns redan")
    );
}

#[test]
fn a_case_that_continues_another_comes_without_it() {
    let env = exported();
    env.line("new-case --continues 2026-001 --date start=2026-11-20")
        .success();
    env.line("export 2026-002 --out b.json").success();
    env.line("import b.json --db ny.db").success();
    let shown = env.json(TODAY, "show 2026-002 --db ny.db");
    assert_eq!(shown["continues"], "2026-001");
}

#[test]
fn the_first_thing_that_does_not_fit_is_named() {
    let env = exported();
    let text = |json: &mut Value| json["events"][2]["texts"][0].take();
    let all = [
        why(&env, |json| json["events"][1]["who"] = json!("annan")),
        why(&env, |json| {
            json["events"][2]["texts"][0]["content"] = json!("annat")
        }),
        why(&env, |json| drop(text(json))),
        why(&env, |json| {
            drop(json["events"].as_array_mut().unwrap().remove(1))
        }),
        why(&env, |json| {
            drop(json["events"].as_array_mut().unwrap().pop())
        }),
        why(&env, |json| {
            json["head"]["hash"] = json["events"][0]["hash"].clone()
        }),
        why(&env, |json| json["reference"] = json!("2026-002")),
        why(&env, |json| json["routine"]["text"] = json!("id = \"x\"")),
        why(&env, |json| json["routine"]["version"] = json!("2")),
        why(&env, |json| {
            let text = include_str!("../../../routines/nacka.toml");
            let hash = sisam::routine_file::text_hash(text);
            let version = sisam::routine_file::load(text).unwrap().routine.version;
            json["routine"] =
                json!({ "id": "nacka", "version": version, "hash": hash, "text": text });
        }),
        why(&env, |json| {
            let text = "trasig";
            let hash = sisam::routine_file::text_hash(text);
            json["routine"] = json!({ "id": "x", "version": "1", "hash": hash, "text": text });
        }),
        why(&env, |json| json["format_version"] = json!(2)),
        why(&env, |json| json["format_version"] = json!(0)),
        why(&env, |json| json["format"] = json!("annat")),
        why(&env, |json| json["extra"] = json!(1)),
        why(&env, |json| json["events"][0]["extra"] = json!(1)),
        why(&env, |json| json["head"]["extra"] = json!(1)),
        why(&env, |json| json["events"] = json!([])),
    ];
    assert_snapshot!(all.join("\n"), @"
    Händelse 2 är inte den som sparades.
    En text i händelse 3 är inte den som sparades.
    På rad 1, tecken 875, står något som inte hör dit.
    Händelse 2 saknas.
    Händelse 3 saknas.
    Historiken slutar inte där filen säger.
    Händelse 1 är inte den som sparades.
    Rutinens text är inte den som exporterades.
    Rutinens text är inte den som exporterades.
    Ärendet öppnades med en annan rutintext än den i filen.
    Rutinen i filen går inte att använda med den här versionen av sisam.
    Den är skriven av en nyare sisam: formatet har version 2, den här känner till 1.
    Det är inget ärende som sisam har exporterat.
    Det är inget ärende som sisam har exporterat.
    På rad 1, tecken 1011, står något som inte hör dit.
    På rad 1, tecken 216, står något som inte hör dit.
    På rad 1, tecken 1060, står något som inte hör dit.
    Händelse 1 saknas.
    ");
}

#[test]
fn what_is_no_case() {
    let env = exported();
    let whole = text(&env, "a.json");
    let all = [
        refused(&env, "x.json", &whole[..whole.len() / 2]),
        refused(&env, "x.json", ""),
        refused(&env, "x.json", "[1, 2]"),
        refused(&env, "x.json", "hej"),
        refused(&env, "x.json", format!("{whole}x")),
        refused(&env, "x.json", "[".repeat(100_000)),
        refused(&env, "x.json", [0xff, 0xfe, 0]),
    ];
    assert_snapshot!(all.join(""), @"
    fel: x.json läses inte in. Inget är ändrat.
      Filen är avhuggen: slutet saknas.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json läses inte in. Inget är ändrat.
      Filen är avhuggen: slutet saknas.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json läses inte in. Inget är ändrat.
      Det är inget ärende som sisam har exporterat.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json läses inte in. Inget är ändrat.
      Det är inget ärende som sisam har exporterat.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json läses inte in. Inget är ändrat.
      På rad 60, tecken 1, står något som inte hör dit.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json läses inte in. Inget är ändrat.
      Det är inget ärende som sisam har exporterat.
    tips: be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
    fel: x.json är sparad i UTF-16. Inget är ändrat.
    tips: spara filen som UTF-8; i Excel: Arkiv, Spara som, filformatet ”CSV UTF-8 (kommaavgränsad)”
    ");
    for line in ["import nej.json", "import ."] {
        env.line(line).fails(1);
    }
}

#[test]
fn a_file_larger_than_any_case_is_not_read_to_its_end() {
    let env = Env::new().with_file();
    let large = std::fs::File::create(env.path("stor.json")).unwrap();
    large.set_len(1 << 40).unwrap();
    assert_snapshot!(env.line("import stor.json").fails(1).err, @"
    fel: stor.json läses inte in. Inget är ändrat.
      Filen är större än 64 MB, och så stort är inget ärende.
    ");
}

#[test]
fn references_and_recorders_name_nobody() {
    let env = exported();
    let said = env
        .line("import a.json --db ny.db --as 121212-1212")
        .fails(1)
        .err;
    assert!(said.contains("personnummer"), "{said}");
    assert!(!env.path("ny.db").exists());
}
