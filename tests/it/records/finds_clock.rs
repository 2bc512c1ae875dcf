//! What was found of clocks: those of other computers, and checks by one that cannot be right.

use super::clock::{asked, home, newest, sql};
use super::finds_files::flat;
use super::{altered, clock};
use crate::harness::Env;

/// A home with the export of a case of another computer, whose clock was ahead.
fn from_ahead(reference: &str) -> Env {
    let env = home();
    let other = "--db annan.db";
    env.line(&format!(
        "new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej --ref {reference} {other}"
    ))
    .success();
    let at = "strftime('%Y-%m-%dT%H:%M:%SZ', at, '+40 days')";
    let ahead = format!("UPDATE event SET at = {at}, day = date(day, '+40 days')");
    std::fs::rename(env.path("arenden.db"), env.path("kvar.db")).unwrap();
    std::fs::rename(env.path("annan.db"), env.path("arenden.db")).unwrap();
    altered(&env, &ahead, reference);
    // By that clock nothing was wrong.
    sql(&env, "DELETE FROM settings WHERE key = 'newest_real_time'");
    let day = Env::days_from_now(40);
    env.line(&format!("export {reference} --out b.json --today {day}"))
        .success();
    std::fs::rename(env.path("arenden.db"), env.path("annan.db")).unwrap();
    std::fs::rename(env.path("kvar.db"), env.path("arenden.db")).unwrap();
    env
}

#[test]
fn another_computers_clock_does_not_move_this_files_newest_real_time() {
    // A file that knows its time, one from before that was kept, and one that knows nothing.
    for spoil in ["", "DELETE FROM settings WHERE key = 'newest_real_time'"] {
        let env = from_ahead("B");
        sql(&env, spoil);
        let told = env.line("import b.json").success().err;
        assert!(flat(&told).contains("har inte varit än"), "{told}");
        for line in ["list", "note A hej", "note B hej", "list"] {
            let told = env.line(line).success().err;
            assert!(!told.contains("klocka"), "{line}: {told}");
        }
        let told = env.line("import b.json --db ny.db").success();
        assert!(!told.err.contains("Datorns klocka"), "{}", told.err);
        let told = env.line("note B hej --db ny.db").success();
        assert!(!told.err.contains("Datorns klocka"), "{}", told.err);
        // A copy knows which of its cases are another's.
        env.line("backup kopia.db").success();
        env.line("note A igen").success();
        env.line("restore kopia.db --force").success();
        assert!(!env.line("list").success().err.contains("klocka"));
        // This computer's own clock still counts.
        newest(&env, "+3 days");
        assert!(env.line("note A nej").fails(1).err.contains("går fel"));
    }
}

#[test]
fn a_check_by_a_clock_that_cannot_be_right_knows_nothing() {
    for moved in ["+3 days", "+25 years"] {
        let env = clock::home();
        newest(&env, moved);
        for line in [
            "report --check",
            "report --overdue --check",
            "report --check --within 7 --format json",
        ] {
            let said = env.line(line).fails(1).err;
            assert!(said.contains("Datorns klocka går fel"), "{line}: {said}");
            assert!(said.contains("--idag 2"), "{line}: {said}");
            assert_eq!(said.matches("går fel").count(), 1, "{line}: {said}");
        }
        // Whether the file is whole is shown, and not that all is well.
        for line in ["doctor", "doctor --format json"] {
            let told = env.line(line).ends(1);
            let said = flat(&(told.err + &told.out));
            assert!(said.contains("Datorns klocka går fel"), "{line}: {said}");
            assert!(!said.contains("Allt är bra"), "{line}: {said}");
        }
        // What is no check is shown as before, and a given day is believed.
        env.line("report --overdue").success();
        env.line("report --check --today 2026-11-21").success();
        let today = asked(&env, "SELECT date('now', 'localtime')");
        env.line(&format!("doctor --today {today}")).success();
    }
}

#[test]
fn a_table_says_of_a_day_far_off_that_the_clock_may_be_wrong_as_a_single_command_does() {
    let env = Env::new().without("SISAM_TODAY").with_file();
    for (column, day) in [
        ("date:inskrivning", "2060-12-02"),
        ("done:1", "1999-01-02"),
        // Of these a likely day is guessed, and told first.
        ("date:inskrivning", "2062-12-02"),
        ("date:inskrivning", "0026-12-02"),
    ] {
        env.write("m.csv", &format!("ref;routine;{column}\nX;nacka;{day}\n"));
        let said = flat(&env.line("new-case --from m.csv").fails(1).err);
        assert!(said.contains("stämmer datorns klocka? Den visar"), "{said}");
    }
    // A clock that is only asked about is told as by a single command.
    let env = clock::home();
    newest(&env, "-400 days");
    clock::recorded(&env, "-400 days");
    env.write(
        "m.csv",
        "ref;routine;date:inskrivning\nX;nacka;2026-12-02\n",
    );
    let told = env.line("new-case --from m.csv --yes").success().err;
    assert!(told.contains("Stämmer datorns klocka?"), "{told}");
}
