//! A routine that lost or gained something is told: each way of spoiling one must show as that difference.

use sisam::domain::condition::Condition;
use sisam::domain::due_rule::Basis;
use sisam::domain::ids::RoleId;
use sisam::domain::routine::{Invited, Participant, Responsible, Routine, Step};

use super::{compare, expectation, shipped};

type Spoil = fn(&mut Routine);

fn step<'r>(routine: &'r mut Routine, id: &str) -> &'r mut Step {
    let steps = routine.phases.iter_mut().flat_map(|phase| &mut phase.steps);
    let mut found = steps.filter(|step| step.id.as_str() == id);
    found.next().unwrap_or_else(|| unreachable!("no step {id}"))
}

const SPOILT: &[(&str, Spoil)] = &[
    ("steps", |r| r.phases[1].steps.truncate(1)),
    ("placed child", |r| r.placed_child = false),
    ("roles", |r| r.roles.truncate(4)),
    ("key dates", |r| r.key_dates.swap(0, 1)),
    ("required dates", |r| r.key_dates[0].required = true),
    ("dates not before", |r| {
        r.key_dates.iter_mut().for_each(|d| d.not_before = None)
    }),
    ("questions", |r| r.questions.truncate(3)),
    ("question samtycke-av: required", |r| {
        step(r, "1").questions[1].required = false
    }),
    ("question annan-kommun: condition", |r| {
        r.questions.iter_mut().for_each(|q| q.when = None)
    }),
    ("step 2: parts", |r| step(r, "2").items.truncate(2)),
    ("step 3: condition", |r| {
        step(r, "3").when = Some(Condition::Step("1".into()))
    }),
    ("step 4: responsible", |r| {
        step(r, "4").responsible = Responsible::Jointly(vec!["socialsekreterare".into()]);
    }),
    ("step 5: agreed", |r| {
        step(r, "5").responsible = Responsible::Jointly(vec!["kontaktperson-ses".into()]);
    }),
    ("step 6: gates", |r| {
        step(r, "6").requires = step(r, "5").requires.clone()
    }),
    ("step 6: documents", |r| step(r, "6").documents.clear()),
    ("step 7: participants", |r| {
        step(r, "7").participants[0].when = None
    }),
    ("step 7: asks", |r| step(r, "7").asks.clear()),
    ("step 8: gates", |r| step(r, "8").requires.clear()),
    ("step 8: stated times", |r| {
        step(r, "8").due[0].rule.basis = Basis::Local
    }),
    ("step 9a: local times", |r| {
        step(r, "9a").due[0].rule.or_at_once = false
    }),
    ("step 9a: stated times", |r| {
        step(r, "9a").due[0].rule.basis = Basis::Source
    }),
    ("step 10: optional", |r| step(r, "10").optional = true),
    ("step 12: parts: owner", |r| {
        step(r, "12").items[1].responsible.clear()
    }),
    ("step 13: participants", |r| {
        let role = RoleId::from("mottagande-skola");
        step(r, "13").participants.push(Participant {
            who: Invited::Role(role),
            when: None,
        });
    }),
    ("step 3: counts as", |r| step(r, "3").counts_as.clear()),
    ("step 1: acute term", |r| {
        step(r, "1").due.remove(0);
    }),
];

#[test]
fn every_spoilt_routine_is_told() {
    let expected = expectation("soderkoping");
    for (difference, spoil) in SPOILT {
        let mut routine = shipped("soderkoping");
        spoil(&mut routine);
        let found = compare::compare(&expected, &routine);
        assert!(
            found.lines().any(|line| line.starts_with(difference)),
            "{difference}: {found:?}"
        );
    }
}
