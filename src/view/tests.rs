//! How much is said of a row and of its case, for each way to read it.

use super::{CaseName, CaseView, Discretion, Reader, StepView};
use crate::domain::case::Case;
use crate::domain::condition::Condition;
use crate::domain::ids::CaseRef;
use crate::domain::plan::{Ended, Row, Status};
use crate::domain::report::{ReportRow, Standing};
use crate::domain::routine::{Gate, Phase, Requirement, Routine, Step};
use crate::domain::slips::Slips;
use crate::ui::Tabular;
use crate::ui::wording::{Language, Words};

fn routine() -> Routine {
    let requirement = Requirement {
        condition: Condition::Step("3".into()),
        gate: Gate::Grounds("skäl".to_owned()),
        from_round: 1,
    };
    let step = Step {
        id: "4".into(),
        title: "Överlämna".to_owned(),
        requires: vec![requirement],
        ..Step::default()
    };
    let phase = Phase {
        id: "f".to_owned(),
        title: "Fas".to_owned(),
        when: None,
        steps: vec![step],
    };
    Routine {
        id: "prov".into(),
        grounds: [("skäl".to_owned(), vec!["Menprövning".to_owned()])].into(),
        phases: vec![phase],
        ..Routine::default()
    }
}

fn row(despite: &str) -> ReportRow {
    ReportRow {
        row: Row {
            status: Status::Done,
            ended: Some(Ended {
                on: None,
                recorded_at: "2026-11-21T08:00:00Z".to_owned(),
                despite: Some(despite.to_owned()),
                decided_by: Some("en chef".to_owned()),
                reason: None,
            }),
            ..Row::gone("4".into(), 1)
        },
        assigned: vec!["Team 3".to_owned()],
        holders: vec!["Team 3".to_owned(), "Team 4".to_owned()],
        ..ReportRow::default()
    }
}

#[test]
fn over_several_cases_no_text_is_said_and_nobody_named_unasked() {
    let (routine, words) = (routine(), Words::new(Language::Swedish));
    let case = CaseRef::from("2026-001");
    let name = CaseName {
        reference: &case,
        code_word: Some("talgoxe"),
    };
    for (discretion, says_names, says_texts) in [
        (Discretion::OneCase, true, true),
        (Discretion::SeveralCases { names: true }, true, false),
        (Discretion::SeveralCases { names: false }, false, false),
    ] {
        let reader = Reader {
            today: "2026-11-21".parse().unwrap(),
            words: &words,
            discretion,
            we: None,
        };
        for despite in ["ett skäl", "menprövning"] {
            let row = row(despite);
            let view = StepView::new(Some(name), &routine, &row, reader);
            let json = serde_json::to_string(&view).unwrap();
            let said = format!("{json} {:?}", view.cells(&words));
            for (text, is_said) in [
                ("2026-001", true),
                ("Överlämna", true),
                ("Team 3", says_names),
                ("Team 4", says_names),
                ("en chef", says_texts),
                (despite, says_texts),
            ] {
                assert_eq!(said.contains(text), is_said, "{discretion:?} {text}");
            }
        }
    }
}

#[test]
fn hidden_whereabouts_are_said_of_the_case_itself_and_of_no_row() {
    let (routine, words) = (routine(), Words::new(Language::Swedish));
    let reference = CaseRef::from("2026-001");
    for hidden in ["2026-11-01".parse().ok(), None] {
        let case = Case {
            protected: hidden,
            ..Case::default()
        };
        let view = CaseView {
            name: Some(CaseName {
                reference: &reference,
                code_word: Some("talgoxe"),
            }),
            routine: &routine,
            case: &case,
            today: "2026-11-21".parse().unwrap(),
            words: &words,
        };
        let standing = Standing::of(&routine, &case, &Slips::default(), view.today);
        let json = serde_json::to_value(view.json(&standing, false)).unwrap();
        assert_eq!(json["protected"], hidden.is_some());
        assert_eq!(json["steps"][0]["protected"], serde_json::Value::Null);
        let facts = format!("{:?}", view.facts());
        assert_eq!(facts.contains("1 feb 2027"), hidden.is_some(), "{facts}");
        let step = view.step(&standing.rows[0]);
        for said in [view.clock(), format!("{:?}", step.cells(&words))] {
            assert!(!said.contains("1 feb 2027"), "{said}");
        }
    }
}
