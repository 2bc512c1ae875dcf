//! A choice that is typed is the option that was meant, or is asked for again.

use serde_json::Value;

use crate::harness::Env;

/// A routine with questions whose options are easily taken for one another.
const COUNTS: &str = r#"format = 1
id = "prov"
version = "1"
title = "Prov"
source = { publisher = "P", document = "D" }
role = [{ id = "s", title = "S" }]
key_date = [{ id = "in", title = "In", ask = "at-start", required = true }]
[[question]]
id = "syskon"
text = "Hur många syskon?"
kind = "choice"
options = ["0", "1", "2"]
ask = "at-start"
[[question]]
id = "sal"
text = "Vilken sal?"
kind = "choice"
options = ["hall", "håll", "Hall", "hall två"]
ask = "at-start"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "1"
title = "Steg"
responsible = ["s"]
"#;

#[test]
fn options_that_are_alike_are_told_apart_in_plain() {
    let env = Env::new().with("SISAM_ROUTINES", "rutiner");
    env.write("rutiner/prov.toml", COUNTS);
    let mut terminal =
        env.at_terminal("--plain new-case --routine prov --ref P1 --date in=2026-12-02");
    terminal
        .sees("Hur många syskon?")
        .sees("Skriv ett av alternativen");
    terminal
        .enters("3")
        .sees("helt utskrivet")
        .sees("Skriv ett")
        .enters("1");
    terminal
        .sees("Vilken sal?")
        .sees("Enter = 5:")
        .enters("HALL");
    terminal
        .sees("Det passar flera: hall · Hall.")
        .sees("Enter = 5:")
        .enters("håll");
    terminal
        .sees("vem som har vilken roll nu?")
        .sees("Enter = nej:")
        .enters("nej");
    terminal.sees("Hur många syskon? 1").sees("Öppna ärendet?");
    terminal.sees("Skriv en siffra (1–3):").enters("ja");
    assert_eq!(terminal.ends().0, 0);
    let case = env.line("show P1 --format json").success().out;
    let case: Value = serde_json::from_str(&case).unwrap();
    assert_eq!(case["answers"]["syskon"], "1");
    assert_eq!(case["answers"]["sal"], "håll");
}

#[test]
fn no_routine_in_use_is_told_in_the_readers_language() {
    let built_in = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/routines")).unwrap();
    let retired: Vec<_> = built_in
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.replace("\nstatus = \"active\"", "");
            let text = text.replacen("\nid ", "\nstatus = \"retired\"\nid ", 1);
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                text,
            )
        })
        .collect();
    for (lang, said) in [
        ("sv", "fel: Det finns ingen rutin i bruk"),
        ("en", "error: There is no routine in use"),
    ] {
        let env = Env::new()
            .with("SISAM_ROUTINES", "r")
            .with("SISAM_LANG", lang);
        for (name, text) in &retired {
            env.write(&format!("r/{name}"), text);
        }
        for plain in ["", "--plain "] {
            let (code, screen) = env
                .at_terminal(&format!("{plain}--color never new-case"))
                .ends();
            assert_eq!(code, 1, "{screen}");
            assert!(screen.contains(said), "{screen}");
        }
    }
}
