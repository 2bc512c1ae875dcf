//! What steps wait for, said with the routine's own titles.

use super::{Language, Words};
use crate::domain::condition::{AnswerTest, Condition, Missing};
use crate::domain::due_rule::Basis;
use crate::domain::ids::{QuestionId, RoleId};
use crate::domain::lookup::CONSENT;
use crate::domain::plan::{Row, Status, WaitsFor};
use crate::domain::routine::{
    AnswerKind, Ask, Gate, KeyDate, Phase, Question, Requirement, Role, Routine, RoutineStatus,
    Source, Stands, Step, Trigger,
};

fn question(id: &str, text: &str) -> Question {
    Question {
        id: id.into(),
        text: text.to_owned(),
        kind: AnswerKind::YesNo,
        ask: Ask::AtStart,
        required: false,
        stands: (id == CONSENT).then(|| Stands {
            until: None,
            with: Vec::new(),
        }),
        ..Question::default()
    }
}

fn step(id: &str, title: &str) -> Step {
    Step {
        id: id.into(),
        title: title.to_owned(),
        ..Step::default()
    }
}

fn is(question: &str, value: &str) -> Condition {
    Condition::Question(question.into(), AnswerTest::Is(value.to_owned()))
}

fn routine() -> Routine {
    let requirement = |condition| Requirement {
        condition,
        gate: Gate::AnyReason,
        from_round: 1,
    };
    let mut gated = step("2", "Kontakta skolan");
    gated.requires = vec![
        requirement(Condition::Step("1".into())),
        requirement(Condition::Question(
            "samtycke".into(),
            AnswerTest::In(vec!["ja".to_owned(), "delvis".to_owned()]),
        )),
    ];
    gated.questions = vec![question("samtycke", "Vad gäller samtycket?")];
    Routine {
        format: 1,
        id: "prov".into(),
        version: "1".to_owned(),
        title: "Prov".to_owned(),
        short_title: None,
        summary: None,
        status: RoutineStatus::Active,
        owner: None,
        review_by: None,
        step_word: Some("Rutin".to_owned()),
        notice: None,
        placed_child: false,
        source: Source::default(),
        grounds: std::collections::BTreeMap::new(),
        roles: vec![Role {
            id: "rektor".into(),
            title: "Rektor".to_owned(),
            party: None,
            must_be_held: false,
            school: false,
        }],
        key_dates: vec![KeyDate {
            id: "utskrivning".into(),
            title: "Utskrivning".to_owned(),
            ask: Ask::Later,
            required: false,
            not_before: None,
            expected_after: Vec::new(),
        }],
        questions: vec![question("skolbyte", "Innebär placeringen skolbyte?")],
        triggers: vec![Trigger {
            id: "enstaka".into(),
            title: "Enstaka skolk".to_owned(),
        }],
        phases: vec![Phase {
            id: "fas".to_owned(),
            title: "Fas".to_owned(),
            when: None,
            steps: vec![step("1", "Samtycke"), gated],
        }],
        documents: Vec::new(),
        tests: Vec::new(),
    }
}

fn row(waits_for: Vec<WaitsFor>) -> Row {
    Row {
        step: "2".into(),
        round: 1,
        status: Status::Blocked,
        waits_for,
        ..Row::default()
    }
}

#[test]
fn everything_a_step_can_wait_for() {
    let routine = routine();
    let requirement = |index| WaitsFor::Requirement {
        index,
        ids: vec!["x".to_owned()],
    };
    let row = row(vec![
        WaitsFor::Known(Missing::Date("utskrivning".into())),
        WaitsFor::Known(Missing::Question("skolbyte".into())),
        WaitsFor::Known(Missing::Step("1".into())),
        WaitsFor::Known(Missing::Trigger),
        requirement(0),
        requirement(1),
    ]);
    let said = |language| {
        let step = &routine.phases[0].steps[1];
        Words::new(language)
            .of(&routine)
            .waits_for(&row, step)
            .join("\n")
    };
    insta::assert_snapshot!(said(Language::Swedish), @r"
    datum saknas: Utskrivning
    obesvarad fråga: Innebär placeringen skolbyte?
    datum saknas: dagen för Rutin 1 Samtycke
    startorsak saknas
    kräver först: Rutin 1 Samtycke
    samtycke saknas
    ");
    insta::assert_snapshot!(said(Language::English), @r"
    date missing: Utskrivning
    unanswered question: Innebär placeringen skolbyte?
    date missing: the day of Rutin 1 Samtycke
    trigger missing
    requires first: Rutin 1 Samtycke
    consent is missing
    ");
}

#[test]
fn why_a_step_does_not_apply() {
    let routine = routine();
    let words = Words::new(Language::Swedish);
    let because = |condition: Option<&Condition>| words.of(&routine).not_applicable(condition);
    let nested = Condition::Any(vec![
        is("skolbyte", "yes"),
        Condition::All(vec![
            Condition::Not(Box::new(Condition::Date("utskrivning".into()))),
            Condition::Trigger("enstaka".into()),
        ]),
        Condition::Question("antal".into(), AnswerTest::AtLeast(5.0)),
    ]);
    insta::assert_snapshot!(because(Some(&nested)), @"gäller inte: bara vid svaret ja på ”Innebär placeringen skolbyte?” eller (inte: Utskrivning är känt och startorsaken ”Enstaka skolk”) eller antal är minst 5");
    assert_eq!(because(None), "gäller inte: inget datum är kvar");
}

#[test]
fn titles_are_found_wherever_they_stand_and_unknown_ids_shown() {
    let routine = routine();
    let words = Words::new(Language::Swedish);
    let here = words.of(&routine);
    assert_eq!(here.step(&"2".into()), "Rutin 2 Kontakta skolan");
    assert_eq!(here.step(&"9".into()), "Rutin 9");
    assert_eq!(
        here.text(QuestionId::from("samtycke")),
        "Vad gäller samtycket?"
    );
    assert_eq!(
        here.text(vec!["rektor".into(), RoleId::from("ifo")]),
        "Rektor, ifo"
    );
    assert_eq!(words.answer("yes|delvis"), "ja, delvis");
}

#[test]
fn words_for_where_a_step_stands_and_who_says_when() {
    let words = Words::new(Language::Swedish);
    let statuses = [
        "open",
        "blocked",
        "waiting",
        "undecided",
        "done",
        "skipped",
        "not-applicable",
    ];
    let said = statuses.map(|status| words.say(&Status::parse(status).unwrap()));
    assert_eq!(
        said.join(" "),
        "öppet stoppat väntar oavgjort klart överhoppat gäller inte"
    );
    assert_eq!(words.say(&Basis::Local), "eget riktvärde, inte rutinens");
    assert_eq!(words.basis_short(Basis::Local), "eget");
    assert_eq!(words.basis_short(Basis::Law), "lag");
    assert_eq!(words.say(&Basis::Source), "rutin");
}
