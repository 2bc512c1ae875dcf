//! Code words: what people call a case among themselves.

use std::collections::BTreeSet;

use crate::harness::Env;

fn opened(env: &Env, reference: &str) -> String {
    let line =
        format!("new-case --yes --routine nacka --date inskrivning=2026-12-02 --ref {reference}");
    env.line(&line).success();
    word(env, reference)
}

fn word(env: &Env, case: &str) -> String {
    let shown = env
        .line(&format!("show {case} --format json"))
        .success()
        .out;
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    shown["code_word"].as_str().unwrap().to_owned()
}

#[test]
fn every_case_has_a_word_of_its_own_and_is_found_by_it() {
    let env = Env::new();
    let words: Vec<_> = (1..=12).map(|n| opened(&env, &format!("A-{n}"))).collect();
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 12);
    let listed = env.line("list").success().out;
    for (n, word) in words.iter().enumerate() {
        assert!(listed.contains(&format!("A-{} {word}", n + 1)), "{listed}");
        // Without dots and rings, and in capitals, too.
        let typed = word
            .to_uppercase()
            .replace(['Å', 'Ä'], "A")
            .replace('Ö', "O");
        let shown = env.line(&format!("show {typed}")).success().out;
        assert!(shown.contains(&format!("A-{} {word}", n + 1)), "{shown}");
    }
    env.line(&format!("note {} Ringde", words[3])).success();
    assert!(env.line("log A-4").success().out.contains("Ringde"));
}

#[test]
fn a_word_is_changed_to_another_of_the_list_and_to_nothing_else() {
    let env = Env::new();
    let (first, second) = (opened(&env, "A-1"), opened(&env, "A-2"));
    for (word, why) in [
        ("kalle", "inget av sisams kodord"),
        (second.as_str(), "öppet ärende"),
    ] {
        let told = env.line(&format!("set A-1 --code-word {word}")).fails(1);
        assert!(told.err.contains(why), "{told:?}");
        assert_eq!(word_of(&env), first);
    }
    env.line("sätt A-1 --kodord TALGOXE").success();
    assert_eq!(word_of(&env), "talgoxe");
    // It is the file's own: no event, and nobody else is told.
    let log = env.line("log A-1 --format json").success().out;
    let export = env.line("export A-1").success().out;
    assert!(
        !log.contains("talgoxe") && !export.contains("talgoxe"),
        "{export}"
    );
}

fn word_of(env: &Env) -> String {
    word(env, "A-1")
}

#[test]
fn a_word_is_free_when_its_case_is_closed_and_settled_when_it_comes_back() {
    let env = Env::new();
    opened(&env, "A-1");
    env.line("set A-1 --code-word talgoxe").success();
    env.line("close A-1 --reason flyttade").success();
    opened(&env, "A-2");
    env.line("set A-2 --code-word talgoxe").success();
    // The open one is meant.
    assert!(
        env.line("show talgoxe")
            .success()
            .out
            .contains("A-2 talgoxe")
    );
    env.line("reopen A-1 --reason åter").success();
    let words: BTreeSet<_> = ["A-1", "A-2"].map(|case| word(&env, case)).into();
    assert_eq!(words.len(), 2);
    assert_eq!(word(&env, "A-2"), "talgoxe");
    // So too when the closing is taken back.
    env.line("close A-2 --reason flyttade").success();
    env.line("set A-1 --code-word talgoxe").success();
    env.line("undo A-2 --yes").success();
    assert_ne!(word(&env, "A-2"), word(&env, "A-1"));
}

#[test]
fn a_case_that_is_imported_gets_a_word_of_this_file() {
    let (from, to) = (Env::new(), Env::new());
    opened(&from, "A-1");
    from.line("set A-1 --code-word talgoxe").success();
    let whole = from.line("export A-1").success().out;
    opened(&to, "B-1");
    to.line("set B-1 --code-word talgoxe").success();
    to.sisam(["import", "-"]).piped(whole).success();
    assert_ne!(word(&to, "A-1"), "talgoxe");
    to.line("doctor").success();
}

#[test]
fn a_reference_wins_over_a_word() {
    let env = Env::new();
    opened(&env, "A-1");
    env.line("set A-1 --code-word talgoxe").success();
    opened(&env, "talgoxe");
    assert_ne!(word(&env, "talgoxe"), "talgoxe");
}
