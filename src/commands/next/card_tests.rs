//! The card of every step of every routine, in every case of the routine's own tests: with the menu below, 15 lines.

use chrono::NaiveDate;

use crate::domain::ids::CaseRef;
use crate::domain::plan::Status;
use crate::domain::rehearsal::{Scenario, rehearse};
use crate::domain::report::Standing;
use crate::domain::slips::Slips;
use crate::routine_file::Library;
use crate::ui::wording::{Language, Words};
use crate::ui::{Style, captured};
use crate::view::{CaseName, CaseView, StepCard};

/// The menu takes four at most: its question, what Enter says, two rows of letters.
const ROWS: usize = 11;

#[test]
fn every_card_of_every_routine_fits() {
    let words = Words::new(Language::Swedish);
    let reference = CaseRef::from("2026-014");
    let mut cards = 0;
    for (id, loaded) in Library::built_in().all() {
        let routine = loaded.unwrap().routine;
        for test in &routine.tests {
            let days = test.dates.iter().map(|(_, on)| *on);
            let today = test.today.or_else(|| days.max()).unwrap_or(NaiveDate::MIN);
            let scenario = Scenario {
                dates: test.dates.clone(),
                answers: test.answers.clone(),
                trigger: test.trigger.clone(),
                done: test.done.clone(),
                ..Scenario::default()
            };
            let mut case = rehearse(&routine, &scenario, today).unwrap();
            case.protected = Some(today);
            let standing = Standing::of(&routine, &case, &Slips::default(), today);
            let case = CaseView {
                name: Some(CaseName {
                    reference: &reference,
                    code_word: Some("fjällsippa"),
                }),
                routine: &routine,
                case: &case,
                today,
                words: &words,
            };
            for row in &standing.rows {
                // As if each were to be done now.
                let mut row = row.clone();
                if row.row.status != Status::Blocked {
                    row.row.status = Status::Open;
                }
                row.reminded_on = Some(today);
                let card = StepCard {
                    case,
                    step: routine.step(&row.row.step).unwrap(),
                    view: case.step(&row),
                    standing: &standing,
                    is_watched: false,
                    turn: Some((13, 20)),
                };
                let (mut ui, out, _) = captured::ui(Style::bare());
                ui.print_page(&card.page(Style::bare())).unwrap();
                let shown = out.text();
                assert!(
                    shown.lines().count() <= ROWS,
                    "{id} {}:\n{shown}",
                    test.name
                );
                let widest = shown.lines().map(|line| line.chars().count()).max();
                assert!(widest <= Some(80), "{shown}");
                cards += 1;
            }
        }
    }
    assert!(cards > 500, "{cards}");
}
