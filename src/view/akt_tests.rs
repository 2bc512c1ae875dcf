//! What becomes of a fact for the akt that is corrected, taken back or taken out.

use chrono::NaiveDate;

use super::CaseView;
use crate::domain::case::Case;
use crate::domain::event::{Event, RoundDates, Stamp, What};
use crate::domain::lookup::CONSENT;
use crate::domain::routine::{
    AnswerKind, Ask, Item, KeyDate, Phase, Question, Role, Routine, Stands, Step, Trigger,
};
use crate::domain::texts::REDACTED;
use crate::ui::wording::{Language, Words};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn question(id: &str, text: &str, kind: AnswerKind) -> Question {
    Question {
        id: id.into(),
        text: text.to_owned(),
        kind,
        ask: Ask::Later,
        required: false,
        stands: (id == CONSENT).then(|| Stands {
            until: Some("samtycke-till".into()),
            with: vec!["samtycke-av".into()],
        }),
        ..Question::default()
    }
}

fn routine() -> Routine {
    let step = |id: &str, title: &str| Step {
        id: id.into(),
        title: title.to_owned(),
        items: vec![Item {
            id: "a".into(),
            title: "Samtal med rektor".to_owned(),
            responsible: Vec::new(),
            when: None,
        }],
        ..Step::default()
    };
    Routine {
        id: "prov".into(),
        title: "Skolgång vid placering".to_owned(),
        key_dates: vec![KeyDate {
            id: "inskrivning".into(),
            title: "Inskrivning".to_owned(),
            ask: Ask::Later,
            required: false,
            not_before: None,
            expected_after: Vec::new(),
        }],
        triggers: vec![Trigger {
            id: "sol".into(),
            title: "Placering enligt SoL".to_owned(),
        }],
        roles: vec![Role {
            id: "rektor".into(),
            title: "Rektor".to_owned(),
            party: None,
            must_be_held: false,
            school: false,
        }],
        questions: vec![
            question("i-skola", "Går eleven i skolan nu?", AnswerKind::YesNo),
            question("hem", "Hemmet", AnswerKind::Text),
            question("samtycke", "Finns samtycke?", AnswerKind::YesNo),
            question("samtycke-av", "Vilka har samtyckt?", AnswerKind::Text),
            question("samtycke-till", "Till vilken dag?", AnswerKind::Date),
        ],
        phases: vec![Phase {
            id: "f".to_owned(),
            title: "Fas".to_owned(),
            when: None,
            steps: vec![
                step("1", "Kontakta hemskolan"),
                step("malmote", "Håll målmöte"),
            ],
        }],
        ..Routine::default()
    }
}

fn opened() -> What {
    What::Opened {
        routine: "prov".into(),
        version: "1".to_owned(),
        text_hash: "ab".to_owned(),
        trigger: None,
        continues: Some("2025-003".into()),
        first_opened: Some(day("2025-03-01")),
    }
}

/// A change each, on 21 November.
fn history(whats: impl IntoIterator<Item = What>) -> Vec<Event> {
    let all = [opened()].into_iter().chain(whats);
    let events = (1..).zip(all).map(|(seq, what)| Event {
        seq,
        change: seq,
        stamp: Stamp {
            at: "2026-11-21T00:00:00Z".to_owned(),
            day: day("2026-11-21"),
            today_given: true,
            who: "Anna Antecknare".to_owned(),
        },
        what,
    });
    events.collect()
}

