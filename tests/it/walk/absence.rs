//! The absence routine: a bad evaluation opens round two, a good one offers to end the case.

use super::*;

fn to_the_evaluation(env: &Env) {
    let lines = [
        "new-case --routine skolfranvaro --ref F1 --trigger fem-tillfallen --date utlosare=2026-09-07",
        "done F1 underratta --on 2026-09-07",
        "done F1 kontakt --on 2026-09-08 --answer samtycke=nej",
        "done F1 malmote --on 2026-09-16",
        "done F1 uppdrag --on 2026-09-20",
        "done F1 natverksmote --on 2026-10-01 --answer anmalan=nej",
        "done F1 uppfoljningsmote --on 2026-11-01 --answer i-skola=nej",
    ];
    for line in lines {
        env.line(line).success();
    }
}

#[test]
fn a_bad_evaluation_opens_round_two_and_a_good_one_ends_the_case() {
    let env = Env::new();
    to_the_evaluation(&env);
    let mut terminal = env.at_terminal("next F1");
    terminal
        .says("F1 · Steg 6", LATER)
        .says("F1 · Steg 10", DONE)
        // It was answered today.
        .sees("Går eleven i skolan nu? nej (i dag)")
        .must_answer("Hur har det gått?", "annan åtgärd", 1)
        .ticks("Utvärdera det ni", &[0])
        .day("")
        .sees("Klart: Steg 10 Utvärdera tillsammans")
        .sees("Nytt: Steg 5, omgång 2")
        .sees("F1 · Steg 11");
    terminal.leaves();
    let again = case(&env, "F1");
    for step in ["natverksmote", "uppfoljningsmote", "utvardering"] {
        assert_eq!(round(&again, step, 1)["status"], "done");
        assert_ne!(round(&again, step, 2)["status"], "done");
    }
    assert_eq!(status(&again, "bedomarteam"), "open");

    for line in [
        "done F1 natverksmote --on 2026-12-01 --answer anmalan=nej --today 2027-01-20",
        "done F1 uppfoljningsmote --on 2027-01-08 --answer i-skola=delvis --today 2027-01-20",
    ] {
        env.line(line).success();
    }
    let mut terminal = env.at_terminal("next F1 --today 2027-01-20");
    walks_to_the_good_end(&mut terminal);
    assert_eq!(terminal.ends().0, 0);
    let ended = case_on(&env, "F1", "2027-01-20");
    assert_eq!(ended["status"], "closed");
    assert_eq!(ended["answers"]["i-skola"], "delvis");
    assert_eq!(round(&ended, "utvardering", 2)["status"], "done");
}

/// What is left beside the evaluation is put off; the good outcome offers to end the case at once.
fn walks_to_the_good_end(terminal: &mut AtTerminal) {
    terminal
        .says("F1 · Steg 6", LATER)
        .says("F1 · Steg 10, omgång 2", DONE)
        .sees("Går eleven i skolan nu? delvis (i dag)")
        .must_answer("Hur har det gått?", "annan åtgärd", 0)
        .ticks("Utvärdera det ni", &[0])
        .day("")
        .sees("kan ärendet avslutas nu")
        .sees("Kvar: ")
        .sees("Skolgången: i skolan: delvis")
        .must_answer("Stänga ärendet?", "nej", 0)
        .sees("Ärendet har steg som är försenade")
        .sees("Varför?")
        .enters("Målet är nått")
        .sees("Ärendet är stängt.");
}
