//! Days without school: from the last day at the old school to the first at the new one, in days a school was open.

use chrono::NaiveDate;

use super::{
    calendar::is_working_day,
    case::Case,
    ids::{KeyDateId, QuestionId},
    routine::Routine,
};

/// The question that every follow-up asks, the same in all routines.
pub const IN_SCHOOL: &str = "i-skola";
/// Its answers that say the child has begun.
const IN_SCHOOL_ANSWERS: [&str; 2] = ["ja", "delvis"];

/// The pairs of key dates that mean the same in every routine: last day at the old school, first at the new.
const GAPS: [(&str, &str); 2] = [
    ("sista-skoldag", "forsta-skoldag"),
    ("sista-skoldag-avslut", "forsta-skoldag-avslut"),
];

/// Days without school, and how they were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysWithoutSchool {
    pub days: usize,
    /// Counted by the municipality's school calendar; otherwise in working days.
    pub by_calendar: bool,
    /// The child has not begun at the new school yet: the days go on.
    pub goes_on: bool,
}

/// The first school day that somebody should tell: the child has begun, as was answered after the last day at the school
/// before, and nobody has said when.
pub fn first_day_untold(routine: &Routine, case: &Case) -> Option<KeyDateId> {
    let first = untold_first_day(case)?;
    routine.key_date(&first).map(|date| date.id.clone())
}

fn untold_first_day(case: &Case) -> Option<KeyDateId> {
    let answer = case.answers.get(&QuestionId::from(IN_SCHOOL))?;
    if !IN_SCHOOL_ANSWERS.contains(&answer.value.as_str()) {
        return None;
    }
    let untold = GAPS.iter().rev().find(|(last, first)| {
        let left = case.dates.get(&KeyDateId::from(*last));
        left.is_some_and(|left| left.on < answer.stamp.day)
            && !case.dates.contains_key(&KeyDateId::from(*first))
    });
    untold.map(|(_, first)| KeyDateId::from(*first))
}

/// The days without school so far, at both ends of a placement; `None` while no last day at a school has come, and while
/// the child has begun on a day that nobody has told.
pub fn days_without_school(case: &Case, today: NaiveDate) -> Option<DaysWithoutSchool> {
    if untold_first_day(case).is_some() {
        return None;
    }
    let gaps = GAPS
        .iter()
        .filter_map(|(last, first)| gap(case, last, first, today));
    gaps.reduce(|one, other| DaysWithoutSchool {
        days: one.days + other.days,
        by_calendar: one.by_calendar && other.by_calendar,
        goes_on: one.goes_on || other.goes_on,
    })
}