/// What is told from an event on.
pub(super) fn told_in(
    language: Language,
    whats: impl IntoIterator<Item = What>,
    after: u32,
) -> String {
    let (routine, words, events) = (routine(), Words::new(language), history(whats));
    let case = Case::fold(&events).unwrap();
    let view = CaseView {
        name: None,
        routine: &routine,
        case: &case,
        today: day("2026-11-21"),
        words: &words,
    };
    let lines = view.akt(&events, |fact| fact.seq > after);
    let lines = lines.iter().map(|line| line.line());
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn told(whats: impl IntoIterator<Item = What>) -> String {
    told_in(Language::Swedish, whats, 1)
}

pub(super) fn answered(question: &str, value: Option<&str>) -> What {
    What::Answered {
        question: question.into(),
        value: value.map(str::to_owned),
    }
}

pub(super) fn noted(text: &str) -> What {
    What::Noted {
        step: None,
        text: text.to_owned(),
    }
}

pub(super) fn done(round: u32, on: Option<NaiveDate>) -> What {
    What::Done {
        step: "1".into(),
        round,
        on,
        dates: RoundDates::default(),
        despite: Some("Menprövning.".to_owned()),
        decided_by: Some("enhetschef".to_owned()),
    }
}

pub(super) fn extended(to: &str) -> What {
    What::Extended {
        step: "1".into(),
        round: 1,
        to: day(to),
        reason: "Skolan bad om det".to_owned(),
        decided_by: "enhetschef".to_owned(),
    }
}

#[test]
fn a_consent_is_one_fact_and_what_was_corrected_is_told_as_it_now_stands() {
    let consent = [
        answered("samtycke", Some("yes")),
        answered("samtycke-av", Some("båda vårdnadshavarna")),
        answered("samtycke-till", Some("2027-06-30")),
    ];
    insta::assert_snapshot!(told(consent.clone()), @"2026-11-21  Finns samtycke? Svar: ja, från båda vårdnadshavarna, till och med ons 30 juni 2027.");
    let withdrawn = consent.into_iter().chain([answered("samtycke", None)]);
    insta::assert_snapshot!(told(withdrawn), @"2026-11-21  Finns samtycke? Svaret är borttaget.");
    let day_known = What::DayKnown {
        step: "1".into(),
        round: 1,
        on: day("2026-11-19"),
        despite: None,
        decided_by: None,
    };
    let corrected = [
        extended("2026-12-01"),
        extended("2026-12-15"),
        done(1, None),
        day_known,
        answered("hem", Some("Ett")),
        answered("hem", Some("Ett annat")),
    ];
    insta::assert_snapshot!(told(corrected), @r"
    2026-11-19  Kontakta hemskolan (rutinens steg 1): klart.
    2026-11-21  Ny tid för Kontakta hemskolan (rutinens steg 1): tis 15 dec 2026. Skäl: Skolan bad om det. Beslutat av: enhetschef.
    2026-11-21  Hemmet: Ett annat.
    ");
}

#[test]
fn what_is_taken_back_is_left_out_or_put_right_where_it_was_brought_over() {
    let undone = |undoes| What::Undone { undoes };
    assert_eq!(told([noted("Fel barn"), undone(2)]), "");
    // The first is told again: it stood before, and was never brought over.
    let whats = [
        answered("hem", Some("Ett")),
        answered("hem", Some("Ett annat")),
        What::BroughtOver { up_to: 3 },
        undone(3),
    ];
    insta::assert_snapshot!(told_in(Language::Swedish, whats.clone(), 3), @r"
    2026-11-21  Rättelse, det här gäller inte: Hemmet: Ett annat.
    2026-11-21  Hemmet: Ett.
    ");
    let all = whats.into_iter().chain([What::BroughtOver { up_to: 5 }]);
    assert_eq!(told_in(Language::Swedish, all, 5), "");
}

#[test]
fn what_was_taken_out_is_left_out() {
    assert_eq!(told([noted(REDACTED), answered("hem", Some(REDACTED))]), "");
    // Nor does what it corrected come back.
    let corrected = [
        answered("hem", Some("Ett")),
        answered("hem", Some(REDACTED)),
    ];
    assert_eq!(told(corrected), "");
    let What::Extended {
        step, round, to, ..
    } = extended("2026-12-15")
    else {
        unreachable!()
    };
    let without = What::Extended {
        step,
        round,
        to,
        reason: REDACTED.to_owned(),
        decided_by: "enhetschef".to_owned(),
    };
    insta::assert_snapshot!(told([without]), @"2026-11-21  Ny tid för Kontakta hemskolan (rutinens steg 1): tis 15 dec 2026. Beslutat av: enhetschef.");
}
