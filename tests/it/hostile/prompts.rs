//! A routine whose every word would steer the terminal, walked through in one.

use super::{STEERING, steers};
use crate::harness::Env;
use crate::terminal::ENTER;

const ROUTINE: &str = r#"format = 1
id = "prov"
version = "1"
title = "X"
source = { publisher = "X", document = "X" }
role = [{ id = "s", title = "X" }, { id = "r", title = "X" }]
key_date = [{ id = "in", title = "X", ask = "at-start" }]
question = [{ id = "q", text = "X", kind = "yes-no", ask = "at-start", help = "X" }, { id = "w", text = "X", kind = "text", ask = "at-start" }]
[[phase]]
id = "p"
title = "X"
[[phase.step]]
id = "1"
title = "X"
choose_responsible = ["s", "r"]
proposed = "s"
when = { question = "q", is = "yes" }
due = { after = "in", term = "1 day", basis = "local", cite = "X" }
[[phase.step]]
id = "2"
title = "X"
responsible = ["s"]
"#;

/// What a screen got must hold no sequence but those that menus move the cursor and colour with.
fn is_harmless(screen: &str) {
    for (at, sign) in screen.char_indices().filter(|(_, sign)| steers(*sign)) {
        let rest = &screen[at..];
        let own = rest.strip_prefix("\u{1b}[").is_some_and(|rest| {
            let end = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';' || c == '?');
            end.starts_with(['m', 'A', 'B', 'C', 'D', 'G', 'K', 'l', 'h']) || rest.starts_with("0J")
        });
        assert!(
            own || matches!(sign, '\r' | '\t'),
            "{:?} in {:?}",
            rest.chars().take(12).collect::<String>(),
            screen
        );
    }
    assert!(!screen.contains("\u{1b}[2J"), "{screen:?}");
}

#[test]
fn the_walk_says_nothing_that_steers() {
    let steering: String = STEERING
        .chars()
        .map(|c| format!("\\U{:08x}", u32::from(c)))
        .collect();
    for plain in ["", " --plain"] {
        let env = Env::new().with("SISAM_USER", STEERING);
        let text = ROUTINE.replace("\"X\"", &format!("\"X{steering}Y\""));
        env.write("rutiner/prov.toml", &text);
        let env = env.with("SISAM_ROUTINES", "rutiner");
        // Enter, again and again: whatever is asked, something is proposed or asked once more.
        for line in ["new-case --routine prov", "next", "new-case"] {
            let mut terminal = env.at_terminal(&format!("{line}{plain}"));
            for _ in 0..12 {
                terminal.types(ENTER);
                std::thread::sleep(std::time::Duration::from_millis(130));
            }
            let (_, screen) = terminal.leaves();
            assert!(screen.contains('X') || line == "next", "{screen:?}");
            is_harmless(&screen);
        }
        let opened = env.sisam([
            "new-case",
            "--routine",
            "prov",
            "--ref",
            "N1",
            "--date",
            "in=2026-11-20",
            "--answer",
            "q=ja",
            "--answer",
            &format!("w=a{STEERING}"),
        ]);
        opened.success();
        for line in ["next N1", "next N1", "set N1", "done N1 1"] {
            let mut terminal = env.at_terminal(&format!("{line}{plain}"));
            for _ in 0..8 {
                terminal.types(ENTER);
                std::thread::sleep(std::time::Duration::from_millis(130));
            }
            let (_, screen) = terminal.leaves();
            is_harmless(&screen);
        }
    }
}
