//! School calendars: a municipality's terms, breaks and study days, as TOML.

use toml::de::DeTable;

use super::head::{check_format, is_other_format};
use super::reader::FileReader;
use super::table::TomlTable;
use super::{format, read_tables};
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::school::{SchoolCalendar, SchoolEntry, SchoolSpan};

/// Reads a school calendar. All problems come back at once, in the order of the text.
pub fn load_school_calendar(text: &str) -> Result<SchoolCalendar, Vec<Problem>> {
    match read_tables(text, true, read)? {
        (calendar, problems) if problems.is_empty() => Ok(calendar),
        (_, problems) => Err(problems),
    }
}

/// `is_whole`: nothing of the text is lost to a fault in its syntax, so that terms can be told to be missing.
fn read(root: &DeTable, is_whole: bool, reader: &mut FileReader) -> Option<SchoolCalendar> {
    if is_other_format(root, &reader.report) {
        return None;
    }
    let table = TomlTable::open(&format::CALENDAR, root, 0..0, reader);
    check_format(&table);
    let terms = table.each("term", &format::SCHOOL_TERM, |table| {
        (span(table, false), table.span())
    });
    let off = table.each("off", &format::TIME_OFF, |table| {
        (span(table, true), table.span())
    });
    let spans =
        |spans: &[(Option<SchoolSpan>, _)]| spans.iter().map(|(span, _)| span.clone()).collect();
    let (terms_read, off_read): (Option<_>, Option<_>) = (spans(&terms), spans(&off));
    let calendar = SchoolCalendar {
        title: table.required("title"),
        terms: terms_read?,
        off: off_read?,
    };
    let problems = is_whole.then(|| calendar.problems());
    for (entry, problem) in problems.into_iter().flatten() {
        let place = match entry {
            SchoolEntry::Calendar => None,
            SchoolEntry::Term(place) => terms.get(place),
            SchoolEntry::Off(place) => off.get(place),
        };
        let place = place.map_or(0..0, |(_, place)| place.clone());
        reader
            .report
            .add(place, ProblemKind::SchoolCalendar(problem));
    }
    Some(calendar)
}

/// Of what may be a single day, the first day is the last when none is given.
fn span(table: &TomlTable, may_be_one_day: bool) -> Option<SchoolSpan> {
    let (title, first) = (table.required("title"), table.date("first"));
    let one_day = first.filter(|_| may_be_one_day);
    let last = table.date("last").or(one_day);
    Some(SchoolSpan {
        title,
        first: first?,
        last: last?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::school::SchoolProblem;

    /// A school year of a municipality that does not exist.
    const YEAR: &str = r#"
format = 1
title = "Läsåret 2026/27"

[[term]]
title = "Höstterminen 2026"
first = 2026-08-17
last = 2026-12-18

[[term]]
title = "Vårterminen 2027"
first = 2027-01-11
last = 2027-06-15

[[off]]
title = "Höstlov"
first = 2026-11-02
last = 2026-11-06

[[off]]
title = "Studiedag"
first = 2026-11-23
"#;

    fn problems(text: &str) -> Vec<ProblemKind> {
        let problems = load_school_calendar(text).unwrap_err();
        problems.into_iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn a_school_year_is_read() {
        let calendar = load_school_calendar(YEAR).unwrap();
        assert_eq!(calendar.terms.len(), 2);
        let study_day = "2026-11-23".parse().unwrap();
        assert_eq!(calendar.is_school_day(study_day), Some(false));
        let the_day_after = "2026-11-24".parse().unwrap();
        assert_eq!(
            calendar.nth_school_day(study_day, 1, true),
            Some(the_day_after)
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let backwards = YEAR.replace("last = 2026-12-18", "last = 2026-08-01");
        assert!(matches!(
            problems(&backwards)[..],
            [ProblemKind::SchoolCalendar(SchoolProblem::Backwards { .. })]
        ));
        let overlap = YEAR.replace("first = 2027-01-11", "first = 2026-12-01");
        assert!(matches!(
            problems(&overlap)[..],
            [ProblemKind::SchoolCalendar(
                SchoolProblem::OutOfOrder { .. }
            )]
        ));
        let gap = YEAR
            .replace("first = 2027-01-11", "first = 2027-08-16")
            .replace("last = 2027-06-15", "last = 2027-12-17");
        assert!(matches!(
            problems(&gap)[..],
            [ProblemKind::SchoolCalendar(SchoolProblem::Gap { .. })]
        ));
        let short = YEAR.replace("last = 2027-06-15", "last = 2027-05-14");
        assert!(matches!(
            problems(&short)[..],
            [ProblemKind::SchoolCalendar(SchoolProblem::TooFewDays { days, .. })] if days < 178
        ));
        let outside = YEAR.replace("first = 2026-11-23", "first = 2026-12-23");
        assert!(matches!(
            problems(&outside)[..],
            [ProblemKind::SchoolCalendar(
                SchoolProblem::OutsideTerms { .. }
            )]
        ));
        assert!(problems("format = 1\ntitle = \"x\"\nlov = 1\n").len() >= 2);
    }
}
