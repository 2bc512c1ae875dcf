//! Code words: what people call a case among themselves.

use std::collections::BTreeSet;

use crate::cases::several;
use crate::harness::Env;
#[cfg(unix)]
use crate::terminal::ENTER;

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
        (second.as_str(), "annat ärende"),
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
fn a_word_that_meant_one_child_never_means_another() {
    let env = Env::new();
    let first = opened(&env, "A-1");
    env.line("set A-1 --code-word talgoxe").success();
    env.line("close A-1 --reason flyttade").success();
    opened(&env, "A-2");
    // Neither the word of a closed case nor one that a case had before; its own it gets back.
    for word in ["talgoxe", first.as_str()] {
        let told = env.line(&format!("set A-2 --code-word {word}")).fails(1);
        assert!(told.err.contains("annat ärende"), "{told:?}");
    }
    env.line("set A-1 --code-word skrake").fails(1);
    env.line("reopen A-1 --reason åter").success();
    assert_eq!(word(&env, "A-1"), "talgoxe");
    env.line(&format!("set A-1 --code-word {first}")).success();
    let log = env.line("log --file --format json").success().out;
    assert!(log.contains("\"was\": \"talgoxe\""), "{log}");
}

#[test]
fn a_word_by_another_hand_is_found_and_made_anew() {
    for bad in [
        "'Johan Svensson'",
        "(SELECT code_word FROM cases WHERE id = 2)",
    ] {
        let env = Env::new().with("SISAM_DB", "s.db");
        opened(&env, "A-1");
        opened(&env, "A-2");
        let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
        let change = format!("UPDATE cases SET code_word = {bad} WHERE id = 1");
        db.execute(&change, []).unwrap();
        drop(db);
        env.line("doctor").ends(1);
        env.line("doctor --repair --yes").success();
        env.line("doctor").success();
        assert_ne!(word(&env, "A-1"), word(&env, "A-2"));
    }
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

#[cfg(unix)]
#[test]
fn the_search_in_the_walk_finds_a_case_by_a_part_of_its_word() {
    let env = several(Env::new());
    let mut terminal = env.at_terminal("next 2026-003");
    terminal.presses("/").sees("Vilket ärende?").sees("Gå ut");
    terminal.types("lregn").sees("1 av 4").types(ENTER);
    terminal.sees("\u{1b}[1m2026-002 gullregn");
    terminal.leaves();
}
