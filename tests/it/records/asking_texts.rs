//! Texts of people are asked for at a terminal and read from standard input in scripts: a command line holds none.

use serde_json::Value;

use crate::harness::Env;
#[cfg(unix)]
use crate::terminal::{DOWN, ENTER};

/// The commands that need a text, with what asks for it and what it is called.
const COMMANDS: [(&str, &str, &str); 5] = [
    ("anteckna N1", "Anteckning", ""),
    ("hoppa N1 3", "Varför?", "--orsak"),
    (
        "förläng N1 2 --till 2026-12-20 --beslutat-av Chefen",
        "Varför?",
        "--orsak",
    ),
    (
        "förläng N1 2 --till 2026-12-21 --orsak Lov",
        "Vem har beslutat",
        "--beslutat-av",
    ),
    ("stäng N1", "Varför?", "--orsak"),
];

fn nacka() -> Env {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-02 --answer akut=nej")
        .success();
    env
}

fn last_event(env: &Env) -> Value {
    let log = env.line("log N1 --format json").success().out;
    let log: Vec<Value> = serde_json::from_str(&log).unwrap();
    log.last().unwrap().clone()
}

#[cfg(unix)]
#[test]
fn a_text_is_asked_for_and_an_identity_number_in_it_is_refused_there() {
    let env = nacka();
    for (line, question, _) in COMMANDS {
        let mut terminal = env.at_terminal(line);
        terminal.sees(question).enters("om 19121212-1212");
        terminal
            .sees("personnummer")
            .sees(question)
            .enters("Ringt rektorn på \"Öberga\"");
        let (code, screen) = terminal.ends();
        assert_eq!(code, 0, "{screen}");
        let event = last_event(&env).to_string();
        assert!(
            event.contains("Ringt rektorn på \\\"Öberga\\\""),
            "{line}: {event}"
        );
        let log = env.line("log N1").success().out;
        assert!(!log.contains("1212"), "{log}");
    }
    let mut terminal = env.at_terminal("öppna N1");
    terminal.sees("Varför?").enters("Placeringen fortsätter");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(last_event(&env)["reason"], "Placeringen fortsätter");
    let mut terminal = env.at_terminal("maskera N1 4");
    terminal.sees("Varför?").enters("hörde inte hit");
    terminal.sees("nej").types("\u{1b}[A").types(ENTER);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(last_event(&env)["event"], "redacted");
}

#[cfg(unix)]
#[test]
fn no_text_is_asked_for_a_case_that_is_not_there() {
    let env = nacka();
    for line in [
        "anteckna N2",
        "hoppa N2 3",
        "öppna N2",
        "maskera N2 3",
        "gallra N2",
    ] {
        let (code, screen) = env.at_terminal(line).ends();
        assert_eq!(code, 1, "{screen}");
        assert!(
            !screen.contains("Varför?") && !screen.contains("Anteckning"),
            "{screen}"
        );
    }
}

#[test]
fn a_script_that_leaves_a_text_out_is_told_the_option_and_the_dash() {
    for (lang, reason, names) in [
        ("sv", "--orsak", "--beslutat-av"),
        ("en", "--reason", "--decided-by"),
    ] {
        let env = nacka().with("SISAM_LANG", lang);
        let before = env.files();
        for (line, option) in [
            ("note N1", "TEXT"),
            ("skip N1 3", reason),
            ("extend N1 2 --to 2026-12-20", reason),
            ("extend N1 2 --to 2026-12-20 --reason Lov", names),
            ("reopen N1", reason),
            ("redact N1 4", reason),
            ("purge N1", reason),
        ] {
            let told = env.line(line).fails(2).err;
            assert!(told.contains(option), "{line}: {told}");
            assert!(told.contains(&format!("{option} -")), "{line}: {told}");
        }
        assert_eq!(env.files(), before);
    }
}

#[test]
fn a_dash_reads_standard_input_to_its_end_as_one_line() {
    let piped = "\u{feff}Hon sa:\r\n\r\n ”jag\tkommer” \r\n– Åsa\n";
    let line = "Hon sa: ”jag kommer” – Åsa";
    let env = nacka();
    for (command, field) in [
        ("note N1 -", "text"),
        ("skip N1 3 --reason -", "reason"),
        (
            "extend N1 2 --to 2026-12-20 --reason - --decided-by Chefen",
            "reason",
        ),
        (
            "extend N1 2 --to 2026-12-21 --reason Lov --decided-by -",
            "decided_by",
        ),
        ("done N1 1 --note -", "text"),
        ("close N1 --reason -", "reason"),
        ("reopen N1 --reason -", "reason"),
    ] {
        env.line(command).piped(piped).success();
        assert_eq!(last_event(&env)[field], line, "{command}");
    }
    env.line("redact N1 4 --reason -")
        .piped("hörde inte hit")
        .success();
    assert_eq!(last_event(&env)["reason"], "hörde inte hit");
}

#[test]
fn what_is_piped_in_and_is_no_text_is_refused_with_nothing_recorded() {
    let env = nacka();
    let before = env.files();
    let long = "å".repeat(40_000);
    for piped in [&b""[..], b" \r\n ", b"sk\xe5l", long.as_bytes()] {
        let told = env.line("note N1 -").piped(piped).fails(2).err;
        assert!(told.contains("UTF-8"), "{told}");
    }
    // One standard input is one text.
    let told = env
        .line("extend N1 2 --to 2026-12-20 --reason - --decided-by -")
        .piped("Lov")
        .fails(2)
        .err;
    assert!(told.contains("--beslutat-av"), "{told}");
    env.line("note N1 -").piped("om 19121212-1212").fails(1);
    assert_eq!(env.files(), before);
}

#[cfg(unix)]
#[test]
fn a_stopped_step_asks_for_its_ground_and_enter_goes_no_further() {
    let env = Env::new();
    env.line(
        "new-case --routine soderkoping --ref N1 --date placering=2026-12-02 --answer akut=nej \
         --answer skolbyte=ja --answer annan-kommun=nej --takes 3=socialsekreterare",
    )
    .success();
    env.line("done N1 1 --answer samtycke=nej").success();
    let before = env.files();
    let mut terminal = env.at_terminal("klar N1 3");
    terminal
        .sees("Vilken grund finns")
        .sees("Gå inte vidare")
        .types(ENTER);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 1);
    assert!(screen.contains("--trots"), "{screen}");
    assert_eq!(env.files(), before);
    let mut terminal = env.at_terminal("klar N1 3");
    terminal
        .sees("Vilken grund finns")
        .sees("Gå inte vidare")
        .types(DOWN)
        .types(ENTER)
        .sees("Vem har beslutat det")
        .enters("Enhetschefen");
    assert_eq!(terminal.ends().0, 0);
    let despite = last_event(&env)["despite"].to_string();
    assert!(despite.starts_with("\"uppgiftsskyldighet"), "{despite}");
}
