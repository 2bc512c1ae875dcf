//! What report rows make of a plan's rows, on a made-up routine.

use chrono::NaiveDate;

use super::{EndedBy, Ending, MissingFacts, ReportRow, Standing, Totals};
use crate::domain::slips::Slips;
use crate::domain::{
    case::Case,
    condition::Missing,
    event::{Event, RoundDates, Stamp, What},
    plan::{Ended, Row, Status, WaitsFor},
    routine::{Item, Phase, Responsible, Role, Routine, RoutineStatus, Source, Step},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn role(id: &str, party: &str, must_be_held: bool) -> Role {
    Role {
        id: id.into(),
        title: id.to_owned(),
        party: Some(party.to_owned()),
        must_be_held,
        school: false,
    }
}

fn step(id: &str, responsible: Responsible) -> Step {
    Step {
        id: id.into(),
        responsible,
        ..Step::default()
    }
}

/// Joint, chosen with and without a proposal, by nobody, by a role that must be held, with a part of its own.
fn routine() -> Routine {
    let jointly = |ids: &[&str]| Responsible::Jointly(ids.iter().map(|id| (*id).into()).collect());
    let chosen = |proposed: Option<&str>| Responsible::Chosen {
        candidates: vec!["s".into(), "ses".into()],
        proposed: proposed.map(Into::into),
    };
    let mut with_part = step("part", jointly(&["s"]));
    with_part.items = vec![Item {
        id: "a".into(),
        title: String::new(),
        responsible: vec!["ses".into()],
        when: None,
    }];
    let steps = vec![
        step("joint", jointly(&["s", "ses"])),
        step("agreed", chosen(None)),
        step("proposed", chosen(Some("ses"))),
        step("nobody", jointly(&[])),
        step("held", jointly(&["samordnare"])),
        with_part,
    ];
    let (id, title, when) = ("f".to_owned(), String::new(), None);
    Routine {
        format: 1,
        id: "prov".into(),
        version: "1".to_owned(),
        title: String::new(),
        short_title: None,
        summary: None,
        status: RoutineStatus::Active,
        owner: None,
        review_by: None,
        step_word: None,
        notice: None,
        placed_child: false,
        source: Source::default(),
        grounds: Default::default(),
        roles: vec![
            role("s", "Socialtjänsten", false),
            role("ses", "Skolan", false),
            role("samordnare", "Skolan", true),
        ],
        key_dates: Vec::new(),
        questions: Vec::new(),
        triggers: Vec::new(),
        phases: vec![Phase {
            id,
            title,
            when,
            steps,
        }],
        documents: Vec::new(),
        tests: Vec::new(),
    }
}

fn case(events: Vec<What>) -> Case {
    let opened = What::Opened {
        routine: "prov".into(),
        version: "1".to_owned(),
        text_hash: String::new(),
        trigger: None,
        continues: None,
        first_opened: None,
    };
    let history: Vec<Event> = (1..)
        .zip(std::iter::once(opened).chain(events))
        .map(|(seq, what)| Event {
            seq,
            change: seq,
            stamp: Stamp {
                at: "2026-11-02T08:00:00Z".to_owned(),
                day: day("2026-11-02"),
                today_given: false,
                who: "prov".to_owned(),
            },
            what,
        })
        .collect();
    Case::fold(&history).unwrap()
}

fn row(step: &str, status: Status, due: Option<&str>) -> Row {
    Row {
        step: step.into(),
        round: 1,
        status,
        dates: RoundDates {
            due: due.map(day),
            ..RoundDates::default()
        },
        responsible: (routine().step(&step.into()).into_iter())
            .flat_map(|step| {
                step.responsible
                    .roles()
                    .into_iter()
                    .cloned()
                    .collect::<Vec<_>>()
            })
            .collect(),
        ..Row::default()
    }
}

/// The row of a step as it is planned.
fn planned(case: &Case, step: &str) -> ReportRow {
    let day = case.opened;
    let standing = Standing::of(&routine(), case, &Slips::default(), day);
    let mut rows = standing.rows.into_iter();
    rows.find(|row| row.row.step.as_str() == step).unwrap()
}

fn report(case: &Case, row: Row) -> ReportRow {
    let mut standing = Standing::new(&routine(), case, [row]);
    standing.rows.remove(0)
}

#[test]
fn who_answers_follows_from_the_routine_and_the_choice() {
    for (step, taken_by, responsible, choice_open, lacks_owner) in [
        ("joint", None, vec!["s", "ses"], false, false),
        ("agreed", None, vec!["s", "ses"], true, true),
        ("agreed", Some("s"), vec!["s"], false, false),
        ("proposed", None, vec!["ses"], true, false),
        ("proposed", Some("s"), vec!["s"], false, false),
        ("nobody", None, vec![], false, true),
        ("held", None, vec!["samordnare"], false, true),
    ] {
        let taken = taken_by.map(|role| What::Taken {
            step: step.into(),
            role: Some(role.into()),
        });
        let report = planned(&case(taken.into_iter().collect()), step);
        let named: Vec<_> = report
            .row
            .responsible
            .iter()
            .map(|role| role.as_str())
            .collect();
        assert_eq!(named, responsible, "{step}");
        assert_eq!(report.choice_open, choice_open, "{step}");
        assert_eq!(report.missing.owner, lacks_owner, "{step}");
    }
}

#[test]
fn parts_bring_their_own_owners_holders_and_parties() {
    let held = |role: &str, by: &str| What::RoleHeld {
        role: role.into(),
        by: Some(by.to_owned()),
    };
    let case = case(vec![
        held("s", "A"),
        held("ses", "B"),
        held("samordnare", "C"),
    ]);
    let part = planned(&case, "part");
    assert_eq!(part.row.responsible, ["s".into()]);
    assert_eq!(part.owners, ["s".into(), "ses".into()]);
    assert_eq!(
        (part.assigned, part.holders),
        (vec!["A".to_owned()], vec!["A".to_owned(), "B".to_owned()])
    );
    assert_eq!(part.parties, ["Socialtjänsten", "Skolan"]);
    assert!(!report(&case, row("held", Status::Open, None)).missing.owner);
}

#[test]
fn only_what_somebody_could_tell_is_missing() {
    let unknown_day = What::Done {
        step: "joint".into(),
        round: 1,
        on: None,
        dates: RoundDates::default(),
        despite: None,
        decided_by: None,
    };
    let case = case(vec![unknown_day]);
    let waiting_for = |status, missing| {
        let mut row = row("proposed", status, None);
        row.waits_for = vec![WaitsFor::Known(missing)];
        report(&case, row).missing
    };
    let told = |date, answer| MissingFacts {
        date,
        owner: false,
        answer,
    };
    let (date, question) = (
        Missing::Date("avslut".into()),
        Missing::Question("akut".into()),
    );
    assert_eq!(
        waiting_for(Status::Waiting, date.clone()),
        told(true, false)
    );
    assert_eq!(
        waiting_for(Status::Waiting, question.clone()),
        told(true, true)
    );
    assert_eq!(
        waiting_for(Status::Undecided, question.clone()),
        told(false, true)
    );
    assert_eq!(waiting_for(Status::Blocked, question), told(false, true));
    assert_eq!(
        waiting_for(Status::Waiting, Missing::Step("agreed".into())),
        told(false, false)
    );
    assert_eq!(
        waiting_for(Status::Waiting, Missing::Step("joint".into())),
        told(true, false)
    );
    assert_eq!(waiting_for(Status::Done, date.clone()), told(false, false));
    assert_eq!(waiting_for(Status::NotApplicable, date), told(false, false));
}

#[test]
fn a_round_done_too_late_says_by_how_much_from_both_dates() {
    let mut planned = row("joint", Status::Done, Some("2026-11-20"));
    planned.dates.original_due = Some(day("2026-11-10"));
    planned.ended = Some(Ended {
        on: Some(day("2026-11-23")),
        recorded_at: "2026-11-24T08:00:00Z".to_owned(),
        despite: None,
        decided_by: None,
        reason: None,
    });
    let late = report(&case(Vec::new()), planned.clone());
    assert_eq!(
        (late.days_late, late.days_late_original),
        (Some(3), Some(13))
    );
    planned.status = Status::Skipped;
    assert_eq!(report(&case(Vec::new()), planned).days_late, None);
    let open = report(
        &case(Vec::new()),
        row("joint", Status::Open, Some("2020-01-01")),
    );
    assert_eq!(open.days_late, None);
}

#[test]
fn a_case_in_numbers_counts_a_question_once() {
    let mut undecided = row("agreed", Status::Undecided, None);
    undecided.waits_for = vec![WaitsFor::Known(Missing::Question("akut".into()))];
    let mut dated = row("joint", Status::Open, Some("2026-12-02"));
    dated.date_depends_on = vec![Missing::Question("akut".into())];
    let plan = [
        dated,
        row("proposed", Status::Blocked, Some("2026-12-01")),
        undecided,
        row("nobody", Status::NotApplicable, None),
        row("part", Status::Skipped, None),
    ];
    let standing = Standing::new(&routine(), &case(Vec::new()), plan);
    let ordinals: Vec<_> = standing.rows.iter().map(|row| row.ordinal).collect();
    assert_eq!(ordinals, [0, 1, 2, 3, 4]);
    let numbers = standing.numbers();
    assert_eq!((numbers.steps, numbers.to_do, numbers.ended), (4, 2, 1));
    assert_eq!((numbers.unanswered, numbers.without_owner), (1, 0));
    assert_eq!(numbers.next_due, Some(day("2026-12-01")));
    assert_eq!(Totals::of_case(true, &numbers).unanswered_questions, 1);
    assert_eq!(Totals::of_case(false, &numbers).unanswered_questions, 0);
}

#[test]
fn a_round_ends_only_as_it_did_and_an_optional_one_is_late_only_when_it_is_done() {
    let open = case(Vec::new());
    let closed = case(vec![What::Closed {
        reason: None,
        continued_by: None,
    }]);
    let late = |case: &Case, status| report(case, row("joint", status, Some("2026-10-30")));
    for (status, ends_with_case) in [
        (Status::Open, true),
        (Status::Blocked, true),
        (Status::Waiting, true),
        (Status::NotApplicable, false),
    ] {
        assert_eq!(late(&open, status).ending, Ending::default(), "{status:?}");
        let by = late(&closed, status).ending.by;
        assert_eq!(by, ends_with_case.then_some(EndedBy::Closed), "{status:?}");
    }
    let ended = late(&closed, Status::Open);
    assert_eq!((ended.days_late, ended.was_late()), (Some(3), true));
    assert!(!ended.is_overdue(day("2026-12-01")));
    assert!(!late(&open, Status::Open).was_late());
    // Nobody is late with what need not be done.
    let mut routine = routine();
    for step in &mut routine.phases[0].steps {
        step.optional = true;
    }
    let planned = row("joint", Status::Open, Some("2026-10-30"));
    let optional = Standing::new(&routine, &closed, [planned]);
    assert!(!optional.rows[0].was_late());
}
