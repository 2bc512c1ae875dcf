//! School calendars: a municipality's terms, breaks and study days, as TOML.

use std::ops::Range;

use super::format::{CALENDAR, NEWEST_OF_CALENDAR};
use super::read_tables;
use super::table::{FromToml, TomlTable};
use super::value::TomlValue;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::school::{SchoolCalendar, SchoolEntry, SchoolSpan};

/// Reads a school calendar. All problems come back at once, in the order of the text.
pub fn load_school_calendar(text: &str) -> Result<SchoolCalendar, Vec<Problem>> {
    match read_tables(text, &CALENDAR, true, NEWEST_OF_CALENDAR, read)? {
        (calendar, problems) if problems.is_empty() => Ok(calendar),
        (_, problems) => Err(problems),
    }
}

fn read(table: &TomlTable) -> Option<SchoolCalendar> {
    let title = table.get("title");
    let (terms, off) = (spans(table, "term"), spans(table, "off"));
    let place =
        |list: &[(Range<usize>, _)], place: usize| list.get(place).map(|(span, _)| span.clone());
    let read = |list: &[(_, Option<SchoolSpan>)]| {
        list.iter()
            .map(|(_, span)| span.clone())
            .collect::<Option<Vec<_>>>()
    };
    let calendar = SchoolCalendar {
        title,
        terms: read(&terms)?,
        off: read(&off)?,
    };
    for (entry, problem) in calendar.problems() {
        let place = match entry {
            SchoolEntry::Calendar => None,
            SchoolEntry::Term(nth) => place(&terms, nth),
            SchoolEntry::Off(nth) => place(&off, nth),
        };
        let problem = ProblemKind::SchoolCalendar(problem);
        table.reader.report(place.unwrap_or_default(), problem);
    }
    Some(calendar.without_overlap())
}

fn spans(table: &TomlTable, key: &str) -> Vec<(Range<usize>, Option<SchoolSpan>)> {
    let spans = table.list(key).into_iter();
    let spans = spans.map(|value| (value.span(), SchoolSpan::from_toml(&value)));
    let mut spans: Vec<_> = spans.collect();
    // Municipalities print them in any order.
    spans.sort_by_key(|(_, span)| span.as_ref().map(|span| (span.first, span.last)));
    spans
}

impl FromToml for SchoolSpan {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        let table = value.table()?;
        let (title, first) = (table.get("title"), table.read("first"));
        // What may be a single day ends with it when no last day is given.
        let one_day = first.filter(|_| value.key == "off");
        let last = table.read("last").or(one_day);
        Some(Self {
            title,
            first: first?,
            last: last?,
        })
    }
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
    fn it_is_read_as_municipalities_print_it() {
        let printed = YEAR.replacen(
            "first = 2026-08-17\nlast = 2026-12-18",
            "first = 2027-01-11\nlast = 2027-06-15",
            1,
        );
        let (head, spring) = printed.split_at(printed.rfind("[[term]]").unwrap());
        let spring = spring.replacen(
            "first = 2027-01-11\nlast = 2027-06-15",
            "first = 2026-08-17\nlast = 2026-12-18",
            1,
        );
        // A break in the summer, one day twice, and a study day within a break.
        let more = "[[off]]\ntitle = \"Sommarlov\"\nfirst = 2027-06-16\nlast = 2027-08-15\n\
                    [[off]]\ntitle = \"Studiedag\"\nfirst = 2026-11-04\n\
                    [[off]]\ntitle = \"Fritids stänger\"\nfirst = 2026-11-23\n";
        let calendar = load_school_calendar(&format!("{head}{spring}{more}")).unwrap();
        let as_ordered = load_school_calendar(YEAR).unwrap();
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        for day in day("2026-07-01")
            .iter_days()
            .take_while(|on| *on < day("2027-07-01"))
        {
            let school = (calendar.is_school_day(day), as_ordered.is_school_day(day));
            assert_eq!(school.0, school.1, "{day}");
        }
    }

    #[test]
    fn no_term_is_missed_that_could_not_be_read() {
        let broken = YEAR.replacen("[[term]]", "[[term]", 1);
        let found = problems(&broken);
        assert!(matches!(found[..], [ProblemKind::Syntax(_)]), "{found:?}");
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
            [ProblemKind::SchoolCalendar(SchoolProblem::Overlap { .. })]
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
        assert!(problems("format = 1\ntitle = \"x\"\nlov = 1\n").len() >= 2);
    }
}
