//! What was found of options and tables that say facts of a case: what a lone `-` means, and what a booking says.

use serde_json::Value;

use crate::harness::Env;

const NEW: &str = "new-case --routine nacka --ref A --date inskrivning=2026-12-02";

/// One question of each kind that can be typed, and a step of each that can be taken or repeats.
pub(super) const ROUTINE: &str = "\
format = 1
id = 'r'
title = 'R'
version = '1'
status = 'active'
[source]
publisher = 'P'
document = 'D'
[[role]]
id = 'chef'
title = 'Chef'
[[role]]
id = 'rektor'
title = 'Rektor'
[[key_date]]
id = 'start'
title = 'Start'
[[question]]
id = 'vad'
text = 'Vad?'
kind = 'text'
[[question]]
id = 'antal'
text = 'Antal?'
kind = 'number'
[[question]]
id = 'sort'
text = 'Sort?'
kind = 'choices'
options = ['a', 'b', 'c']
[[phase]]
id = 'f'
title = 'F'
[[phase.step]]
id = 'g'
title = 'G'
choose_responsible = ['chef', 'rektor']
due = { every = '1 week', from = 'start' }
";

fn with_routine() -> Env {
    let env = Env::english();
    env.write("rutiner/r.toml", ROUTINE);
    env.with("SISAM_ROUTINES", "rutiner")
}

fn answers(env: &Env, case: &str) -> Value {
    let shown = env.line(&format!("show {case} --format json")).success();
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    shown["answers"].clone()
}

fn stored(env: &Env) -> String {
    env.line("log A --format json").success().out
}

#[test]
fn a_lone_dash_is_no_name_in_any_option() {
    let env = Env::english();
    env.line(NEW).success();
    let before = stored(&env);
    for dash in ["-", "\u{2010}", "\u{2011}"] {
        for line in [
            format!("set A --role rektor-hemskola={dash}"),
            format!("set A --takes 3={dash}"),
            format!("set A --date inskrivning={dash}"),
            format!("set A --planned 4={dash}"),
            format!("--as {dash} note A hello"),
            format!("new-case --routine nacka --ref {dash}"),
            format!("new-case --routine nacka --role rektor-hemskola={dash}"),
            format!("done A 1 --on {dash}"),
            format!("report --who {dash}"),
            format!("log --access --who {dash}"),
        ] {
            let told = env.line(&line).fails(2).err;
            assert!(
                told.contains("alone is no value") || told.contains("is not a day"),
                "{line}: {told}"
            );
        }
    }
    let named = Env::english().with("SISAM_USER", "-");
    let told = named.line(NEW).fails(2).err;
    assert!(told.contains("SISAM_USER"), "{told}");
    assert_eq!(stored(&env), before);
}

#[test]
fn a_dash_for_an_answer_is_read_only_where_it_is_a_text() {
    let env = with_routine();
    env.line("new-case --routine r --ref A --date start=2026-12-02 --answer vad=-")
        .piped("Tre nya\nböcker\n")
        .success();
    assert_eq!(answers(&env, "A")["vad"], "Tre nya böcker");
    env.line("set A --answer vad=-").piped("En bok").success();
    assert_eq!(answers(&env, "A")["vad"], "En bok");
    for (line, code) in [
        ("set A --answer antal=-", 1),
        ("set A --answer sort=-", 1),
        ("set A --answer finns-inte=-", 1),
        ("done A g --answer antal=-", 1),
        ("new-case --routine r --answer sort=-", 1),
        ("routine plan r --answer antal=-", 1),
    ] {
        env.line(line).piped("3").fails(code);
    }
    for input in ["", "-", "12 mars 121212-1212"] {
        let told = env
            .line("set A --answer vad=-")
            .piped(input)
            .ends(match input.len() {
                0 | 1 => 2,
                _ => 1,
            });
        assert!(!told.err.contains("1212"), "{}", told.err);
    }
    env.line("routine plan r --answer vad=-")
        .piped("En")
        .success();
    assert_eq!(answers(&env, "A")["vad"], "En bok");
}

#[test]
fn a_reason_for_going_on_is_read_too() {
    let env = Env::english();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-10-02 --answer akut=no")
        .success();
    env.line("new-case --continues A --ref B --reason - --date inskrivning=2026-12-02")
        .piped("Moved to another home")
        .success();
    let log = env.line("log A").success().out;
    assert!(log.contains("Moved to another"), "{log}");
}

#[test]
fn answers_for_many_are_the_same_as_for_one() {
    let env = with_routine();
    env.write(
        "t.csv",
        "ref;date:start;svar:sort\nB;2026-12-02;\nC;2026-12-02;c\n",
    );
    let options = "--routine r --answer sort=a --answer sort=b --answer vad=-";
    env.line(&format!(
        "new-case --ref A --date start=2026-12-02 {options}"
    ))
    .piped("En bok")
    .success();
    env.line(&format!("new-case --from t.csv {options}"))
        .piped("En bok")
        .success();
    assert_eq!(answers(&env, "B"), answers(&env, "A"));
    assert_eq!(answers(&env, "C")["vad"], "En bok");
    assert_eq!(answers(&env, "C")["sort"], "c");
    // One input cannot be both the table and a text.
    env.line("new-case --from - --routine r --answer vad=-")
        .piped("ref\nD\n")
        .fails(2);
}

#[test]
fn a_dash_in_a_cell_is_no_value_either() {
    let env = with_routine();
    for column in [
        "svar:vad",
        "roll:chef",
        "tar:g",
        "datum:start",
        "klart:g",
        "ref",
        "svar:antal",
    ] {
        env.write("t.csv", &format!("rutin;{column}\nr;-\n"));
        let told = env.line("new-case --from t.csv").fails(1).err;
        assert!(told.contains(&format!("line 2, {column}")), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_dash_typed_at_a_question_is_nothing() {
    let env = Env::new();
    env.line(NEW).success();
    for line in ["anteckna A", "hoppa A 3"] {
        let mut terminal = env.at_terminal(line);
        terminal.sees("?").enters("-");
        terminal.sees("Skriv något").enters("Ringt");
        assert_eq!(terminal.ends().0, 0);
    }
}

#[test]
fn a_booking_says_which_round_and_which_day() {
    let env = with_routine();
    env.line("new-case --routine r --ref A --date start=2026-12-01")
        .success();
    env.line("set A --takes g=chef").success();
    let told = env.line("set A --planned g=2026-12-10").success().out;
    assert!(
        told.contains("Step 1 G, round 1: booked Thu 10 Dec 2026"),
        "{told}"
    );
    env.line("done A g").success();
    let told = env
        .line("set A --planned g=2026-12-11 --round 2")
        .success()
        .out;
    assert!(told.contains("round 2: booked Fri 11 Dec 2026"), "{told}");
    let told = env
        .line("set A --planned g= --answer antal=3")
        .success()
        .out;
    assert!(told.contains("round 2: no longer booked"), "{told}");
    let told = env.line("set A --planned g=").success().out;
    assert!(!told.contains("booked"), "{told}");
}