fn gap(case: &Case, last: &str, first: &str, today: NaiveDate) -> Option<DaysWithoutSchool> {
    let day_of = |id: &str| Some(case.dates.get(&KeyDateId::from(id))?.on);
    let left = day_of(last).filter(|left| *left < today)?;
    let began = day_of(first).filter(|began| *began <= today);
    // The first day at the new school is a day with school; today is not over.
    let between = left.iter_days().skip(1);
    let until = began.unwrap_or(today);
    let days: Vec<NaiveDate> = between.take_while(|day| *day < until).collect();
    let known: Option<Vec<bool>> = days
        .iter()
        .map(|day| case.school.as_ref()?.is_school_day(*day))
        .collect();
    let by_calendar = known.is_some();
    let open = known.unwrap_or_else(|| days.iter().map(|day| is_working_day(*day)).collect());
    Some(DaysWithoutSchool {
        days: open.into_iter().filter(|is_open| *is_open).count(),
        by_calendar,
        goes_on: began.is_none(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, Stamp, What};
    use crate::domain::school::{SchoolCalendar, SchoolTerm, TimeOff};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn event(seq: u32, what: What) -> Event {
        Event {
            seq,
            change: 1,
            stamp: Stamp {
                at: "2026-11-01T00:00:00Z".to_owned(),
                day: day("2026-11-01"),
                today_given: true,
                who: "test".to_owned(),
            },
            what,
        }
    }

    fn case(dates: &[(&str, &str)], school: Option<SchoolCalendar>) -> Case {
        let opened = What::Opened {
            routine: "r".into(),
            version: "1".to_owned(),
            text_hash: String::new(),
            trigger: None,
            continues: None,
            first_opened: None,
        };
        let set = dates.iter().map(|(id, on)| What::DateSet {
            date: (*id).into(),
            on: Some(day(on)),
        });
        let kept = school.map(|calendar| What::CalendarSet { calendar });
        let whats = std::iter::once(opened).chain(set).chain(kept);
        let events: Vec<Event> = (1..)
            .zip(whats)
            .map(|(seq, what)| event(seq, what))
            .collect();
        Case::fold(&events).unwrap()
    }

    fn days(case: &Case, today: &str) -> Option<(usize, bool, bool)> {
        let gap = days_without_school(case, day(today))?;
        Some((gap.days, gap.by_calendar, gap.goes_on))
    }

    #[test]
    fn of_a_child_who_has_begun_on_a_day_nobody_told_nothing_is_counted_and_the_day_is_asked_for() {
        let left = [("sista-skoldag", "2026-11-06")];
        let answered = |case: &mut Case, value: &str, on: &str| {
            let text = String::new();
            let stamp = event(9, What::Noted { step: None, text }).stamp;
            let answer = crate::domain::case::Answer {
                value: value.to_owned(),
                seq: 9,
                change: 9,
                stamp: Stamp {
                    day: day(on),
                    ..stamp
                },
            };
            case.answers.insert(IN_SCHOOL.into(), answer);
        };
        for (value, on, is_untold) in [
            ("ja", "2026-11-20", true),
            ("delvis", "2026-11-20", true),
            ("nej", "2026-11-20", false),
            ("vet inte", "2026-11-20", false),
            // That was the old school.
            ("ja", "2026-11-06", false),
        ] {
            let mut case = case(&left, None);
            answered(&mut case, value, on);
            let untold = untold_first_day(&case).map(|id| id.to_string());
            assert_eq!(
                untold.as_deref(),
                is_untold.then_some("forsta-skoldag"),
                "{value} {on}"
            );
            assert_eq!(
                days(&case, "2027-11-30").is_none(),
                is_untold,
                "{value} {on}"
            );
        }
        let mut told = case(&[left[0], ("forsta-skoldag", "2026-11-16")], None);
        answered(&mut told, "ja", "2026-11-20");
        assert_eq!(days(&told, "2027-11-30"), Some((5, false, false)));
    }

    #[test]
    fn counts_weekdays_between_the_two_schools_and_goes_on_until_the_first() {
        // Friday 6 November to Monday 16 November 2026: the five weekdays between.
        let left = ("sista-skoldag", "2026-11-06");
        let both = case(&[left, ("forsta-skoldag", "2026-11-16")], None);
        assert_eq!(days(&both, "2026-11-05"), None);
        assert_eq!(days(&both, "2026-11-11"), Some((2, false, true)));
        assert_eq!(days(&both, "2026-12-01"), Some((5, false, false)));
        let one = case(&[left], None);
        assert_eq!(days(&one, "2026-12-01"), Some((16, false, true)));
    }

    #[test]
    fn both_ends_of_a_placement_count_together() {
        let dates = [
            ("sista-skoldag", "2026-11-06"),
            ("forsta-skoldag", "2026-11-10"),
            ("sista-skoldag-avslut", "2026-11-12"),
            ("forsta-skoldag-avslut", "2026-11-16"),
        ];
        assert_eq!(
            days(&case(&dates, None), "2026-12-01"),
            Some((2, false, false))
        );
    }

    #[test]
    fn a_school_calendar_leaves_breaks_out() {
        let calendar = SchoolCalendar {
            title: "2026".to_owned(),
            terms: vec![SchoolTerm {
                title: "HT".to_owned(),
                first: day("2026-08-17"),
                last: day("2026-12-18"),
            }],
            off: vec![TimeOff {
                title: "Studiedag".to_owned(),
                first: day("2026-11-09"),
                last: day("2026-11-09"),
            }],
        };
        let dates = [
            ("sista-skoldag", "2026-11-06"),
            ("forsta-skoldag", "2026-11-16"),
        ];
        let case = case(&dates, Some(calendar));
        assert_eq!(days(&case, "2026-12-01"), Some((4, true, false)));
    }
}
