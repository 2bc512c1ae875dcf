//! School time: dates that move to school days, and dates that lie on others.

use sisam::domain::school::SchoolCalendar;
use sisam::routine_file::load_school_calendar;

use super::super::trial::{Trial, step};
use super::ruled;

fn school_year() -> SchoolCalendar {
    let text = "format = 1\ntitle = \"Läsåret 2026/27\"\n\
        term = [{ title = \"HT\", first = 2026-08-17, last = 2026-12-18 }, { title = \"VT\", first = 2027-01-11, last = 2027-06-15 }]\n\
        off = [{ title = \"Höstlov\", first = 2026-10-26, last = 2026-10-30 }, { title = \"Avslutning\", first = 2027-06-14, last = 2027-06-15 }]\n";
    load_school_calendar(text).unwrap()
}

fn with_calendar(trial: &mut Trial) {
    trial
        .change(|draft| draft.set_school_calendar(school_year()))
        .unwrap();
}

#[test]
fn a_date_moves_to_a_school_day() {
    for (roll, a, rows) in [
        // Christmas Eve is a Thursday; the autumn ends on Friday the 18th.
        (
            "school-previous",
            "2026-12-24",
            "open 2026-12-18 raw 2026-12-24",
        ),
        (
            "school-next",
            "2026-12-24",
            "open 2027-01-11 raw 2026-12-24",
        ),
        // In the autumn break.
        (
            "school-previous",
            "2026-10-28",
            "open 2026-10-23 raw 2026-10-28",
        ),
        (
            "school-next",
            "2026-10-28",
            "open 2026-11-02 raw 2026-10-28",
        ),
        ("school-next", "2026-10-23", "open 2026-10-23"),
    ] {
        let mut trial = ruled(&format!("{{ on = \"a\", roll = \"{roll}\" }}"));
        with_calendar(&mut trial);
        assert_eq!(trial.date("a", a).rows("s"), rows, "{roll} {a}");
        assert!(trial.may_change("s").is_empty(), "{roll} {a}");
    }
}

#[test]
fn where_the_calendar_does_not_say_it_is_the_nearest_working_day_and_that_is_told() {
    for (has_calendar, roll, a, rows) in [
        (
            false,
            "school-previous",
            "2026-12-24",
            "open 2026-12-23 raw 2026-12-24",
        ),
        (
            false,
            "school-next",
            "2026-12-24",
            "open 2026-12-28 raw 2026-12-24",
        ),
        (false, "school-next", "2026-10-28", "open 2026-10-28"),
        // Before its first day, a Sunday, and after its last, a Wednesday and a Saturday.
        (
            true,
            "school-next",
            "2026-08-16",
            "open 2026-08-17 raw 2026-08-16",
        ),
        (true, "school-previous", "2027-06-16", "open 2027-06-16"),
        (
            true,
            "school-previous",
            "2027-06-19",
            "open 2027-06-18 raw 2027-06-19",
        ),
        // Its last two days are off, so no school day follows within it.
        (true, "school-next", "2027-06-14", "open 2027-06-14"),
    ] {
        let mut trial = ruled(&format!("{{ on = \"a\", roll = \"{roll}\" }}"));
        if has_calendar {
            with_calendar(&mut trial);
        }
        assert_eq!(trial.date("a", a).rows("s"), rows, "{roll} {a}");
        assert_eq!(trial.may_change("s"), ["calendar"], "{roll} {a}");
    }
}

#[test]
fn a_term_of_school_days_waits_for_the_calendar() {
    let mut trial = ruled("{ after = \"a\", term = \"2 schooldays\" }");
    trial.date("a", "2026-10-22");
    assert_eq!(trial.rows("s"), "waiting ?calendar");
    with_calendar(&mut trial);
    assert_eq!(trial.rows("s"), "open 2026-11-02");
}

#[test]
fn a_step_in_which_a_school_has_part_says_so_when_it_is_due_on_another_day() {
    let roles = "[[role]]\nid = \"rektor\"\ntitle = \"R\"\nschool = true\n[[role]]\nid = \"soc\"\ntitle = \"S\"\n";
    for (who, is_schools) in [
        ("responsible = [\"rektor\"]", true),
        ("responsible = [\"soc\"]", false),
        ("choose_responsible = [\"soc\", \"rektor\"]", true),
        ("responsible = [\"soc\"]\nparticipants = [\"rektor\"]", true),
    ] {
        let mut trial =
            Trial::of_version_2(&(step("s", &format!("{who}\ndue = {{ on = \"a\" }}")) + roles));
        for (a, is_closed) in [
            ("2026-10-28", true),
            ("2026-11-07", true),
            ("2026-11-09", false),
            // Not covered.
            ("2027-07-07", false),
        ] {
            trial.date("a", a);
            assert!(!trial.row("s").no_school_day || trial.case().school.is_some());
            with_calendar(&mut trial);
            assert_eq!(
                trial.row("s").no_school_day,
                is_schools && is_closed,
                "{who} {a}"
            );
            assert_eq!(trial.rows("s"), format!("open {a}"));
        }
        trial.date("a", "2026-10-28").done("s", "2026-10-20");
        assert!(!trial.row("s").no_school_day);
    }
}
