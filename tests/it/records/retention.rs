//! What is kept how long: no late case vanishes, and no age counts that was only asserted.

use super::super::harness::Env;
use super::super::lines::{line, refused, told};

#[path = "retention/ages.rs"]
mod ages;
#[path = "retention/file_log.rs"]
mod file_log;
#[path = "retention/rules.rs"]
mod rules;

/// A file of social services in which a case `A` was opened just now, its dates ahead.
fn just_opened() -> Env {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, "config holder=socialnamnd");
    told(&env, "config retention=arbetslista --decision SN~12");
    told(&env, &opening("A", 60));
    env
}

/// The line that opens a case with its first date so many days ahead.
fn opening(reference: &str, ahead: u64) -> String {
    let day = Env::days_from_now(ahead);
    format!(
        "new-case --routine nacka --ref {reference} --date inskrivning={day} --answer akut=nej --role elev=E."
    )
}

fn removed(env: &Env) -> usize {
    env.removed_cases().len()
}

#[test]
fn a_case_in_which_something_has_happened_is_no_mistake_whatever_it_was() {
    let day = Env::days_from_now(70);
    for happened in [
        "note A mormodern~ringde",
        "set A --answer akut=ja",
        &format!("set A --date inskrivning={day}"),
        "set A --role socialsekreterare=Berg",
        "done A 1",
        "skip A 1 --reason behövs~inte",
        &format!("extend A 1 --to {day} --reason x --decided-by y"),
        "close A --reason klart",
        "export A --out a.json",
    ] {
        let env = just_opened();
        told(&env, happened);
        let said = refused(&env, "purge A --mistake --reason dubblett");
        assert!(said.contains("inget annat har hänt"), "{happened}: {said}");
        if !happened.starts_with("export") {
            told(&env, "undo A --yes");
            refused(&env, "purge A --mistake --reason dubblett");
        }
        assert_eq!(removed(&env), 0, "{happened}");
    }
}

#[test]
fn what_was_recorded_with_the_opening_is_the_opening() {
    let env = just_opened();
    told(&env, "purge A --mistake --reason dubblett");
    assert_eq!(removed(&env), 1);
}

#[test]
fn a_late_case_is_never_a_mistake() {
    let env = just_opened();
    // Opened with a day that has passed: what was to be done before it is late at once.
    told(&env, &opening("B", 0));
    let said = refused(&env, "purge B --mistake --reason dubblett");
    assert!(said.contains("aldrig ett misstag"), "{said}");
}

#[test]
fn a_case_that_continues_another_is_no_mistake_and_neither_is_the_one_it_closed() {
    let env = just_opened();
    let day = Env::days_from_now(90);
    let next = format!("new-case --continues A --ref B --date inskrivning={day}");
    told(&env, &next);
    for case in ["A", "B"] {
        let said = refused(&env, &format!("purge {case} --mistake --reason dubblett"));
        assert!(said.contains("fortsätter ett annat"), "{said}");
    }
}

#[test]
fn a_case_of_which_an_older_copy_was_brought_back_is_no_mistake() {
    let env = just_opened();
    told(&env, "backup k.db");
    told(&env, "note A mormodern~ringde");
    told(&env, "restore k.db --force");
    let said = refused(&env, "purge A --mistake --reason dubblett");
    assert!(said.contains("återställd från en kopia"), "{said}");
}

#[test]
fn a_case_opened_under_a_given_day_is_no_mistake_of_just_now() {
    for day in ["2019-05-02", &Env::days_from_now(0), &Env::days_from_now(3)] {
        let env = just_opened();
        let ahead = Env::days_from_now(60);
        let open =
            format!("new-case --routine nacka --ref B --date inskrivning={ahead} --today {day}");
        told(&env, &open);
        env.as_if_recorded("2019-05-02T08:00:00Z");
        let said = refused(&env, "purge B --mistake --reason dubblett");
        assert!(said.contains("inom fem dagar"), "{day}: {said}");
    }
}

#[test]
fn a_mistake_needs_no_rule_since_it_is_no_record_of_a_child() {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, &opening("A", 60));
    told(&env, "purge A --mistake --reason dubblett");
    assert_eq!(removed(&env), 1);
}

#[test]
fn nothing_is_removed_under_a_given_day_however_it_was_given() {
    let env = just_opened();
    let tomorrow = Env::days_from_now(1);
    for given in ["2040-01-01", "2001-01-01", &tomorrow] {
        for how in ["--reason x", "--mistake --reason x", "--reason x --yes"] {
            let said = refused(&env, &format!("purge A {how} --today {given}"));
            assert!(said.contains("utan --idag"), "{said}");
        }
    }
    let env = env.with("SISAM_TODAY", "2040-01-01");
    let said = refused(&env, "gallra A --misstag --orsak x");
    assert!(said.contains("SISAM_TODAY"), "{said}");
    // A list may look ahead, and says that it does not count.
    assert!(told(&env, "gallra").contains("den dag det verkligen är"));
}
