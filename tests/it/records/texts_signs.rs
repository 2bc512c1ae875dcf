//! Signs that nobody sees, and signs that look like others.

use super::texts::home;
use crate::harness::{Env, TODAY};

#[test]
fn ids_references_and_days_are_known_with_any_dash_and_with_signs_that_nobody_sees() {
    let env = Env::new();
    env.sisam([
        "new-case",
        "--routine",
        "na\u{ad}cka",
        "--ref",
        "A\u{2011}1",
        "--date",
        "in\u{200b}skrivning=2026\u{2013}12\u{2212}02",
    ])
    .success();
    for typed in [
        "A-1",
        "A\u{2013}1",
        "\u{feff}a\u{2010}1",
        "A-\u{2060}1\u{200e}",
    ] {
        let shown = env.sisam(["show", typed, "--format", "json"]).success();
        assert!(shown.out.contains("\"2026-12-02\""), "{typed:?}");
    }
    env.sisam([
        "done",
        "A\u{2011}1",
        "\u{200b}1",
        "--on",
        "2026\u{2011}11\u{2011}20",
    ])
    .success();
    let env = env.with("SISAM_TODAY", "2026\u{2011}11\u{2011}22");
    env.sisam(["note", "A-1", "x"]).success();
}

#[test]
fn a_sign_that_cannot_be_made_plain_is_named_with_its_place() {
    let env = home();
    for (typed, said) in [
        ("2026\u{a0}001", "Tecken 5 är U+00A0"),
        ("AB\u{ff0c}1", "Tecken 3 är U+FF0C"),
        ("A\u{1}", "Tecken 2 är U+0001"),
    ] {
        let told = env
            .sisam(["new-case", "--routine", "svar", "--ref", typed])
            .fails(1);
        assert!(told.err.contains(said), "{typed:?}: {}", told.err);
        let told = env.sisam(["show", typed]).fails(1);
        assert!(told.err.contains(said), "{typed:?}: {}", told.err);
        let told = env.sisam(["done", "A", "1", "--on", typed]).fails(2);
        assert!(told.err.contains(said), "{typed:?}: {}", told.err);
        let told = env.sisam(["done", "A", typed]).fails(1);
        assert!(told.err.contains(said), "{typed:?}: {}", told.err);
    }
}

#[test]
fn an_option_with_a_long_dash_is_told_as_one() {
    let env = home();
    for line in [
        &["done", "A", "1", "\u{2013}den", "2026-11-20"][..],
        &["show", "\u{2014}format=json"],
        &["note", "A", "text", "\u{2011}\u{2011}step", "1"],
        &["show", "A", "--plain", "\u{2013}today", "2026-11-20"],
        &["list", "-\u{2013}closed"],
    ] {
        let told = env.sisam(line).fails(2);
        assert!(told.err.contains("långt streck"), "{line:?}: {}", told.err);
    }
    // A text may begin with one.
    env.sisam(["note", "A", "\u{2013} ringde skolan"]).success();
    env.sisam(["note", "A", "--", "\u{2013}ja"]).success();
    env.sisam(["skip", "A", "1", "--reason", "\u{2013}inte aktuellt"])
        .success();
}

#[test]
fn a_name_or_text_with_nothing_to_see_is_none() {
    let env = home();
    for nothing in [
        "\u{3164}",
        "\u{115f}\u{1160}",
        "\u{ffa0} ",
        "\u{2800}",
        "\u{200d}",
        "\u{ad}\u{fe0f}",
        "\u{fffc}",
    ] {
        env.sisam(["note", "A", nothing]).fails(2);
        env.sisam(["skip", "A", "1", "--reason", nothing]).fails(2);
        env.sisam(["list", "--as", nothing]).fails(2);
        env.sisam(["set", "A", "--role", &format!("r={nothing}")])
            .fails(2);
        env.sisam(["set", "A", "--answer", &format!("text={nothing}")])
            .fails(2);
    }
    let shown = env.json(TODAY, "show A");
    assert_eq!(shown["roles"], serde_json::json!({}));
    assert_eq!(shown["answers"], serde_json::json!({}));
    for reference in ["\u{3164}", "A\u{200d}\u{2800}B\u{3164}"] {
        let told = env.sisam(["new-case", "--routine", "svar", "--ref", reference]);
        if reference.starts_with('A') {
            told.success();
            env.line("show AB").success();
        } else {
            told.fails(2);
        }
    }
    // Among letters joiners stay, and what turns a text round goes.
    env.sisam(["set", "A", "--role", "r=می\u{200c}روم \u{202e}x\u{feff}"])
        .success();
    let shown = env.json(TODAY, "show A");
    assert_eq!(shown["roles"]["r"], "می\u{200c}روم x");
}

#[test]
fn the_character_zero_comes_in_nowhere() {
    let env = home();
    let routine = std::fs::read_to_string(env.path("rutiner/svar.toml")).unwrap();
    env.write("noll.toml", &routine.replace("\"Svar\"", "\"Sv\\u0000ar\""));
    let told = env.line("routine check noll.toml").ends(1);
    assert!((told.out + &told.err).contains("U+0000"));
    let year = "format = 1\ntitle = \"L\\u0000\"\nterm = [{ title = \"H\", first = 2026-08-17, last = 2026-12-18 },\n { title = \"V\", first = 2027-01-11, last = 2027-06-15 }]\n";
    env.write("ar.toml", year);
    let told = env.line("set A --calendar ar.toml").fails(1);
    assert!(told.err.contains("U+0000"), "{}", told.err);
    env.write("x.csv", "ref;role:r\nX;a\0b\n");
    env.line("new-case --from x.csv --routine svar --yes")
        .fails(1);
}
