//! What is typed wrongly is quoted back, and nothing in it steers the terminal.

use super::{STEERING, is_harmless, survives};
use crate::harness::Env;

#[test]
fn what_is_quoted_back_does_not_steer() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-01 --answer akut=nej")
        .success();
    let x = STEERING;
    let pair = format!("{x}=2026-12-01");
    let long = "x".repeat(100_000);
    for x in [x, long.as_str()] {
        for line in [
            vec![x],
            vec!["--db", x, "list"],
            vec!["--lang", x, "list"],
            vec!["--today", x, "list"],
            vec!["--color", x, "list"],
            vec!["--format", x, "list"],
            vec!["--routines", x, "routine", "list"],
            vec!["list", x],
            vec!["show", x],
            vec!["show", "N1", x],
            vec!["log", x],
            vec!["why", "N1", x],
            vec!["why", "N1", "1", "--round", x],
            vec!["done", "N1", x],
            vec!["done", "N1", "1", "--on", x],
            vec!["done", "N1", "1", "--item", x],
            vec!["done", "N1", "1", "--answer", x],
            vec!["done", "N1", "1", "--answer", &pair],
            vec!["skip", "N1", x, "--reason", "y"],
            vec![
                "extend",
                "N1",
                "1",
                "--to",
                x,
                "--reason",
                x,
                "--decided-by",
                x,
            ],
            vec!["set", "N1", "--date", &pair],
            vec!["set", "N1", "--role", &pair],
            vec!["set", "N1", "--takes", &pair],
            vec!["set", "N1", "--planned", &pair],
            vec!["set", "N1", "--answer", &pair],
            vec!["set", "N1", "--calendar", x],
            vec!["note", x, "y"],
            vec!["note", "N1", "y", "--step", x],
            vec!["undo", "N1", x],
            vec!["reopen", "N1", "--reason", x],
            vec!["new-case", "--routine", x],
            vec!["new-case", "--routine", "nacka", "--trigger", x],
            vec!["new-case", "--continues", x],
            vec!["report", "--role", x],
            vec!["report", "--who", x],
            vec!["report", "--routine", x],
            vec!["report", "--party", x],
            vec!["report", "--by", x],
            vec!["report", "--within", x],
            vec!["routine", "show", x],
            vec!["routine", "check", x],
            vec!["routine", "plan", x],
            vec!["routine", "test", x],
            vec!["routine", "plan", "nacka", "--done", &pair],
        ] {
            let what = line.join(" ").chars().take(60).collect::<String>();
            let output = survives(env.sisam(line.iter().chain(&["--color", "always"])), &what);
            is_harmless(&output.stdout, true, &what);
            is_harmless(&output.stderr, true, &what);
        }
    }
}

#[test]
fn variables_that_steer_are_quoted_back_clean() {
    for name in [
        "SISAM_DB",
        "SISAM_ROUTINES",
        "SISAM_LANG",
        "SISAM_TODAY",
        "SISAM_ROLE",
        "SISAM_USER",
    ] {
        let env = Env::new().with(name, STEERING);
        for line in ["list", "routine list", "next", "new-case --routine nacka"] {
            let output = survives(env.line(line), name);
            is_harmless(&output.stdout, false, name);
            is_harmless(&output.stderr, false, name);
        }
    }
}
