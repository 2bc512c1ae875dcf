//! How much is said of a row, for each way to read it.

use super::{Discretion, Reader, StepView};
use crate::domain::ids::CaseRef;
use crate::domain::plan::{Ended, Row, Status};
use crate::domain::report::{Ending, MissingFacts, ReportRow};
use crate::domain::routine::{Phase, Routine, RoutineStatus, Source, Step};
use crate::ui::Tabular;
use crate::ui::wording::{Language, Words};

fn routine() -> Routine {
    let step = Step {
        id: "4".into(),
        title: "Överlämna".to_owned(),
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
        version: "1".to_owned(),
        title: "Prov".to_owned(),
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
        roles: Vec::new(),
        key_dates: Vec::new(),
        questions: Vec::new(),
        triggers: Vec::new(),
        phases: vec![phase],
        documents: Vec::new(),
        tests: Vec::new(),
    }
}

fn row() -> ReportRow {
    ReportRow {
        ordinal: 0,
        row: Row {
            status: Status::Done,
            ended: Some(Ended {
                on: None,
                recorded_at: "2026-11-21T08:00:00Z".to_owned(),
                despite: Some("ett skäl".to_owned()),
                decided_by: Some("en chef".to_owned()),
                reason: None,
            }),
            ..Row::gone("4".into(), 1)
        },
        optional: false,
        extended: false,
        choice_open: false,
        responsible: Vec::new(),
        owners: Vec::new(),
        assigned: vec!["Team 3".to_owned()],
        holders: vec!["Team 3".to_owned(), "Team 4".to_owned()],
        parties: Vec::new(),
        pressed: None,
        missing: MissingFacts::default(),
        ending: Ending::default(),
        slip: None,
        days_late: None,
        days_late_original: None,
    }
}

#[test]
fn over_several_cases_no_text_is_said_and_nobody_named_unasked() {
    let (routine, row, words) = (routine(), row(), Words::new(Language::Swedish));
    let case = CaseRef::from("2026-001");
    let names = ["Team 3", "Team 4"];
    let texts = ["ett skäl", "en chef"];
    for (discretion, says_names, says_texts) in [
        (Discretion::OneCase, true, true),
        (Discretion::SeveralCases { names: true }, true, false),
        (Discretion::SeveralCases { names: false }, false, false),
    ] {
        let reader = Reader {
            today: "2026-11-21".parse().unwrap(),
            words: &words,
            discretion,
        };
        let view = StepView::new(Some(&case), &routine, &row, reader);
        let json = serde_json::to_string(&view).unwrap();
        let said = format!("{json} {:?}", view.cells(&words));
        for name in names {
            assert_eq!(said.contains(name), says_names, "{discretion:?} {name}");
        }
        for text in texts {
            assert_eq!(said.contains(text), says_texts, "{discretion:?} {text}");
        }
        assert!(said.contains("2026-001") && said.contains("Överlämna"));
    }
}
