//! The overview for people: a calm short screen.

use std::io;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::selection::Selected;
use crate::desk::step_facts::{self, Say, StepFacts};
use crate::error::Failure;
use crate::ui::wording::Words;
use crate::ui::{Line, Tone, Ui};

use super::Overview;

pub(super) fn print(overview: &Overview, ctx: &mut Ctx) -> Result<(), Failure> {
    let (words, today) = (Rc::clone(&ctx.words), ctx.today());
    let totals = overview.totals;
    if totals.open_cases + totals.closed_cases == 0 {
        return Ok(welcome(&mut ctx.ui, &words)?);
    }
    let facts = |rows: &[Selected]| -> Vec<StepFacts> {
        rows.iter()
            .map(|row| StepFacts::of(row, today, &words, Say::default()))
            .collect()
    };
    let ui = &mut ctx.ui;
    ui.print(Line::toned(
        Tone::Strong,
        say!(
            words,
            "overview-heading",
            date = today,
            cases = totals.open_cases
        ),
    ))?;
    ui.print("")?;
    match overview.overdue {
        0 => ui.print(words.say("report-nothing-overdue"))?,
        overdue => {
            let heading = say!(words, "overview-late", count = overdue);
            section(ui, &words, &heading, &facts(&overview.late))?;
            let more = overdue - overview.late.len();
            if more > 0 {
                let more = say!(words, "overview-late-more", count = more);
                ui.print_wrapped(&more, INDENT)?;
            }
        }
    }
    if !overview.next.is_empty() {
        ui.print("")?;
        section(
            ui,
            &words,
            &words.say("overview-next"),
            &facts(&overview.next),
        )?;
    }
    if let Some(parts) = step_facts::missing_over_all(totals, &words) {
        ui.print("")?;
        ui.print_wrapped(&say!(words, "overview-missing", parts), INDENT)?;
    }
    ui.print("")?;
    ui.print_wrapped(&words.say(what_to_type(overview)), INDENT)?;
    Ok(())
}

const INDENT: usize = 2;

fn welcome(ui: &mut Ui, words: &Words) -> io::Result<()> {
    ui.print(Line::toned(Tone::Strong, words.say("overview-welcome")))?;
    for id in ["overview-what-it-does", "no-cases-hint"] {
        ui.print_wrapped(&words.say(id), 0)?;
    }
    Ok(())
}

fn section(ui: &mut Ui, words: &Words, heading: &str, rows: &[StepFacts]) -> io::Result<()> {
    ui.print(Line::toned(Tone::Strong, heading))?;
    if ui.style().plain {
        return step_facts::print(ui, words, &[(None, rows.iter().collect())]);
    }
    for row in rows {
        entry(ui, words, row)?;
    }
    Ok(())
}

fn entry(ui: &mut Ui, words: &Words, row: &StepFacts) -> io::Result<()> {
    let due = match row.dates.due.as_str() {
        "" => String::new(),
        due => say!(words, "date-no-later-than", date = due),
    };
    let facts = [row.owner.as_str(), &due, &row.dates.standing];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let text = format!("{} · {}\n{}", row.case, row.step, facts.join(" · "));
    ui.print_wrapped(&text, INDENT)
}

fn what_to_type(overview: &Overview) -> &'static str {
    match (overview.overdue, overview.next.is_empty()) {
        (0, true) if overview.totals.open_cases == 0 => "overview-type-new-case",
        (0, true) => "overview-type-list",
        _ => "overview-type-next",
    }
}
