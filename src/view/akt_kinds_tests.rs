//! What each kind of event is in the akt.

use super::akt_tests::{answered, day, done, extended, noted, told, told_in};
use crate::domain::event::{RoundDates, What};
use crate::domain::school::SchoolCalendar;
use crate::ui::wording::Language;

/// Every kind, with what is told of it; nothing of what is no matter for the akt. A kind that is added does not compile
/// in `parts`; then it belongs here.
#[test]
fn every_kind_of_event_in_a_sentence() {
    let step = || "1".into();
    let on = Some(day("2026-11-20"));
    let table: Vec<(What, &str)> = vec![
        (
            What::TriggerSet {
                trigger: Some("sol".into()),
            },
            "2026-11-21  Startorsak: Placering enligt SoL.",
        ),
        (
            What::TriggerSet { trigger: None },
            "2026-11-21  Startorsaken är borttagen.",
        ),
        (
            What::DateSet {
                date: "inskrivning".into(),
                on,
            },
            "2026-11-21  Inskrivning: fre 20 nov 2026.",
        ),
        (
            What::DateSet {
                date: "inskrivning".into(),
                on: Some(day("2026-12-02")),
            },
            "2026-11-21  Inskrivning: planeras till ons 2 dec 2026.",
        ),
        (
            What::DateSet {
                date: "inskrivning".into(),
                on: None,
            },
            "2026-11-21  Inskrivning: datumet är borttaget.",
        ),
        (
            answered("i-skola", Some("yes")),
            "2026-11-21  Går eleven i skolan nu? Svar: ja.",
        ),
        (
            answered("hem", Some("Ett hem.")),
            "2026-11-21  Hemmet: Ett hem.",
        ),
        (
            answered("i-skola", None),
            "2026-11-21  Går eleven i skolan nu? Svaret är borttaget.",
        ),
        (
            What::RoleHeld {
                role: "rektor".into(),
                by: Some("Berg".to_owned()),
            },
            "2026-11-21  Rektor: Berg.",
        ),
        (
            What::RoleHeld {
                role: "rektor".into(),
                by: None,
            },
            "2026-11-21  Rektor: ingen utsedd.",
        ),
        (
            What::Taken {
                step: step(),
                role: Some("rektor".into()),
            },
            "2026-11-21  Kontakta hemskolan (rutinens steg 1): utförs av Rektor.",
        ),
        (
            What::Taken {
                step: step(),
                role: None,
            },
            "2026-11-21  Kontakta hemskolan (rutinens steg 1): det är inte bestämt vem som utför det.",
        ),
        (
            What::Planned {
                step: "malmote".into(),
                on: Some(day("2026-12-02")),
            },
            "2026-11-21  Håll målmöte: bokat till ons 2 dec 2026.",
        ),
        (
            What::Planned {
                step: step(),
                on: None,
            },
            "2026-11-21  Kontakta hemskolan (rutinens steg 1): bokningen är borttagen.",
        ),
        (
            What::ItemDone {
                step: step(),
                round: 1,
                item: "a".into(),
                on,
                despite: None,
                decided_by: None,
            },
            "2026-11-20  Kontakta hemskolan (rutinens steg 1), delen ”Samtal med rektor”: klart.",
        ),
        (
            What::ItemSkipped {
                step: step(),
                round: 1,
                item: "a".into(),
                reason: "Rektorn är\nny.".to_owned(),
            },
            "2026-11-21  Kontakta hemskolan (rutinens steg 1), delen ”Samtal med rektor”: inte aktuellt. Skäl: Rektorn är ny.",
        ),
        (
            done(1, on),
            "2026-11-20  Kontakta hemskolan (rutinens steg 1): klart. Grund: Menprövning. Beslutat av: enhetschef.",
        ),
        (
            done(1, None),
            "2026-11-21  Kontakta hemskolan (rutinens steg 1): klart, okänd dag. Grund: Menprövning. Beslutat av: enhetschef.",
        ),
        (
            What::Skipped {
                step: step(),
                round: 1,
                on: day("2026-11-20"),
                reason: "Ingen hemskola".to_owned(),
                dates: RoundDates::default(),
            },
            "2026-11-20  Kontakta hemskolan (rutinens steg 1): inte aktuellt. Skäl: Ingen hemskola.",
        ),
        (
            extended("2026-12-15"),
            "2026-11-21  Ny tid för Kontakta hemskolan (rutinens steg 1): tis 15 dec 2026. Skäl: Skolan bad om det. Beslutat av: enhetschef.",
        ),
        (
            What::Reminded {
                step: step(),
                round: 1,
                unanswered: true,
            },
            "2026-11-21  Sökt utan svar: Kontakta hemskolan (rutinens steg 1).",
        ),
        (
            What::Reminded {
                step: step(),
                round: 1,
                unanswered: false,
            },
            "2026-11-21  Påminnelse: Kontakta hemskolan (rutinens steg 1).",
        ),
        (
            noted("De ringde.\nIgen."),
            "2026-11-21  Anteckning: De ringde. Igen.",
        ),
        (
            What::Noted {
                step: Some(step()),
                text: "De ringde".to_owned(),
            },
            "2026-11-21  Anteckning till Kontakta hemskolan (rutinens steg 1): De ringde",
        ),
        (
            What::Protected {
                hidden: true,
                since: None,
            },
            "2026-11-21  Vistelseorten är hemlig.",
        ),
        (
            What::Protected {
                hidden: false,
                since: None,
            },
            "2026-11-21  Vistelseorten är inte längre hemlig.",
        ),
        (
            What::Closed {
                reason: Some("Flyttat".to_owned()),
                continued_by: Some("2026-002".into()),
            },
            "2026-11-21  Arbetet enligt rutinen avslutades. Skäl: Flyttat. Det fortsätter i ett nytt ärende.",
        ),
        (
            What::Reopened {
                reason: "Kom tillbaka".to_owned(),
            },
            "2026-11-21  Arbetet enligt rutinen återupptogs. Skäl: Kom tillbaka.",
        ),
        (
            What::CalendarSet {
                calendar: SchoolCalendar {
                    title: String::new(),
                    terms: Vec::new(),
                    off: Vec::new(),
                },
            },
            "",
        ),
        (
            What::Exported {
                events: 1,
                head: "ab".to_owned(),
                file: None,
            },
            "",
        ),
        (
            What::Redacted {
                redacts: 1,
                reason: "fel".to_owned(),
            },
            "",
        ),
        (What::BroughtOver { up_to: 0 }, ""),
        (
            What::RoundsOpened {
                by: step(),
                on: day("2026-11-20"),
                opened: [("malmote".into(), 1)].into(),
                kept: [].into(),
            },
            "",
        ),
    ];
    for (what, sentence) in table {
        assert_eq!(told([what.clone()]), sentence, "{what:?}");
    }
    assert_eq!(
        told_in(Language::Swedish, [], 0),
        "2026-11-21  Arbetet enligt rutinen ”Skolgång vid placering” påbörjades. Det fortsätter ett tidigare ärende."
    );
    assert_eq!(
        told_in(Language::English, [extended("2026-12-15")], 1),
        "2026-11-21  New date for Kontakta hemskolan (step 1 of the routine): Tue 15 Dec 2026. \
         Reason: Skolan bad om det. Decided by: enhetschef."
    );
}
