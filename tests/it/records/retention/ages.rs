//! Age: what was only asserted does not count.

use super::{line, refused, removed, told};
use crate::harness::Env;

/// A file that is a worklist, where everything is done under the day given.
fn given(day: &str) -> Env {
    let env = Env::new().with_file().with("SISAM_TODAY", day);
    told(&env, "config holder=socialnamnd");
    told(&env, "config retention=arbetslista --decision SN~12");
    env
}

/// A case `A` opened and closed that day.
fn opened_and_closed(day: &str) -> Env {
    let env = given(day);
    told(
        &env,
        &format!("new-case --routine nacka --ref A --date inskrivning={day}"),
    );
    told(&env, "close A --reason klart");
    env
}

#[test]
fn a_case_opened_and_closed_under_old_days_is_no_older_than_the_file_knows() {
    let env = opened_and_closed("2010-03-01").on_the_real_day();
    let said = refused(&env, "purge A --reason tiden~ute");
    assert!(said.contains("får inte gallras före"), "{said}");
    assert!(said.contains("när det verkligen antecknades"), "{said}");
    assert_eq!(removed(&env), 0);
    env.as_if_recorded("2010-03-01T08:00:00Z");
    told(&env, "purge A --reason tiden~ute");
    assert_eq!(removed(&env), 1);
}

#[test]
fn the_real_time_counts_and_not_the_given_one_on_the_days_around_the_boundary() {
    // As the list has it on each day: what is removed goes by the same days.
    let env = opened_and_closed("2019-03-01");
    env.as_if_recorded("2020-02-29T08:00:00Z");
    for (day, when) in [
        ("2025-02-27", "från fre 28 feb 2025, senast tor 31 dec 2026"),
        ("2025-02-28", "tiden är inne, senast tor 31 dec 2026"),
        ("2026-12-31", "tiden är inne, senast tor 31 dec 2026"),
        ("2027-01-01", "skulle ha skett senast tor 31 dec 2026"),
    ] {
        let list = told(&env, &format!("purge --plain --today {day}"));
        assert!(list.contains(&format!("Gallras: {when}")), "{day}: {list}");
    }
}

#[test]
fn an_end_of_the_placement_that_is_set_back_counts_from_when_it_was_said() {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, "config holder=socialnamnd");
    told(&env, "config retention=arbetslista --decision SN~12");
    let day = Env::days_from_now(0);
    let year = day.get(..4).unwrap();
    let last_year = year.parse::<i32>().unwrap() - 6;
    let open = format!("new-case --routine nacka --ref A --date inskrivning={last_year}-01-10");
    told(&env, &open);
    told(&env, &format!("set A --date utskrivning={last_year}-03-10"));
    told(&env, "close A --reason klart");
    let said = refused(&env, "purge A --reason tiden~ute");
    assert!(said.contains("antecknades först"), "{said}");
    assert_eq!(removed(&env), 0);
}

#[test]
fn the_end_of_the_placement_counts_where_it_was_said_in_time_and_is_named() {
    let env = given("2018-05-02");
    told(
        &env,
        "new-case --routine nacka --ref A --date inskrivning=2018-05-02",
    );
    told(&env, "set A --date utskrivning=2018-12-01");
    told(&env, "close A --reason klart --today 2020-06-01");
    env.as_if_recorded("2018-05-02T08:00:00Z");
    let env = env.on_the_real_day();
    let shown = told(&env, "purge A --reason tiden~ute");
    assert!(
        shown.contains("placeringens slut (Utskrivning från ungdomshemmet, lör 1"),
        "{shown}"
    );
}

#[test]
fn a_case_that_was_taken_in_is_no_older_than_that() {
    let env = opened_and_closed("2010-03-01");
    env.as_if_recorded("2010-03-01T08:00:00Z");
    told(&env, "export A --out a.json");
    let other = given("2010-03-01").on_the_real_day();
    std::fs::copy(env.path("a.json"), other.path("a.json")).unwrap();
    // Also when the day of taking in is given.
    told(&other, "import a.json --today 2010-03-02");
    let said = refused(&other, "purge A --reason tiden~ute");
    assert!(said.contains("får inte gallras före"), "{said}");
    assert_eq!(removed(&other), 0);
}

#[test]
fn an_entry_of_today_makes_a_record_young_again_however_it_is_dated() {
    let env = given("2019-05-02");
    told(&env, "config retention=akt --decision SN~13");
    let open = "new-case --routine skolfranvaro --ref A --date utlosare=2019-05-02 --trigger fem-tillfallen";
    told(&env, open);
    told(&env, "close A --reason klart");
    env.as_if_recorded("2019-05-02T08:00:00Z");
    told(&env, "reopen A --reason fel");
    told(&env, "close A --reason klart --today 2019-06-01");
    let env = env.on_the_real_day();
    line(&env, "note A sent~tillagt").success();
    let said = refused(&env, "purge A --reason tiden~ute");
    assert!(
        said.contains("Fem år efter den sista anteckningen"),
        "{said}"
    );
}
